import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TalkMap, type TalkMapProps } from '../../src/ui/TalkMap.tsx';
import { layPaper } from './paper.ts';

const concept = (id: string, recall?: number, isAway = false) => ({
  id,
  recall,
  isAway,
  name: `${id}, ${recall === undefined ? 'New' : `${Math.round(recall * 100)}%`}`,
});

const SENTENCE = 'Map of 3 chapters and 4 concepts.';

function show(props: Partial<TalkMapProps> = {}) {
  const onSelect = vi.fn();
  const onOpen = vi.fn();
  render(
    <TalkMap
      sentence={SENTENCE}
      showTableLabel="Show as table"
      hideTableLabel="Hide"
      head={['Concept', 'Recall']}
      rows={[['a', '96%']]}
      chapters={[
        { id: 'one', name: '新拐点', concepts: [concept('a', 0.96), concept('b', 0.62)] },
        { id: 'empty', name: '空', concepts: [] },
        { id: 'two', name: '缔造者', concepts: [concept('c'), concept('d', 0.85, true)] },
      ]}
      spans={[
        { from: 100, to: 400, recall: 0.79, chapters: [0] },
        { from: 400, to: 1000, recall: undefined, chapters: [1, 2] },
      ]}
      ticks={[{ at: 600, label: '0:10' }]}
      isUpright
      selected="a"
      needs={['b']}
      near={['c']}
      keysLabel="Concepts on the map"
      onSelect={onSelect}
      onOpen={onOpen}
      {...props}
    />,
  );
  return { onSelect, onOpen, picture: screen.getByRole('img', { name: SENTENCE }) };
}

const stepsOf = (picture: Element, kind: 'circle' | 'rect') =>
  [...picture.querySelectorAll(`${kind}.talk-map__dot`)].map(
    (dot) => /talk-map__dot--(\d)/.exec(dot.getAttribute('class') ?? '')?.[1],
  );

afterEach(() => vi.restoreAllMocks());

describe('the map of the talk', () => {
  it('draws a dot for each concept, as dark as it is known, in columns from the bottom up', () => {
    const { picture } = show();
    expect(stepsOf(picture, 'circle')).toEqual(['5', '2', '0', '3']);
    const [a, b, c] = [...picture.querySelectorAll('circle.talk-map__dot')];
    const place = (dot: Element | undefined, axis: string) => Number(dot?.getAttribute(axis));
    expect(place(a, 'cx')).toBe(place(b, 'cx'));
    expect(place(b, 'cy')).toBeLessThan(place(a, 'cy'));
    expect(place(c, 'cx')).toBeGreaterThan(place(a, 'cx'));
  });

  it('shades the strip of minutes, as long as they are', () => {
    const { picture } = show();
    expect(stepsOf(picture, 'rect')).toEqual(['2', '0']);
    const [first = 0, second = 0] = [...picture.querySelectorAll('rect.talk-map__dot')].map((one) =>
      Number(one.getAttribute('width')),
    );
    expect(second / first).toBeCloseTo(2, 1);
    expect(within(picture).getByText('0:10')).toBeInTheDocument();
  });

  it('rings the selected one and its neighbours, with an arc across columns only', () => {
    const { picture } = show();
    // Two for the selected, one for each neighbour.
    expect(picture.querySelectorAll('.talk-map__ring')).toHaveLength(4);
    expect(picture.querySelectorAll('.talk-map__arc')).toHaveLength(1);
    expect(picture.querySelector('.talk-map__arc--near')).not.toBeNull();
  });

  it('keeps the place of what a filter leaves out', () => {
    const { picture } = show();
    expect(picture.querySelectorAll('.talk-map__dot--away')).toHaveLength(1);
  });

  it('is walked through by arrows: up and down a column, across to the next that has a dot', () => {
    const keys = () => screen.getByRole('combobox', { name: 'Concepts on the map' });
    const { onSelect, onOpen } = show({ selected: 'b', needs: ['a'], near: ['a'] });
    const press = (key: string) => fireEvent.keyDown(keys(), { key });
    press('ArrowDown');
    expect(onSelect).toHaveBeenLastCalledWith('a');
    press('ArrowRight');
    expect(onSelect).toHaveBeenLastCalledWith('d');
    press('Home');
    expect(onSelect).toHaveBeenLastCalledWith('a');
    press('End');
    expect(onSelect).toHaveBeenLastCalledWith('d');
    const calls = onSelect.mock.calls.length;
    press('ArrowUp');
    press('ArrowLeft');
    expect(onSelect).toHaveBeenCalledTimes(calls);
    press('Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('names every dot to those who do not see it', () => {
    show();
    const keys = screen.getByRole('combobox', { name: 'Concepts on the map' });
    expect(
      within(keys)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['a, 96%', 'b, 62%', 'c, New', 'd, 85%']);
    expect(keys).toHaveValue('a');
  });

  it('selects the dot that is pressed, and those dragged over', () => {
    const { picture, onSelect } = show();
    const under = picture.querySelector('[data-concept=c]');
    document.elementFromPoint = vi.fn(() => under);
    fireEvent.pointerDown(picture, { clientX: 1, clientY: 1 });
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('c');
    fireEvent.pointerMove(picture, { clientX: 1, clientY: 1, buttons: 0 });
    expect(onSelect).toHaveBeenCalledOnce();
    fireEvent.pointerMove(picture, { clientX: 1, clientY: 1, buttons: 1 });
    expect(onSelect).toHaveBeenCalledTimes(2);
  });

  it('names its chapters where a column is wide enough, and has a table twin', async () => {
    layPaper(600, 16);
    const { picture } = show();
    expect(within(picture).getByText('缔造者')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('table', { name: SENTENCE })).toBeInTheDocument();
  });

  it('leaves names out where columns are narrow', () => {
    layPaper(60, 16);
    expect(within(show().picture).queryByText('缔造者')).toBeNull();
  });

  it('has no strip for a source without minutes, and no number that is none', () => {
    const { picture } = show({ spans: [], ticks: [], selected: null, needs: [], near: [] });
    expect(picture.querySelectorAll('.talk-map__lead')).toHaveLength(0);
    expect(picture.innerHTML).not.toContain('NaN');
  });
});
