import { Fragment } from 'react';
import type { Language } from '../domain/deck.ts';
import './Words.css';

export interface WordsProps {
  readonly children: string;
  readonly lang: Language;
}

const segmenter =
  typeof Intl.Segmenter === 'undefined'
    ? null
    : new Intl.Segmenter('zh-Hans', { granularity: 'word' });
const HAN = /^\p{Script=Han}+$/u;
/** Endings that dictionaries cut off the words they belong to: 数字|化, 拐|点. */
const ENDING = /^[化性率者型力点端类学家度感式]$/;

/** Chinese words; what is not Chinese stays with what it touches. */
function chineseWords(text: string): string[] {
  const words: string[] = [];
  let before = '';
  for (const { segment } of segmenter?.segment(text) ?? []) {
    const begins = HAN.test(segment) && !ENDING.test(segment);
    const breaks = begins && /[\p{Script=Han}，、；：。？！”）]$/u.test(before);
    if (breaks || words.length === 0) words.push(segment);
    else words.push((words.pop() ?? '') + segment);
    before = segment;
  }
  return words;
}

/** Plain words, as of a heading: Chinese lines break between words only, where the browser knows them. */
export function Words({ children, lang }: WordsProps) {
  if (lang !== 'zh' || segmenter === null) return children;
  return (
    <span className="words">
      {chineseWords(children).map((word, i) => (
        // Words repeat, and they never change places.
        <Fragment key={`${i} ${word}`}>
          {i > 0 ? <wbr /> : null}
          {word}
        </Fragment>
      ))}
    </span>
  );
}
