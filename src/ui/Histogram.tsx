import { spacedLabels, ticksTo } from './axis.ts';
import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import type { Tone } from './ChartFill.tsx';
import { GroundLines, groundOf } from './ChartGround.tsx';

export interface HistogramProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  /** Limits of the bins, rising; one more than there are counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly edgeText: (edge: number) => string;
  /** What is counted, e.g. 张. */
  readonly unit: string;
  readonly tone: Tone;
  readonly median?: { readonly value: number; readonly label: string } | undefined;
}

const STEPS = 3;

/** How many bins from the left a value stands, with the part of the one it is in. */
function placeOf(value: number, edges: readonly number[]): number {
  const count = edges.length - 1;
  const bin = edges.findIndex((_, i) => i < count && value < (edges[i + 1] ?? Infinity));
  if (bin === -1) return count;
  const [from, to] = [edges[bin] ?? 0, edges[bin + 1] ?? 0];
  return bin + (to > from ? Math.max(0, Math.min(1, (value - from) / (to - from))) : 0);
}

/** How values are spread: bins side by side, each named by its limits, and the value in their middle. */
export function Histogram(props: HistogramProps) {
  const { edges, counts, edgeText, unit, tone, median, ...chart } = props;
  const ticks = ticksTo(Math.max(0, ...counts), STEPS, true);
  const labels = ticks.map(String);
  const limits = edges.map((edge) => edgeText(edge));

  const draw = (paper: Paper): Drawing => {
    const { letter, widthOf } = paper;
    const top = 2 * letter;
    const bottom = top + 8.4 * letter;
    const ground = groundOf(paper, { top, bottom }, ticks, labels);
    const { left, y } = ground;
    const lastHalf = widthOf(limits.at(-1) ?? '') / 2;
    const right = ground.right - lastHalf;
    const slot = (right - left) / Math.max(1, counts.length);
    const x = (place: number) => left + slot * place;
    const named = new Set(spacedLabels(limits, widthOf, slot, 0.7 * letter));
    const at = median ? x(placeOf(median.value, edges)) : 0;
    const isLeft = at + widthOf(median?.label ?? '') + 6 > paper.width;
    const picture = (
      <>
        <GroundLines ground={{ ...ground, right }} {...{ ticks, labels, unit, letter }} />
        {counts.map((count, bin) => {
          if (!(count > 0)) return null;
          const height = Math.max(1, bottom - y(count));
          const box = { x: x(bin) + 0.5, y: bottom - height, width: Math.max(1, slot - 1), height };
          return <Fill key={bin} tone={tone} {...box} />;
        })}
        {limits.map((limit, place) => (
          <g key={place}>
            {named.has(place) || slot > letter ? (
              <path className="chart__axis" d={`M${x(place).toFixed(1)} ${bottom}v4`} />
            ) : null}
            {named.has(place) ? (
              <text x={x(place)} y={bottom + 1.6 * letter} textAnchor="middle">
                {limit}
              </text>
            ) : null}
          </g>
        ))}
        {median ? (
          <>
            <path
              className="chart__median"
              d={`M${at.toFixed(1)} ${top - 0.9 * letter}V${bottom}`}
            />
            <text
              className="chart__word"
              x={isLeft ? at - 5 : at + 5}
              y={top - 0.4 * letter}
              textAnchor={isLeft ? 'end' : 'start'}
            >
              {median.label}
            </text>
          </>
        ) : null}
      </>
    );
    const data = counts.map((_, bin) => ({
      x: x(bin),
      y: top,
      width: slot,
      height: bottom - top,
    }));
    return { height: bottom + 2.1 * letter, picture, data };
  };
  return <Chart {...chart} draw={draw} />;
}
