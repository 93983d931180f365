/**
 * The caches rebuilt from the whole log, while ratings go on: folded from one snapshot, written in
 * small transactions, and what was written meanwhile folded anew at the end.
 */
import { foldCard, type CardState } from '../domain/cardState.ts';
import type { LogEvent, OfCard } from '../domain/event.ts';
import { foldColumns } from '../domain/foldColumns.ts';
import { createModel, weightsName, type MemoryModel } from '../domain/memory.ts';
import { undoneActions } from '../domain/replay.ts';
import { packTail, readColumns } from '../domain/replayColumns.ts';
import type { PackedTail, StoredSegment } from '../domain/replayColumns.ts';
import { foldSettings } from '../domain/settings.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../domain/tally.ts';
import { idsOf } from './cache.ts';
import { rowOf, WRITER, type Database, type Profile } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { cardlessEvents, eventsOfCard } from './read.ts';
import { tailDevices } from './sealing.ts';
import { cacheMark, readProfile, refreshSettings, type Store } from './store.ts';

const ROWS_AT_ONCE = 2_000;
const EVENTS_AT_ONCE = 16_384;

/** The log as it stood at one moment. */
interface Snapshot {
  readonly profile: Profile;
  /** The last seq of every device. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly cardless: readonly LogEvent[];
  readonly segments: readonly StoredSegment[];
  readonly tail: readonly PackedTail[];
}

async function readTail(db: Database, device: string): Promise<{ packed: PackedTail[]; last: number }> {
  const packed: PackedTail[] = [];
  let last = 0;
  for (;;) {
    const events = await db.events
      .where('[device+seq]')
      .between([device, last], [device, Infinity], false)
      .limit(EVENTS_AT_ONCE)
      .toArray();
    packed.push(...packTail(events));
    last = events.at(-1)?.seq ?? last;
    if (events.length < EVENTS_AT_ONCE) return { packed, last };
  }
}

async function readSnapshot(db: Database): Promise<Snapshot> {
  return db.transaction('r', db.tables, async () => {
    const profile = await readProfile(db);
    const cardless = await cardlessEvents(db);
    const segments = await db.segments.toArray();
    const tail: PackedTail[] = [];
    const lengths = new Map<string, number>();
    for (const { device, k } of segments) {
      const end = (k + 1) * SEGMENT_LENGTH(segments, device);
      lengths.set(device, Math.max(lengths.get(device) ?? 0, end));
    }
    for (const device of await tailDevices(db)) {
      const { packed, last } = await readTail(db, device);
      tail.push(...packed);
      lengths.set(device, last);
    }
    return { profile, lengths, cardless, segments, tail };
  });
}
