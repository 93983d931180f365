import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { List } from '../../src/ui/List.tsx';
import { ShareRow } from '../../src/ui/ShareRow.tsx';

function show(doubt?: string) {
  render(
    <List label="By concept">
      <ShareRow
        name="PEFT"
        href="#/concept/peft"
        count="3 of 4"
        doubt={doubt}
        bar={{ share: 0.75, low: 0.3, high: 0.95, name: '3 of 4 right; 30 to 95% likely' }}
      />
    </List>,
  );
}

describe('what was answered right of a concept', () => {
  it('leads to the concept and says how many of how many', () => {
    show();
    expect(screen.getByRole('link', { name: 'PEFT' })).toHaveAttribute('href', '#/concept/peft');
    expect(screen.getByRole('listitem')).toHaveTextContent('3 of 4');
    expect(screen.queryByText('few answers')).toBeNull();
  });

  it('draws the share and its interval on one scale', () => {
    show();
    const picture = screen.getByRole('img', { name: '3 of 4 right; 30 to 95% likely' });
    expect(picture.querySelector('circle')).toHaveAttribute('cx', '75%');
    const whisker = picture.querySelector('.interval-bar__whisker');
    expect([whisker?.getAttribute('x1'), whisker?.getAttribute('x2')]).toEqual(['30%', '95%']);
  });

  it('says when there are few answers', () => {
    show('few answers');
    expect(screen.getByText('few answers')).toBeInTheDocument();
  });
});
