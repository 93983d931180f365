import { spacedLabels } from './axis.ts';
import { Chart } from './Chart.tsx';
import type { ChartWords, Drawing, Paper } from './Chart.tsx';
import './BarForecast.css';

export interface BarForecastDay {
  readonly label: string;
  readonly count: number;
}

export interface BarForecastProps extends ChartWords {
  /** The first is today. */
  readonly days: readonly BarForecastDay[];
  readonly dayHead: string;
  readonly countHead: string;
}

/** How many cards fall due on each of the coming days. */
export function BarForecast({ days, dayHead, countHead, ...words }: BarForecastProps) {
  const most = Math.max(1, ...days.map((day) => day.count));
  const draw = ({ width, letter, widthOf }: Paper): Drawing => {
    const top = 1.75 * letter;
    const floor = 8.8 * letter;
    const slot = width / Math.max(1, days.length);
    const bar = 0.364 * slot;
    const labels = days.map(({ label }) => label);
    const named = new Set(spacedLabels(labels, widthOf, slot, 4));
    const picture = (
      <>
        {days.map((day, place) => {
          const height = ((floor - top) * day.count) / most;
          const middle = slot * (place + 0.5);
          const when = place === 0 ? 'today' : 'later';
          return (
            <g key={day.label} className={`bar-forecast__day bar-forecast__day--${when}`}>
              <rect x={middle - bar / 2} y={floor - height} width={bar} height={height} />
              <text
                className="chart__word"
                x={middle}
                y={floor - height - 0.42 * letter}
                textAnchor="middle"
              >
                {day.count}
              </text>
              {named.has(place) ? (
                <text
                  className="bar-forecast__label"
                  x={middle}
                  y={floor + 1.45 * letter}
                  textAnchor="middle"
                >
                  {day.label}
                </text>
              ) : null}
            </g>
          );
        })}
        <path className="chart__axis" d={`M0 ${floor}H${width}`} />
      </>
    );
    const data = days.map((_, place) => ({
      x: slot * place,
      y: 0,
      width: slot,
      height: floor,
    }));
    return { height: floor + 1.75 * letter, picture, data };
  };
  return (
    <Chart
      {...words}
      draw={draw}
      head={[dayHead, countHead]}
      rows={days.map((day) => [day.label, day.count])}
    />
  );
}
