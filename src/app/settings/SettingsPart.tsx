import type { ReactNode } from 'react';

export interface SettingsPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A few settings that belong together, within a section. */
export function SettingsPart({ title, children }: SettingsPartProps) {
  return (
    <fieldset className="settings__part">
      <legend>
        <h3>{title}</h3>
      </legend>
      {children}
    </fieldset>
  );
}
