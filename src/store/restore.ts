/** Bringing a backup in, by union with what is here; and erasing everything. */
import { canonicalText } from '../domain/content.ts';
import { isAnswer, isOfCard, type LogEvent } from '../domain/event.ts';
import { mergeLogs } from '../domain/merge.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { readBackup } from './backupStream.ts';
import { WRITER } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { lastSeq, lastSeqs, logPieces } from './logPieces.ts';
import { allEvents } from './read.ts';
import { rebuildCaches } from './rebuild.ts';
import { cacheMark, newProfile, readProfile, refreshSettings, type Store } from './store.ts';

/** What a file holds, and what of it would be new here. */
export interface Preview {
  /** ISO 8601, UTC: when it was written, and by which version. */
  readonly created: string;
  readonly app: string;
  readonly events: number;
  readonly reviews: number;
  readonly cards: number;
  /** Study days of the first and the last event; null for an empty backup. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** Events that would be added, and those that are here already. */
  readonly fresh: number;
  readonly here: number;
  /** Of the new ones, those of a cloned profile, whose numbers are taken by others here. */
  readonly cloned: number;
}

/** Up to so many events go in with one transaction, more with several of about `BATCH`. */
const ONE_TRANSACTION = 50_000;
const BATCH = 10_000;

/** What is here, walked in step with the file: both are sorted by device, then by seq. */
class Here {
  events = 0;
  /** Whether any of it was written again for a cloned profile. */
  hasForks = false;
  private piece: readonly LogEvent[] = [];
  private place = 0;
  constructor(private readonly pieces: AsyncGenerator<LogEvent[]>) {}

  /** @returns false when there is no further event to look at */
  private async more(): Promise<boolean> {
    while (this.place >= this.piece.length) {
      const { done, value } = await this.pieces.next();
      if (done) return false;
      this.piece = value;
      this.place = 0;
    }
    return true;
  }

  /** The event here under the id of `event`, which comes after all that were asked for before. */
  async like(event: LogEvent): Promise<LogEvent | null> {
    while (await this.more()) {
      const here = this.piece[this.place];
      if (!here || here.device > event.device) return null;
      if (here.device === event.device && here.seq >= event.seq) {
        return here.seq === event.seq ? here : null;
      }
      this.pass(here);
    }
    return null;
  }

  async toTheEnd(): Promise<void> {
    while (await this.more()) {
      const here = this.piece[this.place];
      if (here) this.pass(here);
    }
  }

  private pass(event: LogEvent): void {
    this.events += 1;
    if (event.origin?.startsWith('fork:')) this.hasForks = true;
    this.place += 1;
  }
}

/** What the file is and what a merge would add; `added` is null when that is too much to hold. */
interface Plan {
  readonly preview: Preview;
  readonly added: readonly LogEvent[] | null;
}

/** Sums over the file. */
class Sums {
  events = 0;
  reviews = 0;
  firstDay: number | null = null;
  lastDay: number | null = null;
  readonly cards = new Set<string>();

  count(event: LogEvent): void {
    this.events += 1;
    if (isAnswer(event)) this.reviews += 1;
    if (isOfCard(event)) this.cards.add(event.card);
    this.firstDay = Math.min(this.firstDay ?? event.day, event.day);
    this.lastDay = Math.max(this.lastDay ?? event.day, event.day);
  }
}

/**
 * Whether the file merely goes on where the devices here stop. Then the union is what is new, and it
 * need not be held in memory; anything else (a cloned profile, gaps, imports that may be here under
 * another name) is for `mergeLogs`.
 */
class PlainUnion {
  isPlain = true;
  fresh = 0;
  added: LogEvent[] | null = [];
  private hasOrigins = false;
  private before: LogEvent | null = null;
  constructor(private readonly own: string) {}

  take(event: LogEvent, here: LogEvent | null): void {
    const isNext = event.seq === (this.before?.device === event.device ? this.before.seq + 1 : 1);
    this.before = event;
    if (!isNext) this.isPlain = false;
    if (here) {
      if (canonicalText(here) !== canonicalText(event)) this.isPlain = false;
      return;
    }
    if (event.device === this.own) this.isPlain = false;
    if (event.origin !== undefined) this.hasOrigins = true;
    this.fresh += 1;
    if (this.fresh > ONE_TRANSACTION) this.added = null;
    else this.added?.push(event);
  }

  end(here: Here): void {
    if (this.fresh > 0 && here.hasForks) this.isPlain = false;
    if (this.hasOrigins && here.events > 0) this.isPlain = false;
  }
}

async function mergedInMemory(store: Store, file: Blob, own: string) {
  const incoming: LogEvent[] = [];
  await readBackup(file, (events) => {
    for (const event of events) incoming.push(event);
  });
  const { db } = store;
  const local = await db.transaction('r', db.tables, () => allEvents(db));
  return mergeLogs(local, incoming, own, store.mintDevice);
}

