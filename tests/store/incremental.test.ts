/** The caches written step by step are those a rebuild gives, also when a write fails half way. */
import Dexie from 'dexie';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/event.ts';
import { createModel } from '../../src/domain/memory.ts';
import { areCachesCurrent } from '../../src/store/cache.ts';
import { stateOf, type CardRow } from '../../src/store/database.ts';
import { append, redo, undo, type Committed } from '../../src/store/log.ts';
import { rebuildCaches } from '../../src/store/rebuild.ts';
import { readProfile, type Store } from '../../src/store/store.ts';
import { aReview, check, digestOf, foldsOf, LONG } from '../builders.ts';
import { commandsWithWeights, OTHER_WEIGHTS, World, type Command } from '../domain/histories.ts';
import { aStore, cacheDigest, emptied, logOf } from './aStore.ts';

let store: Store;
beforeAll(async () => {
  store = await aStore();
});
beforeEach(() => emptied(store));
afterAll(() => store.close());

type Act = Command | 'undo' | 'redo';
const acts = fc
  .tuple(
    commandsWithWeights(9),
    fc.array(fc.tuple(fc.nat(9), fc.constantFrom('undo' as const, 'redo' as const)), {
      maxLength: 4,
    }),
  )
  .map(([history, takes]) => {
    const all: Act[] = [...history];
    for (const [place, take] of takes) all.splice(place, 0, take);
    return all;
  });

/** One learner at one store, who knows of the rows only what the commits told. */
class Learner {
  readonly world = new World();
  private readonly rows = new Map<string, CardRow>();

  constructor(private readonly at: Store) {}

  async do(act: Act): Promise<Committed | null> {
    const committed = await this.write(act);
    for (const [card, row] of committed?.rows ?? []) {
      this.rows.set(card, row);
      this.world.states.set(card, stateOf(row));
    }
    this.world.settings = this.at.settings;
    this.world.model = this.at.model;
    if (!(await areCachesCurrent(this.at))) await this.renew();
    return committed;
  }

  /** Does it and no more: whatever the commit told is left unread. */
  write(act: Act): Promise<Committed | null> {
    const { now, offset } = this.world;
    const moment = { at: now, offset, day: this.world.dayOf(now) };
    if (act === 'undo') return undo(this.at, moment);
    if (act === 'redo') return redo(this.at, moment);
    const drafts = this.world.draftsFor(act);
    if (drafts.length === 0) return Promise.resolve(null);
    const cards = new Set(drafts.flatMap((draft) => ('card' in draft ? [draft.card] : [])));
    const seen = [...cards].map((card) => ({ card, rev: this.rows.get(card)?.rev ?? null }));
    return append(this.at, drafts, seen);
  }

  /** What the app does when the caches were folded with other weights. */
  private async renew(): Promise<void> {
    await rebuildCaches(this.at);
    for (const row of await this.at.db.cards.toArray()) {
      this.rows.set(row.card, row);
      this.world.states.set(row.card, stateOf(row));
    }
  }
}

describe('the caches', () => {
  it(
    'are what a rebuild from the log gives, digest for digest',
    async () => {
      await fc.assert(
        fc.asyncProperty(acts, async (history) => {
          await emptied(store);
          const learner = new Learner(store);
          for (const act of history) await learner.do(act);
          const written = await cacheDigest(store);
          expect(written).toBe(digestOf(foldsOf(await logOf(store))));
          await rebuildCaches(store);
          expect(await cacheDigest(store)).toBe(written);
        }),
        check,
      );
    },
    LONG,
  );

  it('say that they are out of date for as long as they are, when weights change', async () => {
    const moment = { at: 1, offset: 0, day: 0 };
    await append(store, [aReview('good')]);
    await append(store, [{ type: 'set', key: 'weights', value: OTHER_WEIGHTS, ...moment }]);
    expect(await areCachesCurrent(store)).toBe(false);
    await append(store, [aReview('good', { day: 3 })]);
    await undo(store, moment);
    await undo(store, moment);
    if (!(await areCachesCurrent(store))) await rebuildCaches(store);
    expect(await cacheDigest(store)).toBe(digestOf(foldsOf(await logOf(store))));
  });

  it('are folded with the weights in the log, though another tab has just changed them', async () => {
    const other = await aStore(store.catalogue, store.db.name);
    try {
      await append(store, [aReview('good')]);
      const weights = { type: 'set', key: 'weights', value: OTHER_WEIGHTS } as const;
      await append(store, [{ ...weights, at: 1, offset: 0, day: 0 }]);
      await rebuildCaches(store);
      other.model = createModel(); // as it is until the message has reached the tab
      await append(other, [aReview('good', { day: 3 })]);
      if (!(await areCachesCurrent(store))) await rebuildCaches(store);
      expect(await cacheDigest(store)).toBe(digestOf(foldsOf(await logOf(store))));
    } finally {
      other.close();
    }
  });
});

