/** A discussion's page: its forecast and plan as they are worked out, and what is done to it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import type { DiscussionFields, Draft } from '../../domain/event.ts';
import type { Preparation } from '../../domain/preparation.ts';
import { asStoreError, StoreError, type StoreTrouble } from '../../store/errors.ts';
import { append } from '../../store/log.ts';
import { momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { isAhead, keepPreparation, prepareDiscussion, taskOf } from '../planning.ts';
import { createDiscussions, type DiscussionsRead } from './discussionsState.ts';

export interface PageState {
  readonly preparation: Preparation | null;
  /** The forecast is being worked out, or a better plan looked for. */
  readonly isWorking: boolean;
  /** `broken`: what works out the forecast stopped. */
  readonly trouble: StoreTrouble | 'broken' | null;
  /** Counts verdicts saved here. */
  readonly verdicts: number;
  readonly isRemoved: boolean;
}

export interface DiscussionPage {
  readonly read: DiscussionsRead;
  readonly state: StoreApi<PageState>;
  /** Follows the log and prepares whenever there is reason to; returns the way to stop. */
  readonly watch: () => () => void;
  /** After something went wrong. */
  readonly again: () => void;
  readonly follow: (isPlanned: boolean) => Promise<void>;
  readonly giveVerdict: (recalled: readonly string[], missed: readonly string[]) => Promise<void>;
  /** Whether it is gone. */
  readonly remove: () => Promise<boolean>;
}

export function createPage(environment: Environment, id: string): DiscussionPage {
  const { store, clock } = environment;
  const read = createDiscussions(environment);
  const state = createStore<PageState>(() => ({
    preparation: null,
    isWorking: false,
    trouble: null,
    verdicts: 0,
    isRemoved: false,
  }));
  const { getState: now, setState: set } = state;
  let work = new AbortController();
  /** What is prepared, or being prepared. */
  let begun = '';
  /** How often cards changed. */
  let moves = 0;
  const moment = () => momentOf(clock, store.settings.rollover);
  const nameOf = (task: string) => `${task} ${moves}`;

  /** Unless cards changed meanwhile: then it is prepared anew. */
  const keep = async (preparation: Preparation, task: string): Promise<void> => {
    if (nameOf(task) === begun) await keepPreparation(environment, id, task, preparation);
  };

  const prepareAnew = async (discussion: StandingDiscussion, task: string) => {
    work.abort();
    work = new AbortController();
    const { signal } = work;
    const show = (preparation: Preparation) => {
      if (!signal.aborted) set({ preparation });
    };
    set({ isWorking: true, trouble: null });
    try {
      const preparation = await prepareDiscussion(environment, discussion, show, signal);
      if (signal.aborted) return;
      set({ preparation, isWorking: false });
      await keep(preparation, task);
    } catch (error) {
      if (signal.aborted) return;
      begun = '';
      set({ isWorking: false, trouble: error instanceof StoreError ? error.trouble : 'broken' });
    }
  };

  const consider = () => {
    const discussion = read.state.getState().discussions?.get(id);
    if (!discussion || !isAhead(environment, discussion)) return work.abort();
    const task = taskOf(environment, discussion);
    const isBegun = nameOf(task) === begun;
    if (isBegun || now().trouble !== null || document.visibilityState !== 'visible') return;
    begun = nameOf(task);
    void prepareAnew(discussion, task);
  };

  const write = async (draft: Draft): Promise<boolean> => {
    set({ trouble: null });
    try {
      await append(store, [draft]);
      await read.read();
      return true;
    } catch (error) {
      set({ trouble: asStoreError(error).trouble });
      return false;
    }
  };
  const change = (fields: Partial<DiscussionFields>) =>
    write({ type: 'discussion-set', discussion: id, ...fields, ...moment() });

  return {
    read,
    state,
    watch: () => {
      const stops = [
        store.onChange((what) => {
          if (what.is === 'replaced' || (what.is === 'written' && what.cards.length > 0))
            moves += 1;
        }),
        read.state.subscribe(consider),
        read.watch(),
      ];
      return () => {
        for (const stop of stops) stop();
        work.abort();
        begun = '';
      };
    },
    again: () => {
      set({ trouble: null });
      begun = '';
      void read.read();
    },
    follow: async (isPlanned) => {
      if (!(await change({ isPlanned }))) return;
      const { preparation, isWorking } = now();
      const discussion = read.state.getState().discussions?.get(id);
      if (!preparation || !discussion || isWorking) return;
      try {
        await keep(preparation, taskOf(environment, discussion));
      } catch (error) {
        set({ trouble: asStoreError(error).trouble });
      }
    },
    giveVerdict: async (recalled, missed) => {
      const verdict = { type: 'verdict-given', discussion: id, recalled, missed } as const;
      if (await write({ ...verdict, ...moment() })) set({ verdicts: now().verdicts + 1 });
    },
    remove: async () => {
      set({ isRemoved: true });
      const isRemoved = await change({ isRemoved: true });
      set({ isRemoved });
      return isRemoved;
    },
  };
}
