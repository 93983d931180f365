/** What was done day after day: the heat map, the answers and their time, the cards begun. */
import type { StudyDay } from '../day.ts';
import { streak } from '../tally.ts';
import {
  byKind,
  PER_DAY,
  placesBetween,
  recordOf,
  sumOf,
  totalsBetween,
  type DaySums,
} from './daySums.ts';
import { ANSWER_KINDS } from './figures.ts';
import type { Added, CalendarDay, CalendarFigure, Period, Reviews } from './figures.ts';
import { beginOf, spansOf, widthFor } from './spans.ts';

/** Every day with an answer, rising, up to today. */
export function studiedDays({ days, answers, ms }: DaySums, today: StudyDay): CalendarDay[] {
  const studied: CalendarDay[] = [];
  for (const [place, day] of days.entries()) {
    if (day > today) break;
    const given = sumWithin(answers, place, PER_DAY.answers);
    if (given > 0) studied.push({ day, answers: given, ms: sumWithin(ms, place, PER_DAY.ms) });
  }
  return studied;
}

/** The sum of one day's cells. */
function sumWithin(cells: Uint32Array | Float64Array, place: number, perDay: number): number {
  let sum = 0;
  for (let at = place * perDay; at < (place + 1) * perDay; at++) sum += cells[at] ?? 0;
  return sum;
}

function longestStreak(days: readonly CalendarDay[]): number {
  let longest = 0;
  let length = 0;
  let last = NaN;
  for (const { day } of days) {
    length = day === last + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
    last = day;
  }
  return longest;
}

/** @param studied every day with an answer up to today, rising */
export function calendarOf(
  studied: readonly CalendarDay[],
  period: Period,
  today: StudyDay,
): CalendarFigure {
  const begin = beginOf(period, today);
  const days = studied.filter(({ day }) => day >= begin);
  return {
    n: sumOf(days.map(({ answers }) => answers)),
    from: days[0]?.day ?? today,
    to: today,
    days,
    streak: streak(
      studied.map(({ day }) => day),
      today,
    ),
    longest: longestStreak(studied),
  };
}

/** The first day of the period with an answer; null for none. */
function firstStudied(studied: readonly CalendarDay[], begin: StudyDay): StudyDay | null {
  return studied.find(({ day }) => day >= begin)?.day ?? null;
}

export function reviewsOf(
  sums: DaySums,
  studied: readonly CalendarDay[],
  period: Period,
  today: StudyDay,
): Reviews {
  const begin = beginOf(period, today);
  const from = firstStudied(studied, begin);
  const width = widthFor(from === null ? 0 : today - from + 1);
  const bins = (from === null ? [] : spansOf(from, today, width)).map((span) => {
    const ms = totalsBetween(sums, 'ms', span.from, span.to);
    return {
      ...span,
      answers: byKind(totalsBetween(sums, 'answers', span.from, span.to)),
      ms: recordOf((kind) => ms[ANSWER_KINDS.indexOf(kind)] ?? 0),
    };
  });
  return {
    n: sumOf(totalsBetween(sums, 'answers', begin, today)),
    timed: sumOf(totalsBetween(sums, 'timed', begin, today)),
    ms: sumOf(totalsBetween(sums, 'ms', begin, today)),
    width,
    bins,
    days: from === null ? 0 : today - from + 1,
    studied: studied.filter(({ day }) => day >= begin).length,
  };
}

export function addedOf(
  sums: DaySums,
  studied: readonly CalendarDay[],
  period: Period,
  today: StudyDay,
): Added {
  const begin = beginOf(period, today);
  const from = firstStudied(studied, begin);
  const width = widthFor(from === null ? 0 : today - from + 1);
  const begun = (first: StudyDay, last: StudyDay) =>
    sumOf(totalsBetween(sums, 'introduced', first, last));
  let total = begun(-Infinity, begin - 1);
  return {
    n: begun(begin, today),
    width,
    bins: (from === null ? [] : spansOf(from, today, width)).map((span) => {
      const cards = begun(span.from, span.to);
      total += cards;
      return { ...span, cards, total };
    }),
  };
}

/** Answers dated after today. */
export function answersAhead(sums: DaySums, today: StudyDay): number {
  const [, end] = placesBetween(sums.days, -Infinity, today);
  return end === sums.days.length ? 0 : sumOf(totalsBetween(sums, 'answers', today + 1, Infinity));
}
