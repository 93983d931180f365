import { LANGUAGES } from '../../domain/deck.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { changeLooks, LANG, useLooks, type Theme } from '../looks.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const SCALES = [0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** How this device shows things: at once, and no events. */
export function LooksSection() {
  const { settings: m } = useSettingsMessages();
  const { language, cardLanguage, theme, textScale } = useLooks();
  const languages = LANGUAGES.map((one) => ({
    value: one,
    label: m.languages[one],
    lang: LANG[one],
  }));
  const scales = SCALES.includes(textScale)
    ? SCALES
    : [...SCALES, textScale].toSorted((a, b) => a - b);
  return (
    <Section title={m.looks} hint={m.looksHint}>
      <Choice
        label={m.language}
        options={languages}
        value={language}
        onChange={(next) => changeLooks({ language: next })}
      />
      <Choice
        label={m.cardLanguage}
        options={languages}
        value={cardLanguage}
        onChange={(next) => changeLooks({ cardLanguage: next })}
      />
      <Choice
        label={m.theme}
        options={THEMES.map((one) => ({ value: one, label: m.themes[one] }))}
        value={theme}
        onChange={(next) => changeLooks({ theme: next })}
      />
      <SelectField
        label={m.textSize}
        options={scales.map((scale) => ({ value: String(scale), label: m.percent(scale) }))}
        value={String(textScale)}
        onChange={(next) => changeLooks({ textScale: Number(next) })}
      />
    </Section>
  );
}
