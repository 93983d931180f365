/**
 * The cheapest way to make one concept ready when every day has its price: one option per card, so
 * that their recalls add up to what the concept needs. Solved from the last card to the first: for
 * each, what it costs to get so much recall from it and those after it.
 */
import { TOLERANCE, type CardTable, type ConceptTable } from './table.ts';

/** What a choice is charged for. */
export interface Pricing {
  /** Per added press. */
  readonly cost: number;
  /** Per day of expected stability; negative where stability is wanted. */
  readonly stability: number;
  /** Per unit of each limit. */
  readonly limits: Float64Array;
  /** What a concept may fall short of its target (recall, 0..1), and the price of it. */
  readonly short: { readonly most: number; readonly price: number };
}

export const NOT_SHORT: Pricing['short'] = { most: 0, price: 0 };

/** Both ascending: so much recall is to be had for so much, at best. */
interface Frontier {
  readonly recall: Float64Array;
  readonly price: Float64Array;
}

/** A concept under prices. */
export interface Cover {
  readonly concept: ConceptTable;
  /** Price of each option of each card. */
  readonly prices: readonly Float64Array[];
  /**
   * No way of getting `need` (sum of recall) from the cards after the `k`-th costs less; infinite
   * when there is none.
   */
  readonly after: (k: number, need: number) => number;
  /** No way of making the concept ready costs less. */
  readonly least: number;
}

function pricesOf(card: CardTable, pricing: Pricing): Float64Array {
  const rows = pricing.limits.length;
  const prices = new Float64Array(card.options.length);
  for (let option = 0; option < prices.length; option++) {
    let price =
      pricing.cost * (card.cost[option] ?? 0) + pricing.stability * (card.stability[option] ?? 0);
    for (let row = 0; row < rows; row++) {
      price += (pricing.limits[row] ?? 0) * (card.uses[option * rows + row] ?? 0);
    }
    prices[option] = price;
  }
  return prices;
}

/** Of points by recall, descending: those no other is as good as for less, ascending. */
function frontierOf(
  count: number,
  recallAt: (i: number) => number,
  priceAt: (i: number) => number,
) {
  const recall: number[] = [];
  const price: number[] = [];
  for (let i = 0; i < count; i++) {
    const here = priceAt(i);
    if (here >= (price.at(-1) ?? Infinity)) continue;
    if (recall.at(-1) === recallAt(i)) price[price.length - 1] = here;
    else {
      recall.push(recallAt(i));
      price.push(here);
    }
  }
  return { recall: Float64Array.from(recall.reverse()), price: Float64Array.from(price.reverse()) };
}

/** The least price at which a frontier gives `need`. */
function priceFor({ recall, price }: Frontier, need: number): number {
  let low = 0;
  let high = recall.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((recall[middle] ?? 0) >= need - TOLERANCE) high = middle;
    else low = middle + 1;
  }
  return price[low] ?? Infinity;
}

/** Up to so many sums are kept as they are; more are put into as many cells. */
const CELLS = 1024;

/**
 * The frontier of the sums of two, where between `low` and `high` is asked for. Where there are many
 * sums, those of one cell count as the cheapest of them with the recall of the best: never too dear,
 * so that a bound stays a bound.
 */
