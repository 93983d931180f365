/** What a concept's cards say, told once per note: to be read, not asked. */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { CardText, ChapterText, Language } from '../../domain/deck.ts';

export interface Fact {
  readonly card: string;
  /** HTML; absent where the answer is a whole sentence by itself. */
  readonly ask?: string;
  /** HTML */
  readonly answer: string;
  /** HTML */
  readonly why: string;
  /** A source outside the deck's own. */
  readonly cite?: string;
}

/**
 * Of the cards of a note those that together say it once: a sentence with blanks is told by any one
 * of its cards, a list by the card of the whole, what is asked both ways by the first.
 */
function tellingCards(catalogue: Catalogue, note: string): readonly string[] {
  const cards = catalogue.ofNote.get(note) ?? [];
  switch (catalogue.card.get(cards[0] ?? '')?.kind) {
    case 'cloze':
    case 'reversed':
      return cards.slice(0, 1);
    case 'list': {
      const whole = cards.filter((card) => card === `${note}/all`);
      return whole.length > 0 ? whole : cards;
    }
    default:
      return cards;
  }
}

/** The facts behind `cards`, in their order. Cards without words are left out. */
export function factsOf(
  catalogue: Catalogue,
  cards: readonly string[],
  words: ChapterText['cards'],
  language: Language,
): Fact[] {
  const notes = new Set(cards.flatMap((card) => catalogue.card.get(card)?.noteId ?? []));
  return [...notes]
    .flatMap((note) => tellingCards(catalogue, note))
    .flatMap((card): Fact[] => {
      const entry = words[card];
      if (!entry) return [];
      const text: CardText = entry[language];
      const isSentence = catalogue.card.get(card)?.kind === 'cloze';
      return [
        {
          card,
          ...(isSentence ? {} : { ask: text.ask }),
          answer: text.answer,
          why: text.why,
          ...(entry.cite === undefined ? {} : { cite: entry.cite }),
        },
      ];
    });
}
