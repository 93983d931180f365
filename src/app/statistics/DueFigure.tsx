import type { FutureDue } from '../../domain/statistics/figures.ts';
import { spansOf, widthFor } from '../../domain/statistics/spans.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

/** Days that are drawn; what falls due after them is counted. */
const MOST_DAYS = 1096;

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** When cards fall due. */
export function DueFigure({ figure }: { readonly figure: FutureDue | undefined }) {
  const { statistics: words, common } = useStatisticsMessages();
  const { due } = words;
  const chart = useChartWords(due.title);
  if (!figure) return <Figure words={due} room="bars" />;
  const { n, today, overdue, dailyLoad } = figure;
  if (n === 0) return <Figure words={due} finding={due.none} room="bars" />;
  const byDay = figure.byDay.slice(0, MOST_DAYS);
  const later = figure.later + sumOf(figure.byDay.slice(MOST_DAYS));
  const width = widthFor(byDay.length);
  const bins = spansOf(today, today + byDay.length - 1, width).map((span) => ({
    ...span,
    cards: sumOf(byDay.slice(span.from - today, span.to - today + 1)),
  }));
  const finding = [
    due.finding(sumOf(byDay), byDay.length, dailyLoad),
    ...(overdue > 0 ? [due.overdue(overdue)] : []),
    ...(later > 0 ? [due.later(later)] : []),
  ].join(common.gap);
  const isLate = overdue > 0;
  return (
    <Figure words={due} finding={finding} room="bars">
      <BarChart
        {...chart}
        sentence={finding}
        classes={[{ id: 'due', name: due.name, tone: 'model' }]}
        bars={[
          ...(isLate ? [{ label: due.overdueTick, values: [overdue], tone: 'act' as const }] : []),
          ...bins.map(({ from, cards }, i) => ({
            label: i === 0 && width === 'day' ? due.today : words.tick(from, width),
            values: [cards],
          })),
        ]}
        today={isLate ? 1 : 0}
        unit={words.cardsUnit}
        isWhole
        numberText={String}
        head={[words.spanHead, words.countHead]}
        rows={[
          ...(isLate ? [[due.overdueRow, overdue]] : []),
          ...bins.map((bin) => [words.span(bin, width), bin.cards]),
        ]}
      />
    </Figure>
  );
}
