/** The whole log as columns, for what reads all of it at once. */
import type { LogEvent } from '../domain/event.ts';
import {
  ColumnFiller,
  eventOfRow,
  packTail,
  type Columns,
  type PackedTail,
  type SortedColumns,
} from '../domain/replayColumns.ts';
import { undoneActions } from '../domain/replay.ts';
import { openRun, openSegment, type Segment } from '../domain/segmentReader.ts';
import type { Database } from './database.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents } from './read.ts';
import { tailDevices } from './sealing.ts';
import type { Store } from './store.ts';

const EVENTS_AT_ONCE = 16_384;

/** The tail of every device, packed in stretches. Inside a transaction. */
export async function readTail(db: Database): Promise<PackedTail[]> {
  const packed: PackedTail[] = [];
  for (const device of await tailDevices(db)) {
    let last = -Infinity;
    let count = EVENTS_AT_ONCE;
    while (count === EVENTS_AT_ONCE) {
      const events = await db.events
        .where('[device+seq]')
        .between([device, last], [device, Infinity], false)
        .limit(EVENTS_AT_ONCE)
        .toArray();
      packed.push(...packTail(events));
      last = events.at(-1)?.seq ?? last;
      count = events.length;
    }
  }
  return packed;
}

/** Looks up once more the few events by which equal orders are told apart. */
async function settleDoubts(
  { doubtful, settle }: SortedColumns,
  segmentAt: (i: number) => Promise<Segment | undefined>,
): Promise<void> {
  const events = new Map<number, LogEvent>();
  for (const i of new Set(doubtful.map(({ segment }) => segment))) {
    const opened = await segmentAt(i);
    if (!opened) continue;
    for (const { row, segment, inner } of doubtful) {
      if (segment === i) events.set(row, eventOfRow(opened, inner));
    }
  }
  settle((row) => events.get(row));
}

/**
 * Every event of the log, as of one moment. Sealed segments are read one after another and let go:
 * what is held is the columns, the tail and two segments.
 * @throws StoreError
 */
export async function readLogColumns({ db, catalogue }: Store): Promise<Columns> {
  try {
    return await db.transaction('r', db.events, db.heads, db.segments, async () => {
      const undone = undoneActions(await cardlessEvents(db));
      const keys = await db.segments.toCollection().primaryKeys();
      const tail = (await readTail(db)).map(({ device, base, bytes }) =>
        openRun(device, base, bytes),
      );
      const segmentAt = async (i: number): Promise<Segment | undefined> => {
        const key = keys[i];
        const row = key && (await db.segments.get(key));
        return row && openSegment(row.device, row.k, row.bytes);
      };
      // All segments hold as many events as the first.
      let segment = await segmentAt(0);
      const inTail = tail.reduce((sum, { events }) => sum + events, 0);
      const length = keys.length * (segment?.events ?? 0) + inTail;
      const filler = new ColumnFiller(length, undone, catalogue.currentId);
      for (let i = 0; segment; i++) {
        const next = segmentAt(i + 1);
        filler.add(segment);
        segment = await next;
      }
      for (const run of tail) filler.add(run);
      const sorted = filler.sorted();
      await settleDoubts(sorted, async (i) =>
        i < keys.length ? segmentAt(i) : tail[i - keys.length],
      );
      return sorted.columns;
    });
  } catch (error) {
    throw asStoreError(error);
  }
}
