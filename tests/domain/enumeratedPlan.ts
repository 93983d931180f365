/** The best plan of a small case, by trying every choice of options there is. */
import type { Option } from '../../src/domain/plan/options.ts';
import type { Problem } from '../../src/domain/plan/solve.ts';

export interface Enumerated {
  /** Presses added by the cheapest plan; null when no plan makes every concept ready. */
  readonly least: number | null;
  /** The smallest largest shortfall (0..1) of a concept, and then the smallest sum of them. */
  readonly shortfall: number;
  readonly sum: number;
  /** The highest sum of stabilities (days) within 5 % of the least cost, and at least one press. */
  readonly stability: number | null;
}

interface Tried {
  readonly cost: number;
  readonly stability: number;
  readonly shortfall: number;
  readonly sum: number;
}

const TOLERANCE = 1e-9;

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Every way to take one of each. */
function* choices<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const others of choices(rest)) for (const one of first) yield [one, ...others];
}

const pressesOf = (chosen: readonly Option[]) => total(chosen.flatMap(({ presses }) => presses));

const pressesOn = (chosen: readonly Option[], day: number) =>
  total(chosen.map(({ presses }) => presses[day] ?? 0));

/** What happens anyway always fits. */
function fits(chosen: readonly Option[], ordinary: readonly Option[], problem: Problem): boolean {
  const isFree = (room: number, day: number) =>
    pressesOn(chosen, day) <= Math.max(room, pressesOn(ordinary, day)) + TOLERANCE;
  const mayBegin = (limit: number, day: number) =>
    chosen.filter(({ introducedOn }) => introducedOn === day).length <= limit;
  return problem.capacity.every(isFree) && problem.newLimit.every(mayBegin);
}

function tried(
  chosen: readonly Option[],
  ordinary: readonly Option[],
  { concepts, target }: Problem,
): Tried {
  let from = 0;
  const shortfalls = concepts.map(({ cards }) => {
    const own = chosen.slice(from, (from += cards.length));
    const short = target - total(own.map(({ recall }) => recall)) / cards.length;
    return short > TOLERANCE ? short : 0;
  });
  return {
    cost: pressesOf(chosen) - pressesOf(ordinary),
    stability: total(chosen.map(({ stability }) => stability)),
    shortfall: Math.max(...shortfalls),
    sum: total(shortfalls),
  };
}

export function enumeratedPlan(problem: Problem): Enumerated {
  const plans: Tried[] = [];
  const cards = problem.concepts.flatMap((concept) => concept.cards);
  const ordinary = cards.flatMap(({ options }) => options.slice(0, 1));
  for (const chosen of choices(cards.map(({ options }) => options))) {
    if (fits(chosen, ordinary, problem)) plans.push(tried(chosen, ordinary, problem));
  }
  const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const shortfall = smallest(plans.map((plan) => plan.shortfall));
  const nearest = plans.filter((plan) => plan.shortfall <= shortfall + TOLERANCE);
  const sum = smallest(nearest.map((plan) => plan.sum));
  if (shortfall > 0) return { least: null, shortfall, sum, stability: null };
  const least = smallest(nearest.map(({ cost }) => cost));
  const affordable = nearest.filter(
    ({ cost }) => cost <= least + Math.max(1, 0.05 * least) + TOLERANCE,
  );
  const stability = -smallest(affordable.map((plan) => -plan.stability));
  return { least, shortfall, sum, stability };
}
