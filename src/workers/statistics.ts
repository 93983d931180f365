/** Starts the worker that works out the statistics, and keeps it while they are looked at. */
import { proxy, wrap, type Remote } from 'comlink';
import type { Figures, Part } from '../domain/statistics/figures.ts';
import { cardListOf, chosenCards, type Question } from '../domain/statistics/question.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { placeOf } from './place.ts';
import type { StatisticsApi } from './statistics.worker.ts';

export interface StatisticsAway {
  /**
   * Works out all figures: those told of, together.
   * @param onPart told of each as soon as it is done, of the heat map perhaps twice; not after
   *   `signal` is aborted
   * @throws StoreError; the signal's reason when it is aborted
   */
  readonly figures: (
    question: Question,
    onPart: (part: Part) => void,
    signal: AbortSignal,
  ) => Promise<Figures>;
  /** Ends the worker; what is still asked fails. */
  readonly close: () => void;
}

/** The log is read at the first question, and again when something has been written since. */
export type OpenStatistics = (store: Store) => StatisticsAway;

interface Running {
  readonly worker: Worker;
  readonly api: Remote<StatisticsApi>;
  /** Rejects when the worker breaks or is ended. */
  readonly broken: Promise<never>;
  readonly end: () => void;
}

function start(store: Store): Running {
  const worker = new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' });
  const api = wrap<StatisticsApi>(worker);
  let fail: (error: StoreError) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Only who waits for an answer hears of it.
  broken.catch(() => {});
  worker.addEventListener('error', ({ message }) => fail(new StoreError('failed', message)), {
    once: true,
  });
  api.open(placeOf(store), cardListOf(store.catalogue)).catch(() => {});
  const end = () => {
    worker.terminate();
    fail(new StoreError('failed', new Error('The worker was ended')));
  };
  return { worker, api, broken, end };
}

const NAMES: readonly (keyof Figures)[] = [
  'about',
  'today',
  'calendar',
  'reviews',
  'retention',
  'hours',
  'buttons',
  'added',
  'counts',
  'due',
  'memory',
];

const isWhole = (part: Part): part is Figures => NAMES.every((name) => part[name] !== undefined);

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** See `StatisticsAway`; nothing is started before the first question. */
export const openStatistics: OpenStatistics = (store) => {
  let running: Running | null = null;
  let revision = 0;
  const unsubscribe = store.onChange(() => {
    revision += 1;
  });
  const stop = () => {
    running?.end();
    running = null;
  };
  return {
    figures: async ({ scope, kinds, ...others }, onPart, signal) => {
      signal.throwIfAborted();
      const asked = { ...others, chosen: chosenCards({ scope, kinds }, store.catalogue) };
      const { api, broken } = (running ??= start(store));
      let figures: Part = {};
      const tell = async (part: Part) => {
        if (signal.aborted) return;
        figures = { ...figures, ...part };
        onPart(part);
      };
      const work = api.figures(asked, revision, proxy(tell));
      try {
        const answered = await Promise.race([work, broken, untilAborted(signal)]);
        if (answered !== 'done') throw new StoreError(answered);
        if (!isWhole(figures)) throw new Error('Inconsistent: not all figures came');
        return figures;
      } catch (error) {
        // A worker that failed is not asked again.
        if (!signal.aborted) stop();
        throw error;
      }
    },
    close: () => {
      unsubscribe();
      stop();
    },
  };
};
