/** Texts as those who check them read them: the words, without Markdown. */
import type { Nodes } from 'mdast';
import { type Cloze, readBlank, readMarkdown } from './markdown.ts';

interface Reading {
  /** What is read in a blank's place; the hidden words and the hint, if nothing is said. */
  readonly blank?: (blank: Cloze) => string;
  /** What is read in the place of code and formulas; their source, if nothing is said. */
  readonly object?: string;
}

const BLOCKS = new Set(['paragraph', 'listItem', 'blockquote', 'code']);

/** The words of a Markdown text in one string, its blocks on lines of their own. */
export function wordsOf(source: string, { blank = withHint, object }: Reading = {}): string {
  const read = (node: Nodes): string => {
    if (node.type === 'blank') {
      const cloze = readBlank(node.value);
      return cloze ? wordsOf(blank(cloze), { blank }) : '';
    }
    if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'maths') {
      return object ?? node.value;
    }
    if (node.type === 'break') return '\n';
    const words =
      'children' in node ? node.children.map(read).join('') : 'value' in node ? node.value : '';
    return BLOCKS.has(node.type) ? `${words}\n` : words;
  };
  return read(readMarkdown(source, true)).trim();
}

/** The source of a pattern that finds `words` as they stand, whatever spaces part them. */
export function patternOfWords(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function withHint({ hidden, hint }: Cloze): string {
  return hint === undefined ? hidden : `${hidden} (${hint})`;
}
