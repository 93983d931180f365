/** Rescheduling: what settings would move, and moving it as one action. */
import type { StudyDay } from '../domain/day.ts';
import { effectOf, plannedMoves, type Effect, type Move } from '../domain/reschedule.ts';
import type { Settings } from '../domain/settings.ts';
import { createModel } from '../domain/memory.ts';
import { asStoreError } from './errors.ts';
import { append, type Committed, type Moment, type Seen } from './log.ts';
import type { Store } from './store.ts';

export interface Rescheduling {
  readonly moves: readonly Move[];
  readonly effect: Effect;
  /** The cards as they were when it was worked out. */
  readonly seen: readonly Seen[];
}

/** What `settings` would move if due dates were counted anew. @throws StoreError */
export async function planRescheduling(
  store: Store,
  today: StudyDay,
  settings: Settings = store.settings,
): Promise<Rescheduling> {
  try {
    const rows = await store.db.cards.toArray();
    const model = createModel(settings.weights);
    const moves = plannedMoves(rows, today, settings, model, store.catalogue);
    const revs = new Map(rows.map(({ card, rev }) => [card, rev]));
    const seen = moves.map(({ card }) => ({ card, rev: revs.get(card) ?? null }));
    return { moves, effect: effectOf(moves, today), seen };
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * Moves the due dates, as one action.
 * @throws StoreError; 'stale' when a card changed since: then nothing was written
 */
export function reschedule(
  store: Store,
  { moves, seen }: Rescheduling,
  moment: Moment,
): Promise<Committed> {
  const drafts = moves.map(({ card, grant }) => ({
    type: 'rescheduled' as const,
    card,
    grant,
    ...moment,
  }));
  return append(store, drafts, seen);
}
