import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';

export interface TextFieldProps extends FieldText {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly placeholder?: string | undefined;
  /** Earliest and latest date, as YYYY-MM-DD. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** One line of text, or a date. */
export function TextField({ value, onChange, type = 'text', ...rest }: TextFieldProps) {
  const { label, hint, error, placeholder, min, max } = rest;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          value={value}
          placeholder={placeholder}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
