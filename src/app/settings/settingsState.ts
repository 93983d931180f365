/** What the study settings show and do. Every change is one event that can be taken back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardState } from '../../domain/cardState.ts';
import { idOf } from '../../domain/event.ts';
import type { Settings } from '../../domain/settings.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import { append, undo, type Committed } from '../../store/log.ts';
import { planRescheduling, reschedule, type Rescheduling } from '../../store/reschedule.ts';
import { readProfile } from '../../store/store.ts';
import { allStates } from '../../store/study.ts';
import { dayAt, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

/** The settings changed here. */
export type Key = Exclude<keyof Settings, 'desiredRetentionByDeck' | 'decksWithoutNew'>;

/** What was last done here. */
export interface Last {
  readonly what: Key | 'moved';
  readonly is: 'saved' | 'took-back';
  /** Cards moved. */
  readonly cards: number;
  /** It is still the newest thing done on this device. */
  readonly canUndo: boolean;
}

export interface SettingsState {
  readonly settings: Settings;
  /** Null until read. */
  readonly cards: readonly CardState[] | null;
  readonly last: Last | null;
  /** Counts up, so that the same words are said again. */
  readonly turn: number;
  /** Due dates that could move, offered after a change. */
  readonly offer: Rescheduling | null;
  readonly trouble: StoreTrouble | null;
}

export interface SettingsScreenState {
  readonly state: StoreApi<SettingsState>;
  /** Reads the cards and follows changes, other tabs' too; returns the way to stop. */
  readonly listen: () => () => void;
  readonly change: <K extends Key>(key: K, value: Settings[K]) => Promise<void>;
  /** Takes back what was last done, if it still is the newest. */
  readonly undo: () => Promise<void>;
  readonly move: () => Promise<void>;
  readonly leave: () => void;
}

/** Settings that would give cards already scheduled another day. */
const MOVING: ReadonlySet<Key> = new Set(['desiredRetention', 'maximumInterval']);

export function createSettingsState({ store, clock }: Environment): SettingsScreenState {
  const state = createStore<SettingsState>(() => ({
    settings: store.settings,
    cards: null,
    last: null,
    turn: 0,
    offer: null,
    trouble: null,
  }));
  const { getState: now, setState: set } = state;
  /** The id of the last event written here. */
  let newest: string | null = null;

  const moment = () => momentOf(clock, store.settings.rollover);
  const today = () => dayAt(clock, clock.now(), store.settings.rollover);

  const trying = async (work: () => Promise<void>) => {
    set({ trouble: null });
    try {
      await work();
    } catch (error) {
      set({ trouble: error instanceof StoreError ? error.trouble : 'failed' });
    }
  };

  const say = (last: Omit<Last, 'canUndo'>, committed: Committed | null) => {
    const event = committed?.events.at(-1);
    newest = event ? idOf(event) : null;
    set({ settings: store.settings, last: { ...last, canUndo: newest !== null } });
    set({ turn: now().turn + 1 });
  };

  const readCards = async () => set({ cards: await allStates(store), settings: store.settings });

  const isNewest = async () => {
    const { device, seq } = await readProfile(store.db);
    return newest === `${device}:${seq}`;
  };

  const follow = async () => {
    await readCards();
    const { last } = now();
    if (last?.canUndo && !(await isNewest())) set({ last: { ...last, canUndo: false } });
  };

  return {
    state,
    listen: () => {
      void trying(readCards);
      return store.onChange((change) => {
        if (change.is !== 'closed') void trying(follow);
      });
    },
    change: (key, value) =>
      trying(async () => {
        set({ offer: null });
        const committed = await append(store, [{ type: 'set', key, value, ...moment() }]);
        say({ what: key, is: 'saved', cards: 0 }, committed);
        if (!MOVING.has(key)) return;
        const offer = await planRescheduling(store, today());
        if (offer.moves.length > 0) set({ offer });
      }),
    undo: () =>
      trying(async () => {
        const { last } = now();
        if (!last || !(await isNewest())) throw new StoreError('stale');
        set({ offer: null });
        await undo(store, moment());
        say({ ...last, is: 'took-back' }, null);
      }),
    move: () =>
      trying(async () => {
        const { offer } = now();
        if (!offer) return;
        set({ offer: null });
        const committed = await reschedule(store, offer, moment());
        say({ what: 'moved', is: 'saved', cards: offer.moves.length }, committed);
      }),
    leave: () => set({ offer: null }),
  };
}
