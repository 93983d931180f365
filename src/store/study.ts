/** Reading what a study day needs: its cards, its sums, one card with what each rating would do. */
import type { CardState } from '../domain/cardState.ts';
import { siblingsOf } from '../domain/catalogue.ts';
import type { StudyDay } from '../domain/day.ts';
import {
  offersFor,
  possibleDays,
  predictionFor,
  type OfferContext,
  type Offers,
} from '../domain/grant.ts';
import { buildQueue, openLimits, type Gathered, type Queue } from '../domain/queue.ts';
import { desiredRetentionOf } from '../domain/settings.ts';
import { emptyTally, type Tally } from '../domain/tally.ts';
import { stateOf, type CardRow, type MetaRow } from './database.ts';
import { asStoreError } from './errors.ts';
import type { Store } from './store.ts';

/** New cards looked at in one read. */
const CHUNK = 64;

/** The cards of these decks that have rows: a card id begins with its deck's. */
async function keysOf({ db, catalogue }: Store): Promise<Set<string>> {
  const keys = await Promise.all(
    catalogue.decks.map(({ id }) => db.cards.where(':id').startsWith(`${id}/`).primaryKeys()),
  );
  return new Set(keys.flat());
}

/** The new cards that may be met, in their order, and a name for it that changes with it. */
function newCards({ catalogue, settings }: Store): { ids: readonly string[]; name: string } {
  const { newOrder, decksWithoutNew: without } = settings;
  const ids = catalogue.order(newOrder);
  if (without.length === 0) return { ids, name: newOrder };
  const met = ids.filter((id) => !without.includes(catalogue.card.get(id)?.deckId ?? ''));
  return { ids: met, name: [newOrder, ...without].join(' ') };
}

interface Walk {
  readonly unseen: string[];
  readonly states: Map<string, CardState>;
}

/**
 * The first cards of the order that have no row yet, of `wanted` different notes: siblings wait for
 * each other. The walk begins where the last one found the first such card, so it does not grow with
 * what is already learnt; where that is not known, the keys of all rows are read at once.
 * @param row the frontier as stored
 */
async function walkUnseen(store: Store, wanted: number, row?: MetaRow): Promise<Walk> {
  const { db, catalogue } = store;
  const { ids: order, name } = newCards(store);
  const known =
    row?.key === 'frontier' && row.catalogue === catalogue.version && row.order === name;
  const start = known ? row.place : 0;
  const seen = known ? null : await keysOf(store);
  const walk: Walk = { unseen: [], states: new Map() };
  const notes = new Set<string>();
  let frontier: number | null = null;
  for (let place = start; place < order.length && notes.size < wanted; place += CHUNK) {
    const ids = order.slice(place, place + CHUNK);
    const rows = seen ? [] : await db.cards.bulkGet([...ids]);
    ids.forEach((id, i) => {
      const found = rows[i];
      if (found) walk.states.set(id, stateOf(found));
      else if (!seen?.has(id)) {
        walk.unseen.push(id);
        notes.add(catalogue.card.get(id)?.noteId ?? id);
        frontier ??= place + i;
      }
    });
  }
  const reached = frontier ?? (walk.unseen.length === 0 && wanted > 0 ? order.length : start);
  if (reached !== start || !known) store.frontier = { place: reached, order: name };
  return walk;
}

async function saveFrontier(store: Store): Promise<void> {
  const { frontier, db, catalogue } = store;
  if (!frontier) return;
  store.frontier = null;
  try {
    await db.meta.put({ key: 'frontier', catalogue: catalogue.version, ...frontier });
  } catch {
    // Only a shortcut for the next walk, which is longer without it and no less right.
  }
}

async function addStates(store: Store, states: Map<string, CardState>, ids: Iterable<string>) {
  const missing = [...new Set(ids)].filter((id) => !states.has(id));
  const rows = await store.db.cards.bulkGet(missing);
  for (const row of rows) if (row) states.set(row.card, stateOf(row));
}

/** Cards whose state decides on others: siblings, and cards of the concepts that new ones need. */
function neighbours(store: Store, cards: Iterable<string>, fresh: Iterable<string>): Set<string> {
  const { catalogue } = store;
  const ids = new Set<string>();
  for (const card of cards) for (const id of siblingsOf(catalogue, card)) ids.add(id);
  for (const card of fresh) {
    for (const id of siblingsOf(catalogue, card)) ids.add(id);
    const concept = catalogue.concept.get(catalogue.card.get(card)?.conceptId ?? '');
    for (const needed of concept?.needs ?? []) {
      for (const id of catalogue.ofConcept.get(needed) ?? []) ids.add(id);
    }
  }
  return ids;
}

/**
 * Cards new again and cards never seen (which are in order), by the order new ones are met in; without
 * those of decks from which none are met.
 */
