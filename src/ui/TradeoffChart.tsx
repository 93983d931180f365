import { Chart } from './Chart.tsx';
import type { ChartWords, Paper } from './Chart.tsx';
import './TradeoffChart.css';

export interface TradeoffPoint {
  /** What it costs and what it holds, in the units of the axes. */
  readonly cost: number;
  readonly held: number;
  /** What was chosen to get there, e.g. 85%. */
  readonly label: string;
  /** In force now; chosen to look at. */
  readonly isNow: boolean;
  readonly isChosen: boolean;
}

export interface TradeoffChartProps extends ChartWords {
  /** Along the curve. */
  readonly points: readonly TradeoffPoint[];
  readonly costLabel: string;
  readonly heldLabel: string;
  readonly nowLabel: string;
  readonly note: string;
  readonly head: readonly string[];
  /** One for each point. */
  readonly rows: readonly (readonly string[])[];
}

/** About `count` round steps from a whole multiple of one under `low` to one over `high`. */
function ticksOf(low: number, high: number, count: number): number[] {
  const span = Math.max(high - low, 1e-9);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

const plain = (value: number) => String(Math.round(value * 100) / 100);

/** Around a dot, where it is read, px. */
const REACH = 9;

const rangeOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;

/** What each choice costs and holds: a curve to choose a place on. */
export function TradeoffChart(props: TradeoffChartProps) {
  const { points, costLabel, heldLabel, nowLabel, ...chart } = props;
  const [cheapest, dearest] = rangeOf(points.map(({ cost }) => cost));
  const [least, most] = rangeOf(points.map(({ held }) => held));

  const draw = ({ width, letter, widthOf }: Paper) => {
    const costs = ticksOf(Math.min(0, cheapest), dearest, width > 500 ? 8 : 5);
    const helds = ticksOf(least, most, 5);
    const [c0, c1] = [costs[0] ?? 0, costs.at(-1) ?? 1];
    const [h0, h1] = [helds[0] ?? 0, helds.at(-1) ?? 1];
    const left = Math.max(...helds.map((tick) => widthOf(plain(tick)))) + 8;
    const right = width - widthOf(plain(c1)) / 2;
    const top = 2.6 * letter;
    const bottom = top + Math.min(20 * letter, Math.max(14 * letter, 0.4 * width));
    const height = bottom + 3.4 * letter;
    const x = (cost: number) => left + ((right - left) * (cost - c0)) / (c1 - c0);
    const y = (held: number) => bottom - ((bottom - top) * (held - h0)) / (h1 - h0);
    const line = points.map(({ cost, held }) => `${x(cost).toFixed(1)} ${y(held).toFixed(1)}`);
    /** Labels that touch none before them; that in force and that chosen come first. */
    const placed: { x: number; y: number; half: number }[] = [];
    const labels = [...points]
      .toSorted((a, b) => Number(b.isNow || b.isChosen) - Number(a.isNow || a.isChosen))
      .flatMap((point) => {
        const words = point.isNow ? `${point.label} ${nowLabel}` : point.label;
        const half = widthOf(words) / 2;
        const middle = Math.min(right - half, Math.max(left + half, x(point.cost)));
        const base = y(point.held) - letter;
        const isTouching = placed.some(
          (other) =>
            Math.abs(other.x - middle) < other.half + half + 4 &&
            Math.abs(other.y - base) < 1.2 * letter,
        );
        if (isTouching) return [];
        placed.push({ x: middle, y: base, half });
        return [{ words, middle, base, point }];
      });
    const picture = (
      <>
        <text className="chart__word" x={0} y={letter}>
          {heldLabel}
        </text>
        {helds.map((tick) => (
          <g key={tick}>
            <path className="chart__grid" d={`M${left} ${y(tick)}H${right}`} />
            <text x={left - 8} y={y(tick) + letter / 3} textAnchor="end">
              {plain(tick)}
            </text>
          </g>
        ))}
        {costs.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 1.4 * letter} textAnchor="middle">
            {plain(tick)}
          </text>
        ))}
        <path className="chart__axis" d={`M${left} ${bottom}H${right}`} />
        <text className="chart__word" x={right} y={height - 4} textAnchor="end">
          {costLabel}
        </text>
        <path className="chart__line" d={`M${line.join('L')}`} />
        {points.map(({ cost, held, label, isNow, isChosen }) => (
          <circle
            key={label}
            className={`tradeoff__dot${isNow ? ' tradeoff__dot--now' : ''}${isChosen ? ' tradeoff__dot--chosen' : ''}`}
            cx={x(cost)}
            cy={y(held)}
            r={isNow || isChosen ? 6 : 3.5}
          />
        ))}
        {labels.map(({ words, middle, base, point }) => (
          <text
            key={point.label}
            className={`chart__word--${point.isNow ? 'act' : 'model'}${point.isChosen || point.isNow ? ' chart__word--strong' : ''}`}
            x={middle}
            y={base}
            textAnchor="middle"
          >
            {words}
          </text>
        ))}
      </>
    );
    const data = points.map(({ cost, held }) => ({
      x: x(cost) - REACH,
      y: y(held) - REACH,
      width: 2 * REACH,
      height: 2 * REACH,
    }));
    return { height, picture, data };
  };

  return <Chart {...chart} draw={draw} />;
}
