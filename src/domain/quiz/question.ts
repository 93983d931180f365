/** What a quiz asks, and how. */
import type { StudyDay } from '../day.ts';
import type { Scope } from '../scope.ts';

/**
 * How a question is put: options to choose from, hidden words to type, hidden words to say, an
 * answer to say and judge oneself, a list to put in order, two confusable ideas to tell apart (said),
 * an open question with points to tick.
 */
export type Form = 'choice' | 'typed' | 'cloze' | 'recall' | 'order' | 'contrast' | 'open';
export const FORMS: readonly Form[] = [
  'choice',
  'typed',
  'cloze',
  'recall',
  'order',
  'contrast',
  'open',
];

/** One question: the id of a card or, for `open`, of an open question. Each stands in a quiz once. */
export interface Question {
  readonly form: Form;
  readonly of: string;
}

/** What a quiz was made from, as the learner chose it. */
export type Chosen =
  | { readonly is: 'scope'; readonly scope: Scope }
  /** The learner's weakest concepts then. */
  | { readonly is: 'weakest' }
  /** Cards due before a study day. */
  | { readonly is: 'due'; readonly before: StudyDay }
  | { readonly is: 'discussion' }
  /** From a link, or asked again. */
  | { readonly is: 'given' };
