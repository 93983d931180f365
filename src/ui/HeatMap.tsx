import { Chart } from './Chart.tsx';
import type { ChartProps, ChartWords, Drawing, Paper } from './Chart.tsx';
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
/** From one square to the next, in letters: most, and least before the weeks are put into two rows. */
const PITCH = 1.5;
const LEAST = 1.05;
/** Of a pitch. */
const SQUARE = 0.78;
const LEVELS = [0, 1, 2, 3, 4] as const;

/** Where weeks stand: as many beside each other as have room, the rest above. All in px. */
function layWeeks(weeks: number, paper: Paper, left: number) {
  const room = paper.width - left;
  const pitch = Math.min(
    PITCH * paper.letter,
    Math.max(LEAST * paper.letter, room / Math.max(1, weeks)),
  );
  const perRow = Math.max(1, Math.floor(room / pitch + 0.01));
  const rows = Math.max(1, Math.ceil(weeks / perRow));
  return { pitch, perRow, rows };
}

function Key({ texts, paper }: { readonly texts: readonly string[]; readonly paper: Paper }) {
  const { letter, widthOf } = paper;
  const side = 0.95 * letter;
  let x = 0;
  return LEVELS.map((level) => {
    const text = texts[level] ?? '';
    const at = x;
    x += side + 4 + widthOf(text) + 0.9 * letter;
    return (
      <g key={level}>
        <rect
          className={`heat-map__day heat-map__day--${level}`}
          x={at + 0.5}
          y={0.5}
          width={side - 1}
          height={side - 1}
          rx={2}
        />
        <text x={at + side + 4} y={0.84 * letter}>
          {text}
        </text>
      </g>
    );
  });
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
    const top = 1.9 * letter;
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
    let end = { row: -1, x: 0 };
    const shown = months.filter(({ day, label }) => {
      const { row, x } = cell(day);
      const fits = (row !== end.row || x >= end.x) && x + widthOf(label) <= paper.width;
      if (fits) end = { row, x: x + widthOf(label) + 0.6 * letter };
      return fits;
    });
    const picture = (
      <>
        <Key texts={levelTexts} paper={paper} />
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
                className={`heat-map__day heat-map__day--${level}`}
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
