/**
 * What a discussion's page shows, worked out from what is known of the learner: the forecast of every
 * concept, and the plan that reaches its target. Long work, done in a worker; in and out is plain data.
 */
import { buildCatalogue, type Catalogue } from './catalogue.ts';
import type { CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import type { Deck } from './deck.ts';
import type { Discussion } from './discussion.ts';
import type { Rating } from './event.ts';
import { firstRatingShares } from './firstRatings.ts';
import { createModel } from './memory.ts';
import { introductionDays, newCardsOf } from './ordinaryReviews.ts';
import { optionsFor } from './plan/options.ts';
import { outcomeOf, recallByDay, type Course } from './plan/outcome.ts';
import { solve, type Plan, type Problem } from './plan/solve.ts';
import {
  forecastRecall,
  recallCurve,
  type Prospect,
  type RecallDay,
  type RecallForecast,
} from './recallForecast.ts';
import { conceptsIn } from './scope.ts';
import { desiredRetentionOf, type Settings } from './settings.ts';

/** What is known of the learner at an instant. */
export interface Known {
  readonly decks: readonly Deck[];
  /** Of every card that has one. */
  readonly states: readonly CardState[];
  readonly settings: Settings;
  /** How many cards got each rating first. */
  readonly firstRatings: Readonly<Record<Rating, number>>;
  /** ms */
  readonly now: number;
  readonly today: StudyDay;
  /** Done on this study day: new cards begun, reviews, and ms spent. */
  readonly introduced: number;
  readonly reviewed: number;
  readonly spent: number;
  /** ms a press takes. */
  readonly pace: number;
}

/** What a plan puts on one study day. */
export interface PlannedDay {
  readonly day: StudyDay;
  /** Planned on it, in the order of the talk. */
  readonly cards: readonly string[];
  /** Minutes expected for them beyond what ordinary reviews of the day would have taken. */
  readonly minutes: number;
}

export interface Preparation {
  readonly forecast: RecallForecast;
  /** From today to the date. */
  readonly curve: readonly RecallDay[];
  /** Null where there is no study day left to plan on, or no card. */
  readonly plan: Plan | null;
  /** Study days of the plan with a card on them. */
  readonly days: readonly PlannedDay[];
  /** ms a press takes, as used for the minutes. */
  readonly pace: number;
}

interface Setting {
  readonly catalogue: Catalogue;
  readonly course: Course;
  readonly prospect: Prospect;
  readonly problem: Problem;
}

const MINUTE = 60_000;

/**
 * Presses each day of the window has left for the scope's cards: what the day's minutes are worth,
 * less the ordinary reviews of all other cards.
 */
function capacityOf(
  discussion: Discussion,
  known: Known,
  course: Course,
  isInScope: (card: string) => boolean,
): number[] {
  const others = known.states.filter(
    ({ card, memory, suspended }) => memory !== null && !suspended && !isInScope(card),
  );
  const loads = others.map((state) => outcomeOf(state, state.card, [], course).presses);
  return Array.from({ length: Math.max(0, course.last - course.today + 1) }, (_, i) => {
    const minutes = discussion.minutes * MINUTE - (i === 0 ? known.spent : 0);
    const ordinary = loads.reduce((sum, presses) => sum + (presses[i] ?? 0), 0);
    return Math.max(0, minutes / known.pace - ordinary);
  });
}

function settingOf(discussion: Discussion, date: StudyDay, known: Known): Setting {
  const { settings, today } = known;
  const catalogue = buildCatalogue(known.decks);
  const states = new Map(known.states.map((state) => [state.card, state]));
  const model = createModel(settings.weights);
  const course: Course = {
    today,
    date,
    last: discussion.onTheDay ? date : date - 1,
    model,
    settings,
    desired: (card) => desiredRetentionOf(settings, catalogue.card.get(card)?.deckId ?? ''),
    firstRatings: firstRatingShares(known.firstRatings),
  };
  const { introduced, reviewed } = known;
  const fresh = newCardsOf(catalogue, states, settings);
  const gathered = { today, fresh, states, introduced, reviewed };
  const concepts = conceptsIn(discussion.scope, catalogue).map(({ id }) => ({
    concept: id,
    cards: (catalogue.ofConcept.get(id) ?? [])
      .filter((card) => states.get(card)?.suspended !== true)
      .map((card) => ({ card, options: optionsFor(states.get(card) ?? null, card, course) })),
  }));
  const scoped = new Set(concepts.flatMap(({ cards }) => cards.map(({ card }) => card)));
  const capacity = capacityOf(discussion, known, course, (card) => scoped.has(card));
  return {
    catalogue,
    course,
    prospect: {
      course,
      catalogue,
      now: known.now,
      states,
      introductions: introductionDays(gathered, course.last, settings, model, catalogue),
      seed: discussion.id,
      plan: null,
    },
    problem: {
      concepts: concepts.filter(({ cards }) => cards.length > 0),
      target: discussion.target,
      capacity,
      newLimit: capacity.map((_, i) =>
        Math.max(0, settings.newPerDay - (i === 0 ? introduced : 0)),
      ),
    },
  };
}

function daysOf(plan: Plan, { problem, course }: Setting, pace: number): PlannedDay[] {
  const { today } = course;
  const cards = problem.concepts.flatMap((concept) => concept.cards);
  return problem.capacity.flatMap((_, i) => {
    const onDay = cards.filter(({ card }) => plan.chosen.get(card)?.days.includes(today + i));
    if (onDay.length === 0) return [];
    const presses = onDay.reduce((sum, { card, options }) => {
      const planned = plan.chosen.get(card)?.presses[i] ?? 0;
      return sum + Math.max(0, planned - (options[0]?.presses[i] ?? 0));
    }, 0);
    return [
      {
        day: today + i,
        cards: onDay.map(({ card }) => card),
        minutes: (presses * pace) / MINUTE,
      },
    ];
  });
}

function shownWith(plan: Plan | null, setting: Setting, pace: number): Preparation {
  const { course, prospect, problem } = setting;
  const cards = problem.concepts.flatMap((concept) => concept.cards.map(({ card }) => card));
  const daysFor = (card: string) => plan?.chosen.get(card)?.days ?? [];
  const byDay = new Map(
    cards.map((card) => {
      const state = prospect.states.get(card) ?? null;
      return [card, recallByDay(state, card, daysFor(card), course)] as const;
    }),
  );
  const byPlan = new Map([...byDay].map(([card, recalls]) => [card, recalls.at(-1) ?? 0]));
  return {
    forecast: forecastRecall(
      { concepts: problem.concepts.map(({ concept }) => concept) },
      { ...prospect, plan: plan ? byPlan : null },
    ),
    curve: recallCurve(cards, prospect, plan ? byDay : null),
    plan,
    days: plan ? daysOf(plan, setting, pace) : [],
    pace,
  };
}

/**
 * Prepares a discussion: a first plan as soon as there is one, then a better one if there is.
 * @param date study day of the discussion
 * @param found plans already found for it today, for harder cases too
 * @param onFirst told of the first plan
 */
export function prepare(
  discussion: Discussion,
  date: StudyDay,
  known: Known,
  found: readonly Plan[],
  onFirst: (first: Preparation) => void,
): Preparation {
  const setting = settingOf(discussion, date, known);
  const { problem } = setting;
  if (problem.capacity.length === 0 || problem.concepts.length === 0) {
    return shownWith(null, setting, known.pace);
  }
  const first = solve(problem, 1, found);
  onFirst(shownWith(first, setting, known.pace));
  return shownWith(solve(problem, BETTER, [...found, first]), setting, known.pace);
}

/** Effort of the second search, in first searches. */
const BETTER = 8;
