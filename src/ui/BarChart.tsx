import { spacedLabels, ticksTo } from './axis.ts';
import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import type { Tone } from './ChartFill.tsx';
import { GroundLines, groundOf } from './ChartGround.tsx';
import { ChartKey, layKey } from './ChartKey.tsx';

export interface BarClass {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
}

export interface Bar {
  /** Under it, where there is room. */
  readonly label: string;
  /** Of each class, from the lowest up; 0 or more. */
  readonly values: readonly number[];
  /** In place of the classes' fill, for a bar that is another thing. */
  readonly tone?: Tone | undefined;
}

export interface BarChartProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  /** Stacked, the first at the bottom. One alone has no key. */
  readonly classes: readonly BarClass[];
  readonly bars: readonly Bar[];
  /** What is counted, e.g. 次. */
  readonly unit: string;
  /** Whether parts of one mean nothing. */
  readonly isWhole: boolean;
  readonly numberText: (value: number) => string;
  /** Another sum over the bars, with numbers of its own at the right. */
  readonly line?: { readonly name: string; readonly values: readonly number[] } | undefined;
  /** The bar of today; reading begins there, else with the last. */
  readonly today?: number | undefined;
}

const STEPS = 4;
/** Of the widest bar, px. */
const WIDEST = 26;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** One bar: its classes on one another. Whatever is not nothing is seen. */
function Stack(props: {
  readonly bar: Bar;
  readonly classes: readonly BarClass[];
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
}) {
  const { bar, classes, x, width, y } = props;
  return classes.map(({ id, tone }, i) => {
    const value = bar.values[i] ?? 0;
    if (!(value > 0)) return null;
    const below = sumOf(bar.values.slice(0, i));
    const foot = y(below);
    const height = Math.max(1, foot - y(below + value));
    const box = { x, width, y: foot - height, height };
    return <Fill key={id} tone={bar.tone ?? tone} {...box} />;
  });
}

/** The bars that are named, and the middle of each name: under its bar, and within the paper. */
function namedUnder(
  bars: readonly Bar[],
  middle: (place: number) => number,
  slot: number,
  { width, letter, widthOf }: Paper,
) {
  const labels = bars.map(({ label }) => label);
  const gap = 0.8 * letter;
  const named = spacedLabels(labels, widthOf, slot, gap).map((place) => {
    const label = labels[place] ?? '';
    const half = widthOf(label) / 2;
    return { place, label, half, at: Math.max(half, Math.min(width - half, middle(place))) };
  });
  // The last is moved in where the paper ends, which may take the room of the one before.
  return named.filter(({ at, half }, i) => {
    const last = named.at(-1);
    return i === named.length - 1 || !last || at + half + gap / 2 <= last.at - last.half;
  });
}

/** Amounts over time or by kind, in bars from nothing up. */
export function BarChart(props: BarChartProps) {
  const { classes, bars, unit, isWhole, numberText, line, today, ...chart } = props;
  const sums = bars.map(({ values }) => sumOf(values));
  const ticks = ticksTo(Math.max(0, ...sums), STEPS, isWhole);
  const labels = ticks.map((tick) => numberText(tick));
  const totals = line ? ticksTo(Math.max(0, ...line.values), 2, isWhole) : [];
  const most = totals.at(-1) ?? 1;
  const totalLabels = totals.map((total) => numberText(total));

  const draw = (paper: Paper): Drawing => {
    const { letter } = paper;
    const key = layKey(
      [...(classes.length > 1 ? classes : []), ...(line ? [{ id: 'line', name: line.name }] : [])],
      paper,
    );
    const top = key.height + 2 * letter;
    const bottom = top + 10.4 * letter;
    const ground = groundOf(paper, { top, bottom }, ticks, labels, totalLabels);
    const { left, right, y } = ground;
    const slot = (right - left) / Math.max(1, bars.length);
    const width = Math.min(WIDEST, slot > 4 ? 0.78 * slot : slot);
    const middle = (place: number) => left + slot * (place + 0.5);
    const total = (value: number) => bottom - ((bottom - top) * value) / most;
    const under = namedUnder(bars, middle, slot, paper);
    const picture = (
      <>
        <ChartKey layout={key} letter={letter} />
        <GroundLines {...{ ground, ticks, labels, unit, letter }} />
        {bars.map((bar, place) => (
          <Stack key={place} {...{ bar, classes, width, y }} x={middle(place) - width / 2} />
        ))}
        {line && line.values.length > 0 ? (
          <path
            className="chart__total"
            d={`M${line.values
              .map((value, place) => `${middle(place).toFixed(1)} ${total(value).toFixed(1)}`)
              .join('L')}`}
          />
        ) : null}
        {totals.map((value, i) => (
          <text key={value} x={paper.width} y={total(value) + letter / 3} textAnchor="end">
            {totalLabels[i]}
          </text>
        ))}
        {under.map(({ place, label, at }) => (
          <text
            key={place}
            className={place === today ? 'chart__word--act' : undefined}
            x={at}
            y={bottom + 1.5 * letter}
            textAnchor="middle"
          >
            {label}
          </text>
        ))}
      </>
    );
    const data = bars.map((_, place) => ({
      x: left + slot * place,
      y: top,
      width: slot,
      height: bottom - top,
    }));
    return { height: bottom + 2 * letter, picture, data, start: today ?? bars.length - 1 };
  };
  return <Chart {...chart} draw={draw} />;
}
