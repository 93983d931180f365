import { Chart } from './Chart.tsx';
import type { ChartProps, Paper } from './Chart.tsx';
import './RecallCurve.css';

export interface CurvePoint {
  /** ms, or any other count of time */
  readonly at: number;
  /** 0 to 1 */
  readonly recall: number;
}

export interface RecallCurveProps extends Omit<ChartProps, 'draw'> {
  /** What was, stretch by stretch. */
  readonly arcs: readonly (readonly CurvePoint[])[];
  /** What will be if nothing is done; drawn dashed. */
  readonly ahead?: readonly CurvePoint[] | undefined;
  /** Answers on the way: where memory began anew. */
  readonly marks?: readonly { readonly at: number; readonly missed: boolean }[] | undefined;
  /** Recall at which it falls due: a line, and above it the band in which it is kept. */
  readonly desired: number;
  /** Now: the instant, how the day is named, and what is recalled. */
  readonly now: { readonly at: number; readonly dayLabel: string; readonly label: string };
  readonly due?: { readonly at: number; readonly label: string } | undefined;
  /** Dates named where there is room, earliest first. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** When each row of the table is. */
  readonly rowsAt: readonly number[];
  /** What stands for what, below. */
  readonly keys: readonly {
    readonly is: 'recalled' | 'missed' | 'past' | 'ahead' | 'desired';
    readonly label: string;
  }[];
}

const DOT = 5;
const GAP = 6;

/** Percents named at the left, the lowest first: every 10, or every 20 or 25 of a long axis. */
function levelsFrom(lowest: number): number[] {
  const span = 100 - 100 * lowest;
  const step = span > 80 ? 25 : span > 50 ? 20 : 10;
  const count = Math.max(1, Math.ceil(span / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, level) => Math.max(0, 100 - step * (count - level)));
}

/** The labels that touch neither each other nor one already placed. */
function withRoom<T extends { readonly x: number; readonly half: number }>(
  labels: readonly T[],
  taken: readonly { readonly x: number; readonly half: number }[],
  gap: number,
): T[] {
  const placed = [...taken];
  return labels.filter((label) => {
    const fits = placed.every(({ x, half }) => Math.abs(x - label.x) >= half + label.half + gap);
    if (fits) placed.push(label);
    return fits;
  });
}

