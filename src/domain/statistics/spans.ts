/** The days a period looks at, and the days, weeks or months they are taken together in. */
import { civilDateOf, studyDayFromDate, weekdayOf, type StudyDay } from '../day.ts';
import type { BinWidth, Period, Span } from './figures.ts';

/** "All" is a hundred years: what was written before is a clock gone wrong, and no axis goes there. */
const ALL = 36_525;

/** The first day of a period that ends with today. */
export function beginOf(period: Period, today: StudyDay): StudyDay {
  return today - (period ?? ALL) + 1;
}

/** Days up to which single days are shown, and weeks. */
const MOST_DAYS = 31;
const MOST_WEEKS = 371;

export function widthFor(days: number): BinWidth {
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS ? 'week' : 'month';
}

/** The last day of the week (which begins on Monday) or month `day` is in. */
function endOf(day: StudyDay, width: BinWidth): StudyDay {
  if (width === 'day') return day;
  if (width === 'week') return day + ((7 - weekdayOf(day)) % 7);
  const { year, month } = civilDateOf(day);
  return studyDayFromDate(year, month + 1, 1) - 1;
}

/** `from` to `to`, both with it, cut into days, weeks or months; the first and last may be cut short. */
export function spansOf(from: StudyDay, to: StudyDay, width: BinWidth): Span[] {
  const spans: Span[] = [];
  for (let first = from; first <= to;) {
    const last = Math.min(to, endOf(first, width));
    spans.push({ from: first, to: last });
    first = last + 1;
  }
  return spans;
}
