import { Chart } from './Chart.tsx';
import { ChartKey, layKey } from './ChartKey.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
import './ChartFill.css';
import './HeatMap.css';

export type HeatLevel = 0 | 1 | 2 | 3 | 4;

export interface HeatMapProps extends ChartWords, Pick<ChartProps, 'head' | 'rows' | 'note'> {
  /** Days one after another, the last one today; each row of the table is of one of them. */
  readonly levels: readonly HeatLevel[];
  /** Days of the first week that come before the first day, 0 to 6. */
  readonly offset: number;
  /** Of the week's days, from its first; empty for one that is not named. */
  readonly weekdays: readonly string[];
  /** What stands over the week with a day: the month that begins, by the place of the day. */
  readonly months: readonly { readonly day: number; readonly label: string }[];
  /** What each level means, e.g. 1–14. */
  readonly levelTexts: readonly [string, string, string, string, string];
}

const DAYS = 7;
/** From one square to the next, in letters: on a wide paper, on a narrow one, and the least there is. */
const WIDE = 2;
const NARROW = 1.5;
const LEAST = 1.05;
/** However large the text is. */
const LEAST_PX = 14;
/** Where a paper is wide, in letters. */
const IS_WIDE = 32;
/** Of a pitch. */
const SQUARE = 0.78;
/** What fills a square of each level. */
const TONES = ['none', 'pale', 'mid', 'full', 'deep'] as const;

/** Where weeks stand: as many beside each other as have room, the rest above. All in px. */
function layWeeks(weeks: number, paper: Paper, left: number) {
  const room = paper.width - left;
  const most = paper.width >= IS_WIDE * paper.letter ? WIDE : NARROW;
  const pitch = Math.min(
    most * paper.letter,
    Math.max(Math.min(LEAST * paper.letter, LEAST_PX), room / Math.max(1, weeks)),
  );
  const perRow = Math.max(1, Math.floor(room / pitch + 0.01));
  const rows = Math.max(1, Math.ceil(weeks / perRow));
  return { pitch, perRow, rows };
}

/** What was done on each day: a column a week, a square a day, the darker the more. */
export function HeatMap(props: HeatMapProps) {
  const { levels, offset, weekdays, months, levelTexts, ...chart } = props;
  const weeks = Math.ceil((offset + levels.length) / DAYS);
  const draw = (paper: Paper): Drawing => {
    const { letter, widthOf } = paper;
    const left = Math.max(...weekdays.map((name) => widthOf(name))) + 8;
    const { pitch, perRow, rows } = layWeeks(weeks, paper, left);
    const side = SQUARE * pitch;
    const key = layKey(
      levelTexts.map((name, level) => ({ id: String(level), name, tone: TONES[level] })),
      paper,
    );
    const top = key.height;
    const rowHeight = 1.5 * letter + DAYS * pitch + 0.4 * letter;
    // The last row is full, so that the present is at the right place and a gap is at the beginning.
    const missing = rows > 1 ? rows * perRow - weeks : 0;
    const cell = (day: number) => {
      const week = Math.floor((offset + day) / DAYS) + missing;
      const row = Math.floor(week / perRow);
      return {
        row,
        x: left + (week % perRow) * pitch,
        y: top + row * rowHeight + 1.5 * letter + ((offset + day) % DAYS) * pitch,
      };
    };
    const last = levels.length - 1;
    // Of two that touch the later one stays: the first week may begin late in its month.
    const shown = months.filter(({ day, label }, i) => {
      const { row, x } = cell(day);
      const end = x + widthOf(label);
      const next = months[i + 1];
      const isFree = !next || cell(next.day).row !== row || end + 0.6 * letter <= cell(next.day).x;
      return isFree && end <= paper.width;
    });
    const picture = (
      <>
        <ChartKey layout={key} letter={letter} />
        {Array.from({ length: rows }, (_, row) =>
          weekdays.map((name, day) => (
            <text
              key={`${row} ${day}`}
              x={0}
              y={top + row * rowHeight + 1.5 * letter + day * pitch + side / 2 + 0.36 * letter}
            >
              {name}
            </text>
          )),
        )}
        {shown.map(({ day, label }) => (
          <text key={day} x={cell(day).x} y={top + cell(day).row * rowHeight + 0.95 * letter}>
            {label}
          </text>
        ))}
        {levels.map((level, day) => {
          const { x, y } = cell(day);
          return (
            <g key={day}>
              <rect
                className={`chart__fill chart__fill--${TONES[level]}`}
                x={(x + 0.5).toFixed(1)}
                y={(y + 0.5).toFixed(1)}
                width={(side - 1).toFixed(1)}
                height={(side - 1).toFixed(1)}
                rx={2}
              />
              {day === last ? (
                <rect
                  className="heat-map__today"
                  x={x - 1}
                  y={y - 1}
                  width={side + 2}
                  height={side + 2}
                  rx={3}
                />
              ) : null}
            </g>
          );
        })}
      </>
    );
    const data = levels.map((_, day) => {
      const { x, y } = cell(day);
      return { x: x - 1, y: y - 1, width: side + 2, height: side + 2 };
    });
    const height = top + rows * rowHeight;
    return { height, picture, data, start: last, perColumn: DAYS };
  };
  return <Chart {...chart} draw={draw} />;
}
