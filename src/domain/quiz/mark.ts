/** Marking an answer: right or wrong, and what its event says of how it was given. */
import type { Answer } from '../event.ts';
import { isTypedRight } from '../typedAnswer.ts';
import type { Form } from './question.ts';

/** What a learner gave. */
export type Given =
  /** The key of an option. */
  | { readonly is: 'picked'; readonly key: string }
  /** `judged`: the learner's own word for it, where what was typed is not what was expected. */
  | { readonly is: 'typed'; readonly text: string; readonly judged?: 'right' | 'wrong' }
  /** The keys of the items, in the order they were put in. */
  | { readonly is: 'ordered'; readonly keys: readonly string[] }
  /** Said aloud or thought, then judged against the answer. */
  | { readonly is: 'judged'; readonly as: 'right' | 'wrong' }
  /** “I don't know.” */
  | { readonly is: 'unknown' };

/** What was asked, as far as an answer is marked by it. */
export interface Asked {
  readonly form: Exclude<Form, 'open'>;
  /** Keys of the options or items as they were put; empty in other forms. */
  readonly put: readonly string[];
  /** What a typed answer is held against, in the language shown. */
  readonly expected: string;
}

/** The fields of an answer that marking decides. */
export type Marked = Pick<Answer, 'how' | 'picked' | 'options' | 'typed'> & {
  readonly rating: 'again' | 'good';
};

/** Characters kept of what was typed. */
const LONGEST = 500;
const ARTICLE = /^\s*(?:the|an?)\s+/i;

const ratingOf = (isRight: boolean) => (isRight ? 'good' : 'again');

/** Whether what was typed is what was expected; an English article before it may be left out or added. */
export function isTypedAsExpected(text: string, expected: string): boolean {
  return isTypedRight(text.replace(ARTICLE, ''), expected.replace(ARTICLE, ''));
}

/** The number an answer records for an option: its own, 0 for the right one, or its place from 1. */
function pickedOf(put: readonly string[], key: string): number {
  return /^\d+$/.test(key) ? Number(key) : put.indexOf(key) + 1;
}

/** The key of the option an answer picked; undefined where none was. */
export function keyPicked({ picked, options = [] }: Pick<Answer, 'picked' | 'options'>) {
  if (picked === undefined) return undefined;
  return options.find((key) => key === String(picked)) ?? options[picked - 1];
}

function markTyped(text: string, expected: string, judged: 'right' | 'wrong' | undefined): Marked {
  if (isTypedAsExpected(text, expected)) return { rating: 'good', how: 'typed' };
  const typed = text.trim().slice(0, LONGEST);
  return judged === 'right'
    ? { rating: 'good', how: 'self', typed }
    : { rating: 'again', how: 'typed', typed };
}

/**
 * What an answer comes to. A list put in order is stored as a choice: its items were given, so getting
 * them right is no proof of recall; `picked` is 0 when they were, else absent.
 */
export function mark({ form, put, expected }: Asked, given: Given): Marked {
  const isChoice = form === 'choice' || form === 'order';
  const options = isChoice ? { options: put } : {};
  switch (given.is) {
    case 'picked': {
      const picked = pickedOf(put, given.key);
      return { rating: ratingOf(picked === 0), how: 'choice', ...options, picked };
    }
    case 'ordered': {
      const isRight =
        given.keys.length === put.length && given.keys.every((key, i) => key === `${i}`);
      return {
        rating: ratingOf(isRight),
        how: 'choice',
        ...options,
        ...(isRight ? { picked: 0 } : {}),
      };
    }
    case 'typed':
      return markTyped(given.text, expected, given.judged);
    case 'judged':
      return { rating: ratingOf(given.as === 'right'), how: 'self' };
    case 'unknown':
      return {
        rating: 'again',
        how: isChoice ? 'choice' : form === 'typed' ? 'typed' : 'self',
        ...options,
      };
  }
}
