/** One control per kind of setting: it shows what stands, and writes one event when it is changed. */
import { useState } from 'react';
import type { Settings } from '../../domain/settings.ts';
import { Choice } from '../../ui/Choice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useHint } from './Saved.tsx';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';
import { parseSteps, type StepProblem } from './steps.ts';

/** The settings whose value is a `V`. */
type KeysOf<V> = { [K in keyof Settings]: Settings[K] extends V ? K : never }[keyof Settings];
type NumberKey = Exclude<KeysOf<number>, 'desiredRetention'>;
type WordKey = 'newOrder' | 'reviewOrder' | 'mix';

export interface NumberSettingProps {
  readonly of: NumberKey;
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

export function NumberSetting({ of, label, hint, unit, min, max }: NumberSettingProps) {
  const { settings: m } = useSettingsMessages();
  const value = useSettingsState(({ settings }) => settings[of]);
  const { change } = useSettingsScreen();
  return (
    <NumberField
      label={label}
      hint={useHint(of, hint)}
      unit={unit}
      value={value}
      min={min}
      max={max}
      boundsError={m.wholeFrom(min, max)}
      onCommit={(next) => void change(of, next)}
    />
  );
}

export interface SwitchSettingProps {
  readonly of: KeysOf<boolean>;
  readonly label: string;
  readonly hint?: string;
}

export function SwitchSetting({ of, label, hint }: SwitchSettingProps) {
  const value = useSettingsState(({ settings }) => settings[of]);
  const { change } = useSettingsScreen();
  return (
    <Switch
      label={label}
      hint={useHint(of, hint)}
      checked={value}
      onChange={(next) => void change(of, next)}
    />
  );
}

export interface ChoiceSettingProps<K extends WordKey> {
  readonly of: K;
  readonly label: string;
  /** In this order. */
  readonly options: Readonly<Record<Settings[K], string>>;
}

export function ChoiceSetting<K extends WordKey>({ of, label, options }: ChoiceSettingProps<K>) {
  const value = useSettingsState(({ settings }) => settings[of]);
  const { change } = useSettingsScreen();
  const words = Object.entries<string>(options).map(([word, text]) => ({
    value: word as Settings[K],
    label: text,
  }));
  return (
    <Choice
      label={label}
      hint={useHint(of)}
      options={words}
      value={value}
      onChange={(next) => void change(of, next)}
    />
  );
}

export interface StepsSettingProps {
  readonly of: 'learningSteps' | 'relearningSteps';
  readonly label: string;
  readonly hint: string;
}

/** Steps as text; taken when the field is left or on Enter, if they can be read. */
export function StepsSetting({ of, label, hint }: StepsSettingProps) {
  const { settings: m } = useSettingsMessages();
  const steps = useSettingsState(({ settings }) => settings[of]);
  const { change } = useSettingsScreen();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const commit = () => {
    if (draft === null) return;
    const parsed = parseSteps(draft);
    if ('is' in parsed) return setProblem(parsed);
    setProblem(null);
    setDraft(null);
    if (parsed.join() !== steps.join()) void change(of, parsed);
  };
  const error =
    problem === null
      ? undefined
      : problem.is === 'unread'
        ? m.stepError.unread(problem.part)
        : m.stepError[problem.is];
  return (
    // It listens for the field inside it, which is taken when it is left.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="settings__steps"
      onBlur={commit}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <TextField
        label={label}
        hint={useHint(of, hint)}
        error={error}
        value={draft ?? steps.map((step) => m.stepText(step)).join(m.stepJoint)}
        onChange={setDraft}
      />
    </form>
  );
}
