/**
 * The table of all live answers, and the state each card is in: all that statistics are made of, from
 * one fold of the log.
 */
import { DID, type CardState } from '../cardState.ts';
import type { Answer, Phase } from '../event.ts';
import { NO_MS } from '../fillColumns.ts';
import { followColumns } from '../foldColumns.ts';
import type { MemoryModel } from '../memory.ts';
import type { Columns } from '../replayColumns.ts';
import { ANSWER_KINDS, type AnswerKind } from './figures.ts';

/** Days of interval from which a card in review is mature. As in Anki. */
export const MATURE = 21;

/** One row per answer, card after card, each card's in replay order. */
export interface Answers {
  /** The cards that have a live event; their answers stand from `starts[i]` to under `starts[i + 1]`. */
  readonly states: readonly CardState[];
  readonly starts: Uint32Array;
  /** Study days with an answer, rising; `day` holds their places. */
  readonly days: Int32Array;
  readonly day: Uint32Array;
  /** 0..23 on the clock where it was given. */
  readonly hour: Uint8Array;
  /** `NO_MS` for none. */
  readonly ms: Uint16Array;
  /** A place in `RATINGS`. */
  readonly rating: Uint8Array;
  /** A place in `ANSWER_KINDS`. */
  readonly kind: Uint8Array;
  /** `DID` bits. */
  readonly did: Uint8Array;
}

const KIND: Readonly<Record<AnswerKind, number>> = {
  learning: ANSWER_KINDS.indexOf('learning'),
  relearning: ANSWER_KINDS.indexOf('relearning'),
  young: ANSWER_KINDS.indexOf('young'),
  mature: ANSWER_KINDS.indexOf('mature'),
  practice: ANSWER_KINDS.indexOf('practice'),
};
const RATING = { again: 0, hard: 1, good: 2, easy: 3 } as const;

/** @param phase before the answer @param interval of the card before it, days */
export function kindOf(mode: Answer['mode'], phase: Phase, interval: number): AnswerKind {
  if (mode !== 'review') return 'practice';
  if (phase === 'relearning') return 'relearning';
  if (phase !== 'review') return 'learning';
  return interval >= MATURE ? 'mature' : 'young';
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** ms; no answer is written with more, but imports may be. */
const LONGEST = 60_000;

/** `NO_MS` where there is no duration, or none that can be. */
function durationOf(ms: number | undefined): number {
  return ms !== undefined && ms >= 0 ? Math.min(ms, LONGEST) : NO_MS;
}

/** The hour (0..23) the clock on the wall showed. @param offset minutes east */
export function hourOf(at: number, offset: number): number {
  const hour = Math.floor((at + offset * MINUTE) / HOUR) % 24;
  return hour < 0 ? hour + 24 : hour;
}

/** Days in place of which their places among all of them stand. */
function placesOf(written: Int32Array): { days: Int32Array; day: Uint32Array } {
  const places = new Map<number, number>();
  for (const day of written) if (!places.has(day)) places.set(day, 0);
  const days = Int32Array.from(places.keys()).sort();
  days.forEach((day, place) => places.set(day, place));
  // In the same memory: places are whole numbers from 0 as days are.
  const day = new Uint32Array(written.buffer, written.byteOffset, written.length);
  let last = NaN;
  let place = 0;
  for (let row = 0; row < written.length; row++) {
    const here = written[row] ?? 0;
    if (here !== last) place = places.get((last = here)) ?? 0;
    day[row] = place;
  }
  return { days, day };
}

/**
 * Folds the log once and keeps its answers. An event of another type is none, nor is one that repeats
 * another's origin.
 */
export function answersOf(columns: Columns, model: MemoryModel): Answers {
  const most = columns.rows.length;
  const written = new Int32Array(most);
  const hour = new Uint8Array(most);
  const ms = new Uint16Array(most);
  const rating = new Uint8Array(most);
  const kind = new Uint8Array(most);
  const did = new Uint8Array(most);
  const states: CardState[] = [];
  const starts = new Uint32Array(columns.cards.length + 1);
  let length = 0;
  let current: CardState | null = null;
  let before = KIND.learning;
  followColumns(columns, model, Infinity, {
    before: (_, event, state) => {
      if (state !== current) starts[states.push((current = state)) - 1] = length;
      if ('mode' in event) before = KIND[kindOf(event.mode, state.phase, state.interval)];
    },
    after: (_, event, __, bits) => {
      if ((bits & DID.answer) === 0 || !('mode' in event)) return;
      written[length] = event.day;
      hour[length] = hourOf(event.at, event.offset);
      ms[length] = durationOf(event.ms);
      rating[length] = RATING[event.rating];
      kind[length] = before;
      did[length] = bits;
      length += 1;
    },
  });
  starts[states.length] = length;
  const { days, day } = placesOf(written.subarray(0, length));
  return { states, starts, days, day, hour, ms, rating, kind, did };
}
