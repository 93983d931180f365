import { describe, expect, it } from 'vitest';
import {
  backupName,
  footerLine,
  headerLine,
  mayFollow,
  parseEvent,
  parseFooter,
  parseHeader,
} from '../../src/domain/backupFormat.ts';
import { canonicalText } from '../../src/domain/content.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { aReviewGrant, anAnswer } from '../builders.ts';

const DEVICE = 'a'.repeat(24);
const answer = (over: object = {}): LogEvent => ({
  ...anAnswer('good', { device: DEVICE, day: 20_000, grant: aReviewGrant(20_003) }),
  ...over,
});
const lineOf = (event: object) => canonicalText(event as LogEvent);

describe('the header and the footer', () => {
  it('are read as they were written', () => {
    const header = { created: '2026-11-23T04:05:06.000Z', app: '0.1.0+abc' };
    expect(parseHeader(headerLine(header))).toEqual({ version: 1, ...header });
    const footer = { events: 3, sha256: '0'.repeat(64) };
    expect(parseFooter(footerLine(footer))).toEqual(footer);
  });

  it.each([
    ['{"format":"fanshi-backup","version":2,"created":"x","app":"y"}', 'newer'],
    ['{"format":"fanshi-backup","version":2}', 'newer'],
    ['{"format":"fanshi-backup","version":0,"created":"x","app":"y"}', null],
    ['{"format":"other","version":1,"created":"x","app":"y"}', null],
    ['{"format":"fanshi-backup","version":1}', null],
    ['[]', null],
    ['{', null],
  ])('reads %s as %o', (line, expected) => {
    expect(parseHeader(line)).toBe(expected);
  });

  it.each(['{"events":1.5,"sha256":"00"}', '{"events":1,"sha256":"zz"}', '{}', 'null'])(
    'takes %s for no footer',
    (line) => {
      expect(parseFooter(line)).toBeNull();
    },
  );
});

describe('the line of an event', () => {
  it('is read as it was written, unknown fields and types included', () => {
    for (const event of [
      answer(),
      answer({ mood: ['calm', { of: 'day' }] }),
      { ...answer({ type: 'of-later' }), card: 7 },
      answer({ origin: `fork:${DEVICE}:7#0123456789abcdef` }),
      answer({ origin: 'anki:1500000000000:1600000000000' }),
    ]) {
      expect(parseEvent(lineOf(event))).toEqual(event);
    }
  });

  it.each<[string, object]>([
    ['a device that is none', { device: 'me' }],
    ['a number that is none', { seq: 0 }],
    ['a number that is text', { seq: '1' }],
    ['an instant beyond time', { at: 1e300 }],
    ['an offset beyond the world', { offset: 99_999 }],
    ['half a day', { day: 0.5 }],
    ['an action that is no id', { action: 'now' }],
    ['an origin that cannot be read', { origin: 'fork:you:1#2' }],
    ['no type', { type: '' }],
    ['a rating unknown', { rating: 'superb' }],
    ['a mode unknown', { mode: 'dream' }],
    ['more than a minute', { ms: 60_001 }],
    ['a prediction above 1', { predicted: 1.5 }],
    ['a grant without a day', { grant: { phase: 'review', step: 0 } }],
    ['a grant of no phase', { grant: { phase: 'new', step: 0, dueDay: 1 } }],
    ['no card', { card: '' }],
    ['a burial without an end', { type: 'buried' }],
    ['a thing taken back without a name', { type: 'undone' }],
    ['a setting without a key', { type: 'set', value: 1 }],
  ])('is refused with %s', (_what, over) => {
    expect(parseEvent(lineOf(answer(over)))).toBeNull();
  });

  it('is refused when it is not in canonical form', () => {
    expect(parseEvent(JSON.stringify(answer()))).toBeNull();
    expect(parseEvent(` ${lineOf(answer())}`)).toBeNull();
    expect(parseEvent(lineOf(answer()).replace('"ms":5000', '"ms":5e3'))).toBeNull();
  });

  it('is refused when it names a prototype or is too deep', () => {
    const line = lineOf(answer({ type: 'x' }));
    expect(parseEvent(line.replace('{', '{"__proto__":{"a":1},'))).toBeNull();
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(parseEvent(line.replace('"at":', `"aa":${deep},"at":`))).toBeNull();
  });

  it('comes after those before it, by device and then by number', () => {
    const at = (device: string, seq: number) => answer({ device, seq });
    expect(mayFollow(null, at('b', 9))).toBe(true);
    expect(mayFollow(at('a', 9), at('b', 1))).toBe(true);
    expect(mayFollow(at('b', 1), at('b', 2))).toBe(true);
    expect(mayFollow(at('b', 2), at('b', 2))).toBe(false);
    expect(mayFollow(at('b', 1), at('a', 2))).toBe(false);
  });
});

it('names a file after the day', () => {
  expect(backupName({ year: 2026, month: 3, day: 9 })).toBe('fanshi-2026-03-09.jsonl.gz');
  expect(backupName({ year: 2026, month: 11, day: 23 }, false)).toBe('fanshi-2026-11-23.jsonl');
});
