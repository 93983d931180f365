import type { Proportion, TrueRetention } from '../../domain/statistics/figures.ts';
import { RetentionTable } from '../../ui/RetentionTable.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

const KINDS = ['young', 'mature', 'all'] as const;

/** What was recalled of what came back. */
export function RetentionFigure({ figure }: { readonly figure: TrueRetention | undefined }) {
  const { statistics: words, common } = useStatisticsMessages();
  const { retention } = words;
  const { files } = useChartWords(retention.title);
  if (!figure) return <Figure words={retention} room="table" />;
  const month = figure.rows.find(({ period }) => period === 'month')?.all;
  const finding = month?.known
    ? retention.finding(month.known, month.of)
    : words.thin(month?.of ?? 0);
  const cellOf = ({ of, known }: Proportion) => ({
    count: retention.count(of),
    share: known
      ? { percent: common.percent(known.share), interval: words.interval(known) }
      : undefined,
  });
  const whole = (share: number) => Math.round(share * 100);
  const table = [
    [
      retention.head,
      ...KINDS.flatMap((kind) =>
        [
          retention.recalledHead,
          retention.ofHead,
          retention.shareHead,
          retention.lowHead,
          retention.highHead,
        ].map((head) => `${retention[kind]} ${head}`),
      ),
    ],
    ...figure.rows.map((row) => [
      retention.periods[row.period],
      ...KINDS.flatMap((kind) => {
        const { count, of, known } = row[kind];
        return [
          count,
          of,
          ...(known ? [known.share, known.low, known.high].map(whole) : ['', '', '']),
        ];
      }),
    ]),
  ];
  return (
    <Figure words={retention} finding={finding} room="table">
      <RetentionTable
        label={retention.title}
        head={[retention.head, ...KINDS.map((kind) => retention[kind])]}
        rows={figure.rows.map((row) => ({
          name: retention.periods[row.period],
          cells: KINDS.map((kind) => cellOf(row[kind])),
        }))}
        thinText={words.thinShort}
      />
      {files ? (
        <button type="button" className="table-twin__toggle" onClick={() => files.saveTable(table)}>
          {files.tableLabel}
        </button>
      ) : null}
    </Figure>
  );
}
