/** What was done on one study day: sums of live events, kept as a cache and equal when rebuilt. */
import { DID } from './cardState.ts';
import type { StudyDay } from './day.ts';
import { isAnswer, type OfCard } from './event.ts';

export interface Tally {
  readonly day: StudyDay;
  /** Every answer given, of any mode. */
  answers: number;
  /** ms */
  time: number;
  /** Cards that stopped being new. */
  introduced: number;
  /** First counting answers of cards in review, and how many of them passed: true retention. */
  reviewed: number;
  passed: number;
  /** Those of them that had a prediction, how many of these passed, and (in millionths) the sums of
   * what was predicted and of its variance. */
  scored: number;
  scoredPassed: number;
  predicted: number;
  variance: number;
}

export function emptyTally(day: StudyDay): Tally {
  return {
    day,
    answers: 0,
    time: 0,
    introduced: 0,
    reviewed: 0,
    passed: 0,
    scored: 0,
    scoredPassed: 0,
    predicted: 0,
    variance: 0,
  };
}

/** Adds what an event did (`DID` bits) to the sums of its day; `sign` -1 takes it out again. */
export function addToTally(tally: Tally, event: OfCard, did: number, sign: 1 | -1 = 1): void {
  if ((did & DID.answer) === 0 || !isAnswer(event)) return;
  tally.answers += sign;
  // Imports may lack it.
  tally.time += sign * (event.ms ?? 0);
  if (did & DID.introduce) tally.introduced += sign;
  if ((did & DID.retain) === 0) return;
  tally.reviewed += sign;
  if (did & DID.pass) tally.passed += sign;
  if (event.predicted === undefined) return;
  tally.scored += sign;
  if (did & DID.pass) tally.scoredPassed += sign;
  const predicted = Math.round(event.predicted * 1e6);
  tally.predicted += sign * predicted;
  tally.variance += sign * Math.round((predicted * (1e6 - predicted)) / 1e6);
}

/** Whether the tally says nothing happened. */
export function isEmptyTally(tally: Tally): boolean {
  return tally.answers === 0;
}

/** Study days in a row up to today; a day not yet begun does not break it. */
export function streak(days: readonly StudyDay[], today: StudyDay): number {
  const studied = new Set(days);
  let day = studied.has(today) ? today : today - 1;
  let length = 0;
  while (studied.has(day)) {
    length += 1;
    day -= 1;
  }
  return length;
}
