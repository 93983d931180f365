/** Numbers as bytes: columns of a fixed width, little-endian, and varints. */

/** A column of whole numbers: `code` 0 says there is none, else it is the number less `low`, and 1. */
export interface Column {
  readonly low: number;
  /** Bytes per row; 0 when every row holds `low`. */
  readonly width: number;
}

/** Numbers further from 0 than this are not kept in columns, so that no code exceeds 6 bytes. */
export const FARTHEST = 2 ** 46;

/** The narrowest column that holds `numbers` (NaN for none); null when there is not one number. */
export function columnFor(numbers: Float64Array): Column | null {
  let low = Infinity;
  let high = -Infinity;
  let hasGap = false;
  for (const number of numbers) {
    if (Number.isNaN(number)) hasGap = true;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  if (low > high) return null;
  const codes = high - low + 2;
  if (low === high && !hasGap) return { low, width: 0 };
  return { low, width: [1, 2, 3, 4, 6].find((bytes) => codes <= 256 ** bytes) ?? 6 };
}

export function writeWhole(bytes: Uint8Array, offset: number, width: number, value: number): void {
  let rest = value;
  for (let i = offset; i < offset + width; i++) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

export function readWhole(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let i = offset + width - 1; i >= offset; i--) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

export function writeColumn(
  bytes: Uint8Array,
  offset: number,
  column: Column,
  numbers: Float64Array,
): void {
  const { low, width } = column;
  if (width === 0) return;
  numbers.forEach((number, row) => {
    const code = Number.isNaN(number) ? 0 : number - low + 1;
    writeWhole(bytes, offset + row * width, width, code);
  });
}

/** Reads wholes of one width, one after another, until `into` is full. */
export function readWholes<T extends Uint16Array | Uint32Array>(
  bytes: Uint8Array,
  offset: number,
  width: number,
  into: T,
): T {
  for (let i = 0; i < into.length; i++) into[i] = readWhole(bytes, offset + i * width, width);
  return into;
}

/** Reads a whole column into `into`, `NaN` where there is no number. */
export function readNumbers(
  bytes: Uint8Array,
  offset: number,
  { low, width }: Column,
  into: Float64Array,
): void {
  if (width === 0) {
    into.fill(low);
    return;
  }
  let i = offset;
  for (let row = 0; row < into.length; row++) {
    let code = bytes[i] ?? 0;
    if (width > 1) code += (bytes[i + 1] ?? 0) * 0x100;
    if (width > 2) code += (bytes[i + 2] ?? 0) * 0x1_0000;
    if (width > 3) code += (bytes[i + 3] ?? 0) * 0x100_0000;
    if (width > 4) {
      code += (bytes[i + 4] ?? 0) * 0x1_0000_0000 + (bytes[i + 5] ?? 0) * 0x100_0000_0000;
    }
    into[row] = code === 0 ? NaN : code - 1 + low;
    i += width;
  }
}

export function pushVarint(into: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    into.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  into.push(rest);
}

/** A place in bytes that moves on as varints are read. */
export interface Place {
  at: number;
}

export function readVarint(bytes: Uint8Array, place: Place): number {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[place.at] ?? 0;
    place.at += 1;
    value += (byte % 128) * factor;
    if (byte < 128) return value;
    factor *= 128;
  }
}
