import { useEffect, useState } from 'react';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { Page } from '../Page.tsx';
import { AboutSection } from './AboutSection.tsx';
import { DataSection } from './DataSection.tsx';
import { LooksSection } from './LooksSection.tsx';
import { SettingsStateProvider } from './settingsContext.ts';
import { createSettingsState } from './settingsState.ts';
import { StudySection } from './StudySection.tsx';
import './SettingsScreen.css';

/** How things are studied, looked at and kept. */
export function SettingsScreen() {
  const { settings: m } = useSettingsMessages();
  const environment = useEnvironment();
  const [screen] = useState(() => createSettingsState(environment));
  useEffect(() => screen.listen(), [screen]);
  return (
    <SettingsStateProvider value={screen}>
      <Page title={m.title} narrow>
        <h1 className="settings__head">{m.title}</h1>
        <StudySection />
        <LooksSection />
        <DataSection />
        <AboutSection />
      </Page>
    </SettingsStateProvider>
  );
}
