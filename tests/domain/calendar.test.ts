/** The calendar of a plan, read back by the rules of RFC 5545. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarContent } from '../../src/domain/calendar.ts';
import { studyDayFromDate } from '../../src/domain/day.ts';
import { check, LONG } from '../builders.ts';

const MADE = Date.UTC(2026, 10, 24, 4, 5, 6);
const FRIDAY = studyDayFromDate(2026, 11, 27);
const CONTENT: CalendarContent = {
  discussion: 'd'.repeat(24),
  summary: 'Discussion: the new paradigm',
  when: Date.UTC(2026, 10, 27, 11, 30),
  days: [
    { day: FRIDAY - 2, summary: '12 cards', description: '8–11 minutes' },
    { day: FRIDAY - 1, summary: '范式：9 张卡片', description: '约 6 分钟' },
  ],
};

type Event = Map<string, string>;

const unescaped = (text: string) =>
  text.replaceAll(/\\(.)/gs, (_, character: string) => (/n/i.test(character) ? '\n' : character));

/** The events of a calendar, by property (with its parameters); throws when it is not well formed. */
function parsed(text: string): Event[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  if (lines.pop() !== '') throw new Error('The last line does not end');
  if (lines.shift() !== 'BEGIN:VCALENDAR') throw new Error('It does not begin');
  if (lines.pop() !== 'END:VCALENDAR') throw new Error('It does not end');
  const events: Event[] = [];
  let event: Event | null = null;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z;=-]+):(.*)$/s.exec(line) ?? [];
    if (name === '' || /\p{Cc}/u.test(value)) throw new Error(`Not a line: ${line}`);
    if (line === 'BEGIN:VEVENT') event = new Map();
    else if (line === 'END:VEVENT' && event) {
      events.push(event);
      event = null;
    } else event?.set(name, unescaped(value));
  }
  return events;
}

/** Long enough to fill some lines, of characters of one to four octets. */
const textOf = (unit: 'binary' | 'grapheme' | fc.Arbitrary<string>) =>
  fc.string({ unit, maxLength: 160, size: 'max' });
const anyText = fc.oneof(
  textOf('binary'),
  textOf('grapheme'),
  textOf(fc.constantFrom('\\', ';', ',', '\n', '\r', 'n', '讨', '🌿')),
);
const content = fc.tuple(anyText, anyText).map(([summary, description]): CalendarContent => ({
  ...CONTENT,
  summary,
  days: [{ day: FRIDAY, summary, description }],
}));

describe('a calendar', () => {
  it('has an all-day event for each planned day, and the discussion at its instant in UTC', () => {
    const [first, second, discussion, ...none] = parsed(calendarText(CONTENT, MADE));
    expect(none).toEqual([]);
    expect(Object.fromEntries(first ?? [])).toEqual({
      UID: `${CONTENT.discussion}-20261125@fanshi`,
      DTSTAMP: '20261124T040506Z',
      'DTSTART;VALUE=DATE': '20261125',
      'DTEND;VALUE=DATE': '20261126',
      SUMMARY: '12 cards',
      DESCRIPTION: '8–11 minutes',
      TRANSP: 'TRANSPARENT',
    });
    expect(second?.get('SUMMARY')).toBe('范式：9 张卡片');
    expect(Object.fromEntries(discussion ?? [])).toEqual({
      UID: `${CONTENT.discussion}@fanshi`,
      DTSTAMP: '20261124T040506Z',
      DTSTART: '20261127T113000Z',
      SUMMARY: 'Discussion: the new paradigm',
    });
  });

  it('says which version it is of and who made it', () => {
    expect(calendarText(CONTENT, MADE)).toContain(
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fanshi//Fanshi//EN\r\nBEGIN:VEVENT\r\n',
    );
  });

  it('keeps the identity of a day when it is made again, and gives no two the same', () => {
    const ids = (made: number) => parsed(calendarText(CONTENT, made)).map((one) => one.get('UID'));
    expect(ids(MADE + 5000)).toEqual(ids(MADE));
    expect(new Set(ids(MADE)).size).toBe(3);
  });

  it('is read back word for word, line breaks and punctuation included', { timeout: LONG }, () => {
    fc.assert(
      fc.property(content, (given) => {
        const plain = (text: string) =>
          text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
        const [day, discussion] = parsed(calendarText(given, MADE));
        expect(day?.get('SUMMARY')).toBe(plain(given.summary));
        expect(day?.get('DESCRIPTION')).toBe(plain(given.days[0]?.description ?? ''));
        expect(discussion?.get('SUMMARY')).toBe(plain(given.summary));
      }),
      check,
    );
  });

  it('has no line over 75 octets, and no character cut in two', { timeout: LONG }, () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(content, (given) => {
        for (const line of calendarText(given, MADE).split('\r\n')) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      check,
    );
  });
});
