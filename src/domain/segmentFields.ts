/**
 * The fields of an event that a segment keeps as columns. Numbers are kept as whole numbers less
 * what other columns already say; anything else through a table of the values that occur. A value
 * that a column cannot give back exactly stays in the event's rest.
 */
import type { LogEvent } from './event.ts';

/** Where a field stands: on the event, in its grant, or in the grant's terms. */
type Level = 0 | 1 | 2;

export interface Field {
  readonly key: string;
  readonly level: Level;
  /** Decimals a number may have; null for any value, kept through a table. */
  readonly decimals: number | null;
  /** Columns further up that predict it: the sum of each times its factor is taken off. */
  readonly less: readonly { readonly field: number; readonly factor: number }[];
}

type Less = Readonly<Record<string, number>>;

const DAY = 86_400_000;
const MINUTE = 60_000;

const TABLE = null;
const NOTHING: Less = {};

/** Changing this list changes the bytes of every segment: it then needs a new `FORMAT`. */
const LIST: readonly (readonly [Level, string, number | null, Less])[] = [
  [0, 'seq', 0, NOTHING],
  [0, 'action', 0, NOTHING],
  [0, 'type', TABLE, NOTHING],
  [0, 'offset', 0, NOTHING],
  [0, 'day', 0, NOTHING],
  [0, 'at', 0, { day: DAY, offset: -MINUTE }],
  [0, 'order', 0, { at: 1 }],
  [0, 'rating', TABLE, NOTHING],
  [0, 'ms', 0, NOTHING],
  [0, 'reveal', 0, { ms: 1 }],
  [0, 'mode', TABLE, NOTHING],
  [0, 'how', TABLE, NOTHING],
  [0, 'picked', 0, NOTHING],
  [0, 'options', TABLE, NOTHING],
  [0, 'typed', TABLE, NOTHING],
  [0, 'confidence', TABLE, NOTHING],
  [0, 'language', TABLE, NOTHING],
  [0, 'text', 0, NOTHING],
  [0, 'weights', TABLE, NOTHING],
  [0, 'quiz', TABLE, NOTHING],
  [0, 'predicted', 6, NOTHING],
  [0, 'until', 0, { day: 1 }],
  [0, 'origin', TABLE, NOTHING],
  [1, 'phase', TABLE, NOTHING],
  [1, 'step', 0, NOTHING],
  [1, 'dueAt', 0, { at: 1 }],
  [2, 'stability', 4, NOTHING],
  [2, 'desired', 4, NOTHING],
  [2, 'raw', 4, { stability: 1 }],
  [2, 'days', 0, NOTHING],
  [2, 'low', 0, { days: 1 }],
  [2, 'high', 0, { days: 1 }],
  [2, 'why', TABLE, NOTHING],
  [1, 'dueDay', 0, { day: 1, days: 1 }],
];

/** The field's place among the columns. */
export const FIELD: ReadonlyMap<string, number> = new Map(LIST.map(([, key], i) => [key, i]));

export const FIELDS: readonly Field[] = LIST.map(([level, key, decimals, less]) => ({
  level,
  key,
  decimals,
  less: Object.entries(less).map(([name, factor]) => ({ field: fieldOf(name), factor })),
}));

/** @throws Error when there is no such column */
export function fieldOf(name: string): number {
  const field = FIELD.get(name);
  if (field === undefined) throw new Error(`Inconsistent: no column ${name}`);
  return field;
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is one level below: the grant of an event, the terms of a grant. */
const INNER = ['grant', 'terms', null] as const;

/** What an event says, level by level; null where there is no such level. */
export function levelsOf(event: LogEvent): readonly (Plain | null)[] {
  const grant: unknown = Reflect.get(event, 'grant');
  const terms: unknown = isPlain(grant) ? grant['terms'] : null;
  return [event as Plain, isPlain(grant) ? grant : null, isPlain(terms) ? terms : null];
}

function restOfLevel(value: Plain, level: Level, isKept: (field: number) => boolean) {
  const rest: [string, unknown][] = [];
  let kept = 0;
  for (const [key, inner] of Object.entries(value)) {
    const field = FIELD.get(key);
    if (inner === undefined) continue;
    if (field !== undefined && FIELDS[field]?.level === level && isKept(field)) {
      kept += 1;
    } else if (key === INNER[level] && isPlain(inner)) {
      const below = restOfLevel(inner, level === 0 ? 1 : 2, isKept);
      kept += below.kept;
      // An object of which nothing is kept must come back too, though it be empty.
      if (below.rest.length > 0 || below.kept === 0)
        rest.push([key, Object.fromEntries(below.rest)]);
    } else {
      rest.push([key, inner]);
    }
  }
  return { rest, kept };
}

/** What of an event no column keeps; null when they keep all of it. */
export function restOf(
  event: LogEvent,
  isKept: (field: number) => boolean,
  hasCard: boolean,
): Plain | null {
  const { rest } = restOfLevel(event as Plain, 0, isKept);
  const left = rest.filter(([key]) => key !== 'device' && !(hasCard && key === 'card'));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

function merged(one: Plain, other: Plain): Plain {
  const fields = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const standing = fields.get(key);
    fields.set(key, isPlain(standing) && isPlain(value) ? merged(standing, value) : value);
  }
  // Not by assignment: a field may be called `__proto__`.
  return Object.fromEntries(fields);
}

/** An event put together again: `levelsOf` and `restOf` undone. */
export function eventFrom(levels: readonly Record<string, unknown>[], rest: unknown): LogEvent {
  const [event = {}, grant = {}, terms = {}] = levels;
  if (Object.keys(terms).length > 0) grant['terms'] = terms;
  if (Object.keys(grant).length > 0) event['grant'] = grant;
  const whole = isPlain(rest) ? merged(event, rest) : event;
  return whole as unknown as LogEvent;
}
