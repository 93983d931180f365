import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { RadioList } from '../../src/ui/RadioList.tsx';

it('names each way, says what choosing it means, and shows what belongs to the one chosen', async () => {
  const onChange = vi.fn();
  const { rerender } = render(<List value="one" onChange={onChange} />);
  const group = screen.getByRole('radiogroup', { name: 'How' });
  expect(group).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Two' })).toHaveAccessibleDescription('As two.');
  expect(screen.getByText('Inside one')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Two' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('two');
  rerender(<List value="two" onChange={onChange} />);
  expect(screen.getByRole('radio', { name: 'Two' })).toBeChecked();
  expect(screen.queryByText('Inside one')).toBeNull();
});

function List(props: { value: 'one' | 'two'; onChange: (value: 'one' | 'two') => void }) {
  return (
    <RadioList
      label="How"
      {...props}
      options={[
        { value: 'one', label: 'One', inside: 'Inside one' },
        { value: 'two', label: 'Two', note: 'As two.' },
      ]}
    />
  );
}
