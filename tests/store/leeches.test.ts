import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import { leechesOf } from '../../src/store/leeches.ts';
import { append, undo } from '../../src/store/log.ts';
import { sealOldEvents } from '../../src/store/sealing.ts';
import { keptWeights } from '../../src/store/weights.ts';
import type { Store } from '../../src/store/store.ts';
import { aReview, DAY } from '../builders.ts';
import { aStore } from './aStore.ts';

let store: Store;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.close());

/** Answers of one card on following days, each predicted at 0.9: x missed, anything else recalled. */
async function answer(card: string, outcomes: string): Promise<void> {
  await append(store, [aReview('good', { card, day: 0 })]);
  for (const [i, outcome] of [...outcomes].entries()) {
    const rating = outcome === 'x' ? 'again' : 'good';
    await append(store, [aReview(rating, { card, day: i + 1, predicted: 0.9 })]);
  }
}

describe('leeches in the store', () => {
  it('are the cards whose misses are improbable, sealed answers included', async () => {
    await answer('talk/a', 'xxxx');
    await answer('more/c', '.x..');
    expect(await leechesOf(store, ['talk/a', 'more/c'])).toEqual(new Set(['talk/a']));
    expect(await sealOldEvents(store, 4, 0)).toBe(2);
    expect(await leechesOf(store, ['talk/a', 'more/c'])).toEqual(new Set(['talk/a']));
    expect(await leechesOf(store, [])).toEqual(new Set());
  });

  it('are none once the last miss is taken back, and none after a reset', async () => {
    await answer('talk/a', 'xx');
    await answer('more/c', '.');
    const later = { at: 9 * DAY, offset: 0, day: 9 };
    await append(store, [aReview('again', { card: 'talk/a', day: 8, predicted: 0.9 })]);
    expect((await leechesOf(store, ['talk/a'])).size).toBe(1);
    await undo(store, later);
    await append(store, [{ type: 'reset', card: 'talk/a', ...later }]);
    expect((await leechesOf(store, ['talk/a'])).size).toBe(0);
  });
});

describe('weights in the store', () => {
  const first = DEFAULT_WEIGHTS.map((weight, i) => (i === 0 ? 0.3 : weight));
  const second = DEFAULT_WEIGHTS.map((weight, i) => (i === 0 ? 0.4 : weight));
  const moment = (day: number) => ({ at: day * DAY, offset: 0, day });
  const put = (value: unknown, day: number) =>
    append(store, [{ type: 'set', key: 'weights', value, ...moment(day) }]);

  it('are kept, the last chosen first, each once, and the defaults always', async () => {
    expect(await keptWeights(store)).toEqual([
      { name: 'fsrs-6', weights: DEFAULT_WEIGHTS, at: null },
    ]);
    await put(first, 1);
    await put(second, 2);
    await put(first, 3);
    await put([1, 2, 3], 4);
    expect((await keptWeights(store)).map(({ weights, at }) => [weights, at])).toEqual([
      [first, 3 * DAY],
      [second, 2 * DAY],
      [DEFAULT_WEIGHTS, null],
    ]);
  });

  it('are not among them when they were taken back', async () => {
    await put(first, 1);
    await undo(store, moment(2));
    expect(await keptWeights(store)).toHaveLength(1);
  });
});
