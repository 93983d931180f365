/** The charts of the statistics: what they draw of usual, of no, of one and of huge values. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BarChart } from '../../src/ui/BarChart.tsx';
import { ButtonsChart } from '../../src/ui/ButtonsChart.tsx';
import { CardCounts } from '../../src/ui/CardCounts.tsx';
import { FigureSection } from '../../src/ui/FigureSection.tsx';
import { HeatMap } from '../../src/ui/HeatMap.tsx';
import { Histogram } from '../../src/ui/Histogram.tsx';
import { HourChart } from '../../src/ui/HourChart.tsx';
import { RetentionTable } from '../../src/ui/RetentionTable.tsx';
import { labelsIn, layPaper, touching } from './paper.ts';

const shared = {
  sentence: 'The finding',
  showTableLabel: 'Show as table',
  hideTableLabel: 'Hide the table',
  readLabel: 'one by one',
};

const picture = () => screen.getByRole('img', { name: 'The finding' });
const texts = () => [...picture().querySelectorAll('text')].map((text) => text.textContent);
const numbersOf = (selector: string, name: string) =>
  [...picture().querySelectorAll(selector)].map((one) => Number(one.getAttribute(name)));
const said = () => document.querySelector('.chart__said')?.textContent;

/** The picture has no word that is no number, and no number that is none. */
function expectSound() {
  expect(picture().outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  for (const name of ['width', 'height']) {
    for (const value of numbersOf('rect', name)) expect(value).toBeGreaterThanOrEqual(0);
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

describe('bars', () => {
  const CLASSES = [
    { id: 'mature', name: 'mature', tone: 'deep' as const },
    { id: 'learning', name: 'learning', tone: 'pale' as const },
  ];
  function show(values: readonly (readonly number[])[], classes = CLASSES) {
    render(
      <BarChart
        {...shared}
        classes={classes}
        bars={values.map((bar, i) => ({ label: `${i + 1} Nov`, values: bar }))}
        unit="answers"
        isWhole
        numberText={String}
        today={values.length - 1}
        head={['Day', ...classes.map(({ name }) => name)]}
        rows={values.map((bar, i) => [`${i + 1} Nov`, ...bar])}
      />,
    );
  }
  const fills = (tone: string) => [...picture().querySelectorAll(`.chart__fill--${tone}`)];
  const heightOf = (fill: Element) => Number(fill.getAttribute('height')) + 1;

  it('stand from nothing up, in proportion, their classes on one another', () => {
    show([
      [10, 20],
      [20, 0],
    ]);
    // The first of each tone is in the key.
    const [, first, second] = fills('deep').map(heightOf);
    expect(second! / first!).toBeCloseTo(2, 1);
    const [, top] = fills('pale');
    expect(heightOf(top!) / first!).toBeCloseTo(2, 1);
    const foot = Number(top!.getAttribute('y')) + heightOf(top!) - 0.5;
    expect(foot).toBeCloseTo(Number(fills('deep')[1]!.getAttribute('y')) - 0.5, 0);
    expect(texts()).toEqual(expect.arrayContaining(['mature', 'learning', 'answers', '0', '30']));
  });

  it('of one class have no key', () => {
    show([[3]], CLASSES.slice(0, 1));
    expect(fills('deep')).toHaveLength(1);
    expect(texts()).not.toContain('mature');
  });

  it.each<[string, number[][]]>([
    ['nothing at all', []],
    ['only nothing', [[0, 0]]],
    ['one', [[1, 0]]],
    ['the huge', [[3e9, 1]]],
    ['many', Array.from({ length: 400 }, (_, i) => [i % 7, i % 3])],
  ])('draw a right axis of %s', (_, values) => {
    show(values);
    expectSound();
    expect(texts()).toContain('0');
  });

  it('are read from today on', async () => {
    show([
      [10, 20],
      [20, 1],
    ]);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('2 Nov · mature 20 · learning 1');
  });

  it.each([
    [280, 16],
    [280, 32],
    [460, 16],
  ])('let no two labels touch on %i px at text of %i px', (width, textSize) => {
    layPaper(width, textSize);
    for (const count of [1, 2, 7, 13, 31, 90]) {
      show(Array.from({ length: count }, (_, i) => [i, 3]));
      const boxes = labelsIn(picture(), 0.78125 * textSize);
      expect(touching(boxes, 0.7 * 0.78125 * textSize)).toEqual([]);
      for (const { left, right } of boxes) {
        expect(left).toBeGreaterThanOrEqual(-1);
        expect(right).toBeLessThanOrEqual(width + 1);
      }
      cleanup();
    }
  });
});

describe('a spread', () => {
  function show(counts: readonly number[], median?: number) {
    const edges = Array.from({ length: counts.length + 1 }, (_, i) => 10 * i);
    render(
      <Histogram
        {...shared}
        edges={edges}
        counts={counts}
        edgeText={String}
        unit="cards"
        tone="model"
        median={median === undefined ? undefined : { value: median, label: `median ${median}` }}
        head={['Days', 'Cards']}
        rows={counts.map((count, i) => [`${10 * i}–${10 * i + 10}`, count])}
      />,
    );
  }
  const medianAt = () =>
    Number(/^M([\d.]+)/.exec(picture().querySelector('.chart__median')!.getAttribute('d')!)?.[1]);

  it('marks the median where it stands within its bin', () => {
    show([4, 4, 4, 4], 25);
    const bars = picture().querySelectorAll('.chart__fill');
    const x = (bar: number) => Number(bars[bar]!.getAttribute('x'));
    expect(Math.abs(medianAt() - (x(2) + x(3)) / 2)).toBeLessThan(1.5);
    expect(texts()).toContain('median 25');
  });

  it('keeps a median beyond its ends on the axis', () => {
    show([1, 2], 999);
    const wide = medianAt();
    cleanup();
    show([1, 2], 20);
    expect(wide).toBeCloseTo(medianAt());
  });

  it.each([[[0, 0, 0]], [[1]], [[0, 5_000_000]]])('draws a right axis of %j', (counts) => {
    show(counts, 5);
    expectSound();
    expect(picture().querySelectorAll('.chart__fill')).toHaveLength(
      counts.filter((count) => count > 0).length,
    );
  });
});

describe('the calendar', () => {
  function show(days: number, offset: number) {
    render(
      <HeatMap
        {...shared}
        levels={Array.from({ length: days }, (_, i) => ([0, 1, 2, 3, 4] as const)[i % 5]!)}
        offset={offset}
        weekdays={['Mon', '', 'Wed', '', 'Fri', '', 'Sun']}
        months={[{ day: 0, label: 'Oct' }]}
        levelTexts={['0', '1–14', '15–27', '28–39', '40+']}
        head={['Day', 'answers']}
        rows={Array.from({ length: days }, (_, i) => [`day ${i}`, i])}
      />,
    );
  }
  const today = () => {
    const mark = picture().querySelector('.heat-map__today')!;
    return { x: Number(mark.getAttribute('x')), y: Number(mark.getAttribute('y')) };
  };

  it('begins with the first day, on its weekday, and outlines today', () => {
    show(1, 3);
    const thursday = today().y;
    expect(picture().querySelectorAll('.chart__fill')).toHaveLength(5 + 1);
    cleanup();
    show(8, 3);
    expect(today().y).toBeCloseTo(thursday);
    expect(texts()).toEqual(expect.arrayContaining(['Oct', 'Mon', '0', '1–14', '40+']));
  });

  it('is walked by arrow keys: down a day, right a week', async () => {
    show(30, 2);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toBe('day 29 · answers 29');
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    expect(said()).toBe('day 21 · answers 21');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('day 28 · answers 28');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('day 28 · answers 28');
  });

  it.each([
    [280, 16],
    [280, 32],
    [460, 16],
  ])('is never wider than its paper of %i px at text of %i px', (width, textSize) => {
    layPaper(width, textSize);
    for (const days of [1, 40, 200, 371]) {
      show(days, 6);
      for (const rect of picture().querySelectorAll('rect')) {
        const right = Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'));
        expect(right).toBeLessThanOrEqual(width + 1);
      }
      for (const { right } of labelsIn(picture(), 0.78125 * textSize)) {
        expect(right).toBeLessThanOrEqual(width + 1);
      }
      cleanup();
    }
  });
});

describe('hours', () => {
  function show(
    shares: Readonly<Record<number, number>>,
    counts: Readonly<Record<number, number>>,
  ) {
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const share = shares[hour];
      return {
        label: String(hour),
        count: counts[hour] ?? 0,
        share:
          share === undefined
            ? undefined
            : { share, low: share - 0.1, high: Math.min(1, share + 0.05) },
      };
    });
    render(
      <HourChart
        {...shared}
        hours={hours}
        shareUnit="right, %"
        countUnit="answers"
        thinText="No hour has enough"
        head={['Hour', 'answers']}
        rows={hours.map(({ label, count }) => [label, count])}
      />,
    );
  }

  it('have a dot only where the share is known, the higher the more was right', () => {
    show({ 8: 0.8, 21: 0.95 }, { 7: 5, 8: 40, 21: 60 });
    const [low, high] = numbersOf('.chart__dot', 'cy');
    expect(numbersOf('.chart__dot', 'cy')).toHaveLength(2);
    expect(high).toBeLessThan(low!);
    expect(picture().querySelectorAll('.chart__fill')).toHaveLength(3);
    expect(texts()).not.toContain('No hour has enough');
    expectSound();
  });

  it('say so where no share is known', () => {
    show({}, { 9: 3 });
    expect(texts()).toContain('No hour has enough');
    expect(picture().querySelectorAll('.chart__dot')).toHaveLength(0);
    expectSound();
  });

  it('reach down to nothing where nothing was right', () => {
    show({ 9: 0.1 }, { 9: 30 });
    expect(texts()).toContain('25');
    expectSound();
  });
});

describe('ratings', () => {
  it('have a bar of four parts where enough is known, and say so elsewhere', async () => {
    render(
      <ButtonsChart
        {...shared}
        groups={[
          {
            id: 'young',
            name: 'young',
            aside: '100 answers',
            counts: [10, 0, 60, 30],
            shares: ['10%', '0%', '60%', '30%'],
            thinText: '',
          },
          {
            id: 'mature',
            name: 'mature',
            aside: '3 answers',
            counts: [1, 0, 2, 0],
            shares: undefined,
            thinText: 'Not enough data yet',
          },
        ]}
        ratings={['Again', 'Hard', 'Good', 'Easy']}
        head={['Cards', 'Again', 'Hard', 'Good', 'Easy']}
        rows={[
          ['young', 10, 0, 60, 30],
          ['mature', 1, 0, 2, 0],
        ]}
      />,
    );
    expect(picture().querySelectorAll('.chart__fill')).toHaveLength(3);
    const [again, good] = numbersOf('.chart__fill', 'width');
    expect(good! / again!).toBeCloseTo(6, 0);
    expect(texts()).toEqual(expect.arrayContaining(['10%', 'Good', '60%', 'Easy', '30%']));
    expect(texts()).toContain('Not enough data yet');
    expect(texts()).not.toContain('33%');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('young · Again 10% · 10');
    await userEvent.keyboard('{End}');
    expect(said()).toBe('mature · Not enough data yet');
    expectSound();
  });
});

describe('card counts', () => {
  const PARTS = [
    ['mature', 'deep'],
    ['young', 'full'],
    ['suspended', 'out-hollow'],
  ] as const;
  function show(counts: readonly number[]) {
    render(
      <CardCounts
        {...shared}
        parts={PARTS.map(([id, tone], i) => ({ id, name: id, tone, count: counts[i] ?? 0 }))}
        head={['State', 'Cards']}
        rows={PARTS.map(([id], i) => [id, counts[i] ?? 0])}
      />,
    );
  }

  it('are one bar in parts, each named with its number; nothing has no part', async () => {
    show([3000, 1000, 0]);
    expect(texts()).toEqual(['mature 3,000', 'young 1,000']);
    const [mature, young] = numbersOf('.chart__fill', 'width');
    expect(mature! / young!).toBeCloseTo(3, 0);
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    expect(said()).toBe('suspended · Cards 0');
  });

  it.each([[[0, 0, 0]], [[1, 0, 0]], [[1e6, 0, 1]]])(
    'draw %j soundly and within the paper',
    (counts) => {
      show(counts);
      expectSound();
      const width = Number(picture().getAttribute('width'));
      for (const fill of picture().querySelectorAll('.chart__fill')) {
        const right = Number(fill.getAttribute('x')) + Number(fill.getAttribute('width'));
        expect(right).toBeLessThanOrEqual(width);
      }
    },
  );
});

describe('true retention', () => {
  it('has the share, its interval and its number, or says that there is too little', () => {
    render(
      <RetentionTable
        label="True retention"
        head={['Period', 'Young', 'All']}
        rows={[
          {
            name: 'Today',
            cells: [
              { count: 'n = 12' },
              { count: 'n = 30', share: { percent: '90%', interval: '74–97' } },
            ],
          },
        ]}
        thinText="not enough data yet"
      />,
    );
    const table = screen.getByRole('table', { name: 'True retention' });
    const row = within(table).getByRole('row', { name: /^Today/ });
    expect(within(row).getByRole('rowheader', { name: 'Today' })).toBeInTheDocument();
    const cells = within(row).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'not enough data yet n = 12',
      '90% 74–97 n = 30',
    ]);
  });
});

describe('a figure', () => {
  it('has its definition one tap away', async () => {
    render(
      <FigureSection
        title="Stability"
        definition={{ label: 'What is this?', text: 'Days until recall is 90%.' }}
        finding="Median 12 days."
        room="spread"
      />,
    );
    expect(screen.getByRole('region', { name: 'Stability' })).toBeInTheDocument();
    expect(screen.queryByText('Days until recall is 90%.')).toBeNull();
    const what = screen.getByRole('button', { name: 'What is this? Stability' });
    expect(what).toHaveAttribute('aria-expanded', 'false');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(what).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Days until recall is 90%.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText('Days until recall is 90%.')).toBeNull();
  });
});
