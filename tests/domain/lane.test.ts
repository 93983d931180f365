/** A plan's lane: what is left of a day's plan. */
import { describe, expect, it } from 'vitest';
import { laneQueue } from '../../src/domain/lane.ts';
import { aCatalogue, aReviewState, aState, HOUR } from '../builders.ts';

const CATALOGUE = aCatalogue(['talk/a', 'talk/b', 'talk/c/one', 'talk/c/two', 'talk/d']);
const ALL = ['talk/a', 'talk/b', 'talk/c/one', 'talk/c/two', 'talk/d'];
const TODAY = 100;
const END = 24 * HOUR;

const laneOf = (planned: readonly string[], ...states: ReturnType<typeof aState>[]) =>
  laneQueue(planned, new Map(states.map((state) => [state.card, state])), TODAY, END, CATALOGUE);

describe('a lane', () => {
  it('holds planned cards before they are due, siblings too, and knows the new ones', () => {
    const queue = laneOf(ALL, aReviewState('talk/a', 120), aReviewState('talk/c/one', 130));
    expect(queue.main.toSorted()).toEqual(ALL);
    expect([...queue.fresh].toSorted()).toEqual(['talk/b', 'talk/c/two', 'talk/d']);
    expect(queue.learning).toEqual([]);
  });

  it('drops what was done today, in whichever lane it was done', () => {
    const done = aReviewState('talk/a', 140, { memoryDay: TODAY });
    expect(laneOf(['talk/a', 'talk/b'], done).main).toEqual(['talk/b']);
  });

  it('keeps a failed card while its steps of today last', () => {
    const failed = aState({ card: 'talk/a', phase: 'relearning', dueAt: 5 * HOUR });
    const tomorrow = aState({ card: 'talk/b', phase: 'relearning', dueAt: END + 1 });
    expect(laneOf(['talk/a', 'talk/b'], failed, tomorrow)).toMatchObject({
      learning: [{ card: 'talk/a', dueAt: 5 * HOUR }],
      main: [],
    });
  });

  it('leaves out suspended cards, cards put off, and cards no deck knows', () => {
    const suspended = aReviewState('talk/a', 120, { suspended: true });
    const buried = aReviewState('talk/b', 120, { buriedUntil: TODAY + 1 });
    const back = aReviewState('talk/d', 120, { buriedUntil: TODAY });
    expect(laneOf(['talk/a', 'talk/b', 'talk/d', 'gone/x'], suspended, buried, back).main).toEqual([
      'talk/d',
    ]);
  });
});
