/** Memory is FSRS-6 as its authors publish it, fed with study days. */
import { describe, expect, it } from 'vitest';
import { foldCard } from '../../src/domain/cardState.ts';
import type { Rating } from '../../src/domain/event.ts';
import { createModel, DEFAULT_WEIGHTS, weightsName, type Memory } from '../../src/domain/memory.ts';
import { anAnswer } from '../builders.ts';

const model = createModel();

function expectMemory(memory: Memory | null, stability: number, difficulty: number): void {
  expect(Math.abs((memory?.stability ?? NaN) - stability)).toBeLessThan(1e-4);
  expect(Math.abs((memory?.difficulty ?? NaN) - difficulty)).toBeLessThan(1e-4);
}

/** Memory after answers, each so many study days after the one before. */
function remembered(weights: readonly number[], ratings: readonly Rating[], gaps: number[]) {
  let memory: Memory | null = null;
  const of = createModel(weights);
  for (const [i, rating] of ratings.entries()) memory = of.next(memory, gaps[i] ?? 0, rating);
  return memory;
}

const FIRST_FAILED: Rating[] = ['again', 'good', 'good', 'good', 'good', 'good'];

/** Numbers: open-spaced-repetition/fsrs-rs 0cbb9d3, src/inference.rs, its own tests. */
describe('the reference vectors of fsrs-rs', () => {
  /** `PARAMETERS` there: 19 weights of FSRS-5, which FSRS-6 extends by 0 and a decay of 0.5. */
  const FSRS_5 = [
    0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
    1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
    0.18046261, 0.121442534, 0, 0.5,
  ];

  it('hold for the default weights (test_memory_state)', () => {
    const memory = remembered(DEFAULT_WEIGHTS, FIRST_FAILED, [0, 0, 1, 3, 8, 21]);
    expectMemory(memory, 53.62691, 6.3574867);
  });

  it('hold for other weights (test_memo_state)', () => {
    const ratings: Rating[] = ['again', 'good', 'good', 'good', 'good'];
    expectMemory(remembered(FSRS_5, ratings, [0, 1, 3, 8, 21]), 31.722992, 7.382128);
    const before = { stability: 20.925528, difficulty: 7.005062 };
    expectMemory(createModel(FSRS_5).next(before, 21, 'good'), 40.87456, 6.9913807);
  });

  it('hold for each rating (test_next_states)', () => {
    const before = remembered(FSRS_5, ['again', 'good', 'good', 'good'], [0, 1, 3, 8]);
    const of = createModel(FSRS_5);
    expectMemory(of.next(before, 21, 'again'), 2.9691455, 8.000659);
    expectMemory(of.next(before, 21, 'hard'), 17.091452, 7.6913934);
    expectMemory(of.next(before, 21, 'good'), 31.722992, 7.382128);
    expectMemory(of.next(before, 21, 'easy'), 71.7502, 7.0728626);
  });

  it('hold for the curve (test_current_retrievability, decay 0.2)', () => {
    const steep = createModel(DEFAULT_WEIGHTS.map((weight, i) => (i === 20 ? 0.2 : weight)));
    const recall = [0, 1, 2, 3].map((days) => steep.retrievability(1, days));
    for (const [i, expected] of [1, 0.9, 0.84028935, 0.7985001].entries()) {
      expect(recall[i]).toBeCloseTo(expected, 6);
    }
  });

  it('hold for the interval (test_next_interval, stability 1)', () => {
    const desired = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    const days = desired.map((r) => Math.round(model.interval(1, r)));
    expect(days).toEqual([34793, 2508, 387, 90, 27, 9, 3, 1]);
  });
});

