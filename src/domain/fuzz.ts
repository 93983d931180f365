/**
 * Which day within its range a review falls on: fuzz spreads cards learnt together, load balancing
 * evens the days, easy days are kept light, siblings are kept apart.
 * Ranges and weights: Anki, states/fuzz.rs and states/load_balancer.rs.
 */
import { weekdayOf, type StudyDay } from './day.ts';
import type { Reason } from './event.ts';
import type { EasyDay } from './settings.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

const BANDS = [
  { from: 2.5, to: 7, factor: 0.15 },
  { from: 7, to: 20, factor: 0.1 },
  { from: 20, to: Infinity, factor: 0.05 },
] as const;

/** Whole days an interval (days, unrounded) may be moved to: none under 2.5 days. */
export function fuzzRange(interval: number): Range {
  if (interval < 2.5) return { low: Math.round(interval), high: Math.round(interval) };
  let delta = 1;
  for (const { from, to, factor } of BANDS) {
    delta += factor * Math.max(0, Math.min(interval, to) - from);
  }
  return { low: Math.round(interval - delta), high: Math.round(interval + delta) };
}

/** The range with both ends kept between `minimum` and `maximum` days. */
export function boundedRange(interval: number, minimum: number, maximum: number): Range {
  const floor = Math.min(minimum, maximum);
  const clamp = (days: number) => Math.min(maximum, Math.max(floor, days));
  const { low, high } = fuzzRange(clamp(interval));
  const range = { low: clamp(low), high: clamp(high) };
  if (range.low === range.high && range.high > 2 && range.high < maximum) {
    return { low: range.low, high: range.high + 1 };
  }
  return range;
}

/** What the choice of a day looks at. Days are study days. */
export interface Calendar {
  /** Reviews already due on a day. */
  readonly load: (day: StudyDay) => number;
  /** Days on which siblings of the card fall due. */
  readonly siblings: readonly StudyDay[];
  /** By weekday, Sunday first. */
  readonly easyDays: readonly EasyDay[];
}

/** Intervals longer than this are not balanced. Source: Anki, load_balancer.rs. */
const BALANCED_DAYS = 90;
const SIBLING_WEIGHT = [1e-6, 0.2, 0.4, 0.6, 0.8] as const;
const MINIMUM_WEIGHT = 1e-4;

function siblingWeight(day: StudyDay, siblings: readonly StudyDay[]): number {
  return siblings.reduce((weight, due) => weight * (SIBLING_WEIGHT[Math.abs(due - day)] ?? 1), 1);
}

/**
 * Share of a normal day's wish to take a review. A reduced day is a normal one until it holds more
 * than half of what the other days of the range hold, then a minimum one.
 */
function easyWeight(day: StudyDay, days: readonly StudyDay[], calendar: Calendar): number {
  const ease = (one: StudyDay) => calendar.easyDays[weekdayOf(one)] ?? 'normal';
  if (ease(day) === 'normal') return 1;
  if (ease(day) === 'minimum') return MINIMUM_WEIGHT;
  const others = days.filter((one) => one !== day);
  const load = others.reduce((sum, one) => sum + calendar.load(one), 0);
  const shares = { normal: 1, reduced: 0.5, minimum: MINIMUM_WEIGHT } as const;
  const share = others.reduce((sum, one) => sum + shares[ease(one)], 0);
  const normalLoad = share > 0 ? load / share : 0;
  return calendar.load(day) + 1 > normalLoad / 2 ? MINIMUM_WEIGHT : 1;
}

/**
 * Weight of one day: fewer reviews weigh more. Anki applies the easy-day and sibling factors only to
 * days that already hold reviews; here they apply to empty days too, or in a small deck they would
 * hardly ever apply.
 */
function weightOf(
  days: number,
  day: StudyDay,
  range: readonly StudyDay[],
  calendar: Calendar,
): number {
  const load = calendar.load(day);
  const even = load === 0 ? 1 : Math.pow(1 / load, 2.15) * Math.pow(1 / days, 3);
  return even * siblingWeight(day, calendar.siblings) * easyWeight(day, range, calendar);
}

/**
 * The number of days, within `range`, after which a review falls due.
 * @param unit a number in [0, 1) seeded by card and repetition
 * @param calendar null when load is not balanced
 */
export function chooseDays(
  range: Range,
  today: StudyDay,
  unit: number,
  calendar: Calendar | null,
): { days: number; why: Reason[] } {
  const count = range.high - range.low + 1;
  if (count <= 1) return { days: range.low, why: ['rounded'] };
  if (!calendar || range.high > BALANCED_DAYS) {
    return { days: range.low + Math.floor(unit * count), why: ['fuzzed'] };
  }
  const choices = Array.from({ length: count }, (_, i) => range.low + i);
  const dates = choices.map((days) => today + days);
  const weights = choices.map((days) => weightOf(days, today + days, dates, calendar));
  const why: Reason[] = ['balanced'];
  if (dates.some((day) => calendar.easyDays[weekdayOf(day)] !== 'normal')) why.push('easy-days');
  if (dates.some((day) => siblingWeight(day, calendar.siblings) < 1)) why.push('siblings');
  let left = unit * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, days] of choices.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return { days, why };
  }
  return { days: range.high, why };
}
