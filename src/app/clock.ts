/** The clock as the app sees it: injected, so that tests can move it. */
import { startOfStudyDay, studyDayOf, type StudyDay } from '../domain/day.ts';
import type { Moment } from '../store/log.ts';

export interface Clock {
  /** ms since the epoch */
  readonly now: () => number;
  /** UTC offset at an instant (ms), minutes east */
  readonly offsetAt: (at: number) => number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  offsetAt: (at) => -new Date(at).getTimezoneOffset(),
};

/** The study day of an instant (ms). */
export function dayAt(clock: Clock, at: number, rollover: number): StudyDay {
  return studyDayOf(at, clock.offsetAt(at), rollover);
}

/** What an event records of the present instant. */
export function momentOf(clock: Clock, rollover: number): Moment {
  const at = clock.now();
  return { at, offset: clock.offsetAt(at), day: dayAt(clock, at, rollover) };
}

/** The instant (ms) at which a study day ends. */
export function endOfDay(clock: Clock, day: StudyDay, rollover: number): number {
  return startOfStudyDay(day + 1, clock.offsetAt, rollover);
}
