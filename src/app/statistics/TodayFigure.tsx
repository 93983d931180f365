import { ANSWER_KINDS, type Proportion, type Today } from '../../domain/statistics/figures.ts';
import { Facts } from '../../ui/Facts.tsx';
import { grouped } from '../../ui/grouped.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { Figure } from './Figure.tsx';

/** What was done since the study day began. */
export function TodayFigure({ figure }: { readonly figure: Today | undefined }) {
  const { statistics: words, common, time } = useStatisticsMessages();
  const { today } = words;
  if (!figure) return <Figure words={today} room="facts" />;
  const { answers, ms, timed, again, right, matureRight, byKind } = figure;
  const kinds = ANSWER_KINDS.filter((kind) => byKind[kind] > 0).map((kind) =>
    today.byKind(words.answerKinds[kind], byKind[kind]),
  );
  const share = (name: string, { count, of, known }: Proportion) => ({
    name,
    value: known ? common.percent(known.share) : '–',
    note: known
      ? `${words.interval(known)} · ${today.of(count, of)}`
      : `${words.thinShort} · ${today.of(count, of)}`,
  });
  return (
    <Figure words={today} finding={today.finding(answers, kinds.join(' · '))} room="facts">
      {answers > 0 ? (
        <Facts
          facts={[
            {
              name: today.time,
              value: timed > 0 ? time.wait(ms) : '–',
              note: timed > 0 ? today.each(time.wait(ms / timed)) : undefined,
            },
            { name: today.again, value: grouped(again) },
            share(today.right, right),
            share(today.mature, matureRight),
          ]}
        />
      ) : null}
    </Figure>
  );
}
