/**
 * How good predictions of recall were: log loss, RMSE(bins) and AUC. None of them says anything of
 * fewer than a hundred answers or so; who shows them sees to that.
 */
import type { Histories } from './histories.ts';

/** Predictions held against what came; arrays of one length. */
export interface Held {
  /** 0..1 */
  readonly predicted: Float64Array;
  /** 1 recalled, 0 missed. */
  readonly recalled: Uint8Array;
  /** Which bin of RMSE(bins) each belongs to: `binKeys`. */
  readonly bin: Int32Array;
  /** What each counts for; 1 when absent. */
  readonly weight?: Float64Array;
}

/** Predictions are stored in millionths: none is surer than that, and none costs infinitely much. */
const SUREST = 1e-6;

/** -ln of the probability given to what came, in nats. @param predicted recall, 0..1 */
export function lossOf(predicted: number, isRecalled: boolean): number {
  const sure = Math.min(1 - SUREST, Math.max(SUREST, predicted));
  return -Math.log(isRecalled ? sure : 1 - sure);
}

/**
 * Mean of -ln of the probability given to what came, in nats; less is better.
 * Source: fsrs-rs, training.rs (weighted binary cross-entropy).
 * @returns null of nothing
 */
export function logLoss({ predicted, recalled, weight }: Held): number | null {
  let loss = 0;
  let all = 0;
  for (let i = 0; i < predicted.length; i++) {
    const counts = weight?.[i] ?? 1;
    loss += counts * lossOf(predicted[i] ?? 0, recalled[i] === 1);
    all += counts;
  }
  return all === 0 ? null : loss / all;
}

/** `value`'s place on a scale on which each step is `ratio` times the last. */
const rungOf = (value: number, ratio: number) => Math.floor(Math.log(value) / Math.log(ratio));

/**
 * The bins of RMSE(bins), one for each answer with days since the last: what is alike in days since
 * then, in reviews on other days (this one and the first answer count), and in misses among them.
 * Source: fsrs-rs, dataset.rs (`r_matrix_index`): days in steps of 3.62, reviews 1.89, misses 1.73.
 */
export function binKeys({ length, begins, elapsed, rating }: Histories): Int32Array {
  const keys = new Int32Array(length);
  let reviews = 0;
  let misses = 0;
  for (let i = 0; i < length; i++) {
    if (begins[i] === 1) {
      reviews = 0;
      misses = 0;
    }
    const days = elapsed[i] ?? 0;
    if (days === 0) continue;
    reviews += 1;
    const missed = misses === 0 ? 0 : rungOf(misses, 1.73) + 1;
    keys[i] = (rungOf(days, 3.62) * 64 + rungOf(reviews + 1, 1.89)) * 64 + missed;
    if (rating[i] === 1) misses += 1;
  }
  return keys;
}

/**
 * Root of the weighted mean, over the bins, of (mean prediction - share recalled)².
 * Source: fsrs-rs, inference.rs (`rmse_bins`): means within a bin are plain, its weight is the sum
 * of its answers'.
 * @returns null of nothing
 */
export function rmseBins({ predicted, recalled, bin, weight }: Held): number | null {
  const bins = new Map<
    number,
    { predicted: number; recalled: number; n: number; weight: number }
  >();
  for (let i = 0; i < predicted.length; i++) {
    const key = bin[i] ?? 0;
    let sums = bins.get(key);
    if (!sums) bins.set(key, (sums = { predicted: 0, recalled: 0, n: 0, weight: 0 }));
    sums.predicted += predicted[i] ?? 0;
    sums.recalled += recalled[i] ?? 0;
    sums.n += 1;
    sums.weight += weight?.[i] ?? 1;
  }
  let squares = 0;
  let all = 0;
  for (const sums of bins.values()) {
    squares += sums.weight * ((sums.predicted - sums.recalled) / sums.n) ** 2;
    all += sums.weight;
  }
  return all === 0 ? null : Math.sqrt(squares / all);
}

/**
 * The probability that of a card recalled and one missed the recalled one had the higher prediction,
 * ties counting half: 0.5 is chance. Source: Mann and Whitney (1947), by the sum of ranks.
 * @returns null unless something was recalled and something missed
 */
export function auc({ predicted, recalled }: Held): number | null {
  const byPrediction = Uint32Array.from(predicted.keys()).sort(
    (a, b) => (predicted[a] ?? 0) - (predicted[b] ?? 0),
  );
  let ranks = 0;
  let hits = 0;
  for (let from = 0; from < byPrediction.length;) {
    const value = predicted[byPrediction[from] ?? 0];
    let to = from;
    let hitsHere = 0;
    while (to < byPrediction.length && predicted[byPrediction[to] ?? 0] === value) {
      hitsHere += recalled[byPrediction[to] ?? 0] ?? 0;
      to += 1;
    }
    // Ranks from 1; what is tied shares the mean of its ranks.
    ranks += hitsHere * ((from + 1 + to) / 2);
    hits += hitsHere;
    from = to;
  }
  const misses = predicted.length - hits;
  return hits === 0 || misses === 0 ? null : (ranks - (hits * (hits + 1)) / 2) / (hits * misses);
}

/** Rows of histories as predictions held against what came. */
export function heldOf(
  histories: Histories,
  rows: ArrayLike<number>,
  predictions: ArrayLike<number>,
  keys: Int32Array,
): Held {
  const held = {
    predicted: new Float64Array(rows.length),
    recalled: new Uint8Array(rows.length),
    bin: new Int32Array(rows.length),
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    held.predicted[i] = predictions[row] ?? 0;
    held.recalled[i] = histories.rating[row] === 1 ? 0 : 1;
    held.bin[i] = keys[row] ?? 0;
  }
  return held;
}
