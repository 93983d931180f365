/** Sealing: old events leave the tail for packed segments. Nothing they say changes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { pack, SEGMENT_EVENTS } from '../domain/segment.ts';
import { KEPT_EVENTS, WRITER, type Database, type HeadRow, type SegmentRow } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { readProfile, type Store } from './store.ts';

/** A segment that is packed and not yet stored. */
export interface Sealable {
  readonly segment: SegmentRow;
  readonly head: HeadRow;
  /** Events in it. */
  readonly events: number;
}

/** The devices with events in the tail. */
export async function tailDevices(db: Database): Promise<string[]> {
  const devices: string[] = [];
  for (;;) {
    const after = devices.at(-1);
    const from = after === undefined ? ['', -Infinity] : [after, Infinity];
    const next = await db.events.where('[device+seq]').above(from).first();
    if (!next) return devices;
    devices.push(next.device);
  }
}

function rowsOf(db: Database, device: string, k: number, size: number) {
  return db.events
    .where('[device+seq]')
    .between([device, k * size + 1], [device, (k + 1) * size], true, true);
}

/** Reads and packs a device's next segment; null when its tail is too short for one. */
export async function packNext(
  { db }: Store,
  device: string,
  size: number = SEGMENT_EVENTS,
  kept: number = KEPT_EVENTS,
): Promise<Sealable | null> {
  const events = await db.transaction('r', db.events, db.heads, async () => {
    const ofDevice = { low: [device, -Infinity], high: [device, Infinity] };
    const tail = await db.events.where('[device+seq]').between(ofDevice.low, ofDevice.high).count();
    if (tail < size + kept) return null;
    const k = await db.heads.where('[device+k]').between(ofDevice.low, ofDevice.high).count();
    return { k, rows: await rowsOf(db, device, k, size).toArray() };
  });
  if (events?.rows.length !== size) return null;
  const { k, rows } = events;
  const { bytes, ...head } = pack(rows, k);
  return {
    segment: { device, k, bytes },
    head: { device, k, hash: bytesToHex(sha256(bytes)), ...head },
    events: size,
  };
}

/**
 * Stores a packed segment in place of its rows.
 * @returns false when they are not all there any more, or another tab has sealed them; then nothing
 *   was written
 * @throws StoreError 'full', 'outdated' or 'failed'; then nothing was written
 */
export async function storeSealed({ db }: Store, sealable: Sealable): Promise<boolean> {
  const { segment, head, events } = sealable;
  const { device, k } = segment;
  try {
    return await db.transaction('rw', db.events, db.segments, db.heads, db.meta, async () => {
      if ((await readProfile(db)).minWriter > WRITER) throw new StoreError('outdated');
      const rows = rowsOf(db, device, k, events);
      const [standing, opened, there] = await Promise.all([
        db.heads.get([device, k]),
        db.segments.where('[device+k]').equals([device, k]).count(),
        rows.count(),
      ]);
      if (standing || opened > 0 || there !== events) return false;
      await Promise.all([db.segments.add(segment), db.heads.add(head), rows.delete()]);
      return true;
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * Seals whatever is old enough, one segment after another. May be stopped at any point, and run in
 * several tabs at once.
 * @param size events in a segment, for tests
 * @returns how many segments this call has stored
 * @throws StoreError; what was sealed before stays so
 */
export async function sealOldEvents(
  store: Store,
  size: number = SEGMENT_EVENTS,
  kept: number = KEPT_EVENTS,
): Promise<number> {
  let sealed = 0;
  for (const device of await tailDevices(store.db)) {
    for (;;) {
      const next = await packNext(store, device, size, kept);
      if (!next || !(await storeSealed(store, next))) break;
      sealed += 1;
    }
  }
  return sealed;
}
