/** Starts the worker that works out the statistics, and keeps it while they are looked at. */
import type { Figures, Part } from '../domain/statistics/figures.ts';
import type { Question } from '../domain/statistics/question.ts';
import type { Store } from '../store/store.ts';

export interface StatisticsAway {
  /**
   * Works out all figures.
   * @param onPart told of some of them as soon as they are done; not after `signal` is aborted
   * @throws StoreError; the signal's reason when it is aborted
   */
  readonly figures: (
    question: Question,
    onPart: (part: Part) => void,
    signal: AbortSignal,
  ) => Promise<Figures>;
  /** Ends the worker. */
  readonly close: () => void;
}

/** The log is read at the first question, and again when something has been written since. */
export type OpenStatistics = (store: Store) => StatisticsAway;
