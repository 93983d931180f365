/**
 * The statistics by one loop written by hand: over the columns of a log of ordinary reviews, card after
 * card, into bare arrays. It knows nothing of quizzes, resets or undo, which the made-up log has not.
 */
import {
  FSRSAlgorithm,
  clipParameters,
  computeDecayFactor,
  default_w,
  generatorParameters,
  type FSRSState,
} from 'ts-fsrs';
import type { Columns } from '../src/domain/replayColumns.ts';
import type { Figures } from '../src/domain/statistics/figures.ts';
import { DAY_LIMITS } from '../src/domain/statistics/histogram.ts';
import type { CardList } from '../src/domain/statistics/question.ts';
import type { Asked } from '../src/domain/statistics/statistics.ts';

const [LEARNING, REVIEW, RELEARNING] = [1, 2, 3];
const DAY = 86_400_000;

/** Which bin each day from `first` to `today` is in, counted from 0: days, weeks or months. */
function binsOf(first: number, today: number): { of: Uint16Array; count: number } {
  const days = today - first + 1;
  const of = new Uint16Array(days);
  let count = 0;
  let last = -1;
  for (let day = first; day <= today; day++) {
    // 5 January 1970 was a Monday.
    const week = Math.floor((day - 4) / 7);
    const here = days <= 31 ? day : days <= 371 ? week : new Date(day * DAY).getUTCMonth();
    if (here !== last || count === 0) count += 1;
    last = here;
    of[day - first] = count - 1;
  }
  return { of, count };
}

function sortedMedian(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  const above = values[half] ?? NaN;
  return values.length % 2 === 0 ? ((values[half - 1] ?? NaN) + above) / 2 : above;
}

const inc = (cells: Float64Array, at: number, by = 1) => {
  cells[at] = (cells[at] ?? 0) + by;
};

/** All numbers of the figures, in the order of `numbersOf`; for cards of `list` alone, and all days. */
export function bareStatistics(columns: Columns, list: CardList, asked: Asked): number[] {
  const { at, offset, day, rating, ms, phase, dueDay, dueAt, isUndone, rows, starts } = columns;
  const { today, now, begins, ends } = asked;
  const w = clipParameters([...default_w], 1);
  const fsrs = new FSRSAlgorithm(generatorParameters({ w, enable_short_term: true }));
  const { decay, factor } = computeDecayFactor(w);
  let first = today;
  for (const one of day) if (one < first) first = one;
  const bins = binsOf(first, today);
  const days = today - first + 1;
  const answers = new Float64Array(days);
  const times = new Float64Array(days);
  const byBin = new Float64Array(bins.count * 10);
  const added = new Float64Array(bins.count);
  const retained = new Float64Array(24);
  const hours = new Float64Array(48);
  const buttons = new Float64Array(12);
  const onDay = new Float64Array(6);
  const counts = new Float64Array(4);
  const due = new Float64Array(3_650);
  const cards = columns.cards.length;
  const intervals = new Float64Array(cards);
  const stabilities = new Float64Array(cards);
  const difficulties = new Float64Array(cards);
  const recalls = new Float64Array(50);
  const noteSums = new Float64Array(list.ids.length);
  const noteCards = new Float64Array(list.ids.length);
  let [overdue, later, load, sum, inReview] = [0, 0, 0, 0, 0];
  const place = new Map(list.ids.map((id, i) => [id, i]));
  for (let card = 0; card < cards; card++) {
    let memory: FSRSState | null = null;
    let [was, interval, reached, answered, dayDue, atDue] = [0, 0, -1, 0, NaN, NaN];
    const end = starts[card + 1] ?? 0;
    for (let i = starts[card] ?? 0; i < end; i++) {
      const row = rows[i] ?? 0;
      if (isUndone[row] === 1) continue;
      const studied = day[row] ?? 0;
      const grade = rating[row] ?? 0;
      const instant = at[row] ?? 0;
      const took = ms[row] ?? 0;
      const kind = was === REVIEW ? (interval >= 21 ? 3 : 2) : was === RELEARNING ? 1 : 0;
      const counted = Math.max(studied, reached);
      const isFirst = reached === -1 || counted > reached;
      const isRight = grade > 1 ? 1 : 0;
      const bin = bins.of[studied - first] ?? 0;
      inc(answers, studied - first);
      inc(times, studied - first, took);
      inc(byBin, bin * 10 + kind);
      inc(byBin, bin * 10 + 5 + kind, took);
      const wall = instant + (offset[row] ?? 0) * 60_000;
      const hour = Math.floor(wall / 3_600_000) % 24;
      inc(hours, hour * 2);
      inc(hours, hour * 2 + 1, isRight);
      inc(buttons, (kind < 2 ? 0 : kind - 1) * 4 + grade - 1);
      if (studied === today) {
        inc(onDay, kind);
        inc(onDay, 4, took);
        inc(onDay, 5, 1 - isRight);
      }
      if (was === REVIEW && isFirst) {
        const ago = today - studied;
        const age = kind === 3 ? 2 : 0;
        for (let period = 0; period < 6; period++) {
          const most = period === 0 ? 0 : period === 1 ? 1 : [6, 29, 364, Infinity][period - 2];
          if (ago > (most ?? 0) || (period === 1 && ago === 0)) continue;
          inc(retained, period * 4 + age);
          inc(retained, period * 4 + age + 1, isRight);
        }
      }
      if (isFirst || was !== REVIEW) {
        memory = fsrs.next_state(memory, reached === -1 ? 0 : counted - reached, grade);
        reached = counted;
        answered = instant;
      }
      if (was === 0) inc(added, bin);
      was = phase[row] ?? 0;
      dayDue = dueDay[row] ?? NaN;
      atDue = dueAt[row] ?? NaN;
      if (!Number.isNaN(dayDue)) interval = Math.max(0, dayDue - reached);
    }
    const inList = place.get(columns.cards[card] ?? '');
    if (!memory || inList === undefined) continue;
    inc(counts, was === LEARNING ? 0 : was === RELEARNING ? 1 : interval < 21 ? 2 : 3);
    const ahead = Number.isNaN(dayDue)
      ? atDue < begins
        ? -1
        : atDue < ends
          ? 0
          : 1
      : dayDue - today;
    if (ahead < 0) overdue += 1;
    else if (ahead >= due.length) later += 1;
    else inc(due, ahead);
    load += 1 / Math.max(1, interval);
    if (was !== LEARNING) intervals[inReview++] = interval;
    stabilities[card] = memory.stability;
    difficulties[card] = memory.difficulty;
    const passed = Math.max(0, now - answered) / DAY;
    const recall = Math.pow(1 + (factor * passed) / memory.stability, decay);
    sum += recall;
    inc(recalls, Math.min(49, Math.floor(recall * 50)));
    inc(noteSums, list.notes[inList] ?? 0, recall);
  }
  for (const note of list.notes) inc(noteCards, note);
  let byNote = 0;
  let notes = 0;
  for (let note = 0; note < noteCards.length; note++) {
    if (!noteCards[note]) continue;
    notes += 1;
    byNote += (noteSums[note] ?? 0) / (noteCards[note] ?? 1);
  }
  const spread = (values: Float64Array, limits: readonly number[]) => {
    const median = sortedMedian(values);
    const counted = new Float64Array(limits.length - 1);
    let here = 0;
    for (const value of values) {
      while (here < counted.length - 1 && value >= (limits[here + 1] ?? Infinity)) here += 1;
      inc(counted, here);
    }
    return [median, ...counted];
  };
  const tenths = Array.from({ length: 19 }, (_, i) => 1 + i / 2);
  return [
    ...answers.filter((count) => count > 0),
    ...times.filter((_, i) => (answers[i] ?? 0) > 0),
    ...byBin,
    ...added,
    ...retained,
    ...hours,
    ...buttons,
    ...onDay,
    ...counts,
    overdue,
    later,
    load,
    ...due.subarray(0, due.findLastIndex((count) => count > 0) + 1),
    ...withoutEmptyEnds(spread(intervals.subarray(0, inReview), DAY_LIMITS)),
    ...withoutEmptyEnds(spread(stabilities, DAY_LIMITS)),
    ...spread(difficulties, tenths),
    ...recalls,
    sum,
    byNote,
    notes,
  ];
}

