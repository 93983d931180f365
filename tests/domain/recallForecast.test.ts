/** The forecast of a scope: if one stops now, if one does the reviews, if one follows the plan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../src/domain/cardState.ts';
import { firstRatingShares } from '../../src/domain/firstRatings.ts';
import { createModel } from '../../src/domain/memory.ts';
import type { Course } from '../../src/domain/plan/outcome.ts';
import {
  forecastRecall,
  frozenConcepts,
  recallCurve,
  type Prospect,
} from '../../src/domain/recallForecast.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { aCard, aCatalogue, aConcept, aReviewState, check, DAY, HOUR, LONG } from '../builders.ts';

const TODAY = 100;
const model = createModel();
const CONCEPT = 'talk/x';
const CARDS = ['talk/a', 'talk/b', 'talk/c', 'talk/d'];
const catalogue = aCatalogue(
  [...CARDS.map((id) => aCard(id, { conceptId: CONCEPT })), aCard('talk/z')],
  [aConcept(CONCEPT), aConcept('talk/z')],
);
const SCOPE = { decks: ['talk'] };

/** Reviewed so many days ago at noon, with so much stability (days). */
const known = (card: string, ago: number, stability: number, over: Partial<CardState> = {}) =>
  aReviewState(card, TODAY + 30, {
    memory: { stability, difficulty: 5 },
    memoryDay: TODAY - ago,
    memoryAt: (TODAY - ago) * DAY + 12 * HOUR,
    ...over,
  });

const courseTo = (days: number): Course => ({
  today: TODAY,
  date: TODAY + days,
  last: TODAY + days - 1,
  model,
  settings: DEFAULT_SETTINGS,
  desired: () => 0.9,
  firstRatings: null,
});

const prospect = (
  states: readonly CardState[],
  days = 5,
  over: Partial<Prospect> = {},
): Prospect => ({
  course: courseTo(days),
  catalogue,
  now: TODAY * DAY + 12 * HOUR,
  states: new Map(states.map((state) => [state.card, state])),
  introductions: new Map(),
  seed: 'discussion',
  plan: null,
  ...over,
});

const states = fc
  .array(
    fc.record({
      ago: fc.integer({ min: 0, max: 60 }),
      stability: fc.double({ min: 0.01, max: 2000, noNaN: true }),
      due: fc.integer({ min: -3, max: 30 }),
      suspended: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ ago, stability, due, suspended }, i) =>
      known(CARDS[i] ?? '', ago, stability, { dueDay: TODAY + due, suspended }),
    ),
  );

describe('a concept', () => {
  it('is recalled as the mean of its cards, unseen ones counting 0', () => {
    const two = [known('talk/a', 5, 20), known('talk/b', 1, 3)];
    const [concept] = forecastRecall(SCOPE, prospect(two)).concepts;
    const stop = [model.retrievability(20, 10), model.retrievability(3, 6), 0, 0];
    expect(concept?.cards).toEqual(CARDS);
    expect(concept?.unseen).toBe(2);
    expect(concept?.stop.each).toEqual(stop);
    expect(concept?.stop.mean).toBeCloseTo(stop.reduce((sum, recall) => sum + recall, 0) / 4, 12);
    const now = (model.retrievability(20, 5) + model.retrievability(3, 1)) / 4;
    expect(concept?.now).toBeCloseTo(now, 12);
  });

  it('leaves suspended cards out and says how many; without another card it is left out', () => {
    const some = [known('talk/a', 5, 20), known('talk/b', 5, 20, { suspended: true })];
    const { concepts, overall } = forecastRecall(SCOPE, prospect(some));
    expect(concepts[0]).toMatchObject({ cards: ['talk/a', 'talk/c', 'talk/d'], suspended: 1 });
    expect(overall).toMatchObject({ suspended: 1, unseen: 3 });
    const none = CARDS.map((card) => known(card, 5, 20, { suspended: true }));
    const rest = forecastRecall(SCOPE, prospect(none));
    expect(rest.concepts.map(({ concept }) => concept)).toEqual(['talk/z']);
    expect(rest.overall).toMatchObject({ cards: ['talk/z'], suspended: 4 });
  });

  it('has the spread of how many of its cards are recalled, as shares', () => {
    const sure = CARDS.map((card) => known(card, 0, 36_500));
    expect(forecastRecall(SCOPE, prospect(sure)).concepts[0]?.stop).toMatchObject({
      low: 1,
      high: 1,
    });
    const half = CARDS.map((card) => known(card, 60, 0.001));
    const { low = 1, high = 0 } = forecastRecall(SCOPE, prospect(half)).concepts[0]?.stop ?? {};
    expect([low * 4, high * 4]).toEqual([Math.round(low * 4), Math.round(high * 4)]);
    expect(low).toBeLessThan(high);
  });

  it('by the plan is what the plan makes of its cards, of others what their reviews do', () => {
    const all = CARDS.map((card) => known(card, 5, 20));
    const plan = new Map([['talk/a', 0.99]]);
    const [concept] = forecastRecall(SCOPE, prospect(all, 5, { plan })).concepts;
    expect(concept?.plan?.each).toEqual([0.99, ...(concept?.reviews.each ?? []).slice(1)]);
    expect(forecastRecall(SCOPE, prospect(all)).concepts[0]?.plan).toBeNull();
  });

  it('is better off for a card that will be met, and for one that falls due', () => {
    const introductions = new Map([['talk/a', TODAY + 1]]);
    const [met] = forecastRecall(SCOPE, prospect([], 5, { introductions })).concepts;
    expect(met?.reviews.each[0]).toBeGreaterThan(0.5);
    expect(met?.stop.mean).toBe(0);
    const due = known('talk/a', 10, 10, { dueDay: TODAY });
    const [reviewed] = forecastRecall(SCOPE, prospect([due])).concepts;
    expect(reviewed?.reviews.mean).toBeGreaterThan(reviewed?.stop.mean ?? 1);
  });
});

