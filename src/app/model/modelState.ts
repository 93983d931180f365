/** What the page about the model shows and does. Nothing is written before it was said what it does. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { idOf, type Draft } from '../../domain/event.ts';
import type { Weights } from '../../domain/memory.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import { append, undo, type Committed } from '../../store/log.ts';
import { planRescheduling, reschedule, type Rescheduling } from '../../store/reschedule.ts';
import { readProfile, type Store } from '../../store/store.ts';
import { keptWeights, type KeptWeights } from '../../store/weights.ts';
import type { ModelReport, WorkloadReport } from '../../workers/model.worker.ts';
import type { ModelWork } from '../../workers/model.ts';
import type { Trained, TrainingProgress } from '../../workers/training.ts';
import { dayAt, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

/** What is done away from the screen. */
export interface ModelAway extends ModelWork {
  /** Makes the caches anew under the weights in force. @param onProgress told how much is done, 0..1 */
  readonly rebuild: (store: Store, onProgress: (done: number) => void) => Promise<void>;
}

/** What was last done here. */
export interface Last {
  readonly what: 'weights' | 'desired' | 'moved';
  readonly is: 'saved' | 'took-back';
  /** Due dates moved. */
  readonly cards: number;
  /** It is still the newest thing done on this device. */
  readonly canUndo: boolean;
}

export type Training =
  | { readonly is: 'not-begun' }
  | { readonly is: 'running'; readonly progress: TrainingProgress }
  | { readonly is: 'over'; readonly trained: Trained }
  /** The optimiser broke; the log and the weights are as they were. */
  | { readonly is: 'broken' };

export interface ModelState {
  /** Null until worked out. */
  readonly report: ModelReport | null;
  readonly workload: WorkloadReport | null;
  readonly kept: readonly KeptWeights[];
  /** Name of the weights in force. */
  readonly inForce: string;
  /** Desired retention in force, 0..1. */
  readonly desired: number;
  readonly training: Training;
  /** Caches are being made anew: how much is done, 0..1. */
  readonly rebuilding: number | null;
  /** Due dates that could move, offered after a change. */
  readonly offer: Rescheduling | null;
  readonly last: Last | null;
  /** What was last changed: the offer to move due dates belongs to it. */
  readonly changed: 'weights' | 'desired' | null;
  /** Counts up, so that the same words are said again. */
  readonly turn: number;
  readonly trouble: StoreTrouble | null;
}

export interface ModelScreenState {
  readonly state: StoreApi<ModelState>;
  /** Works everything out, and again after every change; returns the way to stop. */
  readonly listen: () => () => void;
  readonly again: () => void;
  readonly train: () => Promise<void>;
  readonly cancel: () => void;
  /** Puts weights in force: those trained, or earlier ones. */
  readonly putWeights: (weights: Weights) => Promise<void>;
  readonly putDesired: (desired: number) => Promise<void>;
  readonly move: () => Promise<void>;
  readonly leave: () => void;
  /** Takes back what was last done, if it still is the newest. */
  readonly undo: () => Promise<void>;
}

