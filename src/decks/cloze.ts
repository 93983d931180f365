/** The blanks of a cloze text. */
import type { Nodes } from 'mdast';
import { type Cloze, readBlank, readMarkdown } from './markdown.ts';

export interface Blanks {
  /** In the order they stand. */
  readonly blanks: readonly Cloze[];
  /** The insides of those without key or words. */
  readonly broken: readonly string[];
  /** Whether a pair of braces belongs to no blank. */
  readonly stray: boolean;
}

/** The blanks of a cloze text; those in code and formulas are none. */
export function blanksOf(source: string): Blanks {
  let stray = false;
  const blanks: Cloze[] = [];
  const broken: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'blank') {
      const blank = readBlank(node.value);
      if (blank) blanks.push(blank);
      else broken.push(node.value);
    }
    if (node.type === 'text' && hasBraces(node.value)) stray = true;
    if ('children' in node) node.children.forEach(visit);
  };
  visit(readMarkdown(source, true));
  return { blanks, broken, stray };
}

/** Whether a pair of braces stands in these words. */
export function hasBraces(words: string): boolean {
  return /\{\{|\}\}/.test(words);
}