function inOrder(store: Store, returned: readonly string[], unseen: readonly string[]): string[] {
  if (returned.length === 0) return [...unseen];
  const places = new Map(newCards(store).ids.map((id, place) => [id, place]));
  return [...returned, ...unseen]
    .filter((id) => places.has(id))
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

export interface StudyDayRead {
  readonly gathered: Gathered;
  readonly queue: Queue;
  readonly tally: Tally;
}

/** What the lanes of plans hold of the day's new cards. Hardly ever is there anything more to read. */
async function reservedNew(store: Store, today: StudyDay, endOfDay: number): Promise<number> {
  const ofDiscussions = store.db.events.where('discussion').above('');
  const planned = await ofDiscussions
    .filter(({ type, day }) => type === 'day-planned' && day === today)
    .count();
  if (planned === 0) return 0;
  const { newInLanes } = await import('./discussions.ts');
  return newInLanes(store, today, endOfDay);
}

/**
 * The cards of a study day and their queue.
 * @param endOfDay ms
 * @throws StoreError
 */
export async function readDay(
  store: Store,
  today: StudyDay,
  endOfDay: number,
): Promise<StudyDayRead> {
  const { db, catalogue, settings, model } = store;
  try {
    const reserved = await reservedNew(store, today, endOfDay);
    const read = await db.transaction('r', db.cards, db.days, db.meta, async () => {
      const [due, learning, returned, found, frontier] = await Promise.all([
        db.cards.where('queueDay').belowOrEqual(today).toArray(),
        db.cards.where('queueAt').below(endOfDay).toArray(),
        db.cards.where('queueNew').equals(1).toArray(),
        db.days.get(today),
        db.meta.get('frontier'),
      ]);
      const tally = found ?? emptyTally(today);
      const { introduced, reviewed } = tally;
      const counts = { today, introduced, reviewed, reserved };
      const limit = openLimits(counts, settings).fresh;
      const walk = limit > 0 ? await walkUnseen(store, limit * 2 + 8, frontier) : null;
      const states = walk?.states ?? new Map<string, CardState>();
      for (const row of [...due, ...learning, ...returned]) states.set(row.card, stateOf(row));
      const fresh = inOrder(
        store,
        returned.map(({ card }) => card),
        walk?.unseen ?? [],
      );
      // Of siblings it matters only whether they were answered today.
      const seen = tally.answers === 0 ? [] : [...due, ...learning].map(({ card }) => card);
      await addStates(store, states, neighbours(store, seen, fresh));
      const gathered: Gathered = {
        ...counts,
        due: due.map((row) => stateOf(row)),
        learning: learning.map((row) => stateOf(row)),
        fresh,
        states,
      };
      return { gathered, tally };
    });
    void saveFrontier(store);
    return { ...read, queue: buildQueue(read.gathered, settings, model, catalogue) };
  } catch (error) {
    throw asStoreError(error);
  }
}

/** A card as it is shown: what it is, and what each rating would do to it. */
export interface Prepared {
  readonly card: string;
  /** Null for a card never answered. */
  readonly state: CardState | null;
  readonly rev: number | null;
  readonly today: StudyDay;
  readonly desired: number;
  readonly offers: Offers;
  /** 0..1, absent on the same study day and for new cards. */
  readonly predicted: number | undefined;
}

/**
 * @param now what the clock says as the card is shown
 * @param dayOf study day of an instant (ms)
 * @throws StoreError
 */
export async function prepareCard(
  store: Store,
  card: string,
  now: number,
  dayOf: (at: number) => StudyDay,
): Promise<Prepared> {
  const { db, catalogue, settings, model } = store;
  const today = dayOf(now);
  const desired = desiredRetentionOf(settings, catalogue.card.get(card)?.deckId ?? '');
  try {
    return await db.transaction('r', db.cards, async () => {
      const [row, ...siblings] = await db.cards.bulkGet([card, ...siblingsOf(catalogue, card)]);
      const state = row ? stateOf(row) : null;
      const context: Omit<OfferContext, 'calendar'> = {
        settings,
        desired,
        model,
        today,
        now,
        dayOf,
      };
      const days = settings.balanceLoad ? possibleDays(state, context) : [];
      const counts = await Promise.all(
        days.map((day) => db.cards.where('queueDay').equals(day).count()),
      );
      const loads = new Map(days.map((day, i) => [day, counts[i] ?? 0]));
      const calendar = {
        load: (day: StudyDay) => loads.get(day) ?? 0,
        siblings: siblings.flatMap((sibling) => sibling?.queueDay ?? []),
      };
      const offers = offersFor(state, card, { ...context, calendar });
      const predicted = predictionFor(state, today, model);
      return { card, state, rev: row?.rev ?? null, today, desired, offers, predicted };
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Reviews falling due on each of `count` days from today; the overdue stand under today. */
export async function dueCounts(store: Store, today: StudyDay, count: number): Promise<number[]> {
  const { cards } = store.db;
  return store.db.transaction('r', cards, () =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        i === 0
          ? cards.where('queueDay').belowOrEqual(today).count()
          : cards
              .where('queueDay')
              .equals(today + i)
              .count(),
      ),
    ),
  );
}

/** The sums of the study days from `first` on, oldest first. */
export function talliesSince(store: Store, first: StudyDay): Promise<Tally[]> {
  return store.db.days.where('day').aboveOrEqual(first).toArray();
}

/** Study days with an answer, all of them, ascending. */
export function studiedDays(store: Store): Promise<StudyDay[]> {
  return store.db.days.toCollection().primaryKeys();
}

/** The states of all cards that have one. */
export async function allStates(store: Store): Promise<CardState[]> {
  return (await store.db.cards.toArray()).map((row: CardRow) => stateOf(row));
}

/** How many new cards could still be met, whatever the limits of a day. */
export async function countNew(store: Store): Promise<number> {
  const { ids } = newCards(store);
  const states = await statesOf(store, ids);
  return ids.filter((id) => {
    const state = states.get(id);
    return !state || (state.phase === 'new' && !state.suspended);
  }).length;
}

/** The states of these cards, those that have one. */
export async function statesOf(
  store: Store,
  cards: readonly string[],
): Promise<Map<string, CardState>> {
  const rows = await store.db.cards.bulkGet([...new Set(cards)]);
  return new Map(rows.flatMap((row) => (row ? [[row.card, stateOf(row)] as const] : [])));
}
