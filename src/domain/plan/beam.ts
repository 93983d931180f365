/**
 * Plans that keep to every limit, built card by card: of the partial plans the most promising go on,
 * judged by what they have spent and by what, at the day prices, the rest of their concept costs at
 * least.
 */
import type { Cover } from './cover.ts';
import { addUse, SLACK, TOLERANCE, type CardTable } from './table.ts';

/** A plan up to some card. */
interface Prefix {
  readonly before: Prefix | null;
  readonly card: CardTable | null;
  readonly option: number;
  readonly price: number;
  /** Recall the concept still needs from its cards to come. */
  readonly need: number;
  /** What is left of each limit. */
  readonly room: Float64Array;
}

interface Step {
  readonly from: Prefix;
  readonly option: number;
  readonly need: number;
  /** Price of the plan, that of its last card included. */
  readonly price: number;
  /** No plan that goes on from here is cheaper, up to the end of the concept. */
  readonly least: number;
}

/** All ways on by one card that may still end below `below`, the most promising first. */
function stepsFrom(prefixes: readonly Prefix[], cover: Cover, k: number, below: number): Step[] {
  const card = cover.concept.cards[k];
  const prices = cover.prices[k];
  const steps: Step[] = [];
  if (!card || !prices) return steps;
  for (const from of prefixes) {
    for (let option = 0; option < prices.length; option++) {
      const need = from.need - (card.recall[option] ?? 0);
      const after = cover.after(k, need);
      // Options stand by recall: none that follows gives more.
      if (after === Infinity) break;
      const price = from.price + (prices[option] ?? 0);
      if (price + after < below) steps.push({ from, option, need, price, least: price + after });
    }
  }
  return steps.sort((a, b) => a.least - b.least);
}

function hasRoom(room: Float64Array, card: CardTable, option: number): boolean {
  const from = option * room.length;
  return room.every((left, row) => {
    const use = card.uses[from + row] ?? 0;
    return use <= 0 || use <= left + TOLERANCE;
  });
}

/** The first `width` steps that keep to the limits; of those that leave the same, the better. */
function taken(steps: readonly Step[], card: CardTable, width: number, isLast: boolean): Prefix[] {
  const kept: Prefix[] = [];
  const leastNeed = new Map<string, number>();
  for (const { from, option, need, price, least } of steps) {
    if (kept.length >= width) break;
    if (!hasRoom(from.room, card, option)) continue;
    const room = from.room.slice();
    addUse(room, card, option, -1);
    const key = room.map((left) => Math.round(left * 1e6)).join();
    // At the end of a concept what it fell short by has been paid for.
    const left = isLast ? 0 : need;
    if (left >= (leastNeed.get(key) ?? Infinity)) continue;
    leastNeed.set(key, left);
    kept.push({ before: from, card, option, price: isLast ? least : price, need: left, room });
  }
  return kept;
}

/**
 * The cheapest plan found for some concepts within what is left of the limits.
 * @param covers of the concepts, in the order in which they are planned
 * @param width partial plans kept at each card
 * @param below only plans whose price is less
 * @returns the option of each card, by the card; null when none was found
 */
export function plannedWithin(
  covers: readonly Cover[],
  room: Float64Array,
  width: number,
  below = Infinity,
): ReadonlyMap<CardTable, number> | null {
  let later = covers.reduce((sum, { least }) => sum + least, 0);
  const start = { before: null, card: null, option: 0, price: 0, need: 0, room };
  let prefixes: readonly Prefix[] = [start];
  for (const cover of covers) {
    const { cards, need } = cover.concept;
    later -= cover.least;
    prefixes = prefixes.map((prefix) => ({ ...prefix, need }));
    for (const [k, card] of cards.entries()) {
      const steps = stepsFrom(prefixes, cover, k, below - later);
      prefixes = taken(steps, card, width, k === cards.length - 1);
    }
  }
  // Where others stand on room that these cards made, it has to be made again.
  const best = prefixes.find((prefix) => prefix.room.every((left) => left >= -SLACK));
  if (!best) return null;
  const options = new Map<CardTable, number>();
  for (let at: Prefix | null = best; at?.card; at = at.before) options.set(at.card, at.option);
  return options;
}
