import type { CardCounts as Counts } from '../../domain/statistics/figures.ts';
import { CardCounts } from '../../ui/CardCounts.tsx';
import type { Tone } from '../../ui/ChartFill.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

const PARTS: readonly (readonly [Exclude<keyof Counts, 'n'>, Tone])[] = [
  ['mature', 'deep'],
  ['young', 'full'],
  ['relearning', 'hatch'],
  ['learning', 'pale'],
  ['fresh', 'hollow'],
  ['buried', 'out'],
  ['suspended', 'out-hollow'],
];

/** All cards, by where they stand. */
export function CountsFigure({ figure }: { readonly figure: Counts | undefined }) {
  const { statistics: words } = useStatisticsMessages();
  const { counts } = words;
  const chart = useChartWords(counts.title);
  if (!figure) return <Figure words={counts} room="counts" />;
  const { n, learning, relearning, young, mature } = figure;
  const finding = counts.finding(n, learning + relearning + young + mature);
  return (
    <Figure words={counts} finding={finding} room="counts">
      <CardCounts
        {...chart}
        sentence={finding}
        parts={PARTS.map(([id, tone]) => ({
          id,
          tone,
          name: counts.names[id],
          count: figure[id],
        }))}
        head={[counts.head, words.countHead]}
        rows={PARTS.map(([id]) => [counts.names[id], figure[id]])}
      />
    </Figure>
  );
}
