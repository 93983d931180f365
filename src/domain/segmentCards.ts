/**
 * The card ids of a segment: sorted, each as the bytes it does not share with the one before it.
 * Every sixteenth stands whole, so that one can be found without reading all.
 */
import { pushVarint, readVarint, readWhole, writeWhole, type Place } from './segmentBytes.ts';

const BLOCK = 16;

// Through JSON, in which a lone surrogate survives as an escape.
const encode = (id: string) => new TextEncoder().encode(JSON.stringify(id).slice(1, -1));

function decode(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\\')) return text;
  const id: unknown = JSON.parse(`"${text}"`);
  return String(id);
}

/** Packs sorted ids: where each block begins (4 bytes each), then the ids. */
export function packCards(ids: readonly string[]): Uint8Array {
  const starts: number[] = [];
  const packed: number[] = [];
  let before = new Uint8Array();
  ids.forEach((id, i) => {
    const bytes = encode(id);
    let shared = 0;
    if (i % BLOCK === 0) starts.push(packed.length);
    else while (shared < bytes.length && bytes[shared] === before[shared]) shared += 1;
    pushVarint(packed, shared);
    pushVarint(packed, bytes.length - shared);
    for (const byte of bytes.subarray(shared)) packed.push(byte);
    before = bytes;
  });
  const out = new Uint8Array(starts.length * 4 + packed.length);
  starts.forEach((start, i) => writeWhole(out, i * 4, 4, start));
  out.set(packed, starts.length * 4);
  return out;
}

/** The bytes of an id while the ids of a segment are gone through; the next overwrites them. */
export class CardReader {
  bytes = new Uint8Array(256);
  length = 0;
  /** Of the bytes up to each, so that what two ids share is hashed once. */
  private hashes = new Int32Array(256);
  private readonly place: Place = { at: 0 };

  constructor(
    private readonly packed: Uint8Array,
    private readonly count: number,
  ) {
    this.goTo(0);
  }

  /** Before the first id of a block. */
  goTo(block: number): void {
    const blocks = Math.ceil(this.count / BLOCK);
    this.place.at = blocks * 4 + (blocks > 0 ? readWhole(this.packed, block * 4, 4) : 0);
  }

  next(): void {
    const { packed, place } = this;
    const shared = readVarint(packed, place);
    const own = readVarint(packed, place);
    this.length = shared + own;
    if (this.length > this.bytes.length) {
      this.bytes = enlarged(this.bytes, this.length * 2);
      this.hashes = enlarged(this.hashes, this.length * 2);
    }
    const { bytes, hashes, length } = this;
    let hash = shared === 0 ? 0x811c9dc5 : (hashes[shared - 1] ?? 0);
    for (let i = shared, from = place.at; i < length; i++, from++) {
      const byte = packed[from] ?? 0;
      bytes[i] = byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
      hashes[i] = hash;
    }
    place.at += own;
  }

  /** 32 bits of the id's bytes. */
  hash(): number {
    const hash = this.hashes[this.length - 1] ?? 0;
    return hash ^ (hash >>> 15);
  }

  id(): string {
    return decode(this.bytes.subarray(0, this.length));
  }
}

/** The id at a place among the `count` ids. */
export function cardAt(packed: Uint8Array, count: number, index: number): string {
  const reader = new CardReader(packed, count);
  reader.goTo(Math.floor(index / BLOCK));
  for (let i = index - (index % BLOCK); i <= index; i++) reader.next();
  return reader.id();
}

/** The place of an id among the `count` ids; -1 when it is not among them. */
export function findCard(packed: Uint8Array, count: number, id: string): number {
  const reader = new CardReader(packed, count);
  let low = 0;
  let high = Math.ceil(count / BLOCK);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    reader.goTo(middle);
    reader.next();
    if (reader.id() <= id) low = middle;
    else high = middle;
  }
  reader.goTo(low);
  for (let i = low * BLOCK; i < Math.min(count, (low + 1) * BLOCK); i++) {
    reader.next();
    if (reader.id() === id) return i;
  }
  return -1;
}

/** Numbers for ids, told apart by their bytes alone: most are met once per segment. */
export class CardNumbers {
  /** By number. */
  readonly ids: string[] = [];
  /** All ids' bytes, one after another; those of a number end at `ends[number + 1]`. */
  private pool = new Uint8Array(1 << 16);
  private ends = new Int32Array(1024);
  private hashes = new Int32Array(1024);
  /** Open addressing: a number and 1, or 0 where there is none. */
  private slots = new Int32Array(2048);

  /** The number of the id a reader stands on: 0, 1, 2 … as they are first met. */
  of(reader: CardReader): number {
    const { bytes, length } = reader;
    const { slots, hashes } = this;
    const hash = reader.hash();
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1) return this.add(reader, hash, slot);
      if (hashes[number] === hash && this.isSame(number, bytes, length)) return number;
    }
  }

  private isSame(number: number, bytes: Uint8Array, length: number): boolean {
    const { pool, ends } = this;
    const start = ends[number] ?? 0;
    if ((ends[number + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i++) if (pool[start + i] !== bytes[i]) return false;
    return true;
  }

  private add(reader: CardReader, hash: number, slot: number): number {
    const number = this.ids.push(reader.id()) - 1;
    const start = this.ends[number] ?? 0;
    const end = start + reader.length;
    if (end > this.pool.length) this.pool = enlarged(this.pool, end * 2);
    this.pool.set(reader.bytes.subarray(0, reader.length), start);
    this.ends[number + 1] = end;
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    if (number + 2 === this.hashes.length) this.grow();
    return number;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    this.ends = enlarged(this.ends, size);
    this.hashes = enlarged(this.hashes, size);
    this.slots = new Int32Array(size * 2);
    const mask = size * 2 - 1;
    this.ids.forEach((_, number) => {
      let slot = (this.hashes[number] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    });
  }
}

function enlarged<T extends Uint8Array | Int32Array>(array: T, length: number): T {
  const wider = (
    array instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length)
  ) as T;
  wider.set(array);
  return wider;
}
