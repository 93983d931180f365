/** What an answer in a quiz does to its card's schedule. What counts is `countedRating`'s to say. */
import { countedRating, type CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import type { Grant, QuizBegun } from '../event.ts';
import { grantOf, type Offers } from '../grant.ts';

/** The mode of an answer: the quiz's, but a card never begun is only practised. */
export function modeFor(quiz: QuizBegun['mode'], state: CardState | null): QuizBegun['mode'] {
  return (state?.phase ?? 'new') === 'new' ? 'quiz-practice' : quiz;
}

/**
 * The grant an answer carries: that of the rating it counts as, and none where it counts as nothing or
 * memory has already moved on this study day.
 * @param at instant of the answer, ms
 */
export function grantFor(
  answer: Parameters<typeof countedRating>[0],
  card: { readonly state: CardState | null; readonly today: StudyDay; readonly offers: Offers },
  at: number,
): Grant | undefined {
  const rating = countedRating(answer);
  const movedOn = card.state?.memoryDay ?? null;
  if (rating === null || (movedOn !== null && card.today <= movedOn)) return undefined;
  return grantOf(card.offers[rating], at);
}
