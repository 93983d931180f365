/** What the four buttons offer: better is never sooner, and the terms multiply back to the date. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCardState, stepCard, type CardState } from '../../src/domain/cardState.ts';
import { startOfStudyDay, studyDayOf, type OffsetAt } from '../../src/domain/day.ts';
import { RATINGS, type Rating } from '../../src/domain/event.ts';
import { boundedRange, chooseDays, fuzzRange } from '../../src/domain/fuzz.ts';
import {
  grantOf,
  offersFor,
  possibleDays,
  predictionFor,
  type Offer,
  type OfferContext,
  type Offers,
} from '../../src/domain/grant.ts';
import { createModel, DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import {
  anAnswer,
  aReviewState,
  aState,
  check,
  DAY,
  HOUR,
  LONG,
  MINUTE,
  offsetsOf,
} from '../builders.ts';

const steps = fc.array(fc.constantFrom(0.1, 1, 10, 90, 600, 1439), { maxLength: 3 });

const settings: fc.Arbitrary<Settings> = fc
  .record({
    learningSteps: steps,
    relearningSteps: steps,
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    maximumInterval: fc.constantFrom(1, 2, 5, 30, 365, 36_500),
    balanceLoad: fc.boolean(),
    rollover: fc.constantFrom(0, 3, 4, 6),
    easyDays: fc.array(fc.constantFrom('normal', 'reduced', 'minimum' as const), {
      minLength: 7,
      maxLength: 7,
    }),
  })
  .map((chosen) => ({ ...DEFAULT_SETTINGS, ...chosen }));

/** Weights within FSRS's bounds whose four initial stabilities are in order, a little apart. */
const weights = fc
  .record({
    first: fc.double({ min: 0.01, max: 5, noNaN: true }),
    growth: fc.array(fc.double({ min: 1.01, max: 4, noNaN: true }), { minLength: 3, maxLength: 3 }),
    stretch: fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), {
      minLength: 17,
      maxLength: 17,
    }),
  })
  .map(({ first, growth, stretch }) => {
    const initial = [first];
    for (const factor of growth) initial.push((initial.at(-1) ?? first) * factor);
    return DEFAULT_WEIGHTS.map((weight, i) => initial[i] ?? weight * (stretch[i - 4] ?? 1));
  });

/** Places and instants around which the clocks change, or days begin. */
const PLACES: readonly { readonly offsetAt: OffsetAt; readonly change: number }[] = [
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Asia/Shanghai', '2026-05-01T20:00Z'],
].map(([zone = '', at = '']) => ({ offsetAt: offsetsOf(zone), change: Date.parse(at) }));

const moment = fc
  .record({
    place: fc.constantFrom(...PLACES),
    days: fc.integer({ min: -2, max: 2 }),
    within: fc.oneof(fc.constantFrom(-MINUTE, -1, 0, 1, MINUTE), fc.integer({ min: 0, max: DAY })),
  })
  .map(({ place, days, within }) => ({ place, day: days, within }));

interface Scene {
  readonly state: CardState | null;
  readonly context: OfferContext;
  readonly offsetAt: OffsetAt;
}

