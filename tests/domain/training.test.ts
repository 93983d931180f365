import { describe, expect, it } from 'vitest';
import type { LogEvent, Rating } from '../../src/domain/event.ts';
import { createModel, DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import {
  LONGEST,
  splitByDay,
  trainingItems,
  trainingSet,
} from '../../src/domain/training/items.ts';
import { judge, tooFew } from '../../src/domain/training/verdict.ts';
import { anAnswer, aReviewGrant, DAY, HOUR } from '../builders.ts';
import { TRUE_WEIGHTS } from '../fixtures/optimiser.ts';
import { historiesIn, logOfLearner } from '../simulatedLearner.ts';

type Over = Parameters<typeof anAnswer>[1];

function answers(...rows: [number, Rating, Over?][]): LogEvent[] {
  return rows.map(([day, rating, over], i) => {
    const at = day * DAY + 12 * HOUR + i;
    const own = { seq: i + 1, day, at, order: at, action: `d:${i + 1}` };
    return anAnswer(rating, { ...own, grant: aReviewGrant(day + 1), ...over });
  });
}

const step = { grant: { phase: 'learning', step: 0, dueAt: 0 } } as const;

/** Each course as `rating/elapsed …`, in the order trained on. */
function coursesOf(log: readonly LogEvent[]): string[] {
  const histories = historiesIn(log);
  const items = trainingItems(histories);
  const { ratings, elapsed, lengths } = trainingSet(histories, items, items.length);
  let place = 0;
  return Array.from(lengths, (length) => {
    const course = Array.from({ length }, (_, i) => `${ratings[place + i]}/${elapsed[place + i]}`);
    place += length;
    return course.join(' ');
  });
}

describe('what the optimiser learns from', () => {
  it('is each answer of another day with the course before it, same-day steps within', () => {
    const log = answers([0, 'again', step], [0, 'good'], [3, 'hard'], [8, 'easy']);
    expect(coursesOf(log)).toEqual(['1/0 3/0 2/3', '1/0 3/0 2/3 4/5']);
  });

  it('goes by time over all cards', () => {
    const log = answers(
      [0, 'good'],
      [1, 'again', { card: 'talk/b' }],
      [5, 'good'],
      [3, 'good', { card: 'talk/b' }],
    );
    expect(coursesOf(log)).toEqual(['1/0 3/2', '3/0 3/5']);
  });

  it('has no practice and no cramming in it, and no course that ends one-sidedly', () => {
    const log = answers(
      [0, 'good'],
      [2, 'again', { type: 'quizzed', mode: 'quiz-practice' }],
      [3, 'again', { type: 'reviewed', mode: 'cram' }],
      [4, 'again', { type: 'quizzed', mode: 'quiz-misses' }],
      [6, 'good', { type: 'quizzed', mode: 'quiz-all', how: 'choice' }],
      [9, 'good', { type: 'quizzed', mode: 'quiz-all' }],
    );
    expect(coursesOf(log)).toEqual(['3/0 1/4 3/5']);
  });

  it('is cut where a card was reset, and at courses longer than any that is trained on', () => {
    const at = 2 * DAY;
    const own = { device: 'd', seq: 90, offset: 0, day: 2, at, order: at, action: 'd:90' };
    const reset = { ...own, type: 'reset', card: 'talk/a' } as LogEvent;
    expect(
      coursesOf([...answers([0, 'good'], [1, 'good'], [4, 'hard'], [6, 'good']), reset]),
    ).toEqual(['3/0 3/1', '2/0 3/2']);
    const long = answers(...Array.from({ length: 90 }, (_, i): [number, Rating] => [i, 'good']));
    expect(coursesOf(long)).toHaveLength(LONGEST - 1);
  });

  it('is nothing of an empty log and of a card seen once', () => {
    expect(coursesOf([])).toEqual([]);
    expect(coursesOf(answers([0, 'good']))).toEqual([]);
  });
});

const itemsOn = (...days: number[]) => ({
  length: days.length,
  first: new Uint32Array(days.length),
  last: new Uint32Array(days.length),
  day: Int32Array.from(days),
});

describe('the split', () => {
  it('lies between two study days, with at least the share before it', () => {
    expect(splitByDay(itemsOn(1, 1, 2, 2, 2, 3), 0.5)).toEqual({ at: 5, from: 3 });
    expect(splitByDay(itemsOn(1, 2, 3, 4, 5), 0.8)).toEqual({ at: 4, from: 5 });
  });

  it('is none where all is of one day, or of none', () => {
    expect(splitByDay(itemsOn(4, 4, 4), 0.8)).toBeNull();
    expect(splitByDay(itemsOn(), 0.8)).toBeNull();
  });

  it('never trains on a day it judges, even when a clock was set back', () => {
    const items = itemsOn(1, 9, 9, 2, 3, 10, 11);
    const split = splitByDay(items, 0.2)!;
    expect(split).toEqual({ at: 5, from: 10 });
  });
});

describe('the verdict', () => {
  const truth = createModel(TRUE_WEIGHTS);
  const base = { cards: 500, days: 250, perDay: 5, belief: createModel() };

  function verdictOf(log: readonly LogEvent[], now: readonly number[], then: readonly number[]) {
    const histories = historiesIn(log);
    const items = trainingItems(histories);
    return judge(histories, items, splitByDay(items, 0.8)!, now, then);
  }

  it('sees a gain where the truth is known, none in the other direction, none in no change', () => {
    const log = logOfLearner({ ...base, seed: 'verdict', truth });
    const better = verdictOf(log, DEFAULT_WEIGHTS, TRUE_WEIGHTS);
    expect(better.isGain).toBe(true);
    expect(better.gain).toBeGreaterThan(better.doubt);
    expect(better.gain).toBeCloseTo(better.before.logLoss - better.after.logLoss, 10);
    expect(verdictOf(log, TRUE_WEIGHTS, DEFAULT_WEIGHTS).isGain).toBe(false);
    expect(verdictOf(log, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)).toMatchObject({
      gain: 0,
      doubt: 0,
      isGain: false,
    });
  });

  it('judges by nothing of the days it trained on', () => {
    const log = logOfLearner({ ...base, seed: 'apart', truth });
    const items = trainingItems(historiesIn(log));
    const { at, from } = splitByDay(items, 0.8)!;
    expect(Math.max(...items.day.subarray(0, at))).toBeLessThan(from);
    expect(Math.min(...items.day.subarray(at))).toBe(from);
  });

  it('is refused where there is too little to train on or to judge by', () => {
    expect(tooFew(itemsOn(), null)).toEqual({ trained: 0, judged: 0 });
    expect(tooFew({ ...itemsOn(), length: 499 }, { at: 400, from: 1 })).toEqual({
      trained: 400,
      judged: 99,
    });
    expect(tooFew({ ...itemsOn(), length: 900 }, { at: 299, from: 1 })).toEqual({
      trained: 299,
      judged: 601,
    });
    expect(tooFew({ ...itemsOn(), length: 500 }, { at: 400, from: 1 })).toBeNull();
    expect(tooFew({ ...itemsOn(), length: 900 }, null)).toEqual({ trained: 900, judged: 0 });
  });

  it('is a number even where every answer was alike', () => {
    const log = answers(...Array.from({ length: 60 }, (_, i): [number, Rating] => [2 * i, 'good']));
    const { before, after, gain, doubt } = verdictOf(log, DEFAULT_WEIGHTS, TRUE_WEIGHTS);
    for (const value of [before.logLoss, before.rmseBins, after.logLoss, gain, doubt]) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });
});
