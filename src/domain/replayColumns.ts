/**
 * The log as columns: one row per event of every segment, and of the tail packed as if it were
 * sealed. For what reads a whole log at once: the rebuild and the statistics.
 */
import type { LogEvent, OfCard } from './event.ts';
import { emptyColumns, SegmentFiller } from './fillColumns.ts';
import { packRun, SEGMENT_EVENTS } from './segment.ts';
import { CardNumbers, type CardReader } from './segmentCards.ts';
import { fieldOf } from './segmentFields.ts';
import {
  cardOfRow,
  ColumnReader,
  eventAt,
  openRun,
  openSegment,
  valueAt,
} from './segmentReader.ts';

/**
 * Columns of words number them from 1 in the order of the lists in `event.ts`; 0 is none. Columns
 * of numbers have `NaN` for none, or 0 where whole numbers are kept.
 */
export interface Columns {
  readonly length: number;
  /** Card ids of today; `card` holds their places. */
  readonly cards: readonly string[];
  /** -1 for an event of no card, or of a type this version does not know. */
  readonly card: Int32Array;
  /** A place in `COLUMN_TYPES`, from 1; 0 and 255 for other types. */
  readonly type: Uint8Array;
  /** ms */
  readonly at: Float64Array;
  /** minutes east */
  readonly offset: Int16Array;
  readonly order: Float64Array;
  readonly day: Int32Array;
  readonly rating: Uint8Array;
  readonly ms: Uint16Array;
  readonly mode: Uint8Array;
  readonly how: Uint8Array;
  readonly confidence: Uint8Array;
  /** Recall predicted, millionths; -1 for none. */
  readonly predicted: Int32Array;
  /** Of the grant, from 1 for learning. */
  readonly phase: Uint8Array;
  readonly step: Uint8Array;
  readonly dueDay: Float64Array;
  /** ms */
  readonly dueAt: Float64Array;
  /** 1 for an event whose action is taken back. */
  readonly isUndone: Uint8Array;
  /** 1 for an event with an origin. */
  readonly hasOrigin: Uint8Array;
  /** Events of cards that do not fit the columns, whole: their rows may lack something. */
  readonly odd: ReadonlyMap<number, OfCard>;
  /** The event of a row, as it was written. */
  readonly eventAt: (row: number) => LogEvent;
  /** Its origin alone. */
  readonly originAt: (row: number) => string | undefined;
}

/** A segment as it is stored. */
export interface StoredSegment {
  readonly device: string;
  readonly k: number;
  readonly bytes: Uint8Array;
}

/** A stretch of a device's tail, packed in memory. */
export interface PackedTail {
  readonly device: string;
  readonly base: number;
  readonly bytes: Uint8Array;
}

/** Packs tail events (of any devices, in any order), so that they can be read as columns. */
export function packTail(events: readonly LogEvent[]): PackedTail[] {
  const runs = new Map<string, LogEvent[]>();
  for (const event of events) {
    const run = runs.get(event.device);
    if (run) run.push(event);
    else runs.set(event.device, [event]);
  }
  const packed: PackedTail[] = [];
  for (const [device, run] of runs) {
    run.sort((a, b) => a.seq - b.seq);
    for (let i = 0; i < run.length; i += SEGMENT_EVENTS) {
      const base = (run[i]?.seq ?? 1) - 1;
      packed.push({ device, base, bytes: packRun(run.slice(i, i + SEGMENT_EVENTS), base) });
    }
  }
  return packed;
}

/** The first seqs of actions, by device. */
function seqsByDevice(actions: ReadonlySet<string>): Map<string, Set<number>> {
  const devices = new Map<string, Set<number>>();
  for (const action of actions) {
    const colon = action.lastIndexOf(':');
    const device = action.slice(0, colon);
    const seq = Number(action.slice(colon + 1));
    if (`${device}:${seq}` !== action) continue;
    const seqs = devices.get(device);
    if (seqs) seqs.add(seq);
    else devices.set(device, new Set([seq]));
  }
  return devices;
}

/** Numbers for cards by their ids of today, whatever id a segment has for them. */
class CardsOfToday {
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly written = new CardNumbers();
  private readonly ofWritten: number[] = [];

  constructor(private readonly currentId: (card: string) => string) {}

  readonly numberOf = (reader: CardReader): number => {
    const written = this.written.of(reader);
    return (this.ofWritten[written] ??= this.numberOfId(
      this.currentId(this.written.ids[written] ?? ''),
    ));
  };

  private numberOfId(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}

/**
 * Reads a whole log into columns.
 * @param undone actions taken back (`undoneActions`)
 * @param currentId today's id of a card
 * @throws Error when a segment has another format
 */
export function readColumns(
  stored: readonly StoredSegment[],
  tail: readonly PackedTail[],
  undone: ReadonlySet<string>,
  currentId: (card: string) => string,
): Columns {
  const segments = [
    ...stored.map(({ device, k, bytes }) => openSegment(device, k, bytes)),
    ...tail.map(({ device, base, bytes }) => openRun(device, base, bytes)),
  ];
  let length = 0;
  const firsts = segments.map(({ events }) => (length += events) - events);
  const columns = emptyColumns(length);
  const cards = new CardsOfToday(currentId);
  const undoneSeqs = seqsByDevice(undone);
  const reader = new ColumnReader();
  segments.forEach((segment, i) => {
    const filler = new SegmentFiller(columns, segment, firsts[i] ?? 0, reader);
    filler.fillNumbersAndWords();
    const seqs = undoneSeqs.get(segment.device);
    if (seqs) filler.fillUndone(seqs);
    filler.fillCards(cards.numberOf, undone);
  });
  const placeOf = (row: number) => {
    const i = firsts.findLastIndex((first) => first <= row);
    const segment = segments[i];
    if (!segment) throw new Error(`Inconsistent: no row ${row}`);
    return { segment, inner: row - (firsts[i] ?? 0) };
  };
  return {
    ...columns,
    length,
    cards: cards.ids,
    eventAt: (row) => {
      const { segment, inner } = placeOf(row);
      return eventAt(segment, inner, cardOfRow(segment, inner));
    },
    originAt: (row) => {
      const { segment, inner } = placeOf(row);
      const origin = valueAt(segment, fieldOf('origin'), inner);
      return typeof origin === 'string' ? origin : undefined;
    },
  };
}
