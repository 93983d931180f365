/** What a quiz found out. */
import { describe, expect, it } from 'vitest';
import type { Answer, OpenAnswered } from '../../src/domain/event.ts';
import { confusionMatrix, pairsNotToldApart } from '../../src/domain/quiz/confusion.ts';
import { conceptNames } from '../../src/domain/quiz/names.ts';
import { FEW, resultOf } from '../../src/domain/quiz/result.ts';
import { wilson } from '../../src/domain/wilson.ts';
import { aCatalogue, aConcept, anAnswer } from '../builders.ts';
import { aQuiz, worded, wordsOfAll } from './quizCards.ts';

const at = (seconds: number) => ({ seconds, around: false });
const name = (zh: string, en: string) => ({ zh, en });
const CONCEPTS = [
  aConcept('talk/fixed', { name: name('固定成本', 'Fixed cost'), at: at(300) }),
  aConcept('talk/marginal', { name: name('边际成本', 'Marginal cost'), at: at(120) }),
  aConcept('talk/wave', { name: name('浪潮', 'The wave'), at: at(120) }),
  aConcept('talk/late', { name: name('后来', 'Later') }),
];
const inConcept = (conceptId: string) => ({ conceptId });
const CARDS = [
  worded(
    'talk/f1',
    ['a', 'a'],
    { ...inConcept('talk/fixed'), kind: 'choice' },
    {
      options: ['Right', 'Marginal cost', 'Something'],
    },
  ),
  worded('talk/f2', ['b', 'b'], inConcept('talk/fixed')),
  worded('talk/f3', ['c', 'c'], {
    ...inConcept('talk/fixed'),
    kind: 'contrast',
    against: 'talk/wave',
  }),
  worded('talk/m1', ['d', 'd'], inConcept('talk/marginal')),
  worded('talk/w1', ['e', 'e'], inConcept('talk/wave')),
  worded('talk/w2/back', ['浪', 'A breaker'], {
    ...inConcept('talk/wave'),
    kind: 'reversed',
    noteId: 'talk/w2',
  }),
  worded(
    'talk/l1',
    ['f', 'f'],
    { ...inConcept('talk/late'), kind: 'choice' },
    { options: ['The wave', 'Marginal cost', 'Later'] },
  ),
];
const catalogue = aCatalogue(
  CARDS.map(({ card }) => card),
  CONCEPTS,
);
const names = conceptNames(catalogue);
const wordsOf = wordsOfAll(CARDS);

let seq = 1;
const answer = (card: string, rating: 'again' | 'good', over: Partial<Answer> = {}): Answer => {
  seq += 1;
  return anAnswer(rating, {
    type: 'quizzed',
    card,
    quiz: 'q',
    mode: 'quiz-practice',
    seq,
    at: seq,
    ...over,
  });
};
const quiz = aQuiz(CARDS.map(({ card }) => ({ form: 'recall', of: card.id })));
const result = (answers: readonly (Answer | OpenAnswered)[], begun = quiz) =>
  resultOf(begun, answers, catalogue, wordsOf, names);

describe('the score', () => {
  it('is of what was answered, as a whole and by concept, with its interval', () => {
    const found = result([
      answer('talk/f1', 'good'),
      answer('talk/f2', 'again'),
      answer('talk/f3', 'good'),
      answer('talk/m1', 'good'),
      answer('talk/w1', 'good'),
    ]);
    expect(found.score).toEqual({ asked: 5, right: 4, interval: wilson(4, 5), isFew: false });
    expect(found.concepts).toEqual([
      { concept: 'talk/fixed', asked: 3, right: 2, interval: wilson(2, 3), isFew: true },
      { concept: 'talk/marginal', asked: 1, right: 1, interval: wilson(1, 1), isFew: true },
      { concept: 'talk/wave', asked: 1, right: 1, interval: wilson(1, 1), isFew: true },
    ]);
    expect(FEW).toBe(5);
  });

  it('leaves out what was not asked, whether it goes on or was ended', () => {
    const answers = [answer('talk/f1', 'good')];
    const unanswered = quiz.questions.slice(1);
    expect(result(answers)).toMatchObject({ score: { asked: 1 }, unanswered });
    const all = CARDS.map(({ card }) => answer(card.id, 'good'));
    expect(result(all)).toMatchObject({ unanswered: [], misses: [], watch: [] });
  });

  it('of nothing says nothing', () => {
    const found = result([]);
    expect(found.score).toEqual({ asked: 0, right: 0, interval: { low: 0, high: 1 }, isFew: true });
    expect(found.expected).toBeNull();
  });

  it('is held against what memory let expect, where it let expect anything', () => {
    const found = result([
      answer('talk/f1', 'good', { predicted: 0.5 }),
      answer('talk/f2', 'again', { predicted: 0.5 }),
      answer('talk/m1', 'good'),
    ]);
    expect(found.expected).toEqual({ asked: 2, right: 1, mean: 1, low: 0, high: 2 });
  });

  it('has nothing of an open question, whose points stand by themselves', () => {
    const open: OpenAnswered = {
      ...aQuiz([]),
      type: 'open-answered',
      question: 'talk/o',
      points: [0, 2],
      of: 4,
      ms: 9,
      language: 'zh',
      text: 1,
    };
    const begun = aQuiz([...quiz.questions.slice(0, 1), { form: 'open', of: 'talk/o' }]);
    const found = result([answer('talk/f1', 'good'), open], begun);
    expect(found).toMatchObject({ score: { asked: 1 }, open: [open] });
  });
});

