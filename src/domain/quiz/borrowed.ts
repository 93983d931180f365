/**
 * Wrong options for cards that have none of their own. Only names are borrowed, for a card whose
 * answer is a name too: one item of a list, a concept's name, or what a reversed card asks back for.
 * A phrase from the answer to another question fits this one too badly to mislead, or so well that it
 * may be right too.
 */
import type { Catalogue } from '../catalogue.ts';
import { LANGUAGES, type Card, type Concept, type Language, type Text } from '../deck.ts';
import { plainText, strictTerms } from '../find.ts';
import { folded } from '../typedAnswer.ts';
import { asName, type ConceptNames } from './names.ts';
import { plainAnswer, type Words, type WordsOf } from './words.ts';

/** A wrong name from elsewhere in the deck. */
export interface Borrowed {
  /** The card whose answer it is, or else the concept whose name it is. */
  readonly from: string;
  readonly name: Text;
}

/** Fewer than this are no choice: the card is asked in another form. */
const FEWEST = 2;

/** How a name is compared with the right one, in one language. */
interface Compared {
  readonly right: string;
  readonly other: string;
  readonly ask: string;
  readonly language: Language;
}

const YES_NO = /^(?:yes|no|not|是|否|不|会|能)(?!\p{Script=Latin})/iu;
const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

/** Characters or letters by which two short names may differ however short they are. */
const SLACK: Readonly<Record<Language, number>> = { zh: 2, en: 8 };

function differInLength({ right, other, language }: Compared): boolean {
  const lengths = [[...right].length, [...other].length];
  const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
  return long > 2 * short && long - short > SLACK[language];
}

function shareMost({ right, other }: Compared): boolean {
  const own = new Set(strictTerms(right));
  const others = strictTerms(other);
  const shared = others.filter((term) => own.has(term)).length;
  return shared * 2 > Math.min(own.size, others.length);
}

/** Whether the question has a word of the right name that the other one lacks. */
function isHinted({ right, other, ask }: Compared): boolean {
  const others = new Set(strictTerms(other));
  const asked = new Set(strictTerms(ask));
  return strictTerms(right).some((term) => asked.has(term) && !others.has(term));
}

/** What makes a name unfit beside the right one. Any of them in either language is enough. */
const FAULTS: Readonly<Record<string, (names: Compared) => boolean>> = {
  same: ({ right, other }) => folded(right) === folded(other),
  contained: ({ right, other }) =>
    folded(right).includes(folded(other)) || folded(other).includes(folded(right)),
  shareMost,
  asked: ({ other, ask }) => folded(ask).includes(folded(other)),
  isHinted,
  differInLength,
  yesNo: ({ right, other }) => YES_NO.test(right) || YES_NO.test(other),
  numbers: ({ right, other }) => /\d/.test(right) !== /\d/.test(other),
  script: ({ right, other }) =>
    LATIN.test(right) !== LATIN.test(other) || HAN.test(right) !== HAN.test(other),
};

function isFit(right: Text, other: Text, words: Words): boolean {
  return LANGUAGES.every((language) => {
    const ask = plainText(words[language].ask);
    const names = { right: right[language], other: other[language], ask, language };
    return Object.values(FAULTS).every((isFault) => !isFault(names));
  });
}

/** Whether the card asks back from a meaning to a name. */
const asksBack = ({ kind, id, noteId }: Card) => kind === 'reversed' && id === `${noteId}/back`;

/** The answer of a card as a name; null where it is no plain words. */
function nameOf(id: string, wordsOf: WordsOf): Text | null {
  const words = wordsOf(id);
  const answer = words && plainAnswer(words);
  return answer ? asName(answer) : null;
}

const sameName = (one: Text, other: Text) =>
  LANGUAGES.every((language) => folded(one[language]) === folded(other[language]));

/** Of a concept, what the concepts it is confused with are called, and what their cards ask back for. */
function namesNear({ near }: Concept, catalogue: Catalogue, wordsOf: WordsOf): Borrowed[] {
  return near.flatMap((id) => {
    const concept = catalogue.concept.get(id);
    const backs = (catalogue.ofConcept.get(id) ?? []).flatMap((other) => {
      const card = catalogue.card.get(other);
      const name = card && asksBack(card) ? nameOf(other, wordsOf) : null;
      return name ? [{ from: other, name }] : [];
    });
    return concept ? [...backs, { from: id, name: asName(concept.name) }] : backs;
  });
}

/** The items of the lists that have this name among them: of the card's chapter and of near concepts. */
function namesListed(name: Text, card: Card, catalogue: Catalogue, wordsOf: WordsOf): Borrowed[] {
  const near = catalogue.concept.get(card.conceptId)?.near ?? [];
  const inChapter = catalogue.chapter.get(card.chapterId)?.concepts.map(({ id }) => id) ?? [];
  const cards = [...new Set([...near, ...inChapter])].flatMap(
    (id) => catalogue.ofConcept.get(id) ?? [],
  );
  const lists = cards.flatMap((id) => {
    const { kind, noteId } = catalogue.card.get(id) ?? {};
    return kind === 'list' && noteId !== undefined ? [noteId] : [];
  });
  return [...new Set(lists)].flatMap((note) => {
    const items = (catalogue.ofNote.get(note) ?? []).flatMap((from) => {
      const item = nameOf(from, wordsOf);
      return item ? [{ from, name: item }] : [];
    });
    return items.some((item) => sameName(item.name, name)) ? items : [];
  });
}

/** What a card may be asked with as a choice. */
export interface BorrowedOptions {
  readonly right: Text;
  readonly wrong: readonly Borrowed[];
}

/**
 * Names that are wrong here and could be taken for right, with the right one written as they are; null
 * for a card that asks for something else or has too few of them. They fit in both languages.
 */
export function borrowedFor(
  card: Card,
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): BorrowedOptions | null {
  const words = wordsOf(card.id);
  const right = nameOf(card.id, wordsOf);
  if (!words || !right || card.kind === 'choice' || card.kind === 'list') return null;
  const named = names.inBoth(right, card.deckId);
  const concept = named ?? (asksBack(card) ? catalogue.concept.get(card.conceptId) : undefined);
  const near = concept ? namesNear(concept, catalogue, wordsOf) : [];
  const fit: Borrowed[] = [];
  for (const one of [...namesListed(right, card, catalogue, wordsOf), ...near]) {
    const isNew = fit.every(({ name }) => !sameName(name, one.name));
    if (isNew && isFit(right, one.name, words)) fit.push(one);
  }
  return fit.length < FEWEST ? null : { right, wrong: fit };
}
