/**
 * The lines of a backup file: a header, one event per line, a footer. `docs/backup-format.md` is the
 * contract. What is read may have been written by anybody, so nothing is taken on trust.
 */
import { canonicalText } from './content.ts';
import { isSoundDiscussionEvent } from './discussion.ts';
import {
  CONFIDENCES,
  isAnswer,
  isOfCard,
  isOfDiscussion,
  isOfQuiz,
  isTaken,
  MODES,
  RATINGS,
  type LogEvent,
} from './event.ts';
import { isSoundQuizEvent } from './quiz/sound.ts';
import {
  isDay,
  isInstant,
  isObject,
  isString,
  isText,
  listOf,
  oneOf,
  optional,
  shapeOf,
  within,
  type Fields,
} from './shape.ts';

export const FORMAT = 'fanshi-backup';
/** The newest version this app reads, and the one it writes. */
export const VERSION = 1;

/** The longest line, in UTF-16 units. */
export const LONGEST_LINE = 1_000_000;
/** The most events, and the most text (UTF-8 bytes), one file may hold. */
export const MOST_EVENTS = 5_000_000;
export const MOST_BYTES = 4_000_000_000;

export interface Header {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** The version of the app that wrote it. */
  readonly app: string;
}

export interface Footer {
  readonly events: number;
  /** SHA-256 (hex) over the event lines, each with its line feed, as UTF-8. */
  readonly sha256: string;
}

/** Without a line feed, as all lines here. */
export function headerLine({ created, app }: Omit<Header, 'version'>): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, created, app });
}

export function footerLine({ events, sha256 }: Footer): string {
  return JSON.stringify({ events, sha256 });
}

/** `fanshi-2026-11-23.jsonl.gz` */
export function backupName(
  date: { readonly year: number; readonly month: number; readonly day: number },
  compressed = true,
): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const stem = `fanshi-${date.year}-${two(date.month)}-${two(date.day)}.jsonl`;
  return compressed ? `${stem}.gz` : stem;
}

function parseObject(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The header, `newer` for one of a later version, or null for a line of something else. */
export function parseHeader(line: string): Header | 'newer' | null {
  const fields = parseObject(line);
  if (fields?.['format'] !== FORMAT) return null;
  const { version, created, app } = fields;
  if (typeof version === 'number' && version > VERSION) return 'newer';
  if (version !== VERSION || typeof created !== 'string' || typeof app !== 'string') return null;
  return { version, created, app };
}

/** The footer, or null when the line is none. */
export function parseFooter(line: string): Footer | null {
  const fields = parseObject(line);
  if (!fields) return null;
  const { events, sha256 } = fields;
  if (!Number.isSafeInteger(events) || typeof sha256 !== 'string') return null;
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  return { events: events as number, sha256 };
}

const DEEPEST = 32;

/** Whether a value can be handed about safely: no key that names a prototype, not too deep. */
function isHarmless(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST) return false;
  return Object.entries(value).every(
    ([key, inner]) => key !== '__proto__' && isHarmless(inner, depth + 1),
  );
}

const DEVICE = /^[0-9a-f]{24}$/;
const EVENT_ID = /^[0-9a-f]{24}:[1-9][0-9]{0,15}$/;
const FORK = /^fork:[0-9a-f]{24}:[1-9][0-9]{0,15}#[0-9a-f]{16}$/;

const isId = (value: unknown) => typeof value === 'string' && EVENT_ID.test(value);
const isOrigin = (value: unknown) =>
  isText(value) && (!value.startsWith('fork:') || FORK.test(value));

function hasEventFields(fields: Fields): boolean {
  const { device, seq, at, order, offset, day, action, origin, type } = fields;
  return (
    typeof device === 'string' &&
    DEVICE.test(device) &&
    Number.isSafeInteger(seq) &&
    (seq as number) >= 1 &&
    isInstant(at) &&
    isInstant(order) &&
    Number.isFinite(offset) &&
    Math.abs(offset as number) <= 1440 &&
    isDay(day) &&
    isId(action) &&
    (origin === undefined || isOrigin(origin)) &&
    isText(type)
  );
}

const GRANTED = ['learning', 'review', 'relearning'];

function isGrant(grant: unknown): boolean {
  if (!isObject(grant)) return false;
  const { phase, step, dueDay, dueAt } = grant;
  if (typeof phase !== 'string' || !GRANTED.includes(phase)) return false;
  if (!Number.isInteger(step) || (step as number) < 0) return false;
  return phase === 'review' ? isDay(dueDay) && dueAt === undefined : isInstant(dueAt);
}

const isSoundAnswer = shapeOf({
  rating: oneOf(RATINGS),
  mode: oneOf(MODES),
  ms: within(0, 60_000),
  predicted: optional(within(0, 1)),
  grant: optional(isGrant),
  quiz: optional(isText),
  picked: optional(Number.isInteger),
  options: optional(listOf(isText)),
  typed: optional(isString),
  confidence: optional(oneOf(CONFIDENCES)),
});

/** What the folds rely on; everything else is kept as it is. */
function isSound(event: LogEvent): boolean {
  const fields: Fields = { ...event };
  if (event.type === 'set') return isText(fields['key']) && 'value' in fields;
  if (isTaken(event)) return isId(fields['names']);
  if (isOfQuiz(event)) return isSoundQuizEvent(event);
  if (isOfDiscussion(event)) return isSoundDiscussionEvent(event);
  if (!isOfCard(event)) return true;
  if (!isText(fields['card'])) return false;
  if (isAnswer(event)) return isSoundAnswer(fields);
  if (event.type === 'buried') return isDay(fields['until']);
  if (event.type === 'set-due' || event.type === 'rescheduled') return isGrant(fields['grant']);
  return true;
}

/** The event a line says, or null when it is none, or not in canonical form. */
export function parseEvent(line: string): LogEvent | null {
  if (line.length > LONGEST_LINE) return null;
  const fields = parseObject(line);
  if (!fields || !isHarmless(fields) || !hasEventFields(fields)) return null;
  const event = fields as unknown as LogEvent;
  return isSound(event) && canonicalText(event) === line ? event : null;
}

/** Whether `event` may follow `before` in a file: by device, then by seq, none twice. */
export function mayFollow(before: LogEvent | null, event: LogEvent): boolean {
  if (!before || before.device < event.device) return true;
  return before.device === event.device && before.seq < event.seq;
}
