/** Stores on fake-indexeddb: opened once, emptied between histories, and read back whole. */
import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { createModel } from '../../src/domain/memory.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { compareEvents } from '../../src/domain/replay.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { rowOf, stateOf } from '../../src/store/database.ts';
import { allEvents } from '../../src/store/read.ts';
import {
  cacheMark,
  newProfile,
  openStore,
  readSettings,
  type Store,
} from '../../src/store/store.ts';
import { digestOf, isUntouched } from '../builders.ts';
import { CATALOGUE } from '../domain/histories.ts';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let named = 0;

/** A store of its own, or another tab on the database of that name. */
export function aStore(catalogue: Catalogue = CATALOGUE, name = `test ${++named}`): Promise<Store> {
  return openStore({ catalogue, mintDevice: () => 'd', name });
}

/** Everything as on the first day, in every tab given. */
export async function emptied(...tabs: readonly Store[]): Promise<void> {
  const [{ db, catalogue }] = tabs as [Store];
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    await db.meta.bulkPut([newProfile('d'), cacheMark(catalogue, DEFAULT_SETTINGS)]);
  });
  for (const tab of tabs) {
    tab.settings = DEFAULT_SETTINGS;
    tab.model = createModel();
    tab.frontier = null;
  }
}

/** The log of a store, in replay order. */
export async function logOf({ db }: Store): Promise<LogEvent[]> {
  return (await allEvents(db)).toSorted(compareEvents);
}

/**
 * Digest of what the caches hold, rows without a live event left out on demand. Throws when a row
 * does not stand in the queue its state belongs to.
 */
export async function cacheDigest({ db }: Store, leaveOut: 'nothing' | 'untouched' = 'nothing') {
  const [rows, tallies, settings] = await Promise.all([
    db.cards.toArray(),
    db.days.toArray(),
    readSettings(db),
  ]);
  for (const row of rows) {
    const { queueDay, queueAt, queueNew } = rowOf(stateOf(row), row.rev);
    if (queueDay !== row.queueDay || queueAt !== row.queueAt || queueNew !== row.queueNew) {
      throw new Error(`Inconsistent: ${row.card} stands in the wrong queue`);
    }
  }
  const states = rows.map((row) => stateOf(row));
  const left = leaveOut === 'nothing' ? states : states.filter((state) => !isUntouched(state));
  return digestOf({ states: left, tallies, settings });
}
