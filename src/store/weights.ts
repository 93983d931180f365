/** The weights a learner has had: they stay in the log, and can be gone back to. */
import { isSetting } from '../domain/event.ts';
import { DEFAULT_WEIGHTS, weightsName, type Weights } from '../domain/memory.ts';
import { compareEvents, undoneActions } from '../domain/replay.ts';
import { acceptsSetting } from '../domain/settings.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents } from './read.ts';
import type { Store } from './store.ts';

export interface KeptWeights {
  /** See `weightsName`. */
  readonly name: string;
  readonly weights: Weights;
  /** When they were last chosen, ms; null for the defaults, unless chosen again. */
  readonly at: number | null;
}

/**
 * Each set of weights that was in force, the one chosen last first; the defaults are always among
 * them. What was taken back is left out.
 * @throws StoreError
 */
export async function keptWeights({ db }: Store): Promise<KeptWeights[]> {
  try {
    const events = await db.transaction('r', db.events, db.heads, () => cardlessEvents(db));
    const undone = undoneActions(events);
    const kept = new Map<string, KeptWeights>();
    const defaults = weightsName(DEFAULT_WEIGHTS);
    kept.set(defaults, { name: defaults, weights: DEFAULT_WEIGHTS, at: null });
    for (const event of events.filter((one) => isSetting(one)).toSorted(compareEvents)) {
      const { key, value, action, at } = event;
      if (key !== 'weights' || undone.has(action) || !acceptsSetting(key, value)) continue;
      const weights = value as Weights;
      const name = weightsName(weights);
      kept.delete(name);
      kept.set(name, { name, weights, at });
    }
    return [...kept.values()].toReversed();
  } catch (error) {
    throw asStoreError(error);
  }
}
