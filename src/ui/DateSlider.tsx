import { useId } from 'react';
import type { CSSProperties } from 'react';
import './DateSlider.css';

export interface SliderMark {
  /** Which stop, from 0. */
  readonly stop: number;
  readonly label: string;
  /** `today` is where one stands; `other` may lose its label where there is no room for it. */
  readonly is: 'today' | 'end' | 'other';
}

export interface DateSliderProps {
  readonly label: string;
  /** How many dates can be chosen. */
  readonly stops: number;
  readonly stop: number;
  /** Where the solid part of the line begins: today. */
  readonly origin: number;
  /** What is heard of the stop, e.g. 12月3日，平均83%. */
  readonly valueText: string;
  readonly marks: readonly SliderMark[];
  readonly onChange: (stop: number) => void;
}

/** Marks closer than this to one already labelled have no label, as a share of the line. */
const ROOM = 0.2;

function labelled(marks: readonly SliderMark[], placeOf: (stop: number) => number): SliderMark[] {
  const kept: SliderMark[] = [];
  for (const is of ['today', 'end', 'other'] as const) {
    for (const mark of marks) {
      if (mark.is !== is) continue;
      const here = placeOf(mark.stop);
      if (kept.every((one) => Math.abs(placeOf(one.stop) - here) >= ROOM)) kept.push(mark);
    }
  }
  return kept;
}

/** A line of dates around today. */
export function DateSlider(props: DateSliderProps) {
  const { label, stops, stop, origin, valueText, marks, onChange } = props;
  const id = useId();
  const last = Math.max(1, stops - 1);
  const placeOf = (at: number) => at / last;
  const at = (place: number) => ({ '--place': place }) as CSSProperties;
  const line = {
    '--from': placeOf(Math.min(stop, origin)),
    '--to': placeOf(Math.max(stop, origin)),
  } as CSSProperties;
  return (
    <div className="date-slider" style={line}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <div className="date-slider__line">
        {marks.map(({ stop: where, is }) => (
          <span
            key={`${is} ${where}`}
            className={`date-slider__mark date-slider__mark--${is}`}
            style={at(placeOf(where))}
          />
        ))}
        <input
          className="date-slider__input"
          id={id}
          type="range"
          min={0}
          max={last}
          value={stop}
          aria-valuetext={valueText}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      </div>
      <div className="date-slider__labels" aria-hidden="true">
        {labelled(marks, placeOf).map(({ stop: where, is, label: words }) => {
          const place = placeOf(where);
          const edge =
            place < 0.1
              ? ' date-slider__label--first'
              : place > 0.9
                ? ' date-slider__label--last'
                : '';
          return (
            <span
              key={`${is} ${where}`}
              className={`date-slider__label date-slider__label--${is}${edge}`}
              style={at(place)}
            >
              {words}
            </span>
          );
        })}
      </div>
    </div>
  );
}
