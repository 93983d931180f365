/** Plans held against exact ones on small cases, and what is expected of a card against a coin. */
import { describe, expect, it } from 'vitest';
import { outcomeOf, type Course } from '../../src/domain/plan/outcome.ts';
import { allowance, solve, type Plan, type Problem } from '../../src/domain/plan/solve.ts';
import type { CardState } from '../../src/domain/cardState.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { aReviewState, aState, LONG, SEED } from '../builders.ts';
import { enumeratedPlan } from './enumeratedPlan.ts';
import { exactPlan } from './exactPlan.ts';
import { aCourse, aSeenCard, aSmallProblem, drawsOf, faultsOf, TOLERANCE } from './planCases.ts';
import { simulateCard } from './simulatePlan.ts';

function problems(count: number, cards: number, days: number): Problem[] {
  return Array.from({ length: count }, (_, i) =>
    aSmallProblem(`${SEED} ${cards} × ${days} ${i}`, cards, days),
  );
}

const TARGETS = [0.8, 0.87, 0.92, 0.96];

const cheapest = (problem: Problem) => exactPlan(problem).least ?? Infinity;

const withMore = (problem: Problem): Problem => ({
  ...problem,
  capacity: problem.capacity.map((presses, day) =>
    day % 2 === 0 ? Math.min(3, presses + 1) : presses,
  ),
});

describe('the exact solver', () => {
  it(
    'finds what trying everything finds',
    () => {
      for (const problem of problems(300, 4, 4)) {
        const { least, shortfall } = enumeratedPlan(problem);
        const exact = exactPlan(problem);
        expect(exact.least).toBe(least);
        expect(exact.shortfall).toBeCloseTo(shortfall, 9);
      }
    },
    LONG,
  );

  it('never asks less for a higher target, nor more when days are longer', () => {
    for (const problem of problems(60, 8, 5)) {
      const costs = TARGETS.map((target) => cheapest({ ...problem, target }));
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      expect(cheapest(withMore(problem))).toBeLessThanOrEqual(cheapest(problem));
      const { shortfall } = exactPlan(withMore(problem));
      expect(shortfall).toBeLessThanOrEqual(exactPlan(problem).shortfall);
    }
  });
});

describe('a plan', () => {
  it(
    'keeps every rule, and the cheapest there is lies between its bound and its cost',
    { timeout: LONG },
    () => {
      for (const problem of problems(60, 12, 6)) {
        const plan = solve(problem);
        const { least, shortfall } = exactPlan(problem);
        expect(faultsOf(plan, problem)).toEqual([]);
        if (least === null) expect(plan.isReached).toBe(false);
        else expect(plan.bound).toBeLessThanOrEqual(least + TOLERANCE);
        if (plan.isReached)
          expect(plan.least).toBeGreaterThanOrEqual((least ?? Infinity) - TOLERANCE);
        else expect(plan.shortfall).toBeGreaterThanOrEqual(shortfall - TOLERANCE);
      }
    },
  );

  it(
    'keeps them too when presses are expected ones, as ordinary reviews bring',
    { timeout: LONG },
    () => {
      for (let i = 0; i < 100; i++) {
        const problem = aSmallProblem(`${SEED} expected ${i}`, 4, 4, 'expected');
        const plan = solve(problem);
        const { least, shortfall } = enumeratedPlan(problem);
        expect(faultsOf(plan, problem)).toEqual([]);
        if (least === null) expect(plan.isReached).toBe(false);
        else expect(plan.bound).toBeLessThanOrEqual(least + TOLERANCE);
        if (plan.isReached)
          expect(plan.least).toBeGreaterThanOrEqual((least ?? Infinity) - TOLERANCE);
        expect(plan.shortfall).toBeGreaterThanOrEqual(shortfall - TOLERANCE);
      }
    },
  );

  it(
    'has a bound that never falls as the target rises, told the plans of lower ones',
    { timeout: LONG },
    () => {
      for (const problem of problems(15, 10, 5)) {
        const plans: Plan[] = [];
        for (const target of TARGETS) {
          const plan = solve({ ...problem, target }, undefined, plans);
          expect(plan.bound).toBeGreaterThanOrEqual(
            Math.max(0, ...plans.map(({ bound }) => bound)),
          );
          expect(plan.bound).toBeLessThanOrEqual(cheapest({ ...problem, target }) + TOLERANCE);
          plans.push(plan);
        }
      }
    },
  );

  it(
    'takes neither the cost nor the bound of a plan found for an easier case for its own',
    { timeout: LONG },
    () => {
      let reached = 0;
      for (const problem of problems(16, 8, 4)) {
        const lower = { ...problem, target: problem.target - 0.03 };
        const easier = [lower, withMore(problem)].map((one) => solve(one));
        const plan = solve(problem, undefined, easier);
        expect(faultsOf(plan, problem)).toEqual([]);
        if (!plan.isReached) continue;
        reached += 1;
        const optimum = cheapest(problem);
        expect(plan.least).toBeGreaterThanOrEqual(optimum - TOLERANCE);
        expect(plan.bound).toBeLessThanOrEqual(optimum + TOLERANCE);
        expect(plan.cost).toBeLessThanOrEqual(plan.least + allowance(plan.least) + TOLERANCE);
      }
      expect(reached).toBeGreaterThan(3);
    },
  );

  it(
    'is no worse than one already found for a higher target or shorter days',
    { timeout: LONG },
    () => {
      for (const problem of problems(15, 10, 5)) {
        const easier = { ...withMore(problem), target: problem.target - 0.02 };
        const known = solve(problem);
        const plan = solve(easier, undefined, [known]);
        expect(faultsOf(plan, easier)).toEqual([]);
        if (known.isReached) expect(plan.least).toBeLessThanOrEqual(known.least + TOLERANCE);
        expect(plan.isReached || !known.isReached).toBe(true);
        expect(plan.shortfall).toBeLessThanOrEqual(known.shortfall + TOLERANCE);
      }
    },
  );
});

