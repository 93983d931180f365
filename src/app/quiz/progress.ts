/** How far a quiz is, as the decks at hand allow. */
import type { Catalogue } from '../../domain/catalogue.ts';
import { nextReply, repliesOf, type Reply } from '../../domain/quiz/progress.ts';
import type { QuizRecord } from '../../store/quizzes.ts';
import type { Library } from './library.ts';

export interface QuizProgress {
  readonly answered: number;
  /** Questions with an answer, and those that can still be asked. */
  readonly of: number;
  /** The question to ask next; null when the quiz is over. */
  readonly next: Reply | null;
}

export function progressOf(
  { begun, answers, open, isEnded }: QuizRecord,
  catalogue: Catalogue,
  library: Library,
): QuizProgress {
  const replies = repliesOf(begun, [...answers, ...open], catalogue);
  const answered = replies.filter(({ answer }) => answer !== null).length;
  const isKnown = ({ question: { form, of } }: Reply) =>
    form === 'open'
      ? library.open.has(of) || !library.isWhole
      : catalogue.card.has(catalogue.currentId(of));
  const left = replies.filter((reply) => reply.answer === null && isKnown(reply));
  const next = isEnded ? null : nextReply(left, catalogue);
  return { answered, of: answered + left.length, next };
}
