/** Whether a card is a leech, from its own history. */
import { isLeech, trialsOfCard } from '../domain/leech.ts';
import { undoneActions } from '../domain/replay.ts';
import { idsOf } from './cache.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, eventsOfCard } from './read.ts';
import type { Store } from './store.ts';

/**
 * Reads one card's events, sealed ones too, so never before an answer is committed. All cards that
 * have a row count as tested: no card is called a leech that the whole log would not call one.
 * @throws StoreError
 */
export async function isCardLeech(store: Store, card: string): Promise<boolean> {
  const { db } = store;
  try {
    const { events, undone, tested } = await db.transaction(
      'r',
      db.events,
      db.cards,
      db.heads,
      db.segments,
      async () => ({
        undone: undoneActions(await cardlessEvents(db)),
        events: await eventsOfCard(db, idsOf(store, card)),
        tested: await db.cards.count(),
      }),
    );
    return isLeech(trialsOfCard(card, events, undone, store.model), tested);
  } catch (error) {
    throw asStoreError(error);
  }
}
