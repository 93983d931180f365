import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacedLabels, ticksTo } from '../../src/ui/axis.ts';

describe('the numbers of an axis', () => {
  it.each([
    [0, 4, true, [0, 1]],
    [1, 4, true, [0, 1]],
    [3, 4, true, [0, 1, 2, 3]],
    [7, 4, true, [0, 2, 4, 6, 8]],
    [166, 4, true, [0, 50, 100, 150, 200]],
    [0.3, 4, false, [0, 0.1, 0.2, 0.3]],
    [2_500_000, 4, true, [0, 1_000_000, 2_000_000, 3_000_000]],
    [Number.NaN, 4, true, [0, 1]],
    [Infinity, 4, true, [0, 1]],
  ])('up to %d in at most %d steps', (most, steps, isWhole, ticks) => {
    expect(ticksTo(most, steps, isWhole)).toEqual(ticks);
  });

  it('start at nothing, reach what is shown, are few, even and nice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (most, steps, isWhole) => {
          const ticks = ticksTo(most, steps, isWhole);
          expect(ticks[0]).toBe(0);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-6));
          expect(ticks.length).toBeLessThanOrEqual(steps + 2);
          const step = ticks[1] ?? 0;
          expect(step.toExponential()[0]).toMatch(/[125]/);
          if (isWhole) expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
        },
      ),
    );
  });
});

describe('labels that stand beside each other', () => {
  const width = (label: string) => 10 * label.length;

  it('are all there where there is room', () => {
    expect(spacedLabels(['a', 'b', 'c'], width, 20, 5)).toEqual([0, 1, 2]);
  });

  it('are left out at even distances, the last never', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 80 }),
        fc.double({ min: 1, max: 90, noNaN: true }),
        (labels, pitch) => {
          const places = spacedLabels(labels, width, pitch, 4);
          expect(places.at(-1)).toBe(labels.length - 1);
          const widest = Math.max(...labels.map(width));
          const steps = new Set(places.slice(1).map((place, i) => place - (places[i] ?? 0)));
          expect(steps.size).toBeLessThanOrEqual(1);
          for (const step of steps) expect(step * pitch).toBeGreaterThanOrEqual(widest);
        },
      ),
    );
  });
});
