/**
 * The log as columns: one row per event of every segment, and of the tail packed as if it were
 * sealed. For what reads a whole log at once: the rebuild and the statistics.
 */
import type { LogEvent, OfCard } from './event.ts';
import { emptyColumns, SegmentFiller } from './fillColumns.ts';
import { compareEvents } from './replay.ts';
import { packRun, SEGMENT_EVENTS } from './segment.ts';
import { CardNumbers, type CardReader } from './segmentCards.ts';
import {
  cardOfRow,
  ColumnReader,
  eventAt,
  openRun,
  openSegment,
  type Segment,
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
  /** The rows of each card in replay order, one card after another; those of card i from `starts[i]`. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  /** A place in `COLUMN_TYPES`, from 1; 0 and 255 for other types. */
  readonly type: Uint8Array;
  /** ms */
  readonly at: Float64Array;
  /** minutes east */
  readonly offset: Int16Array;
  readonly day: Int32Array;
  readonly rating: Uint8Array;
  /** `NO_MS` for none. */
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
  /** By row, of the events that have one. */
  readonly origins: ReadonlyMap<number, string>;
  /** Events of cards that do not fit the columns, whole: their rows may lack something. */
  readonly odd: ReadonlyMap<number, OfCard>;
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

/** The rows of each card, one card after another; those of card i begin at `starts[i]`. */
function rowsByCard(card: Int32Array, cards: number): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(cards + 1);
  let total = 0;
  for (const number of card) {
    if (number === -1) continue;
    starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    total += 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const rows = new Uint32Array(total);
  const next = starts.slice();
  for (let row = 0; row < card.length; row++) {
    const number = card[row] ?? -1;
    if (number === -1) continue;
    const place = next[number] ?? 0;
    rows[place] = row;
    next[number] = place + 1;
  }
  return { starts, rows };
}

/** Whether the rows stand in an order that nothing else can change. */
function isRising(rows: Uint32Array, order: Float64Array): boolean {
  let last = -Infinity;
  for (const row of rows) {
    const here = order[row] ?? 0;
    if (!(here > last)) return false;
    last = here;
  }
  return true;
}

/**
 * Fills columns from one segment after another; none of them is needed again, but for the few rows
 * whose place in replay order only their events decide.
 */
export class ColumnFiller {
  private readonly columns: ReturnType<typeof emptyColumns>;
  private readonly cards: CardsOfToday;
  private readonly undoneSeqs: ReadonlyMap<string, ReadonlySet<number>>;
  private readonly reader = new ColumnReader();
  /** The first row of each segment. */
  private readonly firsts: number[] = [];
  private filled = 0;

  /**
   * @param length events of all segments together
   * @param undone actions taken back (`undoneActions`)
   * @param currentId today's id of a card
   */
  constructor(
    private readonly length: number,
    private readonly undone: ReadonlySet<string>,
    currentId: (card: string) => string,
  ) {
    this.columns = emptyColumns(length);
    this.cards = new CardsOfToday(currentId);
    this.undoneSeqs = seqsByDevice(undone);
  }

  /** @throws Error when there are more events than was said */
  add(segment: Segment): void {
    const first = this.filled;
    this.filled += segment.events;
    if (this.filled > this.length) throw new Error('Inconsistent: more events than were counted');
    this.firsts.push(first);
    const filler = new SegmentFiller(this.columns, segment, first, this.reader);
    filler.fillNumbersAndWords();
    const seqs = this.undoneSeqs.get(segment.device);
    if (seqs) filler.fillUndone(seqs);
    filler.fillCards(this.cards.numberOf, this.undone);
  }

  /** Puts each card's rows in replay order: to be asked for their events when it is doubtful. */
  sorted(): SortedColumns {
    const { card, order, odd, ...others } = this.columns;
    const cards = this.cards.ids;
    const { starts, rows } = rowsByCard(card, cards.length);
    const doubtful: Uint32Array[] = [];
    for (let i = 0; i < cards.length; i++) {
      const own = rows.subarray(starts[i], starts[i + 1]);
      if (isRising(own, order)) continue;
      own.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
      if (!isRising(own, order)) doubtful.push(own);
    }
    return {
      columns: { ...others, length: this.length, cards, card, odd, rows, starts },
      doubtful: doubtful.flatMap((own) => [...own].map((row) => this.placeOf(row))),
      settle: (eventOf) => {
        for (const own of doubtful) {
          const events = new Map([...own].map((row) => [row, odd.get(row) ?? eventOf(row)]));
          const event = (row: number): LogEvent => {
            const found = events.get(row);
            if (!found) throw new Error(`Inconsistent: no event in row ${row}`);
            return found;
          };
          own.sort(
            (a, b) => (order[a] ?? 0) - (order[b] ?? 0) || compareEvents(event(a), event(b)),
          );
        }
      },
    };
  }

  private placeOf(row: number): RowPlace {
    const segment = this.firsts.findLastIndex((first) => first <= row);
    return { row, segment, inner: row - (this.firsts[segment] ?? 0) };
  }
}

/** Where a row came from: the how-manieth segment added, and its row in it. */
export interface RowPlace {
  readonly row: number;
  readonly segment: number;
  readonly inner: number;
}

export interface SortedColumns {
  readonly columns: Columns;
  /** Rows of cards in which two events have one `order`: columns are right once these are settled. */
  readonly doubtful: readonly RowPlace[];
  readonly settle: (eventOf: (row: number) => LogEvent | undefined) => void;
}

/** The event of a row of a segment. */
export function eventOfRow(segment: Segment, inner: number): LogEvent {
  return eventAt(segment, inner, cardOfRow(segment, inner));
}

/**
 * Reads a whole log that is at hand into columns.
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
  const length = segments.reduce((sum, { events }) => sum + events, 0);
  const filler = new ColumnFiller(length, undone, currentId);
  for (const segment of segments) filler.add(segment);
  const { columns, doubtful, settle } = filler.sorted();
  const places = new Map(doubtful.map((place) => [place.row, place]));
  settle((row) => {
    const place = places.get(row);
    const segment = segments[place?.segment ?? -1];
    return place && segment && eventOfRow(segment, place.inner);
  });
  return columns;
}