/** Where a write breaks off: at which call of which table, before it reaches the disk or after. */
const breakage = fc.record({
  where: fc.constantFrom('events.bulkAdd', 'cards.bulkPut', 'days.bulkPut', 'meta.put'),
  late: fc.boolean(),
});

/** Makes the next such call fail; returns a way to mend it. */
function breakAt(where: string, late: boolean): () => void {
  const [name = '', method = ''] = where.split('.');
  const table = store.db.table(name);
  const real = Reflect.get(table, method) as (...args: unknown[]) => Promise<unknown>;
  const owner = Reflect.get(store.db, name) as object;
  const powerOff = () => Dexie.Promise.reject(new DOMException('No power', 'AbortError'));
  const broken = (...args: unknown[]) =>
    late ? real.apply(table, args).then(powerOff) : powerOff();
  Reflect.set(owner, method, broken);
  return () => void Reflect.deleteProperty(owner, method);
}

describe('a write that breaks off', () => {
  it(
    'leaves log and caches as they were, and can be done again',
    async () => {
      await fc.assert(
        fc.asyncProperty(acts, breakage, fc.nat(8), async (history, { where, late }, at) => {
          await emptied(store);
          const learner = new Learner(store);
          const place = at % history.length;
          for (const act of history.slice(0, place)) await learner.do(act);
          const before = [await cacheDigest(store), (await logOf(store)).length];
          const mend = breakAt(where, late);
          const failed = await learner.write(history[place] ?? 'undo').then(
            () => false,
            () => true,
          );
          mend();
          const log = await logOf(store);
          if (failed) expect([await cacheDigest(store), log.length]).toEqual(before);
          if (!(await areCachesCurrent(store))) await rebuildCaches(store);
          expect(await cacheDigest(store)).toBe(digestOf(foldsOf(log)));
          const again = await append(store, [aReview('good')]);
          expect(again.events.map((event) => idOf(event))).toEqual([`d:${log.length + 1}`]);
        }),
        check,
      );
    },
    LONG,
  );
});

describe('appending', () => {
  it('numbers events densely from 1 and orders them after all it has seen', async () => {
    await append(store, [aReview('good', { day: 5 }), aReview('good', { day: 5, card: 'talk/c' })]);
    await append(store, [aReview('good', { day: 1 })]);
    const log = await logOf(store);
    expect(log.map((event) => [idOf(event), event.action])).toEqual([
      ['d:1', 'd:1'],
      ['d:2', 'd:1'],
      ['d:3', 'd:3'],
    ]);
    const [first, second, third] = log.map(({ order }) => order) as [number, number, number];
    expect([second - first, third - second]).toEqual([1, 1]);
    expect(log[2]?.at).toBeLessThan(first);
  });

  it('writes nothing when a card it was decided on has changed since', async () => {
    const shown = { card: 'talk/a', rev: null };
    await append(store, [aReview('good')], [shown]);
    const before = await cacheDigest(store);
    const late = append(store, [aReview('again', { card: 'talk/c' })], [shown]);
    await expect(late).rejects.toMatchObject({ trouble: 'stale' });
    expect(await cacheDigest(store)).toBe(before);
    expect(await logOf(store)).toHaveLength(1);
  });

  it('refuses to write for a version of the app that is too old', async () => {
    await store.db.meta.put({ ...(await readProfile(store.db)), minWriter: 99 });
    await expect(append(store, [aReview('good')])).rejects.toMatchObject({ trouble: 'outdated' });
    await expect(undo(store, { at: 1, offset: 0, day: 0 })).rejects.toMatchObject({
      trouble: 'outdated',
    });
    expect(await logOf(store)).toEqual([]);
  });

  it('says that the disk is full, and has written nothing', async () => {
    const owner = store.db.events;
    Reflect.set(owner, 'bulkAdd', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    try {
      await expect(append(store, [aReview('good')])).rejects.toMatchObject({ trouble: 'full' });
    } finally {
      Reflect.deleteProperty(owner, 'bulkAdd');
    }
    expect(await logOf(store)).toEqual([]);
    expect(await store.db.cards.count()).toBe(0);
  });

  it('keeps a setting that may not stand in the log, and does not let it stand', async () => {
    await append(store, [{ type: 'set', key: 'rollover', value: 9, at: 1, offset: 0, day: 0 }]);
    expect(store.settings.rollover).toBe(4);
    expect(await logOf(store)).toHaveLength(1);
  });

  it('tells this tab of what was written', async () => {
    const heard: unknown[] = [];
    const stop = store.onChange((change) => heard.push(change));
    await append(store, [aReview('good')]);
    await append(store, [{ type: 'set', key: 'rollover', value: 5, at: 1, offset: 0, day: 0 }]);
    stop();
    await append(store, [aReview('good')]);
    expect(heard).toEqual([{ is: 'written', cards: ['talk/a'] }, { is: 'replaced' }]);
  });
});
