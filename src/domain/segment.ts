/**
 * Sealed events, packed: segment k of a device holds its events n·k+1 … n·(k+1), by card and then
 * by seq, those of no card last. Every replica packs the same events into the same bytes.
 *
 * Bytes: format (1), length of the header (4), header (canonical JSON), one column of fixed width
 * per field, where each card's run begins (2 each), the card ids (`segmentCards.ts`), then the
 * rests of events that have any: their rows (2 each), where each ends (4 each), canonical JSON.
 */
import { canonical } from './content.ts';
import { isSetting, isTaken, type LogEvent } from './event.ts';
import { hash32 } from './random.ts';
import { columnFor, FARTHEST, writeColumn, writeWhole } from './segmentBytes.ts';
import type { Column } from './segmentBytes.ts';
import { findCard, packCards } from './segmentCards.ts';
import { FIELDS, levelsOf, restOf } from './segmentFields.ts';
import { cardIds, eventAt, FORMAT, openSegment, type Header } from './segmentReader.ts';

/** Events in one segment. */
export const SEGMENT_EVENTS = 16_384;

/** A packed segment and the little that is read of it without opening it. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** `cardKey` of every card in it. */
  readonly cards: Uint32Array;
  /** Its events of no card. */
  readonly cardless: readonly LogEvent[];
  readonly lastOrder: number;
}

/** What a head says of a card. Two cards may share it: the segment itself decides. */
export const cardKey = hash32;

/** The card in whose run an event stands; null for an event of no card. */
function runOf(event: LogEvent): string | null {
  const card: unknown = Reflect.get(event, 'card');
  return typeof card === 'string' && !isTaken(event) && !isSetting(event) ? card : null;
}