function sumOf(one: Frontier, other: Frontier, low: number, high: number): Frontier {
  const width = Math.max((high - low) / CELLS, TOLERANCE);
  const isExact = one.recall.length * other.recall.length <= CELLS;
  const sums: { recall: number; price: number }[] = [];
  const recalls = new Float64Array(isExact ? 0 : CELLS + 1);
  const prices = new Float64Array(isExact ? 0 : CELLS + 1).fill(Infinity);
  for (let i = 0; i < one.recall.length; i++) {
    const recallOfOne = one.recall[i] ?? 0;
    const priceOfOne = one.price[i] ?? 0;
    for (let j = 0; j < other.recall.length; j++) {
      const recall = recallOfOne + (other.recall[j] ?? 0);
      const price = priceOfOne + (other.price[j] ?? 0);
      const isLast = recall >= high;
      if (recall < low - TOLERANCE) continue;
      if (isExact) sums.push({ recall, price });
      else {
        const cell = isLast ? CELLS : Math.max(0, Math.floor((recall - low) / width));
        if (recall > (recalls[cell] ?? 0)) recalls[cell] = recall;
        if (price < (prices[cell] ?? 0)) prices[cell] = price;
      }
      // What gives still more from here on only costs more.
      if (isLast) break;
    }
  }
  if (!isExact) {
    return frontierOf(
      CELLS + 1,
      (i) => recalls[CELLS - i] ?? 0,
      (i) => prices[CELLS - i] ?? Infinity,
    );
  }
  sums.sort((a, b) => b.recall - a.recall || a.price - b.price);
  return frontierOf(
    sums.length,
    (i) => sums[i]?.recall ?? 0,
    (i) => sums[i]?.price ?? Infinity,
  );
}

/** Steps in which a shortfall is bought where it is summed with options, small ones first. */
const SHORT_STEPS = 32;

/** A shortfall as something to buy. */
function shortFrontier(most: number, price: number): Frontier {
  if (most <= 0) return { recall: new Float64Array(1), price: new Float64Array(1) };
  const steps = Array.from({ length: SHORT_STEPS + 1 }, (_, i) => most * (i / SHORT_STEPS) ** 2);
  return {
    recall: Float64Array.from(steps),
    price: Float64Array.from(steps, (short) => price * short),
  };
}

export function coverOf(concept: ConceptTable, pricing: Pricing): Cover {
  const { cards, need } = concept;
  const most = pricing.short.most * cards.length;
  const price = pricing.short.price / cards.length;
  const prices = cards.map((card) => pricesOf(card, pricing));
  /** Least and most recall the cards before the k-th may have given. */
  const given = cards.map((_, k) => {
    const before = cards.slice(0, k);
    return {
      least: before.reduce((sum, { recall }) => sum + (recall.at(-1) ?? 0), 0),
      most: before.reduce((sum, { recall }) => sum + (recall[0] ?? 0), 0),
    };
  });
  const rest: Frontier[] = [];
  let frontier = shortFrontier(most, price);
  for (let k = cards.length - 1; k > 0; k--) {
    const { recall = new Float64Array() } = cards[k] ?? {};
    const own = frontierOf(
      recall.length,
      (i) => recall[i] ?? 0,
      (i) => prices[k]?.[i] ?? Infinity,
    );
    const { least: low, most: high } = given[k] ?? { least: 0, most: 0 };
    frontier = sumOf(own, frontier, need - high, need - low);
    rest[k] = frontier;
  }
  const after = (k: number, left: number) => {
    const next = rest[k + 1];
    if (next) return priceFor(next, left);
    if (left <= TOLERANCE) return 0;
    return left <= most + TOLERANCE ? left * price : Infinity;
  };
  let least = cards.length === 0 ? 0 : Infinity;
  prices[0]?.forEach((first, option) => {
    least = Math.min(least, first + after(0, need - (cards[0]?.recall[option] ?? 0)));
  });
  return { concept, prices, after, least };
}

/** The options a cover takes, one per card; null when the concept can't be made ready. */
export function cheapest({ concept, prices, after }: Cover): number[] | null {
  let left = concept.need;
  const taken: number[] = [];
  for (const [k, card] of concept.cards.entries()) {
    let best = -1;
    let least = Infinity;
    for (let option = 0; option < card.recall.length; option++) {
      const price = (prices[k]?.[option] ?? 0) + after(k, left - (card.recall[option] ?? 0));
      if (price < least) {
        least = price;
        best = option;
      }
    }
    // What was rounded for the bound may promise a little too much: then the most recall there is.
    if (best < 0 && k === 0) return null;
    taken.push(Math.max(best, 0));
    left -= card.recall[Math.max(best, 0)] ?? 0;
  }
  return taken;
}
