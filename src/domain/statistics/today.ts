/** What was done today. */
import type { StudyDay } from '../day.ts';
import { byKind, ratingsOf, sumOf, totalsBetween, type DaySums } from './daySums.ts';
import { ANSWER_KINDS, type AnswerKind, type Today } from './figures.ts';
import { proportionOf } from './proportion.ts';

const WITHOUT_PRACTICE = ANSWER_KINDS.filter((kind) => kind !== 'practice');

export function todayOf(sums: DaySums, today: StudyDay): Today {
  const answers = totalsBetween(sums, 'answers', today, today);
  const kinds = byKind(answers);
  const ofKinds = (of: readonly AnswerKind[]) => sumOf(of.map((kind) => kinds[kind]));
  const missed = (of: readonly AnswerKind[]) =>
    sumOf(of.map((kind) => ratingsOf(answers, kind).again));
  const right = (of: readonly AnswerKind[]) => proportionOf(ofKinds(of) - missed(of), ofKinds(of));
  return {
    day: today,
    answers: ofKinds(ANSWER_KINDS),
    ms: sumOf(totalsBetween(sums, 'ms', today, today)),
    timed: sumOf(totalsBetween(sums, 'timed', today, today)),
    again: missed(ANSWER_KINDS),
    right: right(WITHOUT_PRACTICE),
    matureRight: right(['mature']),
    byKind: kinds,
  };
}
