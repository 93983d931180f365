/** In which forms a card can be asked. */
import type { Catalogue } from '../catalogue.ts';
import type { Card } from '../deck.ts';
import { borrowedFor } from './borrowed.ts';
import type { ConceptNames } from './names.ts';
import type { Form } from './question.ts';
import { typedAnswerOf, type Words, type WordsOf } from './words.ts';

/** A card that may be asked, and how. */
export interface Candidate {
  readonly card: Card;
  /** At least one. */
  readonly forms: readonly Form[];
}

/** Two things are a matter of luck to put in order. */
const FEWEST_ITEMS = 3;

/**
 * Every form that suits the kind and the words of a card, never none: `recall` is left for one that
 * suits no other. The same in both languages.
 * @param canBorrow whether there are wrong options for it elsewhere
 */
export function formsOf({ kind }: Card, words: Words, canBorrow: boolean): readonly Form[] {
  const { zh, en } = words;
  const hasOptions = (zh.options?.length ?? 0) > 1 && (en.options?.length ?? 0) > 1;
  const isSaid = kind === 'basic' || kind === 'reversed' || kind === 'list';
  const suits: readonly (readonly [Form, boolean])[] = [
    ['choice', hasOptions || canBorrow],
    ['typed', (isSaid || kind === 'cloze') && typedAnswerOf(words) !== null],
    ['cloze', kind === 'cloze'],
    ['recall', isSaid],
    ['order', (zh.items?.length ?? 0) >= FEWEST_ITEMS],
    ['contrast', kind === 'contrast'],
  ];
  const forms = suits.flatMap(([form, isSuited]) => (isSuited ? [form] : []));
  return forms.length === 0 ? ['recall'] : forms;
}

/** These cards with their forms; those left out whose words are not at hand. */
export function candidatesOf(
  cards: readonly Card[],
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): Candidate[] {
  return cards.flatMap((card) => {
    const words = wordsOf(card.id);
    if (!words) return [];
    const canBorrow = borrowedFor(card, catalogue, wordsOf, names) !== null;
    return [{ card, forms: formsOf(card, words, canBorrow) }];
  });
}