async function planOf(store: Store, file: Blob): Promise<Plan> {
  const { device: own } = await readProfile(store.db);
  const sums = new Sums();
  const union = new PlainUnion(own);
  const here = new Here(logPieces(store.db));
  const { header } = await readBackup(file, async (events) => {
    for (const event of events) {
      sums.count(event);
      union.take(event, await here.like(event));
    }
  });
  await here.toTheEnd();
  union.end(here);
  const merged = union.isPlain ? null : await mergedInMemory(store, file, own);
  const fresh = merged ? merged.added.length : union.fresh;
  const { events, reviews, cards, firstDay, lastDay } = sums;
  const preview: Preview = {
    created: header.created,
    app: header.app,
    events,
    reviews,
    cards: cards.size,
    firstDay,
    lastDay,
    fresh,
    here: events - fresh,
    cloned: merged?.reissued ?? 0,
  };
  return { preview, added: merged ? merged.added : union.added };
}

/**
 * Adds events to the log, in one transaction; the caches are marked as out of date with it.
 * @param isFirst mints a new device for this profile: after a restore it is never one of the file's
 */
async function addEvents(store: Store, events: readonly LogEvent[], isFirst: boolean) {
  const { db } = store;
  await db.transaction('rw', db.tables, async () => {
    const before = await readProfile(db);
    if (before.minWriter > WRITER) throw new StoreError('outdated');
    let device = '';
    for (const event of events) {
      if (event.device === device) continue;
      device = event.device;
      if ((await lastSeq(db, device)) !== event.seq - 1) throw new StoreError('stale');
    }
    const order = events.reduce((most, event) => Math.max(most, event.order), before.order);
    const after = isFirst
      ? newProfile(store.mintDevice(), before)
      : { ...before, writes: before.writes + 1 };
    await Promise.all([
      db.events.bulkAdd(events),
      db.meta.put({ ...after, order }),
      db.meta.delete('cache'),
    ]);
  });
}

async function addInBatches(store: Store, added: readonly LogEvent[]): Promise<void> {
  if (added.length <= ONE_TRANSACTION) return addEvents(store, added, true);
  for (let place = 0; place < added.length; place += BATCH) {
    await addEvents(store, added.slice(place, place + BATCH), place === 0);
  }
}

/** Adds what goes on where the devices here stop, straight from the file. */
async function addFromFile(store: Store, file: Blob): Promise<void> {
  const lengths = new Map(await lastSeqs(store.db));
  let isFirst = true;
  let batch: LogEvent[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await addEvents(store, batch, isFirst);
    isFirst = false;
    batch = [];
  };
  await readBackup(file, async (events) => {
    for (const event of events) {
      if (event.seq > (lengths.get(event.device) ?? 0)) batch.push(event);
    }
    if (batch.length >= BATCH) await flush();
  });
  await flush();
}

/** Errors of reading the file as they are, all others as the store's. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error && error.name === 'BackupError' ? error : asStoreError(error);
  }
}

/**
 * Reads a backup to its end and says what it holds and what of it is new here. Writes nothing.
 * @throws BackupError, StoreError
 */
export async function previewRestore(store: Store, file: Blob): Promise<Preview> {
  return guarded(async () => (await planOf(store, file)).preview);
}

/**
 * Takes a backup in: the union with what is here. Nothing is overwritten, and doing it twice does
 * nothing more. After an error with a large file some of it may be in: repeating it brings the rest.
 * @throws BackupError, then nothing was changed; StoreError
 */
export async function restore(store: Store, file: Blob): Promise<Preview> {
  return guarded(async () => {
    const { preview, added } = await planOf(store, file);
    if (preview.fresh === 0) return preview;
    try {
      await (added ? addInBatches(store, added) : addFromFile(store, file));
    } catch (error) {
      await rebuildCaches(store).catch(() => {
        // The mark is off the caches if anything came in: they are folded when the app next opens.
      });
      throw error;
    }
    await rebuildCaches(store);
    return preview;
  });
}

/**
 * Deletes every event and everything folded from them, in one transaction, and begins anew as
 * another device. The file that was written by itself is let go and not touched. Looks stay.
 * @throws StoreError; then nothing was deleted
 */
export async function eraseEverything(store: Store): Promise<void> {
  const { db } = store;
  try {
    await db.transaction('rw', db.tables, async () => {
      const before = await readProfile(db);
      if (before.minWriter > WRITER) throw new StoreError('outdated');
      await Promise.all(db.tables.map((table) => table.clear()));
      const mark = cacheMark(store.catalogue, DEFAULT_SETTINGS);
      await db.meta.bulkPut([newProfile(store.mintDevice(), before), mark]);
    });
    store.frontier = null;
    await refreshSettings(store);
  } catch (error) {
    throw asStoreError(error);
  }
  store.announce({ is: 'replaced' });
}
