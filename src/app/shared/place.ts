/** Places: in a chapter's page, as its address names them, and in the source. */
import type { Source } from '../../domain/deck.ts';

/** The id of an element that stands for a concept or a card. */
export function elementId(at: string): string {
  return `at:${at}`;
}

/** Address of the source at a time (seconds); of the whole recording if times have no address. */
export function addressAt(source: Source, seconds: number): string | undefined {
  return source.at?.replaceAll('{seconds}', String(Math.floor(seconds))) ?? source.video;
}
