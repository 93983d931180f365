import { useId } from 'react';
import type { ReactNode } from 'react';
import './ProgressBar.css';

export interface ProgressBarProps {
  /** What is going on. */
  readonly label: string;
  /** How much, how long, what is safe. */
  readonly note?: ReactNode;
  /** 0 to 1. */
  readonly value: number;
  /** `info` for what has been gathered so far; ink otherwise. */
  readonly tone?: 'ink' | 'info';
  /** Shows itself only after 0.4 s, for work that is mostly quicker. */
  readonly patient?: boolean;
}

/** A wait, or a way to go, with words and a bar. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, note, value, tone = 'ink', patient = false } = props;
  const id = useId();
  return (
    <div className={patient ? 'progress-bar progress-bar--patient' : 'progress-bar'}>
      <p className="progress-bar__label" id={id}>
        {label}
      </p>
      {note ? <p className="secondary">{note}</p> : null}
      <progress
        className={`progress-bar__track progress-bar__track--${tone}`}
        aria-labelledby={id}
        max={1}
        value={Math.max(0, Math.min(1, value))}
      />
    </div>
  );
}
