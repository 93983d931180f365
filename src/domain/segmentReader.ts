/** A packed segment, opened: any row of any column without reading the others. */
import type { LogEvent } from './event.ts';
import { readNumbers, readWhole, readWholes, type Column } from './segmentBytes.ts';
import { cardAt, CardReader } from './segmentCards.ts';
import { eventFrom, FIELDS } from './segmentFields.ts';

/** First byte of a segment: the form the rest has. */
export const FORMAT = 1;

/** What a segment says of itself, as JSON. */
export interface Header {
  readonly cardBytes: number;
  readonly cards: number;
  /** By field: `low` and `width` of its column. */
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly events: number;
  /** Events that stand in a card's run. */
  readonly ofCards: number;
  readonly rests: number;
  /** By field: the values its column numbers. */
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

interface Placed extends Column {
  readonly offset: number;
}

export interface Segment {
  readonly device: string;
  readonly base: number;
  readonly bytes: Uint8Array;
  readonly events: number;
  readonly ofCards: number;
  /** By field; null when no event has it. */
  readonly columns: readonly (Placed | null)[];
  readonly tables: readonly (readonly unknown[])[];
  /** The row at which each card's run begins. */
  readonly starts: Uint16Array;
  readonly cardBytes: Uint8Array;
  /** Rows that have a rest, rising, and where each one's text begins and ends. */
  readonly restRows: Uint16Array;
  readonly restEnds: Uint32Array;
  readonly restBytes: Uint8Array;
}

function placeColumns(header: Header, from: number): { columns: (Placed | null)[]; end: number } {
  let offset = from;
  const columns = FIELDS.map(({ key }) => {
    const [low, width] = header.columns[key] ?? [];
    if (low === undefined || width === undefined) return null;
    const placed = { low, width, offset };
    offset += width * header.events;
    return placed;
  });
  return { columns, end: offset };
}

/**
 * Opens what `packRun` packed.
 * @throws Error when the format is another
 */
export function openRun(device: string, base: number | null, bytes: Uint8Array): Segment {
  if (bytes[0] !== FORMAT) throw new Error(`Inconsistent: segment of format ${bytes[0]}`);
  const length = readWhole(bytes, 1, 4);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(5, 5 + length))) as Header;
  const { columns, end } = placeColumns(header, 5 + length);
  const cardsAt = end + header.cards * 2;
  const restsAt = cardsAt + header.cardBytes;
  const endsAt = restsAt + header.rests * 2;
  const textAt = endsAt + header.rests * 4;
  return {
    device,
    base: base ?? 0,
    bytes,
    events: header.events,
    ofCards: header.ofCards,
    columns,
    tables: FIELDS.map(({ key }) => header.tables[key] ?? []),
    starts: readWholes(bytes, end, 2, new Uint16Array(header.cards)),
    cardBytes: bytes.subarray(cardsAt, restsAt),
    restRows: readWholes(bytes, restsAt, 2, new Uint16Array(header.rests)),
    restEnds: readWholes(bytes, endsAt, 4, new Uint32Array(header.rests)),
    restBytes: bytes.subarray(textAt),
  };
}

/** Opens segment k of a device. @throws Error when the format is another */
export function openSegment(device: string, k: number, bytes: Uint8Array): Segment {
  const segment = openRun(device, null, bytes);
  return { ...segment, base: k * segment.events };
}

/** All card ids of a segment, sorted. */
export function cardIds(segment: Segment): string[] {
  const reader = new CardReader(segment.cardBytes, segment.starts.length);
  return Array.from(segment.starts, () => {
    reader.next();
    return reader.id();
  });
}

/** The place of the last of `rising` that is not after `row`; 0 when all are. */
function lastNotAfter(rising: Uint16Array, row: number): number {
  let low = 0;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}

/** The card in whose run a row stands; null for a row of no card. */
export function cardOfRow(segment: Segment, row: number): string | null {
  if (row >= segment.ofCards) return null;
  const { starts, cardBytes } = segment;
  return cardAt(cardBytes, starts.length, lastNotAfter(starts, row));
}

function codeAt(segment: Segment, field: number, row: number): number {
  const column = segment.columns[field];
  if (!column) return 0;
  const { offset, width } = column;
  return width === 0 ? 1 : readWhole(segment.bytes, offset + row * width, width);
}

/** The value of a field kept through a table; undefined when the row has none. */
export function valueAt(segment: Segment, field: number, row: number): unknown {
  const code = codeAt(segment, field, row);
  return code === 0 ? undefined : segment.tables[field]?.[code - 1];
}

function restAt(segment: Segment, row: number): unknown {
  const { restRows } = segment;
  const place = lastNotAfter(restRows, row);
  if (restRows[place] !== row) return null;
  const start = place === 0 ? 0 : segment.restEnds[place - 1];
  const text = segment.restBytes.subarray(start, segment.restEnds[place]);
  return JSON.parse(new TextDecoder().decode(text));
}

/** The event in a row. @param card the id in whose run it stands */
export function eventAt(segment: Segment, row: number, card: string | null): LogEvent {
  const { device, base } = segment;
  const wholes: number[] = [];
  const levels: [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>] = [
    { device },
    {},
    {},
  ];
  if (card !== null) levels[0]['card'] = card;
  FIELDS.forEach(({ key, level, decimals, less }, field) => {
    const code = codeAt(segment, field, row);
    if (code === 0) return;
    let whole = code - 1 + (segment.columns[field]?.low ?? 0);
    for (const part of less) whole += (wholes[part.field] ?? 0) * part.factor;
    wholes[field] = whole;
    if (decimals === null) levels[level][key] = segment.tables[field]?.[whole];
    else if (key === 'seq') levels[0]['seq'] = whole + base;
    else if (key === 'action') levels[0]['action'] = `${device}:${(wholes[0] ?? 0) + base - whole}`;
    else levels[level][key] = whole / 10 ** decimals;
  });
  return eventFrom(levels, restAt(segment, row));
}

/** Reads columns of one segment after another into the same memory. */
export class ColumnReader {
  private readonly wholes: (Float64Array | undefined)[] = [];
  private readonly isRead = new Uint8Array(FIELDS.length);
  private segment: Segment | null = null;

  /** Turns to a segment; what was read of the one before is overwritten from now on. */
  open(segment: Segment): void {
    this.segment = segment;
    this.isRead.fill(0);
  }

  /**
   * A column's numbers by row, `NaN` for none: decimals times their power of ten, or table places.
   * Good until the next segment is opened.
   */
  read(field: number): Float64Array {
    const { segment } = this;
    if (!segment) throw new Error('Inconsistent: no segment is open');
    let wholes = this.wholes[field];
    if (wholes?.length !== segment.events) {
      wholes = new Float64Array(segment.events);
      this.wholes[field] = wholes;
    } else if (this.isRead[field] === 1) {
      return wholes;
    }
    this.isRead[field] = 1;
    const column = segment.columns[field];
    if (!column) return wholes.fill(NaN);
    readNumbers(segment.bytes, column.offset, column, wholes);
    for (const { field: other, factor } of FIELDS[field]?.less ?? []) {
      if (segment.columns[other]) addTimes(wholes, this.read(other), factor);
    }
    return wholes;
  }
}

/** Adds `parts`, each times `factor`, to `wholes`; absent parts count as 0. */
function addTimes(wholes: Float64Array, parts: Float64Array, factor: number): void {
  for (let row = 0; row < wholes.length; row++) {
    const part = parts[row] ?? 0;
    if (!Number.isNaN(part)) wholes[row] = (wholes[row] ?? 0) + part * factor;
  }
}
