/** Rescheduling: shown before it is done, and never into the past. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/domain/memory.ts';
import { effectOf, plannedMoves } from '../../src/domain/reschedule.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { aCatalogue, aReviewState, aState, check, LONG } from '../builders.ts';

const model = createModel();
const catalogue = aCatalogue(['talk/a', 'talk/b', 'talk/c']);
const TODAY = 1000;
const plan = (states: Parameters<typeof plannedMoves>[0], desired: number) =>
  plannedMoves(states, TODAY, { ...DEFAULT_SETTINGS, desiredRetention: desired }, model, catalogue);

describe('a higher desired retention', () => {
  it('brings reviews earlier, a lower one later', () => {
    const far = aReviewState('talk/a', TODAY + 50, {
      memory: { stability: 60, difficulty: 5 },
      memoryDay: TODAY - 10,
    });
    const [higher] = plan([far], 0.95);
    const [lower] = plan([far], 0.8);
    expect(higher?.to).toBeLessThan(far.dueDay ?? 0);
    expect(lower?.to).toBeGreaterThan(far.dueDay ?? 0);
  });

  it('leaves alone what is new, learning, gone from the decks, or overdue either way', () => {
    const states = [
      aState({ card: 'talk/a' }),
      aState({ card: 'talk/b', phase: 'learning', dueAt: 1 }),
      aReviewState('talk/gone', TODAY + 50),
      aReviewState('talk/c', TODAY - 400, { memoryDay: TODAY - 500 }),
    ];
    expect(plan(states, 0.95)).toEqual([]);
  });
});

describe('a move', () => {
  const scene = fc.record({
    stability: fc.double({ min: 0.5, max: 3000, noNaN: true }),
    ago: fc.integer({ min: 0, max: 600 }),
    due: fc.integer({ min: -300, max: 600 }),
    desired: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    reps: fc.nat(30),
  });

  it(
    'is never into the past, and its terms multiply back to its day',
    () => {
      fc.assert(
        fc.property(scene, ({ stability, ago, due, desired, reps }) => {
          const state = aReviewState('talk/a', TODAY + due, {
            memory: { stability, difficulty: 5 },
            memoryDay: TODAY - ago,
            reps,
          });
          for (const { from, to, grant } of plan([state], desired)) {
            expect(from).toBe(state.dueDay);
            expect(to).not.toBe(from);
            expect(to).toBeGreaterThanOrEqual(TODAY);
            if (!grant.terms) throw new Error('A computed day has its terms');
            const { stability: after, days, low, high, raw } = grant.terms;
            expect(grant.dueDay).toBe(to);
            expect(to).toBe(TODAY + days);
            expect(low <= days && days <= high).toBe(true);
            expect(grant.terms.desired).toBe(desired);
            const interval = model.interval(after, desired);
            expect(Math.abs(raw - interval)).toBeLessThanOrEqual(Math.max(1e-4 * interval, 5.1e-5));
            if (to > TODAY) expect(Math.abs(to - (TODAY - ago) - raw)).toBeLessThan(2 + 0.15 * raw);
          }
        }),
        check,
      );
    },
    LONG,
  );
});

describe('the effect', () => {
  it('counts what comes earlier and later, and the change of today', () => {
    const grant = { phase: 'review', step: 0 } as const;
    const move = (from: number, to: number) => ({ card: 'talk/a', from, to, grant });
    const moves = [move(1010, 1000), move(1010, 1005), move(990, 1004), move(1001, 1009)];
    expect(effectOf(moves, TODAY)).toEqual({ earlier: 2, later: 2, today: 0 });
    expect(effectOf(moves.slice(0, 1), TODAY)).toEqual({ earlier: 1, later: 0, today: 1 });
  });
});
