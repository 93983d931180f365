import { BarForecast } from '../../ui/BarForecast.tsx';
import { Section } from '../../ui/Section.tsx';
import { WeekRow } from '../../ui/WeekRow.tsx';
import { useChartWords } from '../useChartWords.ts';
import { useMessages } from '../messages/useMessages.ts';
import type { DayView } from './day.ts';

/** The next seven days. */
export function Comes({ view }: { readonly view: DayView }) {
  const { today, time } = useMessages();
  const chart = useChartWords(today.comes);
  const days = view.comes.map((count, i) => ({
    label: i === 0 ? today.todayLabel : time.weekdayShort(view.today + i),
    count,
  }));
  const total = view.comes.reduce((sum, count) => sum + count, 0);
  const nameOf = (count: number) => {
    const place = view.comes.indexOf(count);
    return place === 0 ? today.todayWord : time.weekday(view.today + place);
  };
  const sentence =
    total === 0
      ? today.comesNone
      : today.comesSentence(
          total,
          nameOf(Math.max(...view.comes)),
          nameOf(Math.min(...view.comes)),
        );
  return (
    <Section title={today.comes}>
      <BarForecast
        {...chart}
        days={days}
        sentence={sentence}
        dayHead={today.day}
        countHead={today.reviews}
      />
      <p className="secondary">{sentence}</p>
    </Section>
  );
}

function levelOf(answers: number): 0 | 1 | 2 | 3 | 4 {
  if (answers === 0) return 0;
  if (answers < 15) return 1;
  if (answers < 28) return 2;
  return answers < 40 ? 3 : 4;
}

/** What was done: the last seven days, yesterday, the week. */
export function Week({ view }: { readonly view: DayView }) {
  const { today, common, time } = useMessages();
  const first = view.today - view.week.length + 1;
  const sum = (of: 'answers' | 'time' | 'passed' | 'reviewed') =>
    view.week.reduce((total, tally) => total + (tally?.[of] ?? 0), 0);
  const yesterday = view.week.at(-2);
  const minutes = Math.max(1, Math.round(sum('time') / 60_000));
  if (sum('answers') === 0) return null;
  return (
    <Section title={today.week}>
      <WeekRow
        label={today.week}
        days={view.week.map((tally, i) => {
          const answers = tally?.answers ?? 0;
          return {
            label: time.weekdayShort(first + i),
            level: levelOf(answers),
            text: String(answers),
            name: today.weekDay(time.weekday(first + i), answers),
          };
        })}
      />
      <p className="secondary today__week">
        {[
          today.yesterday(
            yesterday?.answers ?? 0,
            yesterday?.passed ?? 0,
            yesterday?.reviewed ?? 0,
          ),
          today.weekSum(sum('answers'), minutes, sum('passed'), sum('reviewed')),
          ...(view.streak > 1 ? [today.streak(view.streak)] : []),
        ].join(common.gap)}
      </p>
    </Section>
  );
}
