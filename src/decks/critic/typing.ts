/** Signs that the page, or good type, does without. */
import { LANGUAGES, type Text } from '../../domain/deck.ts';
import type { TextFile } from '../format.ts';
import { wordsOf } from '../plainWords.ts';

/** What one rule finds in one text: sentences without their full stops. */
export type TextCheck = (text: TextFile) => string[];

const SPACE = /\p{Script=Han} +[\p{Script=Latin}\d]|[\p{Script=Latin}\d] +\p{Script=Han}/u;
const STRAIGHT = /\S{0,8}["']\S{0,8}/u;
/** Code and formulas sit in a line like a Latin word. */
const OBJECT = 'x';

const proseOf = ({ zh, en }: TextFile): Text => ({
  zh: wordsOf(zh, { object: OBJECT }),
  en: wordsOf(en, { object: OBJECT }),
});

export const typedSpace: TextCheck = (text) => {
  const match = SPACE.exec(proseOf(text).zh);
  return match ? [`a space is typed in "${match[0]}"`] : [];
};

export const straightQuotes: TextCheck = (text) => {
  const prose = proseOf(text);
  return LANGUAGES.flatMap((language) => {
    const match = STRAIGHT.exec(prose[language]);
    return match ? [`the ${language} text has a straight quote in ${match[0]}`] : [];
  });
};
