import { TableTwin } from './TableTwin.tsx';
import './BarForecast.css';

export interface BarForecastDay {
  readonly label: string;
  readonly count: number;
}

export interface BarForecastProps {
  /** The first is today. */
  readonly days: readonly BarForecastDay[];
  /** The finding in one sentence: the picture's accessible name. */
  readonly sentence: string;
  readonly showTableLabel: string;
  readonly hideTableLabel: string;
  readonly dayHead: string;
  readonly countHead: string;
}

const TOP = 16.5;
const FLOOR = 83.5;

/** How many cards fall due on each of the coming days. Measures are shares of the picture. */
export function BarForecast(props: BarForecastProps) {
  const { days, sentence, dayHead, countHead } = props;
  const most = Math.max(1, ...days.map((day) => day.count));
  const slot = 100 / days.length;
  return (
    <div className="bar-forecast">
      <svg className="bar-forecast__picture" role="img" aria-label={sentence}>
        {days.map((day, place) => {
          const height = ((FLOOR - TOP) * day.count) / most;
          const middle = `${slot * (place + 0.5)}%`;
          const when = place === 0 ? 'today' : 'later';
          return (
            <g key={day.label} className={`bar-forecast__day bar-forecast__day--${when}`}>
              <rect
                x={`${slot * (place + 0.5) - 2.6}%`}
                y={`${FLOOR - height}%`}
                width="5.2%"
                height={`${height}%`}
              />
              <text className="bar-forecast__count" x={middle} y={`${FLOOR - height - 4}%`}>
                {day.count}
              </text>
              <text className="bar-forecast__label" x={middle} y="97.5%">
                {day.label}
              </text>
            </g>
          );
        })}
        <line className="bar-forecast__axis" x1="0" x2="100%" y1={`${FLOOR}%`} y2={`${FLOOR}%`} />
      </svg>
      <TableTwin
        showTableLabel={props.showTableLabel}
        hideTableLabel={props.hideTableLabel}
        caption={sentence}
        head={[dayHead, countHead]}
        rows={days.map((day) => [day.label, day.count])}
      />
    </div>
  );
}
