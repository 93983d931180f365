import { Chart } from './Chart.tsx';
import type { ChartWords, Paper } from './Chart.tsx';
import './ReliabilityChart.css';

/** Answers of which alike was predicted. */
export interface ReliabilityPoint {
  /** Mean prediction and share recalled, with its interval; 0 to 1. */
  readonly predicted: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Too few to read anything from: drawn hollow. */
  readonly isThin: boolean;
}

export interface ReliabilityChartProps extends ChartWords {
  readonly points: readonly ReliabilityPoint[];
  /** What the axes are, in percent. */
  readonly predictedLabel: string;
  readonly recalledLabel: string;
  /** What the dashed line is. */
  readonly lineLabel: string;
  /** What dot size, bar and hollow dots mean. */
  readonly note: string;
  readonly head: readonly string[];
  /** One for each point. */
  readonly rows: readonly (readonly string[])[];
}

/** Where the axes begin unless something lies below, percent. */
const USUAL_FLOOR = 50;

/** px */
const LEAST_DOT = 3;
const LARGEST_DOT = 8;

/** Percents named on both axes: every 10, or every 20 of long ones; the first is the floor. */
function levelsFor(points: readonly ReliabilityPoint[]): number[] {
  // A bar of few answers reaches far down: it may be cut, what can be read may not.
  const lowest = Math.min(
    1,
    ...points.flatMap(({ predicted, share, low, isThin }) => [predicted, isThin ? share : low]),
  );
  const step = 100 * lowest < USUAL_FLOOR - 10 ? 20 : 10;
  const floor = Math.max(0, Math.min(USUAL_FLOOR, step * Math.floor((100 * lowest) / step)));
  const count = Math.ceil((100 - floor) / step);
  return Array.from({ length: count + 1 }, (_, level) => 100 - step * (count - level));
}

/** What was predicted against what came: on the dashed line they are the same. */
export function ReliabilityChart(props: ReliabilityChartProps) {
  const { points, predictedLabel, recalledLabel, lineLabel, ...chart } = props;
  const levels = levelsFor(points);
  const floor = levels[0] ?? 0;
  const most = Math.max(1, ...points.map(({ n }) => n));

  const draw = ({ width, letter, widthOf }: Paper) => {
    const left = widthOf('100') + 8;
    const right = width - LARGEST_DOT - 1;
    const top = 2.4 * letter;
    const bottom = top + Math.min(right - left, 24 * letter);
    const height = bottom + 3.4 * letter;
    const share = (percent: number) => (percent - floor) / (100 - floor);
    const x = (percent: number) => left + (right - left) * share(percent);
    const y = (percent: number) => bottom - (bottom - top) * share(percent);
    const reach = Math.max(3, 0.3 * letter);
    const isRoomForWord = widthOf(lineLabel) < 0.6 * (right - left);
    const picture = (
      <>
        <text className="chart__word--info" x={0} y={letter}>
          {recalledLabel}
        </text>
        {levels.map((level) => (
          <g key={level}>
            <path className="chart__grid" d={`M${left} ${y(level)}H${right}`} />
            <text x={left - 8} y={y(level) + letter / 3} textAnchor="end">
              {level}
            </text>
            <text x={x(level)} y={bottom + 1.4 * letter} textAnchor="middle">
              {level}
            </text>
          </g>
        ))}
        <path className="chart__axis" d={`M${left} ${top}V${bottom}`} />
        <path className="chart__axis" d={`M${left} ${bottom}H${right}`} />
        <text className="chart__word--model" x={right} y={height - 4} textAnchor="end">
          {predictedLabel}
        </text>
        <path className="reliability__line" d={`M${x(floor)} ${y(floor)}L${x(100)} ${y(100)}`} />
        {isRoomForWord ? (
          <text className="chart__word--model" x={right} y={bottom - 0.6 * letter} textAnchor="end">
            {lineLabel}
          </text>
        ) : null}
        {points.map(({ predicted, share: recalled, low, high, n, isThin }) => {
          const at = x(100 * predicted);
          const size = LEAST_DOT + (LARGEST_DOT - LEAST_DOT) * Math.sqrt(n / most);
          const [from, to] = [Math.min(bottom, y(100 * low)), y(100 * high)];
          const ends = [...(from < bottom ? [from] : []), to]
            .map((end) => `M${at - reach} ${end}h${2 * reach}`)
            .join('');
          return (
            <g key={predicted} className={isThin ? 'reliability__thin' : undefined}>
              <path className="reliability__bar" d={`M${at} ${from}V${to}${ends}`} />
              <circle className="reliability__dot" cx={at} cy={y(100 * recalled)} r={size} />
            </g>
          );
        })}
      </>
    );
    const data = points.map(({ predicted }) => ({
      x: x(100 * predicted) - LARGEST_DOT,
      y: top,
      width: 2 * LARGEST_DOT,
      height: bottom - top,
    }));
    return { height, picture, data };
  };

  return <Chart {...chart} draw={draw} />;
}
