/** The talk as a strip of time: which of its minutes are fading. */
import type { Chapter } from '../deck.ts';
import { meanRecall, type Knowledge } from './knowledge.ts';

/** A stretch of the source in which some concepts are told. */
export interface Span {
  /** Seconds from the start of the source. */
  readonly from: number;
  /** Where the next span begins; of the last one, whose end is not known, a median span later. */
  readonly to: number;
  /** Ids of the chapters that tell of them, and of the concepts; in the order of the talk. */
  readonly chapters: readonly string[];
  readonly concepts: readonly string[];
  /** Mean over its concepts that were begun, 0..1; null where none was. */
  readonly recall: number | null;
  /** How many of them were begun. */
  readonly begun: number;
}

/** Length (s) of a source that has a single place. */
const ALONE = 60;

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? ALONE;
}

/**
 * The spans of a deck's chapters, earliest first: a concept is told from its own second, or else its
 * chapter's, until the next second at which one is. Concepts of the same second share a span; those
 * without a time, and those never asked, are left out.
 */
export function timelineOf(
  chapters: readonly Chapter[],
  knownOf: (concept: string) => Knowledge | undefined,
): Span[] {
  const told = new Map<number, { chapters: Set<string>; concepts: string[] }>();
  for (const chapter of chapters) {
    for (const { id, at = chapter.at, untested } of chapter.concepts) {
      if (!at || untested !== undefined) continue;
      const place = told.get(at.seconds) ?? { chapters: new Set(), concepts: [] };
      told.set(at.seconds, place);
      place.chapters.add(chapter.id);
      place.concepts.push(id);
    }
  }
  const starts = [...told.keys()].toSorted((a, b) => a - b);
  const lengths = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  const usual = median(lengths.toSorted((a, b) => a - b));
  return starts.map((from, i) => {
    const { chapters: telling, concepts } = told.get(from) ?? { chapters: [], concepts: [] };
    const begun = concepts.flatMap((id) => {
      const known = knownOf(id);
      return known && known.begun > 0 ? [known.recall] : [];
    });
    return {
      from,
      to: starts[i + 1] ?? from + usual,
      chapters: [...telling],
      concepts,
      recall: begun.length === 0 ? null : meanRecall(begun),
      begun: begun.length,
    };
  });
}
