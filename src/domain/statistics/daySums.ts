/** The answers asked about, summed up by study day: every figure of time is read off these. */
import { DID } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { RATINGS, type Rating } from '../event.ts';
import { NO_MS } from '../fillColumns.ts';
import type { Answers } from './answers.ts';
import { ANSWER_KINDS, type AnswerKind, type ByKind } from './figures.ts';

const KINDS = ANSWER_KINDS.length;
const GRADES = RATINGS.length;
const PRACTICE = ANSWER_KINDS.indexOf('practice');
const MATURE = ANSWER_KINDS.indexOf('mature');
const AGAIN = RATINGS.indexOf('again');

/** Sums of each day, in the order of `Answers.days`; several values a day stand one after another. */
export interface DaySums {
  readonly days: Int32Array;
  /** Answers by kind and, within it, by rating. */
  readonly answers: Uint32Array;
  /** By kind: ms, and how many of its answers have a duration. */
  readonly ms: Float64Array;
  readonly timed: Uint32Array;
  /** Of true retention: answers to young cards, those that passed, then the same of mature cards. */
  readonly retained: Uint32Array;
  /** Cards that stopped being new. */
  readonly introduced: Uint32Array;
  /** Without practice, by hour: all answers, and those not rated again. */
  readonly hours: Uint32Array;
}

export const PER_DAY = {
  answers: KINDS * GRADES,
  ms: KINDS,
  timed: KINDS,
  retained: 4,
  introduced: 1,
  hours: 48,
} as const;

function emptySums(days: Int32Array): DaySums {
  const cells = (perDay: number) => new Uint32Array(days.length * perDay);
  return {
    days,
    answers: cells(PER_DAY.answers),
    ms: new Float64Array(days.length * PER_DAY.ms),
    timed: cells(PER_DAY.timed),
    retained: cells(PER_DAY.retained),
    introduced: cells(PER_DAY.introduced),
    hours: cells(PER_DAY.hours),
  };
}

function add(cells: Uint32Array | Float64Array, at: number, value: number): void {
  cells[at] = (cells[at] ?? 0) + value;
}

/** Adds the rows from `from` to under `to`. */
function addRows(sums: DaySums, table: Answers, from: number, to: number): void {
  const { answers, ms, timed, retained, introduced, hours } = sums;
  for (let row = from; row < to; row++) {
    const day = table.day[row] ?? 0;
    const kind = table.kind[row] ?? 0;
    const rating = table.rating[row] ?? 0;
    const took = table.ms[row] ?? NO_MS;
    const did = table.did[row] ?? 0;
    const ofKind = day * KINDS + kind;
    add(answers, ofKind * GRADES + rating, 1);
    if (took !== NO_MS) {
      add(ms, ofKind, took);
      add(timed, ofKind, 1);
    }
    if (kind !== PRACTICE) {
      const hour = day * PER_DAY.hours + (table.hour[row] ?? 0) * 2;
      add(hours, hour, 1);
      if (rating !== AGAIN) add(hours, hour + 1, 1);
    }
    if (did & DID.retain) {
      const age = day * PER_DAY.retained + (kind === MATURE ? 2 : 0);
      add(retained, age, 1);
      if (did & DID.pass) add(retained, age + 1, 1);
    }
    if (did & DID.introduce) add(introduced, day, 1);
  }
}

/** @param cards places among `Answers.states` of the cards asked about; null for all of them */
export function daySumsOf(table: Answers, cards: Iterable<number> | null): DaySums {
  const sums = emptySums(table.days);
  const { starts, states } = table;
  if (cards === null) addRows(sums, table, 0, starts[states.length] ?? 0);
  else for (const card of cards) addRows(sums, table, starts[card] ?? 0, starts[card + 1] ?? 0);
  return sums;
}

/** The days from `from` to `to` (both with it), as places among `days`: from the first to under the second. */
export function placesBetween(days: Int32Array, from: StudyDay, to: StudyDay): [number, number] {
  const firstNotBefore = (day: StudyDay) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstNotBefore(from), firstNotBefore(to + 1)];
}

/** The cells of one day, added up over the days from `from` to `to`, both with it. */
export function totalsBetween(
  sums: DaySums,
  of: keyof typeof PER_DAY,
  from: StudyDay,
  to: StudyDay,
): number[] {
  const [first, end] = placesBetween(sums.days, from, to);
  const cells = sums[of];
  const perDay = PER_DAY[of];
  const totals: number[] = [];
  for (let cell = 0; cell < perDay; cell++) {
    let total = 0;
    for (let at = first * perDay + cell; at < end * perDay; at += perDay) total += cells[at] ?? 0;
    totals.push(total);
  }
  return totals;
}

/** What was answered to one kind, by rating, in such totals of answers. */
export function ratingsOf(totals: readonly number[], kind: AnswerKind): Record<Rating, number> {
  const at = ANSWER_KINDS.indexOf(kind) * GRADES;
  const [again = 0, hard = 0, good = 0, easy = 0] = totals.slice(at, at + GRADES);
  return { again, hard, good, easy };
}

/** All answers by kind, in such totals. */
export function byKind(totals: readonly number[]): ByKind {
  const of = (kind: AnswerKind) => sumOf(Object.values(ratingsOf(totals, kind)));
  return recordOf(of);
}

/** One number for each kind. */
export function recordOf(valueOf: (kind: AnswerKind) => number): Record<AnswerKind, number> {
  return {
    learning: valueOf('learning'),
    relearning: valueOf('relearning'),
    young: valueOf('young'),
    mature: valueOf('mature'),
    practice: valueOf('practice'),
  };
}

export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);
