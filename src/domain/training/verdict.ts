/** Whether other weights predict better, on answers they were not trained on. */
import { predictionsUnder, type Histories } from '../calibration/histories.ts';
import { binKeys, heldOf, logLoss, lossOf, rmseBins, type Held } from '../calibration/scores.ts';
import { createModel, type Weights } from '../memory.ts';
import type { Split, TrainingItems } from './items.ts';

/**
 * Answers to train on. Under 64 fsrs-rs fits no more than the first four weights (training.rs);
 * Anki's health check asks for 300 (rslib, fsrs/params.rs).
 */
export const LEAST_TRAINED = 300;
/** Answers to judge by: as for any score here. */
export const LEAST_JUDGED = 100;
/** Of the answers, this share is trained on. */
export const TRAINED_SHARE = 0.8;
/** A gain in log loss that rounds to nothing is none. */
const LEAST_GAIN = 1e-4;

export interface Fit {
  readonly logLoss: number;
  readonly rmseBins: number;
}

export interface Verdict {
  readonly trained: number;
  readonly judged: number;
  readonly before: Fit;
  readonly after: Fit;
  /** Fall in log loss for each answer; more is better. */
  readonly gain: number;
  /** Half the width of its 95 % interval: a gain within it may be chance. */
  readonly doubt: number;
  readonly isGain: boolean;
}

/** Why there is nothing to train. */
export interface TooFew {
  readonly trained: number;
  readonly judged: number;
}

/** Null when there are enough answers on both sides of the split. */
export function tooFew(items: TrainingItems, split: Split | null): TooFew | null {
  const trained = split?.at ?? items.length;
  const judged = items.length - trained;
  return trained < LEAST_TRAINED || judged < LEAST_JUDGED ? { trained, judged } : null;
}

const lossAt = ({ predicted, recalled }: Held, i: number) =>
  lossOf(predicted[i] ?? 0, recalled[i] === 1);

const fitOf = (held: Held): Fit => ({
  logLoss: logLoss(held) ?? 0,
  rmseBins: rmseBins(held) ?? 0,
});

/**
 * Holds two sets of weights against the answers after the split, each counting the same.
 * @param split leaves one answer or more to judge by
 */
export function judge(
  histories: Histories,
  items: TrainingItems,
  split: Split,
  now: Weights,
  then: Weights,
): Verdict {
  const rows = items.last.subarray(split.at);
  const keys = binKeys(histories);
  const heldUnder = (weights: Weights) =>
    heldOf(histories, rows, predictionsUnder(histories, createModel(weights)), keys);
  const before = heldUnder(now);
  const after = heldUnder(then);
  const judged = rows.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < judged; i++) {
    const gained = lossAt(before, i) - lossAt(after, i);
    sum += gained;
    squares += gained * gained;
  }
  const gain = sum / judged;
  const variance = Math.max(0, squares / judged - gain * gain);
  return {
    trained: split.at,
    judged,
    before: fitOf(before),
    after: fitOf(after),
    gain,
    doubt: 1.96 * Math.sqrt(variance / judged),
    isGain: gain >= LEAST_GAIN,
  };
}
