/** How values are spread, over limits that are the same whatever the values. */
import type { Histogram } from './figures.ts';

/** Limits of days: fine where cards are young; 21 is where they become mature. */
export const DAY_LIMITS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650,
  7300, 36_500,
];

/** `count` equal bins from `low` to `high`. */
export function evenLimits(low: number, high: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}

/** @param rising sorted */
function medianOf(rising: Float64Array): number | null {
  const middle = rising.length / 2;
  const above = rising[Math.floor(middle)];
  if (above === undefined) return null;
  return Number.isInteger(middle) ? ((rising[middle - 1] ?? 0) + above) / 2 : above;
}

/**
 * Counts finite values between limits. A value beyond the outermost ones belongs to the bin next to it.
 * @param limits rising, at least two
 * @param trims whether empty bins at both ends are left out; one bin always stays
 */
export function histogramOf(
  values: readonly number[],
  limits: readonly number[],
  trims: boolean,
): Histogram {
  const rising = Float64Array.from(values).sort();
  const counts = limits.slice(1).map(() => 0);
  let bin = 0;
  for (const value of rising) {
    while (bin < counts.length - 1 && value >= (limits[bin + 1] ?? Infinity)) bin += 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const first = trims
    ? Math.max(
        0,
        counts.findIndex((count) => count > 0),
      )
    : 0;
  const last = trims
    ? Math.max(
        first,
        counts.findLastIndex((count) => count > 0),
      )
    : counts.length - 1;
  return {
    n: rising.length,
    edges: limits.slice(first, last + 2),
    counts: counts.slice(first, last + 1),
    median: medianOf(rising),
  };
}
