import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historiesOf } from '../../src/domain/calibration/histories.ts';
import type { CardState } from '../../src/domain/cardState.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { habitsOf, type Habits } from '../../src/domain/habits.ts';
import { createModel } from '../../src/domain/memory.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import { workload, YEAR, type Year } from '../../src/domain/workload.ts';
import { aCatalogue, anAnswer, aReviewState, aState, check, LONG } from '../builders.ts';
import { columnsOf, logOfLearner } from '../simulatedLearner.ts';

const model = createModel();
const HABITS: Habits = {
  pass: 6000,
  again: 12_000,
  isOwnPace: true,
  firstRatings: { again: 0.2, hard: 0.15, good: 0.55, easy: 0.1 },
  passRatings: { hard: 0.1, good: 0.8, easy: 0.1 },
};
const TODAY = 20_000;

interface Given {
  readonly begun?: number;
  readonly fresh?: number;
  readonly settings?: Partial<Settings>;
  readonly habits?: Habits;
  readonly states?: readonly CardState[];
}

function aYear({ begun = 0, fresh = 0, settings = {}, habits = HABITS, states = [] }: Given): Year {
  const ids = Array.from({ length: begun + fresh }, (_, i) => `talk/n${i}`);
  const known = ids
    .slice(0, begun)
    .map((card, i) => aReviewState(card, TODAY + (i % 20), { interval: 10 }));
  return {
    states: new Map([...known, ...states].map((state) => [state.card, state])),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    model,
    catalogue: aCatalogue([...ids, ...states.map(({ card }) => card)]),
    habits,
    today: TODAY,
    introduced: 0,
  };
}

describe('a year of study', () => {
  it('costs more and holds more the more is desired', () => {
    const { points } = workload(aYear({ begun: 200, fresh: 200 }));
    for (let i = 1; i < points.length; i++) {
      expect(points[i]!.minutes).toBeGreaterThan(points[i - 1]!.minutes);
      expect(points[i]!.held).toBeGreaterThan(points[i - 1]!.held);
    }
    expect(points.at(-1)!.held / 400).toBeGreaterThan(0.9);
    expect(points[0]!.held / 400).toBeLessThan(0.9);
  });

  it('has the desired retention in force among those held against each other', () => {
    const { points, now, cards, fresh } = workload(
      aYear({ begun: 5, fresh: 7, settings: { desiredRetention: 0.87 } }),
    );
    expect(now).toBe(0.87);
    expect(points.map(({ desired }) => desired)).toContain(0.87);
    expect(points.map(({ desired }) => desired)).toEqual(
      points.map(({ desired }) => desired).toSorted((a, b) => a - b),
    );
    expect([cards, fresh]).toEqual([12, 7]);
  });

  it('is the same every time', () => {
    const year = aYear({ begun: 30, fresh: 30 });
    expect(workload(year)).toEqual(workload(year));
  });

  it('agrees with the sums of a plain second simulation', () => {
    const year = aYear({ begun: 60 });
    const [point] = workload(year, [0.9]).points;
    // Expected values by a plain walk over the days, of many other draws.
    let presses = 0;
    let held = 0;
    const runs = 60;
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const state of year.states.values()) {
      for (let run = 0; run < runs; run++) {
        let memory = state.memory!;
        let moved = state.memoryDay! - TODAY;
        let due = Math.max(0, state.dueDay! - TODAY);
        for (let day = 0; day <= YEAR; day++) {
          if (day > YEAR - 91 && (day - 5) % 15 === 0) {
            // As at the end of the day before it is reviewed.
            held += model.retrievability(memory.stability, day - moved) / 7;
          }
          if (day !== due || day === YEAR) continue;
          const isRecalled = random() < model.retrievability(memory.stability, day - moved);
          const unit = random();
          const pass = unit < 0.1 ? 'hard' : unit < 0.9 ? 'good' : 'easy';
          memory = model.next(memory, day - moved, isRecalled ? pass : 'again');
          if (!isRecalled) memory = model.next(memory, 0, 'good');
          presses += isRecalled ? 1 : 2;
          moved = day;
          due = day + Math.max(1, Math.round(model.interval(memory.stability, 0.9)));
        }
      }
    }
    expect(point!.reviews).toBeCloseTo(presses / runs / YEAR, 1);
    expect(point!.held / 60).toBeCloseTo(held / runs / 60, 1);
  });

  it('leaves out suspended and retired cards, and decks from which none are met', () => {
    const suspended = aReviewState('talk/s', TODAY, { suspended: true });
    const settings = { decksWithoutNew: ['talk'] };
    expect(workload(aYear({ states: [suspended], fresh: 9, settings })).cards).toBe(0);
    const gone = { ...aYear({}), states: new Map([['x/y', aReviewState('x/y', TODAY)]]) };
    expect(workload(gone).cards).toBe(0);
    expect(workload(aYear({ fresh: 9, settings: { newPerDay: 0 } })).cards).toBe(0);
  });

  it('begins no more new cards than the days allow', () => {
    expect(workload(aYear({ fresh: 800, settings: { newPerDay: 2 } })).fresh).toBe(2 * YEAR);
  });

  it('follows a sample of very many cards to the same costs', () => {
    const few = workload(aYear({ begun: 1000 }), [0.9]).points[0]!;
    const many = workload(aYear({ begun: 9000 }), [0.9]).points[0]!;
    expect(many.minutes / 9).toBeCloseTo(few.minutes, 0);
    expect(many.held / 9 / few.held).toBeCloseTo(1, 1);
  });

  it('is a number whatever is known', { timeout: LONG }, () => {
    const given = fc.record({
      begun: fc.integer({ min: 0, max: 4 }),
      fresh: fc.integer({ min: 0, max: 4 }),
      settings: fc.record({
        newPerDay: fc.integer({ min: 0, max: 3 }),
        maximumInterval: fc.integer({ min: 1, max: 36_500 }),
        learningSteps: fc.constantFrom([], [1], [1, 10]),
        relearningSteps: fc.constantFrom([], [10]),
      }),
      states: fc.constantFrom(
        [],
        [aState({ card: 'talk/new' })],
        [aReviewState('talk/late', TODAY - 400)],
        [aReviewState('talk/ahead', TODAY + 900, { memoryDay: TODAY + 3 })],
      ),
      habits: fc.constantFrom(HABITS, { ...HABITS, firstRatings: null, passRatings: null }),
    });
    fc.assert(
      fc.property(given, (one) => {
        for (const point of workload(aYear(one), [0.7, 0.97]).points) {
          for (const value of Object.values(point)) expect(Number.isFinite(value)).toBe(true);
          expect(point.held).toBeGreaterThanOrEqual(0);
        }
      }),
      { ...check, numRuns: Math.min(check.numRuns, 6) },
    );
  });
});

