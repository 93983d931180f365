/** What a critic may warn of, as data. A deck with warnings is sound; it could be better. */
import type { Place } from '../issues.ts';

/** Every rule of the critic, with its remedy. */
export const WARNING_RULES = {
  'long-answer': 'Ask for less at once, or move the explanation to `why`.',
  'front-without-set': 'Name the set the number counts, by its name or where it is listed.',
  'bare-front': 'Name what is asked about; the card is met without its neighbours.',
  'yes-no': 'Ask what, why or which instead; a yes can be guessed.',
  'coin-toss': 'Ask for the reason too, or ask openly; one of two can be guessed.',
  'list-whole': 'Make it a list note with `each: true`, or split it; few recall more than five.',
  'answer-leaked': 'Reword the front so that it does not say the answer.',
  'languages-differ': 'Make both languages ask for the same thing.',
  'near-duplicate': 'Keep one of the two, or ask for something else.',
  'orphan-concept': 'Add `needs` or `near`, or merge it into another concept.',
  'thin-concept': 'Write a second note that asks the idea from another side.',
  'cloze-function-word': 'Hide a word that carries the idea.',
  'missing-why': 'Give a reason or an example that the answer does not give.',
  'option-length': 'Write options of about the same length and form.',
  'typed-space': 'Remove the space; the page sets the gap between Chinese and Latin by itself.',
  'straight-quotes': 'Use “ ” and ’.',
  'allow-idle': 'Remove the `allow`; there is nothing left to allow.',
} as const;

export type WarningRule = keyof typeof WARNING_RULES;

/** Something a careful editor would look at again. */
export interface DeckWarning extends Place {
  readonly rule: WarningRule;
  /** A sentence without its full stop. */
  readonly what: string;
  readonly remedy: string;
}

/** Whether `allow` may name this rule. The glossary's is an error that may be allowed too. */
export function mayBeAllowed(rule: string): boolean {
  return rule === 'glossary' || (rule !== 'allow-idle' && Object.hasOwn(WARNING_RULES, rule));
}

/** `file:line  warning rule: what. remedy` */
export function formatWarning({ file, line, rule, what, remedy }: DeckWarning): string {
  return `${file}:${line}  warning ${rule}: ${what}. ${remedy}`;
}
