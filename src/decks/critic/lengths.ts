/** Too long, too many, or too plain to see: the size of answers and options. */
import { LANGUAGES, type Language, type Text } from '../../domain/deck.ts';
import { blanksOf } from '../cloze.ts';
import type { NoteOf } from '../format.ts';
import { wordsOf } from '../plainWords.ts';
import { type NoteCheck, inEachFace, plain } from './reading.ts';
import { normalised, widthOf } from './words.ts';

type Limits = Readonly<Record<Language, number>>;

/** Two lines of a phone: 22 Chinese characters or 60 Latin letters each. */
const ANSWER: Limits = { zh: 44, en: 120 };
/** One line, so that a list stays a list. */
const ITEM: Limits = { zh: 22, en: 60 };
/** A phrase: a blank is to be typed. */
const HIDDEN: Limits = { zh: 14, en: 40 };
/** What people hold in mind at once. */
const ENOUGH = 5;

export const longAnswer: NoteCheck = ({ note, faces }) => {
  if (note.kind === 'cloze') return longHidden(note.text);
  if (note.kind === 'list') {
    return note.items.flatMap((item) => tooLong(`item "${item.key}"`, plain(item), ITEM));
  }
  return faces.flatMap(({ answer }) => tooLong('answer', answer, ANSWER));
};

function longHidden(text: Text): string[] {
  return LANGUAGES.flatMap((language) =>
    blanksOf(text[language]).blanks.flatMap(({ key, hidden }) =>
      lengthOver(`blank "${key}"`, wordsOf(hidden), language, HIDDEN),
    ),
  );
}

function tooLong(what: string, text: Text, limits: Limits): string[] {
  return LANGUAGES.flatMap((language) => lengthOver(what, text[language], language, limits));
}

function lengthOver(what: string, text: string, language: Language, limits: Limits): string[] {
  const length = lengthOf(text, language);
  const limit = limits[language];
  return length > limit ? [`the ${language} ${what} is ${length} long, over ${limit}`] : [];
}

function lengthOf(text: string, language: Language): number {
  return language === 'zh' ? Math.ceil(widthOf(text)) : text.length;
}

/** An answer that is a list in disguise. */
export const listWhole: NoteCheck = (read, deck) => {
  if (read.note.kind === 'list') return [];
  return inEachFace((_, answer, language) => {
    const count = Math.max(0, ...answer.split(/[。；;.]/u).map(partsIn));
    return count > ENOUGH ? [`the ${language} answer counts up ${count} things`] : [];
  })(read, deck);
};

function partsIn(sentence: string): number {
  const zh = sentence.split(/、/u);
  const en = sentence.split(/,\s+(?:and\s+|or\s+)?/u);
  const last = /\S\s+(?:and|or)\s+\S/.test(en.at(-1) ?? '') ? 1 : 0;
  return Math.max(zh.length, en.length > 2 ? en.length + last : 0);
}

/** The right option may be this much longer, or shorter, than the others are on average … */
const LONGER = 1.6;
const SHORTER = 0.6;
/** … and a smaller difference than this is not seen at all. */
const SEEN: Limits = { zh: 4, en: 12 };
const MARKS: readonly [string, RegExp][] = [
  ['a comma', /[,，](?!\d)/u],
  ['brackets', /[()（）]/u],
  ['quotes', /[“”"《》]/u],
];

export const optionLength: NoteCheck = ({ note }) =>
  note.kind === 'choice' ? LANGUAGES.flatMap((language) => standsOut(note, language)) : [];

function standsOut(note: NoteOf<'choice'>, language: Language): string[] {
  const right = wordsOf(note.answer[language]);
  const wrong = note.wrong.map((option) => wordsOf(option[language]));
  const own = lengthOf(right, language);
  const others = wrong.map((option) => lengthOf(option, language));
  const average = others.reduce((sum, length) => sum + length, 0) / others.length;
  const found: string[] = [];
  const differs = Math.abs(own - average) >= SEEN[language];
  if (differs && own > Math.max(...others) && own > average * LONGER) {
    found.push(`the right option is the longest by far in ${language}`);
  }
  if (differs && own < Math.min(...others) && own < average * SHORTER) {
    found.push(`the right option is the shortest by far in ${language}`);
  }
  for (const [name, mark] of MARKS) {
    if (mark.test(right) && !wrong.some((option) => mark.test(option))) {
      found.push(`only the right option has ${name} in ${language}`);
    }
  }
  return found;
}

/** A reason that says the answer again. */
export const missingWhy: NoteCheck = ({ note, faces }) => {
  const why = plain(note.why);
  return LANGUAGES.flatMap((language) => {
    const reason = normalised(why[language]);
    const repeats = faces.some(({ answer }) => normalised(answer[language]).includes(reason));
    return repeats ? [`the ${language} \`why\` only repeats the answer`] : [];
  });
};
