import { Button } from '../../ui/Button.tsx';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useHint } from './Saved.tsx';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';

/** After a change that could move due dates: what moving them would do, before it is done. */
export function Offer() {
  const { settings: m } = useSettingsMessages();
  const offer = useSettingsState((state) => state.offer);
  const { move, leave } = useSettingsScreen();
  const moved = useHint('moved');
  if (!offer) return moved ? <p className="secondary">{moved}</p> : null;
  const { earlier, later, today } = offer.effect;
  return (
    <div className="settings__aside">
      <h3>{m.offer.title}</h3>
      <output className="secondary settings__said">
        {[m.offer.effect(earlier, later), m.offer.today(today), m.offer.otherwise].join(m.joint)}
      </output>
      <div className="settings__buttons">
        <Button size="small" onClick={() => void move()}>
          {m.offer.move}
        </Button>
        <Button variant="quiet" size="small" onClick={leave}>
          {m.offer.leave}
        </Button>
      </div>
    </div>
  );
}
