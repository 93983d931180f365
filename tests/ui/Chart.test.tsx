import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Chart } from '../../src/ui/Chart.tsx';
import type { ChartProps } from '../../src/ui/Chart.tsx';
import { svgText } from '../../src/ui/svgText.ts';

const data = [0, 1, 2, 3].map((i) => ({ x: 50 * i, y: 0, width: 50, height: 100 }));

function show(props: Partial<ChartProps> = {}) {
  const files = {
    pictureLabel: 'Save as SVG',
    tableLabel: 'Save as CSV',
    savePicture: vi.fn(),
    saveTable: vi.fn(),
  };
  render(
    <Chart
      sentence="Most on Tuesday"
      showTableLabel="Show as table"
      hideTableLabel="Hide the table"
      readLabel="Reviews, one by one"
      files={files}
      head={['Day', 'answers', 'minutes']}
      rows={[
        ['Mon', 3, ''],
        ['Tue', 1284, 2.5],
        ['Wed', 0, 0],
        ['Thu', 1, 1],
      ]}
      draw={() => ({ height: 100, picture: <rect width="10" height="10" />, data })}
      {...props}
    />,
  );
  return files;
}

const said = () => document.querySelector('.chart__said')?.textContent;
const reader = () => screen.getByRole('slider', { name: 'Reviews, one by one' });

afterEach(() => vi.restoreAllMocks());

describe('a chart', () => {
  it('is a picture named by its finding, with its table', async () => {
    show();
    expect(screen.getByRole('img', { name: 'Most on Tuesday' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('table', { name: 'Most on Tuesday' });
    expect(within(table).getByRole('cell', { name: '1,284' })).toBeInTheDocument();
  });

  it('reads its data one by one with the arrow keys, from end to end', async () => {
    show();
    await userEvent.tab();
    expect(reader()).toHaveFocus();
    expect(said()).toBe('');
    expect(reader()).toHaveAttribute('aria-valuetext', 'Mon · answers 3');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('Mon · answers 3');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('Tue · answers 1,284 · minutes 2.5');
    expect(reader()).toHaveAttribute('aria-valuetext', 'Tue · answers 1,284 · minutes 2.5');
    await userEvent.keyboard('{End}');
    expect(said()).toBe('Thu · answers 1 · minutes 1');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('Thu · answers 1 · minutes 1');
    await userEvent.keyboard('{ArrowLeft}');
    expect(said()).toBe('Wed · answers 0 · minutes 0');
    await userEvent.keyboard('{Home}');
    expect(said()).toBe('Mon · answers 3');
    expect(document.querySelector('.chart__read')).toHaveAttribute('x', '0');
    await userEvent.keyboard('{Escape}');
    expect(said()).toBe('');
    expect(document.querySelector('.chart__read')).toBeNull();
  });

  it('lets go of what is read when it is left', async () => {
    show();
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await userEvent.tab();
    expect(said()).toBe('');
  });

  it('reads what is under the pointer, and nothing once it is gone', () => {
    show();
    const place = document.querySelector('.chart__place');
    if (!place) throw new Error('no place');
    fireEvent.pointerMove(place, { pointerType: 'mouse', clientX: 120, clientY: 40 });
    expect(said()).toBe('Wed · answers 0 · minutes 0');
    fireEvent.pointerLeave(place, { pointerType: 'mouse' });
    expect(said()).toBe('');
    fireEvent.pointerUp(place, { pointerType: 'touch', clientX: 60, clientY: 40 });
    expect(said()).toBe('Tue · answers 1,284 · minutes 2.5');
  });

  it('can be taken along: its table with numbers as numbers, its picture with what it says', async () => {
    const { saveTable, savePicture } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
    expect(saveTable.mock.calls[0]?.[0]).toEqual([
      ['Day', 'answers', 'minutes'],
      ['Mon', 3, ''],
      ['Tue', 1284, 2.5],
      ['Wed', 0, 0],
      ['Thu', 1, 1],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Save as SVG' }));
    expect(savePicture).toHaveBeenCalledWith(screen.getByRole('img'), 'Most on Tuesday');
  });

  it('with nothing to read has nothing to focus', () => {
    show({ draw: () => ({ height: 100, picture: null }) });
    expect(screen.queryByRole('slider')).toBeNull();
  });
});

describe('the text of a picture', () => {
  it('stands by itself: a title, its styles within, nothing of what was being read', async () => {
    show();
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    const picture = screen.getByRole('img');
    if (!(picture instanceof SVGSVGElement)) throw new Error('no picture');
    picture.style.setProperty('fill', 'rgb(1, 2, 3)');
    const text = svgText(picture, 'Tom & Jerry <3');
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('title')?.textContent).toBe('Tom & Jerry <3');
    expect(file.documentElement.getAttribute('viewBox')).toMatch(/^-12 -12 \d+ 124$/);
    expect(file.documentElement.getAttribute('fill')).toBe('rgb(1, 2, 3)');
    expect(text).not.toMatch(/class=|data-live|aria-label|href=/);
  });
});
