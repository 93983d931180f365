/**
 * Chinese lines break between words only: the style says `keep-all`, and `<wbr>` says where
 * (look.md §2.5). Spaces that YAML's folded lines leave between Chinese are taken out here too.
 */
import type { Element, ElementContent, Root, Text } from 'hast';

/** Words that ICU's dictionary cuts in two. */
const KNOWN = (
  '拐点 范式 大模型 小模型 边际 三位一体 涌现 微调 预训练 智能体 提示词 思维链 向量库 词元 ' +
  '幻觉 对齐 算力 具身 蒸馏 开源 闭源 开发者 子系统 子模型 调用 实录 显存 权重 ' +
  '适配 图谱 幻灯片 联网 风机 风能 本事 计算机 摄像头 前缀 模块 排查 来不及 编程 ' +
  '出发点 转折点 这是 那次 最底下 卡尼曼 格鲁夫 毕晓普 达尔文 护城河 先行者 第一性 图灵 软件栈 ' +
  '工具链 基座 低秩 适配器'
).split(' ');
const LINKING = new Set('与和及或从到向的之在是为有'.split(''));
/** A number or pointing word with its measure word: 四个, 第一样, 每次. */
const COUNTED =
  /(?:第?[一二三四五六七八九十百千万两几]+|第|[每哪这那某各])[个类样种次件条项代半份层步点张句笔款位场]|第[一二三四五六七八九十几]+/gu;
const CLOSING = /[，。、；：？！）》〉」』】〕”’…—·％‰～,.;:?!)\]}]/u;
const OPENING = /[（《〈「『【〔“‘([{]/u;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\d]/u;
/** Particles that lean on the word before them and may not begin a line. */
const PARTICLES = new Set(['的', '了', '着', '吗', '呢', '吧', '们', '地', '得', '之']);
/** A blank takes a Chinese word's place; code and formulas sit like Latin words. */
const GAP = '〓';
const OBJECT = 'x';
const INLINE = new Set(['strong', 'em', 'a', 'span']);

/** The words a deck's names are made of, up to five characters: they are never broken. */
export function termsOf(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => [name, ...partsOf(name)]);
  const short = parts.filter((part) => /^\p{Script=Han}{2,5}$/u.test(part));
  return [...new Set([...KNOWN, ...short])];
}

/** What stands between the linking words and signs of a name. */
function partsOf(name: string): string[] {
  if (typeof Intl.Segmenter === 'undefined') return [];
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  const marked = [...segmenter.segment(name)].map(({ segment }) =>
    LINKING.has(segment) || !/^\p{Script=Han}/u.test(segment) ? '\n' : segment,
  );
  return marked.join('').split('\n');
}

/** Sets the Chinese text of `root` in place. Without Intl.Segmenter lines break as ever. */
export function setChinese(root: Root, terms: readonly string[]): void {
  for (const run of runsOf(root)) joinLines(run);
  if (typeof Intl.Segmenter === 'undefined') return;
  for (const run of runsOf(root)) breakWords(run, terms);
}

/** Chinese without the spaces that folding lines has left in it. */
export function joinChinese(text: string): string {
  const drops = straySpaces(text);
  return text.replace(/\s/g, (space, at: number) => (drops.has(at) ? '' : space));
}

interface Piece {
  readonly start: number;
  readonly length: number;
  /** Nothing may be put into a piece without a text node. */
  readonly node?: Text;
  readonly parent?: Root | Element;
}

interface Run {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The lines of text in `root`: what stands in one block, whatever elements cut it. */
function runsOf(root: Root): Run[] {
  const runs: Run[] = [];
  let pieces: Piece[] = [];
  let text = '';
  const add = (words: string, node?: Text, parent?: Root | Element) => {
    const place = { start: text.length, length: words.length };
    pieces.push(node && parent ? { ...place, node, parent } : place);
    text += words;
  };
  const flush = () => {
    if (text !== '') runs.push({ text, pieces });
    pieces = [];
    text = '';
  };
  const walk = (parent: Root | Element) => {
    for (const child of parent.children) {
      if (child.type === 'text') add(child.value, child, parent);
      else if (child.type !== 'element') continue;
      else if (isGap(child)) add(GAP);
      else if (child.tagName === 'code' || child.tagName === 'math') add(OBJECT);
      else if (INLINE.has(child.tagName)) walk(child);
      else {
        flush();
        if (child.tagName !== 'pre') walk(child);
        flush();
      }
    }
  };
  walk(root);
  flush();
  return runs;
}

function isGap({ tagName, properties }: Element): boolean {
  return tagName === 'span' && String(properties.className) === 'gap';
}

function straySpaces(text: string): Set<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(/\s+/g)) {
    const before = lastCharacter(text.slice(0, match.index));
    const after = firstCharacter(text.slice(match.index + match[0].length));
    const chinese = CHINESE.test(before) || CHINESE.test(after);
    const words = [before, after].every((side) => CHINESE.test(side) || LATIN.test(side));
    if (!chinese || !words) continue;
    for (let i = 0; i < match[0].length; i++) found.add(match.index + i);
  }
  return found;
}

function joinLines({ text, pieces }: Run): void {
  const drops = straySpaces(text);
  if (drops.size === 0) return;
  for (const { start, node } of pieces) {
    if (node)
      node.value = node.value.replace(/\s/g, (s, at: number) => (drops.has(start + at) ? '' : s));
  }
}

function breakWords({ text, pieces }: Run, terms: readonly string[]): void {
  const breaks = breaksIn(text, terms);
  for (const piece of pieces) {
    const { node, parent, start, length } = piece;
    if (!node || !parent) continue;
    const here = breaks.filter((at) => owns(pieces, piece, at)).map((at) => at - start);
    if (here.length === 0) continue;
    const cuts = [0, ...here, length];
    const parts = cuts.slice(1).flatMap((end, i): ElementContent[] => {
      const words: Text = { type: 'text', value: node.value.slice(cuts[i], end) };
      const wbr: Element = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
      return i < here.length ? [words, wbr] : [words];
    });
    parent.children.splice(parent.children.indexOf(node), 1, ...parts);
  }
}

/** A break between two pieces goes to the end of the first that holds text, else to the next. */
function owns(pieces: readonly Piece[], { start, length }: Piece, at: number): boolean {
  if (start < at && at <= start + length) return true;
  const before = pieces.find((piece) => piece.start < at && at <= piece.start + piece.length);
  return at === start && length > 0 && !before?.node;
}

function breaksIn(text: string, terms: readonly string[]): number[] {
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  const found = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) {
    const before = lastCharacter(text.slice(0, index));
    const after = firstCharacter(segment);
    if (!CHINESE.test(before) || !CHINESE.test(after)) continue;
    if (CLOSING.test(after) || OPENING.test(before) || PARTICLES.has(segment)) continue;
    found.add(index);
  }
  for (const { 0: phrase, index } of text.matchAll(COUNTED)) {
    for (let inside = index + 1; inside < index + phrase.length; inside++) found.delete(inside);
  }
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      for (let inside = at + 1; inside < at + term.length; inside++) found.delete(inside);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}