describe('what was missed', () => {
  it('comes confidently wrong first, then in the order asked', () => {
    const found = result([
      answer('talk/f1', 'again', { confidence: 'guess' }),
      answer('talk/f2', 'again'),
      answer('talk/m1', 'again', { confidence: 'think' }),
      answer('talk/w1', 'again', { confidence: 'know' }),
      answer('talk/l1', 'again', { confidence: 'know' }),
    ]);
    expect(found.misses.map(({ card }) => card)).toEqual([
      'talk/w1',
      'talk/l1',
      'talk/m1',
      'talk/f2',
      'talk/f1',
    ]);
  });

  it('is never among what was right, nor the other way round: the first answer to a question counts', () => {
    const found = result([
      answer('talk/f1', 'again'),
      answer('talk/f2', 'good'),
      answer('talk/f1', 'good', { device: 'other' }),
      answer('talk/f2', 'again', { device: 'other' }),
    ]);
    expect(found.misses.map(({ card }) => card)).toEqual(['talk/f1']);
    expect(found.rights).toEqual(['talk/f2']);
  });

  it('is told again at its minutes, each once, in the order of the source', () => {
    const missed = ['talk/f2', 'talk/w1', 'talk/m1', 'talk/l1'].map((card) =>
      answer(card, 'again'),
    );
    expect(result(missed).watch).toEqual([
      { deckId: 'talk', seconds: 120, around: false, concepts: ['talk/marginal', 'talk/wave'] },
      { deckId: 'talk', seconds: 300, around: false, concepts: ['talk/fixed'] },
    ]);
  });
});

describe('a confusion', () => {
  const confusions = (...answers: Answer[]) => result(answers).confusions;
  const own = { how: 'choice', options: ['1', '0', '2'] } as const;

  it('is found where a wrong option is the name of a concept', () => {
    const found = { asked: 'talk/fixed', taken: 'talk/marginal' };
    expect(confusions(answer('talk/f1', 'again', { ...own, picked: 1 }))).toEqual([found]);
    expect(confusions(answer('talk/f1', 'again', { ...own, picked: 2 }))).toEqual([]);
    expect(confusions(answer('talk/f1', 'good', { ...own, picked: 0 }))).toEqual([]);
    expect(confusions(answer('talk/f1', 'again', own))).toEqual([]);
  });

  it('is of what the right option is called, where that is another idea than the card’s', () => {
    const found = { asked: 'talk/wave', taken: 'talk/marginal' };
    expect(confusions(answer('talk/l1', 'again', { ...own, picked: 1 }))).toEqual([found]);
    expect(confusions(answer('talk/l1', 'again', { ...own, picked: 2 }))).toEqual([
      { asked: 'talk/wave', taken: 'talk/late' },
    ]);
    expect(confusions(answer('talk/l1', 'again', own))).toEqual([]);
  });

  it('is found in what was borrowed: a concept’s name, or what a card asks back for', () => {
    const borrowed = { how: 'choice', options: ['talk/wave', '0', 'talk/w2/back'] } as const;
    const found = [{ asked: 'talk/fixed', taken: 'talk/wave' }];
    expect(confusions(answer('talk/f2', 'again', { ...borrowed, picked: 1 }))).toEqual(found);
    expect(confusions(answer('talk/f2', 'again', { ...borrowed, picked: 3 }))).toEqual(found);
    expect(confusions(answer('talk/w1', 'again', { ...borrowed, picked: 1 }))).toEqual([]);
  });

  it('is none where a contrast was missed: two ideas were not told apart, neither taken for the other', () => {
    const judged = { how: 'self', ms: 9000, reveal: 4000 } as const;
    const apart = (...answers: Answer[]) => result(answers).notToldApart;
    const missed = answer('talk/f3', 'again', judged);
    expect(confusions(missed)).toEqual([]);
    expect(apart(missed)).toEqual([{ asked: 'talk/fixed', against: 'talk/wave' }]);
    expect(apart(answer('talk/f3', 'good', judged))).toEqual([]);
    expect(apart(answer('talk/f2', 'again', judged))).toEqual([]);
  });

  it('is none, nor two ideas not told apart, where somebody said they did not know', () => {
    const unknown = { how: 'self', ms: 4000, reveal: 4000 } as const;
    const found = result([answer('talk/f3', 'again', unknown), answer('talk/f1', 'again', own)]);
    expect(found).toMatchObject({ confusions: [], notToldApart: [], misses: [{}, {}] });
  });

  it('counts ideas not told apart by the pair, whichever was asked', () => {
    const pair = (asked: string, against: string) => ({ asked, against });
    expect(pairsNotToldApart([pair('b', 'a'), pair('a', 'c'), pair('a', 'b')])).toEqual([
      { pair: ['a', 'b'], times: 2 },
      { pair: ['a', 'c'], times: 1 },
    ]);
  });

  it('is counted over many quizzes, the most frequent first, each way by itself', () => {
    const pair = (asked: string, taken: string) => ({ asked, taken });
    const all = [pair('a', 'b'), pair('b', 'a'), pair('b', 'a'), pair('a', 'c')];
    expect(confusionMatrix(all)).toEqual([
      { ...pair('b', 'a'), times: 2 },
      { ...pair('a', 'b'), times: 1 },
      { ...pair('a', 'c'), times: 1 },
    ]);
  });
});
