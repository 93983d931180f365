/** Right or wrong, and what the event says of it. */
import { describe, expect, it } from 'vitest';
import { keyPicked, mark, type Asked } from '../../src/domain/quiz/mark.ts';

const asked = (form: Asked['form'], put: readonly string[] = []): Asked => ({
  form,
  put,
  expected: 'Marginal cost',
});

describe('a choice', () => {
  const own = asked('choice', ['2', '0', '1']);
  const borrowed = asked('choice', ['talk/x', '0', 'talk/y']);

  it('records its options, and which was picked: 0 for the right one', () => {
    expect(mark(own, { is: 'picked', key: '0' })).toEqual({
      rating: 'good',
      how: 'choice',
      options: ['2', '0', '1'],
      picked: 0,
    });
    expect(mark(own, { is: 'picked', key: '2' })).toMatchObject({ rating: 'again', picked: 2 });
  });

  it('counts borrowed options by their place, from 1', () => {
    expect(mark(borrowed, { is: 'picked', key: '0' })).toMatchObject({ rating: 'good', picked: 0 });
    expect(mark(borrowed, { is: 'picked', key: 'talk/x' })).toMatchObject({ picked: 1 });
    expect(mark(borrowed, { is: 'picked', key: 'talk/y' })).toMatchObject({ picked: 3 });
  });

  it('tells afterwards what was picked', () => {
    for (const question of [own, borrowed]) {
      for (const key of question.put) {
        expect(keyPicked(mark(question, { is: 'picked', key }))).toBe(key);
      }
      expect(keyPicked(mark(question, { is: 'unknown' }))).toBeUndefined();
    }
  });

  it('is wrong, with nothing picked, when one does not know', () => {
    expect(mark(own, { is: 'unknown' })).toEqual({
      rating: 'again',
      how: 'choice',
      options: ['2', '0', '1'],
    });
  });
});

describe('a typed answer', () => {
  const typed = (text: string, judged?: 'right' | 'wrong') =>
    mark(asked('typed'), { is: 'typed', text, ...(judged ? { judged } : {}) });

  it.each(['Marginal cost', ' marginal  COST. ', 'the marginal cost', 'ＭＡＲＧＩＮＡＬ cost'])(
    'is right as %j, and what was typed is not kept',
    (text) => {
      expect(typed(text)).toEqual({ rating: 'good', how: 'typed' });
    },
  );

  it('is wrong as anything else, which is kept, unless the learner says it says the same', () => {
    expect(typed(' fixed cost ')).toEqual({ rating: 'again', how: 'typed', typed: 'fixed cost' });
    expect(typed('cost at the margin', 'right')).toEqual({
      rating: 'good',
      how: 'self',
      typed: 'cost at the margin',
    });
    expect(typed('', 'wrong')).toMatchObject({ rating: 'again', typed: '' });
    expect(mark(asked('typed'), { is: 'unknown' })).toEqual({ rating: 'again', how: 'typed' });
  });
});

describe('a list put in order', () => {
  const list = asked('order', ['2', '0', '1']);

  it('is a choice, right only as a whole', () => {
    const ordered = (...keys: string[]) => mark(list, { is: 'ordered', keys });
    const wrong = { rating: 'again', how: 'choice', options: ['2', '0', '1'] };
    expect(ordered('0', '1', '2')).toEqual({ ...wrong, rating: 'good', picked: 0 });
    expect(ordered('0', '2', '1')).toEqual(wrong);
    expect(ordered('0', '1')).toEqual(wrong);
  });
});

describe('what was said', () => {
  it.each(['recall', 'cloze', 'contrast'] as const)('is judged by the learner in %s', (form) => {
    expect(mark(asked(form), { is: 'judged', as: 'right' })).toEqual({
      rating: 'good',
      how: 'self',
    });
    expect(mark(asked(form), { is: 'judged', as: 'wrong' })).toEqual({
      rating: 'again',
      how: 'self',
    });
    expect(mark(asked(form), { is: 'unknown' })).toEqual({ rating: 'again', how: 'self' });
  });
});
