import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RatingBar } from '../../src/ui/RatingBar.tsx';

const choices = [
  {
    rating: 'again',
    label: '忘了',
    interval: '10 分钟',
    name: '忘了，10 分钟后再见',
    keyHint: '1',
  },
  { rating: 'hard', label: '吃力', interval: '15 天', name: '吃力，15 天后再见', keyHint: '2' },
  { rating: 'good', label: '记得', interval: '28 天', name: '记得，28 天后再见', keyHint: '3' },
  { rating: 'easy', label: '轻松', interval: '47 天', name: '轻松，47 天后再见', keyHint: '4' },
] as const;

describe('the rating bar', () => {
  it('names each button by rating and interval, in order', () => {
    render(<RatingBar label="记得怎样" choices={choices} onRate={vi.fn()} />);
    expect(screen.getByRole('group', { name: '记得怎样' })).toBeInTheDocument();
    expect(
      screen.getAllByRole('button').map((button) => button.getAttribute('aria-label')),
    ).toEqual([
      '忘了，10 分钟后再见',
      '吃力，15 天后再见',
      '记得，28 天后再见',
      '轻松，47 天后再见',
    ]);
  });

  it('tells which rating was pressed', async () => {
    const onRate = vi.fn();
    render(<RatingBar label="记得怎样" choices={choices} onRate={onRate} />);
    await userEvent.click(screen.getByRole('button', { name: '记得，28 天后再见' }));
    expect(onRate.mock.calls).toEqual([['good']]);
  });

  it('takes nothing while an answer is being written, and keeps the focus', async () => {
    const onRate = vi.fn();
    const bar = (disabled: boolean) => (
      <RatingBar label="记得怎样" choices={choices} onRate={onRate} disabled={disabled} />
    );
    const { rerender } = render(bar(false));
    const good = screen.getByRole('button', { name: '记得，28 天后再见' });
    good.focus();
    rerender(bar(true));
    await userEvent.click(good);
    await userEvent.keyboard('{Enter}');
    expect(onRate).not.toHaveBeenCalled();
    expect(good).toHaveFocus();
    expect(good).toHaveAttribute('aria-disabled', 'true');
  });
});
