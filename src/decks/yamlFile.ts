/** YAML text to plain values, with the line of every value and without YAML's sharp corners. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { type DeckIssue, type Place, issueAt } from './issues.ts';

export type Path = readonly (string | number)[];

/** A file of a deck, as read. `path` is what its issues name. */
export interface DeckText {
  readonly path: string;
  readonly text: string;
}

/** A YAML file that could be read: its value, and where each part of the value stands. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** Where the key or item at `path` begins, or the nearest thing around it that exists. */
  readonly placeOf: (path: Path) => Place;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Returns the file, or the issues that make it unreadable. Aliases are refused: no bombs. */
export function readYaml({ path, text }: DeckText): YamlFile | DeckIssue[] {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => ({
    file: path,
    line: Math.max(1, lines.linePos(offset).line),
  });
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      merge: false,
    });
    const issues = [...syntaxIssues(document, placeAt), ...shapeIssues(document, placeAt)];
    if (issues.length > 0) return issues;
    return {
      path,
      value: document.toJS({ maxAliasCount: 0 }),
      placeOf: (at) => placeAt(offsetOf(document, at)),
    };
  } catch (error) {
    // A text nested deep enough overflows the parser's stack.
    const reason = error instanceof Error ? error.message : String(error);
    return [issueAt({ file: path, line: 1 }, 'bad-yaml', `YAML cannot be read: ${reason}`)];
  }
}

/** Of syntax errors only the first: the rest of the file is then misread, line by line. */
function syntaxIssues(document: Document, placeAt: (offset: number) => Place): DeckIssue[] {
  const found = [...document.errors, ...document.warnings];
  const syntax = found.find(({ code }) => code !== 'DUPLICATE_KEY');
  return found
    .filter((error) => error === syntax || error.code === 'DUPLICATE_KEY')
    .map(({ code, pos, message }) => {
      const rule = code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'bad-yaml';
      return issueAt(placeAt(pos[0]), rule, message.replace(/\.$/, ''));
    });
}

function shapeIssues(document: Document, placeAt: (offset: number) => Place): DeckIssue[] {
  const issues: DeckIssue[] = [];
  visit(document, {
    Alias(_, node) {
      issues.push(issueAt(placeAt(node.range?.[0] ?? 0), 'yaml-alias', 'An alias stands here'));
    },
    Pair(_, { key }) {
      if (isScalar(key) && typeof key.value === 'string') {
        if (!FORBIDDEN.has(key.value)) return;
        const place = placeAt(key.range?.[0] ?? 0);
        issues.push(issueAt(place, 'forbidden-key', `The key "${key.value}" is not allowed`));
      } else if (!isAlias(key)) {
        const offset = isScalar(key) || isMap(key) || isSeq(key) ? (key.range?.[0] ?? 0) : 0;
        issues.push(issueAt(placeAt(offset), 'bad-yaml', 'A key is not a plain word'));
      }
    },
  });
  return issues;
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
