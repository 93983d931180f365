/** The words of a card as a quiz uses them. */
import { LANGUAGES, type CardText, type Language, type Text } from '../deck.ts';
import { plainText } from '../find.ts';

/** The words of one card, by language. */
export type Words = Readonly<Record<Language, CardText>>;
/** The words of a card by its id; undefined where they are not at hand. */
export type WordsOf = (card: string) => Words | undefined;

const BREAK = /<wbr>/g;
const FULL_STOP = /[。.．]$/u;

/** The answer as plain words in both languages, no full stop at its end; null where it has markup. */
export function plainAnswer(words: Words): Text | null {
  const plain = (language: Language) => {
    const html = words[language].answer.replace(BREAK, '');
    return html.includes('<') ? null : plainText(html).replace(FULL_STOP, '');
  };
  const [zh, en] = LANGUAGES.map(plain);
  return zh && en ? { zh, en } : null;
}

/** What may be asked to be typed: characters of Chinese, letters of English. */
const SHORT: Readonly<Record<Language, number>> = { zh: 12, en: 24 };
/** Lists, asides and half sentences, which hardly anybody types as the author wrote them. */
const PARTED = /[,，、;；:：()（）[\]/…]/u;

/**
 * What a typed answer is held against, in both languages: the hidden words of a cloze, or an answer of
 * a few plain words; null where typing it would be a test of patience.
 */
export function typedAnswerOf(words: Words): Text | null {
  const { zh, en } = words;
  if (zh.typed !== undefined && en.typed !== undefined) return { zh: zh.typed, en: en.typed };
  const answer = plainAnswer(words);
  const isShort = (language: Language) => {
    const text = answer?.[language] ?? '';
    return [...text].length <= SHORT[language] && !PARTED.test(text);
  };
  return LANGUAGES.every(isShort) ? answer : null;
}
