import { useState } from 'react';
import type { StudyDay } from '../../domain/day.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useHint } from './Saved.tsx';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';

const HOURS = [0, 1, 2, 3, 4, 5, 6];

/** When the study day begins. It may change which day today is, so that is said first. */
export function Rollover() {
  const { settings: m, time } = useSettingsMessages();
  const { clock } = useEnvironment();
  const rollover = useSettingsState(({ settings }) => settings.rollover);
  const cards = useSettingsState((state) => state.cards);
  const { change } = useSettingsScreen();
  const [draft, setDraft] = useState<number | null>(null);
  const chosen = draft ?? rollover;
  const hint = useHint('rollover', m.rolloverHint);

  const effect = () => {
    const now = clock.now();
    const from = dayAt(clock, now, rollover);
    const to = dayAt(clock, now, chosen);
    if (from === to) return m.rolloverSame(time.date(to), m.hour(chosen));
    const due = (day: StudyDay) =>
      (cards ?? []).filter(
        ({ phase, suspended, dueDay }) =>
          phase === 'review' && !suspended && dueDay !== null && dueDay <= day,
      ).length;
    return m.rolloverOther(time.date(from), time.date(to), due(from), due(to));
  };
  return (
    <>
      <SelectField
        label={m.dayBegins}
        hint={hint}
        options={HOURS.map((hour) => ({ value: String(hour), label: m.hour(hour) }))}
        value={String(chosen)}
        onChange={(hour) => setDraft(Number(hour))}
      />
      {chosen === rollover ? null : (
        <div className="settings__aside">
          <output className="secondary settings__said">{effect()}</output>
          <div className="settings__buttons">
            <Button
              size="small"
              onClick={() => {
                setDraft(null);
                void change('rollover', chosen);
              }}
            >
              {m.rolloverApply(m.hour(chosen))}
            </Button>
            <Button variant="quiet" size="small" onClick={() => setDraft(null)}>
              {m.rolloverKeep(m.hour(rollover))}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
