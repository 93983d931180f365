import type { EasyDay } from '../../domain/settings.ts';
import { IconDown } from '../../ui/Icons.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useHint } from './Saved.tsx';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';

/** Monday first; the setting itself is Sunday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const KINDS: readonly EasyDay[] = ['normal', 'reduced', 'minimum'];

/** How much of the reviews each weekday should take. */
export function EasyDays() {
  const { settings: m, time } = useSettingsMessages();
  const easyDays = useSettingsState(({ settings }) => settings.easyDays);
  const { change } = useSettingsScreen();
  const hint = useHint('easyDays', m.easyDaysHint);
  const easier = WEEK.filter((day) => easyDays[day] !== 'normal');
  return (
    <details className="settings__week">
      <summary>
        <span>{m.easyDays}</span>
        <span>
          {easier.length === 0
            ? m.easyDaysNone
            : m.easyDaysSome(easier.map((day) => time.weekdayName(day)))}
          <IconDown />
        </span>
      </summary>
      <p className="secondary">{hint}</p>
      {WEEK.map((day) => (
        <SelectField
          key={day}
          label={time.weekdayName(day)}
          options={KINDS.map((kind) => ({ value: kind, label: m.easyDay[kind] }))}
          value={easyDays[day] ?? 'normal'}
          onChange={(kind) =>
            void change(
              'easyDays',
              easyDays.map((one, i) => (i === day ? kind : one)),
            )
          }
        />
      ))}
    </details>
  );
}
