import type { ButtonRow, Buttons } from '../../domain/statistics/figures.ts';
import { ButtonsChart } from '../../ui/ButtonsChart.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { Figure } from './Figure.tsx';

const GROUPS = ['learning', 'young', 'mature'] as const;

function countsOf({ answers }: ButtonRow): [number, number, number, number] {
  return [answers.again, answers.hard, answers.good, answers.easy];
}

/** Which rating was given to what. */
export function ButtonsFigure({ figure }: { readonly figure: Buttons | undefined }) {
  const { statistics: words, common } = useStatisticsMessages();
  const { buttons } = words;
  const chart = useChartWords(buttons.title);
  if (!figure) return <Figure words={buttons} room="ratings" />;
  if (figure.n === 0) {
    return <Figure words={buttons} finding={words.nothingInPeriod} room="ratings" />;
  }
  const right = GROUPS.flatMap((group) => {
    const { known } = figure[group].right;
    return known ? [`${buttons.groups[group]} ${words.spread(known)}`] : [];
  });
  const finding = right.length > 0 ? buttons.finding(right) : words.thin(figure.n);
  return (
    <Figure words={buttons} finding={finding} room="ratings">
      <ButtonsChart
        {...chart}
        sentence={finding}
        groups={GROUPS.map((group) => {
          const row = figure[group];
          const counts = countsOf(row);
          const { known, of } = row.right;
          const share = (count: number) => common.percent(count / of);
          const [again, hard, good, easy] = counts;
          return {
            id: group,
            name: buttons.groups[group],
            aside: buttons.aside(of, known ? common.percent(known.share) : null),
            counts,
            shares: known ? [share(again), share(hard), share(good), share(easy)] : undefined,
            thinText: words.thin(of),
          };
        })}
        ratings={buttons.ratings}
        head={[buttons.head, ...buttons.ratings, buttons.rightHead]}
        rows={GROUPS.map((group) => {
          const { known } = figure[group].right;
          return [
            buttons.groups[group],
            ...countsOf(figure[group]),
            known ? `${common.percent(known.share)} (${words.interval(known)})` : words.thinShort,
          ];
        })}
      />
    </Figure>
  );
}
