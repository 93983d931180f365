import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button } from '../../src/ui/Button.tsx';
import { List } from '../../src/ui/List.tsx';
import { ListRow } from '../../src/ui/ListRow.tsx';
import { LiveRegion } from '../../src/ui/LiveRegion.tsx';
import { Notice } from '../../src/ui/Notice.tsx';
import { RecallChip, recallStep } from '../../src/ui/RecallChip.tsx';
import { Section } from '../../src/ui/Section.tsx';

describe('a button', () => {
  it('is named by its words, not by its key cap', () => {
    render(
      <Button variant="go" keyHint="空格" keyShortcut="Space">
        开始复习
      </Button>,
    );
    const button = screen.getByRole('button', { name: '开始复习' });
    expect(button).toHaveAttribute('aria-keyshortcuts', 'Space');
  });

  it('that is disabled can be reached but not pressed', async () => {
    const onClick = vi.fn();
    render(
      <Button disabled onClick={onClick}>
        Choose one first
      </Button>,
    );
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Choose one first' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onClick).not.toHaveBeenCalled();
  });

  it('with an address is a link', () => {
    render(<Button href="#/review">Start</Button>);
    expect(screen.getByRole('link', { name: 'Start' })).toHaveAttribute('href', '#/review');
  });
});

describe('words that carry a state', () => {
  it.each([
    [undefined, 0],
    [0, 1],
    [0.594, 1],
    [0.6, 2],
    [0.8, 3],
    [0.9, 4],
    [0.949, 5],
    [0.95, 5],
    [1, 5],
  ])('recall %o stands on step %i', (recall, step) => {
    expect(recallStep(recall)).toBe(step);
  });

  it('a recall chip in a row is heard with its word', () => {
    render(
      <List label="Fading">
        <ListRow href="#/c" lead={<RecallChip recall={0.62} text="62%" name="模糊，62%" />}>
          模型稀疏化
        </ListRow>
      </List>,
    );
    expect(screen.getByRole('list', { name: 'Fading' })).toHaveTextContent('模糊，62%模型稀疏化');
    expect(screen.getByRole('link', { name: '模型稀疏化' })).toBeInTheDocument();
  });

  it('a notice is read out at once', () => {
    render(<Notice title="Not saved">The card is back.</Notice>);
    expect(screen.getByRole('alert')).toHaveTextContent('Not savedThe card is back.');
  });

  it('a section is a region named by its heading', () => {
    render(<Section title="Fading">three</Section>);
    expect(screen.getByRole('region', { name: 'Fading' })).toHaveTextContent('three');
  });

  it('a live region says the same words again when its turn changes', () => {
    const { rerender } = render(<LiveRegion message="Saved" turn={1} />);
    const first = screen.getByText('Saved');
    expect(screen.getByRole('status')).toContainElement(first);
    rerender(<LiveRegion message="Saved" turn={2} />);
    expect(screen.getByText('Saved')).not.toBe(first);
  });
});
