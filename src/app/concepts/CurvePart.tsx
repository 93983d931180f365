import type { CardState } from '../../domain/cardState.ts';
import type { StudyDay } from '../../domain/day.ts';
import { studyDayOf } from '../../domain/day.ts';
import { curveOf, fallsTo, type Step } from '../../domain/retention/curve.ts';
import { desiredRetentionOf } from '../../domain/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { RecallCurve } from '../../ui/RecallCurve.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useEnvironment } from '../environment.ts';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useChartWords } from '../useChartWords.ts';

const DAY = 86_400_000;
/** The least time ahead that is drawn, and the share of the time past that is drawn ahead, ms. */
const LEAST_AHEAD = 7 * DAY;
/** Points of the future, and dates named. */
const POINTS = 32;
const TICKS = 6;

export interface CurvePartProps {
  /** Ids of cards with a memory to draw. */
  readonly cards: readonly string[];
  /** A card's question, as plain text. */
  readonly nameOf: (card: string) => string;
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  readonly states: ReadonlyMap<string, CardState>;
  readonly now: number;
  readonly card: string;
  readonly onCard: (card: string) => void;
  readonly onWhy: (card: string) => void;
}

/** The forgetting curve of one card: its answers, what is recalled now, and when it falls due. */
export function CurvePart(props: CurvePartProps) {
  const { cards, nameOf, steps: all, states, now, card, onCard, onWhy } = props;
  const { concepts: words, common } = useConceptsMessages();
  const { store, clock, catalogue } = useEnvironment();
  const chart = useChartWords(words.curve);
  const { model, settings } = store;
  const steps = all.get(card) ?? [];
  const state = states.get(card);
  const curve = curveOf(steps, now, model);
  const recall = curve.recallAt(now);
  if (recall === null) return null;
  const desired = desiredRetentionOf(settings, catalogue.card.get(card)?.deckId ?? '');
  const dayOf = (at: number): StudyDay => studyDayOf(at, clock.offsetAt(at), settings.rollover);
  const today = dayOf(now);
  const started = steps[0]?.at ?? now;
  const fall = fallsTo(steps, desired, model);
  const dueDay = state?.phase === 'review' && !state.suspended ? state.dueDay : null;
  /** Drawn at the same time of day as now: a study day has no instant of its own. */
  const dueAt = dueDay === null ? null : now + Math.max(0, dueDay - today) * DAY;
  const reach = Math.max(LEAST_AHEAD, 0.6 * (now - started), 1.5 * ((dueAt ?? fall ?? now) - now));
  const end = now + reach;
  const ahead = Array.from({ length: POINTS + 1 }, (_, i) => {
    const at = now + (reach * i) / POINTS;
    return { at, recall: curve.recallAt(at) ?? 0 };
  });
  const later = [0.25, 0.5, 0.75, 1].map((share) => now + reach * share);
  const percent = common.percent(desired);
  const falls = fall === null ? null : fall <= now ? null : words.date(dayOf(fall), today);
  const date = (at: number) => words.date(dayOf(at), today);
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => {
    const at = started + ((end - started) * i) / TICKS;
    return { at, label: words.tick(dayOf(at)) };
  });
  return (
    <>
      {cards.length > 1 ? (
        <SelectField
          label={words.card}
          options={cards.map((id) => ({ value: id, label: nameOf(id) }))}
          value={card}
          onChange={onCard}
        />
      ) : null}
      <RecallCurve
        sentence={words.curveSentence(nameOf(card), common.percent(recall), percent, falls)}
        {...chart}
        arcs={curve.arcs}
        ahead={ahead}
        marks={curve.marks.map(({ at, rating }) => ({ at, missed: rating === 'again' }))}
        desired={desired}
        now={{ at: now, dayLabel: words.today, label: common.percent(recall) }}
        due={
          dueDay === null || dueAt === null
            ? undefined
            : {
                at: dueAt,
                label: dueDay <= today ? words.dueNow : words.dueOn(words.tick(dueDay)),
              }
        }
        ticks={ticks}
        keys={[
          { is: 'recalled', label: words.keys.recalled },
          { is: 'missed', label: words.keys.missed },
          { is: 'past', label: words.keys.past },
          { is: 'ahead', label: words.keys.ahead },
          { is: 'desired', label: words.keys.desired },
        ]}
        note={words.bandNote(percent)}
        head={words.curveHead}
        rowsAt={[...curve.marks.map(({ at }) => at), now, ...later]}
        rows={[
          ...curve.marks.map(({ at, before, rating }) => [
            date(at),
            words.rating[rating],
            before === null ? words.first : common.percent(before),
          ]),
          [words.today, '', common.percent(recall)],
          ...later.map((at) => [
            words.ahead(date(at)),
            '',
            common.percent(curve.recallAt(at) ?? 0),
          ]),
        ]}
      />
      {state?.suspended ? <p className="secondary">{words.curveSuspended}</p> : null}
      <Button variant="quiet" size="small" onClick={() => onWhy(card)}>
        {words.whyDate}
      </Button>
    </>
  );
}
