/** What statistics are asked of: which cards, which days. */
import type { Catalogue } from '../catalogue.ts';
import type { StudyDay } from '../day.ts';
import type { NoteKind } from '../deck.ts';
import { conceptsIn, type Scope } from '../scope.ts';
import type { Period } from './figures.ts';

export interface Question {
  /** Null for all there is, cards that no deck knows any more included. */
  readonly scope: Scope | null;
  /** Kinds of note; null for all. */
  readonly kinds: readonly NoteKind[] | null;
  /** Only cards that are marked. */
  readonly onlyMarked: boolean;
  readonly period: Period;
  readonly today: StudyDay;
  /** Instants, ms: now, and where today begins and ends. */
  readonly now: number;
  readonly begins: number;
  readonly ends: number;
}

/** The cards of all decks as plain columns, in the decks' order: what a worker needs of a catalogue. */
export interface CardList {
  readonly ids: readonly string[];
  /** By card: a number its note's cards share. */
  readonly notes: Uint32Array;
}

export function cardListOf({ decks }: Catalogue): CardList {
  const cards = decks.flatMap((deck) => deck.cards);
  const numbers = new Map<string, number>();
  const notes = Uint32Array.from(cards, ({ noteId }) => {
    const number = numbers.get(noteId) ?? numbers.size;
    numbers.set(noteId, number);
    return number;
  });
  return { ids: cards.map(({ id }) => id), notes };
}

/** 1 for each card of `cardListOf` that is asked about; null when all are, and cards no deck knows too. */
export function chosenCards(
  { scope, kinds }: Pick<Question, 'scope' | 'kinds'>,
  catalogue: Catalogue,
): Uint8Array | null {
  if (scope === null && kinds === null) return null;
  const concepts = scope && new Set(conceptsIn(scope, catalogue).map(({ id }) => id));
  const cards = catalogue.decks.flatMap((deck) => deck.cards);
  return Uint8Array.from(cards, ({ conceptId, kind }) => {
    const isIn = concepts === null || concepts.has(conceptId);
    return isIn && (kinds === null || kinds.includes(kind)) ? 1 : 0;
  });
}