function byCardAndSeq(a: LogEvent, b: LogEvent): number {
  const one = runOf(a);
  const other = runOf(b);
  if (one === other) return a.seq - b.seq;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** How far back the event's action begins, in seqs; null when it is not of the same device. */
function actionDistance(event: LogEvent): number | null {
  const { action, device, seq } = event;
  if (typeof action !== 'string' || !action.startsWith(`${device}:`)) return null;
  const first = Number(action.slice(device.length + 1));
  return Number.isSafeInteger(first) && action === `${device}:${first}` ? seq - first : null;
}

function wholeOf(value: unknown, decimals: number): number | null {
  if (typeof value !== 'number') return null;
  const scale = 10 ** decimals;
  const whole = Math.round(value * scale);
  return whole / scale === value ? whole : null;
}

/** The columns of events, filled row by row. */
class Columns {
  readonly numbers: readonly Float64Array[];
  private readonly wholes = new Float64Array(FIELDS.length);
  private readonly kept = new Uint8Array(FIELDS.length);
  private readonly texts: readonly Map<string, number[]>[];

  constructor(
    events: number,
    private readonly base: number,
  ) {
    this.numbers = FIELDS.map(() => new Float64Array(events).fill(NaN));
    this.texts = FIELDS.map(() => new Map());
  }

  /** Puts an event into a row. @returns whether a field is kept, until the next is put */
  put(event: LogEvent, row: number): (field: number) => boolean {
    const levels = levelsOf(event);
    this.wholes.fill(0);
    this.kept.fill(0);
    FIELDS.forEach(({ key, level, decimals }, field) => {
      const value = levels[level]?.[key];
      if (value === undefined) return;
      if (decimals === null) this.putText(field, row, canonical(value));
      else if (key === 'action') this.putWhole(field, row, actionDistance(event));
      else if (key === 'seq') this.putWhole(field, row, event.seq - this.base);
      else this.putWhole(field, row, wholeOf(value, decimals));
    });
    return (field) => this.kept[field] === 1;
  }

  private putText(field: number, row: number, text: string): void {
    const rows = this.texts[field]?.get(text);
    if (rows) rows.push(row);
    else this.texts[field]?.set(text, [row]);
    this.kept[field] = 1;
  }

  private putWhole(field: number, row: number, whole: number | null): void {
    const numbers = this.numbers[field];
    if (whole === null || !numbers) return;
    let predicted = 0;
    for (const less of FIELDS[field]?.less ?? []) {
      predicted += (this.wholes[less.field] ?? 0) * less.factor;
    }
    const number = whole - predicted;
    if (Math.abs(number) > FARTHEST || number + predicted !== whole) return;
    numbers[row] = number;
    this.wholes[field] = whole;
    this.kept[field] = 1;
  }

  /** The values of the fields kept through tables, sorted by their text; their rows are numbered. */
  tables(): Record<string, unknown[]> {
    const tables: Record<string, unknown[]> = {};
    this.texts.forEach((rowsOf, field) => {
      const texts = [...rowsOf.keys()].toSorted();
      texts.forEach((text, place) => {
        for (const row of rowsOf.get(text) ?? []) {
          const numbers = this.numbers[field];
          if (numbers) numbers[row] = place;
        }
      });
      const key = FIELDS[field]?.key;
      if (texts.length > 0 && key !== undefined)
        tables[key] = texts.map((text): unknown => JSON.parse(text));
    });
    return tables;
  }
}

/** Wholes of one width, one after another. */
function packWholes(wholes: readonly number[], width: number): Uint8Array {
  const bytes = new Uint8Array(wholes.length * width);
  wholes.forEach((whole, i) => writeWhole(bytes, i * width, width, whole));
  return bytes;
}

function packRests(rests: ReadonlyMap<number, string>): Uint8Array[] {
  const texts = [...rests.values()].map((text) => new TextEncoder().encode(text));
  let end = 0;
  const ends = texts.map((text) => (end += text.length));
  return [packWholes([...rests.keys()], 2), packWholes(ends, 4), ...texts];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function packColumn(column: Column, numbers: Float64Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * column.width);
  writeColumn(bytes, 0, column, numbers);
  return bytes;
}

/**
 * Packs any events of one device, at most 65,536: a whole segment, or a stretch of a tail.
 * @param base taken off every seq
 */
export function packRun(events: readonly LogEvent[], base: number): Uint8Array {
  const sorted = events.toSorted(byCardAndSeq);
  const columns = new Columns(sorted.length, base);
  const rests = new Map<number, string>();
  const starts = new Map<string, number>();
  let ofCards = 0;
  sorted.forEach((event, row) => {
    const card = runOf(event);
    if (card !== null) {
      ofCards += 1;
      if (!starts.has(card)) starts.set(card, row);
    }
    const rest = restOf(event, columns.put(event, row), card !== null);
    if (rest) rests.set(row, canonical(rest));
  });
  const tables = columns.tables();
  const forms = columns.numbers.map((numbers) => columnFor(numbers));
  const cards = packCards([...starts.keys()]);
  const header: Header = {
    cardBytes: cards.length,
    cards: starts.size,
    columns: Object.fromEntries(
      FIELDS.flatMap(({ key }, i) => {
        const form = forms[i];
        return form ? [[key, [form.low, form.width]]] : [];
      }),
    ),
    events: sorted.length,
    ofCards,
    rests: rests.size,
    tables,
  };
  const text = new TextEncoder().encode(canonical(header));
  const packed = columns.numbers.flatMap((numbers, i) => {
    const form = forms[i];
    return form ? [packColumn(form, numbers)] : [];
  });
  return joined([
    new Uint8Array([FORMAT]),
    packWholes([text.length], 4),
    text,
    ...packed,
    packWholes([...starts.values()], 2),
    cards,
    ...packRests(rests),
  ]);
}

/**
 * Packs the events of a segment, given in any order.
 * @throws Error unless they are the events n·k+1 … n·(k+1) of one device, n being their number
 */
export function pack(events: readonly LogEvent[], k: number): Packed {
  const first = events[0];
  const base = k * events.length;
  const seqs = new Set(events.map(({ seq }) => seq));
  const isWhole = events.every(
    ({ device, seq }) => device === first?.device && seq > base && seq <= base + events.length,
  );
  if (!first || !isWhole || seqs.size !== events.length) {
    throw new Error(`Inconsistent: not the events of segment ${k}`);
  }
  const cards = new Set(events.map((event) => runOf(event)));
  return {
    bytes: packRun(events, base),
    cards: Uint32Array.from([...cards].filter((card) => card !== null).map(cardKey)).toSorted(),
    cardless: events.filter((event) => runOf(event) === null).toSorted((a, b) => a.seq - b.seq),
    lastOrder: events.reduce((last, { order }) => Math.max(last, order), 0),
  };
}

/** The events of one packed segment, by card and then by seq; those of no card last. */
export function unpack(device: string, k: number, bytes: Uint8Array): LogEvent[] {
  const segment = openSegment(device, k, bytes);
  const events: LogEvent[] = [];
  const ids = cardIds(segment);
  ids.forEach((card, i) => {
    const end = segment.starts[i + 1] ?? segment.ofCards;
    for (let row = segment.starts[i] ?? 0; row < end; row++)
      events.push(eventAt(segment, row, card));
  });
  for (let row = segment.ofCards; row < segment.events; row++) {
    events.push(eventAt(segment, row, null));
  }
  return events;
}

/** The events of one card in a segment, in order of seq. */
export function eventsOfCardIn(
  row: { readonly device: string; readonly k: number; readonly bytes: Uint8Array },
  card: string,
): LogEvent[] {
  const segment = openSegment(row.device, row.k, row.bytes);
  const place = findCard(segment.cardBytes, segment.starts.length, card);
  if (place === -1) return [];
  const start = segment.starts[place] ?? 0;
  const end = segment.starts[place + 1] ?? segment.ofCards;
  return Array.from({ length: end - start }, (_, i) => eventAt(segment, start + i, card));
}
