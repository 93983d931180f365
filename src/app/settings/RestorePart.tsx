import { useRef } from 'react';
import type { Preview } from '../../store/restore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useDataScreen, useDataState } from './dataContext.ts';
import { Outcome } from './Outcome.tsx';
import { SettingsPart } from './SettingsPart.tsx';

function PreviewLines({ preview }: { readonly preview: Preview }) {
  const { backup: m, time } = useSettingsMessages();
  const { clock } = useEnvironment();
  const { firstDay, lastDay, cloned } = preview;
  const written = Date.parse(preview.created);
  return (
    <div className="settings__lines">
      <p>
        {[
          Number.isNaN(written) ? '' : m.written(time.dateWithYear(dayAt(clock, written, 0))),
          firstDay === null || lastDay === null
            ? ''
            : m.from(time.dateWithYear(firstDay), time.dateWithYear(lastDay)),
        ].join(m.joint)}
      </p>
      <p>{m.holds(preview.reviews, preview.cards, preview.events)}</p>
      <p>{m.fresh(preview.fresh, preview.here)}</p>
      {cloned > 0 ? <p>{m.cloned(cloned)}</p> : null}
      <p>{m.restoreHint}</p>
    </div>
  );
}

/** A backup is looked through before anything is written, and then added to what is here. */
export function RestorePart() {
  const { backup: m, common } = useSettingsMessages();
  const { look, putAway, bringIn } = useDataScreen();
  const chosen = useDataState((state) => state.chosen);
  const input = useRef<HTMLInputElement>(null);
  const fresh = chosen?.preview.fresh ?? 0;
  return (
    <SettingsPart title={m.restore}>
      <p className="secondary">{m.restoreHint}</p>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={m.pick}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void look(file);
        }}
      />
      <div className="settings__buttons">
        <Button size="small" onClick={() => input.current?.click()}>
          {m.pick}
        </Button>
      </div>
      <Outcome of="restore" />
      <Dialog
        open={chosen !== null}
        title={m.preview}
        closeLabel={common.close}
        onClose={putAway}
        actions={
          <>
            <Button onClick={putAway}>{fresh === 0 ? common.close : common.cancel}</Button>
            {fresh === 0 ? null : <Button onClick={() => void bringIn()}>{m.merge(fresh)}</Button>}
          </>
        }
      >
        {chosen ? <PreviewLines preview={chosen.preview} /> : null}
      </Dialog>
    </SettingsPart>
  );
}
