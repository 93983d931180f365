/** What becomes of one card under a plan, worked out by hand, and the options it has. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../src/domain/cardState.ts';
import type { Rating } from '../../src/domain/event.ts';
import { createModel, type Memory } from '../../src/domain/memory.ts';
import { optionsFor } from '../../src/domain/plan/options.ts';
import { outcomeOf, recallByDay, type Course } from '../../src/domain/plan/outcome.ts';
import { aState, check } from '../builders.ts';

const TODAY = 100;
const model = createModel();

const aCourse = (days: number, over: Partial<Course> = {}): Course => ({
  today: TODAY,
  date: TODAY + days,
  last: TODAY + days - 1,
  model,
  settings: { learningSteps: [1, 10], relearningSteps: [10], maximumInterval: 36_500 },
  desired: () => 0.9,
  firstRatings: null,
  ...over,
});

const aCard = (memory: Memory, memoryDay: number, dueDay: number, over: Partial<CardState> = {}) =>
  aState({ phase: 'review', memory, memoryDay, dueDay, reps: 3, ...over });

const OLD: Memory = { stability: 30, difficulty: 5 };
const old = aCard(OLD, TODAY - 20, TODAY + 40);
const recallOf = (memory: Memory, days: number) => model.retrievability(memory.stability, days);
const good = (memory: Memory | null, days: number) => model.next(memory, days, 'good');
const lapsed = (memory: Memory, days: number) => good(model.next(memory, days, 'again'), 0);

describe('a card nothing is planned for', () => {
  it('fades until the date, if nothing falls due', () => {
    const { recall, presses, stability } = outcomeOf(old, 'c', [], aCourse(6));
    expect(recall).toBeCloseTo(recallOf(OLD, 26), 12);
    expect(stability).toBe(30);
    expect(presses).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is reviewed when it falls due, and a miss again when that falls due', () => {
    const due = aCard(OLD, TODAY - 30, TODAY + 1);
    const course = aCourse(3);
    const passes = recallOf(OLD, 31);
    const passed = good(OLD, 31);
    const missed = lapsed(OLD, 31);
    expect(Math.round(model.interval(passed.stability, 0.9))).toBeGreaterThan(2);
    expect(Math.round(model.interval(missed.stability, 0.9))).toBeGreaterThan(1);
    const { recall, presses } = outcomeOf(due, 'c', [], course);
    expect(recall).toBeCloseTo(
      passes * recallOf(passed, 2) + (1 - passes) * recallOf(missed, 2),
      12,
    );
    expect(presses.map((count) => Number(count.toFixed(9)))).toEqual([
      0,
      Number((2 - passes).toFixed(9)),
      0,
    ]);
  });

  it('is reviewed today when it is overdue or in its steps, and on its day when put off', () => {
    const pressed = (state: CardState) =>
      outcomeOf(state, 'c', [], aCourse(3)).presses.map((count) => count > 0);
    expect(pressed(aCard(OLD, TODAY - 50, TODAY - 9))[0]).toBe(true);
    const inSteps = aCard(OLD, TODAY, TODAY, { phase: 'relearning', dueDay: null, dueAt: 1 });
    expect(pressed(inSteps)).toEqual([true, false, false]);
    const putOff = aCard(OLD, TODAY - 50, TODAY - 9, { buriedUntil: TODAY + 2 });
    expect(pressed(putOff)).toEqual([false, false, true]);
  });
});

describe('a planned review', () => {
  it('passes with the recall of its day, else fails and is relearnt at once', () => {
    const planned = TODAY + 4;
    const { recall, presses, stability } = outcomeOf(old, 'c', [planned], aCourse(6));
    const passes = recallOf(OLD, 24);
    const [passed, missed] = [good(OLD, 24), lapsed(OLD, 24)];
    expect(recall).toBeCloseTo(
      passes * recallOf(passed, 2) + (1 - passes) * recallOf(missed, 2),
      12,
    );
    expect(stability).toBeCloseTo(passes * passed.stability + (1 - passes) * missed.stability, 9);
    expect(presses[4]).toBeCloseTo(passes + 2 * (1 - passes), 12);
  });

  it('is not relearnt where there are no relearning steps', () => {
    const settings = { learningSteps: [1], relearningSteps: [], maximumInterval: 36_500 };
    const { recall, presses } = outcomeOf(old, 'c', [TODAY + 5], aCourse(6, { settings }));
    const passes = recallOf(OLD, 25);
    const missed = model.next(OLD, 25, 'again');
    expect(recall).toBeCloseTo(
      passes * recallOf(good(OLD, 25), 1) + (1 - passes) * recallOf(missed, 1),
      12,
    );
    expect(presses[5]).toBeCloseTo(1, 12);
  });

  it('does nothing today when memory has already moved today', () => {
    const done = aCard(OLD, TODAY, TODAY + 40);
    expect(outcomeOf(done, 'c', [TODAY], aCourse(6))).toEqual(outcomeOf(done, 'c', [], aCourse(6)));
    expect(optionsFor(done, 'c', aCourse(6), 4).every(({ days }) => !days.includes(TODAY))).toBe(
      true,
    );
  });
});

describe('a new card', () => {
  it('counts 0 until it is begun', () => {
    expect(outcomeOf(null, 'c', [], aCourse(6))).toMatchObject({ recall: 0, stability: 0 });
  });

  it('is begun with good and its steps, until there are ratings of one’s own', () => {
    const { recall, presses } = outcomeOf(null, 'c', [TODAY + 5], aCourse(6));
    expect(recall).toBeCloseTo(recallOf(good(good(null, 0), 0), 1), 12);
    expect(presses[5]).toBe(2);
  });

  it.each([
    [[], { again: 1, hard: 1, good: 1, easy: 1 }],
    [[1], { again: 2, hard: 2, good: 1, easy: 1 }],
    [[1, 10], { again: 3, hard: 3, good: 2, easy: 1 }],
  ] as const)('starts by one’s own first ratings, with steps %j', (learningSteps, presses) => {
    const settings = { learningSteps: [...learningSteps], relearningSteps: [], maximumInterval: 1 };
    const firstRatings = { again: 0.4, hard: 0.1, good: 0.3, easy: 0.2 };
    const course = aCourse(6, { settings, firstRatings });
    const found = outcomeOf(null, 'c', [TODAY + 5], course);
    const after = (rating: Rating) => {
      let memory = model.next(null, 0, rating);
      for (let press = 1; press < presses[rating]; press++) memory = good(memory, 0);
      return recallOf(memory, 1);
    };
    const mean = (of: (rating: Rating) => number) =>
      0.4 * of('again') + 0.1 * of('hard') + 0.3 * of('good') + 0.2 * of('easy');
    expect(found.recall).toBeCloseTo(mean(after), 12);
    expect(found.presses[5]).toBeCloseTo(
      mean((rating) => presses[rating]),
      12,
    );
  });
});

const anyCard = fc.oneof(
  fc.constant(null),
  fc
    .record({
      stability: fc.double({ min: 0.2, max: 200, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      ago: fc.integer({ min: 0, max: 90 }),
      due: fc.integer({ min: -10, max: 40 }),
    })
    .map(({ stability, difficulty, ago, due }) =>
      aCard({ stability, difficulty }, TODAY - ago, TODAY + due),
    ),
);
const few = { ...check, numRuns: Math.min(check.numRuns, 300) };

describe('the options of a card', () => {
  it('are what their days come to, nothing planned first, and each recall runs to its own', () => {
    fc.assert(
      fc.property(anyCard, fc.integer({ min: 1, max: 7 }), (state, days) => {
        const course = aCourse(days);
        const options = optionsFor(state, 'c', course, 3);
        expect(options[0]).toMatchObject(outcomeOf(state, 'c', [], course));
        for (const option of options) {
          const { recall, presses } = outcomeOf(state, 'c', option.days, course);
          expect(option.recall).toBeCloseTo(recall, 9);
          expect(option.recall).toBeGreaterThanOrEqual(0);
          expect(option.recall).toBeLessThanOrEqual(1);
          option.presses.forEach((count, day) => {
            expect(count).toBeGreaterThanOrEqual(0);
            expect(count).toBeCloseTo(presses[day] ?? 0, 9);
          });
          expect(recallByDay(state, 'c', option.days, course).at(-1)).toBeCloseTo(recall, 9);
        }
      }),
      few,
    );
  });

  it.each([
    [30, 8],
    [60, 6],
    [100, 5],
  ])(
    'in a window of %i days stand on %i of them, and those of many cards on nearly all',
    (days, most) => {
      const course = aCourse(days);
      const used = new Set<number>();
      for (let i = 0; i < 40 * (days / 30); i++) {
        const own = new Set(optionsFor(old, `c${i}`, course, 1).flatMap((option) => option.days));
        expect(own.size).toBeLessThanOrEqual(most);
        for (const day of own) used.add(day);
      }
      expect(used.size).toBeGreaterThan(0.9 * days);
    },
  );
});
