import type { Paper } from './Chart.tsx';

/** The field bars stand in, px. */
export interface Ground {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where a value is, from the top; nothing is at the bottom. */
  readonly y: (value: number) => number;
}

/**
 * A field with room for its numbers at the left and, where a second scale needs it, at the right.
 * @param ticks from 0 up, at least two
 */
export function groundOf(
  { width, widthOf }: Paper,
  place: { readonly top: number; readonly bottom: number },
  ticks: readonly number[],
  labels: readonly string[],
  labelsRight: readonly string[] = [],
): Ground {
  const roomOf = (words: readonly string[]) =>
    words.length === 0 ? 0 : Math.max(...words.map((word) => widthOf(word))) + 8;
  const { top, bottom } = place;
  const most = ticks.at(-1) ?? 1;
  return {
    left: roomOf(labels),
    right: width - roomOf(labelsRight) - 1,
    top,
    bottom,
    y: (value) => bottom - ((bottom - top) * value) / most,
  };
}

export interface GroundLinesProps {
  readonly ground: Ground;
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
  /** What is counted, over the numbers. */
  readonly unit?: string | undefined;
  readonly letter: number;
}

/** The lines of a field and its numbers at the left. */
export function GroundLines({ ground, ticks, labels, unit, letter }: GroundLinesProps) {
  const { left, right, top, y } = ground;
  return (
    <>
      {ticks.map((tick, i) => (
        <g key={tick}>
          <path
            className={i === 0 ? 'chart__axis' : 'chart__grid'}
            d={`M${left} ${y(tick).toFixed(1)}H${right.toFixed(1)}`}
          />
          <text x={left - 8} y={y(tick) + letter / 3} textAnchor="end">
            {labels[i]}
          </text>
        </g>
      ))}
      {unit === undefined ? null : (
        <text x={0} y={top - 1.1 * letter}>
          {unit}
        </text>
      )}
    </>
  );
}