/** How recall came to be what it is, and where it goes from here. */
export function RecallCurve(props: RecallCurveProps) {
  const { arcs, ahead = [], marks = [], desired, now, due, ticks, rowsAt, keys, ...chart } = props;
  const points = [...arcs.flat(), ...ahead];
  const first = Math.min(now.at, ...points.map(({ at }) => at));
  const last = Math.max(now.at, due?.at ?? now.at, ...points.map(({ at }) => at));
  const levels = levelsFrom(Math.min(desired, ...points.map(({ recall }) => recall)));
  const floor = levels[0] ?? 0;

  const draw = (paper: Paper) => {
    const { width, letter, widthOf } = paper;
    const height = Math.min(20 * letter, Math.max(16 * letter, 0.4 * width));
    const left = widthOf('100') + 8 + DOT;
    const right = width - DOT - 2;
    const top = 1.4 * letter;
    const bottom = height - 1.8 * letter;
    const x = (at: number) => left + ((right - left) * (at - first)) / Math.max(1, last - first);
    const y = (recall: number) =>
      bottom - ((bottom - top) * (100 * recall - floor)) / (100 - floor);
    const line = (stretch: readonly CurvePoint[]) =>
      `M${stretch.map(({ at, recall }) => `${x(at).toFixed(1)} ${y(recall).toFixed(1)}`).join('L')}`;
    const current = ahead[0]?.recall ?? arcs.at(-1)?.at(-1)?.recall ?? 0;
    const earlier = arcs.at(-1)?.at(-2)?.recall ?? current;
    const nowHalf = widthOf(now.dayLabel) / 2;
    const nowX = Math.min(Math.max(x(now.at), nowHalf), width - nowHalf);
    const named = withRoom(
      ticks.map(({ at, label }) => {
        const half = widthOf(label) / 2;
        return { label, half, x: Math.min(Math.max(x(at), half), width - half) };
      }),
      [{ x: nowX, half: nowHalf }],
      letter,
    );
    const isNowRight = x(now.at) + 2 * GAP + widthOf(now.label) <= width;
    const dueHalf = due ? widthOf(due.label) / 2 : 0;
    const dueY = y(desired) + Math.min(0.4 * (bottom - y(desired)), 3.4 * letter) + letter;
    const picture = (
      <>
        <rect
          className="recall-curve__band"
          x={left}
          y={y(1)}
          width={right - left}
          height={y(desired) - y(1)}
        />
        {levels.map((level) => (
          <g key={level}>
            <path className="chart__grid" d={`M${left} ${y(level / 100)}H${right}`} />
            <text x={left - 8 - DOT} y={y(level / 100) + letter / 3} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        <path className="recall-curve__desired" d={`M${left} ${y(desired)}H${right}`} />
        <path className="recall-curve__today" d={`M${x(now.at)} ${y(1) - 4}V${bottom}`} />
        {arcs.map((arc, i) => {
          const [before, begins] = [arcs[i - 1]?.at(-1), arc[0]];
          return (
            <g key={begins?.at ?? i}>
              {before && begins && begins.at - before.at < 1 ? (
                <path className="chart__line" d={line([before, begins])} />
              ) : null}
              <path className="chart__line" d={line(arc)} />
            </g>
          );
        })}
        {ahead.length > 1 ? (
          <path className="chart__line recall-curve__ahead" d={line(ahead)} />
        ) : null}
        {due ? (
          <>
            <path
              className="recall-curve__due"
              d={`M${x(due.at)} ${y(desired)}V${dueY - letter - 2}`}
            />
            <circle className="recall-curve__due-dot" cx={x(due.at)} cy={y(desired)} r={DOT} />
            <text
              className="chart__word--act"
              x={Math.min(Math.max(x(due.at), dueHalf), width - dueHalf)}
              y={dueY}
              textAnchor="middle"
            >
              {due.label}
            </text>
          </>
        ) : null}
        {marks.map(({ at, missed }) => (
          <g key={at} transform={`translate(${x(at).toFixed(1)} ${y(1)})`}>
            <Mark missed={missed} />
          </g>
        ))}
        <circle className="recall-curve__now" cx={x(now.at)} cy={y(current)} r={DOT} />
        <text
          className="chart__word--model chart__word--strong"
          x={isNowRight ? x(now.at) + 2 * GAP : x(now.at) - 2 * GAP}
          y={!isNowRight && earlier > current ? y(current) + GAP + letter : y(current) - GAP}
          textAnchor={isNowRight ? 'start' : 'end'}
        >
          {now.label}
        </text>
        <text className="chart__word--act" x={nowX} y={height - 4} textAnchor="middle">
          {now.dayLabel}
        </text>
        {named.map(({ label, x: at }) => (
          <text key={`${label} ${at}`} x={at} y={height - 4} textAnchor="middle">
            {label}
          </text>
        ))}
      </>
    );
    const data = rowsAt.map((at) => ({
      x: x(at) - DOT,
      y: top,
      width: 2 * DOT,
      height: bottom - top,
    }));
    return { height, picture, data };
  };

  return (
    <div className="recall-curve">
      <Chart {...chart} draw={draw} />
      <ul className="recall-curve__keys caption">
        {keys.map(({ is, label }) => (
          <li key={is}>
            <Sample is={is} />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An answer: a full dot recalled, an open ring with a cross missed. */
function Mark({ missed }: { readonly missed: boolean }) {
  return missed ? (
    <>
      <circle className="recall-curve__missed" r={DOT} />
      <path className="recall-curve__cross" d="M-2 -2L2 2M2 -2L-2 2" />
    </>
  ) : (
    <circle className="recall-curve__recalled" r={DOT} />
  );
}

function Sample({ is }: { readonly is: RecallCurveProps['keys'][number]['is'] }) {
  const isMark = is === 'recalled' || is === 'missed';
  return (
    <svg
      className="recall-curve__sample"
      width={isMark ? 14 : 26}
      height={14}
      viewBox={isMark ? '-7 -7 14 14' : '-13 -7 26 14'}
      aria-hidden="true"
    >
      {isMark ? <Mark missed={is === 'missed'} /> : null}
      {is === 'desired' ? (
        <rect className="recall-curve__band" x="-13" y="-6" width="26" height="6" />
      ) : null}
      {is === 'desired' ? <path className="recall-curve__desired" d="M-13 0H13" /> : null}
      {is === 'past' ? <path className="chart__line" d="M-13 0H13" /> : null}
      {is === 'ahead' ? <path className="chart__line recall-curve__ahead" d="M-13 0H13" /> : null}
    </svg>
  );
}
