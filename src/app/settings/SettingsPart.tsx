import type { ReactNode } from 'react';

export interface SettingsPartProps {
  readonly title: string;
  /** Where an address may lead to it. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A few settings that belong together, within a section. */
export function SettingsPart({ title, id, children }: SettingsPartProps) {
  return (
    <fieldset className="settings__part" id={id} tabIndex={id === undefined ? undefined : -1}>
      <legend>
        <h3>{title}</h3>
      </legend>
      {children}
    </fieldset>
  );
}
