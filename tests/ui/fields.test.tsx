import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Choice } from '../../src/ui/Choice.tsx';
import { NumberField } from '../../src/ui/NumberField.tsx';
import { SearchField } from '../../src/ui/SearchField.tsx';
import { SelectField } from '../../src/ui/SelectField.tsx';
import { Slider } from '../../src/ui/Slider.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { TextField } from '../../src/ui/TextField.tsx';

describe('a number field', () => {
  const show = (value = 8) => {
    const onCommit = vi.fn();
    render(
      <NumberField
        label="New cards a day"
        hint="3 left today"
        value={value}
        min={0}
        max={200}
        unit="cards"
        boundsError="A whole number from 0 to 200."
        onCommit={onCommit}
      />,
    );
    return { onCommit, field: screen.getByRole('spinbutton', { name: 'New cards a day' }) };
  };

  it('hands over a number within bounds when it is left or Enter is pressed', async () => {
    const { onCommit, field } = show();
    expect(field).toHaveAccessibleDescription('3 left today');
    await userEvent.clear(field);
    await userEvent.type(field, '20');
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([[20]]);
  });

  it.each(['201', '-1', '2.5', ''])('refuses %o, says why, and keeps it on show', async (typed) => {
    const { onCommit, field } = show();
    await userEvent.clear(field);
    if (typed !== '') await userEvent.type(field, typed);
    await userEvent.keyboard('{Enter}');
    expect(onCommit).not.toHaveBeenCalled();
    expect(field).toBeInvalid();
    expect(screen.getByRole('alert')).toHaveTextContent('A whole number from 0 to 200.');
    await userEvent.clear(field);
    await userEvent.type(field, '200{Enter}');
    expect(onCommit.mock.calls).toEqual([[200]]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says nothing when nothing was changed', async () => {
    const { onCommit, field } = show();
    await userEvent.click(field);
    await userEvent.tab();
    expect(onCommit).not.toHaveBeenCalled();
  });
});

describe('the other fields', () => {
  it('a switch is on or off', async () => {
    const onChange = vi.fn();
    render(<Switch label="Show intervals" checked={false} onChange={onChange} />);
    const control = screen.getByRole('switch', { name: 'Show intervals', checked: false });
    await userEvent.click(control);
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('a choice is a group of radios', async () => {
    const onChange = vi.fn();
    const options = [
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ] as const;
    render(<Choice label="Theme" options={options} value="light" onChange={onChange} />);
    expect(screen.getByRole('radiogroup', { name: 'Theme' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(onChange).toHaveBeenCalledWith('dark');
  });

  it('a list hands over the value chosen', async () => {
    const onChange = vi.fn();
    const options = [
      { value: '4', label: '04:00' },
      { value: '5', label: '05:00' },
    ] as const;
    render(<SelectField label="Day starts" options={options} value="4" onChange={onChange} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Day starts' }), '05:00');
    expect(onChange).toHaveBeenCalledWith('5');
  });

  it('a slider says what its value means', () => {
    render(
      <Slider
        label="Retention"
        value={90}
        min={70}
        max={97}
        valueText="90 percent"
        onChange={vi.fn()}
      />,
    );
    const slider = screen.getByRole('slider', { name: 'Retention' });
    expect(slider).toHaveAttribute('aria-valuetext', '90 percent');
  });

  it('a text field reads out its error', () => {
    render(<TextField label="Date" type="date" value="" onChange={vi.fn()} error="It is past." />);
    expect(screen.getByLabelText('Date')).toHaveAccessibleDescription('It is past.');
    expect(screen.getByLabelText('Date')).toBeInvalid();
  });

  it('a search field can be cleared and keeps the focus', async () => {
    function Search() {
      const [value, setValue] = useState('');
      return (
        <SearchField
          label="Find a concept"
          placeholder="Find"
          clearLabel="Clear"
          value={value}
          onChange={setValue}
        />
      );
    }
    render(<Search />);
    const field = screen.getByRole('searchbox', { name: 'Find a concept' });
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
    await userEvent.type(field, '泛化');
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
  });
});