/** A median and its bins, the empty ones at both ends left out. */
function withoutEmptyEnds([median = NaN, ...bins]: readonly number[]): number[] {
  const from = bins.findIndex((count) => count > 0);
  return [median, ...bins.slice(from, bins.findLastIndex((count) => count > 0) + 1)];
}

/** The same numbers out of the app's figures. */
export function numbersOf(figures: Figures): number[] {
  const { calendar, reviews, added, retention, hours, buttons, today, counts, due, memory } =
    figures;
  const kinds = (of: (typeof reviews.bins)[number]['answers']) => [
    of.learning,
    of.relearning,
    of.young,
    of.mature,
    of.practice,
  ];
  return [
    ...calendar.days.map(({ answers }) => answers),
    ...calendar.days.map(({ ms }) => ms),
    ...reviews.bins.flatMap(({ answers, ms }) => [...kinds(answers), ...kinds(ms)]),
    ...added.bins.map(({ cards }) => cards),
    ...retention.rows.flatMap(({ young, mature }) => [
      young.of,
      young.count,
      mature.of,
      mature.count,
    ]),
    ...hours.hours.flatMap(({ answers, right }) => [answers, right.count]),
    ...[buttons.learning, buttons.young, buttons.mature].flatMap(({ answers }) => [
      answers.again,
      answers.hard,
      answers.good,
      answers.easy,
    ]),
    ...kinds(today.byKind).slice(0, 4),
    today.ms,
    today.again,
    counts.learning,
    counts.relearning,
    counts.young,
    counts.mature,
    due.overdue,
    due.later,
    due.dailyLoad,
    ...due.byDay,
    ...[memory.intervals, memory.stability, memory.difficulty].flatMap(
      ({ median, counts: bins }) => [median ?? NaN, ...bins],
    ),
    ...memory.recall.histogram.counts,
    memory.recall.byCard,
    memory.recall.byNote,
    memory.recall.notes,
  ];
}
