import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Options } from '../../src/ui/Options.tsx';
import { Sureness } from '../../src/ui/Sureness.tsx';
import type { SurenessProps } from '../../src/ui/Sureness.tsx';

function show(props: Partial<SurenessProps> = {}) {
  const onChoose = vi.fn();
  const onOption = vi.fn();
  render(
    <>
      <Options
        lang="en"
        label="Options"
        options={[
          { value: 0, html: 'Models' },
          { value: -1, html: 'Energy' },
        ]}
        chosen={0}
        onChoose={onOption}
      />
      <Sureness
        label="How sure?"
        options={[
          { value: 'guess', label: 'Guess', keyHint: 'G' },
          { value: 'think', label: 'Think so', keyHint: 'T' },
          { value: 'know', label: 'Know', keyHint: 'K' },
        ]}
        chosen={undefined}
        onChoose={onChoose}
        {...props}
      />
      <input aria-label="answer" />
    </>,
  );
  return { onChoose, onOption };
}

describe('how sure one is', () => {
  it('is a group of radios with their keys, none of which has to be chosen', () => {
    show();
    const group = screen.getByRole('radiogroup', { name: 'How sure?' });
    const radios = within(group).getAllByRole('radio');
    expect(radios.map((radio) => radio.getAttribute('aria-keyshortcuts'))).toEqual(['G', 'T', 'K']);
    for (const radio of radios) expect(radio).not.toBeChecked();
  });

  it('is chosen by a press or a key, and leaves the keys of the options alone', async () => {
    const { onChoose, onOption } = show();
    await userEvent.click(screen.getByRole('radio', { name: 'Think so' }));
    await userEvent.keyboard('kb');
    expect(onChoose.mock.calls).toEqual([['think'], ['know']]);
    expect(onOption.mock.calls).toEqual([[-1]]);
  });

  it('is taken back by choosing it again', async () => {
    const { onChoose } = show({ chosen: 'know' });
    expect(screen.getByRole('radio', { name: 'Know' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Know' }));
    await userEvent.keyboard('k');
    expect(onChoose.mock.calls).toEqual([[undefined], [undefined]]);
  });

  it('hears nothing once it is closed', async () => {
    const { onChoose } = show({ closed: true });
    await userEvent.keyboard('g');
    expect(screen.getByRole('radio', { name: 'Guess' })).toBeDisabled();
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('hears no letters that are typed', async () => {
    const { onChoose } = show();
    await userEvent.type(screen.getByRole('textbox', { name: 'answer' }), 'gtk');
    expect(onChoose).not.toHaveBeenCalled();
  });
});
