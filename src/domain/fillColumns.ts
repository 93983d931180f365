/** Filling columns (`replayColumns.ts`) from one packed segment after another. */
import { CONFIDENCES, HOWS, MODES, PHASES, RATINGS, type OfCard } from './event.ts';
import { CardReader } from './segmentCards.ts';
import { fieldOf } from './segmentFields.ts';
import { cardOfRow, eventAt, type ColumnReader, type Segment } from './segmentReader.ts';

/** Types of a card as `Columns.type` numbers them, from 1: the two answers first. */
export const COLUMN_TYPES: readonly OfCard['type'][] = [
  'reviewed',
  'quizzed',
  'set-due',
  'rescheduled',
  'suspended',
  'unsuspended',
  'marked',
  'unmarked',
  'reset',
  'buried',
];
const QUIZZED = 2;
const RESCHEDULED = 4;
const BURIED = 10;

/** In a column of words: one this version does not know. */
const STRANGE = 255;

/** In `ms`: no duration, as imports may have none. */
export const NO_MS = 0xffff;

/** Columns for so many rows, with nothing in them. */
export function emptyColumns(length: number) {
  return {
    card: new Int32Array(length).fill(-1),
    type: new Uint8Array(length),
    at: new Float64Array(length),
    offset: new Int16Array(length),
    order: new Float64Array(length),
    day: new Int32Array(length),
    rating: new Uint8Array(length),
    ms: new Uint16Array(length),
    mode: new Uint8Array(length),
    how: new Uint8Array(length),
    confidence: new Uint8Array(length),
    predicted: new Int32Array(length).fill(-1),
    phase: new Uint8Array(length),
    step: new Uint8Array(length),
    dueDay: new Float64Array(length),
    dueAt: new Float64Array(length),
    isUndone: new Uint8Array(length),
    origins: new Map<number, string>(),
    odd: new Map<number, OfCard>(),
  };
}

type Filling = ReturnType<typeof emptyColumns>;

const GRANT_PHASES: readonly unknown[] = PHASES.slice(1);
const WORDS: readonly (readonly [
  'type' | 'rating' | 'mode' | 'how' | 'confidence' | 'phase',
  readonly unknown[],
])[] = [
  ['type', COLUMN_TYPES],
  ['rating', RATINGS],
  ['mode', MODES],
  ['how', HOWS],
  ['confidence', CONFIDENCES],
  ['phase', GRANT_PHASES],
];
const NUMBERS = ['at', 'offset', 'order', 'dueDay', 'dueAt', 'day', 'step'] as const;

/** Reads one segment into the rows from `first` on. */
export class SegmentFiller {
  constructor(
    private readonly into: Filling,
    private readonly segment: Segment,
    private readonly first: number,
    private readonly reader: ColumnReader,
  ) {
    reader.open(segment);
  }

  private wholes(name: string): Float64Array {
    return this.reader.read(fieldOf(name));
  }

  fillNumbersAndWords(): void {
    const { into, first, segment } = this;
    for (const name of NUMBERS) into[name].set(this.wholes(name), first);
    for (const [name, words] of WORDS) {
      const table = segment.tables[fieldOf(name)] ?? [];
      const numbers = table.map((word) => words.indexOf(word) + 1 || STRANGE);
      const places = this.wholes(name);
      const column = into[name];
      for (let row = 0; row < places.length; row++) {
        column[first + row] = numbers[places[row] ?? NaN] ?? 0;
      }
    }
    this.wholes('predicted').forEach((predicted, row) => {
      if (!Number.isNaN(predicted)) into.predicted[first + row] = predicted;
    });
    this.wholes('ms').forEach((ms, row) => {
      into.ms[first + row] = Number.isNaN(ms) ? NO_MS : ms;
    });
    this.fillOrigins();
  }

  private fillOrigins(): void {
    const { into, first, segment } = this;
    const field = fieldOf('origin');
    if (!segment.columns[field]) return;
    const origins = segment.tables[field] ?? [];
    this.wholes('origin').forEach((place, row) => {
      const origin = origins[place];
      if (typeof origin === 'string') into.origins.set(first + row, origin);
    });
  }

