/** What the log says of one concept: the steps of its cards' memory, and the quizzes it was in. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isAnswer, type Answer } from '../../domain/event.ts';
import { stepsOf, type Step } from '../../domain/retention/curve.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { cardHistory } from '../../store/history.ts';
import { readQuizzes, type QuizRecord } from '../../store/quizzes.ts';
import type { Environment } from '../environment.ts';

export interface ConceptRecord {
  /** By card id. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** Live answers to its cards in reviews; those in quizzes are in `quizzes`. */
  readonly reviews: readonly Answer[];
  /** The newest first. */
  readonly quizzes: readonly QuizRecord[];
}

export interface RecordState {
  readonly record: ConceptRecord | null;
  readonly trouble: StoreTrouble | null;
}

export interface RecordReader {
  readonly state: StoreApi<RecordState>;
  readonly read: () => Promise<void>;
  /** Reads now, and again when something was written. */
  readonly watch: () => () => void;
}

/** @param cards ids of the concept's cards */
export function createRecord({ store }: Environment, cards: readonly string[]): RecordReader {
  const state = createStore<RecordState>(() => ({ record: null, trouble: null }));
  let turn = 0;

  async function read(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const [histories, quizzes] = await Promise.all([
        Promise.all(cards.map((card) => cardHistory(store, card))),
        readQuizzes(store),
      ]);
      if (mine !== turn) return;
      const live = histories.map(({ entries }) =>
        entries.filter((entry) => entry.live).map(({ event }) => event),
      );
      const steps = new Map(
        cards.map((card, i) => [card, stepsOf(card, live[i] ?? [], store.model)]),
      );
      const reviews = live
        .flat()
        .filter((event) => isAnswer(event))
        .filter(({ quiz }) => quiz === undefined);
      state.setState({ record: { steps, reviews, quizzes }, trouble: null });
    } catch (error) {
      if (mine === turn) state.setState({ trouble: asStoreError(error).trouble });
    }
  }

  function watch(): () => void {
    const unsubscribe = store.onChange((change) => {
      if (change.is !== 'closed') void read();
    });
    void read();
    return () => {
      turn += 1;
      unsubscribe();
    };
  }

  return { state, read, watch };
}
