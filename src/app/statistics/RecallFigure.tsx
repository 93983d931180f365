import type { RecallFigure as Recall } from '../../domain/statistics/figures.ts';
import { Facts } from '../../ui/Facts.tsx';
import { grouped } from '../../ui/grouped.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { SpreadFigure } from './SpreadFigure.tsx';

/** How likely each card is recalled now, and what that comes to. */
export function RecallFigure({ figure }: { readonly figure: Recall | undefined }) {
  const { statistics: words, common } = useStatisticsMessages();
  const { recall } = words;
  const left = figure && figure.suspended > 0 ? [recall.suspended(figure.suspended)] : [];
  return (
    <SpreadFigure
      words={recall}
      room="recall"
      figure={figure?.histogram}
      finding={() =>
        [recall.finding(figure?.mean ?? 0, figure?.histogram.n ?? 0), ...left].join(common.gap)
      }
      edgeText={(edge) => String(Math.round(edge * 100))}
      medianText={common.percent}
      head={recall.head}
    >
      {figure ? (
        <Facts
          facts={[
            {
              name: recall.total,
              value: grouped(Math.round(figure.byCard)),
              note: recall.ofCards(figure.cards),
            },
            {
              name: recall.byNote,
              value: grouped(Math.round(figure.byNote)),
              note: recall.ofNotes(figure.notes),
            },
          ]}
        />
      ) : null}
    </SpreadFigure>
  );
}
