import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';

/** What the app is made of, and under which terms. */
export function AboutSection() {
  const { settings: m } = useSettingsMessages();
  const { appVersion, catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  return (
    <Section title={m.about}>
      <dl className="settings__facts">
        <dt>{m.version}</dt>
        <dd>{appVersion}</dd>
        <dt>{m.code}</dt>
        <dd>{m.mit}</dd>
        <dt>{m.scheduler}</dt>
        <dd>{m.schedulerValue}</dd>
        {catalogue.decks.map((deck) => (
          <div key={deck.id} className="settings__fact">
            <dt>{m.deck(deck.title[language])}</dt>
            <dd>{deck.licence}</dd>
          </div>
        ))}
        <dt>{m.keys}</dt>
        <dd>{m.keysHint}</dd>
      </dl>
      <p className="secondary">{m.private}</p>
    </Section>
  );
}
