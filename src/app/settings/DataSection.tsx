import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { AutomaticBackup, BackUp, Kept } from './BackupParts.tsx';
import { DataStateProvider } from './dataContext.ts';
import { createDataState } from './dataState.ts';
import { ErasePart } from './ErasePart.tsx';
import { RestorePart } from './RestorePart.tsx';
import { SettingsPart } from './SettingsPart.tsx';

/** Where the record is, and how it is kept safe. */
export function DataSection() {
  const { backup: m } = useSettingsMessages();
  const environment = useEnvironment();
  const [screen] = useState(() => createDataState(environment));
  useEffect(() => screen.listen(), [screen]);
  const [params] = useSearchParams();
  const at = params.get('at');
  const isRead = useStore(screen.state, (state) => state.backups !== null);
  useEffect(() => {
    if (isRead && at === 'backup') document.getElementById(at)?.focus();
  }, [isRead, at]);
  return (
    <DataStateProvider value={screen}>
      <Section title={m.title}>
        <Kept />
        <BackUp />
        <AutomaticBackup />
        <RestorePart />
        <SettingsPart title={m.move}>
          <p className="secondary">{m.moveHow}</p>
        </SettingsPart>
        <ErasePart />
      </Section>
    </DataStateProvider>
  );
}