export function createModelState({ store, clock }: Environment, away: ModelAway): ModelScreenState {
  const standing = () => ({
    inForce: store.model.name,
    desired: store.settings.desiredRetention,
  });
  const state = createStore<ModelState>(() => ({
    report: null,
    workload: null,
    kept: [],
    ...standing(),
    training: { is: 'not-begun' },
    rebuilding: null,
    offer: null,
    last: null,
    changed: null,
    turn: 0,
    trouble: null,
  }));
  const { getState: now, setState: set } = state;
  /** The id of the last event written here. */
  let newest: string | null = null;
  let reading = 0;
  let stop: AbortController | null = null;

  const moment = () => momentOf(clock, store.settings.rollover);
  const today = () => dayAt(clock, clock.now(), store.settings.rollover);

  /** Says what went wrong; what was said of another thing stays until something is done again. */
  const telling = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      set({ trouble: error instanceof StoreError ? error.trouble : 'failed', rebuilding: null });
    }
  };

  const trying = (work: () => Promise<void>) => {
    set({ trouble: null });
    return telling(work);
  };

  const isNewest = async () => {
    const { device, seq } = await readProfile(store.db);
    return newest === `${device}:${seq}`;
  };

  /** First what is read quickly, then what takes a year of study. */
  const readAll = async () => {
    reading += 1;
    const mine = reading;
    const { last } = now();
    // Something else may have been done and said while it was read.
    const isOlder = last?.canUndo === true && !(await isNewest());
    if (isOlder && now().last === last) set({ last: { ...last, canUndo: false } });
    const [kept, report] = await Promise.all([keptWeights(store), away.report(store, today())]);
    if (mine !== reading) return;
    set({ kept, report, ...standing() });
    const workload = await away.workload(store, today());
    if (mine === reading) set({ workload });
  };

  const say = (last: Omit<Last, 'canUndo'>, committed: Committed | null) => {
    const event = committed?.events.at(-1);
    newest = event ? idOf(event) : null;
    set({ ...standing(), last: { ...last, canUndo: newest !== null }, turn: now().turn + 1 });
  };

  /** Other weights give every card another memory: it is worked out anew before dates are offered. */
  const rebuild = async () => {
    set({ rebuilding: 0 });
    await away.rebuild(store, (rebuilding) => set({ rebuilding }));
    set({ rebuilding: null });
  };

  const offerMoves = async () => {
    const offer = await planRescheduling(store, today());
    if (offer.moves.length > 0) set({ offer });
  };

  const choose = (
    draft: Pick<Extract<Draft, { type: 'set' }>, 'key' | 'value'>,
    what: 'weights' | 'desired',
  ) =>
    trying(async () => {
      set({ offer: null, changed: what });
      const committed = await append(store, [{ type: 'set', ...draft, ...moment() }]);
      say({ what, is: 'saved', cards: 0 }, committed);
      if (what === 'weights') {
        set({ training: { is: 'not-begun' } });
        await rebuild();
      }
      await offerMoves();
    });

  const cancel = () => {
    stop?.abort();
    stop = null;
  };

  return {
    state,
    listen: () => {
      void telling(readAll);
      const unsubscribe = store.onChange((change) => {
        if (change.is !== 'closed') void telling(readAll);
      });
      return () => {
        reading += 1;
        cancel();
        away.close();
        unsubscribe();
      };
    },
    again: () => void trying(readAll),
    train: async () => {
      cancel();
      const mine = new AbortController();
      stop = mine;
      const { signal } = mine;
      set({ training: { is: 'running', progress: { is: 'reading', share: 0 } }, trouble: null });
      try {
        // What is told on the way comes by another port than the outcome, and may come after it.
        const onProgress = (progress: TrainingProgress) => {
          if (stop === mine && now().training.is === 'running') {
            set({ training: { is: 'running', progress } });
          }
        };
        const trained = await away.optimise(store, today(), onProgress, signal);
        if (!signal.aborted) set({ training: { is: 'over', trained } });
      } catch (error) {
        if (signal.aborted) {
          // Where another training was begun meanwhile, that one is shown.
          if (stop === null) set({ training: { is: 'not-begun' } });
        } else if (error instanceof StoreError) {
          set({ training: { is: 'not-begun' }, trouble: error.trouble });
        } else set({ training: { is: 'broken' } });
      }
    },
    cancel,
    putWeights: (weights) => choose({ key: 'weights', value: [...weights] }, 'weights'),
    putDesired: (desired) => choose({ key: 'desiredRetention', value: desired }, 'desired'),
    move: () =>
      trying(async () => {
        const { offer } = now();
        if (!offer) return;
        set({ offer: null });
        const committed = await reschedule(store, offer, moment());
        say({ what: 'moved', is: 'saved', cards: offer.moves.length }, committed);
      }),
    leave: () => set({ offer: null }),
    undo: () =>
      trying(async () => {
        const { last } = now();
        if (!last || !(await isNewest())) throw new StoreError('stale');
        set({ offer: null });
        await undo(store, moment());
        say({ ...last, is: 'took-back' }, null);
        if (last.what === 'weights') await rebuild();
      }),
  };
}
