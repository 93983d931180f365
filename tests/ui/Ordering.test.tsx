import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Ordering } from '../../src/ui/Ordering.tsx';
import type { OrderingProps } from '../../src/ui/Ordering.tsx';

const WORDS: Readonly<Record<string, string>> = {
  a: 'Information',
  b: 'Models',
  c: '<b>Action</b>',
  d: 'Feedback',
};
const ROW = 60;

function List({ checked }: Pick<OrderingProps, 'checked'>) {
  const [ids, setIds] = useState<readonly string[]>(['a', 'b', 'c', 'd']);
  return (
    <Ordering
      lang="en"
      label="Steps"
      hint="Drag, or use the arrows."
      items={ids.map((id) => ({ id, html: WORDS[id] ?? '' }))}
      onOrder={setIds}
      upName={(place) => `Move ${place} up`}
      downName={(place) => `Move ${place} down`}
      movedWords={(place, of) => `Now ${place} of ${of}`}
      checked={checked}
    />
  );
}

const list = () => screen.getByRole('list', { name: 'Steps' });
const rows = () => within(list()).getAllByRole('listitem');
const order = () => rows().map((row) => (row.textContent ?? '').replace(/^\d/, ''));
const button = (name: string) => screen.getByRole('button', { name });

/** Every row is as high as `ROW`, one below the other. */
function layOut() {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const place = [...(this.parentElement?.children ?? [])].indexOf(this);
    return new DOMRect(0, place * ROW, 300, ROW);
  });
}

afterEach(() => vi.restoreAllMocks());

describe('items to put in order', () => {
  it('are a list that says how it is done, with two buttons each that say what they move', () => {
    render(<List checked={undefined} />);
    expect(list()).toHaveAccessibleDescription('Drag, or use the arrows.');
    expect(order()).toEqual(['Information', 'Models', 'Action', 'Feedback']);
    expect(button('Move 3 up')).toHaveAccessibleDescription('Action');
  });

  it('move by a press, keep the focus, and say where they are', async () => {
    render(<List checked={undefined} />);
    await userEvent.click(button('Move 1 down'));
    expect(order()).toEqual(['Models', 'Information', 'Action', 'Feedback']);
    expect(button('Move 2 down')).toHaveFocus();
    expect(button('Move 2 down')).toHaveAccessibleDescription('Information');
    expect(screen.getByRole('status')).toHaveTextContent('Now 2 of 4');
  });

  it('move by the arrow keys as far as there is room', async () => {
    render(<List checked={undefined} />);
    button('Move 3 up').focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(order()).toEqual(['Action', 'Information', 'Models', 'Feedback']);
    expect(button('Move 1 up')).toHaveFocus();
    expect(button('Move 1 up')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}');
    expect(order()).toEqual(['Information', 'Action', 'Models', 'Feedback']);
  });

  it('go where they are dragged by a mouse, also to the ends', () => {
    layOut();
    render(<List checked={undefined} />);
    const mouse = { pointerType: 'mouse', pointerId: 1, button: 0 };
    fireEvent.pointerDown(screen.getByText('Information'), { ...mouse, clientY: 30 });
    fireEvent.pointerMove(list(), { ...mouse, clientY: 80 });
    expect(order()).toEqual(['Information', 'Models', 'Action', 'Feedback']);
    fireEvent.pointerMove(list(), { ...mouse, clientY: 140 });
    expect(order()).toEqual(['Models', 'Information', 'Action', 'Feedback']);
    fireEvent.pointerMove(list(), { ...mouse, clientY: 500 });
    expect(order()).toEqual(['Models', 'Action', 'Feedback', 'Information']);
    fireEvent.lostPointerCapture(list(), mouse);
    fireEvent.pointerMove(list(), { ...mouse, clientY: 0 });
    expect(order()).toEqual(['Models', 'Action', 'Feedback', 'Information']);
  });

  it('are dragged by a finger on the number only, so that the words still scroll', () => {
    layOut();
    render(<List checked={undefined} />);
    const finger = { pointerType: 'touch', pointerId: 2, button: 0 };
    fireEvent.pointerDown(screen.getByText('Information'), { ...finger, clientY: 30 });
    fireEvent.pointerMove(list(), { ...finger, clientY: 500 });
    expect(order()).toEqual(['Information', 'Models', 'Action', 'Feedback']);
    fireEvent.pointerDown(screen.getByText('1'), { ...finger, clientY: 30 });
    fireEvent.pointerMove(list(), { ...finger, clientY: 500 });
    expect(order()).toEqual(['Models', 'Action', 'Feedback', 'Information']);
  });

  it('say once checked which stand right and where the others belong, and move no more', () => {
    layOut();
    render(
      <List
        checked={{
          right: ['b', 'a', 'c', 'd'],
          rightWords: 'Right',
          wrongWords: (place) => `Belongs at ${place}`,
        }}
      />,
    );
    expect(order()).toEqual([
      'InformationBelongs at 2',
      'ModelsBelongs at 1',
      'ActionRight',
      'FeedbackRight',
    ]);
    expect(screen.queryByRole('button')).toBeNull();
    const mouse = { pointerType: 'mouse', pointerId: 1, button: 0 };
    fireEvent.pointerDown(screen.getByText('Information'), { ...mouse, clientY: 30 });
    fireEvent.pointerMove(list(), { ...mouse, clientY: 500 });
    expect(order()[0]).toBe('InformationBelongs at 2');
  });
});
