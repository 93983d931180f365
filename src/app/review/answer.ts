/** What an answer is, from what is on the screen. */
import type { StudyDay } from '../../domain/day.ts';
import type { Answer, Draft, Rating } from '../../domain/event.ts';
import { grantOf } from '../../domain/grant.ts';
import { isTypedRight } from '../../domain/typedAnswer.ts';
import type { SessionState } from './session.ts';
import type { Shown } from './shown.ts';

/** The ratings a learner may give to what is on the screen. */
export function ratingsOpen(state: Pick<SessionState, 'shown' | 'picked'>): readonly Rating[] {
  if ((state.shown?.options.length ?? 0) === 0) return ['again', 'hard', 'good', 'easy'];
  return state.picked === 0 ? ['hard', 'good', 'easy'] : ['again'];
}

/** The event a rating makes: what was shown and typed, and the grant its button offered. */
export function answerDraft(
  state: SessionState,
  shown: Shown,
  rating: Rating,
  ms: number,
  moment: { at: number; offset: number; day: StudyDay },
  weights: string,
): Draft & { type: 'reviewed' } {
  const text = shown.text[state.language];
  const isChoice = shown.options.length > 0;
  const wasTyped = text.typed !== undefined && state.typed.trim() !== '';
  const how: Answer['how'] = isChoice ? 'choice' : wasTyped ? 'typed' : 'self';
  const isWrong = wasTyped && !isTypedRight(state.typed, text.typed ?? '');
  return {
    type: 'reviewed',
    card: shown.card.id,
    ...moment,
    rating,
    ms,
    reveal: Math.min(state.revealed, ms),
    mode: 'review',
    how,
    ...(isChoice ? { options: shown.options.map((option) => String(option)) } : {}),
    ...(isChoice && state.picked !== null ? { picked: state.picked } : {}),
    ...(isWrong ? { typed: state.typed.trim().slice(0, 500) } : {}),
    language: state.language,
    text: text.hash,
    weights,
    ...(shown.prepared.predicted === undefined ? {} : { predicted: shown.prepared.predicted }),
    grant: grantOf(shown.prepared.offers[rating], moment.at),
  };
}
