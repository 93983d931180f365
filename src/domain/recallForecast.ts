/**
 * How likely each concept of a scope is to be recalled on a date: if nothing is reviewed from now on,
 * if what falls due is, and if a plan is followed. A concept's recall is the mean over its cards that
 * are not suspended; one never seen counts 0.
 */
import { recallAt, type CardState } from './cardState.ts';
import type { Catalogue } from './catalogue.ts';
import type { StudyDay } from './day.ts';
import type { ConceptForecast } from './event.ts';
import type { MemoryModel } from './memory.ts';
import { recallAfterReviews } from './ordinaryReviews.ts';
import type { Course } from './plan/outcome.ts';
import { quantiles } from './poissonBinomial.ts';
import { meanRecall, recallOn } from './retention/knowledge.ts';
import { conceptsIn, type Scope } from './scope.ts';

/** What is known when a forecast is made. */
export interface Prospect {
  readonly course: Course;
  readonly catalogue: Catalogue;
  /** ms */
  readonly now: number;
  /** By card id; a card never touched may have none. */
  readonly states: ReadonlyMap<string, CardState>;
  /** Study days on which new cards are met without a plan: `introductionDays`. */
  readonly introductions: ReadonlyMap<string, StudyDay>;
  /** Of the simulation: the discussion's id, so that one discussion's forecast does not jitter. */
  readonly seed: string;
  /** Recall (0..1) on the date by the plan, by card id. A card not in it follows its ordinary reviews. */
  readonly plan: ReadonlyMap<string, number> | null;
}

/** Recall (0..1) expected on the date. */
export interface Expected {
  /** Of each card. */
  readonly each: readonly number[];
  readonly mean: number;
  /**
   * Between which shares of the cards recalled the middle 80 % lie, were cards independent. Siblings
   * hang together, so the true spread is wider.
   */
  readonly low: number;
  readonly high: number;
}

export interface Outlook {
  /** Ids, without suspended ones. */
  readonly cards: readonly string[];
  /** How many of them were never answered. */
  readonly unseen: number;
  /** How many more are suspended. */
  readonly suspended: number;
  /** Recall (0..1) at this instant. */
  readonly now: number;
  readonly stop: Expected;
  readonly reviews: Expected;
  readonly plan: Expected | null;
}

export interface ConceptOutlook extends Outlook {
  readonly concept: string;
}

export interface RecallForecast {
  /** In the order of the talk, without concepts all of whose cards are suspended. */
  readonly concepts: readonly ConceptOutlook[];
  /** Of all cards together. */
  readonly overall: Outlook;
}

function expectedOf(each: readonly number[]): Expected {
  const { low, high } = quantiles(each, 0.1, 0.9);
  const all = Math.max(1, each.length);
  return { each, mean: meanRecall(each), low: low / all, high: high / all };
}

/** Recall (0..1) on a study day if memory moves no more; a card never seen counts 0. */
function recallIfStopped(state: CardState | undefined, day: StudyDay, model: MemoryModel): number {
  return (state && recallOn(state, day, model)) ?? 0;
}

/** What is forecast of one card. */
interface Fate {
  readonly card: string;
  readonly isUnseen: boolean;
  readonly now: number;
  readonly stop: number;
  readonly reviews: number;
  readonly plan: number;
}

function fateOf(card: string, prospect: Prospect): Fate {
  const { course, now, states, introductions, seed, plan } = prospect;
  const { date, model } = course;
  const state = states.get(card);
  const introducedOn = introductions.get(card) ?? null;
  const reviews = recallAfterReviews(state ?? null, card, introducedOn, course, seed);
  return {
    card,
    isUnseen: !state?.memory,
    now: state ? (recallAt(state, now, model) ?? 0) : 0,
    stop: recallIfStopped(state, date, model),
    reviews,
    plan: plan?.get(card) ?? reviews,
  };
}

function outlookOf(fates: readonly Fate[], suspended: number, isPlanned: boolean): Outlook {
  return {
    cards: fates.map(({ card }) => card),
    unseen: fates.filter(({ isUnseen }) => isUnseen).length,
    suspended,
    now: meanRecall(fates.map(({ now }) => now)),
    stop: expectedOf(fates.map(({ stop }) => stop)),
    reviews: expectedOf(fates.map(({ reviews }) => reviews)),
    plan: isPlanned ? expectedOf(fates.map(({ plan }) => plan)) : null,
  };
}

/** The forecast of a scope. The same prospect gives the same forecast, digit for digit. */
export function forecastRecall(scope: Scope, prospect: Prospect): RecallForecast {
  const { catalogue, states } = prospect;
  const isPlanned = prospect.plan !== null;
  const parts = conceptsIn(scope, catalogue).map(({ id }) => {
    const all = catalogue.ofConcept.get(id) ?? [];
    const cards = all.filter((card) => states.get(card)?.suspended !== true);
    const fates = cards.map((card) => fateOf(card, prospect));
    return { concept: id, fates, suspended: all.length - cards.length };
  });
  const suspended = parts.reduce((sum, part) => sum + part.suspended, 0);
  return {
    concepts: parts
      .filter(({ fates }) => fates.length > 0)
      .map((part) => ({
        concept: part.concept,
        ...outlookOf(part.fates, part.suspended, isPlanned),
      })),
    overall: outlookOf(
      parts.flatMap(({ fates }) => fates),
      suspended,
      isPlanned,
    ),
  };
}

/**
 * A forecast made without a plan, with one.
 * @param plan recall (0..1) on the date by it, by card id; other cards follow their ordinary reviews
 */
export function forecastWithPlan(
  { concepts, overall }: RecallForecast,
  plan: ReadonlyMap<string, number>,
): RecallForecast {
  const byPlan = ({ cards, reviews }: Outlook) =>
    expectedOf(cards.map((card, i) => plan.get(card) ?? reviews.each[i] ?? 0));
  return {
    concepts: concepts.map((one) => ({ ...one, plan: byPlan(one) })),
    overall: { ...overall, plan: byPlan(overall) },
  };
}

const decimals4 = (values: readonly number[]) =>
  values.map((value) => Math.round(value * 10_000) / 10_000);

/** The concepts of a forecast as `forecast-made` records them. */
export function frozenConcepts({ concepts }: RecallForecast): ConceptForecast[] {
  return concepts.map(({ concept, cards, stop, reviews, plan }) => ({
    concept,
    cards,
    stop: decimals4(stop.each),
    reviews: decimals4(reviews.each),
    ...(plan ? { plan: decimals4(plan.each) } : {}),
  }));
}

/** Mean recall (0..1) of some cards at the end of a study day. */
export interface RecallDay {
  readonly day: StudyDay;
  readonly stop: number;
  /** Null without a plan. */
  readonly plan: number | null;
}

/**
 * How the recall of `cards` runs from today to the date, for drawing.
 * @param plan recall of cards by the plan on each study day, today first (`recallByDay`)
 */
export function recallCurve(
  cards: readonly string[],
  { course, states }: Pick<Prospect, 'course' | 'states'>,
  plan: ReadonlyMap<string, readonly number[]> | null,
): RecallDay[] {
  const { today, date, model } = course;
  return Array.from({ length: date - today + 1 }, (_, place) => {
    const day = today + place;
    const stops = cards.map((card) => recallIfStopped(states.get(card), day, model));
    const plans = plan && cards.map((card, i) => plan.get(card)?.[place] ?? stops[i] ?? 0);
    return { day, stop: meanRecall(stops), plan: plans && meanRecall(plans) };
  });
}
