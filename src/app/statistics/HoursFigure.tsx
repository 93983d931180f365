import type { Hours } from '../../domain/statistics/figures.ts';
import { HourChart } from '../../ui/HourChart.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

/** When on the clock answers are given, and how many of them are right. */
export function HoursFigure({ figure }: { readonly figure: Hours | undefined }) {
  const { statistics: words, common } = useStatisticsMessages();
  const { hours } = words;
  const chart = useChartWords(hours.title);
  if (!figure) return <Figure words={hours} room="hours" />;
  if (figure.n === 0) return <Figure words={hours} finding={words.nothingInPeriod} room="hours" />;
  const most = figure.hours.reduce((best, one) => (one.answers > best.answers ? one : best));
  const finding = hours.finding(hours.hourRow(most.hour), most.answers);
  return (
    <Figure words={hours} finding={finding} room="hours">
      <HourChart
        {...chart}
        sentence={finding}
        hours={figure.hours.map(({ hour, answers, right }) => ({
          label: hours.hour(hour),
          count: answers,
          share: right.known ?? undefined,
        }))}
        shareUnit={hours.rightUnit}
        countUnit={words.answersUnit}
        thinText={hours.thin}
        note={hours.note}
        head={[hours.head, words.answersHead, hours.rightHead]}
        rows={figure.hours.map(({ hour, answers, right: { known } }) => [
          hours.hourRow(hour),
          answers,
          known
            ? `${common.percent(known.share)} (${words.interval(known)})`
            : answers > 0
              ? words.thinShort
              : '',
        ])}
      />
    </Figure>
  );
}
