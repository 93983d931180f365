import type { CSSProperties } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import './Slider.css';

export interface SliderProps extends FieldText {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** What the value means: seen at the right, and heard. */
  readonly valueText: string;
  /** While it moves. */
  readonly onChange: (value: number) => void;
  /** When it is let go. */
  readonly onCommit?: ((value: number) => void) | undefined;
}

/** A value on a scale. */
export function Slider(props: SliderProps) {
  const { label, hint, error, value, min, max, step = 1, valueText, onChange, onCommit } = props;
  const place = { '--place': max > min ? (value - min) / (max - min) : 0 } as CSSProperties;
  const commit = () => onCommit?.(value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="slider">
          <input
            {...control}
            className="slider__input"
            type="range"
            min={min}
            max={max}
            step={step}
            value={value}
            aria-valuetext={valueText}
            style={place}
            onChange={(event) => onChange(event.target.valueAsNumber)}
            onPointerUp={commit}
            onKeyUp={commit}
          />
          <output className="slider__value" aria-hidden="true">
            {valueText}
          </output>
        </span>
      )}
    </Field>
  );
}
