/** In the page: today's queue from stores of several sizes, and the same reads by hand. */
import { buildCatalogue, siblingsOf, type Catalogue } from '../src/domain/catalogue.ts';
import { emptyTally } from '../src/domain/tally.ts';
import { rowOf } from '../src/store/database.ts';
import type { Store } from '../src/store/store.ts';
import { readDay } from '../src/store/study.ts';
import { benchDeck, benchStates, DAY } from './deck.ts';
import { openBenchStore, pause, timed } from './pageStore.ts';
import { answer, open, putAll } from './raw.ts';

const TODAY = 20_000;
const END_OF_DAY = (TODAY + 1) * DAY;
/** Cards of the deck that were never seen: the walk over new ones ends among them. */
const UNSEEN = 100;
const SEED = 2;

interface Side {
  readonly store: Store;
  readonly raw: IDBDatabase;
  /** Keys the app reads one by one: cards met on the walk over new ones, siblings, needed cards. */
  readonly keys: readonly string[];
  /** ms of the first read, when nothing is known of where the new cards begin */
  readonly first: number;
}

const readOurs = ({ store }: Pick<Side, 'store'>) => readDay(store, TODAY, END_OF_DAY);

/** The app's reads by hand, all asked for at once. */
async function readRaw({ raw }: Side, keys: readonly string[]): Promise<number> {
  const transaction = raw.transaction(['cards', 'days', 'meta'], 'readonly');
  const cards = transaction.objectStore('cards');
  const range = (index: string, keyRange: IDBKeyRange) =>
    answer<unknown[]>(cards.index(index).getAll(keyRange));
  const found = await Promise.all([
    range('queueDay', IDBKeyRange.upperBound(TODAY)),
    range('queueAt', IDBKeyRange.upperBound(END_OF_DAY, true)),
    range('queueNew', IDBKeyRange.only(1)),
    answer(transaction.objectStore('days').get(TODAY)),
    answer(transaction.objectStore('meta').get('frontier')),
    ...keys.map((key) => answer<unknown>(cards.get(key))),
  ]);
  return found.length;
}

/**
 * The cards the app looks at beside the ranges.
 * @param due those whose siblings may have been answered today
 */
function keysRead(catalogue: Catalogue, due: readonly string[], unseen: readonly string[]) {
  const keys = new Set<string>(unseen);
  for (const card of [...due, ...unseen]) {
    for (const id of siblingsOf(catalogue, card)) keys.add(id);
  }
  for (const card of unseen) {
    const concept = catalogue.concept.get(catalogue.card.get(card)?.conceptId ?? '');
    for (const needed of concept?.needs ?? []) {
      for (const id of catalogue.ofConcept.get(needed) ?? []) keys.add(id);
    }
  }
  for (const card of due) keys.delete(card);
  return [...keys];
}

async function prepare(cards: number, due: number, isBegun: boolean): Promise<Side> {
  const catalogue = buildCatalogue([benchDeck(cards + UNSEEN, true)]);
  const ids = catalogue.order('deck').slice(0, cards);
  const name = `queue-${cards}`;
  const store = await openBenchStore(name, catalogue);
  const raw = await open(name);
  const states = benchStates(ids, due, TODAY, SEED);
  const rows = states.map((state) => rowOf(state, 1));
  if ((await store.db.cards.count()) === 0) await putAll(raw, 'cards', rows);
  const tally = { ...emptyTally(TODAY), answers: 5, reviewed: 5 };
  if (isBegun) await putAll(raw, 'days', [tally]);
  await store.db.meta.delete('frontier');
  const first = await timed(() => readOurs({ store }));
  const dueIds = states.filter(({ dueDay }) => (dueDay ?? TODAY + 1) <= TODAY);
  const unseen = catalogue.order('deck').slice(cards, cards + 64);
  const asked = isBegun ? dueIds.map(({ card }) => card) : [];
  const keys = keysRead(catalogue, asked, unseen);
  return { store, raw, keys, first };
}

export interface QueueTimes {
  readonly cards: number;
  /** In the queue, so that the sizes can be seen to do the same work. */
  readonly queued: number;
  readonly ours: number[];
  /** The same ranges and the same single cards, by hand. */
  readonly raw: number[];
  /** The ranges alone. */
  readonly ranges: number[];
  readonly first: number;
}

/**
 * Reads the day from stores of each size, in turn.
 * @param isBegun whether something was answered on it, so that siblings must be looked at
 */
export async function measureQueues(
  sizes: readonly number[],
  due: number,
  runs: number,
  isBegun: boolean,
): Promise<QueueTimes[]> {
  const measured: { times: QueueTimes; side: Side }[] = [];
  for (const cards of sizes) {
    const side = await prepare(cards, due, isBegun);
    const { queue } = await readOurs(side);
    const times = { cards, queued: queue.main.length, ours: [], raw: [], ranges: [] };
    measured.push({ times: { ...times, first: side.first }, side });
  }
  for (let run = -2; run < runs; run++) {
    const turn = run % 2 === 0 ? measured : measured.toReversed();
    for (const { times, side } of turn) {
      const jobs: (() => Promise<void>)[] = [
        async () => void times.ours.push(await timed(() => readOurs(side))),
        async () => void times.raw.push(await timed(() => readRaw(side, side.keys))),
        async () => void times.ranges.push(await timed(() => readRaw(side, []))),
      ];
      for (const job of run % 2 === 0 ? jobs : jobs.toReversed()) {
        await pause(20);
        await job();
      }
    }
  }
  return measured.map(({ times, side }) => {
    side.store.close();
    side.raw.close();
    const { ours, raw, ranges } = times;
    return { ...times, ours: ours.slice(2), raw: raw.slice(2), ranges: ranges.slice(2) };
  });
}
