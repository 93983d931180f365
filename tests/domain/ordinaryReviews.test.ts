/** Ordinary reviews until a date: when new cards are met, and how well a card will be known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../src/domain/cardState.ts';
import { createModel } from '../../src/domain/memory.ts';
import { introductionDays, recallAfterReviews } from '../../src/domain/ordinaryReviews.ts';
import { outcomeOf, type Course } from '../../src/domain/plan/outcome.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import { aCard, aCatalogue, aConcept, aReviewState, aState, check, LONG } from '../builders.ts';

const TODAY = 100;
const model = createModel();

describe('the day a new card is met', () => {
  const catalogue = aCatalogue(
    ['talk/a', 'talk/b/1', 'talk/b/2', 'talk/c', 'talk/d'].map((id) => aCard(id)),
    [aConcept('talk/c', { needs: ['talk/d'] })],
  );
  const days = (over: Partial<Settings> = {}, today: object = {}, last = TODAY + 5) =>
    Object.fromEntries(
      introductionDays(
        {
          today: TODAY,
          fresh: ['talk/a', 'talk/b/1', 'talk/b/2', 'talk/c', 'talk/d'],
          states: new Map(),
          introduced: 0,
          reviewed: 0,
          ...today,
        },
        last,
        { ...DEFAULT_SETTINGS, newPerDay: 2, ...over },
        model,
        catalogue,
      ),
    );

  it('follows the order, the limit, one sibling a day, and what a concept needs first', () => {
    expect(days()).toEqual({
      'talk/a': TODAY,
      'talk/b/1': TODAY,
      'talk/b/2': TODAY + 1,
      'talk/d': TODAY + 1,
      'talk/c': TODAY + 2,
    });
  });

  it('is later when today’s are done, and never when it lies behind the last day', () => {
    expect(days({}, { introduced: 2 })['talk/a']).toBe(TODAY + 1);
    expect(days({ newPerDay: 1 }, {}, TODAY + 1)).toEqual({
      'talk/a': TODAY,
      'talk/b/1': TODAY + 1,
    });
    expect(days({ newPerDay: 0 })).toEqual({});
  });

  it('waits for a sibling answered today, and for one put off', () => {
    const states = new Map([['talk/b/2', aReviewState('talk/b/2', 200, { answered: TODAY })]]);
    const fresh = ['talk/b/1', 'talk/a'];
    expect(days({}, { states, fresh })).toEqual({ 'talk/a': TODAY, 'talk/b/1': TODAY + 1 });
    const away = new Map([['talk/a', aState({ card: 'talk/a', buriedUntil: TODAY + 3 })]]);
    expect(days({}, { states: away, fresh: ['talk/a'] })).toEqual({ 'talk/a': TODAY + 3 });
  });
});

const course = (days: number, over: Partial<Course> = {}): Course => ({
  today: TODAY,
  date: TODAY + days,
  last: TODAY + days - 1,
  model,
  settings: DEFAULT_SETTINGS,
  desired: () => 0.9,
  firstRatings: null,
  ...over,
});

const reviewState = fc
  .record({
    stability: fc.double({ min: 0.2, max: 60, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    ago: fc.integer({ min: 0, max: 40 }),
    due: fc.integer({ min: -5, max: 12 }),
  })
  .map(({ stability, difficulty, ago, due }) =>
    aReviewState('talk/a', TODAY + due, {
      memory: { stability, difficulty },
      memoryDay: TODAY - ago,
    }),
  );

describe('recall after ordinary reviews', () => {
  interface Given {
    introducedOn?: number;
    seed?: string;
    over?: Partial<Course>;
  }
  const recall = (state: CardState | null, days: number, given: Given = {}) => {
    const { introducedOn = null, seed = 'seed', over = {} } = given;
    return recallAfterReviews(state, 'talk/a', introducedOn, course(days, over), seed);
  };

  it(
    'is what all courses together come to, as closely as 200 of them say',
    { timeout: LONG },
    () => {
      fc.assert(
        fc.property(
          fc.array(reviewState, { minLength: 30, maxLength: 30 }),
          fc.integer({ min: 1, max: 14 }),
          fc.integer({ min: 0, max: 2 }),
          (states, days, steps) => {
            const relearningSteps = DEFAULT_SETTINGS.relearningSteps.slice(0, steps);
            const on = course(days, { settings: { ...DEFAULT_SETTINGS, relearningSteps } });
            let simulated = 0;
            let exact = 0;
            for (const [i, state] of states.entries()) {
              simulated += recallAfterReviews(state, `talk/${i}`, null, on, 'seed') / states.length;
              exact += outcomeOf(state, `talk/${i}`, [], on).recall / states.length;
            }
            expect(Math.abs(simulated - exact)).toBeLessThan(0.004);
          },
        ),
        { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 100)) },
      );
    },
  );

  it('is that of a plan which introduces the card on its day, for a new card', () => {
    const firstRatings = { again: 0.3, hard: 0.1, good: 0.5, easy: 0.1 };
    const exact = outcomeOf(null, 'talk/a', [TODAY + 2], course(10, { firstRatings })).recall;
    const simulated = recall(null, 10, { introducedOn: TODAY + 2, over: { firstRatings } });
    expect(Math.abs(simulated - exact)).toBeLessThan(0.004);
  });

  it('is nothing for a card that will not have been met', () => {
    expect(recall(null, 10)).toBe(0);
    expect(recall(null, 3, { introducedOn: TODAY + 3 })).toBe(0);
  });

  it('is that of the curve when nothing falls due', () => {
    const state = aReviewState('talk/a', TODAY + 9, { memoryDay: TODAY - 1 });
    expect(recall(state, 9)).toBeCloseTo(model.retrievability(10, 10), 12);
  });

  it('is the same for the same seed, and about the same for another', { timeout: LONG }, () => {
    fc.assert(
      fc.property(reviewState, fc.string(), (state, seed) => {
        expect(recall(state, 14, { seed })).toBe(recall(state, 14, { seed }));
        expect(Math.abs(recall(state, 14, { seed }) - recall(state, 14))).toBeLessThan(0.03);
      }),
      { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 10)) },
    );
  });
});
