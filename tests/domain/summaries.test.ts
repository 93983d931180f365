/** What a learner is told of the work: what comes, how long it takes, what was done. */
import { describe, expect, it } from 'vitest';
import { DID } from '../../src/domain/cardState.ts';
import { cardsWithin, expectedPresses, minutesFor } from '../../src/domain/estimate.ts';
import { dailyCost, forecast, wayBack } from '../../src/domain/forecast.ts';
import { addToTally, emptyTally, isEmptyTally, streak } from '../../src/domain/tally.ts';
import { anAnswer } from '../builders.ts';

describe('the forecast', () => {
  it('puts what is overdue under today and leaves out what is too far', () => {
    const due = new Map([
      [95, 3],
      [100, 2],
      [102, 4],
      [103, 9],
    ]);
    expect(forecast(due, 100, 3)).toEqual([5, 0, 4]);
  });
});

describe('the way back after a break', () => {
  const none: number[] = [];

  it('says: 340 waiting: 40 a day, done in 9 days', () => {
    expect(wayBack(340, none, 80, 100, 20)).toEqual({ waiting: 340, perDay: 40, days: 9 });
  });

  it('counts what falls due meanwhile, but today’s only once', () => {
    const arrivals = [300, ...Array.from({ length: 40 }, () => 10)];
    const back = wayBack(340, arrivals, 80, 100, 20);
    expect(back).toEqual({ waiting: 340, perDay: 40, days: 11 });
  });

  it('is not offered without a break, without a wall, or to who never studied', () => {
    expect(wayBack(340, none, 98, 100, 20)).toBeNull();
    expect(wayBack(340, none, 97, 100, 20)).not.toBeNull();
    expect(wayBack(59, none, 80, 100, 20)).toBeNull();
    expect(wayBack(99, none, 80, 100, 50)).toBeNull();
    expect(wayBack(340, none, null, 100, 20)).toBeNull();
  });
});

describe('the cost of a desired retention', () => {
  it('is a review per interval and one more per miss, at most one a day for each card', () => {
    expect(dailyCost([10, 20], (stability) => stability, 0.9)).toBeCloseTo((0.1 + 0.05) * 1.1, 9);
    expect(dailyCost([0.01], (stability) => stability, 0.9)).toBeCloseTo(1.1, 9);
    expect(dailyCost([], (stability) => stability, 0.9)).toBe(0);
  });
});

describe('the estimate', () => {
  const left = { due: 20, learning: 0, fresh: 0 };
  const timed = (ms: number, again = false) => ({ ms, again });

  it('is a first guess until there are thirty answers of the learner’s own', () => {
    const some = Array.from({ length: 29 }, () => timed(60_000));
    expect(minutesFor(left, some)).toEqual({ low: 2, high: 6, own: false });
    const enough = [...some, timed(60_000)];
    expect(minutesFor(left, enough)).toEqual({ low: 20, high: 20, own: true });
  });

  it('lies between the slower and the faster pace, and misses cost more presses', () => {
    const paces = Array.from({ length: 40 }, (_, i) => timed(i % 2 ? 6000 : 18_000));
    const { low, high } = minutesFor(left, paces);
    expect(low).toBeLessThan(high);
    const missing = paces.map(({ ms }, i) => timed(ms, i % 2 === 0));
    expect(minutesFor(left, missing).high).toBeGreaterThan(high);
    expect(expectedPresses({ due: 2, learning: 1, fresh: 0 }, 0.5)).toBe(6);
  });

  it('is nothing for nothing, and at least a minute for one card', () => {
    expect(minutesFor({ due: 0, learning: 0, fresh: 0 }, [])).toMatchObject({ low: 0, high: 0 });
    expect(minutesFor({ due: 1, learning: 0, fresh: 0 }, [])).toMatchObject({ low: 1, high: 1 });
  });

  it('fits cards into the minutes there are, one at least', () => {
    const slow = Array.from({ length: 30 }, () => timed(60_000));
    expect(cardsWithin(5, left, slow)).toBe(5);
    expect(cardsWithin(0.2, left, slow)).toBe(1);
    expect(cardsWithin(60, left, slow)).toBe(20);
    expect(cardsWithin(5, { due: 0, learning: 0, fresh: 0 }, slow)).toBe(0);
  });
});

describe('the sums of a day', () => {
  const passed = DID.answer | DID.move | DID.retain | DID.pass;

  it('count answers, time, new cards, and first reviews with what was predicted of them', () => {
    const tally = emptyTally(0);
    addToTally(tally, anAnswer('good', { predicted: 0.8 }), passed);
    addToTally(tally, anAnswer('again', { predicted: 0.9 }), DID.answer | DID.move | DID.retain);
    addToTally(tally, anAnswer('good'), passed);
    addToTally(tally, anAnswer('good'), DID.answer | DID.introduce | DID.move);
    expect(tally).toEqual({
      day: 0,
      answers: 4,
      time: 20_000,
      introduced: 1,
      reviewed: 3,
      passed: 2,
      scored: 2,
      scoredPassed: 1,
      predicted: 1_700_000,
      variance: 250_000,
    });
  });

  it('lose again exactly what was taken back', () => {
    const tally = emptyTally(0);
    const answer = anAnswer('good', { predicted: 0.123457 });
    addToTally(tally, answer, passed);
    expect(isEmptyTally(tally)).toBe(false);
    addToTally(tally, answer, passed, -1);
    expect(tally).toEqual(emptyTally(0));
    expect(isEmptyTally(tally)).toBe(true);
  });
});

describe('the streak', () => {
  it('counts study days in a row; today not yet begun does not break it', () => {
    expect(streak([7, 8, 9, 10], 10)).toBe(4);
    expect(streak([7, 8, 9], 10)).toBe(3);
    expect(streak([7, 8], 10)).toBe(0);
    expect(streak([5, 9, 10], 10)).toBe(2);
    expect(streak([], 10)).toBe(0);
  });

  it('counts only days reached, when the clock was set back', () => {
    expect(streak([9, 10], 9)).toBe(1);
  });
});
