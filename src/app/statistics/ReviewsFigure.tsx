import { useState } from 'react';
import type { AnswerKind, Reviews } from '../../domain/statistics/figures.ts';
import { BarChart, type BarClass } from '../../ui/BarChart.tsx';
import type { Tone } from '../../ui/ChartFill.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { grouped } from '../../ui/grouped.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

/** From the bottom of a bar to its top. */
const TONES: readonly (readonly [AnswerKind, Tone])[] = [
  ['mature', 'deep'],
  ['young', 'full'],
  ['relearning', 'hatch'],
  ['learning', 'pale'],
  ['practice', 'hollow'],
];
const MINUTE = 60_000;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** How much was answered, or how long that took, over time. */
export function ReviewsFigure({ figure }: { readonly figure: Reviews | undefined }) {
  const { statistics: words } = useStatisticsMessages();
  const { reviews } = words;
  const chart = useChartWords(reviews.title);
  const [shown, setShown] = useState<'answers' | 'ms'>('answers');
  if (!figure) return <Figure words={reviews} room="stack" />;
  const { n, ms, timed, width, bins, days, studied } = figure;
  if (n === 0) return <Figure words={reviews} finding={words.nothingInPeriod} room="stack" />;
  const isTime = shown === 'ms' && timed > 0;
  const finding = isTime
    ? reviews.findingTime(ms, timed)
    : reviews.finding(n, Math.max(1, studied), days);
  const there = TONES.filter(([kind]) => bins.some((bin) => bin.answers[kind] > 0));
  const classes: BarClass[] = there.map(([kind, tone]) => ({
    id: kind,
    name: words.answerKinds[kind],
    tone,
  }));
  const rows = bins.map((bin) => {
    const values = there.map(([kind]) => (isTime ? bin.ms[kind] / MINUTE : bin.answers[kind]));
    return { bin, values, sum: values.reduce((sum, value) => sum + value, 0) };
  });
  return (
    <Figure words={reviews} finding={finding} room="stack">
      <Choice
        label={reviews.show}
        labelHidden
        options={[
          { value: 'answers', label: reviews.count },
          { value: 'ms', label: reviews.time },
        ]}
        value={shown}
        onChange={setShown}
      />
      <BarChart
        {...chart}
        sentence={finding}
        classes={classes}
        bars={rows.map(({ bin, values }) => ({ label: words.tick(bin.from, width), values }))}
        unit={isTime ? words.minutesUnit : words.answersUnit}
        isWhole={!isTime}
        numberText={grouped}
        head={[
          words.spanHead,
          ...classes.map(({ name }) => name),
          ...(classes.length > 1 ? [words.sumHead] : []),
        ]}
        rows={rows.map(({ bin, values, sum }) => [
          words.span(bin, width),
          ...(classes.length > 1 ? [...values, sum] : values).map(tenth),
        ])}
      />
    </Figure>
  );
}
