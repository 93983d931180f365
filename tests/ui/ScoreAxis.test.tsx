import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ScoreAxis } from '../../src/ui/ScoreAxis.tsx';
import { labelsIn, layPaper, touching } from './paper.ts';

function show(score: number, of: number, expected?: number) {
  render(
    <ScoreAxis
      sentence={`${score} of ${of} right`}
      score={score}
      of={of}
      scoreLabel={`Right ${score}`}
      endLabel={`${of} questions`}
      forecast={
        expected === undefined
          ? undefined
          : {
              expected,
              low: Math.max(0, expected - 2),
              high: Math.min(of, expected + 1),
              label: `Predicted ${expected}`,
            }
      }
      head={['Right', 'Predicted']}
      rows={[[String(score), '8.6 (7–10)']]}
      showTableLabel="Show as table"
      hideTableLabel="Hide table"
    />,
  );
  return screen.getByRole('img', { name: `${score} of ${of} right` });
}

const numberOf = (element: Element | null, name: string) => Number(element?.getAttribute(name));

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

describe('a score on its axis', () => {
  it('stands as a dot in proportion, over the band that was predicted', () => {
    layPaper(360, 16);
    const picture = show(9, 12, 8);
    expect(numberOf(picture.querySelector('circle'), 'cx')).toBe(270);
    expect(numberOf(picture.querySelector('rect'), 'x')).toBe(180);
    expect(numberOf(picture.querySelector('rect'), 'width')).toBe(90);
    expect(picture.querySelector('.chart__line')?.getAttribute('d')).toMatch(/^M240 /);
  });

  it('names no more ticks than can be read, the end with its unit', () => {
    layPaper(700, 16);
    const words = [...show(9, 12).querySelectorAll('text')].map((text) => text.textContent);
    expect(words).toEqual(['0', '3', '6', '9', '12 questions', 'Right 9']);
  });

  it('draws no forecast where there was none', () => {
    const picture = show(9, 12);
    expect(picture.querySelector('rect, .chart__line')).toBeNull();
  });

  it('has a table twin', async () => {
    show(9, 12, 8.6);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('table', { name: '9 of 12 right' })).toHaveTextContent('98.6 (7–10)');
  });

  it.each([
    [280, 16],
    [280, 32],
    [350, 16],
    [700, 20],
  ])('lets no two labels touch nor any leave %i px at text of %i px', (width, textSize) => {
    layPaper(width, textSize);
    const letter = 0.78125 * textSize;
    for (const of of [1, 7, 12, 20, 33, 100]) {
      for (const score of [0, Math.round(of / 2), of]) {
        for (const expected of [0, of / 2, of - 0.2, of]) {
          const boxes = labelsIn(show(score, of, Number(expected.toFixed(1))), letter);
          expect(touching(boxes, letter)).toEqual([]);
          for (const { left, right } of boxes) {
            expect(left).toBeGreaterThanOrEqual(-letter);
            expect(right).toBeLessThanOrEqual(width + 0.01);
          }
          cleanup();
        }
      }
    }
  });
});

describe('read mark by mark', () => {
  it('says the score, then what was predicted', async () => {
    render(
      <ScoreAxis
        sentence="9 of 12 right"
        score={9}
        of={12}
        scoreLabel="Right 9"
        endLabel="12 questions"
        forecast={{ expected: 8.6, low: 7, high: 10, label: 'Predicted 8.6' }}
        head={['Right', 'Predicted']}
        rows={[[9, '8.6 (7–10)']]}
        showTableLabel="Show as table"
        hideTableLabel="Hide table"
        readLabel="Score, one by one"
      />,
    );
    const reader = screen.getByRole('slider', { name: 'Score, one by one' });
    expect(reader).toHaveAttribute('aria-valuetext', 'Right 9');
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    expect(reader).toHaveAttribute('aria-valuetext', 'Predicted 8.6');
  });
});
