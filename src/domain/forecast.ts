/** What comes: reviews of the next days, and the way back after a break. */
import type { StudyDay } from './day.ts';

/**
 * Reviews falling due on each of `count` days from today; what is overdue stands under today.
 * @param due due study days and how many fall on each
 */
export function forecast(
  due: ReadonlyMap<StudyDay, number>,
  today: StudyDay,
  count: number,
): number[] {
  const days = Array.from({ length: count }, () => 0);
  for (const [day, cards] of due) {
    const place = Math.max(0, day - today);
    if (place < count) days[place] = (days[place] ?? 0) + cards;
  }
  return days;
}

export interface WayBack {
  readonly waiting: number;
  readonly perDay: number;
  readonly days: number;
}

const BREAK_DAYS = 3;
const LEAST_WAITING = 60;
const SPREAD_DAYS = 9;
const LONGEST = 60;

/** Days until the backlog is gone at `perDay`, with what falls due meanwhile; null if never. */
function daysAt(perDay: number, waiting: number, arrivals: readonly number[]): number | null {
  let left = waiting;
  for (let day = 0; day < LONGEST; day++) {
    left = Math.max(0, left + (day === 0 ? 0 : (arrivals[day] ?? 0)) - perDay);
    if (left === 0) return day + 1;
  }
  return null;
}

/**
 * A calm way back after a break, instead of a wall: so many a day, done in so many days. Null when
 * there was no break, or what waits is no wall.
 * @param waiting reviews due today or before
 * @param arrivals reviews falling due on each coming day, today first (today's own are in `waiting`)
 * @param lastStudied the last study day with an answer, if any
 * @param usual answers on an ordinary day of study, at least 1
 */
export function wayBack(
  waiting: number,
  arrivals: readonly number[],
  lastStudied: StudyDay | null,
  today: StudyDay,
  usual: number,
): WayBack | null {
  const away = lastStudied === null ? 0 : today - lastStudied;
  if (away < BREAK_DAYS || waiting < Math.max(LEAST_WAITING, 2 * usual)) return null;
  const round = (cards: number) => Math.ceil(cards / 5) * 5;
  for (let perDay = round(waiting / SPREAD_DAYS); perDay <= waiting; perDay += 5) {
    const days = daysAt(perDay, waiting, arrivals);
    if (days !== null && days <= SPREAD_DAYS + 3) return { waiting, perDay, days };
  }
  return null;
}

/**
 * Reviews a day that a desired retention costs in the long run: the sum over cards of one review
 * per interval, each miss costing one more.
 * @param stabilities days
 * @param intervalOf days until recall falls from 1 to the desired retention
 * @param desired 0..1
 */
export function dailyCost(
  stabilities: readonly number[],
  intervalOf: (stability: number) => number,
  desired: number,
): number {
  const once = stabilities.reduce(
    (sum, stability) => sum + 1 / Math.max(1, intervalOf(stability)),
    0,
  );
  return once * (1 + (1 - desired));
}