const scene: fc.Arbitrary<Scene> = fc
  .record({
    chosen: settings,
    weights,
    moment,
    phase: fc.constantFrom('none', 'new', 'learning', 'review', 'relearning' as const),
    step: fc.nat(3),
    memory: fc.record({
      stability: fc.oneof(
        fc.double({ min: 0.001, max: 30, noNaN: true }),
        fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      ),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    }),
    elapsed: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 900 })),
    interval: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 36_500 })),
    reps: fc.nat(40),
    loads: fc.array(fc.nat(30), { minLength: 7, maxLength: 7 }),
    siblings: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }),
    hasMemory: fc.boolean(),
  })
  .map((drawn) => {
    const { offsetAt, change } = drawn.moment.place;
    const dayOf = (at: number) => studyDayOf(at, offsetAt(at), drawn.chosen.rollover);
    const begins = startOfStudyDay(
      dayOf(change) + drawn.moment.day,
      offsetAt,
      drawn.chosen.rollover,
    );
    const now = begins + drawn.moment.within;
    const today = dayOf(now);
    const context: OfferContext = {
      settings: drawn.chosen,
      desired: drawn.chosen.desiredRetention,
      model: createModel(drawn.weights),
      today,
      now,
      dayOf,
      calendar: {
        load: (day) => drawn.loads[((day % 7) + 7) % 7] ?? 0,
        siblings: drawn.siblings.map((days) => today + days),
      },
    };
    const { phase } = drawn;
    if (phase === 'none') return { state: null, context, offsetAt };
    const inReview = phase === 'review';
    const known = phase !== 'new' && drawn.hasMemory;
    const state = aState({
      phase,
      step: inReview || phase === 'new' ? 0 : drawn.step,
      dueDay: inReview ? today : null,
      dueAt: inReview || phase === 'new' ? null : now,
      interval: drawn.interval,
      memory: known ? drawn.memory : null,
      memoryDay: known ? today - drawn.elapsed : null,
      memoryAt: known ? now - drawn.elapsed * DAY : null,
      reps: drawn.reps,
    });
    return { state, context, offsetAt };
  });

const offered = ({ state, context }: Scene): Offers => offersFor(state, 'talk/a', context);

/** The study day an offer falls on, and within the day the instant. */
function fallsOn(offer: Offer, { dayOf, now }: OfferContext): { day: number; at: number | null } {
  if (offer.phase === 'review') return { day: offer.dueDay, at: null };
  return { day: dayOf(now + offer.delay), at: now + offer.delay };
}

/** Days until the study day the longest step offered falls on; 0 without steps. */
function waitedDays(one: Scene): number {
  const days = RATINGS.map((rating) => offered(one)[rating])
    .filter((offer) => offer.phase !== 'review')
    .map((offer) => fallsOn(offer, one.context).day - one.context.today);
  return Math.max(0, ...days);
}

