/** How long the work left will take, from the learner's own times, with its doubt. */
import type { Left } from './queue.ts';

/** One answer's cost and kind, as the estimate needs it. */
export interface Timed {
  /** ms */
  readonly ms: number;
  readonly again: boolean;
}

export interface Minutes {
  readonly low: number;
  readonly high: number;
  /** False until there are enough answers of the learner's own. */
  readonly own: boolean;
}

const ENOUGH = 30;
/** Used until then: quartiles (ms) of a first reading of a card of two lines. */
const FIRST_GUESS = { low: 7000, high: 16_000 };
/** ms; a median under it is a hand on the space bar, not a pace. */
const LEAST_PACE = 500;
/** Presses a new card takes with the steps 1 min, 10 min, when most answers are good. */
const PRESSES_NEW = 2.3;

function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Presses expected for what is left: a miss costs one more press. */
export function expectedPresses(left: Left, missRate: number): number {
  const again = Math.min(0.9, Math.max(0, missRate));
  const each = 1 / (1 - again);
  return (left.due + left.learning) * each + left.fresh * PRESSES_NEW * each;
}

/**
 * Whole minutes for what is left, between the learner's slower and faster pace: presses times the
 * quartiles of the mean of that many answers are too narrow when pace drifts from day to day, so the
 * quartiles of single answers, drawn halfway to the median, are used.
 * @param recent the learner's latest answers, up to some hundreds
 */
export function minutesFor(left: Left, recent: readonly Timed[]): Minutes {
  const own = recent.length >= ENOUGH;
  const times = recent.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const middle = quantile(times, 0.5);
  const low = own ? (quantile(times, 0.25) + middle) / 2 : FIRST_GUESS.low;
  const high = own ? (quantile(times, 0.75) + middle) / 2 : FIRST_GUESS.high;
  const misses = recent.filter(({ again }) => again).length;
  const presses = expectedPresses(left, own ? misses / recent.length : 0.1);
  const minutes = (ms: number) => (presses * ms) / 60_000;
  const least = presses > 0 ? 1 : 0;
  return {
    low: Math.max(least, Math.floor(minutes(low))),
    high: Math.max(least, Math.ceil(minutes(high))),
    own,
  };
}

/** What a press takes (ms): the learner's median, until there are enough answers a first guess. */
export function paceOf(recent: readonly Timed[]): number {
  if (recent.length < ENOUGH) return (FIRST_GUESS.low + FIRST_GUESS.high) / 2;
  const times = recent.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return Math.max(LEAST_PACE, quantile(times, 0.5));
}

/** How many of the cards left fit into `minutes`, at least one if any is left. */
export function cardsWithin(minutes: number, left: Left, recent: readonly Timed[]): number {
  const total = left.due + left.learning + left.fresh;
  const all = minutesFor(left, recent);
  const middle = (all.low + all.high) / 2;
  if (total === 0 || middle <= minutes) return total;
  return Math.max(1, Math.floor((total * minutes) / middle));
}
