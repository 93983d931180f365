import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Options } from '../../src/ui/Options.tsx';
import type { OptionsProps } from '../../src/ui/Options.tsx';

const shuffled = [
  { value: 2, html: 'Energy' },
  { value: 0, html: 'Models' },
  { value: 1, html: 'Information' },
];

function show(props: Partial<OptionsProps> = {}) {
  const onChoose = vi.fn();
  render(
    <>
      <Options
        lang="en"
        label="Options"
        options={shuffled}
        chosen={undefined}
        onChoose={onChoose}
        {...props}
      />
      <input aria-label="note" />
    </>,
  );
  return onChoose;
}

describe('the options of a choice card', () => {
  it('are radios in the order shown, each with its letter as its key', () => {
    show();
    const group = screen.getByRole('radiogroup', { name: 'Options' });
    const radios = within(group).getAllByRole('radio');
    expect(radios.map((radio) => radio.getAttribute('aria-keyshortcuts'))).toEqual(['A', 'B', 'C']);
    expect(screen.getByRole('radio', { name: 'Models' })).toBe(radios[1]);
  });

  it('are chosen by letter, whatever has the focus, and named by their number in the deck', async () => {
    const onChoose = show();
    await userEvent.keyboard('b');
    await userEvent.keyboard('A');
    await userEvent.keyboard('d');
    expect(onChoose.mock.calls).toEqual([[0], [2]]);
  });

  it('leave letters alone that are typed or meant for the browser', async () => {
    const onChoose = show();
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.type(screen.getByRole('textbox', { name: 'note' }), 'abc');
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('say in words what was right and what was chosen, and take no more', async () => {
    const onChoose = show({
      chosen: 2,
      checked: { right: 0, rightWords: 'Right', wrongWords: 'Your answer' },
    });
    expect(screen.getByRole('radio', { name: 'Models Right' })).not.toBeChecked();
    expect(screen.getByRole('radio', { name: 'Energy Your answer' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Information' })).toBeDisabled();
    await userEvent.keyboard('b');
    expect(onChoose).not.toHaveBeenCalled();
  });
});
