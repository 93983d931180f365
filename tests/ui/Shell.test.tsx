import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/ui/Progress.tsx';
import { Shell } from '../../src/ui/Shell.tsx';
import type { ShellProps } from '../../src/ui/Shell.tsx';

const chrome: Omit<ShellProps, 'children'> = {
  home: { href: '#/', wordmark: '范式', name: '范式，今天' },
  navLabel: '主导航',
  skipLabel: '跳到正文',
  items: [
    { href: '#/', label: '今天', current: true },
    { href: '#/quiz', label: '自测', current: false },
  ],
};

describe('the shell', () => {
  it('has one bar, one navigation that says where we are, and one main part', () => {
    render(<Shell {...chrome}>words</Shell>);
    expect(screen.getByRole('link', { name: '范式，今天' })).toHaveAttribute('href', '#/');
    expect(screen.getByRole('navigation', { name: '主导航' })).toBeInTheDocument();
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('今天');
    expect(screen.getByRole('main')).toHaveTextContent('words');
  });

  it('lets the keyboard skip to the main part without touching the address', async () => {
    const before = location.href;
    render(<Shell {...chrome}>words</Shell>);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: '跳到正文' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
    expect(location.href).toBe(before);
  });

  it('shows only the progress during a review', () => {
    const bar = (
      <Progress
        close={{ label: '结束复习', href: '#/' }}
        done={12}
        of={42}
        text="12 / 42"
        name="第12张，共42张"
      />
    );
    render(
      <Shell {...chrome} bar={bar}>
        words
      </Shell>,
    );
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('link', { name: '结束复习' })).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: '第12张，共42张' })).toBeInTheDocument();
  });

  it('gives every mark on a page its own masks', () => {
    render(
      <>
        <Shell {...chrome}>a</Shell>
        <Shell {...chrome}>b</Shell>
      </>,
    );
    const ids = [...document.querySelectorAll('mask')].map((mask) => mask.id);
    expect(new Set(ids).size).toBe(6);
  });
});
