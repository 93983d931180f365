import { useId } from 'react';
import type { ReactNode } from 'react';
import './Field.css';
import './RadioList.css';

export interface RadioListProps<V extends string> {
  readonly label: string;
  /** For what a heading above it says already: the label is only heard. */
  readonly labelHidden?: boolean;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    /** What choosing it means, in a sentence. */
    readonly note?: string | undefined;
    /** What belongs to it, shown while it is chosen. */
    readonly inside?: ReactNode;
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few that need a sentence each: native radios, one below the other. */
export function RadioList<V extends string>(props: RadioListProps<V>) {
  const { label, labelHidden = false, options, value, onChange } = props;
  const id = useId();
  return (
    <div className="radio-list" role="radiogroup" aria-labelledby={id}>
      <span className={labelHidden ? 'visually-hidden' : 'field__label'} id={id}>
        {label}
      </span>
      {options.map((option) => (
        <div key={option.value} className="radio-list__option">
          <label className="radio-list__row">
            <input
              className="radio-list__mark"
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-describedby={option.note === undefined ? undefined : `${id}${option.value}`}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
          {option.note === undefined ? null : (
            <p className="radio-list__note" id={`${id}${option.value}`}>
              {option.note}
            </p>
          )}
          {option.value === value && option.inside ? (
            <div className="radio-list__inside">{option.inside}</div>
          ) : null}
        </div>
      ))}
    </div>
  );
}
