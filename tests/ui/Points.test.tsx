import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Points } from '../../src/ui/Points.tsx';

function show(made: readonly number[], closed = false) {
  const onChange = vi.fn();
  render(
    <Points
      lang="en"
      label="A good answer says"
      points={['Three kinds of models', 'What can be <b>replaced</b>', 'A counter-example']}
      made={made}
      onChange={onChange}
      count={`${made.length} of 3 points`}
      closed={closed}
    />,
  );
  return onChange;
}

describe('the points of a good answer', () => {
  it('are boxes to tick, described by how many are', () => {
    show([2]);
    const group = screen.getByRole('group', { name: 'A good answer says' });
    expect(group).toHaveAccessibleDescription('1 of 3 points');
    expect(screen.getByRole('checkbox', { name: 'What can be replaced' })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'A counter-example' })).toBeChecked();
  });

  it('are handed over by place, in their order, whatever the order of ticking', async () => {
    const onChange = show([2]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Three kinds of models' }));
    await userEvent.tab();
    await userEvent.keyboard('{Tab} ');
    expect(onChange.mock.calls).toEqual([[[0, 2]], [[]]]);
  });

  it('can be closed', async () => {
    const onChange = show([2], true);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Three kinds of models' }));
    expect(onChange).not.toHaveBeenCalled();
  });
});