/** Numbers: open-spaced-repetition/ts-fsrs cdec8d2, packages/fsrs/__tests__. */
describe('the reference vectors of ts-fsrs', () => {
  it('hold for the first answer (FSRS-6.test.ts, first repeat)', () => {
    expectMemory(model.next(null, 0, 'again'), 0.212, 6.4133);
    expectMemory(model.next(null, 0, 'hard'), 1.2931, 5.11217071);
    expectMemory(model.next(null, 0, 'good'), 2.3065, 2.11810397);
    expectMemory(model.next(null, 0, 'easy'), 8.2956, 1);
  });

  it('hold for difficulty (algorithm.test.ts, next_difficulty)', () => {
    const after = (rating: Rating) =>
      model.next({ stability: 5, difficulty: 5 }, 1, rating).difficulty;
    expect(after('again')).toBeCloseTo(8.34176237, 5);
    expect(after('hard')).toBeCloseTo(6.66599536, 5);
    expect(after('good')).toBeCloseTo(4.99022837, 5);
    expect(after('easy')).toBeCloseTo(3.31446137, 5);
  });

  it('hold within a day (algorithm.test.ts, next_short_term_stability)', () => {
    const after = (rating: Rating) =>
      model.next({ stability: 5, difficulty: 5 }, 0, rating).stability;
    expect(after('again')).toBeCloseTo(1.596818, 5);
    expect(after('hard')).toBeCloseTo(5, 5);
    expect(after('good')).toBeCloseTo(5, 5);
    expect(after('easy')).toBeCloseTo(8.12960956, 5);
  });

  it('hold for the curve (algorithm.test.ts, retrievability)', () => {
    const recall = [0, 1, 2, 3].map((days) => model.retrievability(1, days));
    for (const [i, expected] of [1, 0.9, 0.84588465, 0.8093881].entries()) {
      expect(recall[i]).toBeCloseTo(expected, 6);
    }
  });

  it('hold for a whole history of intervals (FSRS-6.test.ts, ivl_history)', () => {
    // Answered when due; the first two goods and what follows the lapses are steps of the same day.
    const ratings: Rating[] = [
      'good',
      'good',
      'good',
      'good',
      'good',
      'good',
      'again',
      'again',
      'good',
      'good',
      'good',
      'good',
      'good',
    ];
    const given = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let memory: Memory | null = null;
    for (const [i, rating] of ratings.entries()) {
      memory = model.next(memory, i === 0 ? 0 : (given[i - 1] ?? 0), rating);
      if (given[i] !== 0) expect(Math.round(model.interval(memory.stability, 0.9))).toBe(given[i]);
    }
  });
});

describe('memory folded from the log', () => {
  it('counts study days, whatever the hours between', () => {
    const days = [0, 0, 1, 4, 12, 33];
    const answers = FIRST_FAILED.map((rating, i) => {
      const day = days[i] ?? 0;
      const at = day * 86_400_000 + (i % 2 ? 3 : 20) * 3_600_000;
      const grant = { phase: 'learning', step: 0, dueAt: at } as const;
      return anAnswer(rating, { seq: i + 1, day, at, order: i, grant });
    });
    const { memory, reps } = foldCard('talk/a', answers, new Set(), model);
    expectMemory(memory, 53.62691, 6.3574867);
    expect(reps).toBe(6);
  });

  it('is 0.9 after as many days as it is stable, and interval is the inverse of the curve', () => {
    for (const stability of [0.01, 1, 10, 365, 36_500]) {
      expect(model.retrievability(stability, stability)).toBeCloseTo(0.9, 6);
      for (const desired of [0.7, 0.85, 0.97]) {
        const days = model.interval(stability, desired);
        expect(model.retrievability(stability, days)).toBeCloseTo(desired, 9);
      }
    }
  });
});

describe('weights', () => {
  it('are 21 finite numbers', () => {
    expect(() => createModel(DEFAULT_WEIGHTS.slice(1))).toThrow('21 weights');
    expect(() => createModel(DEFAULT_WEIGHTS.map(() => NaN))).toThrow('21 weights');
  });

  it('are named: the defaults by their version, others by what they are', () => {
    expect(weightsName(DEFAULT_WEIGHTS)).toBe('fsrs-6');
    const other = DEFAULT_WEIGHTS.with(3, 9);
    expect(weightsName(other)).toMatch(/^fsrs-6:[0-9a-f]{8}$/);
    expect(weightsName(other)).not.toBe(weightsName(DEFAULT_WEIGHTS.with(3, 9.5)));
  });
});
