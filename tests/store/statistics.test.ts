/** What the statistics read: the same figures whether events stand in the tail or in segments. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent, Rating } from '../../src/domain/event.ts';
import { packTail, readColumns } from '../../src/domain/replayColumns.ts';
import { undoneActions } from '../../src/domain/replay.ts';
import { cardListOf } from '../../src/domain/statistics/question.ts';
import { statisticsOf, studyOf, type Asked } from '../../src/domain/statistics/statistics.ts';
import { foldColumns } from '../../src/domain/foldColumns.ts';
import { createModel } from '../../src/domain/memory.ts';
import { append, undo } from '../../src/store/log.ts';
import { readLogColumns } from '../../src/store/logColumns.ts';
import { sealOldEvents } from '../../src/store/sealing.ts';
import { readAnswers, readCalendar } from '../../src/store/statistics.ts';
import type { Store } from '../../src/store/store.ts';
import { anAnswer, aReview, check, DAY, LONG } from '../builders.ts';
import { bruteStatistics } from '../domain/bruteStatistics.ts';
import { CATALOGUE } from '../domain/histories.ts';
import { aQuestion } from '../domain/statisticsLogs.ts';
import { aStore, emptied, logOf } from './aStore.ts';

const CARDS = ['talk/a', 'talk/b/there', 'more/c'] as const;
const RATINGS: readonly Rating[] = ['good', 'again', 'easy', 'good'];
const QUESTION = aQuestion(40);
const { scope: _scope, kinds: _kinds, ...others } = QUESTION;
const ASKED: Asked = { ...others, chosen: null };

let store: Store;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.close());

async function answerTimes(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const card = CARDS[i % 3] ?? 'talk/a';
    await append(store, [aReview(RATINGS[i % 4] ?? 'good', { card, day: i })]);
  }
}

const figures = async () =>
  statisticsOf(studyOf(await readAnswers(store), cardListOf(CATALOGUE)), ASKED, store.model);

describe('reading answers', () => {
  it('gives the same from the tail, from segments and from both', async () => {
    await answerTimes(30);
    await undo(store, { at: 31 * DAY, offset: 0, day: 31 });
    const fromTail = await figures();
    expect(fromTail.about.answers).toBe(29);
    expect(await sealOldEvents(store, 7, 0)).toBe(4);
    expect(await store.db.events.count()).toBe(3);
    expect(await figures()).toEqual(fromTail);
    expect(fromTail.retention).toEqual(
      bruteStatistics(await logOf(store), CATALOGUE, QUESTION).retention,
    );
  });

  it('takes new weights at once', async () => {
    await answerTimes(12);
    const before = (await figures()).memory.stability.median;
    const weights = store.settings.weights.map((weight, i) => (i < 4 ? weight * 2 : weight));
    const moment = { at: 20 * DAY, offset: 0, day: 20 };
    await append(store, [{ type: 'set', key: 'weights', value: weights, ...moment }]);
    expect((await figures()).memory.stability.median).not.toBe(before);
  });

  it('reads a log without an event', async () => {
    expect((await figures()).about).toMatchObject({ answers: 0, first: null });
  });
});

describe('the heat map from the sums of days', () => {
  it('is the one the log gives', async () => {
    await answerTimes(20);
    const early = await readCalendar(store, ASKED);
    expect(early).toEqual({ calendar: (await figures()).calendar });
    expect(early?.calendar?.n).toBe(20);
  });

  it('is not given for some of the cards, nor from sums that are not current', async () => {
    await answerTimes(3);
    expect(await readCalendar(store, { ...ASKED, onlyMarked: true })).toBeNull();
    expect(await readCalendar(store, { ...ASKED, chosen: new Uint8Array(4) })).toBeNull();
    await store.db.meta.delete('cache');
    expect(await readCalendar(store, ASKED)).toBeNull();
  });
});

/** Answers of three devices to few cards, many of them at one instant. */
const tied = fc.array(
  fc.record({
    device: fc.constantFrom('d', 'e', 'f'),
    card: fc.constantFrom(...CARDS),
    rating: fc.constantFrom(...RATINGS),
    order: fc.nat(4),
    clone: fc.boolean(),
  }),
  { maxLength: 14 },
);

it(
  'tells events of one order apart though their segments are let go',
  async () => {
    await fc.assert(
      fc.asyncProperty(tied, async (answers) => {
        await emptied(store);
        const lengths = new Map<string, number>();
        const log = answers.map(({ clone, ...about }): LogEvent => {
          const seq = (lengths.get(about.device) ?? 0) + 1;
          lengths.set(about.device, seq);
          const written = anAnswer(about.rating, { ...about, seq, day: about.order });
          // As a merge names it: events of one origin say the same.
          const hash = RATINGS.indexOf(about.rating) + 4 * CARDS.indexOf(about.card);
          return clone ? { ...written, origin: `fork:x:${about.order}#${hash}` } : written;
        });
        await store.db.events.bulkAdd(log);
        await sealOldEvents(store, 2, 1);
        const model = createModel();
        const atHand = readColumns([], packTail(log), undoneActions(log), (id) => id);
        const byCard = ({ states }: ReturnType<typeof foldColumns>) =>
          [...states.values()].toSorted((a, b) => (a.card < b.card ? -1 : 1));
        const streamed = await readLogColumns(store);
        expect(byCard(foldColumns(streamed, model))).toEqual(byCard(foldColumns(atHand, model)));
      }),
      { ...check, numRuns: Math.min(check.numRuns, 150) },
    );
  },
  LONG,
);
