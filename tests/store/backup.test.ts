import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import {
  autoBackupIfDue,
  backupReminder,
  backupState,
  noteBackup,
  writeBackup,
  writeBackupTo,
} from '../../src/store/backup.ts';
import { BackupError, readBackup } from '../../src/store/backupStream.ts';
import { append } from '../../src/store/log.ts';
import { sealOldEvents } from '../../src/store/sealing.ts';
import { eraseEverything, previewRestore, restore } from '../../src/store/restore.ts';
import type { MetaRow } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import { aReview, foldsOf, digestOf, DAY } from '../builders.ts';
import {
  CARDS,
  digestOfStore,
  eventsOf,
  FIRST_DAY,
  MADE,
  mintDevice,
  momentAt,
  newStore,
  study,
} from './backupLog.ts';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const textOf = async (file: Blob) => gunzipSync(await bytesOf(file)).toString('utf8');
const zipped = (text: string) => new Blob([new Uint8Array(gzipSync(text))]);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof BackupError ? error.reason : error),
  );

async function backupOf(store: Store): Promise<Blob> {
  return (await writeBackup(store, MADE)).file;
}

describe('a backup', () => {
  it('is gzip around a header, the events in order and a footer', async () => {
    const store = await newStore();
    await study(store, 3);
    const { file, events } = await writeBackup(store, MADE);
    const lines = (await textOf(file)).split('\n');
    expect(lines[0]).toBe(
      '{"format":"fanshi-backup","version":1,"created":"2024-10-04T00:00:00.000Z","app":"test"}',
    );
    expect(lines).toHaveLength(events + 3);
    expect(lines.at(-1)).toBe('');
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ events });
    expect(lines.slice(1, -2).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      Array.from({ length: events }, (_, i) => i + 1),
    );
  });

  it('brings back the same states, sums and settings after everything was erased', async () => {
    const store = await newStore();
    await study(store, 9);
    const before = await digestOfStore(store);
    const events = await eventsOf(store);
    const file = await backupOf(store);
    const { device, minWriter } = (await store.db.meta.get('profile')) as {
      device: string;
      minWriter: number;
    };
    await eraseEverything(store);
    expect(await eventsOf(store)).toEqual([]);
    expect(await store.db.cards.count()).toBe(0);
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(await store.db.meta.get('profile')).toMatchObject({ seq: 0, minWriter });
    const erased = (await store.db.meta.get('profile')) as { device: string };
    expect(erased.device).not.toBe(device);

    const preview = await previewRestore(store, file);
    expect(preview).toMatchObject({
      events: events.length,
      fresh: events.length,
      here: 0,
      cloned: 0,
      cards: 12,
      reviews: 108,
      firstDay: FIRST_DAY,
      lastDay: FIRST_DAY + 8,
    });
    expect(await restore(store, file)).toEqual(preview);
    expect(await eventsOf(store)).toEqual(events);
    expect(await digestOfStore(store)).toBe(before);
    const now = (await store.db.meta.get('profile')) as { device: string; order: number };
    expect(now.device).not.toBe(device);
    expect(now.device).not.toBe(erased.device);
    expect(now.order).toBe(Math.max(...events.map(({ order }) => order)));
  });

  it('of an empty log is a good file', async () => {
    const store = await newStore();
    expect(await previewRestore(await newStore(), await backupOf(store))).toMatchObject({
      events: 0,
      firstDay: null,
    });
  });

  it('is made and read again without compression where there is none', async () => {
    const store = await newStore();
    await study(store, 2);
    vi.stubGlobal('CompressionStream', undefined);
    const { file, compressed } = await writeBackup(store, MADE);
    vi.unstubAllGlobals();
    expect(compressed).toBe(false);
    expect(await file.text()).toContain('{"format":"fanshi-backup"');
    const other = await newStore();
    await restore(other, file);
    expect(await digestOfStore(other)).toBe(await digestOfStore(store));
  });
});

