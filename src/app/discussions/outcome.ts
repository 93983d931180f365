/** What became of a discussion: its frozen forecast, and what was recalled. */
import { auditOf, evidenceOfQuiz, evidenceOfVerdict, forecastToHold } from '../../domain/audit.ts';
import type { Audit, Evidence } from '../../domain/audit.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import type { ForecastMade } from '../../domain/event.ts';
import { nextReply, repliesOf } from '../../domain/quiz/progress.ts';
import type { QuizRecord } from '../../store/quizzes.ts';

/** Recall (0..1) a frozen forecast expects of a concept's cards, each: by the plan if it was taken up. */
export function expectedIn(
  { isPlanned }: Pick<ForecastMade, 'isPlanned'>,
  { plan, reviews }: ForecastMade['concepts'][number],
): readonly number[] {
  return (isPlanned ? plan : undefined) ?? reviews;
}

/** Whether a concept of such a recall is ready, as the solver counts it. */
export function isReady(recall: number, target: number): boolean {
  return recall >= target - 1e-9;
}

/** 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Recall (0..1) a frozen forecast expects over all cards. */
export function frozenMean(forecast: ForecastMade): number {
  return meanOf(forecast.concepts.flatMap((concept) => [...expectedIn(forecast, concept)]));
}

function answersOf({ begun, answers, open }: QuizRecord, catalogue: Catalogue) {
  return repliesOf(begun, [...answers, ...open], catalogue);
}

/** `order` of the event a quiz was over with: its last answer, or what ended it before. */
function endOf({ answers, open, endOrder }: QuizRecord): number {
  return Math.max(endOrder, ...[...answers, ...open].map(({ order }) => order));
}

/** The final quizzes of a discussion that are over, by when that was. */
function finalsOf(
  discussion: string,
  quizzes: readonly QuizRecord[],
  catalogue: Catalogue,
): QuizRecord[] {
  return quizzes
    .filter(({ begun }) => begun.isFinal === true && begun.discussion === discussion)
    .filter((quiz) => quiz.isEnded || nextReply(answersOf(quiz, catalogue), catalogue) === null)
    .toSorted((a, b) => endOf(a) - endOf(b));
}

function evidenceOf(quiz: QuizRecord, catalogue: Catalogue): Evidence[] {
  const answers = answersOf(quiz, catalogue).flatMap(({ answer }) =>
    answer === null || answer.type === 'open-answered'
      ? []
      : [{ ...answer, card: catalogue.currentId(answer.card) }],
  );
  return evidenceOfQuiz(answers, (card) => catalogue.card.get(card)?.conceptId);
}

/**
 * A forecast held against the first final quiz that says something of it. One that was ended before
 * its last question leaves room for another until there is enough: what they ask is put together, the
 * first answer to a card counting, so that nobody can break off one that goes badly and begin again.
 */
function auditOfFinals(
  forecast: ForecastMade,
  finals: readonly QuizRecord[],
  catalogue: Catalogue,
): { readonly audit: Audit; readonly isSettled: boolean } | null {
  const evidence = new Map<string, Evidence>();
  let audit: Audit | null = null;
  for (const quiz of finals) {
    const shown = evidenceOf(quiz, catalogue);
    for (const one of shown) {
      const of = one.card ?? one.concept;
      if (!evidence.has(of)) evidence.set(of, one);
    }
    audit = auditOf(forecast, [...evidence.values()]);
    const isWhole = !quiz.isEnded && auditOf(forecast, shown) !== null;
    if (audit && (isWhole || !audit.isFew)) return { audit, isSettled: true };
  }
  return audit && { audit, isSettled: false };
}

export interface Outcome {
  /** The forecast held against what came; null when none was made in time. */
  readonly forecast: ForecastMade | null;
  /** What it was held against; null while there is nothing. A quiz goes before a verdict. */
  readonly by: 'quiz' | 'verdict' | null;
  readonly audit: Audit | null;
  /** Whether another final quiz would change nothing. */
  readonly isSettled: boolean;
}

/** What became of a discussion that has begun. */
export function outcomeOf(
  discussion: StandingDiscussion,
  quizzes: readonly QuizRecord[],
  catalogue: Catalogue,
): Outcome {
  const forecast = forecastToHold(discussion);
  const nothing = { forecast, by: null, audit: null, isSettled: false };
  if (!forecast) return nothing;
  const finals = finalsOf(discussion.id, quizzes, catalogue);
  const byQuiz = auditOfFinals(forecast, finals, catalogue);
  if (byQuiz) return { forecast, by: 'quiz', ...byQuiz };
  const { verdict } = discussion;
  const audit = verdict && auditOf(forecast, evidenceOfVerdict(verdict));
  return audit ? { forecast, by: 'verdict', audit, isSettled: false } : nothing;
}
