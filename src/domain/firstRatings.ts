/** How a learner's new cards begin: the shares of their first ratings. */
import { RATINGS, type Rating } from './event.ts';

/** Cards begun before the shares are the learner's own. */
const ENOUGH = 50;

/**
 * @param counts how many cards got each rating first
 * @returns shares that sum to 1; null until there are enough
 */
export function firstRatingShares(
  counts: Readonly<Record<Rating, number>>,
): Readonly<Record<Rating, number>> | null {
  const all = RATINGS.reduce((sum, rating) => sum + counts[rating], 0);
  if (all < ENOUGH) return null;
  const { again, hard, good, easy } = counts;
  return { again: again / all, hard: hard / all, good: good / all, easy: easy / all };
}
