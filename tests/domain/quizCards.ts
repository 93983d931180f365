/** Cards with words, for tests of quizzes. */
import type { Card, CardText } from '../../src/domain/deck.ts';
import type { QuizBegun } from '../../src/domain/event.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import type { Words, WordsOf } from '../../src/domain/quiz/words.ts';
import { aCard } from '../builders.ts';

/** A card and its words. */
export interface Worded {
  readonly card: Card;
  readonly words: Words;
}

const text = (ask: string, answer: string): CardText => ({ ask, answer, why: '', hash: 1 });

/** `more` is the same in both languages. */
export function worded(
  id: string,
  [zh, en]: readonly [zh: string, en: string],
  over: Partial<Card> = {},
  more: Partial<CardText> = {},
): Worded {
  return {
    card: aCard(id, over),
    words: { zh: { ...text('？', zh), ...more }, en: { ...text('?', en), ...more } },
  };
}

export function wordsOfAll(all: readonly Worded[]): WordsOf {
  const words = new Map(all.map((one) => [one.card.id, one.words]));
  return (card) => words.get(card);
}

export function aQuiz(questions: readonly Question[], over: Partial<QuizBegun> = {}): QuizBegun {
  return {
    type: 'quiz-begun',
    device: 'd',
    seq: 1,
    at: 0,
    order: 0,
    offset: 0,
    day: 0,
    action: 'd:1',
    quiz: 'q',
    seed: 'seed',
    mode: 'quiz-practice',
    questions,
    decks: { talk: '1' },
    chosen: { is: 'given' },
    asksConfidence: true,
    ...over,
  };
}
