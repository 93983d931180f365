/** Canonical text of an event, and a short hash of what it says apart from its name. */
import { hash32 } from './random.ts';
import type { LogEvent } from './event.ts';

/** Any JSON value with sorted keys and no spaces; fields that are undefined are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** JSON with sorted keys and no spaces: equal events have equal text on every machine. */
export function canonicalText(event: LogEvent): string {
  return canonical(event);
}

/** 64 bits in hex over everything an event says. */
export function contentHash(event: LogEvent): string {
  const text = canonical(event);
  const hex = (salt: string) =>
    hash32(salt + text)
      .toString(16)
      .padStart(8, '0');
  return hex('a') + hex('b');
}
