/** Sealed events come back as they were, from the same bytes on every replica. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/content.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { cardKey, eventsOfCardIn, pack, unpack } from '../../src/domain/segment.ts';
import { anAnswer, check, LONG } from '../builders.ts';
import { anySegment, realisticSegment, segmentOf } from './segmentEvents.ts';

const bySeq = (events: readonly LogEvent[]) =>
  events.toSorted((a, b) => a.seq - b.seq).map(canonicalText);
const cardOf = (event: LogEvent): unknown => Reflect.get(event, 'card');
const isCardless = (event: LogEvent) =>
  typeof cardOf(event) !== 'string' || ['undone', 'redone', 'set'].includes(event.type);

describe('a segment', () => {
  it(
    'gives back every event, known fields or not, and the same bytes from any order',
    () => {
      fc.assert(
        fc.property(anySegment, fc.nat(8), ({ k, events }, turn) => {
          const packed = pack(events, k);
          expect(bySeq(unpack('d', k, packed.bytes))).toEqual(bySeq(events));
          const turned = [...events.slice(turn), ...events.slice(0, turn)].toReversed();
          expect(Buffer.compare(pack(turned, k).bytes, packed.bytes)).toBe(0);
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'gives one card’s events alone, and knows which cards and which events of none it has',
    () => {
      fc.assert(
        fc.property(anySegment, ({ k, events }) => {
          const { bytes, cards, cardless } = pack(events, k);
          expect(cardless).toEqual(events.filter(isCardless));
          for (const card of new Set(events.map(cardOf))) {
            if (typeof card !== 'string') continue;
            const own = events.filter((event) => !isCardless(event) && cardOf(event) === card);
            expect(bySeq(eventsOfCardIn({ device: 'd', k, bytes }, card))).toEqual(bySeq(own));
            if (own.length > 0) expect(cards).toContain(cardKey(card));
          }
          expect(eventsOfCardIn({ device: 'd', k, bytes }, 'talk/none')).toEqual([]);
        }),
        check,
      );
    },
    LONG,
  );

  it('finds each of many cards', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `talk/${'问'.repeat(i % 5)}${i}`);
    const events = segmentOf(
      0,
      ids.map((card) => ({ type: 'marked', card })),
    );
    const { bytes } = pack(events, 0);
    for (const [i, card] of ids.entries()) {
      expect(eventsOfCardIn({ device: 'd', k: 0, bytes }, card)).toEqual([events[i]]);
    }
  });

  it('is refused unless it is whole', () => {
    const events = [1, 2, 3].map((seq) => anAnswer('good', { seq }));
    expect(() => pack(events, 1)).toThrow('Inconsistent');
    expect(() => pack([...events.slice(1), anAnswer('good', { seq: 2 })], 0)).toThrow();
    expect(() => pack([...events.slice(1), anAnswer('good', { device: 'e' })], 0)).toThrow();
    expect(() => unpack('d', 0, new Uint8Array([9]))).toThrow('format 9');
  });

  it.each([1000, 5000, 50_000])('takes at most 64 bytes per review over %i cards', (cards) => {
    const events = realisticSegment(cards);
    const packed = pack(events, 0);
    const size = packed.bytes.length + packed.cards.byteLength;
    expect(size / events.length).toBeLessThanOrEqual(64);
    expect(bySeq(unpack(events[0]?.device ?? '', 0, packed.bytes))).toEqual(bySeq(events));
  });
});
