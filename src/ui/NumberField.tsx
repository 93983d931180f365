import { useState } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import './NumberField.css';

export interface NumberFieldProps extends FieldText {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 unless said otherwise; only multiples of it are taken. */
  readonly step?: number;
  /** After the number, e.g. 张. */
  readonly unit?: string | undefined;
  /** The error shown for anything that is not a number from min to max, e.g. 请填0到9999的整数. */
  readonly boundsError: string;
  /** A number within bounds, on Enter or when the field is left. */
  readonly onCommit: (value: number) => void;
}

/** A number typed in; what is out of bounds is kept on show, explained, and not taken. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, value, min, max, step = 1, unit, boundsError, onCommit } = props;
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const commit = () => {
    if (draft === undefined) return;
    const typed = Number(draft);
    const steps = (typed - min) / step;
    const fits =
      draft.trim() !== '' &&
      typed >= min &&
      typed <= max &&
      Math.abs(steps - Math.round(steps)) < 1e-6;
    setWrong(!fits);
    if (!fits) return;
    setDraft(undefined);
    if (typed !== value) onCommit(typed);
  };
  return (
    <Field label={label} hint={hint} error={wrong ? boundsError : props.error}>
      {(control) => (
        <>
          <input
            {...control}
            className="input number-field"
            type="number"
            inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
            min={min}
            max={max}
            step={step}
            value={draft ?? String(value)}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
          />
          {unit === undefined ? null : <span className="field__unit">{unit}</span>}
        </>
      )}
    </Field>
  );
}
