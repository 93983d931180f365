/**
 * Seeded randomness: the same words give the same numbers on every machine, so a preview and the
 * commit that follows agree, and a test can be repeated.
 */

/** 32-bit FNV-1a over the UTF-16 code units of `text`, finished with an avalanche. 0..2^32-1. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends on nothing but `seed`. */
export function unitOf(seed: string): number {
  return hash32(seed) / 0x1_0000_0000;
}

/**
 * Numbers in [0, 1), one at each call, that depend on nothing but `seed`. For long runs: quicker than
 * a seed of its own for each number. Source: mulberry32 (Tommy Ettinger, public domain).
 */
export function generatorOf(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** `items` in an order that depends on nothing but `seed` and their keys, not on the order given. */
export function shuffled<T>(items: readonly T[], seed: string, keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item), place: hash32(`${seed}\n${keyOf(item)}`) }))
    .sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}
