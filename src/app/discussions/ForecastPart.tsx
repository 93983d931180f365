import type { Discussion } from '../../domain/discussion.ts';
import type { Preparation } from '../../domain/preparation.ts';
import type { Expected } from '../../domain/recallForecast.ts';
import { ForecastChart, type ForecastLine } from '../../ui/ForecastChart.tsx';
import { useEnvironment } from '../environment.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { dateOf } from '../planning.ts';
import { useChartWords } from '../useChartWords.ts';

export interface ForecastPartProps {
  readonly discussion: Discussion;
  readonly preparation: Preparation;
}

/** What will be recalled on the day: in one sentence, as a picture, and in numbers. */
export function ForecastPart({ discussion, preparation }: ForecastPartProps) {
  const environment = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const { forecast, plan } = preparation;
  const { unseen, suspended } = forecast.overall;
  const date = dateOf(environment, discussion);
  const { plan: byPlan, reviews, stop } = forecast.overall;
  const sentence = byPlan
    ? words.sentence(date, byPlan.mean, stop.mean)
    : words.sentenceUnplanned(date, reviews.mean, stop.mean);
  const left = [
    ...(unseen > 0 ? [words.unseen(unseen)] : []),
    ...(suspended > 0 ? [words.suspended(suspended)] : []),
  ];
  return (
    <>
      <p className="discussion__lead read">
        {plan && !plan.isReached
          ? words.outOfReach(
              Math.max(1, preparation.curve.length - 1),
              discussion.target,
              discussion.target - plan.shortfall,
            )
          : sentence}
      </p>
      <Curve discussion={discussion} preparation={preparation} sentence={sentence} />
      <Ways preparation={preparation} />
      {left.map((line) => (
        <p className="secondary" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

/** About so many days are named under the picture. */
const TICKS = 4;

interface CurveProps extends ForecastPartProps {
  /** The finding. */
  readonly sentence: string;
}

/**
 * The days to the date. The spread is known of the date alone, so it stands in the labels there and is
 * not drawn as a band.
 */
function Curve({ discussion, preparation, sentence }: CurveProps) {
  const { discussions: words, common } = useDiscussionsMessages();
  const chart = useChartWords(words.forecast);
  const { curve, forecast } = preparation;
  const { stop, plan } = forecast.overall;
  const line = (name: string, values: readonly number[], end: Expected): ForecastLine => {
    const short = `${name}${words.labelGap}${common.percent(end.mean)}`;
    const long = `${name}${words.labelGap}${words.spread(end.mean, end.low, end.high)}`;
    return { values, labels: [long, short, common.percent(end.mean)] };
  };
  const step = Math.max(1, Math.ceil((curve.length - 1) / TICKS));
  const last = curve.length - 1;
  const ticks = curve.flatMap(({ day }, i) =>
    i > 0 && (i === last || i % step === 0) ? [{ day: i, label: words.tick(day) }] : [],
  );
  const isPlanned = plan !== null;
  return (
    <ForecastChart
      {...chart}
      sentence={sentence}
      stop={line(
        words.stopHead,
        curve.map((one) => one.stop),
        stop,
      )}
      plan={
        isPlanned
          ? line(
              words.planHead,
              curve.map((one) => one.plan ?? one.stop),
              plan,
            )
          : undefined
      }
      target={{ value: discussion.target, label: words.targetLabel(discussion.target) }}
      todayLabel={words.todayLabel}
      ticks={ticks}
      from={0.5}
      note={words.spreadNote}
      head={[words.dayHead, words.stopHead, ...(isPlanned ? [words.planHead] : [])]}
      rows={curve.map((one, i) => [
        i === 0 ? words.todayLabel : words.planDay(one.day),
        common.percent(one.stop),
        ...(one.plan === null ? [] : [common.percent(one.plan)]),
      ])}
    />
  );
}

/** The date in numbers: without review, with the usual ones, by the plan. */
function Ways({ preparation }: Pick<ForecastPartProps, 'preparation'>) {
  const { discussions: words } = useDiscussionsMessages();
  const { stop, reviews, plan } = preparation.forecast.overall;
  const ways = [
    { name: words.stop, expected: stop },
    { name: words.reviews, expected: reviews },
    ...(plan ? [{ name: words.plan, expected: plan }] : []),
  ];
  return (
    <table className="ways" aria-label={words.waysLabel}>
      <thead>
        <tr>
          <th scope="col">{words.waysHead}</th>
          <th scope="col">{words.shareHead}</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ name, expected: { mean, low, high } }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="model nowrap">{words.spread(mean, low, high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
