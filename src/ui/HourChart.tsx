import { ticksTo } from './axis.ts';
import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import { Fill } from './ChartFill.tsx';
import { GroundLines, groundOf } from './ChartGround.tsx';

export interface HourChartHour {
  readonly label: string;
  readonly count: number;
  /** The share (0 to 1) with its bounds; none where too little is known. */
  readonly share?:
    { readonly share: number; readonly low: number; readonly high: number } | undefined;
}

export interface HourChartProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  readonly hours: readonly HourChartHour[];
  /** Over the shares, e.g. 答对 %, and over the counts, e.g. 次. */
  readonly shareUnit: string;
  readonly countUnit: string;
  /** In place of the shares where none is known. */
  readonly thinText: string;
}

/** Percents named beside the shares, the lowest first; lines and dots need not start at nothing. */
function levelsFrom(lowest: number): number[] {
  const step = lowest >= 0.6 ? 10 : lowest >= 0.2 ? 20 : 25;
  const floor = Math.max(0, Math.floor((100 * lowest) / step) * step);
  return Array.from({ length: (100 - floor) / step + 1 }, (_, i) => floor + i * step);
}

/** How much is answered at each hour of the clock, and how much of it right. */
export function HourChart(props: HourChartProps) {
  const { hours, shareUnit, countUnit, thinText, ...chart } = props;
  const known = hours.flatMap(({ share }) => share ?? []);
  const levels = levelsFrom(Math.min(0.8, ...known.map(({ low }) => low)));
  const floor = levels[0] ?? 0;
  const ticks = ticksTo(Math.max(0, ...hours.map(({ count }) => count)), 2, true);

  const draw = (paper: Paper): Drawing => {
    const { letter, widthOf } = paper;
    const shares = { top: 2 * letter, bottom: 8 * letter };
    const counts = { top: 11 * letter, bottom: 15.4 * letter };
    const left = Math.max(...[100, ...ticks].map((tick) => widthOf(String(tick)))) + 8;
    const ground = { ...groundOf(paper, counts, ticks, []), left };
    const { right } = ground;
    const slot = (right - left) / Math.max(1, hours.length);
    const middle = (hour: number) => left + slot * (hour + 0.5);
    const at = (share: number) =>
      shares.bottom - ((shares.bottom - shares.top) * (100 * share - floor)) / (100 - floor);
    const every = 3 * slot >= widthOf('00') + 0.6 * letter ? 3 : 6;
    const picture = (
      <>
        <text x={0} y={0.9 * letter}>
          {shareUnit}
        </text>
        {known.length === 0 ? (
          <>
            <rect
              className="chart__thin"
              x={left}
              y={shares.top}
              width={right - left}
              height={shares.bottom - shares.top}
            />
            <text
              className="chart__word chart__word--bare"
              x={(left + right) / 2}
              y={(shares.top + shares.bottom) / 2 + 0.35 * letter}
              textAnchor="middle"
            >
              {thinText}
            </text>
          </>
        ) : (
          levels.map((level) => (
            <g key={level}>
              <path className="chart__grid" d={`M${left} ${at(level / 100)}H${right}`} />
              <text x={left - 8} y={at(level / 100) + letter / 3} textAnchor="end">
                {level}
              </text>
            </g>
          ))
        )}
        {hours.map(({ share, label }, hour) =>
          share ? (
            <g key={label}>
              <path
                className="chart__whisker"
                d={`M${middle(hour).toFixed(1)} ${at(share.high).toFixed(1)}V${at(share.low).toFixed(1)}`}
              />
              <circle
                className="chart__dot"
                cx={middle(hour)}
                cy={at(share.share)}
                r={Math.min(4.5, Math.max(3, 0.4 * slot))}
              />
            </g>
          ) : null,
        )}
        <GroundLines {...{ ground, ticks, letter }} labels={ticks.map(String)} unit={countUnit} />
        {hours.map(({ count }, hour) => {
          if (!(count > 0)) return null;
          const width = Math.max(1, 0.7 * slot);
          const height = Math.max(1, counts.bottom - ground.y(count));
          const box = { x: middle(hour) - width / 2, y: counts.bottom - height, width, height };
          return <Fill key={hour} tone="full" {...box} />;
        })}
        {hours.map(({ label }, hour) =>
          hour % every === 0 ? (
            <text key={label} x={middle(hour)} y={counts.bottom + 1.5 * letter} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </>
    );
    const data = hours.map((_, hour) => ({
      x: left + slot * hour,
      y: shares.top,
      width: slot,
      height: counts.bottom - shares.top,
    }));
    return { height: counts.bottom + 2 * letter, picture, data };
  };
  return <Chart {...chart} draw={draw} />;
}
