/** A store with something in it, for the tests of backup and restore. */
import 'fake-indexeddb/auto';
import { stateOf } from '../../src/store/database.ts';
import { append, undo } from '../../src/store/log.ts';
import { allEvents } from '../../src/store/read.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { aCatalogue, aReview, DAY, digestOf, HOUR } from '../builders.ts';

export const FIRST_DAY = 20_000;
export const CARDS = Array.from({ length: 12 }, (_, i) => `talk/n${i}`);
export const MADE = { at: FIRST_DAY * DAY, app: 'test' };

let minted = 0;
/** 24 hex digits, another each time. */
export const mintDevice = (): string => (++minted).toString(16).padStart(24, 'f0');

let opened = 0;
/** A store in a database of its own. */
export function newStore(): Promise<Store> {
  opened += 1;
  return openStore({ catalogue: aCatalogue(CARDS), mintDevice, name: `test ${opened}` });
}

export const momentAt = (day: number) => ({ at: day * DAY + 12 * HOUR, offset: 480, day });

/** Days of study with settings, things taken back and flags among them. */
export async function study(store: Store, days: number, from = FIRST_DAY): Promise<void> {
  for (let day = from; day < from + days; day++) {
    const moment = momentAt(day);
    for (const [i, card] of CARDS.entries()) {
      const rating = (day + i) % 5 === 0 ? 'again' : 'good';
      await append(store, [aReview(rating, { ...moment, card, days: 1 + (i % 4) })]);
    }
    await append(store, [{ type: 'set', key: 'newPerDay', value: day - from + 1, ...moment }]);
    await append(store, [{ type: 'marked', card: CARDS[day % 12] ?? '', ...moment }]);
    if (day % 2 === 0) await undo(store, moment);
  }
}

export async function digestOfStore(store: Store): Promise<string> {
  const { db } = store;
  return digestOf({
    states: (await db.cards.toArray()).map((row) => stateOf(row)),
    tallies: await db.days.toArray(),
    settings: store.settings,
  });
}

export const eventsOf = (store: Store) =>
  store.db.transaction('r', store.db.tables, () => allEvents(store.db));
