/** When not every concept can be made ready: the plan that leaves the least ready one most ready. */
import { priced } from './prices.ts';
import { shuffled } from '../random.ts';
import {
  improved,
  replanned,
  somePlan,
  withShortfalls,
  type Effort,
  type Found,
} from './search.ts';
import {
  compareShortfalls,
  mostRecall,
  shortfallOf,
  shortfallsOf,
  withTarget,
  type Choice,
  type Table,
} from './table.ts';

/** Recall within which the smallest largest shortfall is looked for. */
const FINENESS = 1e-4;
/** Recall by which a step has to lessen the largest shortfall. */
const LEAST_STEP = 1e-6;
/** Others planned anew together with the least ready concept, and how often in vain. */
const PARTNERS = 2;
const PATIENCE = 12;

/** Halves the range in which the smallest largest shortfall lies, by looking for plans within. */
function bisected(table: Table, from: Found, effort: Effort): Found {
  let { choice, at } = from;
  let low = Math.max(0, ...table.concepts.map((concept) => table.target - mostRecall(concept)));
  for (let level = 0; level < effort.levels; level++) {
    const high = shortfallsOf(table, choice).largest;
    if (high - low <= FINENESS) break;
    const most = (low + high) / 2;
    const easier = withTarget(table, table.target - most);
    const found = somePlan(easier, priced(easier, at.pricing), { ...effort, rounds: 1 });
    at = found.at;
    const isBetter = compareShortfalls(table, found.choice, choice) < 0;
    if (isBetter) choice = found.choice;
    if (!isBetter || shortfallsOf(table, choice).largest > most) low = most;
  }
  return { choice, at };
}

/** Plans the least ready concept anew together with others, as long as it gets better. */
function levelled(table: Table, { choice, at }: Found, width: number): Choice {
  const places = [...table.concepts.keys()];
  let best = choice;
  let inVain = 0;
  for (let trial = 0; inVain < PATIENCE; trial++) {
    const { largest } = shortfallsOf(table, best);
    if (largest < LEAST_STEP) break;
    const order = shuffled(places, `partners ${trial}`, String);
    const worst = order.find((place) => shortfallOf(table, place, best) === largest);
    const others = order.filter((place) => place !== worst).slice(0, PARTNERS);
    const pricing = withShortfalls(at.pricing, largest - LEAST_STEP);
    const next = replanned(table, best, pricing, [worst ?? 0, ...others], width);
    if (next) best = next;
    inVain = next ? 0 : inVain + 1;
  }
  return best;
}

/**
 * First the smallest largest shortfall, then the smallest sum of them, then the least cost.
 * @param from any plan that keeps to the limits, and prices to begin at
 */
export function nearestPlan(table: Table, from: Found, effort: Effort): Choice {
  const found = bisected(table, from, effort);
  const choice = levelled(table, found, effort.width);
  const pricing = withShortfalls(found.at.pricing, shortfallsOf(table, choice).largest);
  return improved(table, choice, pricing, effort, (one, other) =>
    compareShortfalls(table, one, other),
  );
}
