/** The figures of the statistics page, as they come from what works them out. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { startOfStudyDay } from '../../domain/day.ts';
import type { Part } from '../../domain/statistics/figures.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import type { StatisticsAway } from '../../workers/statistics.ts';
import { endOfDay, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { Asked } from './asked.ts';

export interface StatisticsState {
  /** Those there are: of the question asked, and until they come those of the one before. */
  readonly figures: Part;
  readonly isWorking: boolean;
  /** `broken`: what works them out stopped. */
  readonly trouble: StoreTrouble | 'broken' | null;
}

export interface Statistics {
  readonly state: StoreApi<StatisticsState>;
  /** Asks now, and again when something was written or another day has begun; returns the way to stop. */
  readonly watch: () => () => void;
  readonly ask: (asked: Asked) => void;
  /** After something went wrong. */
  readonly again: () => void;
}

export function createStatistics(environment: Environment, first: Asked): Statistics {
  const { store, clock } = environment;
  const state = createStore<StatisticsState>(() => ({
    figures: {},
    isWorking: true,
    trouble: null,
  }));
  let asked = first;
  let away: StatisticsAway | null = null;
  let work = new AbortController();
  let day = NaN;

  const answer = async (from: StatisticsAway) => {
    work.abort();
    work = new AbortController();
    const { signal } = work;
    const { rollover } = store.settings;
    const { at: now, day: today } = momentOf(clock, rollover);
    const { scope, kind, onlyMarked, period } = asked;
    day = today;
    state.setState({ isWorking: true, trouble: null });
    const show = (part: Part) => {
      if (signal.aborted) return;
      state.setState({ figures: { ...state.getState().figures, ...part } });
    };
    try {
      const question = {
        scope,
        kinds: kind === null ? null : [kind],
        onlyMarked,
        period,
        today,
        now,
        begins: startOfStudyDay(today, clock.offsetAt, rollover),
        ends: endOfDay(clock, today, rollover),
      };
      const figures = await from.figures(question, show, signal);
      if (!signal.aborted) state.setState({ figures, isWorking: false });
    } catch (error) {
      if (signal.aborted) return;
      const trouble = error instanceof StoreError ? error.trouble : 'broken';
      state.setState({ isWorking: false, trouble });
    }
  };
  const again = () => {
    if (away) void answer(away);
  };

  return {
    state,
    ask: (next) => {
      if (next === asked) return;
      asked = next;
      again();
    },
    again,
    watch: () => {
      const opened = environment.openStatistics(store);
      away = opened;
      const look = () => {
        const { day: today } = momentOf(clock, store.settings.rollover);
        if (document.visibilityState === 'visible' && today !== day) again();
      };
      const unsubscribe = store.onChange((change) => {
        if (change.is !== 'closed') again();
      });
      document.addEventListener('visibilitychange', look);
      again();
      return () => {
        document.removeEventListener('visibilitychange', look);
        unsubscribe();
        work.abort();
        opened.close();
        away = null;
      };
    },
  };
}
