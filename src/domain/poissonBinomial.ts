/**
 * How many of several independent trials succeed when each has its own probability: the
 * Poisson-binomial distribution. Cards of one concept are such trials, so far as they are independent;
 * siblings hang together, so a spread taken from here is a lower limit.
 */

/**
 * The distribution of the number of successes.
 * Source: the recursion over trials of Barlow and Heidtmann (1984), see Hong (2013), "On computing the
 * distribution function for the Poisson binomial distribution". It only adds and multiplies what is
 * not negative, so nothing cancels: the error stays near one rounding per trial.
 * @param probabilities of the trials, 0..1 each
 * @returns the probability of 0, 1, … n successes, for n trials
 */
export function poissonBinomial(probabilities: readonly number[]): number[] {
  const mass = [1];
  for (const probability of probabilities) {
    const miss = 1 - probability;
    mass.push((mass.at(-1) ?? 0) * probability);
    for (let count = mass.length - 2; count > 0; count--) {
      mass[count] = (mass[count] ?? 0) * miss + (mass[count - 1] ?? 0) * probability;
    }
    mass[0] = (mass[0] ?? 0) * miss;
  }
  return mass;
}

/** What rounding may take from a sum of probabilities: a share that is met but for it counts as met. */
const ROUNDING = 1e-12;

function quantileOf(mass: readonly number[], share: number): number {
  let below = 0;
  for (const [count, probability] of mass.entries()) {
    below += probability;
    if (below >= share - ROUNDING) return count;
  }
  return mass.length - 1;
}

/**
 * Between which numbers of successes the middle of the distribution lies: for `low` and `high` each
 * the least count that is not exceeded with at least that probability.
 * @param probabilities of the trials, 0..1 each
 * @param low 0..1, e.g. 0.1 and 0.9 for the middle 80 %
 * @param high 0..1, at least `low`
 * @returns counts, 0..n
 */
export function quantiles(
  probabilities: readonly number[],
  low: number,
  high: number,
): { low: number; high: number } {
  const mass = poissonBinomial(probabilities);
  return { low: quantileOf(mass, low), high: quantileOf(mass, high) };
}
