/** The whole log as columns, for what reads all of it at once. */
import { packTail, readColumns, type Columns, type PackedTail } from '../domain/replayColumns.ts';
import { undoneActions } from '../domain/replay.ts';
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

/** Every event of the log, as of one moment. @throws StoreError */
export async function readLogColumns({ db, catalogue }: Store): Promise<Columns> {
  try {
    const { segments, tail, undone } = await db.transaction(
      'r',
      db.events,
      db.heads,
      db.segments,
      async () => ({
        undone: undoneActions(await cardlessEvents(db)),
        segments: await db.segments.toArray(),
        tail: await readTail(db),
      }),
    );
    return readColumns(segments, tail, undone, catalogue.currentId);
  } catch (error) {
    throw asStoreError(error);
  }
}
