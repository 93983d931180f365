import { Chart } from './Chart.tsx';
import type { ChartWords, Paper } from './Chart.tsx';

export interface ScoreAxisProps extends ChartWords {
  /** Questions answered right, of all. */
  readonly score: number;
  readonly of: number;
  /** Beside the dot, e.g. 答对9. */
  readonly scoreLabel: string;
  /** The last tick, with its unit if that is short, e.g. 12题; ticks it would touch are not named. */
  readonly endLabel: string;
  /** What had been predicted, and the bounds it had with 80 %, in questions. */
  readonly forecast?:
    | {
        readonly expected: number;
        readonly low: number;
        readonly high: number;
        /** Beside the line, e.g. 考前预计8.6. */
        readonly label: string;
      }
    | undefined;
  /** Of the table, with the same words and rounding. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Between a mark and its label, and between two labels, px. */
const GAP = 6;
const DOT = 6.5;

/** The numbers named under an axis from 0 to `of`, its end left out: at most five steps. */
function namedTicks(of: number): number[] {
  const step = [1, 2, 3, 5, 10, 20, 25, 50, 100].find((size) => of / size <= 5) ?? of;
  return Array.from({ length: Math.ceil(of / step) }, (_, place) => place * step);
}

/** The marks' labels on both sides of them, one above the other where there is no room. */
function placeLabels(marks: readonly { label: string; at: number; is: string }[], paper: Paper) {
  const room = (label: string) => paper.width - paper.widthOf(label);
  const placed = marks
    .toSorted((a, b) => a.at - b.at)
    .map(({ label, at, is }, place) => {
      const start = place < marks.length - 1 ? at - GAP / 2 - paper.widthOf(label) : at - GAP / 2;
      return { label, is, start: Math.max(0, Math.min(room(label), start)), row: 0 };
    });
  const [left, right] = placed;
  const touch = left && right && left.start + paper.widthOf(left.label) + GAP > right.start;
  return placed.map((label, place) => ({ ...label, row: touch && place === 0 ? 1 : 0 }));
}

/** A score on the axis of all questions, over what had been predicted. */
export function ScoreAxis(props: ScoreAxisProps) {
  const { score, of, scoreLabel, endLabel, forecast, ...words } = props;
  const draw = (paper: Paper) => {
    const { width, letter, widthOf } = paper;
    const x = (questions: number) => (width * questions) / Math.max(1, of);
    const labels = placeLabels(
      [
        ...(forecast ? [{ label: forecast.label, at: x(forecast.expected), is: 'model' }] : []),
        { label: scoreLabel, at: x(score), is: 'info' },
      ],
      paper,
    );
    const rows = 1 + Math.max(...labels.map(({ row }) => row));
    const floor = rows * 1.5 * letter + 22;
    const middle = floor - 10;
    const lastRoom = width - widthOf(endLabel) - GAP;
    const named = namedTicks(of).filter((tick) => x(tick) + widthOf(String(tick)) / 2 < lastRoom);
    const everyOne = of <= 40 ? Array.from({ length: of }, (_, tick) => tick) : [];
    const picture = (
      <>
        <path className="chart__axis" d={`M0 ${floor}H${width}`} />
        {[...new Set([...named, ...everyOne, of])].map((tick) => {
          const length = tick === of || named.includes(tick) ? 6 : 3;
          return <path key={tick} className="chart__axis" d={`M${x(tick)} ${floor}v${length}`} />;
        })}
        {named.map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={floor + 8 + letter}
            textAnchor={tick === 0 ? 'start' : 'middle'}
          >
            {tick}
          </text>
        ))}
        <text x={width} y={floor + 8 + letter} textAnchor="end">
          {endLabel}
        </text>
        {forecast ? (
          <>
            <rect
              className="chart__band"
              x={x(forecast.low)}
              y={middle - 5}
              width={x(forecast.high) - x(forecast.low)}
              height={10}
            />
            <path
              className="chart__line"
              d={`M${x(forecast.expected)} ${middle - DOT - 2}V${floor}`}
            />
          </>
        ) : null}
        <circle className="chart__dot" cx={x(score)} cy={middle} r={DOT} />
        {labels.map(({ label, is, start, row }) => (
          <text
            key={is}
            className={`chart__word--${is}`}
            x={start}
            y={letter * (1 + 1.5 * (rows - 1 - row))}
          >
            {label}
          </text>
        ))}
      </>
    );
    const markOf = (from: number, to: number, label: string) => ({
      x: from - DOT - 2,
      y: middle - DOT - 2,
      width: to - from + 2 * DOT + 4,
      height: 2 * DOT + 4,
      words: label,
    });
    const data = [
      markOf(x(score), x(score), scoreLabel),
      ...(forecast ? [markOf(x(forecast.low), x(forecast.high), forecast.label)] : []),
    ];
    return { height: floor + 10 + 1.4 * letter, picture, data };
  };
  return <Chart {...words} draw={draw} />;
}
