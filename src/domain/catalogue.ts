/** All decks at hand, indexed: what a card is, what stands beside it, what must come before it. */
import type { Card, Chapter, Concept, Deck } from './deck.ts';
import { shuffled } from './random.ts';
import type { NewOrder } from './settings.ts';

export interface Catalogue {
  readonly decks: readonly Deck[];
  /** Changes whenever a card could have changed. */
  readonly version: string;
  /** By id. */
  readonly card: ReadonlyMap<string, Card>;
  readonly concept: ReadonlyMap<string, Concept>;
  readonly chapter: ReadonlyMap<string, Chapter>;
  readonly deck: ReadonlyMap<string, Deck>;
  /** Card ids of a note, of a concept; in the deck's order. */
  readonly ofNote: ReadonlyMap<string, readonly string[]>;
  readonly ofConcept: ReadonlyMap<string, readonly string[]>;
  /** Contrasts that belong to another concept and set it against this one. */
  readonly againstConcept: ReadonlyMap<string, readonly string[]>;
  /** Today's id of a card an event names. */
  readonly currentId: (card: string) => string;
  /** Card ids in the order new ones are met. */
  readonly order: (order: NewOrder) => readonly string[];
}

function grouped(
  cards: readonly Card[],
  keyOf: (card: Card) => string | undefined,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const card of cards) {
    const key = keyOf(card);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(card.id);
    else groups.set(key, [card.id]);
  }
  return groups;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export function buildCatalogue(decks: readonly Deck[]): Catalogue {
  const cards = decks.flatMap((deck) => deck.cards);
  const chapters = decks.flatMap((deck) => deck.chapters);
  const renames = new Map(decks.flatMap((deck) => Object.entries(deck.renames)));
  const inDeckOrder = cards.map((card) => card.id);
  let inShuffledOrder: readonly string[] | null = null;
  return {
    decks,
    version: decks.map((deck) => `${deck.id}@${deck.version}`).join(' '),
    card: byId(cards),
    concept: byId(chapters.flatMap((chapter) => chapter.concepts)),
    chapter: byId(chapters),
    deck: byId(decks),
    ofNote: grouped(cards, (card) => card.noteId),
    ofConcept: grouped(cards, (card) => card.conceptId),
    againstConcept: grouped(cards, (card) => card.against),
    currentId: (card) => renames.get(card) ?? card,
    order: (order) => {
      if (order === 'deck') return inDeckOrder;
      inShuffledOrder ??= shuffled(inDeckOrder, 'new cards', (id) => id);
      return inShuffledOrder;
    },
  };
}

/** The other cards of a card's note. */
export function siblingsOf(catalogue: Catalogue, card: string): readonly string[] {
  const note = catalogue.card.get(card)?.noteId;
  return (note === undefined ? [] : (catalogue.ofNote.get(note) ?? [])).filter((id) => id !== card);
}

/** Whether one card shown right after the other would help or confuse: siblings and `near` ideas. */
export function areConfusable(catalogue: Catalogue, one: string, other: string): boolean {
  const a = catalogue.card.get(one);
  const b = catalogue.card.get(other);
  if (!a || !b) return false;
  if (a.noteId === b.noteId) return true;
  return catalogue.concept.get(a.conceptId)?.near.includes(b.conceptId) ?? false;
}
