/** The interval of a share, against published values. */
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/domain/wilson.ts';

describe('the Wilson interval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i among %i is that of Newcombe 1998, table I, method 3', (right, asked, low, high) => {
    const interval = wilson(right, asked);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('says nothing without a trial, and is the same seen from the other side', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    for (let right = 0; right <= 12; right++) {
      const { low, high } = wilson(right, 12);
      const other = wilson(12 - right, 12);
      expect(low).toBeCloseTo(1 - other.high, 12);
      expect(low).toBeLessThanOrEqual(right / 12);
      expect(high).toBeGreaterThanOrEqual(right / 12);
    }
    expect(wilson(12, 12).high).toBe(1);
    expect(wilson(0, 12).low).toBe(0);
  });
});
