/** How far the learner is with each card, kept up to date while a screen shows it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardState } from '../../domain/cardState.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { allStates } from '../../store/study.ts';
import type { Environment } from '../environment.ts';

export interface ProgressState {
  /** By card id; null until read. */
  readonly states: ReadonlyMap<string, CardState> | null;
  /** When they were read, ms. */
  readonly at: number;
  readonly trouble: StoreTrouble | null;
}

export interface Progress {
  readonly state: StoreApi<ProgressState>;
  readonly read: () => Promise<void>;
  /** Reads now, and again when something was written or the page is looked at again. */
  readonly watch: () => () => void;
}

export function createProgress({ store, clock }: Environment): Progress {
  const state = createStore<ProgressState>(() => ({
    states: null,
    at: clock.now(),
    trouble: null,
  }));
  let turn = 0;

  async function read(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const states = new Map((await allStates(store)).map((one) => [one.card, one]));
      if (mine === turn) state.setState({ states, at: clock.now(), trouble: null });
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
