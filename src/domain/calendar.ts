/**
 * A plan as a calendar other programs can read: one all-day event per planned study day, and the
 * discussion at its instant. Format: iCalendar, RFC 5545. Every word a person reads is the caller's.
 */
import { civilDateOf, type StudyDay } from './day.ts';

/** What a planned day is called, and more about it. */
export interface CalendarDay {
  readonly day: StudyDay;
  readonly summary: string;
  readonly description: string;
}

export interface CalendarContent {
  /** The discussion's id: an event keeps its identity when the calendar is made again. */
  readonly discussion: string;
  readonly summary: string;
  /** The instant it begins, ms. */
  readonly when: number;
  readonly days: readonly CalendarDay[];
}

const LINE_OCTETS = 75;

/** Octets of one character in UTF-8; half a surrogate pair is written as U+FFFD, which has three. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

/** A line in pieces of at most 75 octets, none of them ending within a character (section 3.1). */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** A value of type TEXT (section 3.3.11), without the control characters it may not have. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** `20261127` */
function dateOf(day: StudyDay): string {
  const date = civilDateOf(day);
  return `${digits(date.year, 4)}${digits(date.month, 2)}${digits(date.day, 2)}`;
}

/** `20261127T110000Z` */
function instantOf(at: number): string {
  const time = new Date(at);
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
  const day = Math.floor(at / 86_400_000);
  return `${dateOf(day)}T${clock.map((part) => digits(part, 2)).join('')}Z`;
}

/**
 * The text of an `.ics` file.
 * @param made when it is made, ms
 */
export function calendarText(content: CalendarContent, made: number): string {
  const { discussion, summary, when, days } = content;
  const event = (uid: string, lines: readonly string[]) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@fanshi`,
    `DTSTAMP:${instantOf(made)}`,
    ...lines,
    'END:VEVENT',
  ];
  const planned = days.flatMap((one) =>
    event(`${discussion}-${dateOf(one.day)}`, [
      `DTSTART;VALUE=DATE:${dateOf(one.day)}`,
      `DTEND;VALUE=DATE:${dateOf(one.day + 1)}`,
      `SUMMARY:${escaped(one.summary)}`,
      `DESCRIPTION:${escaped(one.description)}`,
      'TRANSP:TRANSPARENT',
    ]),
  );
  const held = event(discussion, [`DTSTART:${instantOf(when)}`, `SUMMARY:${escaped(summary)}`]);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Fanshi//Fanshi//EN'];
  const lines = [...head, ...planned, ...held, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
