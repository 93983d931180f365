import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DateSlider } from '../../src/ui/DateSlider.tsx';
import { RecallSteps } from '../../src/ui/RecallSteps.tsx';

describe('the slider of dates', () => {
  it('is a slider that says its date, and tells the stop it is moved to', () => {
    const onChange = vi.fn();
    render(
      <DateSlider
        label="日期"
        stops={21}
        stop={10}
        origin={10}
        valueText="今天，平均83%"
        marks={[
          { stop: 10, label: '今天', is: 'today' },
          { stop: 0, label: '10/16', is: 'end' },
          { stop: 20, label: '2027/11/24', is: 'end' },
          { stop: 11, label: '12/3 读书会', is: 'other' },
          { stop: 15, label: '12/8 沙龙', is: 'other' },
        ]}
        onChange={onChange}
      />,
    );
    const slider = screen.getByRole('slider', { name: '日期' });
    expect(slider).toHaveAttribute('aria-valuetext', '今天，平均83%');
    fireEvent.change(slider, { target: { value: '15' } });
    expect(onChange).toHaveBeenCalledExactlyOnceWith(15);
    // A mark too near another keeps its line and loses its words.
    expect(screen.queryByText('12/3 读书会')).toBeNull();
    expect(screen.getByText('12/8 沙龙')).toBeInTheDocument();
    expect(document.querySelectorAll('.date-slider__mark--other')).toHaveLength(2);
  });
});

describe('the steps of recall', () => {
  it('are legend and filter in one: pressed once for one step, again for all', async () => {
    const onChoose = vi.fn();
    const steps = [
      { step: 2 as const, count: 24, name: '模糊', range: '60–80', fullName: '模糊，60–80%，24个' },
      { step: 0 as const, count: 3, name: '未学', range: '', fullName: '未学，3个' },
    ];
    const { rerender } = render(
      <RecallSteps label="分档" steps={steps} chosen={null} onChoose={onChoose} />,
    );
    const faint = screen.getByRole('button', { name: '模糊，60–80%，24个' });
    expect(faint).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(faint);
    expect(onChoose).toHaveBeenLastCalledWith(2);
    rerender(<RecallSteps label="分档" steps={steps} chosen={2} onChoose={onChoose} />);
    expect(faint).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(faint);
    expect(onChoose).toHaveBeenLastCalledWith(null);
  });
});
