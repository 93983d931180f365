/** The words of a text, made comparable. */
import type { Language } from '../../domain/deck.ts';

const ENGLISH_FUNCTION_WORDS = new Set(
  (
    'a an the of to in on at by for from with and or but as is are was were be been being it its ' +
    'this that these those they them their he she his her one ones which what who whom whose how ' +
    'why when where do does did has have had can could will would may might must should not no ' +
    'than then so such into out up over about only each every all any some more most very'
  ).split(' '),
);
const CHINESE_FUNCTION_WORDS = /[的了着过吗呢吧是在和与或而但把被从到就也都让给对用]/gu;

/** Without case, punctuation and spaces. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many Chinese characters wide a text is; two Latin letters take one's place. */
export function widthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/gu)?.length ?? 0;
  return wide + (text.length - wide) / 2;
}

/** The words that carry the meaning: pairs of Chinese characters, or English words. */
export function contentOf(text: string, language: Language): Set<string> {
  return new Set(language === 'en' ? englishContent(text) : chineseContent(text));
}

function englishContent(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 2 && !ENGLISH_FUNCTION_WORDS.has(word))
    .map(stemOf);
}

/** The same for the common forms of a word; never meant to be shown. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ies|ing|ed|es|s|e|y)$/, '');
  return stem.length > 2 ? stem : word;
}

function chineseContent(text: string): string[] {
  const latin = (text.match(/[\p{Script=Latin}\d]{2,}/gu) ?? []).map((word) => word.toLowerCase());
  const runs = text.replace(CHINESE_FUNCTION_WORDS, ' ').match(/\p{Script=Han}{2,}/gu) ?? [];
  return [...latin, ...runs.flatMap(pairsOf)];
}

/** Each two neighbouring characters. */
export function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** The last sentence: most often the question itself. */
export function lastSentence(text: string): string {
  const sentences = text.trim().split(/(?<=[。？！])|(?<=[.?!][”’)]?)\s+/u);
  return sentences.findLast((sentence) => sentence.trim() !== '')?.trim() ?? '';
}

/** The answer if it is only a phrase, without articles; what stands in brackets is a name of its own. */
export function namesIn(answer: string): string[] {
  const match = /^(.+?)\s*[（(]([^）)]+)[）)]\s*[。.]?$/u.exec(answer.trim());
  const names = match ? [match[1] ?? '', match[2] ?? ''] : [answer];
  return names.map((name) => name.replace(/^(?:the|an|a)\s+/i, '').trim());
}