describe('habits', () => {
  const habitsIn = (log: readonly LogEvent[]) => {
    const columns = columnsOf(log);
    return habitsOf(columns, historiesOf(columns, model));
  };

  it('are first guesses until there is enough to say', () => {
    expect(habitsIn([])).toEqual({
      pass: 11_500,
      again: 11_500,
      isOwnPace: false,
      firstRatings: null,
      passRatings: null,
    });
  });

  it('are the shares and medians of the log', () => {
    const log = logOfLearner({
      seed: 'habits',
      cards: 200,
      days: 120,
      perDay: 5,
      truth: model,
      belief: model,
    }).map((event) =>
      event.type === 'reviewed' && 'rating' in event
        ? { ...event, ms: event.rating === 'again' ? 9130 : 4020 }
        : event,
    );
    const { pass, again, isOwnPace, firstRatings, passRatings } = habitsIn(log);
    expect([pass, again, isOwnPace]).toEqual([4050, 9150, true]);
    expect(firstRatings?.again).toBeCloseTo(0.2, 1);
    expect(passRatings?.good).toBeCloseTo(0.78, 1);
    expect(passRatings!.hard + passRatings!.good + passRatings!.easy).toBeCloseTo(1, 12);
  });

  it('take no pace from answers without a duration, nor from what was taken back', () => {
    const answers = Array.from({ length: 80 }, (_, i) =>
      anAnswer(i % 2 === 0 ? 'again' : 'good', {
        seq: i + 1,
        day: i,
        at: i,
        order: i,
        action: `d:${i + 1}`,
        ms: 0,
      }),
    );
    expect(habitsIn(answers).isOwnPace).toBe(false);
  });
});
