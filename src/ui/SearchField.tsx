import { useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import { IconClose, IconSearch } from './Icons.tsx';
import './SearchField.css';
import './Field.css';

export interface SearchFieldProps {
  /** Heard; the icon and the placeholder are what is seen. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly clearLabel: string;
}

/** Looks for words in a list below it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, clearLabel } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className="search-field">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <IconSearch />
      <input
        ref={input}
        id={id}
        className="input search-field__input"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value === '' ? null : (
        <IconButton
          label={clearLabel}
          icon={<IconClose />}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
    </search>
  );
}
