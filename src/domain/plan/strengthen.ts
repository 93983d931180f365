/** Of the plans that cost hardly more than the least, the one that leaves memories most stable. */
import type { Pricing } from './cover.ts';
import { replanned } from './search.ts';
import { sumOver, TOLERANCE, type Choice, type Table } from './table.ts';

/** What a press must be worth, in days of stability summed over cards: from very much down to little. */
const WORTHS = [1000, 300, 100, 30, 10, 3, 1, 0.3];

/**
 * @param choices plans that make every concept ready, at least one within the budget
 * @param budget added presses
 * @param pricing with prices on the limits, in presses
 */
export function strengthened(
  table: Table,
  choices: readonly Choice[],
  budget: number,
  pricing: Pricing,
  width: number,
): Choice {
  const affordable = (choice: Choice) => sumOver(table, choice, 'cost') <= budget + TOLERANCE;
  const stability = (choice: Choice) => sumOver(table, choice, 'stability');
  let best = choices
    .filter(affordable)
    .reduce((one, other) => (stability(other) > stability(one) ? other : one));
  for (const worth of WORTHS) {
    const limits = pricing.limits.map((price) => price * worth);
    const here = { ...pricing, cost: worth, stability: -1, limits };
    for (const place of table.concepts.keys()) {
      const next = replanned(table, best, here, [place], width);
      if (next && affordable(next) && stability(next) > stability(best) + TOLERANCE) best = next;
    }
  }
  return best;
}