it('is the same, digit for digit, from the same prospect', { timeout: LONG }, () => {
  fc.assert(
    fc.property(states, fc.integer({ min: 0, max: 20 }), (some, days) => {
      const one = forecastRecall(SCOPE, prospect(some, days));
      expect(forecastRecall(SCOPE, prospect(some.toReversed(), days))).toEqual(one);
      expect(one.overall.cards).toEqual(one.concepts.flatMap(({ cards }) => cards));
    }),
    { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 10)) },
  );
});

it('never says that recall rises with time if one stops', { timeout: LONG }, () => {
  fc.assert(
    fc.property(states, fc.integer({ min: 0, max: 400 }), (some, days) => {
      const curve = recallCurve(CARDS, prospect(some, days), null);
      expect(curve).toHaveLength(days + 1);
      for (const [place, { stop }] of curve.entries()) {
        expect(stop).toBeLessThanOrEqual(curve[place - 1]?.stop ?? 1);
      }
    }),
    { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 10)) },
  );
});

describe('the curve', () => {
  it('ends where the forecast is, with the plan beside it', () => {
    const all = CARDS.map((card, i) => known(card, i, 20));
    const given = prospect(all, 2);
    const plan = new Map(CARDS.map((card) => [card, [0.5, 0.75, 1]]));
    const curve = recallCurve(CARDS, given, plan);
    expect(curve.map(({ day }) => day)).toEqual([TODAY, TODAY + 1, TODAY + 2]);
    expect(curve.map((point) => point.plan)).toEqual([0.5, 0.75, 1]);
    expect(curve.at(-1)?.stop).toBe(forecastRecall(SCOPE, given).concepts[0]?.stop.mean);
    expect(recallCurve(CARDS, given, null)[0]?.plan).toBeNull();
  });
});

describe('what is frozen of it', () => {
  it('is each card’s recall to 4 decimals, the plan’s if there is one', () => {
    const given = prospect([known('talk/a', 5, 20)], 5, { plan: new Map([['talk/a', 0.123_456]]) });
    const [concept] = frozenConcepts(forecastRecall({ concepts: [CONCEPT] }, given));
    const stop = Math.round(model.retrievability(20, 10) * 1e4) / 1e4;
    expect(concept).toEqual({
      concept: CONCEPT,
      cards: CARDS,
      stop: [stop, 0, 0, 0],
      reviews: [stop, 0, 0, 0],
      plan: [0.1235, 0, 0, 0],
    });
    expect(frozenConcepts(forecastRecall(SCOPE, { ...given, plan: null }))[0]).not.toHaveProperty(
      'plan',
    );
  });
});

describe('shares of first ratings', () => {
  it('are the learner’s own from 50 cards on', () => {
    expect(firstRatingShares({ again: 10, hard: 0, good: 39, easy: 0 })).toBeNull();
    expect(firstRatingShares({ again: 10, hard: 5, good: 30, easy: 5 })).toEqual({
      again: 0.2,
      hard: 0.1,
      good: 0.6,
      easy: 0.1,
    });
  });
});
