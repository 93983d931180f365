/** Whether both languages of a note ask for the same thing. */
import { LANGUAGES, type Language, type Text } from '../../domain/deck.ts';
import { blanksOf } from '../cloze.ts';
import { numbersIn } from './numbers.ts';
import { type NoteCheck, plain } from './reading.ts';
import { widthOf } from './words.ts';

export const languagesDiffer: NoteCheck = ({ note, faces }) => {
  if (note.kind === 'cloze') {
    return [...blankCounts(note.text), ...numberFaults('text', plain(note.text))];
  }
  const options = note.kind === 'choice' ? note.wrong.map(plain) : [];
  const answers = note.kind === 'list' ? note.items.map(plain) : faces.map(({ answer }) => answer);
  return [
    ...faces.flatMap(({ ask }) => numberFaults('ask', ask)),
    ...[...answers, ...options].flatMap((answer) => numberFaults('answer', answer)),
    ...answers.flatMap((answer) => [...lengthFaults(answer), ...acronymFaults(answer)]),
  ];
};

function blankCounts(text: Text): string[] {
  const [zh, en] = LANGUAGES.map((language) => blanksOf(text[language]).blanks.length);
  return zh === en ? [] : [`zh has ${zh} blanks, en has ${en}`];
}

/** A question that says how many things it wants: 哪三个, "which three". */
const WANTED: Readonly<Record<Language, RegExp>> = {
  zh: /哪[两二三四五六七八九十]/u,
  en: /\b(?:which|what|name)(?: the)? (?:two|three|four|five|six|seven|eight|nine|ten)\b/i,
};
/** Up to ten, a language may count what the other only lists: 这三步, "each step". */
const SMALL = 10;

function numberFaults(what: string, text: Text): string[] {
  const onlyZh = onlyIn('zh', 'en', text);
  const onlyEn = onlyIn('en', 'zh', text);
  const all = [...onlyZh, ...onlyEn];
  const differ = onlyZh.length > 0 && onlyEn.length > 0;
  if (!differ && !all.some((value) => value > SMALL) && !wantsMore(text, onlyZh, onlyEn)) return [];
  const say = (values: readonly number[]) => (values.length > 0 ? values.join(', ') : 'nothing');
  return [`the ${what} counts ${say(onlyZh)} in zh only, ${say(onlyEn)} in en only`];
}

function wantsMore(text: Text, onlyZh: readonly number[], onlyEn: readonly number[]): boolean {
  if (WANTED.zh.test(text.zh) === WANTED.en.test(text.en)) return false;
  return (WANTED.zh.test(text.zh) ? onlyZh : onlyEn).length > 0;
}

function onlyIn(language: Language, other: Language, text: Text): number[] {
  const there = numbersIn(text[other], other);
  return [...numbersIn(text[language], language).exact].filter(
    (value) => !there.exact.has(value) && !there.rough.has(value),
  );
}

/** An English text takes about so many letters for each Chinese character … */
const LETTERS_PER_CHARACTER = 3;
/** … and may be this much longer or shorter than that, … */
const SPREAD = 3.5;
/** … unless both are too short for a proportion. */
const SHORT = 30;

function lengthFaults({ zh, en }: Text): string[] {
  const expected = LETTERS_PER_CHARACTER * widthOf(zh);
  const ratio = en.length / expected;
  if (Math.max(expected, en.length) < SHORT || (ratio <= SPREAD && ratio >= 1 / SPREAD)) return [];
  return [`one answer says much more than the other: "${zh}", "${en}"`];
}

/** A short name, half of it capitals, is the same in both languages: PEFT, MaaS, LoRA. */
const LATIN = /(?<![\p{Script=Latin}\d])[A-Za-z]{2,6}(?!\p{Script=Latin})/gu;
const LONGEST_ACRONYM = 5;
/** These have everyday words in Chinese. */
const TRANSLATED = new Set('AI PC GPU CPU CEO TV UK US USA IT AC DC DNA IPO MIT VC ID'.split(' '));

function acronymFaults(text: Text): string[] {
  const [zh, en] = LANGUAGES.map((language) => acronymsIn(text[language]));
  const only = (own: readonly string[] = [], other: readonly string[] = [], language: Language) =>
    own
      .filter((name) => !other.includes(name))
      .map((name) => `only the ${language} answer says ${name}`);
  return [...only(zh, en, 'zh'), ...only(en, zh, 'en')];
}

function acronymsIn(text: string): string[] {
  const names = (text.match(LATIN) ?? []).map((name) => name.replace(/(?<=[A-Z])s$/, ''));
  return [...new Set(names)].filter((name) => isAcronym(name) && !TRANSLATED.has(name));
}

function isAcronym(name: string): boolean {
  const capitals = name.match(/[A-Z]/g)?.length ?? 0;
  return capitals > 1 && 2 * capitals >= name.length && name.length <= LONGEST_ACRONYM;
}
