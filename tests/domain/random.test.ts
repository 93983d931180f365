/** Seeded randomness: what is drawn depends on the seed alone, and looks like chance. */
import { expect, it } from 'vitest';
import { generatorOf } from '../../src/domain/random.ts';

const drawn = (seed: string, count: number) => {
  const random = generatorOf(seed);
  return Array.from({ length: count }, random);
};

it('gives the same numbers for the same seed, others for another', () => {
  expect(drawn('one', 20)).toEqual(drawn('one', 20));
  expect(drawn('one', 20)).not.toEqual(drawn('other', 20));
});

it('spreads its numbers evenly over [0, 1), whatever came before', () => {
  const numbers = drawn('spread', 100_000);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const cells = Array.from({ length: 100 }, () => 0);
  for (const [i, number] of numbers.entries()) {
    const before = numbers[i - 1] ?? 0;
    const cell = Math.floor(number * 10) * 10 + Math.floor(before * 10);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const surprise = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // Chi-squared with 90 degrees of freedom (each number stands in two cells): 99.99 % lie below 147.
  expect(surprise).toBeLessThan(147);
});
