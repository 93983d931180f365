/** How answers are spread over the hours of the day and over the four buttons. */
import type { StudyDay } from '../day.ts';
import { ratingsOf, sumOf, totalsBetween, type DaySums } from './daySums.ts';
import type { AnswerKind, ButtonRow, Buttons, Hours, Period } from './figures.ts';
import { proportionOf } from './proportion.ts';
import { beginOf } from './spans.ts';

export function hoursOf(sums: DaySums, period: Period, today: StudyDay): Hours {
  const totals = totalsBetween(sums, 'hours', beginOf(period, today), today);
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const answers = totals[hour * 2] ?? 0;
    return { hour, answers, right: proportionOf(totals[hour * 2 + 1] ?? 0, answers) };
  });
  return { n: sumOf(hours.map(({ answers }) => answers)), hours };
}

export function buttonsOf(sums: DaySums, period: Period, today: StudyDay): Buttons {
  const totals = totalsBetween(sums, 'answers', beginOf(period, today), today);
  const rowOf = (kinds: readonly AnswerKind[]): ButtonRow => {
    const ratings = kinds.map((kind) => ratingsOf(totals, kind));
    const answers = {
      again: sumOf(ratings.map(({ again }) => again)),
      hard: sumOf(ratings.map(({ hard }) => hard)),
      good: sumOf(ratings.map(({ good }) => good)),
      easy: sumOf(ratings.map(({ easy }) => easy)),
    };
    const all = sumOf(Object.values(answers));
    return { answers, right: proportionOf(all - answers.again, all) };
  };
  const rows = {
    learning: rowOf(['learning', 'relearning']),
    young: rowOf(['young']),
    mature: rowOf(['mature']),
  };
  return { n: sumOf(Object.values(rows).map(({ right }) => right.of)), ...rows };
}
