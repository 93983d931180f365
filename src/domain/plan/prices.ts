/**
 * Prices on the limits. At any prices, the covers of all concepts less the value of what the limits
 * leave cost no more than any plan that keeps to the limits (Lagrangian relaxation): a lower bound.
 * The prices that make it largest are those at which the concepts, each on its own, ask for about as
 * much as there is; they are climbed to by steps along the mean of subgradients (the volume
 * algorithm: Barahona and Anbil, Mathematical Programming 87, 2000).
 */
import { cheapest, coverOf, NOT_SHORT, type Cover, type Pricing } from './cover.ts';
import { addUse, type Table } from './table.ts';

/** All concepts under some prices. */
export interface Priced {
  readonly pricing: Pricing;
  readonly covers: readonly Cover[];
  /** No plan costs less; infinite when some concept can't be made ready at all. */
  readonly bound: number;
}

export function priced(table: Table, pricing: Pricing): Priced {
  const covers = table.concepts.map((concept) => coverOf(concept, pricing));
  let bound = covers.reduce((sum, { least }) => sum + least, 0);
  for (const [row, room] of table.room.entries()) bound -= room * (pricing.limits[row] ?? 0);
  return { pricing, covers, bound };
}

/** Every limit for nothing, and all that is paid for is presses. */
export function unpriced(table: Table): Priced {
  const limits = new Float64Array(table.room.length);
  return priced(table, { cost: 1, stability: 0, limits, short: NOT_SHORT });
}

/** How much more of each limit the covers ask for than there is. */
function excessOf(table: Table, covers: readonly Cover[]): Float64Array {
  const excess = table.room.map((room) => -room);
  for (const cover of covers) {
    const options = cheapest(cover) ?? [];
    for (const [k, card] of cover.concept.cards.entries()) addUse(excess, card, options[k] ?? 0);
  }
  return excess;
}

/** Weight of the newest excess in the direction of a step. */
const NEWEST = 0.2;

/**
 * The way up: from the best prices met, in the direction of the mean excess of late, further after a
 * success and less far after a failure.
 * @param from prices to begin at
 * @param hope a cost that can be reached, as far as is known: steps are made to fit it
 * @param steps how many
 * @returns the prices of the largest bound met
 */
export function climb(table: Table, from: Priced, hope: number, steps: number): Priced {
  // Limits differ in size: a step moves each price by how much of its own limit is in excess.
  const sizes = table.room.map((room) => Math.max(5, room) ** 2);
  let best = from;
  let mean = excessOf(table, from.covers);
  let pace = 1;
  for (let step = 0; step < steps && best.bound < hope; step++) {
    const { limits } = best.pricing;
    const norm = mean.reduce(
      (sum, over, row) =>
        over > 0 || (limits[row] ?? 0) > 0 ? sum + over ** 2 / (sizes[row] ?? 1) : sum,
      0,
    );
    if (norm === 0) return best;
    const stride = (pace * (hope - best.bound)) / norm;
    const moved = limits.map((price, row) =>
      Math.max(0, price + (stride * (mean[row] ?? 0)) / (sizes[row] ?? 1)),
    );
    const here = priced(table, { ...best.pricing, limits: moved });
    const excess = excessOf(table, here.covers);
    mean = mean.map((over, row) => over + NEWEST * ((excess[row] ?? 0) - over));
    if (here.bound > best.bound) {
      best = here;
      pace *= 1.2;
    } else pace *= 0.7;
  }
  return best;
}