describe('a restore', () => {
  it('done twice does nothing more', async () => {
    const from = await newStore();
    await study(from, 4);
    const file = await backupOf(from);
    const store = await newStore();
    await restore(store, file);
    const [events, profile] = [await eventsOf(store), await store.db.meta.get('profile')];
    expect(await restore(store, file)).toMatchObject({ fresh: 0, here: events.length });
    expect(await eventsOf(store)).toEqual(events);
    expect(await store.db.meta.get('profile')).toEqual(profile);
  });

  it('is the union with what was answered here', async () => {
    const from = await newStore();
    await study(from, 4);
    const store = await newStore();
    await study(store, 2, FIRST_DAY + 10);
    const [mine, theirs] = [await eventsOf(store), await eventsOf(from)];
    const preview = await restore(store, await backupOf(from));
    expect(preview).toMatchObject({ fresh: theirs.length, here: 0, cloned: 0 });
    const both = await eventsOf(store);
    expect(both).toHaveLength(mine.length + theirs.length);
    for (const event of [...mine, ...theirs]) expect(both).toContainEqual(event);
    expect(await digestOfStore(store)).toBe(digestOf(foldsOf(both)));
    await append(store, [aReview('good', { ...momentAt(FIRST_DAY + 12), card: 'talk/n0' })]);
    expect(await digestOfStore(store)).toBe(digestOf(foldsOf(await eventsOf(store))));
  });

  it('of an older backup adds nothing and takes nothing away', async () => {
    const store = await newStore();
    await study(store, 2);
    const file = await backupOf(store);
    await study(store, 2, FIRST_DAY + 2);
    const events = await eventsOf(store);
    expect(await restore(store, file)).toMatchObject({ fresh: 0 });
    expect(await eventsOf(store)).toEqual(events);
  });

  it('keeps both when a profile was cloned', async () => {
    const store = await newStore();
    await study(store, 2);
    const text = await textOf(await backupOf(store));
    await study(store, 1, FIRST_DAY + 2);
    const clone = await newStore();
    await restore(clone, zipped(text));
    const [profile] = (await store.db.meta.toArray()).filter(({ key }) => key === 'profile');
    await clone.db.meta.put({ ...profile, seq: 28 + 1 } as never);
    const sealed = await eventsOf(clone);
    const same = sealed.filter((event) => 'device' in event).length;
    await study(clone, 1, FIRST_DAY + 5);
    const mine = await eventsOf(store);
    const file = await backupOf(clone);
    const preview = await previewRestore(store, file);
    expect(preview.cloned).toBeGreaterThan(0);
    expect(preview).toMatchObject({ fresh: preview.cloned, here: same });
    await restore(store, file);
    const both = await eventsOf(store);
    expect(both).toHaveLength(mine.length + preview.cloned);
    for (const event of mine) expect(both).toContainEqual(event);
    expect(await restore(store, file)).toMatchObject({ fresh: 0, cloned: 0 });
    expect(await eventsOf(store)).toHaveLength(both.length);
    expect(await digestOfStore(store)).toBe(digestOf(foldsOf(both)));
  });

  it('goes in with several transactions when it is large, and an interrupted one is finished', async () => {
    const from = await newStore();
    const writer = mintDevice();
    const draft = aReview('good', { ...momentAt(FIRST_DAY), card: 'talk/n0' });
    const many = Array.from({ length: 50_500 }, (_, i) => ({
      ...draft,
      device: writer,
      seq: i + 1,
      order: draft.at + i,
      action: `${writer}:${i + 1}`,
      card: CARDS[i % 12] ?? '',
      ms: 1,
    }));
    await from.db.events.bulkAdd(many);
    const file = await backupOf(from);
    const store = await newStore();
    let batches = 0;
    const stop = () => {
      batches += 1;
      if (batches > 25_000) throw new Error('the tab was closed');
    };
    store.db.events.hook('creating', stop);
    await expect(restore(store, file)).rejects.toMatchObject({ trouble: 'failed' });
    const half = await store.db.events.count();
    expect(half).toBeGreaterThan(9999);
    expect(half).toBeLessThan(25_001);
    store.db.events.hook('creating').unsubscribe(stop);
    expect(await restore(store, file)).toMatchObject({ fresh: 50_500 - half, here: half });
    expect(await store.db.events.count()).toBe(50_500);
    expect(await store.db.days.get(FIRST_DAY)).toMatchObject({ answers: 50_500 });
  }, 120_000);
});

describe('sealed events', () => {
  it('are in the backup, and the same digest comes from tail and segments', async () => {
    const store = await newStore();
    const { device } = (await store.db.meta.get('profile')) as { device: string };
    const draft = aReview('good', { ...momentAt(FIRST_DAY), card: 'talk/n0' });
    const events = Array.from({ length: 35_000 }, (_, i) => ({
      ...draft,
      device,
      seq: i + 1,
      order: draft.at + i,
      action: `${device}:${i + 1}`,
      card: CARDS[i % 12] ?? '',
    }));
    await store.db.events.bulkAdd(events);
    const footerOf = async () => (await readBackup(await backupOf(store))).footer;
    const before = await footerOf();
    await sealOldEvents(store);
    expect(await store.db.heads.count()).toBeGreaterThan(0);
    expect(await store.db.events.count()).toBeLessThan(35_000);
    expect(await footerOf()).toEqual(before);
    const file = await backupOf(store);
    expect(await previewRestore(store, file)).toMatchObject({ fresh: 0, here: 35_000 });
    await eraseEverything(store);
    await restore(store, file);
    expect(await eventsOf(store)).toHaveLength(35_000);
    expect((await store.db.days.get(FIRST_DAY))?.answers).toBe(35_000);
    expect(await footerOf()).toEqual(before);
  }, 120_000);
});

