import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useDataScreen, useDataState } from './dataContext.ts';
import { Outcome } from './Outcome.tsx';
import { SettingsPart } from './SettingsPart.tsx';

/** The one way to lose anything: behind a word, and a backup is offered first. */
export function ErasePart() {
  const { backup: m, common } = useSettingsMessages();
  const { backUp, erase } = useDataScreen();
  const reviews = useDataState((state) => state.reviews);
  const hasFile = useDataState((state) => state.backups?.file !== null);
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const isTyped = word.trim().toLowerCase() === m.eraseWord;
  const close = () => {
    setOpen(false);
    setWord('');
  };
  return (
    <SettingsPart title={m.erase}>
      <p className="secondary">{m.eraseHint}</p>
      <div className="settings__buttons">
        <Button size="small" onClick={() => setOpen(true)}>
          {m.erase}
        </Button>
      </div>
      {open ? null : <Outcome of="erase" />}
      <Dialog
        open={open}
        title={m.eraseTitle}
        closeLabel={common.close}
        onClose={close}
        actions={
          <>
            <Button onClick={() => void backUp('erase')}>{m.now}</Button>
            <Button
              disabled={!isTyped}
              onClick={() => {
                close();
                void erase();
              }}
            >
              {isTyped ? m.eraseGo : m.eraseNot}
            </Button>
          </>
        }
      >
        <p>{m.eraseWhat(reviews) + m.joint + m.eraseFirst}</p>
        {hasFile ? <p>{m.eraseFile}</p> : null}
        <Outcome of="erase" />
        <div className="settings__fill">
          <TextField label={m.eraseType} value={word} onChange={setWord} />
        </div>
      </Dialog>
    </SettingsPart>
  );
}
