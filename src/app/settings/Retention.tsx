import { useMemo, useState } from 'react';
import type { CardState } from '../../domain/cardState.ts';
import { dailyCost } from '../../domain/forecast.ts';
import { Button } from '../../ui/Button.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useHint } from './Saved.tsx';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';

/** Learnt cards from which on a cost can be told. */
const ENOUGH = 30;

function stabilitiesOf(cards: readonly CardState[]): number[] {
  return cards.flatMap(({ memory, suspended, phase }) =>
    memory && !suspended && (phase === 'review' || phase === 'relearning')
      ? [memory.stability]
      : [],
  );
}

/** Desired retention: what it costs is seen while it is chosen, and it holds only once applied. */
export function Retention() {
  const { settings: m } = useSettingsMessages();
  const { store } = useEnvironment();
  const { desiredRetention, maximumInterval } = useSettingsState(({ settings }) => settings);
  const cards = useSettingsState((state) => state.cards);
  const { change } = useSettingsScreen();
  const [draft, setDraft] = useState<number | null>(null);
  const percent = Math.round(desiredRetention * 100);
  const chosen = draft ?? percent;
  const stabilities = useMemo(() => stabilitiesOf(cards ?? []), [cards]);
  const hint = useHint('desiredRetention', m.desiredHint);

  const cost = (desired: number) => {
    const interval = (stability: number) =>
      Math.min(maximumInterval, store.model.interval(stability, desired));
    return m.reviews(Math.max(1, Math.round(dailyCost(stabilities, interval, desired))));
  };
  const words = () => {
    if (stabilities.length < ENOUGH) return m.costLater(stabilities.length, ENOUGH);
    if (chosen === percent) return m.costNow(cost(desiredRetention));
    return m.cost(cost(desiredRetention), cost(chosen / 100));
  };
  return (
    <>
      <Slider
        label={m.desired}
        hint={hint}
        value={chosen}
        min={70}
        max={97}
        valueText={m.percent(chosen / 100)}
        onChange={setDraft}
      />
      <div className="settings__aside">
        <output className="secondary settings__said">{cards === null ? '' : words()}</output>
        {chosen === percent ? null : (
          <div className="settings__buttons">
            <Button
              size="small"
              onClick={() => {
                setDraft(null);
                void change('desiredRetention', chosen / 100);
              }}
            >
              {m.applyDesired(m.percent(chosen / 100))}
            </Button>
            <Button variant="quiet" size="small" onClick={() => setDraft(null)}>
              {m.keepDesired(m.percent(desiredRetention))}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
