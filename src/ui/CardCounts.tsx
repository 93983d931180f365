import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import type { Tone } from './ChartFill.tsx';
import { ChartKey, layKey } from './ChartKey.tsx';
import { grouped } from './grouped.ts';

export interface CardCountsPart {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
  readonly count: number;
}

export interface CardCountsProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  /** In the order of the table's rows. */
  readonly parts: readonly CardCountsPart[];
}

/** All cards as one bar, in parts by where they stand. */
export function CardCounts({ parts, ...chart }: CardCountsProps) {
  const draw = (paper: Paper): Drawing => {
    const { width, letter } = paper;
    const bar = 2 * letter;
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    const named = parts.filter(({ count }) => count > 0);
    const key = layKey(
      named.map((part) => ({ ...part, name: `${part.name} ${grouped(part.count)}` })),
      paper,
    );
    let x = 0;
    const placed = parts.map((part) => {
      const takes = total > 0 ? (width * part.count) / total : 0;
      const place = { ...part, x, width: takes };
      x += takes;
      return place;
    });
    const picture = (
      <>
        {placed.map((part) => {
          if (part.count === 0) return null;
          const gap = part.x > 0 ? 1 : 0;
          const drawn = Math.max(2, part.width - gap);
          const start = Math.min(part.x + gap, width - drawn);
          const box = { x: start, y: 1, width: drawn, height: bar };
          return <Fill key={part.id} tone={part.tone} {...box} />;
        })}
        <g transform={`translate(0 ${bar + 0.9 * letter})`}>
          <ChartKey layout={key} letter={letter} />
        </g>
      </>
    );
    const data = placed.map((part) => ({ x: part.x, y: 0, width: part.width, height: bar + 2 }));
    return { height: bar + 0.9 * letter + key.height, picture, data };
  };
  return <Chart {...chart} draw={draw} />;
}
