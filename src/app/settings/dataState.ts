/** What the part about the data shows and does: where it is kept, backup, restore, erasing. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { backupName } from '../../domain/backupFormat.ts';
import { civilDateOf } from '../../domain/day.ts';
import {
  allowBackupFile,
  backupState,
  chooseBackupFile,
  forgetBackupFile,
  noteBackup,
  writeBackup,
  type BackupState,
} from '../../store/backup.ts';
import { BackupError, type BackupReason } from '../../store/backupStream.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import { askToPersist, storageState, type StorageState } from '../../store/persistence.ts';
import { eraseEverything, previewRestore, restore, type Preview } from '../../store/restore.ts';
import { talliesSince } from '../../store/study.ts';
import { dayAt } from '../clock.ts';
import type { Environment } from '../environment.ts';

/** The parts of the section, each with its own words. */
export type Part = 'kept' | 'backup' | 'automatic' | 'restore' | 'erase';

export type Said =
  | { readonly is: 'refused' }
  | { readonly is: 'downloaded' | 'in-file'; readonly events: number; readonly name: string }
  | { readonly is: 'restored'; readonly events: number; readonly cloned: number }
  | { readonly is: 'erased' };

export type DataTrouble =
  | { readonly of: 'backup'; readonly reason: BackupReason }
  | { readonly of: 'store'; readonly reason: StoreTrouble };

export interface DataState {
  readonly storage: StorageState | null;
  readonly backups: BackupState | null;
  /** All reviews recorded. */
  readonly reviews: number;
  readonly busy: {
    readonly part: Part;
    readonly is: 'asking' | 'writing' | 'reading' | 'restoring';
  } | null;
  readonly said: { readonly part: Part; readonly what: Said } | null;
  readonly turn: number;
  readonly trouble: { readonly part: Part; readonly what: DataTrouble } | null;
  /** A backup chosen and looked through, not yet brought in. */
  readonly chosen: { readonly file: Blob; readonly preview: Preview } | null;
}

export interface DataScreenState {
  readonly state: StoreApi<DataState>;
  readonly listen: () => () => void;
  readonly askToKeep: () => Promise<void>;
  readonly backUp: (part: Part) => Promise<void>;
  /** @param kind what such files are called, for the browser's dialog */
  readonly chooseFile: (kind: string) => Promise<void>;
  readonly allowFile: () => Promise<void>;
  readonly forgetFile: () => Promise<void>;
  readonly look: (file: Blob) => Promise<void>;
  readonly putAway: () => void;
  readonly bringIn: () => Promise<void>;
  readonly erase: () => Promise<void>;
}

function troubleOf(error: unknown): DataTrouble {
  if (error instanceof BackupError) return { of: 'backup', reason: error.reason };
  return { of: 'store', reason: error instanceof StoreError ? error.trouble : 'failed' };
}

/** Long enough for any browser to have begun the download. */
const ADDRESS_KEPT = 60_000;

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_KEPT);
}

export function createDataState({ store, clock, appVersion }: Environment): DataScreenState {
  const state = createStore<DataState>(() => ({
    storage: null,
    backups: null,
    reviews: 0,
    busy: null,
    said: null,
    turn: 0,
    trouble: null,
    chosen: null,
  }));
  const { getState: now, setState: set } = state;

  const made = () => ({ at: clock.now(), app: appVersion });
  const nameOfToday = (compressed = true) =>
    backupName(civilDateOf(dayAt(clock, clock.now(), 0)), compressed);

  const read = async () => {
    const [storage, backups, days] = await Promise.all([
      storageState(),
      backupState(store),
      talliesSince(store, -Infinity),
    ]);
    set({ storage, backups, reviews: days.reduce((sum, { answers }) => sum + answers, 0) });
  };

  /** One thing at a time; what comes of it is said in its part. */
  const doing = async (
    part: Part,
    is: 'asking' | 'writing' | 'reading' | 'restoring',
    work: () => Promise<Said | null>,
  ) => {
    if (now().busy) return;
    set({ busy: { part, is }, said: null, trouble: null });
    try {
      const what = await work();
      if (what) set({ said: { part, what }, turn: now().turn + 1 });
    } catch (error) {
      set({ trouble: { part, what: troubleOf(error) } });
    }
    set({ busy: null });
    await read().catch((error: unknown) => set({ trouble: { part, what: troubleOf(error) } }));
  };

  const inFile = (written: { events: number } | null): Said | null =>
    written && {
      is: 'in-file',
      events: written.events,
      name: now().backups?.file ?? nameOfToday(),
    };

  return {
    state,
    listen: () => {
      const follow = () =>
        read().catch((error: unknown) =>
          set({ trouble: { part: 'backup', what: troubleOf(error) } }),
        );
      void follow();
      return store.onChange((change) => {
        if (change.is !== 'closed' && !now().busy) void follow();
      });
    },
    askToKeep: () =>
      doing('kept', 'asking', async () => ((await askToPersist()) ? null : { is: 'refused' })),
    backUp: (part) =>
      doing(part, 'writing', async () => {
        const { file, events, compressed } = await writeBackup(store, made());
        const name = nameOfToday(compressed);
        download(file, name);
        await noteBackup(store, clock.now(), events);
        return { is: 'downloaded', events, name };
      }),
    chooseFile: (kind) =>
      doing('automatic', 'writing', async () => {
        const written = await chooseBackupFile(store, made(), nameOfToday(), kind);
        await read();
        return inFile(written);
      }),
    allowFile: () =>
      doing('automatic', 'writing', async () => inFile(await allowBackupFile(store, made()))),
    forgetFile: () =>
      doing('automatic', 'writing', async () => {
        await forgetBackupFile(store);
        return null;
      }),
    look: (file) =>
      doing('restore', 'reading', async () => {
        set({ chosen: { file, preview: await previewRestore(store, file) } });
        return null;
      }),
    putAway: () => set({ chosen: null }),
    bringIn: () =>
      doing('restore', 'restoring', async () => {
        const { chosen } = now();
        if (!chosen) return null;
        set({ chosen: null });
        const { fresh, cloned } = await restore(store, chosen.file);
        return { is: 'restored', events: fresh, cloned };
      }),
    erase: () =>
      doing('erase', 'restoring', async () => {
        await eraseEverything(store);
        return { is: 'erased' };
      }),
  };
}
