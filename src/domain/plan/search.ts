/** The cheapest plan that makes every concept ready, as far as is found. */
import { shuffled, unitOf } from '../random.ts';
import { plannedWithin } from './beam.ts';
import { coverOf, type Pricing } from './cover.ts';
import { climb, priced, type Priced } from './prices.ts';
import {
  firstOf,
  roomBeside,
  shortfallOf,
  shortfallsOf,
  sumOver,
  TOLERANCE,
  type Choice,
  type Compare,
  type Table,
} from './table.ts';

/** How much is tried. */
export interface Effort {
  /** Whole plans from better and better prices. */
  readonly rounds: number;
  /** Steps towards better prices between two plans. */
  readonly steps: number;
  /** Partial plans kept at each card. */
  readonly width: number;
  /** Times every concept is planned anew beside the others. */
  readonly sweeps: number;
  /** Levels tried when the target can't be reached. */
  readonly levels: number;
}

/** Any plan found so far, and the best prices met. */
export interface Found {
  readonly choice: Choice;
  readonly at: Priced;
}

/** Presses per point of recall missing, where not all can be had: much, so that cost comes last. */
const PRICE_OF_SHORTFALL = 10_000;

/** The same prices, and shortfalls up to `most` (recall, 0..1) may be bought. */
export function withShortfalls(pricing: Pricing, most: number): Pricing {
  return { ...pricing, short: { most, price: PRICE_OF_SHORTFALL } };
}

/** A plan from nothing. The dearest concepts come first: it is hardest to find room for them. */
export function wholePlan(
  table: Table,
  { covers, pricing }: Priced,
  width: number,
  below = Infinity,
): Choice | null {
  const order = covers.toSorted((a, b) => b.least - a.least);
  let worth = 0;
  for (const [row, room] of table.room.entries()) worth += room * (pricing.limits[row] ?? 0);
  const found = plannedWithin(order, table.room, width, below + worth);
  return found ? table.cards.map((card) => found.get(card) ?? card.nothing) : null;
}

/**
 * Plans some concepts anew, all others standing.
 * @param group places of the concepts
 */
export function replanned(
  table: Table,
  choice: Choice,
  pricing: Pricing,
  group: readonly number[],
  width: number,
): Choice | null {
  const concepts = group.flatMap((place) => table.concepts[place] ?? []);
  const covers = concepts.map((concept) => coverOf(concept, pricing));
  const found = plannedWithin(covers, roomBeside(table, choice, concepts), width);
  if (!found) return null;
  const next = [...choice];
  for (const [card, option] of found) next[card.place] = option;
  return next;
}

/** Groups of `size` concepts, each concept in one; who is with whom depends on `sweep`. */
function groupsOf(table: Table, size: number, sweep: number): number[][] {
  const order = shuffled([...table.concepts.keys()], `sweep ${sweep}`, String);
  const groups: number[][] = [];
  for (let i = 0; i < order.length; i += size) groups.push(order.slice(i, i + size));
  return groups;
}

/** The same prices, each a little off: of plans that cost the same, another one comes first. */
function unsettled(pricing: Pricing, sweep: number): Pricing {
  const limits = pricing.limits.map((price, row) => {
    const share = 0.9 + 0.2 * unitOf(`share ${sweep} ${row}`);
    return price * share + 0.02 * unitOf(`floor ${sweep} ${row}`);
  });
  return { ...pricing, limits };
}

/**
 * Plans group after group of concepts anew; what is no worse stands.
 * @param isOpen whether a group is to be planned anew
 */
export function improved(
  table: Table,
  choice: Choice,
  pricing: Pricing,
  { sweeps, width }: Pick<Effort, 'sweeps' | 'width'>,
  compare: Compare,
  isOpen: (group: readonly number[], choice: Choice) => boolean = () => true,
): Choice {
  let best = choice;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const here = unsettled(pricing, sweep);
    for (const group of groupsOf(table, 1 + (sweep % 3), sweep)) {
      if (!isOpen(group, best)) continue;
      const next = replanned(table, best, here, group, width);
      if (next && compare(next, best) <= 0) best = next;
    }
  }
  return best;
}

/** Times the concepts that fall short are planned anew together with others. */
const REPAIRS = 12;

/** A plan with as little shortfall as is found at once, and then with less, group by group. */
function repairedPlan(table: Table, { pricing }: Priced, width: number): Choice {
  const bought = withShortfalls(pricing, 1);
  const start = wholePlan(table, priced(table, bought), width);
  const compare: Compare = (one, other) =>
    firstOf(shortfallsOf(table, one).sum - shortfallsOf(table, other).sum);
  const isShort = (group: readonly number[], choice: Choice) =>
    group.some((place) => shortfallOf(table, place, choice) > 0);
  const effort = { width, sweeps: REPAIRS };
  return improved(table, start ?? nothingPlanned(table), bought, effort, compare, isShort);
}

export const nothingPlanned = (table: Table): Choice => table.cards.map(({ nothing }) => nothing);

/** A plan that makes every concept ready at whatever cost, else the one that lacks least. */
export function somePlan(table: Table, from: Priced, { rounds, steps, width }: Effort): Found {
  const most = table.cards.reduce((sum, { cost }) => sum + Math.max(...cost), 0);
  let at = from;
  let choice = wholePlan(table, at, width);
  for (let round = 0; !choice && round < rounds; round++) {
    // Bounds above all that can be spent say that there is no such plan.
    if (at.bound > most) break;
    at = climb(table, at, 1.5 * Math.abs(at.bound) + 10, steps);
    choice = wholePlan(table, at, width);
    if (choice) break;
    const repaired = repairedPlan(table, at, width);
    if (shortfallsOf(table, repaired).largest === 0) choice = repaired;
  }
  return { choice: choice ?? repairedPlan(table, at, width), at };
}

/**
 * The cheapest plan found.
 * @param from a plan that makes every concept ready, and prices to begin at
 */
export function cheapestPlan(table: Table, from: Found, effort: Effort): Found {
  const compare: Compare = (one, other) =>
    firstOf(sumOver(table, one, 'cost') - sumOver(table, other, 'cost'));
  let { choice, at } = from;
  for (let round = 0; round < effort.rounds; round++) {
    const cost = sumOver(table, choice, 'cost');
    if (at.bound >= cost - TOLERANCE) break;
    at = climb(table, at, cost, effort.steps);
    const whole = wholePlan(table, at, effort.width, cost - TOLERANCE);
    if (whole && compare(whole, choice) < 0) choice = whole;
    choice = improved(table, choice, at.pricing, effort, compare);
  }
  return { choice, at };
}
