/**
 * Memory: what FSRS-6 says of one card. The only file that imports ts-fsrs, and it uses it for the
 * memory update and the curve alone; days are study days (`day.ts`) and are counted by us.
 * Formulae and defaults: open-spaced-repetition, ts-fsrs 5.4 / fsrs-rs (FSRS-6).
 */
import {
  FSRSAlgorithm,
  clipParameters,
  computeDecayFactor,
  default_w,
  generatorParameters,
  type Grade,
} from 'ts-fsrs';
import { hash32 } from './random.ts';
import type { Rating } from './event.ts';

/** The 21 weights of FSRS-6. */
export type Weights = readonly number[];

export const DEFAULT_WEIGHTS: Weights = [...default_w];

/** Stability in days (0.001..36500) and difficulty (1..10). */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** Name of a set of weights, as events record it: `fsrs-6` for the defaults, else `fsrs-6:<hash>`. */
export function weightsName(weights: Weights): string {
  const text = weights.join(' ');
  return text === DEFAULT_WEIGHTS.join(' ')
    ? 'fsrs-6'
    : `fsrs-6:${hash32(text).toString(16).padStart(8, '0')}`;
}

const GRADE: Readonly<Record<Rating, Grade>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** One learner's model of memory: pure functions under one set of weights. */
export interface MemoryModel {
  readonly weights: Weights;
  /** See `weightsName`. */
  readonly name: string;
  /**
   * Memory after an answer.
   * @param memory before it, or null for a card never answered
   * @param elapsed whole study days since the last answer that moved memory, 0 or more
   */
  next(memory: Memory | null, elapsed: number, rating: Rating): Memory;
  /** Probability (0..1) of recall after `days` (0 or more, may be fractional). R(S, S) = 0.9. */
  retrievability(stability: number, days: number): number;
  /** Days until recall falls to `desired` (0..1), unrounded. */
  interval(stability: number, desired: number): number;
}

/**
 * @param weights 21 finite numbers; values outside FSRS's bounds are clipped as fsrs-rs does
 * @throws Error when there are not 21
 */
export function createModel(weights: Weights = DEFAULT_WEIGHTS): MemoryModel {
  if (weights.length !== 21 || !weights.every(Number.isFinite)) {
    throw new Error(`Inconsistent: FSRS-6 has 21 weights, not ${weights.length}`);
  }
  const clipped = clipParameters([...weights], 1);
  const fsrs = new FSRSAlgorithm(generatorParameters({ w: clipped, enable_short_term: true }));
  const { decay, factor } = computeDecayFactor(clipped);
  return {
    weights,
    name: weightsName(weights),
    // As it is returned: one copy more per answer takes a rebuild a tenth longer.
    next: (memory, elapsed, rating) => fsrs.next_state(memory, elapsed, GRADE[rating]),
    retrievability: (stability, days) => Math.pow(1 + (factor * days) / stability, decay),
    interval: (stability, desired) => (stability / factor) * (Math.pow(desired, 1 / decay) - 1),
  };
}
