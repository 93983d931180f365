/** A question as it is put before the learner, and the event its answer makes. */
import type { Card, Language, OpenQuestion } from '../../domain/deck.ts';
import type { Confidence, Draft, QuizBegun } from '../../domain/event.ts';
import { plainText } from '../../domain/find.ts';
import { borrowedFor } from '../../domain/quiz/borrowed.ts';
import { grantFor, modeFor } from '../../domain/quiz/effect.ts';
import type { Marked } from '../../domain/quiz/mark.ts';
import type { Reply } from '../../domain/quiz/progress.ts';
import { itemsPut, optionsPut, type Option } from '../../domain/quiz/put.ts';
import type { Form } from '../../domain/quiz/question.ts';
import { typedAnswerOf, type Words } from '../../domain/quiz/words.ts';
import { hash32 } from '../../domain/random.ts';
import type { Moment } from '../../store/log.ts';
import type { Prepared } from '../../store/study.ts';
import type { Environment } from '../environment.ts';
import { LONGEST_ANSWER } from '../stopwatch.ts';
import type { Library } from './library.ts';

export interface AskedCard {
  readonly is: 'card';
  readonly form: Exclude<Form, 'open'>;
  /** The question's place in the quiz, from 0. */
  readonly place: number;
  readonly card: Card;
  readonly words: Words;
  /** Options of a choice or items of a list, in the order first shown; empty in other forms. */
  readonly put: readonly Option[];
  readonly prepared: Prepared;
}

export interface AskedOpen {
  readonly is: 'open';
  readonly form: 'open';
  readonly place: number;
  readonly question: OpenQuestion;
}

export type Asked = AskedCard | AskedOpen;

/** Options or items of a card as a quiz puts them; the same whenever it is asked with the same seed. */
export function putFor(
  form: Form,
  card: Card,
  words: Words,
  placed: { readonly seed: string; readonly place: number },
  { catalogue }: Pick<Environment, 'catalogue'>,
  { wordsOf, names }: Library,
): readonly Option[] {
  const at = { ...placed, card: card.id };
  if (form === 'order') return itemsPut(at, words);
  if (form !== 'choice') return [];
  return optionsPut(at, words, borrowedFor(card, catalogue, wordsOf, names));
}

/** What is asked next, without the state of its card; null where its words are not at hand. */
export function putQuestion(
  { question, place }: Reply,
  { seed }: QuizBegun,
  environment: Environment,
  library: Library,
): Omit<AskedCard, 'prepared'> | AskedOpen | null {
  const { catalogue } = environment;
  const { form, of } = question;
  if (form === 'open') {
    const open = library.open.get(of);
    return open ? { is: 'open', form, place, question: open } : null;
  }
  const card = catalogue.card.get(catalogue.currentId(of));
  const words = card && library.wordsOf(card.id);
  if (!card || !words) return null;
  const put = putFor(form, card, words, { seed, place }, environment, library);
  return { is: 'card', form, place, card, words, put };
}

/** What a typed answer is held against. */
export function expectedOf({ words }: AskedCard, language: Language): string {
  return typedAnswerOf(words)?.[language] ?? plainText(words[language].answer);
}

/** What was said beside the answer, and how long it took (ms). */
export interface Given {
  readonly language: Language;
  readonly confidence: Confidence | undefined;
  readonly ms: number;
  readonly reveal: number;
}

/** The event an answer to a card makes. */
export function answerDraft(
  { card, words, prepared }: AskedCard,
  marked: Marked,
  { language, confidence, ms, reveal }: Given,
  quiz: QuizBegun,
  moment: Moment,
  weights: string,
): Draft & { type: 'quizzed' } {
  const mode = modeFor(quiz.mode, prepared.state);
  const sure = confidence === undefined ? {} : { confidence };
  const grant = grantFor({ ...marked, ...sure, mode }, prepared, moment.at);
  const took = Math.min(LONGEST_ANSWER, ms);
  return {
    type: 'quizzed',
    card: card.id,
    ...moment,
    ...marked,
    ms: took,
    reveal: Math.min(reveal, took),
    mode,
    ...sure,
    language,
    text: words[language].hash,
    weights,
    quiz: quiz.quiz,
    ...(prepared.predicted === undefined ? {} : { predicted: prepared.predicted }),
    ...(grant ? { grant } : {}),
  };
}

/** The event an answer to an open question makes. */
export function openDraft(
  { question }: AskedOpen,
  points: readonly number[],
  { language, confidence, ms }: Given,
  { quiz }: QuizBegun,
  moment: Moment,
): Draft & { type: 'open-answered' } {
  const shown = [question.ask, ...question.points].map((text) => plainText(text[language]));
  return {
    type: 'open-answered',
    ...moment,
    quiz,
    question: question.id,
    points,
    of: question.points.length,
    ms,
    ...(confidence === undefined ? {} : { confidence }),
    language,
    text: hash32(shown.join('\n')),
  };
}
