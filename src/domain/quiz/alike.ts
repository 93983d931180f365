/** Which quizzes can be set side by side: those on the same part of the decks, or of the same questions. */
import type { Catalogue } from '../catalogue.ts';
import type { QuizBegun } from '../event.ts';
import { conceptsIn } from '../scope.ts';

/**
 * The part a quiz is on, however it was chosen. Null where the same choice comes to other cards on
 * another day (the weakest, what is due), and for a link.
 */
function partOf({ chosen, discussion }: QuizBegun, catalogue: Catalogue): string | null {
  if (discussion !== undefined) return `discussion ${discussion}`;
  if (chosen.is !== 'scope') return null;
  const concepts = conceptsIn(chosen.scope, catalogue).map(({ id }) => id);
  return concepts.length === 0 ? null : `concepts ${concepts.toSorted().join(' ')}`;
}

/**
 * The quizzes in groups of like ones, each as given; the groups in the order of their first quiz. One
 * given again by its link stands beside the one it repeats.
 * @param quizzes in any order
 */
export function alike<T>(
  quizzes: readonly T[],
  begunOf: (quiz: T) => QuizBegun,
  catalogue: Catalogue,
): T[][] {
  const asked = (begun: QuizBegun) =>
    begun.questions.map(({ form, of }) => `${form} ${catalogue.currentId(of)}`).join(' ');
  const parts = new Map<string, string>();
  for (const quiz of quizzes) {
    const part = partOf(begunOf(quiz), catalogue);
    if (part !== null) parts.set(asked(begunOf(quiz)), part);
  }
  const groups = new Map<string, T[]>();
  for (const quiz of quizzes) {
    const begun = begunOf(quiz);
    const questions = asked(begun);
    const key = partOf(begun, catalogue) ?? parts.get(questions) ?? questions;
    groups.set(key, [...(groups.get(key) ?? []), quiz]);
  }
  return [...groups.values()];
}
