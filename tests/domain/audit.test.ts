/** A frozen forecast, held against what was recalled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditOf,
  evidenceOfQuiz,
  evidenceOfVerdict,
  forecastToHold,
  type Evidence,
} from '../../src/domain/audit.ts';
import type { StandingDiscussion } from '../../src/domain/discussion.ts';
import type { ConceptForecast, ForecastMade, VerdictGiven } from '../../src/domain/event.ts';
import { wilson } from '../../src/domain/wilson.ts';
import { anAnswer, check, DAY, LONG } from '../builders.ts';

const WHEN = 20_005 * DAY;

function aForecast(
  concepts: readonly ConceptForecast[],
  over: Partial<ForecastMade> = {},
): ForecastMade {
  const { device, seq, offset, day, action } = anAnswer('good');
  const at = WHEN - 5 * DAY;
  const base = { device, seq, at, order: at, offset, day, action, discussion: 'd' };
  const about = { when: WHEN, date: 20_005, target: 0.9, isPlanned: false, weights: 'fsrs-6' };
  return { ...base, ...about, type: 'forecast-made', concepts, ...over };
}

/** A concept of one card `c<i>` per recall. */
const aConceptForecast = (recalls: readonly number[], over: Partial<ConceptForecast> = {}) => ({
  concept: 'talk/x',
  cards: recalls.map((_, i) => `c${i}`),
  stop: recalls.map((recall) => recall / 2),
  reviews: recalls,
  ...over,
});
const asked = (card: string, isRecalled: boolean, isChoice = false): Evidence => ({
  concept: 'talk/x',
  card,
  isRecalled,
  isChoice,
});

describe('the score', () => {
  it('is the mean squared error, beside that of the forecast without any review', () => {
    const audit = auditOf(aForecast([aConceptForecast([0.8, 0.6])]), [
      asked('c0', true),
      asked('c1', false),
    ]);
    expect(audit?.brier).toBeCloseTo((0.2 ** 2 + 0.6 ** 2) / 2, 12);
    expect(audit?.brierOfStop).toBeCloseTo((0.6 ** 2 + 0.3 ** 2) / 2, 12);
    expect(audit?.forecast).toBeCloseTo(0.7, 12);
    expect(audit?.recalled).toEqual({ share: 0.5, of: 2, ...wilson(1, 2) });
  });

  it('is of the plan if that was taken up, and else of the ordinary reviews', () => {
    const concept = aConceptForecast([0.8], { plan: [1] });
    const brier = (isPlanned: boolean) =>
      auditOf(aForecast([concept], { isPlanned }), [asked('c0', true)])?.brier;
    expect(brier(true)).toBe(0);
    expect(brier(false)).toBeCloseTo(0.04, 12);
  });

  it('is of a concept as a whole where the learner judged it so', () => {
    const audit = auditOf(aForecast([aConceptForecast([1, 0.5])]), [
      { concept: 'talk/x', isRecalled: true, isChoice: false },
    ]);
    expect(audit?.brier).toBeCloseTo(0.25 ** 2, 12);
  });

  it('passes over what was not forecast, and is none when that is all', () => {
    const forecast = aForecast([
      aConceptForecast([0.8]),
      aConceptForecast([], { concept: 'talk/y' }),
    ]);
    const unknown: Evidence[] = [
      asked('c9', false),
      { concept: 'talk/w', isRecalled: true, isChoice: false },
      { concept: 'talk/y', isRecalled: true, isChoice: false },
    ];
    expect(auditOf(forecast, [...unknown, asked('c0', true)])?.recalled.of).toBe(1);
    expect(auditOf(forecast, unknown)).toBeNull();
  });

  it('is said to rest on too little under 30, and how much of it could be guessed', () => {
    const recalls = Array.from({ length: 30 }, () => 0.9);
    const all = recalls.map((_, i) => asked(`c${i}`, true, i < 3));
    const forecast = aForecast([aConceptForecast(recalls)]);
    expect(auditOf(forecast, all)).toMatchObject({ isFew: false, choices: 3 });
    expect(auditOf(forecast, all.slice(1))).toMatchObject({ isFew: true, choices: 2 });
  });

  it('is best when what was forecast is what came', { timeout: LONG }, () => {
    const cards = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cards, (list) => {
        const evidence = list.map(([, isRecalled], i) => asked(`c${i}`, isRecalled));
        const forecast = aForecast([aConceptForecast(list.map(([recall]) => recall))]);
        const sure = aForecast([aConceptForecast(list.map(([, came]) => Number(came)))]);
        const audit = auditOf(forecast, evidence);
        expect(audit?.brier).toBeGreaterThanOrEqual(0);
        expect(audit?.brier).toBeLessThanOrEqual(1);
        expect(auditOf(sure, evidence)?.brier).toBe(0);
        const inBins = audit?.bins.reduce((sum, { recalled }) => sum + recalled.of, 0);
        expect(inBins).toBe(list.length);
        for (const { from, to, forecast: mean } of audit?.bins ?? []) {
          expect(mean).toBeGreaterThanOrEqual(from - 1e-12);
          expect(mean).toBeLessThanOrEqual(to + 1e-12);
        }
      }),
      check,
    );
  });
});

