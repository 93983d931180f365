/**
 * Grants: what each of the four ratings would do to a card, worked out once, shown on the buttons,
 * and carried unchanged into the commit. Steps, fuzz, balance, easy days and spacing act here and
 * nowhere else; the fold never computes a schedule again.
 * Rules: Anki, rslib/src/scheduler/states (steps, constraint of passing intervals).
 */
import { predictedOn, type CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import { RATINGS, type Grant, type Phase, type Rating, type Reason, type Terms } from './event.ts';
import { boundedRange, chooseDays, fuzzRange, type Calendar } from './fuzz.ts';
import type { Memory, MemoryModel } from './memory.ts';
import { unitOf } from './random.ts';
import type { Settings } from './settings.ts';

const MINUTE = 60_000;
/** Minutes: a step stays under a day. */
const LONGEST_STEP = 1439;

/** What one button offers: a wait of `delay` ms, or a study day with the terms that led to it. */
export type Offer =
  | { readonly phase: 'learning' | 'relearning'; readonly step: number; readonly delay: number }
  | { readonly phase: 'review'; readonly dueDay: StudyDay; readonly terms: Terms };

export type Offers = Readonly<Record<Rating, Offer>>;

export interface OfferContext {
  readonly settings: Settings;
  /** 0..1 */
  readonly desired: number;
  readonly model: MemoryModel;
  readonly today: StudyDay;
  /** ms */
  readonly now: number;
  /** The study day of an instant (ms) not far from now. */
  readonly dayOf: (at: number) => StudyDay;
  readonly calendar: Omit<Calendar, 'easyDays'>;
}

type Wait = { readonly step: number; readonly delay: number };

/** Where each rating leads among `steps` (minutes); null means out of them, into review. */
function waits(steps: readonly number[], at: number, rating: Rating): Wait | null {
  const first = steps[0];
  if (first === undefined || rating === 'easy') return null;
  const here = Math.min(at, steps.length - 1);
  if (rating === 'again') return { step: 0, delay: first * MINUTE };
  if (rating === 'hard') {
    const second = steps[1];
    const early = second === undefined ? first * 1.5 : (first + second) / 2;
    const minutes = here === 0 ? early : (steps[here] ?? first);
    return { step: here, delay: Math.round(Math.min(minutes, LONGEST_STEP) * MINUTE) };
  }
  const next = steps[here + 1];
  return next === undefined ? null : { step: here + 1, delay: next * MINUTE };
}

function waitAfter(phase: Phase, step: number, rating: Rating, settings: Settings): Wait | null {
  if (phase === 'review') {
    return rating === 'again' ? waits(settings.relearningSteps, 0, 'again') : null;
  }
  const steps = phase === 'relearning' ? settings.relearningSteps : settings.learningSteps;
  return waits(steps, phase === 'new' ? 0 : step, rating);
}

/**
 * The least days a passing review may be given, so that fuzz alone never shortens an interval: one
 * more than last time if the interval grew; as many if last time's is still within the range.
 */
function floorAgainst(last: number, raw: number): number {
  if (last <= 0) return 1;
  if (Math.round(raw) > last) return last + 1;
  const { low, high } = fuzzRange(raw);
  return last >= low && last <= high ? last : 1;
}

const decimals4 = (value: number) => Math.round(value * 10_000) / 10_000;

function reviewOffer(
  state: CardState | null,
  card: string,
  rating: Rating,
  memory: Memory,
  atLeast: number,
  waited: number,
  context: OfferContext,
): Extract<Offer, { phase: 'review' }> {
  const { settings, desired, model, today } = context;
  const stability = decimals4(memory.stability);
  // As recorded: what is decided from it can be worked out again from the terms.
  const raw = decimals4(model.interval(stability, desired));
  const passed = state?.phase === 'review' && rating !== 'again';
  const maximum = Math.max(settings.maximumInterval, waited);
  const floor = Math.max(atLeast, passed ? floorAgainst(state.interval, raw) : 1);
  const range = boundedRange(raw, floor, maximum);
  const unit = unitOf(`${card} ${state?.reps ?? 0}`);
  const balanced = settings.balanceLoad
    ? { ...context.calendar, easyDays: settings.easyDays }
    : null;
  const { days, why } = chooseDays(range, today, unit, balanced);
  const free = fuzzRange(raw);
  const reasons: Reason[] = [...why];
  if (floor > free.low && range.low === Math.min(floor, maximum)) reasons.push('raised');
  if (free.high > maximum) reasons.push('capped');
  const terms = { stability, desired, raw, ...range, days, why: reasons };
  return { phase: 'review', dueDay: today + days, terms };
}

/**
 * What each rating would give. A better rating never falls on an earlier study day than a worse
 * one, nor waits less within a day; hard, good and easy in review are a day apart or more unless
 * the maximum interval stops them.
 * @param state null for a card never seen
 */
export function offersFor(state: CardState | null, card: string, context: OfferContext): Offers {
  const { settings, model, today, now, dayOf } = context;
  const phase = state?.phase ?? 'new';
  const reached = state?.memoryDay ?? null;
  const elapsed = reached === null ? 0 : Math.max(0, today - reached);
  const moves = phase !== 'review' || reached === null || today > reached;
  const offers: Partial<Record<Rating, Offer>> = {};
  let atLeast = 1;
  let leastDelay = 0;
  let waited = 0;
  for (const rating of RATINGS) {
    const wait = waitAfter(phase, state?.step ?? 0, rating, settings);
    if (wait) {
      leastDelay = Math.max(leastDelay, wait.delay);
      waited = dayOf(now + leastDelay) - today;
      atLeast = Math.max(atLeast, waited);
      const into = phase === 'review' || phase === 'relearning' ? 'relearning' : 'learning';
      offers[rating] = { phase: into, step: wait.step, delay: leastDelay };
      continue;
    }
    const before = state?.memory ?? null;
    const memory = before && !moves ? before : model.next(before, elapsed, rating);
    const offer = reviewOffer(state, card, rating, memory, atLeast, waited, context);
    atLeast = rating === 'again' ? offer.terms.days : offer.terms.days + 1;
    offers[rating] = offer;
  }
  const { again, hard, good, easy } = offers;
  if (!again || !hard || !good || !easy) throw new Error(`Inconsistent: no offer for ${card}`);
  return { again, hard, good, easy };
}

/** The grant an offer becomes when it is taken at `at` (ms). */
export function grantOf(offer: Offer, at: number): Grant {
  return offer.phase === 'review'
    ? { phase: 'review', step: 0, dueDay: offer.dueDay, terms: offer.terms }
    : { phase: offer.phase, step: offer.step, dueAt: at + offer.delay };
}

/** What an answer records of the prediction made before it: 6 decimals, or nothing. */
export function predictionFor(
  state: CardState | null,
  today: StudyDay,
  model: MemoryModel,
): number | undefined {
  const predicted = predictedOn(state, today, model);
  return predicted === null ? undefined : Math.round(predicted * 1e6) / 1e6;
}

/**
 * Study days the four offers may fall on, so that their loads can be read beforehand. A better
 * rating is pushed past the day a worse one took, so each range may reach a few days further.
 */
export function possibleDays(
  state: CardState | null,
  context: Omit<OfferContext, 'calendar'>,
): StudyDay[] {
  const seen = new Set<StudyDay>();
  const load = (day: StudyDay) => {
    for (let further = 0; further <= 15; further++) seen.add(day + further);
    return 0;
  };
  offersFor(state, state?.card ?? '', { ...context, calendar: { load, siblings: [] } });
  return [...seen].toSorted((a, b) => a - b);
}
