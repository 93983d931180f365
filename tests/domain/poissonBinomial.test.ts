import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonBinomial, quantiles } from '../../src/domain/poissonBinomial.ts';
import { check, LONG } from '../builders.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Probability of each number of successes, by going through every way the trials can turn out. */
function enumerated(probabilities: readonly number[]): number[] {
  const mass = Array.from({ length: probabilities.length + 1 }, () => 0);
  for (let way = 0; way < 2 ** probabilities.length; way++) {
    const succeeds = probabilities.map((_, trial) => Math.floor(way / 2 ** trial) % 2 === 1);
    const count = succeeds.filter(Boolean).length;
    const chance = probabilities.reduce((all, p, trial) => all * (succeeds[trial] ? p : 1 - p), 1);
    mass[count] = (mass[count] ?? 0) + chance;
  }
  return mass;
}

/** ln(n!), by adding up. */
const logFactorial = (n: number) => sum(Array.from({ length: n }, (_, i) => Math.log(i + 1)));

function binomial(trials: number, p: number, count: number): number {
  const ways = logFactorial(trials) - logFactorial(count) - logFactorial(trials - count);
  return Math.exp(ways + count * Math.log(p) + (trials - count) * Math.log(1 - p));
}

describe('the number of successes', () => {
  it('is distributed as going through every outcome says', { timeout: LONG }, () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 7 }), (probabilities) => {
        const mass = poissonBinomial(probabilities);
        for (const [count, expected] of enumerated(probabilities).entries()) {
          expect(mass[count]).toBeCloseTo(expected, 12);
        }
        expect(mass).toHaveLength(probabilities.length + 1);
      }),
      check,
    );
  });

  it.each([
    [10, 0.3],
    [200, 0.9],
    [1000, 0.5],
    [1000, 0.97],
    [1000, 0.001],
  ])('is binomial where %i trials are alike (%f)', (trials, p) => {
    const mass = poissonBinomial(Array.from({ length: trials }, () => p));
    for (const [count, chance] of mass.entries()) {
      const expected = binomial(trials, p, count);
      expect(Math.abs(chance - expected)).toBeLessThan(1e-9 * expected + 1e-15);
    }
  });

  it('has its mean and variance, whatever a thousand trials are', { timeout: LONG }, () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 1000, size: 'max' }), (probabilities) => {
        const mass = poissonBinomial(probabilities);
        const mean = sum(mass.map((chance, count) => chance * count));
        const variance = sum(mass.map((chance, count) => chance * (count - mean) ** 2));
        expect(mass.every((chance) => chance >= 0)).toBe(true);
        expect(sum(mass)).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo(sum(probabilities), 8);
        expect(variance).toBeCloseTo(sum(probabilities.map((p) => p * (1 - p))), 6);
      }),
      { ...check, numRuns: Math.min(check.numRuns, 200) },
    );
  });
});

describe('its quantiles', () => {
  it('are the least counts that are not exceeded with that probability', { timeout: LONG }, () => {
    fc.assert(
      fc.property(
        fc.array(probability, { maxLength: 60 }),
        fc.tuple(probability, probability).map((pair) => pair.toSorted((a, b) => a - b)),
        (probabilities, [low = 0, high = 1]) => {
          const mass = poissonBinomial(probabilities);
          const notExceeded = (count: number) => sum(mass.slice(0, count + 1));
          const found = quantiles(probabilities, low, high);
          for (const [share, count] of [
            [low, found.low],
            [high, found.high],
          ] as const) {
            expect(notExceeded(count)).toBeGreaterThan(share - 1e-9);
            if (count > 0) expect(notExceeded(count - 1)).toBeLessThan(share);
          }
          expect(found.low).toBeLessThanOrEqual(found.high);
        },
      ),
      check,
    );
  });

  it('are what is certain where nothing is in doubt', () => {
    expect(quantiles([1, 1, 0, 1], 0.1, 0.9)).toEqual({ low: 3, high: 3 });
    expect(quantiles([], 0.1, 0.9)).toEqual({ low: 0, high: 0 });
  });

  it('take a share as met that only rounding keeps from it: 1 − 0.9 is a tenth', () => {
    expect(quantiles([0.9], 0.1, 0.9)).toEqual({ low: 0, high: 1 });
  });

  it('are known for ten cards at 0.9: 8 to 10 of them', () => {
    const ten = Array.from({ length: 10 }, () => 0.9);
    expect(quantiles(ten, 0.1, 0.9)).toEqual({ low: 8, high: 10 });
  });
});
