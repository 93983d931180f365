/** The dates a slider around today stops at. */
import type { StudyDay } from '../day.ts';

/** Days near today that are each a stop; further away every seventh is. */
const NEAR = 14;
const YEAR = 365;

/**
 * Study days from a year ago, or from `first` where that is later, to a year ahead: each of the
 * fourteen on either side of today, then one a week, both ends, and those of `also` that lie between.
 * Ascending, each once.
 * @param first study day of the first answer; null where there is none
 */
export function stopsAround(
  today: StudyDay,
  first: StudyDay | null,
  also: readonly StudyDay[],
): StudyDay[] {
  const from = Math.min(today, Math.max(today - YEAR, first ?? today));
  const to = today + YEAR;
  const stops = new Set([from, to, ...also]);
  for (let far = 0; far <= YEAR; far += far < NEAR ? 1 : 7) {
    stops.add(today - far);
    stops.add(today + far);
  }
  return [...stops].filter((day) => day >= from && day <= to).toSorted((a, b) => a - b);
}
