import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConfusionTable } from '../../src/ui/ConfusionTable.tsx';
import { DayTable } from '../../src/ui/DayTable.tsx';

const cells = () =>
  screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));

describe('the table of a plan', () => {
  it('has a row for each day, named by it, and one for all of them', () => {
    render(
      <DayTable
        label="The plan"
        head={{ day: 'Day', cards: 'Reviews', minutes: 'About' }}
        days={[
          { day: 'Today', cards: '12 cards', minutes: '4 min' },
          { day: 'Wed 25', cards: '8 cards', minutes: '3 min' },
        ]}
        total={{ day: 'Total', cards: '20 cards', minutes: '7 min' }}
      />,
    );
    expect(screen.getByRole('table', { name: 'The plan' })).toBeInTheDocument();
    expect(screen.getByRole('rowheader', { name: 'Wed 25' })).toBeInTheDocument();
    expect(cells()).toEqual([
      ['Day', 'Reviews', 'About'],
      ['Today', '12 cards', '4 min'],
      ['Wed 25', '8 cards', '3 min'],
      ['Total', '20 cards', '7 min'],
    ]);
  });
});

describe('the table of confusions', () => {
  it('says what was asked by row, what it was taken for by column, and nothing for never', () => {
    render(
      <ConfusionTable
        label="Asked and taken"
        askedHead="Asked"
        takenHead="Taken for"
        asked={[
          { id: 'talk/peft', name: 'PEFT' },
          { id: 'talk/sparse', name: 'Sparse models' },
        ]}
        taken={[
          { id: 'talk/sparse', name: 'Sparse models' },
          { id: 'talk/peft', name: 'PEFT' },
        ]}
        counts={[
          [3, 0],
          [0, 1],
        ]}
      />,
    );
    expect(cells()).toEqual([
      ['Asked', 'Taken for'],
      ['Sparse models', 'PEFT'],
      ['PEFT', '3', ''],
      ['Sparse models', '', '1'],
    ]);
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['Asked', 'Taken for', 'Sparse models', 'PEFT']);
    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
  });

  it('scrolls within itself, also by keyboard', () => {
    render(
      <ConfusionTable
        label="Asked and taken"
        askedHead="Asked"
        takenHead="Taken for"
        asked={[]}
        taken={[]}
        counts={[]}
      />,
    );
    const region = screen.getByRole('region', { name: 'Asked and taken' });
    expect(region).toHaveAttribute('tabindex', '0');
    expect(within(region).getByRole('table')).toBeInTheDocument();
  });
});
