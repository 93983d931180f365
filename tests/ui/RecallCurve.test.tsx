import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RecallCurve, type RecallCurveProps } from '../../src/ui/RecallCurve.tsx';
import { labelsIn, layPaper, touching } from './paper.ts';

const DAY = 86_400_000;
const arc = (from: number, to: number, end: number) => [
  { at: from * DAY, recall: 1 },
  { at: ((from + to) / 2) * DAY, recall: (1 + end) / 2 },
  { at: to * DAY, recall: end },
];

function show(props: Partial<RecallCurveProps> = {}) {
  render(
    <RecallCurve
      sentence="现在93%"
      showTableLabel="看数据表"
      hideTableLabel="收起"
      head={['日期', '记得']}
      rows={[
        ['10天前', '100%'],
        ['今天', '93%'],
      ]}
      rowsAt={[0, 10 * DAY]}
      arcs={[arc(0, 4, 0.86), arc(4, 10, 0.93)]}
      ahead={[
        { at: 10 * DAY, recall: 0.93 },
        { at: 30 * DAY, recall: 0.81 },
      ]}
      marks={[
        { at: 0, missed: false },
        { at: 4 * DAY, missed: true },
      ]}
      desired={0.9}
      now={{ at: 10 * DAY, dayLabel: '今天', label: '93%' }}
      due={{ at: 15 * DAY, label: '28日到期' }}
      ticks={[0, 5, 9, 11, 20, 29].map((day) => ({ at: day * DAY, label: `11/${day}` }))}
      keys={[{ is: 'recalled', label: '想起' }]}
      {...props}
    />,
  );
  return screen.getByRole('img', { name: '现在93%' });
}

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

describe('the forgetting curve', () => {
  it('marks each answer, what was missed as a ring with a cross', () => {
    const picture = show();
    expect(picture.querySelectorAll('.recall-curve__recalled')).toHaveLength(1);
    expect(picture.querySelectorAll('.recall-curve__missed')).toHaveLength(1);
    expect(screen.getByText('想起')).toBeInTheDocument();
  });

  it('goes up at an answer, dashed into the future, with the band of desired retention above its line', () => {
    const picture = show();
    expect(picture.querySelectorAll('.chart__line')).toHaveLength(4);
    expect(picture.querySelectorAll('.recall-curve__ahead')).toHaveLength(1);
    const band = picture.querySelector('.recall-curve__band');
    const line = picture.querySelector('.recall-curve__desired')?.getAttribute('d') ?? '';
    const bottom = Number(band?.getAttribute('y')) + Number(band?.getAttribute('height'));
    expect(Number(/ (\S+)H/.exec(line)?.[1])).toBeCloseTo(bottom, 6);
  });

  it('is read row by row with the arrow keys', async () => {
    show({ readLabel: '逐项读遗忘曲线' });
    screen.getByRole('slider', { name: '逐项读遗忘曲线' }).focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(screen.getByText('今天 · 记得 93%')).toBeVisible();
  });

  it('starts its axis lower when it was forgotten deeper', () => {
    const levels = (picture: Element) =>
      [...picture.querySelectorAll('text')].map(({ textContent }) => textContent).slice(0, 2);
    expect(levels(show())).toEqual(['80', '90']);
    vi.restoreAllMocks();
    document.body.replaceChildren();
    expect(levels(show({ arcs: [arc(0, 4, 0.31)] }))).toEqual(['20', '40']);
  });

  it('stands where nothing has passed yet', () => {
    const picture = show({ arcs: [], ahead: [], marks: [], due: undefined, ticks: [] });
    expect(picture.innerHTML).not.toContain('NaN');
  });

  it.each([
    [280, 16],
    [350, 16],
    [350, 32],
    [700, 16],
  ])('lets no two dates touch on %i px at text of %i px', (width, textSize) => {
    layPaper(width, textSize);
    const letter = 0.78125 * textSize;
    const picture = show();
    const height = Number(picture.getAttribute('height'));
    const dates = labelsIn(picture, letter).filter(({ y }) => y > height - letter);
    expect(dates.map(({ text }) => text)).toContain('今天');
    expect(touching(dates, letter)).toEqual([]);
    for (const { left, right } of dates) {
      expect(left).toBeGreaterThanOrEqual(-0.01);
      expect(right).toBeLessThanOrEqual(width + 0.01);
    }
  });
});
