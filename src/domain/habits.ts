/** How a learner answers: how long it takes, how new cards begin, how those recalled are rated. */
import type { Histories } from './calibration/histories.ts';
import { paceOf } from './estimate.ts';
import { MODES, RATINGS, type Rating } from './event.ts';
import { firstRatingShares } from './firstRatings.ts';
import type { Columns } from './replayColumns.ts';

export type PassShares = Readonly<Record<'hard' | 'good' | 'easy', number>>;

export interface Habits {
  /** ms an answer takes: the median of those recalled and of those missed. */
  readonly pass: number;
  readonly again: number;
  /** False until there are enough answers of the learner's own: then both are a first guess. */
  readonly isOwnPace: boolean;
  /** Shares (sum 1); null until there are enough. */
  readonly firstRatings: Readonly<Record<Rating, number>> | null;
  readonly passRatings: PassShares | null;
}

/** Answers of either kind from which on times and shares are the learner's own. */
const ENOUGH = 30;

/** Answers take at most a minute (60,000 ms, see `event.ts`): counted in tenths of a second. */
const TENTH = 100;

/** Middle of the tenth of a second in which the median lies, ms. */
function medianOf(tenths: Uint32Array, count: number): number {
  let below = 0;
  for (let tenth = 0; tenth < tenths.length; tenth++) {
    below += tenths[tenth] ?? 0;
    if (2 * below >= count) return (tenth + 0.5) * TENTH;
  }
  return 0;
}

interface Times {
  readonly pass: number;
  readonly again: number;
}

/** Of all live reviews that took a time: an import without durations says nothing of pace. */
function timesIn({ length, isUndone, mode, rating, ms }: Columns): Times | null {
  const passes = new Uint32Array(60_000 / TENTH + 1);
  const agains = new Uint32Array(60_000 / TENTH + 1);
  let passed = 0;
  let missed = 0;
  const review = MODES.indexOf('review') + 1;
  for (let row = 0; row < length; row++) {
    const took = ms[row] ?? 0;
    const rated = rating[row] ?? 0;
    if (took === 0 || rated === 0 || isUndone[row] === 1 || mode[row] !== review) continue;
    const tenth = Math.min(passes.length - 1, Math.floor(took / TENTH));
    if (rated === 1) {
      agains[tenth] = (agains[tenth] ?? 0) + 1;
      missed += 1;
    } else {
      passes[tenth] = (passes[tenth] ?? 0) + 1;
      passed += 1;
    }
  }
  if (passed < ENOUGH || missed < ENOUGH) return null;
  return { pass: medianOf(passes, passed), again: medianOf(agains, missed) };
}

export function habitsOf(columns: Columns, histories: Histories): Habits {
  const { length, begins, judged, rating } = histories;
  const first = { again: 0, hard: 0, good: 0, easy: 0 };
  const passed = { again: 0, hard: 0, good: 0, easy: 0 };
  for (let row = 0; row < length; row++) {
    const rated = RATINGS[(rating[row] ?? 1) - 1] ?? 'again';
    if (begins[row] === 1) first[rated] += 1;
    else if (judged[row] === 1) passed[rated] += 1;
  }
  const { hard, good, easy } = passed;
  const all = hard + good + easy;
  const times = timesIn(columns);
  const guess = paceOf([]);
  return {
    ...(times ?? { pass: guess, again: guess }),
    isOwnPace: times !== null,
    firstRatings: firstRatingShares(first),
    passRatings: all < ENOUGH ? null : { hard: hard / all, good: good / all, easy: easy / all },
  };
}
