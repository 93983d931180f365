/** Whether an event of a quiz can be relied on: a restored backup may hold anything. */
import { LANGUAGES } from '../deck.ts';
import { CONFIDENCES, type OpenAnswered, type QuizBegun, type QuizEvent } from '../event.ts';
import {
  isDay,
  isFlag,
  isObject,
  isScope,
  isText,
  listOf,
  oneOf,
  optional,
  shapeOf,
  whole,
  within,
} from '../shape.ts';
import { FORMS } from './question.ts';

const MOST_POINTS = 1000;

const isVersions = (value: unknown) => isObject(value) && Object.values(value).every(isText);

function isChosen(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value['is'] === 'scope') return isScope(value['scope']);
  if (value['is'] === 'due') return isDay(value['before']);
  return oneOf(['weakest', 'discussion', 'given'])(value['is']);
}

const isOpenAnswer = shapeOf({
  quiz: isText,
  question: isText,
  points: listOf(whole(0, MOST_POINTS - 1)),
  of: whole(0, MOST_POINTS),
  ms: within(0, 1_800_000),
  confidence: optional(oneOf(CONFIDENCES)),
  language: oneOf(LANGUAGES),
  text: whole(0, 0xffff_ffff),
});

/** Whether each point made is one there was, and counted once. */
function hasItsPoints({ points, of }: OpenAnswered): boolean {
  return points.every((place) => place < of) && new Set(points).size === points.length;
}

const isBeginning = shapeOf({
  quiz: isText,
  seed: isText,
  mode: oneOf(['quiz-practice', 'quiz-misses', 'quiz-all']),
  questions: listOf(shapeOf({ form: oneOf(FORMS), of: isText })),
  decks: isVersions,
  chosen: isChosen,
  asksConfidence: isFlag,
  discussion: optional(isText),
  isFinal: optional(isFlag),
});

/** Whether it asks something, and nothing twice. */
function asksEachOnce({ questions }: QuizBegun): boolean {
  return questions.length > 0 && new Set(questions.map(({ of }) => of)).size === questions.length;
}

/** Whether an event that calls itself one of a quiz has the fields of one. */
export function isSoundQuizEvent(event: QuizEvent): boolean {
  switch (event.type) {
    case 'quiz-begun':
      return isBeginning(event) && asksEachOnce(event);
    case 'quiz-ended':
      return isText(event.quiz);
    case 'open-answered':
      return isOpenAnswer(event) && hasItsPoints(event);
  }
}
