import { useState, useSyncExternalStore } from 'react';
import { newFromKey } from '../../domain/settings.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { append } from '../../store/log.ts';
import { Switch } from '../../ui/Switch.tsx';
import { momentOf } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Trouble } from '../shared/Trouble.tsx';

export interface NewCardsProps {
  /** Its id. */
  readonly deck: string;
}

/** Whether new cards of a deck are met. */
export function NewCards({ deck }: NewCardsProps) {
  const { decks } = useDecksMessages();
  const { store, clock } = useEnvironment();
  const met = useSyncExternalStore(
    store.onChange,
    () => !store.settings.decksWithoutNew.includes(deck),
  );
  const [trouble, setTrouble] = useState<{ is: StoreTrouble; tried: boolean } | null>(null);
  const change = async (value: boolean) => {
    setTrouble(null);
    try {
      const moment = momentOf(clock, store.settings.rollover);
      await append(store, [{ type: 'set', key: newFromKey(deck), value, ...moment }]);
    } catch (error) {
      setTrouble({ is: asStoreError(error).trouble, tried: value });
    }
  };
  return (
    <>
      <Switch
        label={decks.newFrom}
        hint={decks.newFromHint}
        checked={met}
        onChange={(next) => void change(next)}
      />
      {trouble ? <Trouble trouble={trouble.is} onAgain={() => void change(trouble.tried)} /> : null}
    </>
  );
}
