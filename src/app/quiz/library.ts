/** The words of all decks: what a quiz takes its questions and its wrong options from. */
import type { OpenQuestion } from '../../domain/deck.ts';
import { conceptNames, type ConceptNames } from '../../domain/quiz/names.ts';
import type { WordsOf } from '../../domain/quiz/words.ts';
import type { Environment } from '../environment.ts';

export interface Library {
  readonly wordsOf: WordsOf;
  /** Where a fact comes from, where not from the deck's own source. */
  readonly citeOf: (card: string) => string | undefined;
  /** By id. */
  readonly open: ReadonlyMap<string, OpenQuestion>;
  readonly names: ConceptNames;
  /** Whether the words of every chapter are at hand. */
  readonly isWhole: boolean;
}

/** Reads what can be had now: chapters that can't be are left out. */
export async function readLibrary({ catalogue, loadChapterText }: Environment): Promise<Library> {
  const chapters = catalogue.decks.flatMap((deck) => deck.chapters.map(({ id }) => id));
  const read = await Promise.allSettled(chapters.map((id) => loadChapterText(id)));
  const texts = read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const cards = new Map(texts.flatMap((text) => Object.entries(text.cards)));
  const open = new Map(texts.flatMap((text) => text.discussion.map((one) => [one.id, one])));
  return {
    wordsOf: (card) => cards.get(card),
    citeOf: (card) => cards.get(card)?.cite,
    open,
    names: conceptNames(catalogue),
    isWhole: texts.length === chapters.length,
  };
}
