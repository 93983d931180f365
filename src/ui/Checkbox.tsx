import type { ReactNode } from 'react';
import './Checkbox.css';

export interface CheckboxProps {
  /** `some`: part of what it stands for. */
  readonly checked: boolean | 'some';
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  /** Its words; all of them can be pressed. */
  readonly children: ReactNode;
}

/** A box to tick, with its words. Pressing one that is ticked in part ticks it. */
export function Checkbox({ checked, onChange, disabled = false, children }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input
        className="checkbox__box"
        type="checkbox"
        checked={checked === true}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = checked === 'some';
        }}
        onChange={() => onChange(checked !== true)}
      />
      <span className="checkbox__words">{children}</span>
    </label>
  );
}
