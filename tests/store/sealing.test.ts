/** Sealing moves old events and changes nothing they say, whenever it is stopped. */
import 'fake-indexeddb/auto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/content.ts';
import type { LogEvent, Rating } from '../../src/domain/event.ts';
import { SEGMENT_EVENTS } from '../../src/domain/segment.ts';
import { KEPT_EVENTS } from '../../src/store/database.ts';
import { append, redo, undo } from '../../src/store/log.ts';
import { eventsOfCard } from '../../src/store/read.ts';
import { rebuildCaches } from '../../src/store/rebuild.ts';
import { packNext, sealOldEvents, storeSealed } from '../../src/store/sealing.ts';
import { newProfile, readProfile, type Store } from '../../src/store/store.ts';
import { anAnswer, aReview, DAY, foldsOf, digestOf, LONG } from '../builders.ts';
import { aStore, cacheDigest, logOf } from './aStore.ts';

const CARDS = ['talk/a', 'talk/b/there', 'more/c'] as const;
const RATINGS: readonly Rating[] = ['good', 'again', 'easy', 'good'];
const moment = { at: 60 * DAY, offset: 0, day: 60 };

let store: Store;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.close());

/** So many answers, each an action of its own. */
async function answerTimes(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const card = CARDS[i % 3] ?? 'talk/a';
    await append(store, [aReview(RATINGS[i % 4] ?? 'good', { card, day: i })]);
  }
}

const textOf = async (): Promise<string[]> => (await logOf(store)).map(canonicalText);
const oracle = async () => digestOf(foldsOf(await logOf(store)));

describe('sealing', () => {
  it('keeps the log and the caches as they are, and the newest events in the tail', async () => {
    await answerTimes(23);
    await undo(store, moment);
    const [log, caches] = [await textOf(), await cacheDigest(store)];
    expect(await sealOldEvents(store, 6, 4)).toBe(3);
    expect(await store.db.events.count()).toBe(6);
    expect(await textOf()).toEqual(log);
    expect(await cacheDigest(store)).toBe(caches);
    await rebuildCaches(store);
    expect(await cacheDigest(store)).toBe(caches);
    expect(await sealOldEvents(store, 6, 4)).toBe(0);
    const segment = await store.db.segments.get(['d', 1]);
    const head = await store.db.heads.get(['d', 1]);
    expect(head?.hash).toBe(bytesToHex(sha256(segment?.bytes ?? new Uint8Array())));
  });

  it('leaves an undo of a sealed action, and its redo, as they would be', async () => {
    await answerTimes(12);
    const before = await cacheDigest(store);
    expect(await sealOldEvents(store, 6, 0)).toBe(2);
    for (let i = 0; i < 7; i++) {
      expect(await undo(store, moment)).not.toBeNull();
      expect(await cacheDigest(store)).toBe(await oracle());
      await sealOldEvents(store, 6, 0);
    }
    for (let i = 0; i < 7; i++) expect(await redo(store, moment)).not.toBeNull();
    expect(await cacheDigest(store)).toBe(before);
    const [card] = CARDS;
    const own = (await logOf(store)).filter((event) => Reflect.get(event, 'card') === card);
    expect(await eventsOfCard(store.db, [card])).toHaveLength(own.length);
  });

  it('may be killed between packing and storing', async () => {
    await answerTimes(12);
    const log = await textOf();
    const packed = await packNext(store, 'd', 6, 0);
    expect(packed).not.toBeNull();
    expect(await textOf()).toEqual(log);
    expect(await sealOldEvents(store, 6, 0)).toBe(2);
    expect(packed && (await storeSealed(store, packed))).toBe(false);
    expect(await textOf()).toEqual(log);
  });

  it('stores nothing when its rows have gone meanwhile', async () => {
    await answerTimes(6);
    const packed = await packNext(store, 'd', 6, 0);
    await store.db.events.delete(['d', 3]);
    expect(packed && (await storeSealed(store, packed))).toBe(false);
    expect(await store.db.segments.count()).toBe(0);
    expect(await store.db.events.count()).toBe(5);
  });

  it('writes nothing to a newer database', async () => {
    await answerTimes(6);
    await store.db.meta.put({ ...(await readProfile(store.db)), minWriter: 99 });
    await expect(sealOldEvents(store, 6, 0)).rejects.toMatchObject({ trouble: 'outdated' });
    expect(await store.db.events.count()).toBe(6);
  });

  it('may run in two tabs at once, and while answers are given', async () => {
    const other = await aStore(store.catalogue, store.db.name);
    await answerTimes(30);
    await Promise.all([
      sealOldEvents(store, 4, 2),
      sealOldEvents(other, 4, 2),
      answerTimes(6),
      sealOldEvents(store, 4, 2),
    ]);
    await sealOldEvents(other, 4, 2);
    expect((await logOf(store)).map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 36 }, (_, i) => i + 1),
    );
    expect(await store.db.heads.count()).toBe(await store.db.segments.count());
    expect(await store.db.events.count()).toBeLessThan(6);
    expect(await cacheDigest(store)).toBe(await oracle());
    other.close();
  });

  it(
    'begins when a whole segment and what is kept of the tail are there',
    async () => {
      const events = (from: number, to: number): LogEvent[] =>
        Array.from({ length: to - from + 1 }, (_, i) =>
          anAnswer('good', { seq: from + i, day: 1 }),
        );
      await store.db.events.bulkAdd(events(1, SEGMENT_EVENTS + KEPT_EVENTS - 1));
      expect(await sealOldEvents(store)).toBe(0);
      await store.db.events.bulkAdd(
        events(SEGMENT_EVENTS + KEPT_EVENTS, SEGMENT_EVENTS + KEPT_EVENTS),
      );
      await store.db.meta.put({ ...newProfile('d'), seq: SEGMENT_EVENTS + KEPT_EVENTS });
      expect(await sealOldEvents(store)).toBe(1);
      expect(await store.db.events.count()).toBe(KEPT_EVENTS);
    },
    LONG,
  );
});
