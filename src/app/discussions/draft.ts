/** A discussion as it is being written in the form, and what is saved of it. */
import { civilDateOf } from '../../domain/day.ts';
import type { Discussion } from '../../domain/discussion.ts';
import type { DiscussionFields } from '../../domain/event.ts';
import type { Scope } from '../../domain/scope.ts';
import { dayAt, type Clock } from '../clock.ts';

export interface Draft {
  readonly name: string;
  /** As YYYY-MM-DD and HH:MM of the wall clock; empty for none. */
  readonly date: string;
  readonly time: string;
  readonly scope: Scope;
  /** Recall to reach, %. */
  readonly percent: number;
  readonly minutes: number;
  readonly onTheDay: boolean;
}

export const NEW_DRAFT: Draft = {
  name: '',
  date: '',
  time: '19:00',
  scope: {},
  percent: 90,
  minutes: 30,
  onTheDay: false,
};

const MINUTE = 60_000;
const two = (value: number) => String(value).padStart(2, '0');

/** The date on the wall clock at an instant (ms), as YYYY-MM-DD. */
export function dateText(at: number, clock: Clock): string {
  const { year, month, day } = civilDateOf(dayAt(clock, at, 0));
  return `${year}-${two(month)}-${two(day)}`;
}

/** The time on the wall clock at an instant (ms), as HH:MM. */
export function timeText(at: number, clock: Clock): string {
  const wallClock = new Date(at + clock.offsetAt(at) * MINUTE);
  return `${two(wallClock.getUTCHours())}:${two(wallClock.getUTCMinutes())}`;
}

export function draftOf(discussion: Discussion, clock: Clock): Draft {
  const { name, when, scope, target, minutes, onTheDay } = discussion;
  const percent = Math.round(target * 100);
  const [date, time] = [dateText(when, clock), timeText(when, clock)];
  return { name, date, time, scope, percent, minutes, onTheDay };
}

/** The instant (ms) the wall clock shows a date and a time; NaN when either is missing. */
export function instantOf(date: string, time: string, clock: Clock): number {
  const wallClock = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(wallClock)) return NaN;
  // The offset in force then is known only once the instant is nearly known.
  const nearly = wallClock - clock.offsetAt(wallClock) * MINUTE;
  return wallClock - clock.offsetAt(nearly) * MINUTE;
}

/** What a draft comes to; `when` is NaN while there is no date. */
export function fieldsOf(
  draft: Draft,
  clock: Clock,
): Omit<DiscussionFields, 'isPlanned' | 'isRemoved'> {
  const { name, date, time, scope, percent, minutes, onTheDay } = draft;
  const when = instantOf(date, time, clock);
  return { name: name.trim(), when, scope, target: percent / 100, minutes, onTheDay };
}

/** Those fields that are not as they were. */
export function changedFields(
  before: Discussion,
  after: ReturnType<typeof fieldsOf>,
): Partial<DiscussionFields> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, key)),
    ),
  );
}
