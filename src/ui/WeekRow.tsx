import './WeekRow.css';

export interface WeekRowDay {
  /** Seen above the square, e.g. 一. */
  readonly label: string;
  /** 0 for a day without study, 1 to 4 by how much was done. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** Seen below the square, e.g. 42. */
  readonly text: string;
  /** Heard, e.g. 周一，42张. */
  readonly name: string;
}

export interface WeekRowProps {
  readonly label: string;
  readonly days: readonly WeekRowDay[];
}

/** What was done on each of the last seven days. */
export function WeekRow({ label, days }: WeekRowProps) {
  return (
    <ul className="week-row" aria-label={label}>
      {days.map((day) => (
        <li key={day.name} className={`week-row__day week-row__day--${day.level}`}>
          <span className="visually-hidden">{day.name}</span>
          <span aria-hidden="true">{day.label}</span>
          <span className="week-row__square" aria-hidden="true" />
          <span className="week-row__text" aria-hidden="true">
            {day.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
