/** The study day: from one rollover to the next, wherever the learner is and whatever clocks do. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDateOf,
  startOfStudyDay,
  studyDayFromDate,
  studyDayOf,
  weekdayOf,
} from '../../src/domain/day.ts';
import { check, DAY, HOUR, LONG, MINUTE, offsetsOf, wallClock } from '../builders.ts';

const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Midway',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'America/Havana',
  'America/St_Johns',
  'UTC',
];

/** The study day of a place at an instant. */
function dayIn(zone: string, at: string | number, rollover = 4): number {
  const instant = typeof at === 'string' ? Date.parse(at) : at;
  return studyDayOf(instant, offsetsOf(zone)(instant), rollover);
}

const named = (year: number, month: number, day: number) => studyDayFromDate(year, month, day);
const startIn = (zone: string, day: number, rollover = 4) =>
  new Date(startOfStudyDay(day, offsetsOf(zone), rollover)).toISOString();

describe('the study day', () => {
  it('ends at the rollover, not at midnight', () => {
    expect(dayIn('UTC', '2026-05-02T03:59:59.999Z')).toBe(named(2026, 5, 1));
    expect(dayIn('UTC', '2026-05-02T04:00:00Z')).toBe(named(2026, 5, 2));
    expect(dayIn('UTC', '2026-05-01T23:59Z', 0)).toBe(named(2026, 5, 1));
    expect(dayIn('UTC', '2026-05-02T00:00Z', 0)).toBe(named(2026, 5, 2));
  });

  it('is the learner’s own in China: 07:30 and 08:30 are one day, 03:30 and 04:30 are two', () => {
    const at = (time: string) => dayIn('Asia/Shanghai', `2026-05-02T${time}+08:00`);
    expect(at('07:30')).toBe(at('08:30'));
    expect(at('04:30')).toBe(at('03:30') + 1);
  });

  it('counts from the farthest west to the farthest east', () => {
    const at = '2026-05-02T12:00Z';
    expect(dayIn('Pacific/Midway', at)).toBe(named(2026, 5, 1));
    expect(dayIn('Pacific/Kiritimati', at)).toBe(named(2026, 5, 2));
    expect(dayIn('Pacific/Kiritimati', '2026-05-02T14:00Z')).toBe(named(2026, 5, 3));
  });

  it('has 23 hours in spring and 25 in autumn, in America and in Europe', () => {
    const hours = (zone: string, year: number, month: number, day: number) => {
      const one = named(year, month, day);
      const [start, end] = [one, one + 1].map((each) => startOfStudyDay(each, offsetsOf(zone), 4));
      return ((end ?? 0) - (start ?? 0)) / HOUR;
    };
    expect(hours('America/New_York', 2026, 3, 7)).toBe(23);
    expect(hours('America/New_York', 2026, 10, 31)).toBe(25);
    expect(hours('America/New_York', 2026, 3, 8)).toBe(24);
    expect(hours('Europe/Berlin', 2026, 3, 28)).toBe(23);
    expect(hours('Europe/Berlin', 2026, 10, 24)).toBe(25);
    expect(hours('Australia/Lord_Howe', 2026, 4, 4)).toBe(24.5);
    expect(hours('Australia/Lord_Howe', 2026, 10, 3)).toBe(23.5);
  });

  it('begins with the skip where the clock skips the rollover, the first time where it repeats', () => {
    // New York goes from 02:00 to 03:00 on 8 March and from 02:00 back to 01:00 on 1 November.
    expect(startIn('America/New_York', named(2026, 3, 8), 2)).toBe('2026-03-08T07:00:00.000Z');
    expect(startIn('America/New_York', named(2026, 11, 1), 1)).toBe('2026-11-01T05:00:00.000Z');
    // Havana skips midnight on 8 March.
    expect(startIn('America/Havana', named(2026, 3, 8), 0)).toBe('2026-03-08T05:00:00.000Z');
  });

  it('begins in Chatham with rollover 3 where 02:45 becomes 03:45', () => {
    // 27 September 2026, from +12:45 to +13:45 at 02:45: 03:00 never comes.
    expect(startIn('Pacific/Chatham', named(2026, 9, 27), 3)).toBe('2026-09-26T14:00:00.000Z');
    const before = dayIn('Pacific/Chatham', '2026-09-26T13:59:59Z', 3);
    expect(dayIn('Pacific/Chatham', '2026-09-26T14:00:00Z', 3)).toBe(before + 1);
  });

  it('begins once more in Chatham in autumn, when 03:45 becomes 02:45, on the first 03:00', () => {
    // 5 April 2026, from +13:45 to +12:45 at 14:00 UTC the day before.
    const day = named(2026, 4, 5);
    expect(startIn('Pacific/Chatham', day, 3)).toBe('2026-04-04T13:15:00.000Z');
    expect(dayIn('Pacific/Chatham', '2026-04-04T13:59Z', 3)).toBe(day);
    expect(dayIn('Pacific/Chatham', '2026-04-04T14:00Z', 3)).toBe(day - 1);
    expect(dayIn('Pacific/Chatham', '2026-04-04T14:15Z', 3)).toBe(day);
  });

  it('leaves out the day Samoa left out', () => {
    // Apia went from 29 to 31 December 2011 at midnight; 31 December begins at 04:00 of its own.
    const last = dayIn('Pacific/Apia', '2011-12-30T09:59Z');
    expect(last).toBe(named(2011, 12, 29));
    expect(dayIn('Pacific/Apia', '2011-12-30T10:00Z')).toBe(named(2011, 12, 30));
    expect(dayIn('Pacific/Apia', '2011-12-30T10:00Z', 0)).toBe(named(2011, 12, 31));
    expect(startIn('Pacific/Apia', named(2011, 12, 30), 0)).toBe('2011-12-30T10:00:00.000Z');
    expect(startIn('Pacific/Apia', named(2011, 12, 31), 0)).toBe('2011-12-30T10:00:00.000Z');
    expect(startIn('Pacific/Apia', named(2011, 12, 31))).toBe('2011-12-30T14:00:00.000Z');
  });

  it('goes on counting for who travels: east a day may be short, west a day may be long', () => {
    const leaving = Date.parse('2026-05-02T06:00+02:00');
    const day = dayIn('Europe/Berlin', leaving);
    expect(dayIn('Asia/Shanghai', leaving + 11 * HOUR)).toBe(day);
    expect(dayIn('Asia/Shanghai', leaving + 16 * HOUR)).toBe(day + 1);
    expect(dayIn('America/New_York', leaving + 26 * HOUR)).toBe(day);
    expect(dayIn('Pacific/Midway', leaving)).toBe(day - 1);
  });

  it('may go back by one when the clock is set back over the rollover, and no further', () => {
    const morning = Date.parse('2026-05-02T04:10Z');
    const today = dayIn('UTC', morning);
    expect(dayIn('UTC', morning - 20 * MINUTE)).toBe(today - 1);
    expect(dayIn('UTC', morning - 24 * HOUR)).toBe(today - 1);
  });

  it('turns while the app is left open, at the start it foresaw', () => {
    const evening = Date.parse('2026-03-07T22:00-05:00');
    const today = dayIn('America/New_York', evening);
    const next = startOfStudyDay(today + 1, offsetsOf('America/New_York'), 4);
    expect(new Date(next).toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(dayIn('America/New_York', next - 1)).toBe(today);
    expect(dayIn('America/New_York', next)).toBe(today + 1);
  });
});

const near = fc.constantFrom(
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-09-26T14:00Z',
  '2026-04-04T14:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2011-12-30T10:00Z',
  '2026-07-01T00:00Z',
);
const place = fc.record({
  zone: fc.constantFrom(...ZONES),
  rollover: fc.integer({ min: 0, max: 6 }),
  near,
});

describe('the start of a study day', () => {
  it(
    'is its first instant: no earlier one is on it or after, found by looking at every minute',
    () => {
      const minutes = (from: number, count: number) =>
        Array.from({ length: count }, (_, i) => from + i * MINUTE);
      fc.assert(
        fc.property(
          place,
          fc.integer({ min: -1, max: 1 }),
          ({ zone, rollover, near: at }, shift) => {
            const offsetAt = offsetsOf(zone);
            const day = dayIn(zone, Date.parse(at), rollover) + shift;
            const start = startOfStudyDay(day, offsetAt, rollover);
            const reached = (instant: number) =>
              studyDayOf(instant, offsetAt(instant), rollover) >= day;
            const scan = minutes(start - 4 * HOUR, 8 * 60 + 1).find(reached);
            expect(start).toBe(scan);
            expect(reached(start - 1)).toBe(false);
          },
        ),
        { ...check, numRuns: Math.min(check.numRuns, 400) },
      );
    },
    LONG,
  );

  it(
    'holds every instant between two starts',
    () => {
      fc.assert(
        fc.property(place, fc.integer({ min: -3 * DAY, max: 3 * DAY }), (where, shift) => {
          const { zone, rollover } = where;
          const offsetAt = offsetsOf(zone);
          const at = Date.parse(where.near) + shift;
          const day = studyDayOf(at, offsetAt(at), rollover);
          expect(startOfStudyDay(day, offsetAt, rollover)).toBeLessThanOrEqual(at);
          // Where a clock is set back over the rollover, a day begins, and a little of the last follows.
          const next = startOfStudyDay(day + 1, offsetAt, rollover);
          expect(next).toBeGreaterThan(at - HOUR);
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'agrees with the calendar: hours of the wall clock under the rollover belong to the day before',
    () => {
      fc.assert(
        fc.property(place, fc.integer({ min: -400 * DAY, max: 400 * DAY }), (where, shift) => {
          const at = Date.parse(where.near) + shift;
          const wall = new Date(wallClock(where.zone, at));
          const civil = named(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate());
          const expected = wall.getUTCHours() < where.rollover ? civil - 1 : civil;
          expect(dayIn(where.zone, at, where.rollover)).toBe(expected);
        }),
        check,
      );
    },
    LONG,
  );
});

describe('the name of a study day', () => {
  it('is its calendar date and weekday, before 1970 too', () => {
    expect(civilDateOf(0)).toEqual({ year: 1970, month: 1, day: 1, weekday: 4 });
    expect(civilDateOf(named(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29, weekday: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
        const { year, month, day: ofMonth, weekday } = civilDateOf(day);
        expect(named(year, month, ofMonth)).toBe(day);
        expect(weekdayOf(day)).toBe(weekday);
      }),
      check,
    );
  });
});
