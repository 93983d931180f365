import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import { IconDown } from './Icons.tsx';
import './SelectField.css';

export interface SelectFieldProps<V extends string> extends FieldText {
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of many, from a list. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, error, options, value, onChange } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="select-field">
          <select
            {...control}
            className="input select-field__input"
            value={value}
            onChange={(event) => {
              const chosen = options[event.target.selectedIndex];
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <IconDown />
        </span>
      )}
    </Field>
  );
}
