/** Which quizzes stand side by side. */
import { describe, expect, it } from 'vitest';
import type { QuizBegun } from '../../src/domain/event.ts';
import { alike } from '../../src/domain/quiz/alike.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { aCard, aCatalogue } from '../builders.ts';
import { aQuiz } from './quizCards.ts';

const catalogue = aCatalogue([
  aCard('talk/1', { conceptId: 'talk/a' }),
  aCard('talk/2', { conceptId: 'talk/b' }),
]);
const recall = (of: string): Question => ({ form: 'recall', of });

const quizzes: Record<string, QuizBegun> = {};
const begin = (name: string, questions: readonly string[], over: Partial<QuizBegun>) => {
  quizzes[name] = { ...aQuiz(questions.map(recall)), ...over };
};
begin('deck', ['talk/1', 'talk/2'], { chosen: { is: 'scope', scope: { decks: ['talk'] } } });
begin('concepts', ['talk/3'], {
  chosen: { is: 'scope', scope: { concepts: ['talk/b', 'talk/a'] } },
});
begin('one concept', ['talk/1'], { chosen: { is: 'scope', scope: { concepts: ['talk/a'] } } });
begin('deck again', ['talk/1', 'talk/2'], { chosen: { is: 'given' } });
begin('link', ['talk/9'], { chosen: { is: 'given' } });
begin('link again', ['talk/9'], { chosen: { is: 'given' } });
begin('weakest', ['talk/4'], { chosen: { is: 'weakest' } });
begin('weakest later', ['talk/5'], { chosen: { is: 'weakest' } });
begin('Friday', ['talk/1'], { chosen: { is: 'discussion' }, discussion: 'd' });
begin('Friday, final', ['talk/2'], {
  chosen: { is: 'discussion' },
  discussion: 'd',
  isFinal: true,
});
begin('nothing left', ['talk/6'], { chosen: { is: 'scope', scope: { decks: ['gone'] } } });
begin('nothing left, other', ['talk/7'], { chosen: { is: 'scope', scope: { decks: ['lost'] } } });

const groups = (...names: string[]) =>
  alike(names, (name) => quizzes[name] as QuizBegun, catalogue);

describe('quizzes are alike', () => {
  it.each([
    ['on the same part, however it was chosen', ['deck', 'concepts']],
    ['for one discussion, the final one too', ['Friday', 'Friday, final']],
    ['of the same questions, from one link', ['link', 'link again']],
    ['where one repeats the other, the newer first', ['deck again', 'deck']],
    ['where one repeats the other, the older first', ['deck', 'deck again', 'concepts']],
  ])('%s', (_, names) => {
    expect(groups(...names)).toEqual([names]);
  });

  it.each([
    ['on different parts', ['deck', 'one concept']],
    ['on what was weakest on different days', ['weakest', 'weakest later']],
    ['on parts no deck has any more', ['nothing left', 'nothing left, other']],
    ['one for a discussion, one not', ['one concept', 'Friday']],
  ])('but not %s', (_, names) => {
    expect(groups(...names)).toEqual(names.map((name) => [name]));
  });

  it('in the order given', () => {
    expect(groups('link', 'deck', 'weakest', 'link again', 'concepts')).toEqual([
      ['link', 'link again'],
      ['deck', 'concepts'],
      ['weakest'],
    ]);
  });
});