describe('calibration', () => {
  it('sets alike forecasts together; a limit belongs to the bin above it', () => {
    const recalls = [0, 0.6, 0.7, 0.9, 0.95, 1];
    const audit = auditOf(
      aForecast([aConceptForecast(recalls)]),
      recalls.map((_, i) => asked(`c${i}`, i > 1)),
    );
    expect(audit?.bins.map(({ from, to, recalled }) => [from, to, recalled.of])).toEqual([
      [0, 0.6, 1],
      [0.6, 0.8, 2],
      [0.9, 0.95, 1],
      [0.95, 1, 2],
    ]);
    expect(audit?.bins[1]?.forecast).toBeCloseTo(0.65, 12);
    expect(audit?.bins[1]?.recalled).toEqual({ share: 0.5, of: 2, ...wilson(1, 2) });
  });
});

describe('evidence', () => {
  it('of a quiz is right unless rated again, of cards that are still known', () => {
    const answers = [
      anAnswer('again', { card: 'talk/a' }),
      anAnswer('good', { card: 'talk/b', how: 'choice' }),
      anAnswer('good', { card: 'gone' }),
    ];
    const conceptOf = (card: string) => (card === 'gone' ? undefined : 'talk/x');
    expect(evidenceOfQuiz(answers, conceptOf)).toEqual([
      asked('talk/a', false),
      asked('talk/b', true, true),
    ]);
  });

  it('of a verdict is what the learner says of each concept', () => {
    const verdict = { recalled: ['talk/x'], missed: ['talk/y'] } as unknown as VerdictGiven;
    expect(evidenceOfVerdict(verdict)).toEqual([
      { concept: 'talk/x', isRecalled: true, isChoice: false },
      { concept: 'talk/y', isRecalled: false, isChoice: false },
    ]);
  });
});

describe('the forecast that is held', () => {
  const held = (forecasts: ForecastMade[], over: Partial<StandingDiscussion> = {}) => {
    const standing = { forecasts, when: WHEN, changed: 0, isPlanned: false, ...over };
    return forecastToHold(standing as unknown as StandingDiscussion);
  };
  const made = (at: number, over: Partial<ForecastMade> = {}) => aForecast([], { at, ...over });

  it('is the last one made for that instant before it', () => {
    const first = made(WHEN - 9);
    const last = made(WHEN - 2);
    const moved = made(WHEN - 1, { when: WHEN + DAY });
    expect(held([first, last, moved, made(WHEN)])).toBe(last);
    expect(held([made(WHEN + 1)])).toBeNull();
  });

  it('is of the course that was taken in the end, however often the plan was taken up', () => {
    const [usual, planned] = [made(WHEN - 9), made(WHEN - 8, { isPlanned: true })];
    expect(held([usual, planned], { isPlanned: false })).toBe(usual);
    expect(held([usual, planned], { isPlanned: true })).toBe(planned);
    expect(held([usual], { isPlanned: true })).toBe(usual);
  });

  it('is not one made before the discussion was changed, where there is one made after', () => {
    const before = made(WHEN - 9);
    const after = made(WHEN - 3, { isPlanned: true });
    expect(held([before, after], { changed: WHEN - 5 })).toBe(after);
    expect(held([before], { changed: WHEN - 5 })).toBe(before);
  });
});
