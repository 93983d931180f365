/** A card's Markdown to safe HTML, and to the plain words in it. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as Markdown } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import type { Language } from '../domain/deck.ts';
import { mathsToTree } from './maths.ts';
import { safeAddress, sanitise } from './sanitise.ts';
import { syntax, tree } from './syntax.ts';
import { joinChinese, setChinese } from './wordBreaks.ts';

/** One blank of a cloze. */
export interface Cloze {
  readonly key: string;
  readonly hidden: string;
  readonly hint?: string;
}

/** Which blank of a cloze is asked, or shown filled. Without it, blanks are no syntax. */
export interface ClozeView {
  readonly key: string;
  readonly filled: boolean;
}

/** How the text of one language is set: its words that lines never break. */
export interface Setting {
  readonly language: Language;
  readonly terms: readonly string[];
}

/** Markdown as a tree, which the checks read. */
export function readMarkdown(source: string, blanks = false, inline = false): Markdown {
  return fromMarkdown(source, {
    extensions: [syntax({ inline, blanks })],
    mdastExtensions: [tree],
  });
}

/** `key::hidden` or `key::hidden::hint`; undefined if it is neither, or holds another. */
export function readBlank(inside: string): Cloze | undefined {
  const [key, hidden, hint, ...rest] = inside.split('::').map((part) => part.trim());
  if (inside.includes('{{')) return undefined;
  if (key === undefined || !hidden || hint === '' || rest.length > 0) return undefined;
  return hint === undefined ? { key, hidden } : { key, hidden, hint };
}

/** Markdown as blocks, not yet safe: hand them to `blocksToHtml`. */
export function markdownToBlocks(source: string, view?: ClozeView): ElementContent[] {
  const hast = toHast(readMarkdown(source, view !== undefined), { handlers: handlers(view) });
  const children = hast.type === 'root' ? hast.children : [];
  return children.filter(
    (child) => child.type === 'element' || child.type === 'text',
  ) as ElementContent[];
}

/** The one way from a tree to HTML: sanitised, set in its language, a lone paragraph unwrapped. */
export function blocksToHtml(blocks: readonly ElementContent[], setting: Setting): string {
  const safe = dropLineEnds(sanitise({ type: 'root', children: [...blocks] }));
  const [only] = safe.children;
  if (safe.children.length === 1 && only?.type === 'element' && only.tagName === 'p') {
    safe.children = only.children;
  }
  if (setting.language === 'zh') setChinese(safe, setting.terms);
  return toHtml(safe, { characterReferences: { useNamedReferences: true } });
}

/** Markdown to safe HTML. */
export function markdownToHtml(source: string, setting: Setting, view?: ClozeView): string {
  return blocksToHtml(markdownToBlocks(source, view), setting);
}

/** The words of a short text without their Markdown; a formula as its TeX. */
export function plainWords(source: string, language: Language): string {
  const words = wordsIn(readMarkdown(source, false, true)).trim();
  return language === 'zh' ? joinChinese(words) : words.replace(/\s+/g, ' ');
}

/** A text without what says only where lines may break. */
export function withoutBreaks(html: string): string {
  return html.replaceAll('<wbr>', '');
}

/** An element, for those who build lists and gaps. */
export function element(tagName: string, children: ElementContent[], className?: string): Element {
  return {
    type: 'element',
    tagName,
    properties: className === undefined ? {} : { className: [className] },
    children,
  };
}

/** A blank to be filled in, with a hint if there is one. */
export function gap(hint = '…'): Element {
  return element('span', [{ type: 'text', value: hint }], 'gap');
}

/** Inline Markdown as what stands in a line. */
export function markdownToLine(source: string): ElementContent[] {
  const hast = toHast(readMarkdown(source, false, true), { handlers: handlers() });
  const blocks = hast.type === 'root' ? hast.children : [];
  return blocks.flatMap((block) => (block.type === 'element' ? block.children : []));
}

function handlers(view?: ClozeView): Handlers {
  return {
    // Raw HTML and pictures are errors in a deck; where one gets this far it is shown as words.
    html: (_, { value }: { value: string }) => ({ type: 'text', value }),
    image: (_, { alt }: { alt?: string }) => ({ type: 'text', value: alt ?? '' }),
    maths: (_, { value }: { value: string }) => {
      const set = mathsToTree(value);
      return Array.isArray(set) ? set : { type: 'text', value: `$${value}$` };
    },
    blank: (_, { value }: { value: string }) => clozeToTree(value, view),
    link(state, node: { url: string; children: [] }) {
      const href = safeAddress(node.url);
      const children = state.all({ type: 'paragraph', children: node.children });
      if (href === undefined) return children;
      const properties = { href, rel: ['noopener', 'noreferrer'], target: '_blank' };
      return { type: 'element', tagName: 'a', properties, children };
    },
  };
}

function clozeToTree(inside: string, view?: ClozeView): ElementContent | ElementContent[] {
  const blank = readBlank(inside);
  if (!blank) return { type: 'text', value: `{{${inside}}}` };
  if (blank.key !== view?.key) return markdownToLine(blank.hidden);
  if (!view.filled) return gap(blank.hint);
  return element('strong', markdownToLine(blank.hidden), 'filled');
}

function wordsIn(node: { children?: unknown; value?: unknown }): string {
  if (typeof node.value === 'string') return node.value;
  return Array.isArray(node.children) ? node.children.map(wordsIn).join('') : '';
}

const HOLDERS = new Set(['ul', 'ol', 'li', 'blockquote']);

/** The line ends between blocks mean nothing, and would be set as words. */
function dropLineEnds<T extends Root | Element>(parent: T): T {
  const keeps = parent.type === 'element' && !HOLDERS.has(parent.tagName);
  const children = parent.children
    .filter((child) => keeps || child.type !== 'text' || !/^\n+$/.test(child.value))
    .map((child) => (child.type === 'element' ? dropLineEnds(child) : child));
  return { ...parent, children };
}
