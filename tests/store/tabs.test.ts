/** Two tabs on one database: whatever they do at once, no event is lost and none doubled. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, RATINGS, type Draft, type LogEvent } from '../../src/domain/event.ts';
import { studyDayOf } from '../../src/domain/day.ts';
import { grantOf } from '../../src/domain/grant.ts';
import { append, redo, undo, type Committed } from '../../src/store/log.ts';
import { StoreError } from '../../src/store/errors.ts';
import { readProfile, type Store } from '../../src/store/store.ts';
import { prepareCard } from '../../src/store/study.ts';
import { aReview, check, DAY, digestOf, foldsOf, HOUR, LONG } from '../builders.ts';
import { aStore, cacheDigest, emptied, logOf } from './aStore.ts';

let one: Store;
let other: Store;
beforeAll(async () => {
  one = await aStore();
  other = await aStore(one.catalogue, one.db.name);
});
afterAll(() => {
  one.close();
  other.close();
});

const CARDS = ['talk/a', 'more/c'] as const;

const deed = fc.record({
  is: fc.constantFrom('rate', 'rate', 'rate', 'mark', 'set', 'undo', 'redo' as const),
  card: fc.constantFrom(...CARDS),
  rating: fc.constantFrom(...RATINGS),
  /** Clocks of tabs are one clock; many things happen in the same millisecond. */
  at: fc.constantFrom(0, 0, 1, HOUR, DAY, -1),
  before: fc.nat(4),
  thinking: fc.nat(6),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
const deeds = fc.array(deed, { minLength: 1, maxLength: 4 });

/** What a tab did, and what came of it. */
interface Outcome {
  readonly card: string;
  /** What the card's revision was when it was shown; undefined when that did not matter. */
  readonly seen: number | null | undefined;
  readonly committed: Committed | null;
  readonly error: unknown;
}

/** Lets the other tab have so many turns. */
async function pause(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

const dayOf = (at: number) => studyDayOf(at, 0, 4);

async function act(tab: Store, { is, card, rating, ...when }: Deed): Promise<Outcome> {
  const at = 20_000 * DAY + 12 * HOUR + when.at;
  const moment = { at, offset: 0, day: dayOf(at) };
  let seen: number | null | undefined;
  const write = async (): Promise<Committed | null> => {
    if (is === 'undo') return undo(tab, moment);
    if (is === 'redo') return redo(tab, moment);
    if (is === 'mark') return append(tab, [{ type: 'marked', card, ...moment }]);
    if (is === 'set') return append(tab, [{ type: 'set', key: 'newPerDay', value: 3, ...moment }]);
    const shown = await prepareCard(tab, card, at, dayOf);
    seen = shown.rev;
    await pause(when.thinking);
    const grant = grantOf(shown.offers[rating], at);
    const drafts: Draft[] = [aReview(rating, { ...moment, card, grant })];
    return append(tab, drafts, [{ card, rev: shown.rev }]);
  };
  try {
    const committed = await write();
    return { card, seen, committed, error: null };
  } catch (error) {
    return { card, seen, committed: null, error };
  }
}

async function work(tab: Store, all: readonly Deed[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const each of all) {
    await pause(each.before);
    outcomes.push(await act(tab, each));
  }
  return outcomes;
}

function expectDense(log: readonly LogEvent[]): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
  expect(new Set(log.map((event) => idOf(event))).size).toBe(log.length);
  for (const [i, { order }] of log.entries()) {
    if (i > 0) expect(order).toBeGreaterThan(log[i - 1]?.order ?? 0);
  }
}

describe('two tabs at once', () => {
  it(
    'lose no event and double none, and the caches are the fold of the log',
    async () => {
      await fc.assert(
        fc.asyncProperty(deeds, deeds, async (here, there) => {
          await emptied(one, other);
          const outcomes = (await Promise.all([work(one, here), work(other, there)])).flat();
          const log = (await logOf(one)).toSorted((a, b) => a.seq - b.seq);
          expectDense(log);

          const isTake = ({ type }: LogEvent) => type === 'undone' || type === 'redone';
          const written = outcomes.flatMap(({ committed }) => (committed ? [committed] : []));
          const appended = written.filter(({ events }) =>
            events.some((event) => log.some(({ seq }) => seq === event.seq)),
          );
          expect(appended).toHaveLength(written.length);
          const ids = new Set(
            written.flatMap(({ events }) => events.map((event) => JSON.stringify(event))),
          );
          const done = log.filter((event) => !isTake(event));
          expect(new Set(done.map((event) => JSON.stringify(event)))).toEqual(ids);
          const refused = outcomes.filter(({ error }) => error !== null);
          const nothing = outcomes.filter(({ error, committed }) => !error && !committed);
          expect(log).toHaveLength(outcomes.length - refused.length - nothing.length);

          for (const { error, card, seen } of refused) {
            expect(error).toBeInstanceOf(StoreError);
            expect(error).toMatchObject({ trouble: 'stale' });
            expect((await one.db.cards.get(card))?.rev ?? null).not.toBe(seen);
          }
          const decided = outcomes
            .filter(({ committed, seen }) => committed && seen !== undefined)
            .map(({ card, seen }) => `${card} ${seen}`);
          expect(new Set(decided).size).toBe(decided.length);

          expect((await readProfile(one.db)).seq).toBe(log.length);
          expect(await cacheDigest(other)).toBe(digestOf(foldsOf(log)));
        }),
        check,
      );
    },
    LONG,
  );

  it('are told of each other’s changes', async () => {
    await emptied(one, other);
    const heard = new Promise((resolve) => {
      const stop = other.onChange((change) => {
        stop();
        resolve(change);
      });
    });
    await append(one, [{ type: 'set', key: 'rollover', value: 6, at: 1, offset: 0, day: 0 }]);
    expect(await heard).toEqual({ is: 'replaced' });
    expect(other.settings.rollover).toBe(6);
  });

  it('are one device, and undo takes back what either did', async () => {
    await emptied(one, other);
    await append(one, [aReview('good')]);
    const { action } = await append(other, [aReview('again', { card: 'more/c' })]);
    const taken = await undo(one, { at: 1, offset: 0, day: 0 });
    expect(taken?.action).toBe(action);
    expect(taken?.rows.has('more/c')).toBe(true);
  });

  it('refuse the second rating of one card, and write nothing of it', async () => {
    await emptied(one, other);
    const [here, there] = await Promise.all(
      [one, other].map((tab) => prepareCard(tab, 'talk/a', 20_000 * DAY, dayOf)),
    );
    const rate = (tab: Store, rev: number | null | undefined) =>
      append(tab, [aReview('good')], [{ card: 'talk/a', rev: rev ?? null }]);
    const results = await Promise.allSettled([rate(one, here?.rev), rate(other, there?.rev)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await logOf(one)).toHaveLength(1);
    expect(await one.db.cards.get('talk/a')).toMatchObject({ reps: 1 });
  });
});
