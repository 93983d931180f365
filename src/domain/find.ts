/**
 * Finding words: what an index keeps of a text, what a query asks of it, and where in a text it lies.
 * Chinese has no spaces, so it is kept as overlapping pairs of characters: any part of it can then
 * be found, whatever a dictionary thinks its words are.
 */

/** Chinese characters, digits or letters that stand together; 系统1 and GPT4 are two runs each. */
const RUN = /\p{Script=Han}+|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;
const HAN = /^\p{Script=Han}/u;
const TAG = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/g;
/** Tags inside a word; any other tag parts two. */
const INLINE = /^<\/?(?:wbr|strong|em|span|a|code|semantics|m[a-z]+)\b/;
const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decoded(whole: string, code: string): string {
  if (!code.startsWith('#')) return ENTITY[code] ?? whole;
  const hex = /^#x/i.test(code);
  const point = Number.parseInt(code.slice(hex ? 2 : 1), hex ? 16 : 10);
  return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
}

/** The words of a deck's HTML: without tags, places to break a line, and the TeX behind formulas. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<annotation\b.*?<\/annotation>/gs, '')
    .replaceAll(TAG, (tag) => (INLINE.test(tag) ? '' : ' '))
    .replaceAll(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, decoded)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Full-width letters, ligatures and capitals are the same letters to whoever looks for them. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function runsOf(text: string): string[] {
  return folded(text).match(RUN) ?? [];
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

const unique = (terms: readonly string[]): string[] => [...new Set(terms)];

/** What the index keeps: letters and digits whole, Chinese in pairs, and the last one on its own. */
export function indexTerms(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!HAN.test(run)) return [run];
    const characters = [...run];
    return characters.length < 2 ? [run] : [...pairsOf(run), ...characters.slice(-1)];
  });
}

/** What a query asks for when what was typed together should stand together. */
export function strictTerms(query: string): string[] {
  return unique(runsOf(query).flatMap((run) => (HAN.test(run) ? pairsOf(run) : [run])));
}

/** Words of Chinese; a lone character goes with the word after it, or else before it. */
function wordsOf(run: string): string[] {
  if (typeof Intl.Segmenter === 'undefined') return [run];
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  const words: string[] = [];
  let lone = '';
  for (const { segment } of segmenter.segment(run)) {
    lone += segment;
    if ([...lone].length < 2) continue;
    words.push(lone);
    lone = '';
  }
  if (lone !== '') words.push((words.pop() ?? '') + lone);
  return words;
}

/** What a query's strict terms look like in a text: what was typed together, whole. */
export function strictMarks(query: string): string[] {
  return unique(runsOf(query));
}

/** What a query asks for when its words may stand anywhere: 模型范式 finds 模型带来的新范式. */
export function looseTerms(query: string): string[] {
  return unique(looseMarks(query).flatMap((word) => strictTerms(word)));
}

/** What a query's loose terms look like in a text: its words. */
export function looseMarks(query: string): string[] {
  return unique(runsOf(query).flatMap((run) => (HAN.test(run) ? wordsOf(run) : [run])));
}

/** Terms as a person would type them: pairs that overlap grow together again. */
export function joinTerms(terms: readonly string[]): string {
  let text = '';
  for (const term of terms) {
    const last = [...text].at(-1);
    if (last !== undefined && HAN.test(last) && term.startsWith(last)) {
      text += term.slice(last.length);
    } else {
      text += text === '' ? term : ` ${term}`;
    }
  }
  return text;
}

/** A stretch of text, found or not. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Folded without moving a place, so that what is found in it can be pointed at in the text. */
function foldedInPlace(text: string): string {
  return Array.from(text, (character) => {
    const same = folded(character);
    return same.length === character.length ? same : character;
  }).join('');
}

/** For every place in `text` whether it is found; letters and digits from their beginning only. */
function placesFound(text: string, marks: readonly string[]): boolean[] {
  const places = Array.from({ length: text.length }, () => false);
  const begins = new Set<number>();
  const words = foldedInPlace(text);
  for (const { index } of words.matchAll(RUN)) begins.add(index);
  for (const mark of marks) {
    for (let at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
      if (HAN.test(mark) || begins.has(at)) places.fill(true, at, at + mark.length);
    }
  }
  return places;
}

/** A text cut where what was looked for begins and ends. */
export function piecesOf(text: string, marks: readonly string[]): Piece[] {
  const places = placesFound(text, marks);
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && places[at] === places[start]) continue;
    pieces.push({ text: text.slice(start, at), found: places[start] ?? false });
    start = at;
  }
  return pieces;
}

/** How much of what was looked for a text holds: 0..1 of the marks. */
export function shareFound(text: string, marks: readonly string[]): number {
  const held = marks.filter((mark) => placesFound(text, [mark]).includes(true));
  return marks.length === 0 ? 0 : held.length / marks.length;
}

/** A few words around what was found; the whole text where it is short or nothing was. */
export function excerptOf(text: string, marks: readonly string[], length: number): string {
  const at = placesFound(text, marks).indexOf(true);
  if (text.length <= length || at < 0) return text;
  let start = Math.max(0, Math.min(at - Math.floor(length / 3), text.length - length));
  let end = Math.min(text.length, start + length);
  // Latin words are not cut: both ends move inwards to a space, where there is one near.
  const space = text.indexOf(' ', start);
  if (start > 0 && space >= 0 && space < at && space - start < 16) start = space + 1;
  const lastSpace = text.lastIndexOf(' ', end);
  if (end < text.length && end - lastSpace < 16 && lastSpace > at) end = lastSpace;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
