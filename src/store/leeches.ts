/** Which cards are leeches, from their own histories. */
import { isLeech, trialsOfCard } from '../domain/leech.ts';
import { undoneActions } from '../domain/replay.ts';
import { idsOf } from './cache.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, eventsOfCard } from './read.ts';
import type { Store } from './store.ts';

/**
 * Those of `cards` that are leeches. Reads their events, sealed ones too, so never before an answer is
 * committed. All cards that have a row count as tested: no card is called a leech that the whole log
 * would not call one.
 * @throws StoreError
 */
export async function leechesOf(store: Store, cards: readonly string[]): Promise<Set<string>> {
  const { db } = store;
  try {
    return await db.transaction('r', db.events, db.cards, db.heads, db.segments, async () => {
      const undone = undoneActions(await cardlessEvents(db));
      const tested = await db.cards.count();
      const leeches = new Set<string>();
      for (const card of cards) {
        const events = await eventsOfCard(db, idsOf(store, card));
        if (isLeech(trialsOfCard(card, events, undone, store.model), tested)) leeches.add(card);
      }
      return leeches;
    });
  } catch (error) {
    throw asStoreError(error);
  }
}
