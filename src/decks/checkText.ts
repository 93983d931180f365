/** What every text of a deck must keep: Markdown without HTML, safe links, sound formulas. */
import type { Nodes } from 'mdast';
import type { Language } from '../domain/deck.ts';
import { hasBraces } from './cloze.ts';
import { type DeckIssue, type DeckRule, type Place, issueAt } from './issues.ts';
import { readBlank, readMarkdown } from './markdown.ts';
import { mathsToTree } from './maths.ts';
import { safeAddress } from './sanitise.ts';
import type { Path, YamlFile } from './yamlFile.ts';

const MARKDOWN = new Set(['gist', 'ask', 'answer', 'text', 'why', 'wrong', 'points', 'items']);
/** Control characters, and those that turn the direction of text or hide in it. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc]/u;
const HALF_WIDTH = /\p{Script=Han}\s*[,:;?!()]|[,:;?!()]\s*\p{Script=Han}/u;

/** Issues of every text in a file whose shape is sound. */
export function checkTexts(file: YamlFile): DeckIssue[] {
  return textsIn(file.value).flatMap(({ path, source, field }) => {
    const place = file.placeOf(path);
    if (INVISIBLE.test(source)) {
      return [issueAt(place, 'bad-character', 'The text holds an invisible character')];
    }
    const language = path.at(-1) as Language;
    if (!MARKDOWN.has(field)) return halfWidth(source, language, place);
    return checkMarkdown(source, language, field === 'text', place);
  });
}

interface FoundText {
  readonly path: Path;
  readonly source: string;
  readonly field: string;
}

/** Each `zh` and `en` below `value`, with the name of the field it belongs to. */
export function textsIn(value: unknown, path: Path = [], field = ''): FoundText[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i], field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isText = (key === 'zh' || key === 'en') && typeof inner === 'string';
    return isText
      ? [{ path: [...path, key], source: inner, field }]
      : textsIn(inner, [...path, key], key);
  });
}

function checkMarkdown(source: string, language: Language, cloze: boolean, place: Place) {
  const issues: DeckIssue[] = [];
  const add = (rule: DeckRule, what: string) => issues.push(issueAt(place, rule, what));
  const visit = (node: Nodes) => {
    if (node.type === 'html') add('raw-html', `The text holds HTML: ${node.value.slice(0, 40)}`);
    else if (node.type === 'image') add('no-images', 'The text holds a picture');
    else if (node.type === 'listItem' && node.children.length === 0) {
      add('empty-list', 'The text is read as a list without words');
    } else if (node.type === 'maths') checkMaths(node.value, add);
    else if (node.type === 'link' && safeAddress(node.url) === undefined) {
      add('unsafe-link', `The link to "${node.url.slice(0, 60)}" is not allowed`);
    } else if (node.type === 'text') {
      checkWords(node.value, add, cloze);
      issues.push(...halfWidth(node.value, language, place));
    } else if (node.type === 'blank') {
      const inside = readBlank(node.value)?.hidden;
      if (inside !== undefined) visit(readMarkdown(inside, false, true));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(readMarkdown(source, cloze));
  return issues;
}

function checkMaths(tex: string, add: (rule: DeckRule, what: string) => void): void {
  const set = mathsToTree(tex);
  if ('reason' in set) add('bad-maths', `The formula $${tex}$ cannot be set: ${set.reason}`);
}

function checkWords(words: string, add: (rule: DeckRule, what: string) => void, cloze: boolean) {
  if (words.includes('**')) add('stray-emphasis', 'A ** does not open or close anything');
  if (!cloze && /\{\{[^}]*::/.test(words)) {
    add('cloze-misplaced', 'A blank stands outside a cloze');
  }
}

function halfWidth(source: string, language: Language, place: Place): DeckIssue[] {
  // The colons of a broken blank are its own fault, told elsewhere.
  const match = language === 'zh' && !hasBraces(source) ? HALF_WIDTH.exec(source) : null;
  if (!match) return [];
  return [issueAt(place, 'half-width', `"${match[0]}" has half-width punctuation beside Chinese`)];
}
