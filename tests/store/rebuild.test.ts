/** A rebuild gives what the plain fold gives, whatever is written while it runs. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areCachesCurrent } from '../../src/store/cache.ts';
import { append, redo, undo } from '../../src/store/log.ts';
import { rebuildCaches } from '../../src/store/rebuild.ts';
import { sealOldEvents } from '../../src/store/sealing.ts';
import { eraseEverything } from '../../src/store/restore.ts';
import { readProfile, type Store } from '../../src/store/store.ts';
import {
  aCatalogue,
  aReview,
  check,
  DAY,
  anAnswer,
  digestOf,
  foldsOf,
  LONG,
  RUNS,
} from '../builders.ts';
import { OTHER_WEIGHTS } from '../domain/histories.ts';
import { aStore, cacheDigest, emptied, logOf } from './aStore.ts';

const CARDS = Array.from({ length: 7 }, (_, i) => `talk/${i}`);
const CATALOGUE = aCatalogue(CARDS, [], { 'talk/6': 'talk/0' });
const at = 60 * DAY;
const moment = { at, offset: 0, day: 60 };

let store: Store;
beforeEach(async () => {
  store = await aStore(CATALOGUE);
});
afterEach(() => store.close());

const card = fc.constantFrom(...CARDS.slice(0, 6));
const rating = fc.constantFrom('again' as const, 'good' as const);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('answer' as const), card, rating, fc.nat(9)) },
  { weight: 2, arbitrary: fc.constantFrom(['undo'] as const, ['redo'] as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['weights'] as const, ['seal'] as const, ['add'] as const),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

let added = 0;

async function perform(one: Act): Promise<void> {
  switch (one[0]) {
    case 'answer':
      await append(store, [aReview(one[2], { card: one[1], day: one[3] })]);
      break;
    case 'undo':
      await undo(store, moment);
      break;
    case 'redo':
      await redo(store, moment);
      break;
    case 'weights':
      await append(store, [{ type: 'set', key: 'weights', value: OTHER_WEIGHTS, ...moment }]);
      break;
    case 'seal':
      await sealOldEvents(store, 3, 1);
      break;
    case 'add':
      // As a merge does: events of another device, their order seen, the mark taken off the caches.
      await store.db.transaction('rw', store.db.tables, async () => {
        const device = `e${(added += 1)}`;
        const theirs = anAnswer('good', { device, card: 'talk/6', day: 3 });
        await store.db.events.bulkAdd([theirs]);
        const profile = await readProfile(store.db);
        const order = Math.max(profile.order, theirs.order);
        await store.db.meta.put({ ...profile, order });
        await store.db.meta.delete('cache');
      });
  }
}

async function expectPlainFold(): Promise<void> {
  const folds = foldsOf(await logOf(store), store.catalogue.currentId);
  expect(await cacheDigest(store)).toBe(digestOf(folds));
  expect(await areCachesCurrent(store)).toBe(true);
}

describe('a rebuild', () => {
  it(
    'gives what the plain fold gives, whatever is written meanwhile',
    async () => {
      const acts = (maxLength: number) => fc.array(act, { maxLength });
      await fc.assert(
        fc.asyncProperty(acts(10), acts(6), fc.integer({ min: 1, max: 4 }), async (...given) => {
          const [before, meanwhile, rowsAtOnce] = given;
          await emptied(store);
          for (const one of before) await perform(one);
          const rebuilt = rebuildCaches(store, undefined, rowsAtOnce);
          for (const one of meanwhile) await perform(one);
          await rebuilt;
          // What was added or set after the last transaction is for a rebuild of its own.
          if (!(await areCachesCurrent(store))) await rebuildCaches(store);
          await expectPlainFold();
          for (const one of meanwhile) if (one[0] === 'answer') await perform(one);
          await expectPlainFold();
        }),
        { ...check, numRuns: Math.ceil(RUNS / 20) },
      );
    },
    LONG,
  );

  it('tells how much is done, and leaves rows alone that were written meanwhile', async () => {
    for (const id of CARDS.slice(0, 4)) await append(store, [aReview('good', { card: id })]);
    const done: number[] = [];
    let joined: Promise<unknown> = Promise.resolve();
    await rebuildCaches(
      store,
      (part) => {
        done.push(part);
        if (part === 0.3) joined = append(store, [aReview('again', { card: 'talk/3', day: 9 })]);
      },
      1,
    );
    await joined;
    expect(done.at(-1)).toBe(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    await expectPlainFold();
  });

  it('drops rows of which the log knows nothing, and rows under former names', async () => {
    const others = await aStore(aCatalogue(CARDS), store.db.name);
    await append(others, [aReview('good', { card: 'talk/6' })]);
    await append(others, [aReview('good', { card: 'talk/0', day: 4 })]);
    await store.db.days.put({ ...(await store.db.days.toArray())[0]!, day: 77 });
    await rebuildCaches(store);
    expect(await store.db.cards.toCollection().primaryKeys()).toEqual(['talk/0']);
    await expectPlainFold();
    others.close();
  });

  it('that is killed leaves the caches marked as not current', async () => {
    await append(store, [aReview('good', { card: 'talk/1' })]);
    const killed = rebuildCaches(store, (part) => {
      if (part === 0.3) throw new Error('killed');
    });
    await expect(killed).rejects.toMatchObject({ trouble: 'failed' });
    expect(await areCachesCurrent(store)).toBe(false);
    await rebuildCaches(store);
    await expectPlainFold();
  });

  it('begins anew when everything is erased meanwhile', async () => {
    await append(store, [aReview('good', { card: 'talk/1' })]);
    const erased: Promise<unknown>[] = [];
    await rebuildCaches(store, (part) => {
      if (part !== 0.1 || erased.length > 0) return;
      erased.push(eraseEverything({ ...store, mintDevice: () => 'fresh' }));
    });
    await Promise.all(erased);
    expect(await store.db.cards.count()).toBe(0);
    await expectPlainFold();
  });
});
