import { useId } from 'react';
import type { ReactNode } from 'react';
import './Choice.css';
import './Field.css';

export interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly lang?: string;
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** For filters above a list, whose meaning is plain: the label is only heard. */
  readonly labelHidden?: boolean;
}

/** One of a few: native radios in one strip. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, hint, options, value, onChange, labelHidden = false } = props;
  const id = useId();
  return (
    <div className={labelHidden ? 'choice' : 'choice field'}>
      <span className={labelHidden ? 'visually-hidden' : 'field__label'} id={id}>
        {label}
      </span>
      <div
        className="choice__strip"
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={hint ? `${id}hint` : undefined}
      >
        {options.map((option) => (
          <label key={option.value} className="choice__option" lang={option.lang}>
            <input
              className="visually-hidden"
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint ? (
        <p className="field__hint" id={`${id}hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
