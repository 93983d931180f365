/** The whole log in pieces small enough to hold, by device and then by seq. */
import type { LogEvent } from '../domain/event.ts';
import { SEGMENT_EVENTS, unpack } from '../domain/segment.ts';
import type { Database } from './database.ts';
import { asStoreError } from './errors.ts';

/** Events of the tail read at once. */
const PIECE = 4096;

/** The last seq of a device in the tail, 0 when it has nothing there. */
async function lastInTail(db: Database, device: string): Promise<number> {
  const [key] = await db.events
    .where('[device+seq]')
    .between([device, 0], [device, Infinity])
    .reverse()
    .limit(1)
    .primaryKeys();
  return key?.[1] ?? 0;
}

/** The last seq of one device, sealed events included; 0 for a device unknown here. */
export async function lastSeq(db: Database, device: string): Promise<number> {
  const sealed = await db.heads
    .where('[device+k]')
    .between([device, 0], [device, Infinity])
    .reverse()
    .limit(1)
    .primaryKeys();
  const k = sealed[0]?.[1];
  return Math.max(k === undefined ? 0 : (k + 1) * SEGMENT_EVENTS, await lastInTail(db, device));
}

/** The last seq of every device, by device ascending. */
export function lastSeqs(db: Database): Promise<[string, number][]> {
  return db.transaction('r', db.events, db.heads, async () => {
    const devices = new Set(
      (await db.heads.toCollection().primaryKeys()).map(([device]) => device),
    );
    let after = '';
    for (;;) {
      const [key] = await db.events
        .where('[device+seq]')
        .above([after, Infinity])
        .limit(1)
        .primaryKeys();
      if (!key) break;
      [after] = key;
      devices.add(after);
    }
    const found: [string, number][] = [];
    for (const device of [...devices].toSorted()) found.push([device, await lastSeq(db, device)]);
    return found;
  });
}

/** A device's events from `from` on, as many as lie together, and where to read on. */
function pieceFrom(db: Database, device: string, from: number, last: number) {
  return db.transaction('r', db.events, db.segments, async () => {
    const k = Math.floor((from - 1) / SEGMENT_EVENTS);
    const sealed = await db.segments.get([device, k]);
    const end = Math.min(last, (k + 1) * SEGMENT_EVENTS);
    if (sealed) {
      const events = unpack(device, k, sealed.bytes)
        .filter(({ seq }) => seq >= from && seq <= end)
        .sort((a, b) => a.seq - b.seq);
      return { events, next: end + 1 };
    }
    const until = Math.min(end, from + PIECE - 1);
    const events = await db.events
      .where('[device+seq]')
      .between([device, from], [device, until], true, true)
      .toArray();
    return { events, next: until + 1 };
  });
}

/**
 * The log as it is at the first piece: what is written meanwhile is left out, and events may be
 * sealed meanwhile without being missed.
 * @throws StoreError
 */
export async function* logPieces(db: Database): AsyncGenerator<LogEvent[]> {
  try {
    for (const [device, last] of await lastSeqs(db)) {
      let from = 1;
      while (from <= last) {
        const { events, next } = await pieceFrom(db, device, from, last);
        if (events.length > 0) yield events;
        from = next;
      }
    }
  } catch (error) {
    throw asStoreError(error);
  }
}
