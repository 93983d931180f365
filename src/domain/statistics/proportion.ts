/** Shares, and when there are enough answers to say one. */
import { wilson } from '../wilson.ts';
import type { Proportion } from './figures.ts';

/** Answers from which a percentage is said. */
export const ENOUGH = 30;

export function proportionOf(count: number, of: number): Proportion {
  const known = of < ENOUGH ? null : { share: count / of, ...wilson(count, of) };
  return { count, of, known };
}
