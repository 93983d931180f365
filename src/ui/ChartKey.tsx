import type { Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import type { Tone } from './ChartFill.tsx';

export interface KeyItem {
  readonly id: string;
  readonly name: string;
  /** None for a line. */
  readonly tone?: Tone | undefined;
}

interface Placed extends KeyItem {
  readonly x: number;
  readonly row: number;
}

/** What a picture's fills mean, laid out in as many rows as they need. All in px. */
export interface KeyLayout {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/** The side of a swatch, and what is between two of them, in letters. */
const SWATCH = 0.95;
const GAP = 1.1;
const ROW = 1.6;

export function layKey(items: readonly KeyItem[], { width, letter, widthOf }: Paper): KeyLayout {
  let x = 0;
  let row = 0;
  const placed = items.map((item) => {
    const takes = SWATCH * letter + 5 + widthOf(item.name);
    if (x > 0 && x + takes > width) {
      x = 0;
      row += 1;
    }
    const place = { ...item, x, row };
    x += takes + GAP * letter;
    return place;
  });
  return { placed, height: items.length === 0 ? 0 : (row + 1) * ROW * letter + 0.4 * letter };
}

/** Swatches with their names, from the top left corner of the picture. */
export function ChartKey({
  layout,
  letter,
}: {
  readonly layout: KeyLayout;
  readonly letter: number;
}) {
  const side = SWATCH * letter;
  return layout.placed.map(({ id, name, tone, x, row }) => {
    const y = row * ROW * letter + 1;
    return (
      <g key={id}>
        {tone ? (
          <Fill tone={tone} x={x + 0.5} y={y + 0.5} width={side - 1} height={side - 1} />
        ) : (
          <path className="chart__total" d={`M${x} ${y + side / 2}h${side}`} />
        )}
        <text className="chart__word" x={x + side + 5} y={y + 0.84 * letter}>
          {name}
        </text>
      </g>
    );
  });
}