  /** Marks the events of the actions taken back, given by their first seqs. */
  fillUndone(undone: ReadonlySet<number>): void {
    const { segment, first } = this;
    const column = segment.columns[fieldOf('action')];
    if (!column) return;
    const farthest = column.low + (column.width === 0 ? 0 : 256 ** column.width);
    const last = segment.base + segment.events;
    if (![...undone].some((seq) => seq <= last && seq > segment.base - farthest)) return;
    const seqs = this.wholes('seq');
    this.wholes('action').forEach((distance, row) => {
      const action = segment.base + (seqs[row] ?? NaN) - distance;
      if (undone.has(action)) this.into.isUndone[first + row] = 1;
    });
  }

  /** Gives each card's rows its number, and sets whole events aside where columns do not do. */
  fillCards(numberOf: (reader: CardReader) => number, undone: ReadonlySet<string>): void {
    const { into, first, segment } = this;
    const { starts } = segment;
    const fits = this.fitting();
    const reader = new CardReader(segment.cardBytes, starts.length);
    for (let i = 0; i < starts.length; i++) {
      reader.next();
      const number = numberOf(reader);
      const end = starts[i + 1] ?? segment.ofCards;
      for (let row = starts[i] ?? 0; row < end; row++) {
        const type = into.type[first + row] ?? 0;
        if (type === 0 || type === STRANGE) continue;
        into.card[first + row] = number;
        if (fits[row] === 0) this.setAside(row, undone);
      }
    }
  }

  /** 1 for each row whose columns have all that a fold asks of an event of its type. */
  private fitting(): Uint8Array {
    const { into, first, segment } = this;
    const fits = new Uint8Array(segment.events);
    const [at, order, day] = [this.wholes('at'), this.wholes('order'), this.wholes('day')];
    const [ms, step, dueDay] = [this.wholes('ms'), this.wholes('step'), this.wholes('dueDay')];
    const [dueAt, predicted] = [this.wholes('dueAt'), this.wholes('predicted')];
    for (let row = 0; row < segment.ofCards; row++) {
      const i = first + row;
      const type = into.type[i] ?? 0;
      const phase = into.phase[i] ?? 0;
      // A number that is absent (NaN), or too great for its column, is not what is read back.
      if (into.at[i] !== at[row] || into.order[i] !== order[row]) continue;
      if (into.day[i] !== day[row] || type >= BURIED) continue;
      if (phase === STRANGE || (phase > 0 && into.step[i] !== step[row])) continue;
      if (phase === 0 && dueDay[row] === into.dueDay[i]) continue;
      if (phase === 0 && dueAt[row] === into.dueAt[i]) continue;
      if (type > QUIZZED && type <= RESCHEDULED && phase === 0) continue;
      if (type <= QUIZZED) {
        if (into.ms[i] !== ms[row] && !Number.isNaN(ms[row] ?? NaN)) continue;
        if (ms[row] === NO_MS || into.confidence[i] === STRANGE) continue;
        // Out of range: a recall is 0..1.
        if ((predicted[row] ?? 0) < 0 || (predicted[row] ?? 0) > 1e6) continue;
        if (into.rating[i] === 0 || into.mode[i] === 0 || into.how[i] === 0) continue;
        if (into.rating[i] === STRANGE || into.mode[i] === STRANGE || into.how[i] === STRANGE)
          continue;
      }
      fits[row] = 1;
    }
    for (const row of segment.restRows) fits[row] = 0;
    return fits;
  }

  private setAside(row: number, undone: ReadonlySet<string>): void {
    const { into, first, segment } = this;
    const event = eventAt(segment, row, cardOfRow(segment, row)) as OfCard;
    into.odd.set(first + row, event);
    into.order[first + row] = event.order;
    into.isUndone[first + row] = undone.has(event.action) ? 1 : 0;
  }
}
