import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BarForecast } from '../../src/ui/BarForecast.tsx';

function show(counts: readonly number[]) {
  render(
    <BarForecast
      days={counts.map((count, place) => ({ label: `day ${place}`, count }))}
      sentence="73 cards over two days"
      showTableLabel="Show as table"
      hideTableLabel="Hide table"
      dayHead="Day"
      countHead="Cards"
    />,
  );
}

describe('the forecast of the coming days', () => {
  it('is a picture named by its finding', () => {
    show([42, 31]);
    expect(screen.getByRole('img', { name: '73 cards over two days' })).toBeInTheDocument();
  });

  it('has a table twin with the same days in the same order', async () => {
    show([42, 31]);
    expect(screen.queryByRole('table')).toBeNull();
    const toggle = screen.getByRole('button', { name: 'Show as table' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    const table = screen.getByRole('table', { name: '73 cards over two days' });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Day', 'Cards'],
      ['day 0', '42'],
      ['day 1', '31'],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Hide table', expanded: true }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('draws bars from zero, in proportion, and nothing for nothing', () => {
    show([40, 20, 0]);
    const heights = [...document.querySelectorAll('rect')].map((bar) =>
      Number.parseFloat(bar.getAttribute('height') ?? ''),
    );
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) / 2);
    expect(heights[2]).toBe(0);
  });
});
