/**
 * The reliability diagram: of the answers predicted alike, how many were recalled; and the one
 * sentence that says it.
 */
import { wilson, type Interval } from '../wilson.ts';
import type { Held } from './scores.ts';

/** Answers from which on scores are told. */
export const ENOUGH = 100;
/** Answers from which on a share is told: with 30 near 90 % its interval is ±11 points. */
export const THIN = 30;

/** A share (0..1) of so many, with its 95 % interval. */
export interface Share extends Interval {
  readonly share: number;
  readonly n: number;
}

/** Whether what came is what was said, as far as the interval can tell. */
export type Verdict = 'in-line' | 'too-high' | 'too-low';

/** What was predicted of some answers, and what came. */
export interface Agreement {
  /** Mean of the predictions, 0..1. */
  readonly predicted: number;
  readonly recalled: Share;
  /** `too-high`: more was predicted than was recalled. */
  readonly verdict: Verdict;
}

/** Answers of which alike was predicted: from `from` to under `to`, the last one with 1. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Null when the bin is empty. */
  readonly agreement: Agreement | null;
  /** Too few to read anything from: drawn faintly. */
  readonly isThin: boolean;
}

/** Narrower where most predictions are, and so that 90 % is the middle of a bin. */
export const LIMITS: readonly number[] = [0, 0.5, 0.6, 0.7, 0.8, 0.84, 0.88, 0.92, 0.96, 1];

/** @param n one or more */
export function agreementOf(predictedSum: number, recalled: number, n: number): Agreement {
  const interval = wilson(recalled, n);
  const predicted = predictedSum / n;
  const verdict =
    predicted > interval.high ? 'too-high' : predicted < interval.low ? 'too-low' : 'in-line';
  return { predicted, recalled: { share: recalled / n, n, ...interval }, verdict };
}

/** The agreement of all of it; null of nothing. */
export function agreementIn({ predicted, recalled }: Held): Agreement | null {
  let sum = 0;
  let hits = 0;
  for (let i = 0; i < predicted.length; i++) {
    sum += predicted[i] ?? 0;
    hits += recalled[i] ?? 0;
  }
  return predicted.length === 0 ? null : agreementOf(sum, hits, predicted.length);
}

/** By rising prediction, empty bins among them. */
export function reliabilityBins({ predicted, recalled }: Held): ReliabilityBin[] {
  const bins = LIMITS.slice(1).map(() => ({ sum: 0, hits: 0, n: 0 }));
  for (let i = 0; i < predicted.length; i++) {
    const value = predicted[i] ?? 0;
    let place = LIMITS.length - 2;
    while (place > 0 && value < (LIMITS[place] ?? 0)) place -= 1;
    const bin = bins[place];
    if (!bin) continue;
    bin.sum += value;
    bin.hits += recalled[i] ?? 0;
    bin.n += 1;
  }
  return bins.map(({ sum, hits, n }, i) => ({
    from: LIMITS[i] ?? 0,
    to: LIMITS[i + 1] ?? 1,
    n,
    agreement: n === 0 ? null : agreementOf(sum, hits, n),
    isThin: n < THIN,
  }));
}

/**
 * What the plain sentence says: of the bin with the most answers, what is predicted and what is
 * recalled. Of several as full, the one of the highest predictions. Null until there are enough.
 */
export function saidOf(bins: readonly ReliabilityBin[]): Agreement | null {
  let fullest: ReliabilityBin | null = null;
  let all = 0;
  for (const bin of bins) {
    all += bin.n;
    if (bin.n >= (fullest?.n ?? 0)) fullest = bin;
  }
  return all < ENOUGH || !fullest || fullest.isThin ? null : fullest.agreement;
}
