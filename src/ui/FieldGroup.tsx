import { useId } from 'react';
import type { ReactNode } from 'react';
import type { FieldText } from './Field.tsx';
import { IconWarning } from './Icons.tsx';
import './Field.css';
import './FieldGroup.css';

export interface FieldGroupProps extends FieldText {
  readonly children: ReactNode;
}

/** A label, the controls that answer it together, a hint and an error. */
export function FieldGroup({ label, hint, error, children }: FieldGroupProps) {
  const id = useId();
  const described = [hint ? `${id}hint` : '', error ? `${id}error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className="field-group"
      aria-describedby={described === '' ? undefined : described}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
    >
      <legend className="field__label">{label}</legend>
      {children}
      {hint ? (
        <p className="field__hint" id={`${id}hint`} aria-live="polite">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field__error" id={`${id}error`} role="alert">
          <IconWarning />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
