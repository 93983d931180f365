import type { ReactNode } from 'react';
import type { Histogram as Spread } from '../../domain/statistics/figures.ts';
import { grouped } from '../../ui/grouped.ts';
import { Histogram } from '../../ui/Histogram.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure, type FigureProps } from './Figure.tsx';

export interface SpreadFigureProps extends Partial<Pick<FigureProps, 'room'>> {
  readonly words: { readonly title: string; readonly what: string };
  readonly figure: Spread | undefined;
  /** The finding, with the median in words. */
  readonly finding: (median: string) => string;
  readonly edgeText: (edge: number) => string;
  readonly medianText: (median: number) => string;
  /** Of the bins, in the table. */
  readonly head: string;
  /** Above the picture. */
  readonly children?: ReactNode;
}

/** How something is spread over the cards. */
export function SpreadFigure(props: SpreadFigureProps) {
  const { words: own, figure, edgeText, medianText, head, room = 'spread', children } = props;
  const { statistics: words } = useStatisticsMessages();
  const chart = useChartWords(own.title);
  if (!figure) return <Figure words={own} room={room} />;
  const { edges, counts, median } = figure;
  if (median === null) return <Figure words={own} finding={words.recall.none} room={room} />;
  const finding = props.finding(medianText(median));
  return (
    <Figure words={own} finding={finding} room={room}>
      {children}
      <Histogram
        {...chart}
        sentence={finding}
        edges={edges}
        counts={counts}
        edgeText={edgeText}
        unit={words.cardsUnit}
        tone="model"
        median={{ value: median, label: words.median(medianText(median)) }}
        head={[head, words.countHead]}
        rows={counts.map((count, i) => [
          words.range(edgeText(edges[i] ?? 0), edgeText(edges[i + 1] ?? 0)),
          count,
        ])}
      />
    </Figure>
  );
}

/** Numbers under the axis, without an end of decimals. */
export const plainEdge = (edge: number) => grouped(Math.round(edge * 10) / 10);
