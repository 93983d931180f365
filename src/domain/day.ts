/**
 * The study day: the local day from one rollover to the next.
 *
 * It is read off the wall clock (the instant shifted by its own UTC offset), never by dividing
 * elapsed milliseconds: days of 23 or 25 hours, and journeys across time zones, are days all the
 * same. Rule: Anki, rslib/src/scheduler/timing.rs; ts-fsrs counts UTC dates and is not used for it.
 */

/** Index of a civil day: 0 is 1 January 1970, 1 the day after. */
export type StudyDay = number;

/** UTC offset in force at an instant (ms since the epoch), in minutes, east positive. */
export type OffsetAt = (at: number) => number;

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/**
 * The study day of an instant.
 * @param at ms since the epoch
 * @param offset UTC offset at that instant, minutes east
 * @param rollover hour of the wall clock at which the study day begins, whole, 0..6
 */
export function studyDayOf(at: number, offset: number, rollover: number): StudyDay {
  const wallClock = at + offset * MINUTE;
  const civilDay = Math.floor(wallClock / DAY);
  const hour = Math.floor((wallClock - civilDay * DAY) / HOUR);
  return hour < rollover ? civilDay - 1 : civilDay;
}

/**
 * The instant (ms) at which `day` begins: the first one whose wall clock has reached the rollover
 * of that civil day. Where the clock skips the rollover hour it is the moment of the skip; where it
 * passes it twice, the first time.
 */
export function startOfStudyDay(day: StudyDay, offsetAt: OffsetAt, rollover: number): number {
  const nominal = day * DAY + rollover * HOUR;
  const offsets = [-DAY, -HOUR * 3, 0, HOUR * 3, DAY].map((shift) =>
    offsetAt(nominal - offsetAt(nominal) * MINUTE + shift),
  );
  const candidates = [...new Set(offsets)].map((offset) => nominal - offset * MINUTE);
  const begun = (at: number) => studyDayOf(at, offsetAt(at), rollover) >= day;
  let before = Math.min(...candidates) - 2 * HOUR;
  let after = Math.max(...candidates) + 2 * HOUR;
  for (const at of candidates.toSorted((a, b) => a - b)) {
    if (begun(at) && !begun(at - 1)) return at;
  }
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (begun(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** Year, month (1..12), day of the month and weekday (0 Sunday .. 6 Saturday) of a study day. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** The calendar date a study day is named after. */
export function civilDateOf(day: StudyDay): CivilDate {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** The study day named after a calendar date (month 1..12). */
export function studyDayFromDate(year: number, month: number, day: number): StudyDay {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

/** Weekday of a study day: 0 Sunday .. 6 Saturday. */
export function weekdayOf(day: StudyDay): number {
  return (((day + 4) % 7) + 7) % 7;
}
