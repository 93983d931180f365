import './Chart.css';
import './IntervalBar.css';

export interface IntervalBarProps {
  /** A measured share and the bounds of its interval, 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** What it says, heard in its place, e.g. 答对3题，共4题；实际可能在30%到95%. */
  readonly name: string;
  /** What stands under its two ends, e.g. 0 and 100%, where nothing above says it. */
  readonly ends?: readonly [string, string] | undefined;
}

const percent = (share: number) => `${100 * share}%`;

/** A measured share on the axis from nothing to all: a dot, and its interval as a whisker. */
export function IntervalBar({ share, low, high, name, ends }: IntervalBarProps) {
  return (
    <span className="interval-bar">
      <svg className="interval-bar__picture" role="img" aria-label={name}>
        <line className="chart__grid" x1="0" x2="100%" y1="50%" y2="50%" />
        {[0, 0.5, 1].map((place) => (
          <line
            key={place}
            className="chart__axis"
            x1={percent(place)}
            x2={percent(place)}
            y1="25%"
            y2="75%"
          />
        ))}
        <line
          className="interval-bar__whisker"
          x1={percent(low)}
          x2={percent(high)}
          y1="50%"
          y2="50%"
        />
        <circle className="chart__dot" cx={percent(share)} cy="50%" r="5.5" />
      </svg>
      {ends ? (
        <span className="interval-bar__ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      ) : null}
    </span>
  );
}
