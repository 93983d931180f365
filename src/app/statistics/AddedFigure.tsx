import type { Added } from '../../domain/statistics/figures.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { grouped } from '../../ui/grouped.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

/** How many cards were begun, over time. */
export function AddedFigure({ figure }: { readonly figure: Added | undefined }) {
  const { statistics: words } = useStatisticsMessages();
  const { added } = words;
  const chart = useChartWords(added.title);
  if (!figure) return <Figure words={added} room="lined" />;
  const { n, width, bins } = figure;
  if (n === 0) return <Figure words={added} finding={added.none} room="lined" />;
  const finding = added.finding(n, bins.at(-1)?.total ?? n);
  return (
    <Figure words={added} finding={finding} room="lined">
      <BarChart
        {...chart}
        sentence={finding}
        classes={[{ id: 'added', name: added.name, tone: 'full' }]}
        bars={bins.map(({ from, cards }) => ({ label: words.tick(from, width), values: [cards] }))}
        line={{ name: added.total, values: bins.map(({ total }) => total) }}
        unit={words.cardsUnit}
        isWhole
        numberText={grouped}
        head={[words.spanHead, added.name, added.total]}
        rows={bins.map((bin) => [words.span(bin, width), bin.cards, bin.total])}
      />
    </Figure>
  );
}
