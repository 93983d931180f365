/** How far a quiz has come: nothing but its questions and its live answers, so a reload changes nothing. */
import type { Catalogue } from '../catalogue.ts';
import type { Answer, OpenAnswered, QuizBegun } from '../event.ts';
import { compareEvents } from '../replay.ts';
import type { Question } from './question.ts';

/** One question of a quiz and its answer, null while it has none. */
export interface Reply {
  readonly question: Question;
  /** Its place in the quiz, from 0. */
  readonly place: number;
  readonly answer: Answer | OpenAnswered | null;
}

/** What a live event of a quiz answers; undefined for one of another quiz. */
function answered(event: Answer | OpenAnswered, quiz: string, catalogue: Catalogue) {
  if (event.quiz !== quiz) return undefined;
  return event.type === 'open-answered' ? event.question : catalogue.currentId(event.card);
}

/**
 * The questions in order, each with its first live answer in replay order.
 * @param live answers that are not taken back, of this quiz or any, in any order
 */
export function repliesOf(
  { quiz, questions }: QuizBegun,
  live: readonly (Answer | OpenAnswered)[],
  catalogue: Catalogue,
): Reply[] {
  const first = new Map<string, Answer | OpenAnswered>();
  for (const event of live.toSorted(compareEvents)) {
    const of = answered(event, quiz, catalogue);
    if (of !== undefined && !first.has(of)) first.set(of, event);
  }
  return questions.map((question, place) => ({
    question,
    place,
    answer: first.get(catalogue.currentId(question.of)) ?? null,
  }));
}

/**
 * The question to ask next: the first without an answer; null when the quiz is over. What the decks at
 * hand no longer have can't be asked and is passed over.
 */
export function nextReply(replies: readonly Reply[], catalogue: Catalogue): Reply | null {
  const canAsk = ({ form, of }: Question) =>
    form === 'open' || catalogue.card.has(catalogue.currentId(of));
  return replies.find(({ question, answer }) => answer === null && canAsk(question)) ?? null;
}
