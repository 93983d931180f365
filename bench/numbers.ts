/** Numbers that come out the same every time, and what is said of many measurements. */

/** A small generator of numbers in [0, 1) from a fixed seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The value below which `share` (0..1) of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Runs both in turn, the one that goes first changing every time. */
export async function alternately(
  times: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < times; i++) {
    const [first, second] = i % 2 === 0 ? [one, other] : [other, one];
    await first();
    await second();
  }
}
