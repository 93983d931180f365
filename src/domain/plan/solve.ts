/**
 * The plan of a discussion: for each card the days it is reviewed on beside its ordinary reviews, so
 * that every concept is ready for the fewest presses; if that can't be, so that the least ready
 * concept is as ready as possible. Knows nothing of memory: only options. The method: docs/plan.md.
 */
import type { Option } from './options.ts';
import { nearestPlan } from './nearest.ts';
import { unpriced } from './prices.ts';
import { cheapestPlan, somePlan, type Effort } from './search.ts';
import { strengthened } from './strengthen.ts';
import {
  compareShortfalls,
  fits,
  recallOf,
  shortfallsOf,
  sumOver,
  tableOf,
  type Choice,
  type Problem,
  type Table,
} from './table.ts';

export type { Problem };

/** What a plan was asked for, beside its cards. */
export type Wish = Pick<Problem, 'target' | 'capacity' | 'newLimit'>;

export interface Plan {
  readonly wish: Wish;
  /** The option of each card, by card. */
  readonly chosen: ReadonlyMap<string, Option>;
  /** Expected presses more than with nothing planned. */
  readonly cost: number;
  /** The same of the cheapest plan found. */
  readonly least: number;
  /** No plan that makes every concept ready costs less. */
  readonly bound: number;
  /** Whether every concept reaches the target. */
  readonly isReached: boolean;
  /** Expected recall (0..1) of each concept on the date. */
  readonly recall: ReadonlyMap<string, number>;
  /** By how much (recall, 0..1) the least ready concept misses the target; 0 when all reach it. */
  readonly shortfall: number;
}

/** A plan may cost so much more than the cheapest, if memories end up more stable: 5 %, or one press. */
export function allowance(least: number): number {
  return Math.max(0.05 * Math.abs(least), 1);
}

/** Options looked at for each partial plan kept, in a first plan. */
const WORK = 40_000;
const NARROWEST = 4;
const WIDEST = 200;

/** What is tried: the more, the smaller the problem. */
function effortFor(table: Table, effort: number): Effort {
  const options = table.cards.reduce((sum, card) => sum + card.options.length, 0);
  const room = Math.round((effort * WORK) / Math.max(1, options));
  const width = Math.max(NARROWEST, Math.min(WIDEST, room));
  const rounds = Math.max(2, Math.round(2 * effort));
  return { width, rounds, steps: 20, sweeps: 3, levels: width };
}

/** Whether every plan that grants `wish` grants `other` too: no lower target, no more room. */
function isAsHard(wish: Wish, other: Wish): boolean {
  const isWithin = (of: 'capacity' | 'newLimit') =>
    wish[of].length === other[of].length &&
    wish[of].every((room, day) => room <= (other[of][day] ?? 0));
  return wish.target >= other.target && isWithin('capacity') && isWithin('newLimit');
}

function planOf(table: Table, wish: Wish, choice: Choice, least: number, bound: number): Plan {
  const { largest } = shortfallsOf(table, choice);
  const chosen = new Map<string, Option>();
  for (const card of table.cards) {
    const option = card.options[choice[card.place] ?? card.nothing];
    if (option) chosen.set(card.card, option);
  }
  return {
    wish,
    chosen,
    cost: sumOver(table, choice, 'cost'),
    least,
    bound,
    isReached: largest === 0,
    recall: new Map(table.concepts.map((one) => [one.concept, recallOf(one, choice)])),
    shortfall: largest,
  };
}

/** A plan found before, as a choice among these options; null when one of its own is not there. */
function choiceOf(table: Table, plan: Plan): Choice | null {
  const choice = table.cards.map((card) => {
    const days = plan.chosen.get(card.card)?.days.join();
    return card.options.findIndex((option) => option.days.join() === days);
  });
  return choice.includes(-1) || !fits(table, choice) ? null : choice;
}

/**
 * @param effort how long to search: 1 for a first plan, more to better it
 * @param known plans found for the same cards with the same options, whatever was wished for: one that
 * fits here is kept when it is better. What was found for a harder case (a higher target, less room)
 * bounds the least from above, and what was found for an easier one from below.
 */
export function solve(problem: Problem, effort = 1, known: readonly Plan[] = []): Plan {
  const { target, capacity, newLimit } = problem;
  const wish = { target, capacity, newLimit };
  const table = tableOf(problem);
  const trial = effortFor(table, effort);
  const reaches = (choice: Choice) => shortfallsOf(table, choice).largest === 0;
  const costOf = (choice: Choice) => sumOver(table, choice, 'cost');
  const fitting = known.flatMap((plan) => {
    const choice = choiceOf(table, plan);
    return choice ? [{ choice, plan }] : [];
  });
  let found = somePlan(table, unpriced(table), trial);
  if (!reaches(found.choice)) found = { ...found, choice: nearestPlan(table, found, trial) };
  for (const { choice } of fitting) {
    if (compareShortfalls(table, choice, found.choice) < 0) found = { ...found, choice };
  }
  if (reaches(found.choice)) found = cheapestPlan(table, found, trial);
  const anyway = table.cards.reduce((sum, { cost }) => sum + Math.min(...cost), 0);
  const easier = known.filter((plan) => isAsHard(wish, plan.wish)).map((plan) => plan.bound);
  const bound = Math.max(anyway, ...[found.at.bound, ...easier].filter(Number.isFinite));
  if (!reaches(found.choice)) return planOf(table, wish, found.choice, costOf(found.choice), bound);
  const reaching = fitting.filter(({ choice }) => reaches(choice));
  const leasts = reaching.map(({ choice, plan }) =>
    plan.isReached && isAsHard(plan.wish, wish) ? plan.least : costOf(choice),
  );
  const least = Math.min(costOf(found.choice), ...leasts);
  const choices = [found.choice, ...reaching.map(({ choice }) => choice)];
  const budget = least + allowance(least);
  const shown = strengthened(table, choices, budget, found.at.pricing, trial.width);
  return planOf(table, wish, shown, least, Math.min(bound, least));
}