interface Told {
  readonly of: string;
  readonly state: CardState | null;
  readonly course: Course;
  readonly planned: readonly number[];
}

/** Days are counted from today, which is 100. */
function told(
  of: string,
  state: CardState | null,
  planned: readonly number[],
  course: Course,
): Told {
  return { of, state, planned: planned.map((day) => 100 + day), course };
}

const SHARES = { again: 0.25, hard: 0.15, good: 0.5, easy: 0.1 };

const young = aReviewState('talk/a', 102, {
  memory: { stability: 4, difficulty: 6 },
  memoryDay: 98,
});
const mature = aReviewState('talk/a', 130, {
  memory: { stability: 50, difficulty: 4 },
  memoryDay: 80,
});
const overdue = aReviewState('talk/a', 90, {
  memory: { stability: 6, difficulty: 7 },
  memoryDay: 84,
});
const learning = aState({
  phase: 'learning',
  dueAt: 100 * 86_400_000,
  memory: { stability: 2.3, difficulty: 5 },
  memoryDay: 100,
});

const week = aCourse(7);
const fortnight = aCourse(14, { firstRatings: SHARES });
const noSteps = { ...DEFAULT_SETTINGS, learningSteps: [] };
const noRelearning = { ...DEFAULT_SETTINGS, relearningSteps: [] };
const oneStep = { ...DEFAULT_SETTINGS, learningSteps: [10], maximumInterval: 2 };

const TOLD: readonly Told[] = [
  told('a new card nobody plans', null, [], week),
  told('a new card, the first ratings not known yet', null, [1, 3, 6], week),
  told('a new card', null, [0, 2, 9], fortnight),
  told(
    'a new card without steps',
    null,
    [2, 4],
    aCourse(7, { settings: noSteps, firstRatings: SHARES }),
  ),
  told(
    'a new card with one step and short intervals',
    null,
    [1],
    aCourse(9, { settings: oneStep }),
  ),
  told(
    'a new card begun on the day itself',
    null,
    [7],
    aCourse(8, { date: 107, firstRatings: SHARES }),
  ),
  told('a returned card', aState({ introduced: null, marked: true }), [1, 4], fortnight),
  told('a card in its first steps today', learning, [0, 2], fortnight),
  told('a card in its first steps since yesterday', { ...learning, memoryDay: 99 }, [3], week),
  told('a card being learnt again', { ...learning, phase: 'relearning', memoryDay: 97 }, [], week),
  told('a young card left to its due days', young, [], fortnight),
  told('a young card', young, [0, 1, 5, 12], fortnight),
  told('a young card on its due day', young, [2], week),
  told('a young card without relearning', young, [1, 5], aCourse(7, { settings: noRelearning })),
  told('a mature card', mature, [6, 13], fortnight),
  told('a mature card on the day itself', mature, [3, 7], aCourse(8, { date: 107 })),
  told('an overdue card', overdue, [], fortnight),
  told('an overdue card on many days', overdue, [0, 4, 5, 6], week),
  told('an overdue card that is hidden', { ...overdue, buriedUntil: 103 }, [1, 5], fortnight),
  told('a new card that is hidden', aState({ buriedUntil: 102 }), [1, 4], fortnight),
  told('a card reviewed today', { ...young, memoryDay: 100, dueDay: 104 }, [0, 2], week),
  told('a high desired retention', young, [4], aCourse(14, { desired: () => 0.96 })),
  told('no days left', mature, [0], aCourse(1, { last: 99 })),
  ...Array.from({ length: 10 }, (_, i) => {
    const draw = drawsOf(`${SEED} told ${i}`);
    const planned = Array.from({ length: 14 }, (__, day) => day).filter(() => draw() < 0.2);
    return told(`drawn card ${i}`, aSeenCard('talk/a', fortnight, draw), planned, fortnight);
  }),
];

describe('what is expected of a card under a plan', () => {
  it.each(TOLD)('is what twenty thousand coins say: $of', ({ of, state, planned, course }) => {
    const expected = outcomeOf(state, 'talk/a', planned, course);
    const draw = drawsOf(`${SEED} ${of}`);
    const simulated = simulateCard(state, 'talk/a', planned, course, 20_000, draw);
    const near = (value: number, { mean, error }: { mean: number; error: number }) =>
      expect(Math.abs(value - mean)).toBeLessThanOrEqual(5 * error + 1e-4 * Math.max(1, mean));
    near(expected.recall, simulated.recall);
    near(expected.stability, simulated.stability);
    expect(expected.presses).toHaveLength(simulated.presses.length);
    for (const [day, presses] of simulated.presses.entries())
      near(expected.presses[day] ?? NaN, presses);
  });
});
