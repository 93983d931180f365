/** Marking a typed answer: what may differ without being wrong, and where it differs. */
import { describe, expect, it } from 'vitest';
import { isTypedRight, typedDiff } from '../../src/domain/typedAnswer.ts';

describe('a typed answer is right', () => {
  it.each([
    ['ＧＰＴ－４', 'gpt4', 'full width and half width'],
    ['Low-Rank adaptation', 'low rank Adaptation.', 'case, hyphens and full stops'],
    ['三位一体。', '三位一体', 'Chinese punctuation'],
    ['“信息”，模型', '信息,模型', 'quotation marks and commas of either kind'],
    ['  fine   tuning ', 'Fine tuning', 'spaces'],
    ['１２３', '123', 'digits of either width'],
  ])('%s for %s: %s', (typed, answer) => {
    expect(isTypedRight(typed, answer)).toBe(true);
  });

  it.each([
    ['', '三位一体', 'nothing'],
    ['。', '三位一体', 'punctuation alone'],
    ['三位', '三位一体', 'half of it'],
    ['C', 'C#', 'a sharp left out'],
    ['C', 'C++', 'a plus left out'],
    ['35', '3.5', 'a point left out of a number'],
    ['5', '-5', 'a minus left out'],
    ['50', '50%', 'a percent left out'],
  ])('but not %s for %s: %s', (typed, answer) => {
    expect(isTypedRight(typed, answer)).toBe(false);
  });
});

describe('the difference', () => {
  it('names what is missing and what is too much, letter by letter', () => {
    expect(typedDiff('三体', '三位一体')).toEqual([
      { is: 'same', text: '三' },
      { is: 'missing', text: '位一' },
      { is: 'same', text: '体' },
    ]);
    expect(typedDiff('modell', 'Model')).toEqual([
      { is: 'same', text: 'Model' },
      { is: 'extra', text: 'l' },
    ]);
    expect(typedDiff('', 'ab')).toEqual([{ is: 'missing', text: 'ab' }]);
    expect(typedDiff('ab', '')).toEqual([{ is: 'extra', text: 'ab' }]);
  });

  it('gives back both texts from its stretches, emoji whole', () => {
    const stretches = typedDiff('a😀bc', 'a😀xc');
    const without = (is: string) =>
      stretches
        .filter((stretch) => stretch.is !== is)
        .map(({ text }) => text)
        .join('');
    expect(without('missing')).toBe('a😀bc');
    expect(without('extra')).toBe('a😀xc');
  });

  it('shows a very long text as wrong in one piece', () => {
    const long = '长'.repeat(401);
    expect(typedDiff(long, '短').map(({ is }) => is)).toEqual(['extra', 'missing']);
  });
});
