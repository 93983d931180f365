/** Valibot's findings as issues of a deck: which rule, at which line. */
import * as v from 'valibot';
import { KIND_FIELDS } from './format.ts';
import { type DeckIssue, type DeckRule, DECK_RULES, issueAt } from './issues.ts';
import type { YamlFile } from './yamlFile.ts';

/** The file's value in the shape of `schema`, or every departure from it. */
export function checkShape<S extends v.GenericSchema>(
  file: YamlFile,
  schema: S,
): v.InferOutput<S> | DeckIssue[] {
  const result = v.safeParse(schema, file.value);
  if (result.success) return result.output;
  return result.issues.map((found) => toIssue(file, found));
}

function toIssue(file: YamlFile, found: v.BaseIssue<unknown>): DeckIssue {
  const path = (found.path ?? []).map(({ key }) => key as string | number);
  const field = String(path.at(-1) ?? '');
  const rule = ruleOf(found, field);
  return issueAt(file.placeOf(path), rule, wordsFor(rule, field, found.received));
}

function ruleOf(found: v.BaseIssue<unknown>, field: string): DeckRule {
  if (found.type === 'strict_object' && found.expected === 'never') {
    const note = found.path?.at(-1)?.input as Record<string, unknown> | undefined;
    const inNote = typeof note?.['kind'] === 'string' && KIND_FIELDS.has(field);
    return inNote ? 'other-kind-field' : 'unknown-field';
  }
  if (found.type === 'strict_object' && found.received === 'undefined') {
    return field === 'zh' || field === 'en' ? 'missing-language' : 'missing-field';
  }
  if (found.type === 'variant' && field === 'kind') {
    return found.received === 'undefined' ? 'missing-field' : 'unknown-kind';
  }
  return isRule(found.message) ? found.message : 'wrong-type';
}

function isRule(message: string): message is keyof typeof DECK_RULES {
  return Object.hasOwn(DECK_RULES, message);
}

function wordsFor(rule: DeckRule, field: string, received: string): string {
  switch (rule) {
    case 'missing-field':
      return `"${field}" is missing or empty`;
    case 'missing-language':
      return `The text has no "${field}"`;
    case 'unknown-field':
      return `There is no field "${field}" here`;
    case 'other-kind-field':
      return `"${field}" is not a field of this kind of note`;
    case 'empty-text':
      return `"${field}" is empty`;
    case 'unknown-kind':
      return `${received} is no kind of note`;
    default:
      return `"${field}" cannot be ${received}`;
  }
}
