import type { ReactNode } from 'react';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useSettingsScreen, useSettingsState } from './settingsContext.ts';
import type { Key } from './settingsState.ts';

/** The words under a control: its hint, and once it was changed, that it is saved and the way back. */
export function useHint(what: Key | 'moved', hint?: string): ReactNode {
  const { settings: m } = useSettingsMessages();
  const { undo } = useSettingsScreen();
  const last = useSettingsState((state) => (state.last?.what === what ? state.last : null));
  if (!last) return hint;
  return (
    <>
      {hint === undefined ? null : hint + m.joint}
      <span className="settings__saved">
        {last.is === 'took-back'
          ? m.tookBack
          : what === 'moved'
            ? m.offer.moved(last.cards)
            : m.saved}
      </span>
      {last.canUndo ? (
        <button type="button" className="settings__undo" onClick={() => void undo()}>
          {m.undo}
        </button>
      ) : null}
    </>
  );
}
