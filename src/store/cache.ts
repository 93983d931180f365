/** Folding the caches: one card anew, or all of them. */
import { applyEvent, foldCard, newCardState, type CardState } from '../domain/cardState.ts';
import { isOfCard, type LogEvent, type OfCard } from '../domain/event.ts';
import { compareEvents, undoneActions } from '../domain/replay.ts';
import { foldSettings } from '../domain/settings.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../domain/tally.ts';
import { createModel, type MemoryModel } from '../domain/memory.ts';
import { rowOf } from './database.ts';
import { asStoreError } from './errors.ts';
import { allEvents, cardlessEvents, eventsOfCard } from './read.ts';
import { cacheMark, readProfile, refreshSettings, type Store } from './store.ts';

export interface FoldedCard {
  readonly state: CardState;
  readonly did: readonly { readonly event: OfCard; readonly did: number }[];
}

/** Every id a card has had. */
export function idsOf(store: Store, card: string): string[] {
  const former = store.catalogue.decks.flatMap((deck) => Object.entries(deck.renames));
  return [card, ...former.filter(([, now]) => now === card).map(([before]) => before)];
}

/** One card folded from its whole history, once for each set of undone actions. */
export async function foldOne(
  store: Store,
  card: string,
  undoneSets: readonly ReadonlySet<string>[],
): Promise<FoldedCard[]> {
  const events = await eventsOfCard(store.db, idsOf(store, card));
  return undoneSets.map((undone) => {
    const did: { event: OfCard; did: number }[] = [];
    const state = foldCard(card, events, undone, store.model, (event, bits) => {
      did.push({ event, did: bits });
    });
    return { state, did };
  });
}

export interface Folded {
  readonly states: ReadonlyMap<string, CardState>;
  readonly tallies: ReadonlyMap<number, Tally>;
}

/** Every card and every day from the whole log, in any order. The plain way, for small logs and tests. */
export function foldAll(
  events: readonly LogEvent[],
  model: MemoryModel,
  currentId: (card: string) => string,
): Folded {
  const undone = undoneActions(events);
  const states = new Map<string, CardState>();
  const tallies = new Map<number, Tally>();
  for (const event of events.toSorted(compareEvents)) {
    if (!isOfCard(event)) continue;
    const card = currentId(event.card);
    const state = states.get(card) ?? newCardState(card);
    states.set(card, state);
    if (undone.has(event.action)) continue;
    const did = applyEvent(state, event, model);
    const tally = tallies.get(event.day) ?? emptyTally(event.day);
    addToTally(tally, event, did);
    if (!isEmptyTally(tally)) tallies.set(event.day, tally);
  }
  return { states, tallies };
}

/**
 * Rebuilds every cache from the log, in one transaction.
 * @throws StoreError; then the caches are as they were
 */
export async function rebuild(store: Store): Promise<void> {
  const { db } = store;
  try {
    await db.transaction('rw', db.tables, async () => {
      const profile = await readProfile(db);
      const cardless = await cardlessEvents(db);
      const settings = foldSettings(cardless, undoneActions(cardless));
      const events = await allEvents(db);
      const folded = foldAll(events, createModel(settings.weights), store.catalogue.currentId);
      const rev = profile.writes + 1;
      await Promise.all([db.cards.clear(), db.days.clear(), db.meta.delete('frontier')]);
      await Promise.all([
        db.cards.bulkPut([...folded.states.values()].map((state) => rowOf(state, rev))),
        db.days.bulkPut([...folded.tallies.values()]),
        db.meta.bulkPut([
          { ...profile, writes: rev },
          { key: 'settings', value: settings },
          cacheMark(store.catalogue, settings),
        ]),
      ]);
    });
  } catch (error) {
    throw asStoreError(error);
  }
  await refreshSettings(store);
  store.announce({ is: 'replaced' });
}

/** Whether the caches were folded by this version of the rules, from the names now in use. */
export async function areCachesCurrent(store: Store): Promise<boolean> {
  const mark = cacheMark(store.catalogue, store.settings);
  const row = await store.db.meta.get('cache');
  if (row?.key !== 'cache') return false;
  return row.fold === mark.fold && row.weights === mark.weights && row.renames === mark.renames;
}
