import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DateTimeFields } from '../../src/ui/DateTimeFields.tsx';

function show(error?: string) {
  const onDate = vi.fn();
  const onTime = vi.fn();
  render(
    <DateTimeFields
      label="When"
      timeName="Time"
      date="2023-04-22"
      time="19:30"
      min="2023-04-20"
      onDate={onDate}
      onTime={onTime}
      error={error}
    />,
  );
  return {
    onDate,
    onTime,
    date: screen.getByLabelText('When'),
    time: screen.getByLabelText('Time'),
  };
}

describe('a date and a time', () => {
  it('are two fields, each handed over as it is changed', () => {
    const { onDate, onTime, date, time } = show();
    expect(date).toHaveAttribute('min', '2023-04-20');
    fireEvent.change(date, { target: { value: '2023-04-25' } });
    fireEvent.change(time, { target: { value: '08:00' } });
    expect(onDate.mock.calls).toEqual([['2023-04-25']]);
    expect(onTime.mock.calls).toEqual([['08:00']]);
  });

  it('both say what is wrong', () => {
    const { date, time } = show('This date is past.');
    expect(screen.getByRole('alert')).toHaveTextContent('This date is past.');
    for (const field of [date, time]) {
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription('This date is past.');
    }
  });
});
