/** How well a share is known that was seen in a few trials. */

/** 97.5 % of the normal distribution lie below so many standard deviations: both sides make 95 %. */
const DEVIATIONS = 1.959_964;

/** A range of probabilities, 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % score interval of a share. Unlike the plain one it stays within 0..1 and says something
 * when nothing or everything succeeded; without any trial it is all of 0..1.
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 * @param successes of `trials`, whole, 0 or more
 */
export function wilson(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const spread = DEVIATIONS ** 2 / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const reach =
    (DEVIATIONS / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  return {
    low: successes === 0 ? 0 : middle - reach,
    high: successes === trials ? 1 : middle + reach,
  };
}
