/** What happened to one card, for its own page: every event, what it did, and whether it stands. */
import { foldCard, type CardState } from '../domain/cardState.ts';
import { isOfCard, type OfCard } from '../domain/event.ts';
import { compareEvents, undoneActions } from '../domain/replay.ts';
import { idsOf } from './cache.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, eventsOfCard } from './read.ts';
import type { Store } from './store.ts';

export interface HistoryEntry {
  readonly event: OfCard;
  /** False when it was taken back. */
  readonly live: boolean;
}

export interface CardHistory {
  readonly state: CardState;
  /** In replay order. */
  readonly entries: readonly HistoryEntry[];
}

/** @throws StoreError */
export async function cardHistory(store: Store, card: string): Promise<CardHistory> {
  const { db } = store;
  try {
    return await db.transaction('r', db.events, db.heads, db.segments, async () => {
      const undone = undoneActions(await cardlessEvents(db));
      const events = await eventsOfCard(db, idsOf(store, card));
      const entries = events
        .toSorted(compareEvents)
        .filter((event) => isOfCard(event))
        .map((event) => ({ event, live: !undone.has(event.action) }));
      return { state: foldCard(card, events, undone, store.model), entries };
    });
  } catch (error) {
    throw asStoreError(error);
  }
}
