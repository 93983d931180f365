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
  forecastWithPlan,
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
  /** Cards the plan has put on this study day already, done or not; null where that is open. */
  readonly todaysPart: readonly string[] | null;
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
  /** Null while none is found yet, and where there is no study day left to plan on, or no card. */
  readonly plan: Plan | null;
  /** Study days of the plan with a card on them. */
  readonly days: readonly PlannedDay[];
  /** Presses that what was put on today before adds; the plan's cost, least and bound come on top. */
  readonly decided: number;
  /** ms a press takes, as used for the minutes. */
  readonly pace: number;
}

interface Setting {
  readonly catalogue: Catalogue;
  readonly course: Course;
  readonly prospect: Prospect;
  /** Concepts of the scope with a card that is not suspended, and those cards. */
  readonly scoped: readonly { readonly concept: string; readonly cards: readonly string[] }[];
}

const MINUTE = 60_000;
/** Reviews of one card a plan may add. */
const MOST = 4;

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
  const scoped = conceptsIn(discussion.scope, catalogue)
    .map(({ id }) => ({
      concept: id,
      cards: (catalogue.ofConcept.get(id) ?? []).filter(
        (card) => states.get(card)?.suspended !== true,
      ),
    }))
    .filter(({ cards }) => cards.length > 0);
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
    scoped,
  };
}

/** What the plan has to solve, and what it takes for granted. */
interface Task {
  readonly problem: Problem;
  /** Presses on each day of the window with nothing planned, of the cards today's part stands for. */
  readonly usual: ReadonlyMap<string, readonly number[]>;
  readonly decided: number;
}

const total = (presses: readonly number[]) => presses.reduce((sum, one) => sum + one, 0);

/**
 * Long work: every option of every card is followed. What was put on today is done today in all of
 * them, and nothing else is planned on it, so that the page and Today never disagree.
 */
function taskOf(discussion: Discussion, known: Known, setting: Setting): Task {
  const { scoped, course, prospect } = setting;
  const { states } = prospect;
  const part = known.todaysPart && new Set(known.todaysPart);
  const isScoped = new Set(scoped.flatMap(({ cards }) => cards));
  const capacity = capacityOf(discussion, known, course, (card) => isScoped.has(card));
  const concepts = scoped.map(({ concept, cards }) => ({
    concept,
    cards: cards.map((card) => {
      const state = states.get(card) ?? null;
      return { card, options: optionsFor(state, card, course, MOST, part && part.has(card)) };
    }),
  }));
  const begun = concepts
    .flatMap(({ cards }) => cards)
    .filter(({ options }) => options[0]?.days[0] === course.today);
  const usual = new Map(
    begun.map(({ card }) => {
      const { presses } = outcomeOf(states.get(card) ?? null, card, [], course);
      return [card, presses] as const;
    }),
  );
  const decided = begun.reduce(
    (sum, { card, options }) =>
      sum + total(options[0]?.presses ?? []) - total(usual.get(card) ?? []),
    0,
  );
  const { introduced, settings } = known;
  const newToday = begun.filter(({ options }) => options[0]?.introducedOn === 0).length;
  const problem = {
    concepts,
    target: discussion.target,
    capacity,
    newLimit: capacity.map((_, i) =>
      i === 0 ? Math.max(newToday, settings.newPerDay - introduced) : settings.newPerDay,
    ),
  };
  return { problem, usual, decided };
}

function daysOf(plan: Plan, { problem, usual }: Task, today: StudyDay, pace: number): PlannedDay[] {
  const cards = problem.concepts.flatMap((concept) => concept.cards);
  return problem.capacity.flatMap((_, i) => {
    const onDay = cards.filter(({ card }) => plan.chosen.get(card)?.days.includes(today + i));
    if (onDay.length === 0) return [];
    const presses = onDay.reduce((sum, { card, options }) => {
      const planned = plan.chosen.get(card)?.presses[i] ?? 0;
      return sum + Math.max(0, planned - ((usual.get(card) ?? options[0]?.presses)?.[i] ?? 0));
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

/** What is shown while there is no plan, or none to be made: nothing is planned. */
function shownWithout({ prospect, scoped }: Setting, pace: number): Preparation {
  const forecast = forecastRecall({ concepts: scoped.map(({ concept }) => concept) }, prospect);
  const cards = scoped.flatMap((concept) => concept.cards);
  const curve = recallCurve(cards, prospect, null);
  return { forecast, curve, plan: null, days: [], decided: 0, pace };
}

/** @param without what is shown without the plan: its forecast of all other courses stands */
function shownWith(
  plan: Plan,
  task: Task,
  { course, prospect, scoped }: Setting,
  pace: number,
  without: Preparation,
): Preparation {
  const cards = scoped.flatMap((concept) => concept.cards);
  const daysFor = (card: string) => plan.chosen.get(card)?.days ?? [];
  const byDay = new Map(
    cards.map((card) => {
      const state = prospect.states.get(card) ?? null;
      return [card, recallByDay(state, card, daysFor(card), course)] as const;
    }),
  );
  const byPlan = new Map([...byDay].map(([card, recalls]) => [card, recalls.at(-1) ?? 0]));
  return {
    forecast: forecastWithPlan(without.forecast, byPlan),
    curve: recallCurve(cards, prospect, byDay),
    plan,
    days: daysOf(plan, task, course.today, pace),
    decided: task.decided,
    pace,
  };
}

/**
 * Prepares a discussion: at once the forecast without a plan, then a first plan as soon as there is
 * one, and a better one if there is.
 * @param date study day of the discussion
 * @param found plans already found for it while nothing changed, for other wishes too
 * @param onFirst told of the forecast while there is no plan yet, and of the first plan
 */
export function prepare(
  discussion: Discussion,
  date: StudyDay,
  known: Known,
  found: readonly Plan[],
  onFirst: (first: Preparation) => void,
): Preparation {
  const setting = settingOf(discussion, date, known);
  const { course, scoped } = setting;
  const { pace } = known;
  const without = shownWithout(setting, pace);
  if (course.last < course.today || scoped.length === 0) return without;
  onFirst(without);
  const task = taskOf(discussion, known, setting);
  const { problem } = task;
  const first = solve(problem, 1, found);
  onFirst(shownWith(first, task, setting, pace, without));
  const better = solve(problem, BETTER, [...found, first]);
  return shownWith(better, task, setting, pace, without);
}

/** Effort of the second search, in first searches. */
export const BETTER = 8;
