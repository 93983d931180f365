/** Folding the caches: one card anew, or all of them. */
import { applyEvent, foldCard, newCardState, type CardState } from '../domain/cardState.ts';
import type { Folded } from '../domain/foldColumns.ts';
import { isOfCard, type LogEvent, type OfCard } from '../domain/event.ts';
import { compareEvents, undoneActions } from '../domain/replay.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../domain/tally.ts';
import type { MemoryModel } from '../domain/memory.ts';
import { eventsOfCard } from './read.ts';
import { cacheMark, isMark, type Store } from './store.ts';

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

/** Every card and every day from the whole log, in any order. The plain way, against which tests hold the rebuild. */
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

/** Whether the caches were folded by this version of the rules, from the names now in use. */
export async function areCachesCurrent(store: Store): Promise<boolean> {
  return isMark(await store.db.meta.get('cache'), cacheMark(store.catalogue, store.settings));
}
