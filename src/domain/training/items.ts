/**
 * What the optimiser learns from: for each answer whose outcome could be predicted, the course of its
 * card up to and with it (ratings, and study days since the last answer).
 *
 * Same-day repeats stand within a course and never end one; a reset begins another; practice and
 * cramming are in none. Of a quiz, a miss that moved memory stands within a course like any other
 * answer, because the card was seen then; but no course ends with an answer that only counted because
 * it was a miss.
 */
import type { Histories } from '../calibration/histories.ts';
import type { StudyDay } from '../day.ts';

/** Courses longer than this are left out: fsrs-rs 5.2 drops them (training.rs, `max_seq_len`). */
export const LONGEST = 64;

/** Courses by the time of their last answer. */
export interface TrainingItems {
  readonly length: number;
  /** Rows of the histories: a course is all of them from the first to the last. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Study day of the last answer. */
  readonly day: Int32Array;
}

export function trainingItems({ length, begins, judged, at, day }: Histories): TrainingItems {
  const lasts = new Uint32Array(length);
  const firstOf = new Uint32Array(length);
  let n = 0;
  let first = 0;
  for (let row = 0; row < length; row++) {
    if (begins[row] === 1) first = row;
    firstOf[row] = first;
    if (judged[row] !== 1 || row - first >= LONGEST) continue;
    lasts[n] = row;
    n += 1;
  }
  const last = lasts
    .slice(0, n)
    .sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  return {
    length: n,
    first: Uint32Array.from(last, (row) => firstOf[row] ?? 0),
    last,
    day: Int32Array.from(last, (row) => day[row] ?? 0),
  };
}

/** Training and judging apart: what is judged was never trained on. */
export interface Split {
  /** The items before `at` are trained on, the others judged. */
  readonly at: number;
  /** First study day of those judged. */
  readonly from: StudyDay;
}

/**
 * Parts the items by time, between two study days, so that at least `share` of them (0..1) come
 * before; null when all are of one day, or nothing would be left to judge.
 */
export function splitByDay({ day, length }: TrainingItems, share: number): Split | null {
  const wanted = Math.ceil(length * share);
  // Days rise with the items but where a clock was set back: the first place after which none is earlier.
  const soonest = new Int32Array(length + 1);
  soonest[length] = 2 ** 31 - 1;
  for (let i = length - 1; i >= 0; i--) {
    soonest[i] = Math.min(soonest[i + 1] ?? 0, day[i] ?? 0);
  }
  let latest = -Infinity;
  for (let at = 1; at < length; at++) {
    latest = Math.max(latest, day[at - 1] ?? 0);
    const from = soonest[at] ?? 0;
    if (at >= wanted && from > latest) return { at, from };
  }
  return null;
}

/** Courses as fsrs-browser is given them: one after another, with their lengths. */
export interface TrainingSet {
  /** 1..4 */
  readonly ratings: Uint32Array;
  /** Study days. */
  readonly elapsed: Uint32Array;
  readonly lengths: Uint32Array;
}

/** The first `count` items. */
export function trainingSet(
  histories: Histories,
  { first, last }: TrainingItems,
  count: number,
): TrainingSet {
  const lengths = new Uint32Array(count);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const length = (last[i] ?? 0) - (first[i] ?? 0) + 1;
    lengths[i] = length;
    total += length;
  }
  const ratings = new Uint32Array(total);
  const elapsed = new Uint32Array(total);
  let place = 0;
  for (let i = 0; i < count; i++) {
    const [from, to] = [first[i] ?? 0, (last[i] ?? 0) + 1];
    ratings.set(histories.rating.subarray(from, to), place);
    elapsed.set(histories.elapsed.subarray(from, to), place);
    place += to - from;
  }
  return { ratings, elapsed, lengths };
}