describe('a better rating', () => {
  it(
    'never falls on an earlier study day than a worse one, nor earlier within the day',
    () => {
      fc.assert(
        fc.property(scene, (one) => {
          const offers = offered(one);
          const places = RATINGS.map((rating) => fallsOn(offers[rating], one.context));
          for (const [i, better] of places.entries()) {
            for (const worse of places.slice(0, i)) {
              expect(better.day).toBeGreaterThanOrEqual(worse.day);
              if (better.at !== null && worse.at !== null) {
                expect(better.at).toBeGreaterThanOrEqual(worse.at);
              }
              // A step falls due during a day, a review with its beginning: never a step after one.
              if (better.at !== null) expect(worse.at).not.toBeNull();
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'is, among passing reviews, a day apart unless the maximum interval stops it',
    () => {
      fc.assert(
        fc.property(scene, (one) => {
          const days = RATINGS.slice(1).flatMap((rating) => {
            const offer = offered(one)[rating];
            return offer.phase === 'review' ? [offer.terms.days] : [];
          });
          for (const [i, better] of days.entries()) {
            const worse = days[i - 1] ?? 0;
            const most = one.context.settings.maximumInterval;
            expect(better > worse || better >= most).toBe(true);
          }
        }),
        check,
      );
    },
    LONG,
  );
});

describe('the terms of a review', () => {
  it(
    'multiply back to the date: the day is within its range, the range around the interval',
    () => {
      fc.assert(
        fc.property(scene, (one) => {
          const { context } = one;
          for (const rating of RATINGS) {
            const offer = offered(one)[rating];
            if (offer.phase !== 'review') continue;
            const { stability, desired, raw, low, high, days, why } = offer.terms;
            expect(offer.dueDay).toBe(context.today + days);
            expect(Number.isInteger(days) && low <= days && days <= high).toBe(true);
            expect(low).toBeGreaterThanOrEqual(1);
            // The maximum yields only to a step that waits into a later day.
            const { maximumInterval } = context.settings;
            expect(high).toBeLessThanOrEqual(Math.max(maximumInterval, waitedDays(one)));
            expect(desired).toBe(context.desired);
            const again = context.model.interval(stability, desired);
            expect(Math.abs(raw - again)).toBeLessThanOrEqual(Math.max(1e-4 * again, 5.1e-5));
            const free = fuzzRange(raw);
            if (high < free.high) expect(why).toContain('capped');
            if (days > free.high + 1) expect(why).toContain('raised');
            expect(why.length).toBeGreaterThan(0);
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'never shorten by fuzz alone the interval of a card that was passed',
    () => {
      fc.assert(
        fc.property(scene, (one) => {
          const { state, context } = one;
          if (state?.phase !== 'review' || state.interval < 1) return;
          const most = context.settings.maximumInterval;
          for (const rating of ['hard', 'good', 'easy'] as const) {
            const offer = offered(one)[rating];
            if (offer.phase !== 'review') throw new Error('A passed review stays in review');
            const { raw, days } = offer.terms;
            if (Math.round(raw) > state.interval) {
              expect(days).toBeGreaterThanOrEqual(Math.min(most, state.interval + 1));
            } else if (
              fuzzRange(raw).low <= state.interval &&
              state.interval <= fuzzRange(raw).high
            ) {
              expect(days).toBeGreaterThanOrEqual(Math.min(most, state.interval));
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'look only at the loads of days that were read beforehand',
    () => {
      fc.assert(
        fc.property(scene, ({ state, context }) => {
          if (!state) return;
          const read = new Set(possibleDays(state, context));
          const load = (day: number) => {
            expect(read.has(day)).toBe(true);
            return context.calendar.load(day);
          };
          offersFor(state, state.card, { ...context, calendar: { ...context.calendar, load } });
        }),
        check,
      );
    },
    LONG,
  );
});

describe('what a button previews', () => {
  it(
    'is what the commit does, to the memory, the phase and the day',
    () => {
      fc.assert(
        fc.property(scene, fc.constantFrom<Rating>(...RATINGS), (one, rating) => {
          const { state, context } = one;
          const { now, today, model } = context;
          const offer = offered(one)[rating];
          const grant = grantOf(offer, now);
          const predicted = predictionFor(state, today, model);
          const answer = anAnswer(rating, {
            at: now,
            day: today,
            grant,
            ...(predicted === undefined ? {} : { predicted }),
          });
          const after = stepCard(state, answer, model).state;
          expect(after.phase).toBe(offer.phase);
          if (offer.phase !== 'review') expect(after.dueAt).toBe(now + offer.delay);
          else {
            expect(after.dueDay).toBe(offer.dueDay);
            const { stability = NaN } = after.memory ?? {};
            expect(Math.abs(offer.terms.stability - stability)).toBeLessThanOrEqual(5.1e-5);
          }
          if (predicted !== undefined && state?.memory && state.memoryDay !== null) {
            const days = today - state.memoryDay;
            expect(days).toBeGreaterThan(0);
            const curve = model.retrievability(state.memory.stability, days);
            expect(Math.abs(predicted - curve)).toBeLessThanOrEqual(5.1e-7);
          }
        }),
        check,
      );
    },
    LONG,
  );
});

describe('fuzz', () => {
  it.each([
    [1, 1, 1],
    [2.4, 2, 2],
    [7, 5, 9],
    [17, 14, 20],
    [37, 33, 41],
    [39, 35, 43],
  ])('moves an interval of %d days to %d … %d, as Anki does', (interval, low, high) => {
    expect(fuzzRange(interval)).toEqual({ low, high });
  });

  it(
    'chooses a day within the range, whatever the loads, and the same each time',
    () => {
      fc.assert(
        fc.property(
          fc.double({ min: 0.1, max: 400, noNaN: true }),
          fc.integer({ min: 1, max: 60 }),
          fc.integer({ min: 1, max: 400 }),
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }),
          fc.option(
            fc.array(fc.constantFrom('normal', 'reduced', 'minimum' as const), {
              minLength: 7,
              maxLength: 7,
            }),
          ),
          (raw, minimum, maximum, unit, loads, easyDays) => {
            const range = boundedRange(raw, minimum, maximum);
            const load = (day: number) => loads[day % 5] ?? 0;
            const calendar = easyDays && { load, siblings: [1003, 1010], easyDays };
            const { days } = chooseDays(range, 1000, unit, calendar);
            expect(range.low).toBeLessThanOrEqual(range.high);
            expect(range.low).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
            expect(range.high).toBeLessThanOrEqual(maximum);
            expect(days).toBeGreaterThanOrEqual(range.low);
            expect(days).toBeLessThanOrEqual(range.high);
            expect(chooseDays(range, 1000, unit, calendar).days).toBe(days);
          },
        ),
        check,
      );
    },
    LONG,
  );

  it('leaves no day of a range out when no loads are balanced', () => {
    const range = { low: 5, high: 9 };
    const days = Array.from({ length: 100 }, (_, i) => chooseDays(range, 0, i / 100, null).days);
    expect(new Set(days)).toEqual(new Set([5, 6, 7, 8, 9]));
  });

  const calendar = {
    load: () => 0,
    siblings: [] as number[],
    easyDays: DEFAULT_SETTINGS.easyDays,
  };
  const chosen = (over: Partial<typeof calendar>) =>
    Array.from({ length: 200 }, (_, i) => {
      return chooseDays({ low: 5, high: 9 }, 0, i / 200, { ...calendar, ...over }).days;
    });
  const share = (days: readonly number[], day: number) =>
    days.filter((one) => one === day).length / days.length;

  it('prefers days that hold fewer reviews', () => {
    const days = chosen({ load: (day: number) => (day === 7 ? 1 : 20) } as never);
    expect(share(days, 7)).toBeGreaterThan(0.9);
  });

  it('keeps siblings off one day', () => {
    expect(share(chosen({ siblings: [7] }), 7)).toBeLessThan(0.01);
  });

  it('keeps an easy day nearly free', () => {
    // Day 7 after 1 January 1970, a Thursday, is a Thursday.
    expect(
      share(chosen({ easyDays: DEFAULT_SETTINGS.easyDays.with(4, 'minimum') }), 7),
    ).toBeLessThan(0.01);
  });
});

describe('steps', () => {
  const now = 20_000 * DAY + 12 * HOUR;
  const context: OfferContext = {
    settings: DEFAULT_SETTINGS,
    desired: 0.9,
    model: createModel(),
    today: 20_000,
    now,
    dayOf: (at) => studyDayOf(at, 0, 4),
    calendar: { load: () => 0, siblings: [] },
  };
  const delays = (offers: Offers) =>
    RATINGS.map((rating) => {
      const offer = offers[rating];
      return offer.phase === 'review' ? 'review' : offer.delay / MINUTE;
    });

  it('lead a new card through learning: 1, 5.5 and 10 minutes, easy at once into review', () => {
    expect(delays(offersFor(null, 'talk/a', context))).toEqual([1, 5.5, 10, 'review']);
  });

  it('let the last step graduate', () => {
    const state = aState({ phase: 'learning', step: 1, dueAt: now });
    expect(delays(offersFor(state, 'talk/a', context))).toEqual([1, 10, 'review', 'review']);
  });

  it('send a lapse to relearning, and a pass to another day', () => {
    const offers = offersFor(aReviewState('talk/a', 20_000), 'talk/a', context);
    expect(delays(offers)).toEqual([10, 'review', 'review', 'review']);
    expect(offers.again.phase).toBe('relearning');
  });

  it('can be left out altogether', () => {
    const none = { ...DEFAULT_SETTINGS, learningSteps: [], relearningSteps: [] };
    const offers = offersFor(newCardState('talk/a'), 'talk/a', { ...context, settings: none });
    expect(delays(offers)).toEqual(['review', 'review', 'review', 'review']);
  });

  it('stay under a day, for hard too', () => {
    const long = { ...DEFAULT_SETTINGS, learningSteps: [1439] };
    const offers = offersFor(null, 'talk/a', { ...context, settings: long });
    expect(delays(offers)).toEqual([1439, 1439, 'review', 'review']);
  });
});
