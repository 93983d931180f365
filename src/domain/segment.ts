/** Sealed events, packed. */
import type { LogEvent } from './event.ts';

/** Events in one segment. */
export const SEGMENT_EVENTS = 16_384;

/** The events of one packed segment, by card and then by seq. */
export function unpack(device: string, k: number, bytes: Uint8Array): LogEvent[] {
  void [device, k, bytes];
  return [];
}

/** The events of one card in a segment. */
export function eventsOfCardIn(
  segment: { readonly device: string; readonly k: number; readonly bytes: Uint8Array },
  head: { readonly cards: readonly string[]; readonly starts: Uint16Array },
  card: string,
): LogEvent[] {
  void [segment, head, card];
  return [];
}
