import { Chart } from './Chart.tsx';
import type { ChartWords, Paper } from './Chart.tsx';
import './ForecastChart.css';

export interface ForecastLine {
  /** Expected recall on each day from today, 0 to 1. */
  readonly values: readonly number[];
  /** The bounds it has with 80 % on each day. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] } | undefined;
  /**
   * What stands at its end, from the longest to the shortest, e.g. 按计划91%（87–94）, 按计划91%,
   * 91%. All lines show the longest that has room in each of them.
   */
  readonly labels: readonly [string, string, string];
}

export interface ForecastChartProps extends ChartWords {
  /** Without another review; drawn dashed. */
  readonly stop: ForecastLine;
  /** With the ordinary reviews only; drawn thin. */
  readonly reviews?: ForecastLine | undefined;
  /** With what the plan adds. */
  readonly plan?: ForecastLine | undefined;
  readonly target: { readonly value: number; readonly label: string };
  readonly todayLabel: string;
  /** Days from today that are named where there is room; the last, the date itself, always is. */
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
  /** Where the axis starts, 0 to 1; lower if a line or the target is below. */
  readonly from: number;
  /** Which interval the bands are. */
  readonly note: string;
  /** Of the table, a row for each day, with the same words and rounding. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = 6;
const DOT = 4.5;

/** Percents named at the left, the lowest first: every 10, or every 20 of a long axis. */
function levelsFrom(lowest: number): number[] {
  const span = 100 - 100 * lowest;
  const step = span > 50 ? 20 : 10;
  const count = Math.max(1, Math.ceil(span / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, level) => 100 - step * (count - level));
}

/** Where a line ends, and how high and low it and its band run beside its label; px from the top. */
interface End {
  readonly at: number;
  readonly high: number;
  readonly low: number;
}

/**
 * Baselines of the ends' labels, from the highest line to the lowest: above the first, close to the
 * next where there is room, else under them all; then moved so that none touches another.
 */
function baselinesOf(ends: readonly End[], letter: number, bottom: number): number[] {
  const wanted = ends.map(({ at, high }, place) => {
    const [above, below] = [ends[place - 1], ends[place + 1]];
    const room = 1.6 * letter;
    if (!above) return high - GAP - 2;
    if (below && below.high - at >= room) return at + GAP + letter;
    if (below && at - above.low >= room) return at - GAP;
    return Math.max(...ends.map(({ low }) => low)) + GAP + letter;
  });
  const line = 1.35 * letter;
  const down = wanted.reduce<number[]>(
    (placed, y) => [...placed, Math.max(y, (placed.at(-1) ?? letter - line) + line)],
    [],
  );
  return down.reduceRight<number[]>(
    (placed, y) => [Math.min(y, (placed[0] ?? bottom + line) - line), ...placed],
    [],
  );
}

/** The dates that have room between today and the last one. */
function named(props: ForecastChartProps, x: (day: number) => number, paper: Paper) {
  const last = props.ticks.at(-1);
  if (!last || last.day === 0) return [];
  const gap = paper.letter;
  let end = x(0) + paper.widthOf(props.todayLabel) / 2 + gap;
  const lastStart = x(last.day) - paper.widthOf(last.label) - gap;
  const between = props.ticks.slice(0, -1).filter(({ day, label }) => {
    const half = paper.widthOf(label) / 2;
    const fits = x(day) - half >= end && x(day) + half <= lastStart;
    if (fits) end = x(day) + half + gap;
    return fits;
  });
  return [...between.map((tick) => ({ ...tick, isLast: false })), { ...last, isLast: true }];
}

/** Expected recall day by day until a date: followed, left, and against the target. */
export function ForecastChart(props: ForecastChartProps) {
  const { stop, reviews, plan, target, todayLabel, from } = props;
  const lines = [
    { is: 'stop', line: stop },
    ...(reviews ? [{ is: 'reviews', line: reviews }] : []),
    ...(plan ? [{ is: 'plan', line: plan }] : []),
  ];
  const lowest = Math.min(
    from,
    target.value,
    ...lines.flatMap(({ line }) => [...line.values, ...(line.band?.low ?? [])]),
  );
  const levels = levelsFrom(lowest);
  const floor = levels[0] ?? 0;
  const lastDay = Math.max(1, stop.values.length - 1);

  const draw = (paper: Paper) => {
    const { width, letter, widthOf } = paper;
    const height = Math.min(21 * letter, Math.max(17 * letter, 0.43 * width));
    const left = widthOf('100') + 8;
    const right = width - DOT - 1;
    const top = 1.3 * letter;
    const bottom = height - 1.8 * letter;
    const x = (day: number) => left + ((right - left) * day) / lastDay;
    const y = (recall: number) =>
      bottom - ((bottom - top) * (100 * recall - floor)) / (100 - floor);
    const points = (values: readonly number[]) =>
      values.map((recall, day) => `${x(day).toFixed(1)} ${y(recall).toFixed(1)}`);

    const endRoom = right - left - widthOf(target.label) - 3 * GAP;
    const isRoomFor = (length: 0 | 1) =>
      lines.every(({ line }) => widthOf(line.labels[length]) <= endRoom);
    const length = isRoomFor(0) ? 0 : isRoomFor(1) ? 1 : 2;
    const ends = lines
      .map(({ is, line }) => {
        const label = line.labels[length];
        const covered = (lastDay * (right - 4 - widthOf(label) - left)) / (right - left);
        const beside = (values: readonly number[]) =>
          values.slice(Math.max(0, Math.floor(covered)));
        return {
          is,
          label,
          day: line.values.length - 1,
          recall: line.values.at(-1) ?? 0,
          high: Math.max(...beside(line.values), ...(line.band?.high.slice(-1) ?? [])),
          low: Math.min(...beside(line.values), ...(line.band?.low.slice(-1) ?? [])),
        };
      })
      .toSorted((a, b) => b.recall - a.recall);
    const baselines = baselinesOf(
      ends.map(({ recall, high, low }) => ({ at: y(recall), high: y(high), low: y(low) })),
      letter,
      bottom - GAP,
    );
    const startsAbove = (stop.values[0] ?? 0) > target.value;

    const picture = (
      <>
        {levels.map((level) => (
          <g key={level}>
            <path className="chart__grid" d={`M${left} ${y(level / 100)}H${right}`} />
            <text x={left - 8} y={y(level / 100) + letter / 3} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        {lines.map(({ is, line: { band } }) =>
          band ? (
            <path
              key={is}
              className={`chart__band forecast-chart__band--${is}`}
              d={`M${[...points(band.high), ...points(band.low).reverse()].join('L')}Z`}
            />
          ) : null,
        )}
        {lines.map(({ is, line }) => (
          <path
            key={is}
            className={`chart__line forecast-chart__line--${is}`}
            d={`M${points(line.values).join('L')}`}
          />
        ))}
        <path className="forecast-chart__target" d={`M${left} ${y(target.value)}H${right}`} />
        <path className="forecast-chart__today" d={`M${left} ${top}V${bottom}`} />
        <text
          className="chart__word"
          x={left + GAP}
          y={y(target.value) + (startsAbove ? GAP + 0.8 * letter : -GAP)}
        >
          {target.label}
        </text>
        <text className="chart__word--act" x={left} y={height - 4} textAnchor="middle">
          {todayLabel}
        </text>
        {named(props, x, paper).map(({ day, label, isLast }) => (
          <text
            key={day}
            className={isLast ? 'chart__word' : undefined}
            x={isLast ? right : x(day)}
            y={height - 4}
            textAnchor={isLast ? 'end' : 'middle'}
          >
            {label}
          </text>
        ))}
        {ends.map(({ is, label, day, recall }, place) => (
          <g key={is}>
            <circle
              className={`forecast-chart__end--${is}`}
              cx={x(day)}
              cy={y(recall)}
              r={is === 'reviews' ? 3 : DOT}
            />
            <text
              className={`chart__word--model${is === 'plan' ? ' chart__word--strong' : ''}`}
              x={right - 4}
              y={baselines[place]}
              textAnchor="end"
            >
              {label}
            </text>
          </g>
        ))}
      </>
    );
    const half = (right - left) / lastDay / 2;
    const data = props.rows.map((_, day) => ({
      x: Math.max(left, x(day) - half),
      y: top,
      width: 2 * half,
      height: bottom - top,
    }));
    return { height, picture, data };
  };

  const { sentence, showTableLabel, hideTableLabel, readLabel, files, note, head, rows } = props;
  const words = { sentence, showTableLabel, hideTableLabel, readLabel, files };
  return <Chart {...words} {...{ note, head, rows, draw }} />;
}
