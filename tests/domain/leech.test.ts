import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLeech,
  LEVEL,
  leechesAmong,
  misfitOf,
  trialsOf,
  trialsOfCard,
  type Trials,
} from '../../src/domain/leech.ts';
import { isOfCard, type LogEvent } from '../../src/domain/event.ts';
import { createModel } from '../../src/domain/memory.ts';
import { undoneActions } from '../../src/domain/replay.ts';
import { check, DAY, LONG } from '../builders.ts';
import { historiesIn, logOfLearner, type Learner } from '../simulatedLearner.ts';

const model = createModel();
const everyCard = () => true;

const learner = (seed: string, over: Partial<Learner> = {}): Learner => ({
  seed,
  cards: 80,
  days: 200,
  perDay: 6,
  truth: model,
  belief: model,
  ...over,
});

const trialsIn = (log: readonly LogEvent[]) => trialsOf(historiesIn(log), everyCard);

const aTrial = (card: string, predicted: number, outcomes: string): Trials => ({
  card,
  predicted: Array.from(outcomes, () => predicted),
  missed: Array.from(outcomes, (outcome) => outcome === 'x'),
});

describe('the test of improbable misses', () => {
  it('is the sum worked out by hand', () => {
    // Two or three of three, each missed with probability 0.1.
    const { p, expected, misses, answers } = misfitOf(aTrial('a', 0.9, 'x.x'));
    expect(p).toBeCloseTo(3 * 0.1 ** 2 * 0.9 + 0.1 ** 3, 12);
    expect([expected, misses, answers]).toEqual([expect.closeTo(0.3, 12), 2, 3]);
    expect(misfitOf(aTrial('a', 0.9, '...')).p).toBe(1);
  });

  it('is the sum over every way the answers could have turned out', { timeout: LONG }, () => {
    const trial = fc.array(
      fc.record({ predicted: fc.double({ min: 0, max: 1, noNaN: true }), missed: fc.boolean() }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(trial, (rows) => {
        const misses = rows.filter(({ missed }) => missed).length;
        let all = 0;
        for (let way = 0; way < 2 ** rows.length; way++) {
          const missed = rows.map((_, i) => (way >> i) % 2 === 1);
          if (missed.filter(Boolean).length < misses) continue;
          all += rows.reduce(
            (product, { predicted }, i) => product * (missed[i] ? 1 - predicted : predicted),
            1,
          );
        }
        const card = {
          card: 'a',
          predicted: rows.map(({ predicted }) => predicted),
          missed: rows.map(({ missed }) => missed),
        };
        expect(misfitOf(card).p).toBeCloseTo(all, 10);
      }),
      { ...check, numRuns: Math.min(check.numRuns, 1000) },
    );
  });

  it('asks more of a card the more cards are tested', () => {
    const suspect = aTrial('a', 0.9, 'xx.x');
    // 0.0037 for three of four, and three looks among which it is a sixth's part.
    expect(leechesAmong([suspect]).leeches.map(({ card }) => card)).toEqual(['a']);
    const others = Array.from({ length: 40 }, (_, i) => aTrial(`b${i}`, 0.9, '....'));
    expect(leechesAmong([suspect, ...others])).toEqual({ tested: 41, leeches: [] });
    expect([isLeech(suspect, 1), isLeech(suspect, 41)]).toEqual([true, false]);
  });

  it('steps down: a second card is held against one fewer', () => {
    // Of two cards, the first must be under 0.025 and then the second under 0.05; two misses count half.
    const [first, second] = [aTrial('a', 0.95, 'xxx'), aTrial('b', 0.87, 'xx')];
    expect(2 * misfitOf(second).p).toBeCloseTo(0.0338, 10);
    expect(leechesAmong([first, second]).leeches.map(({ card }) => card)).toEqual(['a', 'b']);
    expect(isLeech(second, 2)).toBe(false);
  });

  it('calls no card a leech alone that it would not call one among all', { timeout: LONG }, () => {
    const trial = fc.record({
      predicted: fc.array(fc.double({ min: 0.5, max: 0.99, noNaN: true }), { maxLength: 8 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(trial, { maxLength: 12 }), (rows) => {
        const trials = rows.map(({ predicted, seed }, i) => ({
          card: `c${i}`,
          predicted,
          missed: predicted.map((_, place) => (seed >> place) % 3 === 0),
        }));
        const found = new Set(leechesAmong(trials).leeches.map(({ card }) => card));
        const alone = trials.filter((one) => isLeech(one, trials.length));
        expect(alone.every(({ card }) => found.has(card))).toBe(true);
      }),
      { ...check, numRuns: Math.min(check.numRuns, 2000) },
    );
  });

  it('takes no single miss for more than an accident, and says nothing of nothing', () => {
    expect(leechesAmong([aTrial('a', 0.999, 'x')]).leeches).toEqual([]);
    expect(leechesAmong([])).toEqual({ tested: 0, leeches: [] });
    expect(leechesAmong([aTrial('a', 0.9, '')])).toEqual({ tested: 0, leeches: [] });
  });
});

describe('among learners', () => {
  it('finds the card that does not stick', () => {
    const log = logOfLearner(
      learner('planted', { bend: (recall, _, card) => (card === 7 ? 0.4 : recall) }),
    );
    const { leeches, tested } = leechesAmong(trialsIn(log));
    expect(leeches.map(({ card }) => card)).toEqual(['talk/n7']);
    expect(tested).toBe(80);
  });

  it(
    'calls none a leech with a calibrated learner, but in one of twenty, whenever one looks',
    { timeout: LONG },
    () => {
      const learners = 400;
      const isCalledAfterSomeMiss = (all: readonly Trials[]) =>
        all.some(({ card, predicted, missed }) =>
          missed.some((isMiss, place) => {
            const [then, came] = [predicted.slice(0, place + 1), missed.slice(0, place + 1)];
            return isMiss && isLeech({ card, predicted: then, missed: came }, all.length);
          }),
        );
      const wrong = Array.from({ length: learners }, (_, i) => {
        const trials = trialsIn(logOfLearner(learner(`calibrated ${i}`)));
        return isCalledAfterSomeMiss(trials) || leechesAmong(trials).leeches.length > 0;
      });
      expect(wrong.filter(Boolean).length / learners).toBeLessThanOrEqual(LEVEL);
    },
  );

  it('reads the same of one card as of all, a reset and an undo among them', () => {
    const log = logOfLearner(learner('one', { cards: 12, days: 120 }));
    const middle = log[Math.floor(log.length / 2)]!;
    const at = middle.order + 0.5;
    const own = { device: 'e', at, order: at, offset: 0, day: Math.floor(at / DAY) };
    const more = [
      { ...own, type: 'reset', card: 'talk/n3', seq: 1, action: 'e:1' },
      { ...own, type: 'undone', names: log[40]?.action, seq: 2, action: 'e:2', order: at + 0.1 },
    ] as LogEvent[];
    const all = [...log, ...more];
    const undone = undoneActions(all);
    for (const trials of trialsIn(all)) {
      const events = all.filter((event) => isOfCard(event) && event.card === trials.card);
      expect(trialsOfCard(trials.card, events, undone, model)).toEqual(trials);
    }
  });

  it('tests no card that is suspended or in no deck any more', () => {
    const log = logOfLearner(learner('asked', { cards: 10, days: 60 }));
    const histories = historiesIn(log);
    expect(trialsOf(histories, (card) => card === 'talk/n1').map(({ card }) => card)).toEqual([
      'talk/n1',
    ]);
    const suspended = { ...log.at(-1)!, type: 'suspended', seq: 9e6, order: 9e15, action: 'd:9' };
    expect(historiesIn([...log, suspended as LogEvent]).suspended.size).toBe(1);
  });
});
