/**
 * Backing up: the whole log into one file, read back and compared before it is called saved; by a
 * press, or by itself into a file the person chose once.
 */
import type { Footer } from '../domain/backupFormat.ts';
import { isAnswer } from '../domain/event.ts';
import { backupStream, BackupError, canCompress, readBackup } from './backupStream.ts';
import { WRITER, type BackupRow } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { logPieces } from './logPieces.ts';
import { countEvents, eventsBackwards } from './read.ts';
import { readProfile, type Store } from './store.ts';

/** What a backup says of its making. */
export interface Made {
  /** ms */
  readonly at: number;
  /** The version of the app. */
  readonly app: string;
}

export interface Backup {
  readonly file: Blob;
  readonly events: number;
  readonly compressed: boolean;
}

const headerOf = ({ at, app }: Made) => ({ created: new Date(at).toISOString(), app });

/** Holds what was read back against what was written. */
async function verify(file: Blob, written: Footer | null): Promise<Footer> {
  try {
    const { footer } = await readBackup(file);
    if (written && footer.sha256 === written.sha256 && footer.events === written.events) {
      return footer;
    }
  } catch (error) {
    throw new BackupError('unverified', null, error);
  }
  throw new BackupError('unverified');
}

/** Chunks put together this large are handed to the browser, which may keep them on disk. */
const BLOB_PART = 8_000_000;

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    open.push(value);
    size += value.length;
    if (size < BLOB_PART) continue;
    parts.push(new Blob(open));
    open = [];
    size = 0;
  }
  const type = canCompress() ? 'application/gzip' : 'application/x-ndjson';
  return new Blob([...parts, ...open], { type });
}

/**
 * The whole log as one file, verified by reading it back.
 * @throws BackupError 'unverified'; StoreError when the log cannot be read
 */
export async function writeBackup(store: Store, made: Made): Promise<Backup> {
  let written: Footer | null = null;
  let file: Blob;
  try {
    file = await collect(
      backupStream(logPieces(store.db), headerOf(made), (footer) => (written = footer)),
    );
  } catch (error) {
    throw asStoreError(error);
  }
  const { events } = await verify(file, written);
  return { file, events, compressed: canCompress() };
}

