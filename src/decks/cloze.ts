/** The blanks of a cloze text. */
import type { Nodes } from 'mdast';
import { type Cloze, readBlank, readMarkdown } from './markdown.ts';

/** Blanks in the order they stand; `broken` holds the insides of those without key or words. */
export function blanksOf(source: string): { blanks: Cloze[]; broken: string[] } {
  const blanks: Cloze[] = [];
  const broken: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'blank') {
      const blank = readBlank(node.value);
      if (blank) blanks.push(blank);
      else broken.push(node.value);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(readMarkdown(source, true));
  return { blanks, broken };
}
