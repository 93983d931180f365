/** The discussions and quizzes of the log, kept up to date while a screen shows them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Discussions } from '../../domain/discussion.ts';
import { readDiscussions } from '../../store/discussions.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { readQuizzes, type QuizRecord } from '../../store/quizzes.ts';
import type { Environment } from '../environment.ts';

export interface DiscussionsState {
  /** Null until read. */
  readonly discussions: Discussions | null;
  /** The newest first. */
  readonly quizzes: readonly QuizRecord[];
  /** When they were read, ms. */
  readonly at: number;
  readonly trouble: StoreTrouble | null;
}

export interface DiscussionsRead {
  readonly state: StoreApi<DiscussionsState>;
  readonly read: () => Promise<void>;
  /** Reads now, and again when something was written or the page is looked at again. */
  readonly watch: () => () => void;
}

export function createDiscussions({ store, clock }: Environment): DiscussionsRead {
  const state = createStore<DiscussionsState>(() => ({
    discussions: null,
    quizzes: [],
    at: clock.now(),
    trouble: null,
  }));
  let turn = 0;

  async function read(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const [discussions, quizzes] = await Promise.all([
        readDiscussions(store),
        readQuizzes(store),
      ]);
      if (mine === turn) state.setState({ discussions, quizzes, at: clock.now(), trouble: null });
    } catch (error) {
      if (mine === turn) state.setState({ trouble: asStoreError(error).trouble });
    }
  }

  function watch(): () => void {
    const look = () => {
      if (document.visibilityState === 'visible') void read();
    };
    const unsubscribe = store.onChange((change) => {
      if (change.is !== 'closed') void read();
    });
    document.addEventListener('visibilitychange', look);
    void read();
    return () => {
      turn += 1;
      unsubscribe();
      document.removeEventListener('visibilitychange', look);
    };
  }

  return { state, read, watch };
}
