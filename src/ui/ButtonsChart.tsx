import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import type { Tone } from './ChartFill.tsx';
import type { Datum } from './ChartReader.tsx';
import { grouped } from './grouped.ts';

export interface ButtonsGroup {
  readonly id: string;
  readonly name: string;
  /** At the right of the name: how many answers, and how many were right. */
  readonly aside: string;
  /** Of again, hard, good, easy. */
  readonly counts: readonly [number, number, number, number];
  /** As they are read, e.g. 10%; none where too little is known. */
  readonly shares: readonly [string, string, string, string] | undefined;
  /** In place of a bar where too little is known. */
  readonly thinText: string;
}

export interface ButtonsChartProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  readonly groups: readonly ButtonsGroup[];
  /** The names of the four ratings. */
  readonly ratings: readonly [string, string, string, string];
}

/** The ink each answer puts down, as on its button. */
const TONES: readonly Tone[] = ['ink-1', 'ink-2', 'ink-3', 'ink-5'];

/** Between two labels, px. */
const GAP = 3;

/** A part and how far its label reaches, with its name and with the share alone. */
interface Labelled {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly shareEnd: number;
}

/**
 * Which parts have room for their name and share, and which for the share alone; the largest parts are
 * named first.
 */
function withRoom<P extends Labelled>(parts: readonly P[]): Map<P, 'both' | 'share'> {
  const named = new Map<P, 'both' | 'share'>();
  const isFree = (from: number, to: number) =>
    [...named].every(
      ([{ start, end, shareEnd }, shown]) =>
        to + GAP <= start || (shown === 'both' ? end : shareEnd) + GAP <= from,
    );
  for (const part of parts.toSorted((a, b) => b.count - a.count)) {
    if (part.count === 0) continue;
    if (isFree(part.start, part.end)) named.set(part, 'both');
    else if (isFree(part.start, part.shareEnd)) named.set(part, 'share');
  }
  return named;
}

/** Bars of four parts under one another: how often each rating is given, and to what. */
export function ButtonsChart(props: ButtonsChartProps) {
  const { groups, ratings, ...chart } = props;
  const draw = (paper: Paper): Drawing => {
    const { width, letter, widthOf } = paper;
    const bar = 1.5 * letter;
    const pitch = 6.4 * letter;
    const data: Datum[] = [];
    const drawn = groups.map(({ id, name, aside, counts, shares, thinText }, row) => {
      const top = row * pitch + 1.5 * letter;
      const total = counts.reduce((sum, count) => sum + count, 0);
      let x = 0;
      const parts = counts.map((count, i) => {
        const part = { x, width: total > 0 ? (width * count) / total : 0 };
        x += part.width;
        const label = ratings[i] ?? '';
        const share = shares?.[i] ?? '';
        const takes = Math.max(widthOf(label), widthOf(share));
        const start = Math.max(0, Math.min(part.x, width - takes));
        return {
          ...part,
          count,
          label,
          share,
          start,
          end: start + takes,
          shareEnd: start + widthOf(share),
        };
      });
      const labelled = withRoom(parts);
      const box = { y: top, height: bar };
      if (shares) {
        data.push(
          ...parts.map((part) => ({
            ...box,
            x: part.x,
            width: part.width,
            words: [name, `${part.label} ${part.share}`, grouped(part.count)].join(' · '),
          })),
        );
      } else data.push({ ...box, x: 0, width, words: [name, thinText].join(' · ') });
      return (
        <g key={id}>
          <text className="chart__word chart__word--strong" x={0} y={top - 0.55 * letter}>
            {name}
          </text>
          <text x={width} y={top - 0.55 * letter} textAnchor="end">
            {aside}
          </text>
          {shares ? (
            parts.map((part, i) =>
              part.count > 0 ? (
                <g key={part.label}>
                  <Fill
                    tone={TONES[i] ?? 'ink-3'}
                    x={part.x + (part.x > 0 ? 1 : 0)}
                    y={top}
                    width={Math.max(1, part.width - (part.x > 0 ? 1 : 0))}
                    height={bar}
                  />
                  {labelled.get(part) === 'both' ? (
                    <text className="chart__word" x={part.start} y={top + bar + 1.2 * letter}>
                      {part.label}
                    </text>
                  ) : null}
                  {labelled.has(part) ? (
                    <text x={part.start} y={top + bar + 2.4 * letter}>
                      {part.share}
                    </text>
                  ) : null}
                </g>
              ) : null,
            )
          ) : (
            <>
              <rect className="chart__thin" x={0} y={top} width={width} height={bar} />
              <text className="chart__word chart__word--bare" x={8} y={top + 1.1 * letter}>
                {thinText}
              </text>
            </>
          )}
        </g>
      );
    });
    return { height: groups.length * pitch - 0.6 * letter, picture: drawn, data };
  };
  return <Chart {...chart} draw={draw} />;
}
