/**
 * What to mend first. A concept is faint when some of it was begun and its recall is below 80 %, the
 * lower end of “Fading” on the ink scale. Of the concepts that faint ones need, directly or through
 * others, those that are faint themselves are to be mended first, the faintest at the head: as long
 * as they are, what rests on them has nothing to stand on. What was never begun is to be learnt, not
 * to be mended.
 */
import type { Knowledge } from './knowledge.ts';

/** Recall (0..1) below which a concept is faint. */
export const FAINT = 0.8;

export interface Prerequisite {
  readonly concept: string;
  /** 0..1 */
  readonly recall: number;
  /** Faint concepts that need it, directly or through others, in the order given. */
  readonly under: readonly string[];
}

/** Everything a concept needs, directly or through others; never itself, even where needs go round. */
export function allNeeds(
  concept: string,
  needsOf: (concept: string) => readonly string[],
): Set<string> {
  const found = new Set<string>();
  const open = [...needsOf(concept)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === concept || found.has(next)) continue;
    found.add(next);
    open.push(...needsOf(next));
  }
  return found;
}

function isFaint(known: Knowledge | undefined): known is Knowledge {
  return known !== undefined && known.begun > 0 && known.recall < FAINT;
}

/**
 * Faint concepts that other faint ones rest on: the lowest recall first; of those alike the one more
 * rest on, then the order given.
 * @param concepts ids in the order of the talk
 * @param needsOf ids of what a concept needs; unknown ids are passed over
 */
export function mendFirst(
  concepts: readonly string[],
  needsOf: (concept: string) => readonly string[],
  knownOf: (concept: string) => Knowledge | undefined,
): Prerequisite[] {
  const under = new Map<string, string[]>();
  for (const concept of concepts) {
    if (!isFaint(knownOf(concept))) continue;
    for (const needed of allNeeds(concept, needsOf)) {
      const others = under.get(needed);
      if (others) others.push(concept);
      else under.set(needed, [concept]);
    }
  }
  const places = new Map(concepts.map((concept, place) => [concept, place]));
  const placeOf = (concept: string) => places.get(concept) ?? Infinity;
  return [...under]
    .flatMap(([concept, faint]) => {
      const known = knownOf(concept);
      return isFaint(known) ? [{ concept, recall: known.recall, under: faint }] : [];
    })
    .toSorted(
      (a, b) =>
        a.recall - b.recall ||
        b.under.length - a.under.length ||
        placeOf(a.concept) - placeOf(b.concept),
    );
}
