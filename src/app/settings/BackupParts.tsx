import { forgetsAfterAWeek, mayBePrivate } from '../../store/persistence.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useDataScreen, useDataState } from './dataContext.ts';
import { Outcome } from './Outcome.tsx';
import { SettingsPart } from './SettingsPart.tsx';

/** What the browser promises, and how much room there is. */
export function Kept() {
  const { backup: m } = useSettingsMessages();
  const storage = useDataState((state) => state.storage);
  const { askToKeep } = useDataScreen();
  if (!storage) return null;
  const { persisted, quota, usage } = storage;
  return (
    <SettingsPart title={m.kept}>
      <p className="secondary">
        {[
          persisted === null ? m.keptUnknown : persisted ? m.keptGranted : m.keptRefused,
          quota !== null && usage !== null ? m.room(m.bytes(usage), m.bytes(quota)) : '',
        ].join(m.joint)}
      </p>
      {mayBePrivate(storage) ? <p className="secondary">{m.privateWindow}</p> : null}
      {persisted !== true && forgetsAfterAWeek() ? <p className="secondary">{m.week}</p> : null}
      {persisted === false ? (
        <div className="settings__buttons">
          <Button size="small" onClick={() => void askToKeep()}>
            {m.ask}
          </Button>
        </div>
      ) : null}
      <Outcome of="kept" />
    </SettingsPart>
  );
}

/** One press, one file. */
export function BackUp() {
  const { backup: m, time } = useSettingsMessages();
  const { clock } = useEnvironment();
  const backups = useDataState((state) => state.backups);
  const { backUp } = useDataScreen();
  const dateOf = (at: number) => time.dateWithYear(dayAt(clock, at, 0));
  return (
    <SettingsPart title={m.backup} id="backup">
      <p className="secondary">
        {[
          backups === null
            ? ''
            : backups.at === null
              ? m.never(backups.since)
              : m.last(dateOf(backups.at), backups.since),
          m.what,
        ].join(m.joint)}
      </p>
      <div className="settings__buttons">
        <Button size="small" onClick={() => void backUp('backup')}>
          {m.now}
        </Button>
      </div>
      <Outcome of="backup" />
    </SettingsPart>
  );
}

/** Into a file chosen once, where the browser allows it. */
export function AutomaticBackup() {
  const { backup: m } = useSettingsMessages();
  const backups = useDataState((state) => state.backups);
  const { chooseFile, allowFile, forgetFile } = useDataScreen();
  if (!backups) return null;
  const { automatic } = backups;
  const name = backups.file ?? '';
  const words = {
    impossible: m.automaticNot,
    off: m.automaticOff,
    on: m.automaticOn(name),
    lapsed: m.lapsed(name),
  };
  return (
    <SettingsPart title={m.automatic}>
      <p className="secondary">{words[automatic]}</p>
      {automatic === 'impossible' ? null : (
        <div className="settings__buttons">
          {automatic === 'lapsed' ? (
            <Button size="small" onClick={() => void allowFile()}>
              {m.allow}
            </Button>
          ) : null}
          <Button size="small" onClick={() => void chooseFile(m.fileKind)}>
            {automatic === 'off' ? m.choose : m.chooseOther}
          </Button>
          {automatic === 'off' ? null : (
            <Button variant="quiet" size="small" onClick={() => void forgetFile()}>
              {m.stop}
            </Button>
          )}
        </div>
      )}
      <Outcome of="automatic" />
    </SettingsPart>
  );
}
