/** What an answer does to the schedule, or did, as the line under the buttons says it. */
import { modeFor } from '../../domain/quiz/effect.ts';
import type { Asked } from './asked.ts';
import type { QuizState } from './session.ts';

export type Effect =
  | 'practice'
  | 'unmet'
  | 'moved-already'
  | 'wrong-counts'
  | 'all-counts'
  | 'counted'
  | 'not-counted'
  | 'open';

/** Of the question on the screen; after its answer is written, what that did. */
export function effectOf({ record, marked }: QuizState, asked: Asked): Effect {
  if (asked.is === 'open') return 'open';
  const mode = record?.begun.mode ?? 'quiz-practice';
  const { state, today } = asked.prepared;
  if (mode === 'quiz-practice') return 'practice';
  if (modeFor(mode, state) === 'quiz-practice') return 'unmet';
  if ((state?.memoryDay ?? -Infinity) >= today) return 'moved-already';
  if (marked) return record?.answers.at(-1)?.grant ? 'counted' : 'not-counted';
  const canCountRight = mode === 'quiz-all' && asked.form !== 'choice' && asked.form !== 'order';
  return canCountRight ? 'all-counts' : 'wrong-counts';
}
