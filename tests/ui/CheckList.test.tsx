import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { CheckList } from '../../src/ui/CheckList.tsx';
import type { CheckNode } from '../../src/ui/CheckList.tsx';

const NODES: readonly CheckNode[] = [
  {
    id: 'talk',
    name: 'The talk',
    parts: [
      {
        id: 'talk/engine',
        name: 'The engine',
        chapter: { place: 1, of: 2 },
        parts: [
          { id: 'talk/peft', name: 'PEFT' },
          { id: 'talk/sparse', name: 'Sparse models' },
        ],
      },
      {
        id: 'talk/paths',
        name: 'Paths',
        chapter: { place: 2, of: 2 },
        parts: [{ id: 'talk/seven', name: 'Seven things' }],
      },
      { id: 'talk/empty', name: 'Nothing asked', parts: [] },
    ],
  },
];

function Scope({ first = [] }: { readonly first?: readonly string[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first));
  return (
    <>
      <CheckList
        label="Scope"
        nodes={NODES}
        chosen={chosen}
        onChange={setChosen}
        countText={(count, of) => `${count} / ${of}`}
        unfoldName={(name) => `Concepts of ${name}`}
      />
      <output>{[...chosen].join(' ')}</output>
    </>
  );
}

const box = (name: string) => screen.getByRole('checkbox', { name });
const chosen = () => screen.getByRole('status').textContent;

describe('a scope to choose', () => {
  it('shows the decks and their chapters, with how much of each is chosen', () => {
    render(<Scope first={['talk/peft', 'talk/seven']} />);
    expect(screen.getByRole('list', { name: 'Scope' })).toBeInTheDocument();
    expect(box('The talk 2 / 3')).toBePartiallyChecked();
    expect(box('The engine 1 / 2')).toBePartiallyChecked();
    expect(box('Paths 1 / 1')).toBeChecked();
    expect(screen.queryByRole('checkbox', { name: 'PEFT' })).toBeNull();
  });

  it('shows the concepts of a chapter when asked to, by keyboard too', async () => {
    render(<Scope first={['talk/peft']} />);
    const unfold = screen.getByRole('button', { name: 'Concepts of The engine', expanded: false });
    unfold.focus();
    await userEvent.keyboard('{Enter}');
    expect(unfold).toHaveAttribute('aria-expanded', 'true');
    expect(box('PEFT')).toBeChecked();
    expect(box('Sparse models')).not.toBeChecked();
    await userEvent.click(unfold);
    expect(screen.queryByRole('checkbox', { name: 'PEFT' })).toBeNull();
  });

  it('chooses all of a part with it, and takes all of it back', async () => {
    render(<Scope first={['talk/seven']} />);
    await userEvent.click(box('The engine 0 / 2'));
    expect(chosen()).toBe('talk/seven talk/peft talk/sparse');
    expect(box('The talk 3 / 3')).toBeChecked();
    await userEvent.click(box('The talk 3 / 3'));
    expect(chosen()).toBe('');
  });

  it('chooses the rest where some was chosen', async () => {
    render(<Scope first={['talk/sparse']} />);
    await userEvent.click(box('The engine 1 / 2'));
    expect(chosen()).toBe('talk/sparse talk/peft');
  });

  it('chooses single concepts', async () => {
    render(<Scope />);
    await userEvent.click(screen.getByRole('button', { name: 'Concepts of The engine' }));
    await userEvent.click(box('PEFT'));
    expect(chosen()).toBe('talk/peft');
    expect(box('The engine 1 / 2')).toBePartiallyChecked();
  });

  it('does not offer what has nothing in it', () => {
    render(<Scope />);
    expect(box('Nothing asked 0 / 0')).toBeDisabled();
    expect(box('Nothing asked 0 / 0')).not.toBeChecked();
    expect(screen.queryByRole('button', { name: 'Concepts of Nothing asked' })).toBeNull();
  });
});
