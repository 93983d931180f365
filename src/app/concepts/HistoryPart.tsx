import { studyDayOf } from '../../domain/day.ts';
import { historyOf, type Step } from '../../domain/retention/curve.ts';
import { desiredRetentionOf } from '../../domain/settings.ts';
import { RecallCurve } from '../../ui/RecallCurve.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useChartWords } from '../useChartWords.ts';

/** Rows of the table, and dates named; of a long history only so many, at even distances. */
const ROWS = 30;
const TICKS = 6;

export interface HistoryPartProps {
  readonly deckId: string;
  /** Of each card of the concept. */
  readonly steps: readonly (readonly Step[])[];
  readonly now: number;
}

/** How the recall of a concept went, from its first answer to today. */
export function HistoryPart({ deckId, steps, now }: HistoryPartProps) {
  const { concepts: words, common } = useConceptsMessages();
  const { store, clock } = useEnvironment();
  const chart = useChartWords(words.history);
  const { model, settings } = store;
  const today = studyDayOf(now, clock.offsetAt(now), settings.rollover);
  const first = Math.min(today, ...steps.flatMap((ofCard) => ofCard[0]?.day ?? []));
  const days = historyOf(steps, first, today, model).flatMap(({ day, recall, begun }) =>
    recall === null ? [] : [{ day, recall, begun }],
  );
  const [earliest, latest] = [days[0], days.at(-1)];
  if (!earliest || !latest) return null;
  if (earliest.day === latest.day) {
    return <Section title={words.history} hint={words.historyFew} />;
  }
  const date = (day: number) => words.date(day, today);
  const every = Math.ceil(days.length / ROWS);
  const shown = days.filter((_, i) => (days.length - 1 - i) % every === 0);
  const step = Math.max(1, Math.ceil((days.length - 1) / TICKS));
  return (
    <Section title={words.history} hint={words.historyHint}>
      <RecallCurve
        sentence={words.historySentence(
          date(earliest.day),
          common.percent(earliest.recall),
          common.percent(latest.recall),
        )}
        {...chart}
        arcs={[days.map(({ day, recall }) => ({ at: day, recall }))]}
        desired={desiredRetentionOf(settings, deckId)}
        now={{ at: latest.day, dayLabel: words.today, label: common.percent(latest.recall) }}
        ticks={days
          .filter((_, i) => i % step === 0)
          .map(({ day }) => ({ at: day, label: words.tick(day) }))}
        keys={[
          { is: 'past', label: words.keys.past },
          { is: 'desired', label: words.keys.desired },
        ]}
        head={words.historyHead}
        rowsAt={shown.map(({ day }) => day)}
        rows={shown.map(({ day, recall, begun }) => [
          date(day),
          common.percent(recall),
          String(begun),
        ])}
      />
    </Section>
  );
}
