/**
 * A quiz as text, to be given to a friend in a link: its questions, the versions of their decks and the
 * seed, and nothing of the person. Only letters, digits and `-._~` occur, which every program leaves
 * as they are in an address:
 *
 *     1~<seed>~<deck>.<version>_<deck>.<version>~<form><deck's place><id>~<form>…
 *
 * A form is one letter, a deck's place one base-36 digit, an id without its deck's, `_` for `/`.
 */
import type { Catalogue } from '../catalogue.ts';
import type { Form, Question } from './question.ts';

export interface GivenQuiz {
  readonly seed: string;
  readonly questions: readonly Question[];
  /** Versions of the decks asked, by deck id. */
  readonly decks: Readonly<Record<string, string>>;
}

/**
 * Why none of a link's questions can be asked: none of its decks is here; one that is here is of
 * another version, newer or older, which a version does not tell; or the cards are not in the decks.
 */
export type WhyUnknown = 'no-deck' | 'other-version' | 'no-card';

/** What a link comes to here. */
export type Linked =
  | {
      readonly is: 'quiz';
      readonly seed: string;
      readonly questions: readonly Question[];
      /** Questions left out, as no deck at hand has them. */
      readonly unknown: number;
      /** Whether a deck at hand is of another version, newer or older. */
      readonly otherVersion: boolean;
    }
  | { readonly is: 'unknown'; readonly why: WhyUnknown }
  | { readonly is: 'malformed' | 'too-long' };

/** Longest text and most questions read. */
const LONGEST_LINK = 16_000;
export const MOST_QUESTIONS = 200;
/** As many as one digit tells apart. */
const MOST_DECKS = 36;

const FORMAT = '1';
const LETTERS: Readonly<Record<string, Form>> = {
  c: 'choice',
  t: 'typed',
  z: 'cloze',
  r: 'recall',
  o: 'order',
  v: 'contrast',
  q: 'open',
};
const LETTER_OF = new Map(Object.entries(LETTERS).map(([letter, form]) => [form, letter]));

const SEED = /^[A-Za-z0-9-]{1,64}$/;
const DECK = /^([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)$/;
const QUESTION = /^([a-z])([0-9a-z])([A-Za-z0-9.-]+(?:_[A-Za-z0-9-]+)?)$/;

const deckOf = (id: string) => id.slice(0, id.indexOf('/'));

/**
 * The text of a quiz; null for one that is too long to be read again.
 * @throws Error for a seed other than up to 64 letters, digits and hyphens
 */
export function linkOf({ seed, questions, decks }: GivenQuiz): string | null {
  if (!SEED.test(seed)) throw new Error(`Inconsistent: not a seed for a link: ${seed}`);
  const ids = [...new Set(questions.map(({ of }) => deckOf(of)))];
  const versions = ids.map((id) => `${id}.${decks[id] ?? '0'}`).join('_');
  const asked = questions.map(({ form, of }) => {
    const deck = deckOf(of);
    const local = of.slice(deck.length + 1).replace('/', '_');
    return `${LETTER_OF.get(form) ?? ''}${ids.indexOf(deck).toString(36)}${local}`;
  });
  const link = [FORMAT, seed, versions, ...asked].join('~');
  const isShort = link.length <= LONGEST_LINK && questions.length <= MOST_QUESTIONS;
  return isShort && ids.length <= MOST_DECKS ? link : null;
}

function readQuestion(written: string, decks: readonly string[]): Question | null {
  const [, letter = '', place = '', local = ''] = QUESTION.exec(written) ?? [];
  const form = Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
  const deck = decks[Number.parseInt(place, 36)];
  return form && deck !== undefined ? { form, of: `${deck}/${local.replace('_', '/')}` } : null;
}

function readDecks(written: string): Map<string, string> | null {
  const decks = new Map<string, string>();
  for (const one of written.split('_')) {
    const [, id = '', version = ''] = DECK.exec(one) ?? [];
    if (id === '' || decks.has(id)) return null;
    decks.set(id, version);
  }
  return decks;
}

/**
 * The quiz a text names, as far as the decks at hand have it. Never throws.
 * @param canAsk whether a question can be asked here: its card or open question is there, and takes
 *   that form
 */
export function readLink(
  text: string,
  catalogue: Catalogue,
  canAsk: (question: Question) => boolean,
): Linked {
  if (text.length > LONGEST_LINK) return { is: 'too-long' };
  const [format, seed = '', versions = '', ...written] = text.replaceAll(/%7e/gi, '~').split('~');
  const decks = readDecks(versions);
  if (format !== FORMAT || !SEED.test(seed) || !decks || written.length === 0) {
    return { is: 'malformed' };
  }
  if (written.length > MOST_QUESTIONS) return { is: 'too-long' };
  const questions = new Map<string, Question>();
  const unknown = new Set<string>();
  for (const one of written) {
    const read = readQuestion(one, [...decks.keys()]);
    if (!read) return { is: 'malformed' };
    const question = { form: read.form, of: catalogue.currentId(read.of) };
    if (!canAsk(question)) unknown.add(question.of);
    else if (!questions.has(question.of)) questions.set(question.of, question);
  }
  const here = [...decks].filter(([id]) => catalogue.deck.has(id));
  const otherVersion = here.some(([id, version]) => catalogue.deck.get(id)?.version !== version);
  if (questions.size === 0) {
    const why = here.length === 0 ? 'no-deck' : otherVersion ? 'other-version' : 'no-card';
    return { is: 'unknown', why };
  }
  return {
    is: 'quiz',
    seed,
    questions: [...questions.values()],
    unknown: unknown.size,
    otherVersion,
  };
}
