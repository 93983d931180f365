/**
 * The cheapest plan, exactly: a dynamic programme over what is used of each day. For costs of whole
 * presses, at most three of them on a day, and up to seven days.
 */
import type { Option } from '../../src/domain/plan/options.ts';
import type { Problem } from '../../src/domain/plan/solve.ts';

/** Presses of each day and cards begun on it: octal numbers, a digit for each day. */
interface Use {
  readonly presses: number;
  readonly begun: number;
}

interface Reached extends Use {
  /** The most recall that such a use can give, summed over cards. */
  readonly recall: number;
}

/** So that the sum of two uses has digits still. */
const MOST_A_DAY = 3;
const DAYS = 7;
const GUARDS = 0o4444444;

const NOTHING: Use = { presses: 0, begun: 0 };

function packed(days: readonly number[]): number {
  if (days.length > DAYS) throw new Error(`Inconsistent: ${days.length} days do not fit`);
  return days.reduce((sum, count, day) => {
    const fits = Number.isInteger(count) && count >= 0 && count <= MOST_A_DAY;
    if (!fits) throw new Error(`Inconsistent: ${count} presses on a day`);
    return sum + count * 8 ** day;
  }, 0);
}

/** Whether no digit of `one` is above that of `other`: none then borrows from the guard above it. */
const isWithin = (one: number, other: number) => (((other | GUARDS) - one) & GUARDS) === GUARDS;

const isNoMore = (one: Use, other: Use) =>
  isWithin(one.presses, other.presses) && isWithin(one.begun, other.begun);

const together = (one: Use, other: Use): Use => ({
  presses: one.presses + other.presses,
  begun: one.begun + other.begun,
});

const keyOf = ({ presses, begun }: Use) => presses * 8 ** DAYS + begun;

function costOf({ presses }: Use): number {
  let cost = 0;
  for (let left = presses; left > 0; left >>= 3) cost += left & 7;
  return cost;
}

/** Whoever begins a card presses too: cards begun are only counted where fewer may be than presses. */
function useOf({ presses, introducedOn: on }: Option, { capacity, newLimit }: Problem): Use {
  const isCounted = on !== null && (newLimit[on] ?? 0) < (capacity[on] ?? 0);
  return { presses: packed(presses), begun: isCounted ? 8 ** on : 0 };
}

function roomOf({ capacity, newLimit }: Problem): Use {
  const limits = newLimit.map((limit) => Math.min(limit, MOST_A_DAY));
  return { presses: packed(capacity), begun: packed(limits) };
}

/** Those that nothing better makes superfluous. Ones before others must be no worse in any way. */
function kept<T>(sorted: readonly T[], isBetter: (one: T, other: T) => boolean): T[] {
  const left: T[] = [];
  for (const one of sorted) {
    if (!left.some((other) => isBetter(other, one))) left.push(one);
  }
  return left;
}

const byCost = (one: Use, other: Use) => costOf(one) - costOf(other) || keyOf(one) - keyOf(other);

/** All that a concept's cards can use within the days, with the recall it gives at best. */
function reachable(concept: Problem['concepts'][number], problem: Problem): Reached[] {
  const room = roomOf(problem);
  let reached: readonly Reached[] = [{ ...NOTHING, recall: 0 }];
  for (const { options } of concept.cards) {
    const choices = options.map((option) => ({
      use: useOf(option, problem),
      recall: option.recall,
    }));
    const best = new Map<number, Reached>();
    for (const before of reached) {
      for (const choice of choices) {
        const use = together(before, choice.use);
        const recall = before.recall + choice.recall;
        const key = keyOf(use);
        if (isNoMore(use, room) && recall > (best.get(key)?.recall ?? -1))
          best.set(key, { ...use, recall });
      }
    }
    reached = [...best.values()];
  }
  const cards = concept.cards.length;
  return reached.map(({ presses, begun, recall }) => ({ presses, begun, recall: recall / cards }));
}

/** The least uses that bring every concept to `level` (0..1); none where `room` does not allow it. */
function leastUses(tables: readonly (readonly Reached[])[], level: number, room: Use): Use[] {
  let uses = [NOTHING];
  for (const table of tables) {
    const enough = table.filter(({ recall }) => recall >= level);
    const least = kept(enough.toSorted(byCost), isNoMore);
    const sums = new Map<number, Use>();
    for (const before of uses) {
      for (const more of least) {
        const use = together(before, more);
        if (isNoMore(use, room)) sums.set(keyOf(use), use);
      }
    }
    uses = kept([...sums.values()].toSorted(byCost), isNoMore);
  }
  return uses;
}

export interface Exact {
  /** Presses of the cheapest plan; null when no plan makes every concept ready. */
  readonly least: number | null;
  /** The smallest largest shortfall (0..1) of a concept; 0 when all can be ready. */
  readonly shortfall: number;
}

const TOLERANCE = 1e-9;

/**
 * @param problem options that cost whole presses, nothing where nothing is planned
 * @throws Error when it is none such
 */
export function exactPlan(problem: Problem): Exact {
  const { concepts, target } = problem;
  const room = roomOf(problem);
  const tables = concepts.map((concept) => reachable(concept, problem));
  const plans = leastUses(tables, target - TOLERANCE, room);
  if (plans.length > 0) return { least: Math.min(...plans.map(costOf)), shortfall: 0 };
  // The lowest recall of any plan is the recall of one of its concepts.
  const levels = [...new Set(tables.flat().map(({ recall }) => recall))]
    .filter((recall) => recall < target)
    .toSorted((a, b) => a - b);
  let [reached, missed] = [0, levels.length];
  while (missed - reached > 1) {
    const middle = (reached + missed) >> 1;
    if (leastUses(tables, levels[middle] ?? 1, room).length > 0) reached = middle;
    else missed = middle;
  }
  return { least: null, shortfall: target - (levels[reached] ?? 0) };
}
