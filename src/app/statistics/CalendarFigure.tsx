import { civilDateOf, weekdayOf } from '../../domain/day.ts';
import type { CalendarFigure as Calendar } from '../../domain/statistics/figures.ts';
import { HeatMap, type HeatLevel } from '../../ui/HeatMap.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

/** Weeks drawn at most. */
const MOST_WEEKS = 53;
/** Answers from which a day is darker. */
const LIMITS = [1, 15, 28, 40] as const;

function levelOf(answers: number): HeatLevel {
  const level = LIMITS.filter((limit) => answers >= limit).length;
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : 4;
}

/** Days since Monday. */
const sinceMonday = (day: number) => (weekdayOf(day) + 6) % 7;

/** What was done on each day. */
export function CalendarFigure({ figure }: { readonly figure: Calendar | undefined }) {
  const { statistics: words, common, time } = useStatisticsMessages();
  const { calendar } = words;
  const chart = useChartWords(calendar.title);
  if (!figure) return <Figure words={calendar} room="map" />;
  if (figure.n === 0) {
    return <Figure words={calendar} finding={words.nothingInPeriod} room="map" />;
  }
  const { to, streak, longest } = figure;
  const from = Math.max(figure.from, to - sinceMonday(to) - 7 * (MOST_WEEKS - 1));
  const byDay = new Map(figure.days.map((day) => [day.day, day]));
  const days = Array.from({ length: to - from + 1 }, (_, i) => ({
    day: from + i,
    answers: byDay.get(from + i)?.answers ?? 0,
    ms: byDay.get(from + i)?.ms ?? 0,
  }));
  const studied = days.filter(({ answers }) => answers > 0);
  const all = studied.reduce((sum, { answers }) => sum + answers, 0);
  const finding = [
    calendar.finding(all, studied.length, from),
    ...(longest > 1 ? [calendar.streak(streak, longest)] : []),
  ].join(common.gap);
  const months = days.flatMap(({ day }, i) =>
    i === 0 || civilDateOf(day).day === 1 ? [{ day: i, label: calendar.month(day) }] : [],
  );
  return (
    <Figure words={calendar} finding={finding} room="map">
      <HeatMap
        {...chart}
        sentence={finding}
        levels={days.map(({ answers }) => levelOf(answers))}
        offset={sinceMonday(from)}
        weekdays={calendar.weekdays}
        months={months}
        levelTexts={['0', '1–14', '15–27', '28–39', '40+']}
        head={[words.dayHead, words.answersHead, calendar.minutesHead]}
        rows={days.map(({ day, answers, ms }) => [
          time.dateLine(day),
          answers,
          Math.round(ms / 6000) / 10,
        ])}
      />
    </Figure>
  );
}
