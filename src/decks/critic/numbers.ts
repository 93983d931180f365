/**
 * The numbers a text counts with, so that two languages can be held against each other. One and
 * zero are left out: they are words for other things too often.
 */
import type { Language } from '../../domain/deck.ts';

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
};
/** What a Chinese number must count to be one: 三个, 十年. So 十分 and 千万别 are none. */
const MEASURE =
  '个|项|样|种|点|步|条|类|层|句|件|次|年|月|日|天|家|名|位|章|块|队|组|群|代|份|台|只|张|者|字|词|道|' +
  '倍|处|端|边|大|阶|批|轮|节|款|场|座|封|本|篇|幅|卷|部|级|档|段|周|小时|分钟|秒|人|国|方|半|元|' +
  '范式|模型|系统|产业|职业';
const HAN = new RegExp(
  `([第几数上好])?([一二三四五六七八九十百千万亿两]+)(多|来|余|几|成)?(?!分之)(?=(${MEASURE})?)`,
  'gu',
);
const DIGITS = /\d[\d,]*(?:\.\d+)?/;

const ENGLISH = new Map([
  ...counted(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
      'sixteen seventeen eighteen nineteen',
  ),
  ...counted('first second third fourth fifth sixth seventh eighth ninth tenth'),
  ...counted('ten twenty thirty forty fifty sixty seventy eighty ninety', 10),
]);
const ENGLISH_UNITS = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** A month beside a day or a year; "may" alone is none. */
const MONTH = new RegExp(`(\\d\\s)?\\b(${MONTHS.join('|')})\\b(,?\\s\\d)?`, 'g');

/** What a text counts, and what it might be counting: 上千, a dozen. */
export interface Numbers {
  readonly exact: ReadonlySet<number>;
  readonly rough: ReadonlySet<number>;
}

interface Found {
  readonly exact: number[];
  readonly rough: number[];
}

/** The numbers in plain words. */
export function numbersIn(text: string, language: Language): Numbers {
  const found = language === 'zh' ? chineseNumbers(text) : englishNumbers(text);
  const counts = (values: readonly number[]) =>
    new Set(values.filter((value) => value !== 0 && value !== 1));
  return { exact: counts(found.exact), rough: counts(found.rough) };
}

function chineseNumbers(text: string): Found {
  const found: Found = { exact: [], rough: [] };
  const rest = withoutFigures(text.normalize('NFKC').replaceAll('四周', ''), found.exact);
  for (const [, before, numeral = '', after, measure] of rest.matchAll(HAN)) {
    const value = hanValue(numeral);
    if (value === undefined) continue;
    if (after === '成') found.rough.push(value * 10);
    // 上千, 二十多, 百年: said in other ways in English.
    else if (/[几数上好]/u.test(before ?? '') || after || /^[百千万亿]+$/u.test(numeral)) {
      found.rough.push(value);
    } else if (before === '第' || measure !== undefined) found.exact.push(value);
  }
  return found;
}

/** Takes out what is written in figures, with the Chinese units that multiply it. */
function withoutFigures(text: string, found: number[]): string {
  const figures = new RegExp(`(${DIGITS.source})\\s*([百千万亿]*)(年代)?`, 'gu');
  return text.replace(figures, (_, figure: string, units: string, decade?: string) => {
    const value = [...units].reduce((all, unit) => all * (HAN_UNITS[unit] ?? 1), toNumber(figure));
    found.push(decade !== undefined && value < 100 ? value + 1900 : value);
    return '#';
  });
}

/** 三百二十 → 320; undefined for what is no exact number, like 两三 or 一两. */
function hanValue(numeral: string): number | undefined {
  if (/[一二三四五六七八九两]{2}/u.test(numeral)) return undefined;
  let all = 0;
  let group = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = HAN_UNITS[sign];
    if (unit === undefined) digit = sign === '两' ? 2 : HAN_DIGITS.indexOf(sign);
    else if (unit < 1e4) {
      group += (digit || 1) * unit;
      digit = 0;
    } else {
      all = (all + group + digit || 1) * unit;
      group = 0;
      digit = 0;
    }
  }
  return all + group + digit;
}

function englishNumbers(text: string): Found {
  const found: Found = { exact: [], rough: [] };
  let current: number | undefined;
  const flush = () => {
    if (current !== undefined) found.exact.push(current);
    current = undefined;
  };
  for (const [token] of prepared(text).matchAll(/\d[\d,]*(?:\.\d+)?|\p{L}+|[^\s\p{L}\d-]/gu)) {
    const unit = ENGLISH_UNITS.get(token);
    const value = ENGLISH.get(token);
    if (unit !== undefined) current = (current ?? 1) * unit;
    else if (value !== undefined) {
      if (!goesOn(current, value)) flush();
      current = (current ?? 0) + value;
    } else {
      flush();
      if (DIGITS.test(token)) current = toNumber(token);
      if (token === 'dozen') found.rough.push(12);
    }
  }
  flush();
  return found;
}

/** Twenty-one and "hundred ten" are one number, "ten two" are two. */
function goesOn(current: number | undefined, value: number): boolean {
  return current !== undefined && current > value && current % (value < 10 ? 10 : 100) === 0;
}

/** In lower case, with months as numbers, and without fractions, which Chinese says otherwise. */
function prepared(text: string): string {
  return text
    .normalize('NFKC')
    .replace(MONTH, (_, before = '', name: string, after = '') =>
      before + after === '' ? name : `${before}${MONTHS.indexOf(name) + 1}${after}`,
    )
    .toLowerCase()
    .replaceAll('hundred and ', 'hundred ')
    .replace(
      /\b(?:a|one|two)[ -](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b/g,
      ' ',
    );
}

function counted(words: string, step = 1): [string, number][] {
  return words.split(' ').map((word, i) => [word, step * (i + 1)]);
}

function toNumber(figure: string): number {
  return Number(figure.replaceAll(',', ''));
}