describe('a file that is no good backup is refused, and nothing is changed:', () => {
  const setUp = async () => {
    const from = await newStore();
    await study(from, 3);
    const store = await newStore();
    await study(store, 1);
    return { store, file: await backupOf(from), before: await eventsOf(store) };
  };

  it.each<[string, (bytes: Uint8Array<ArrayBuffer>, text: string) => Blob, string[]]>([
    ['nothing in it', () => new Blob([]), ['empty']],
    ['a zip', () => new Blob(['PK\u0003\u0004 and so on']), ['zip']],
    ['a picture', () => new Blob(['\u0089PNG']), ['foreign']],
    ['another gzip', () => zipped('hello\n'), ['foreign']],
    ['other JSON', () => new Blob(['{"a":1}\n']), ['foreign']],
    ['cut in half', (bytes) => new Blob([bytes.slice(0, bytes.length / 2)]), ['truncated']],
    ['cut by one', (bytes) => new Blob([bytes.slice(0, -1)]), ['truncated']],
    [
      'no footer',
      (_, text) => zipped(text.split('\n').slice(0, -2).join('\n') + '\n'),
      ['truncated'],
    ],
    ['cut in a line', (_, text) => zipped(text.slice(0, -3)), ['truncated']],
    ['a later version', (_, text) => zipped(text.replace('"version":1', '"version":2')), ['newer']],
    ['a line changed', (_, text) => zipped(text.replace('"ms":5000', '"ms":5001')), ['digest']],
    ['a line broken', (_, text) => zipped(text.replace('"ms":5000', '"ms":"x"')), ['line']],
    ['a line gone', (_, text) => zipped(text.replace(/\n.*\n/, '\n')), ['digest']],
    ['a line twice', (_, text) => zipped(text.replace(/\n(.*)\n/, '\n$1\n$1\n')), ['line']],
    ['more after the end', (_, text) => zipped(`${text}{}\n`), ['garbled']],
    [
      'no UTF-8',
      (_, text) => new Blob([text.slice(0, 200), new Uint8Array([0xff, 0xfe])]),
      ['garbled'],
    ],
    [
      'a line without end',
      (_, text) => zipped(text.slice(0, 200) + 'x'.repeat(2e6)),
      ['too-large'],
    ],
  ])('%s', async (_what, spoil, reasons) => {
    const { store, file, before } = await setUp();
    const bytes = await bytesOf(file);
    const spoilt = spoil(bytes, await textOf(file));
    expect(reasons).toContain(await reasonOf(previewRestore(store, spoilt)));
    expect(reasons).toContain(await reasonOf(restore(store, spoilt)));
    expect(await eventsOf(store)).toEqual(before);
  });

  it('one that cannot be read', async () => {
    const store = await newStore();
    const file = await backupOf(store);
    const gone = Object.assign(new Blob([await file.arrayBuffer()]), {
      stream: () => {
        throw new Error('NotReadableError');
      },
    });
    expect(await reasonOf(previewRestore(store, gone))).toBe('unreadable');
  });

  it('any one byte changed, at 300 places, is refused or changes nothing that is read', async () => {
    const { file } = await setUp();
    const bytes = await bytesOf(file);
    const eventsIn = async (blob: Blob) => {
      const lines: unknown[] = [];
      await readBackup(blob, (events) => void lines.push(...events));
      return lines;
    };
    const whole = await eventsIn(file);
    let refused = 0;
    for (let i = 0; i < 300; i++) {
      const spoilt = new Uint8Array(bytes);
      const place = Math.floor((i * bytes.length) / 300);
      spoilt[place] = (spoilt[place] ?? 0) ^ (1 << (i % 8));
      try {
        expect(await eventsIn(new Blob([spoilt]))).toEqual(whole);
      } catch (error) {
        if (!(error instanceof BackupError)) throw error;
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(280);
  }, 120_000);
});

/** A file on disk, as far as a backup sees it. */
class FakeFile {
  readonly name = 'fanshi.jsonl.gz';
  content = new Blob([]);
  permission: PermissionState = 'granted';
  spoil: (bytes: Uint8Array<ArrayBuffer>) => BlobPart = (bytes) => bytes;
  full = false;

  write(): WritableStream<Uint8Array<ArrayBuffer>> {
    const chunks: BlobPart[] = [];
    return new WritableStream({
      write: (chunk) => void chunks.push(this.spoil(chunk)),
      close: () => {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        this.content = new Blob(chunks);
      },
    });
  }
  asHandle = () => new FakeHandle(this) as unknown as FileSystemFileHandle;
}

/** Can be put into the database, as a real one can. */
class FakeHandle {
  readonly name: string;
  readonly #file: FakeFile;
  constructor(file: FakeFile) {
    this.name = file.name;
    this.#file = file;
  }
  queryPermission() {
    return Promise.resolve(this.#file.permission);
  }
  getFile() {
    return Promise.resolve(this.#file.content);
  }
  createWritable() {
    return Promise.resolve(this.#file.write());
  }
}

/** What the fake database gives back has lost its methods, so it is put back when it is read. */
function keepHandle(store: Store, file: FakeFile) {
  store.db.meta.hook('reading', (row: MetaRow | undefined) =>
    row?.key === 'backup' && row.file ? { ...row, file: file.asHandle() } : row,
  );
  return store.db.meta.put({
    key: 'backup',
    at: null,
    events: 0,
    file: file.asHandle(),
  });
}

describe('a backup into a chosen file', () => {
  it('is read back and noted', async () => {
    const store = await newStore();
    await study(store, 2);
    const file = new FakeFile();
    const { events } = await writeBackupTo(store, MADE, file.asHandle());
    expect((await readBackup(file.content)).footer.events).toBe(events);
    expect(await backupState(store)).toMatchObject({ at: MADE.at, events, since: 0 });
  });

  it('is not called saved when what is read back is different', async () => {
    const store = await newStore();
    await study(store, 1);
    const file = new FakeFile();
    file.spoil = (bytes) => bytes.slice(0, -1);
    const written = writeBackupTo(store, MADE, file.asHandle());
    expect(await reasonOf(written)).toBe('unverified');
    expect(await backupState(store)).toMatchObject({ at: null });
  });

  it('leaves the file as it was when the disk is full', async () => {
    const store = await newStore();
    await study(store, 1);
    const file = new FakeFile();
    await writeBackupTo(store, MADE, file.asHandle());
    const before = file.content;
    file.full = true;
    expect(await reasonOf(writeBackupTo(store, MADE, file.asHandle()))).toBe('unwritable');
    expect(file.content).toBe(before);
  });
});

describe('a backup by itself', () => {
  const clock = { now: () => FIRST_DAY * DAY };

  it('is written after 20 new reviews, not before, and not again at once', async () => {
    const store = await newStore();
    const file = new FakeFile();
    await keepHandle(store, file);
    await study(store, 1);
    expect(await autoBackupIfDue(store, clock, 'test')).toBe('idle');
    await study(store, 1, FIRST_DAY + 1);
    expect(await autoBackupIfDue(store, clock, 'test')).toBe('written');
    expect(await autoBackupIfDue(store, clock, 'test')).toBe('idle');
    expect(file.content.size).toBeGreaterThan(0);
  });

  it('waits when the browser wants to ask first', async () => {
    const store = await newStore();
    const file = new FakeFile();
    file.permission = 'prompt';
    await keepHandle(store, file);
    await study(store, 2);
    expect(await autoBackupIfDue(store, clock, 'test')).toBe('lapsed');
    expect(await backupState(store)).toMatchObject({ automatic: 'lapsed', file: file.name });
    expect(file.content.size).toBe(0);
  });

  it('never touches the file once everything was erased', async () => {
    const store = await newStore();
    const file = new FakeFile();
    await keepHandle(store, file);
    await study(store, 2);
    await autoBackupIfDue(store, clock, 'test');
    const before = file.content;
    await eraseEverything(store);
    await study(store, 2);
    expect(await autoBackupIfDue(store, clock, 'test')).toBe('idle');
    expect(file.content).toBe(before);
  });
});

describe('the reminder', () => {
  it('comes with 100 reviews since the last backup, and says how many', async () => {
    const store = await newStore();
    await study(store, 8);
    expect(await backupReminder(store)).toBeNull();
    await study(store, 1, FIRST_DAY + 8);
    expect(await backupReminder(store)).toBe(108);
    await noteBackup(store, MADE.at, (await writeBackup(store, MADE)).events);
    expect(await backupReminder(store)).toBeNull();
    await study(store, 1, FIRST_DAY + 9);
    expect(await backupState(store)).toMatchObject({ since: 12 });
  });

  it('is not silenced by a chosen file whose writing fails', async () => {
    const store = await newStore();
    await study(store, 9);
    // A handle that can be kept and not written to.
    const file = { name: 'fanshi.gz' } as FileSystemFileHandle;
    await store.db.meta.put({ key: 'backup', at: null, events: 0, file });
    expect(await autoBackupIfDue(store, { now: () => MADE.at }, MADE.app)).toBe('failed');
    expect(await backupState(store)).toMatchObject({ automatic: 'on' });
    expect(await backupReminder(store)).toBe(108);
  });
});
