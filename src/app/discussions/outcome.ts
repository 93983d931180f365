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

/** What the first final quiz that was finished shows; null while there is none. */
function evidenceOfFinals(
  discussion: string,
  quizzes: readonly QuizRecord[],
  catalogue: Catalogue,
): Evidence[] | null {
  const lastOrder = ({ answers, open }: QuizRecord) =>
    Math.max(0, ...[...answers, ...open].map(({ order }) => order));
  const [first] = quizzes
    .filter(({ begun }) => begun.isFinal === true && begun.discussion === discussion)
    .filter((quiz) => quiz.isEnded || nextReply(answersOf(quiz, catalogue), catalogue) === null)
    .toSorted((a, b) => lastOrder(a) - lastOrder(b));
  if (!first) return null;
  const answers = answersOf(first, catalogue).flatMap(({ answer }) =>
    answer === null || answer.type === 'open-answered'
      ? []
      : [{ ...answer, card: catalogue.currentId(answer.card) }],
  );
  return evidenceOfQuiz(answers, (card) => catalogue.card.get(card)?.conceptId);
}

export interface Outcome {
  /** The forecast held against what came; null when none was made in time. */
  readonly forecast: ForecastMade | null;
  /** What it was held against; null while there is nothing. A quiz goes before a verdict. */
  readonly by: 'quiz' | 'verdict' | null;
  readonly audit: Audit | null;
}

/** What became of a discussion that has begun. */
export function outcomeOf(
  discussion: StandingDiscussion,
  quizzes: readonly QuizRecord[],
  catalogue: Catalogue,
): Outcome {
  const forecast = forecastToHold(discussion);
  const held = (by: 'quiz' | 'verdict', evidence: readonly Evidence[]) => {
    const audit = forecast && auditOf(forecast, evidence);
    return audit && { forecast, by, audit };
  };
  const finals = evidenceOfFinals(discussion.id, quizzes, catalogue);
  return (
    (finals && held('quiz', finals)) ??
    (discussion.verdict && held('verdict', evidenceOfVerdict(discussion.verdict))) ?? {
      forecast,
      by: null,
      audit: null,
    }
  );
}