/** What browsers that can write to a chosen file have, and the library of types lacks. */
interface AskingHandle extends FileSystemFileHandle {
  queryPermission?(what: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(what: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface PickingWindow {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

const picker = () => (globalThis as PickingWindow).showSaveFilePicker;

/** Whether this browser can write to a file chosen once. */
export const canBackUpByItself = (): boolean => picker() !== undefined;

/**
 * The whole log into a chosen file, verified by reading that back, and noted as the last backup.
 * @throws BackupError 'unwritable', then the file is as it was; 'unverified', then it is not called
 *   good; StoreError when the log cannot be read
 */
export async function writeBackupTo(
  store: Store,
  made: Made,
  handle: FileSystemFileHandle,
): Promise<Footer> {
  let written: Footer | null = null;
  let file: File;
  try {
    const stream = backupStream(logPieces(store.db), headerOf(made), (footer) => {
      written = footer;
    });
    await stream.pipeTo(await handle.createWritable());
    file = await handle.getFile();
  } catch (error) {
    throw error instanceof StoreError ? error : new BackupError('unwritable', null, error);
  }
  const footer = await verify(file, written);
  await noteBackup(store, made.at, footer.events);
  return footer;
}

async function backupRow(store: Store): Promise<BackupRow> {
  const row = await store.db.meta.get('backup');
  return row?.key === 'backup' ? row : { key: 'backup', at: null, events: 0, file: null };
}

async function changeBackupRow(store: Store, change: Partial<BackupRow>): Promise<void> {
  const { db } = store;
  try {
    await db.transaction('rw', db.meta, async () => {
      if ((await readProfile(db)).minWriter > WRITER) throw new StoreError('outdated');
      await db.meta.put({ ...(await backupRow(store)), ...change });
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * Notes that a backup of so many events was saved.
 * @param at ms
 */
export async function noteBackup(store: Store, at: number, events: number): Promise<void> {
  try {
    await changeBackupRow(store, { at, events });
  } catch {
    // The file is good all the same; without the note the reminder only comes too early.
  }
}

/** Reviews on this device that the last backup does not hold. */
async function reviewsSince(store: Store, row: BackupRow): Promise<number> {
  const { db } = store;
  if (row.at === null) {
    const days = await db.days.toArray();
    return days.reduce((sum, { answers }) => sum + answers, 0);
  }
  return db.transaction('r', db.events, db.heads, db.segments, db.meta, async () => {
    let newer = Math.max(0, (await countEvents(db)) - row.events);
    let reviews = 0;
    if (newer === 0) return 0;
    const { device } = await readProfile(db);
    await eventsBackwards(db, device, (event) => {
      if (isAnswer(event)) reviews += 1;
      newer -= 1;
      return newer > 0;
    });
    return reviews;
  });
}

export interface BackupState {
  /** When the last one was saved, ms; null for never. */
  readonly at: number | null;
  readonly events: number;
  /** Reviews since. */
  readonly since: number;
  /** Backup by itself: not possible in this browser, off, on, or waiting for permission. */
  readonly automatic: 'impossible' | 'off' | 'on' | 'lapsed';
  /** Name of the file it goes to by itself. */
  readonly file: string | null;
}

async function permissionOf(handle: AskingHandle): Promise<PermissionState> {
  try {
    return (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  } catch {
    return 'denied';
  }
}

/** How the backups stand. @throws StoreError */
export async function backupState(store: Store): Promise<BackupState> {
  try {
    const row = await backupRow(store);
    const since = await reviewsSince(store, row);
    const { at, events, file } = row;
    if (!file) {
      const automatic = canBackUpByItself() ? 'off' : 'impossible';
      return { at, events, since, automatic, file: null };
    }
    const automatic = (await permissionOf(file)) === 'granted' ? 'on' : 'lapsed';
    return { at, events, since, automatic, file: file.name };
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Reviews without a backup from which on it is time to speak of it. */
export const REMIND_AFTER = 100;

/**
 * Reviews since the last backup, when there are enough to speak of; else null. A file that is written
 * by itself keeps them few, so it is spoken of where that fails.
 * @throws StoreError
 */
export async function backupReminder(store: Store): Promise<number | null> {
  const { since } = await backupState(store);
  return since >= REMIND_AFTER ? since : null;
}

/**
 * Lets the person choose the file that is written by itself from now on, and writes it. To be called
 * by a press.
 * @returns what was written; null when the person chose none
 * @throws BackupError, StoreError
 */
export async function chooseBackupFile(
  store: Store,
  made: Made,
  suggestedName: string,
  description: string,
): Promise<Footer | null> {
  const pick = picker();
  if (!pick) throw new BackupError('unsupported');
  let handle: FileSystemFileHandle;
  try {
    const types = [{ description, accept: { 'application/gzip': ['.gz'] } }];
    handle = await pick.call(globalThis, { suggestedName, types });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw new BackupError('unwritable', null, error);
  }
  const footer = await writeBackupTo(store, made, handle);
  await changeBackupRow(store, { file: handle });
  return footer;
}

/** Writes no file by itself any more. @throws StoreError */
export function forgetBackupFile(store: Store): Promise<void> {
  return changeBackupRow(store, { file: null });
}

/**
 * Asks again to write to the chosen file, and writes it. To be called by a press.
 * @throws BackupError 'lapsed' when the answer is no; else as `writeBackupTo`
 */
export async function allowBackupFile(store: Store, made: Made): Promise<Footer | null> {
  const handle: AskingHandle | null = (await backupRow(store)).file;
  if (!handle) return null;
  const answer = await handle.requestPermission?.({ mode: 'readwrite' }).catch(() => 'denied');
  if (answer !== undefined && answer !== 'granted') throw new BackupError('lapsed');
  return writeBackupTo(store, made, handle);
}

/** New reviews from which on the file is written by itself. */
export const BACK_UP_AFTER = 20;

/** One tab at a time; where there are no locks, each for itself. */
function alone<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
  if (!locks) return work();
  return locks.request('fanshi backup', { ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve(otherwise),
  );
}

/**
 * Writes the chosen file when there are enough new reviews: at the end of a session, and when the
 * page is hidden. Never throws.
 * @returns `lapsed` when the browser wants to ask the person first, `failed` when nothing good was
 *   written
 */
export function autoBackupIfDue(
  store: Store,
  clock: { readonly now: () => number },
  app: string,
): Promise<'idle' | 'written' | 'lapsed' | 'failed'> {
  return alone(async () => {
    try {
      const row = await backupRow(store);
      if (!row.file || (await reviewsSince(store, row)) < BACK_UP_AFTER) return 'idle';
      // Fewer events than the file holds can only mean that something is wrong here.
      if ((await countEvents(store.db)) < row.events) return 'failed';
      if ((await permissionOf(row.file)) !== 'granted') return 'lapsed';
      await writeBackupTo(store, { at: clock.now(), app }, row.file);
      return 'written';
    } catch {
      return 'failed';
    }
  }, 'idle');
}
