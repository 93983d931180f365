import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ForecastChart } from '../../src/ui/ForecastChart.tsx';
import type { ForecastChartProps, ForecastLine } from '../../src/ui/ForecastChart.tsx';
import { labelsIn, layPaper, touching } from './paper.ts';

const DAYS = 10;

function line(name: string, end: number, spread?: number): ForecastLine {
  const values = Array.from({ length: DAYS }, (_, day) => 0.76 + ((end - 0.76) * day) / (DAYS - 1));
  const percent = `${Math.round(end * 100)}%`;
  return {
    values,
    band:
      spread === undefined
        ? undefined
        : {
            low: values.map((value) => Math.max(0, value - spread)),
            high: values.map((value) => Math.min(1, value + spread)),
          },
    labels: [`${name}${percent}（60–70）`, `${name}${percent}`, percent],
  };
}

function show(props: Partial<ForecastChartProps> = {}) {
  render(
    <ForecastChart
      sentence="按计划91%，不复习67%"
      stop={line('不复习', 0.67, 0.03)}
      plan={line('按计划', 0.91, 0.03)}
      target={{ value: 0.9, label: '目标90%' }}
      todayLabel="今天"
      ticks={[
        { day: 3, label: '27日' },
        { day: 6, label: '30日' },
        { day: 9, label: '12月3日' },
      ]}
      from={0.5}
      note="色带：八成可能落在其中。"
      head={['哪天', '不复习', '按计划']}
      rows={[
        ['今天', '76%', '76%'],
        ['12月3日', '67%', '91%'],
      ]}
      showTableLabel="看数据表"
      hideTableLabel="收起"
      {...props}
    />,
  );
  return screen.getByRole('img', { name: '按计划91%，不复习67%' });
}

const words = (picture: Element) =>
  [...picture.querySelectorAll('text')].map((text) => text.textContent);

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

describe('the forecast until a date', () => {
  it('is a picture named by its finding, that says which interval its bands are', () => {
    const picture = show();
    expect(words(picture)).toEqual(
      '50 60 70 80 90 100 目标90% 今天 27日 30日 12月3日 按计划91%（60–70） 不复习67%（60–70）'.split(
        ' ',
      ),
    );
    expect(screen.getByText('色带：八成可能落在其中。')).toBeInTheDocument();
  });

  it('has a table twin', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: '看数据表' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['哪天', '不复习', '按计划'],
      ['今天', '76%', '76%'],
      ['12月3日', '67%', '91%'],
    ]);
  });

  it('ends each line at its value: a higher recall is drawn higher', () => {
    const picture = show({ reviews: line('照常', 0.84) });
    const ends = ['plan', 'reviews', 'stop'].map((is) =>
      Number(picture.querySelector(`.forecast-chart__end--${is}`)?.getAttribute('cy')),
    );
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    const [y91 = 0, y84 = 0, y67 = 0] = ends;
    expect((y84 - y91) / 7).toBeCloseTo((y67 - y84) / 17);
  });

  it('starts its axis lower when a line goes below', () => {
    expect(words(show({ stop: line('不复习', 0.31) })).slice(0, 5)).toEqual([
      '20',
      '40',
      '60',
      '80',
      '100',
    ]);
  });

  it('drops the intervals first, then the names, of all lines alike', () => {
    layPaper(190, 16);
    expect(words(show()).slice(-2)).toEqual(['按计划91%', '不复习67%']);
    cleanup();
    layPaper(280, 32);
    expect(words(show()).slice(-2)).toEqual(['91%', '67%']);
  });

  it('leaves out the dates between that have no room, never the last', () => {
    layPaper(280, 32);
    expect(words(show())).toContain('12月3日');
    expect(words(screen.getByRole('img'))).not.toContain('30日');
  });

  it('stands where the date is today', () => {
    const today: ForecastLine = { values: [0.76], labels: ['a 76%', 'a', '76%'] };
    const picture = show({ stop: today, plan: undefined, ticks: [{ day: 0, label: '今天' }] });
    expect(words(picture).filter((word) => word === '今天')).toHaveLength(1);
    expect(picture.innerHTML).not.toContain('NaN');
  });

  it.each([
    [280, 16],
    [280, 32],
    [350, 16],
    [608, 16],
  ])('lets no two labels touch on %i px at text of %i px', (width, textSize) => {
    layPaper(width, textSize);
    const letter = 0.78125 * textSize;
    const ends = [0.02, 0.5, 0.66, 0.84, 0.89, 0.99];
    for (const stop of ends) {
      for (const plan of ends.filter((end) => end >= stop)) {
        for (const reviews of [undefined, stop, (stop + plan) / 2, plan]) {
          const picture = show({
            stop: line('不复习', stop, 0.04),
            plan: line('按计划', plan, 0.04),
            reviews: reviews === undefined ? undefined : line('照常', reviews),
          });
          const boxes = labelsIn(picture, letter);
          expect(touching(boxes, letter)).toEqual([]);
          const height = Number(picture.getAttribute('height'));
          for (const { y, right } of boxes) {
            expect(y).toBeGreaterThanOrEqual(0.8 * letter);
            expect(y).toBeLessThanOrEqual(height);
            expect(right).toBeLessThanOrEqual(width);
          }
          cleanup();
        }
      }
    }
  });
});
