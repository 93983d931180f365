/** Every statistic on a small log, its figures worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { Answer, LogEvent, Rating } from '../../src/domain/event.ts';
import type { Figures, Part, Proportion } from '../../src/domain/statistics/figures.ts';
import { DAY_LIMITS, histogramOf } from '../../src/domain/statistics/histogram.ts';
import { spansOf, widthFor } from '../../src/domain/statistics/spans.ts';
import { studyDayFromDate } from '../../src/domain/day.ts';
import { createModel } from '../../src/domain/memory.ts';
import { aCard, aCatalogue, aReviewGrant, DAY, HOUR, MINUTE } from '../builders.ts';
import { aQuestion, figuresOf } from './statisticsLogs.ts';

/** Of note b two cards, a and c of one each; d never met. */
const CATALOGUE = aCatalogue([
  'talk/a',
  aCard('talk/b/there', { kind: 'reversed' }),
  aCard('talk/b/back', { kind: 'reversed' }),
  'talk/c',
  'talk/d',
]);

type Body = Omit<Partial<Answer>, 'type'> & {
  readonly type?: string;
  readonly day: number;
  readonly until?: number;
};

/** Events in the order given, at noon of their day unless told otherwise, at UTC+8. */
function aLog(bodies: readonly Body[]) {
  let order = 0;
  return bodies.map((body, i): LogEvent => {
    const seq = i + 1;
    const at = body.at ?? body.day * DAY + 4 * HOUR;
    order = Math.max(at, order + 1);
    const who = { device: 'd', seq, action: `d:${seq}` };
    return { type: 'reviewed', card: 'talk/a', offset: 480, order, ...body, ...who, at };
  });
}

const answer = (card: string, day: number, rating: Rating, over: Partial<Body> = {}): Body => ({
  card,
  day,
  rating,
  ms: 5000,
  mode: 'review',
  how: 'self',
  weights: 'fsrs-6',
  ...over,
});
const learns = (card: string, day: number, over: Partial<Body> = {}) =>
  answer(card, day, 'good', { grant: aReviewGrant(day + 5), ...over });

const share = (count: number, of: number): Proportion => ({ count, of, known: null });

/**
 * Day 100: a and b/there are learnt, a with a first step again. Day 105: a reviewed, then mature.
 * Day 110: b/there forgotten and relearnt. Day 130: a again, mature now; b/back in a quiz, without a
 * trace; c learnt at 23:30, later the same evening suspended. A card no deck knows was learnt on 101.
 */
const LOG = aLog([
  answer('talk/a', 100, 'again', {
    grant: { phase: 'learning', step: 0, dueAt: 100 * DAY + 5 * HOUR },
    at: 100 * DAY + 4 * HOUR,
  }),
  learns('talk/a', 100, { at: 100 * DAY + 4 * HOUR + 10 * MINUTE, ms: 3000 }),
  learns('talk/b/there', 100, { at: 100 * DAY + 6 * HOUR }),
  learns('gone/z', 101),
  answer('talk/a', 105, 'hard', { grant: aReviewGrant(130), ms: 8000 }),
  answer('talk/b/there', 110, 'again', {
    grant: { phase: 'relearning', step: 0, dueAt: 110 * DAY + 5 * HOUR },
  }),
  answer('talk/b/there', 110, 'good', {
    grant: aReviewGrant(112),
    at: 110 * DAY + 4 * HOUR + 20 * MINUTE,
  }),
  answer('talk/a', 130, 'easy', { grant: aReviewGrant(200), at: 130 * DAY + 4 * HOUR }),
  { ...answer('talk/b/back', 130, 'again', { mode: 'quiz-practice' }), type: 'quizzed' },
  learns('talk/c', 130, { at: 130 * DAY + 15.5 * HOUR, ms: 7000 }),
  { type: 'suspended', card: 'talk/c', day: 130, at: 130 * DAY + 15.6 * HOUR },
]);
const QUESTION = aQuestion(130);
const figures = figuresOf(LOG, CATALOGUE, QUESTION);
const asked = (over: Parameters<typeof aQuestion>[1]) =>
  figuresOf(LOG, CATALOGUE, aQuestion(130, over));

describe('what it is about', () => {
  it('counts cards, answers and those of cards no deck knows', () => {
    expect(figures.about).toEqual({
      cards: 5,
      answers: 10,
      timed: 10,
      retired: { cards: 1, answers: 1 },
      ahead: 0,
      first: 100,
    });
  });

  it('leaves retired cards out of any scope', () => {
    const { about } = asked({ scope: { decks: ['talk'] } });
    expect(about).toMatchObject({ cards: 5, answers: 9, retired: { cards: 0, answers: 0 } });
  });

  it('can be asked of concepts and of kinds of note', () => {
    expect(asked({ scope: { concepts: ['talk/b'] } }).about).toMatchObject({
      cards: 2,
      answers: 4,
    });
    expect(asked({ kinds: ['reversed'] }).about).toMatchObject({ cards: 2, answers: 4 });
    expect(asked({ kinds: [] }).about).toMatchObject({ cards: 0, answers: 0 });
  });

  it('can be asked of marked cards', () => {
    const marked = aLog([
      learns('talk/a', 100),
      learns('talk/c', 100),
      { type: 'marked', day: 100 },
    ]);
    expect(figuresOf(marked, CATALOGUE, aQuestion(130, { onlyMarked: true })).about).toMatchObject({
      cards: 1,
      answers: 1,
    });
  });

  it('names answers dated after today, which are in no figure', () => {
    const past = figuresOf(LOG, CATALOGUE, aQuestion(110));
    expect(past.about).toMatchObject({ answers: 7, ahead: 3 });
    expect(past.reviews.n).toBe(7);
  });
});

it('says what was done today', () => {
  expect(figures.today).toEqual({
    day: 130,
    answers: 3,
    ms: 17_000,
    timed: 3,
    again: 1,
    right: share(2, 2),
    matureRight: share(1, 1),
    byKind: { learning: 1, relearning: 0, young: 0, mature: 1, practice: 1 },
  });
});

it('draws the heat map and counts days in a row', () => {
  const { calendar } = figures;
  expect(calendar).toMatchObject({ n: 10, from: 100, to: 130, streak: 1, longest: 2 });
  expect(calendar.days).toEqual([
    { day: 100, answers: 3, ms: 13_000 },
    { day: 101, answers: 1, ms: 5000 },
    { day: 105, answers: 1, ms: 8000 },
    { day: 110, answers: 2, ms: 10_000 },
    { day: 130, answers: 3, ms: 17_000 },
  ]);
});

it('begins the heat map of a period with the first day studied in it, and keeps the longest run', () => {
  expect(asked({ period: 30 }).calendar).toMatchObject({ n: 7, from: 101, longest: 2 });
});

it('counts answers and their time by what they were given to', () => {
  const { reviews } = figures;
  expect(reviews).toMatchObject({
    n: 10,
    timed: 10,
    ms: 53_000,
    width: 'day',
    days: 31,
    studied: 5,
  });
  expect(reviews.bins).toHaveLength(31);
  expect(reviews.bins[0]).toEqual({
    from: 100,
    to: 100,
    answers: { learning: 3, relearning: 0, young: 0, mature: 0, practice: 0 },
    ms: { learning: 13_000, relearning: 0, young: 0, mature: 0, practice: 0 },
  });
  expect(reviews.bins[10]?.answers).toEqual({
    learning: 0,
    relearning: 1,
    young: 1,
    mature: 0,
    practice: 0,
  });
  expect(reviews.bins[30]?.ms).toEqual({
    learning: 7000,
    relearning: 0,
    young: 0,
    mature: 5000,
    practice: 5000,
  });
});

it('counts true retention without steps, quizzes and first meetings', () => {
  const rows = Object.fromEntries(
    figures.retention.rows.map(({ period, ...row }) => [period, row]),
  );
  expect(rows['today']).toEqual({ young: share(0, 0), mature: share(1, 1), all: share(1, 1) });
  expect(rows['yesterday']?.all).toEqual(share(0, 0));
  expect(rows['week']?.all).toEqual(share(1, 1));
  expect(rows['month']).toEqual({ young: share(1, 2), mature: share(1, 1), all: share(2, 3) });
  expect(rows['all']).toEqual(rows['year']);
});

it('says a percentage from thirty answers on, with its Wilson interval', () => {
  const many = (count: number) =>
    aLog([
      learns('talk/a', 0),
      ...Array.from({ length: count }, (_, i) =>
        answer('talk/a', i + 1, i < 3 ? 'again' : 'good', { grant: aReviewGrant(i + 2) }),
      ),
    ]);
  const all = (count: number) =>
    figuresOf(many(count), CATALOGUE, aQuestion(count)).retention.rows.at(-1)?.all;
  expect(all(29)).toEqual({ count: 26, of: 29, known: null });
  // 27 of 30: Wilson's interval by hand, (0.9 + z²/60 ± z·√(0.09/30 + z²/3600)) / (1 + z²/30).
  expect(all(30)?.known?.share).toBe(0.9);
  expect(all(30)?.known?.low).toBeCloseTo(0.7438, 4);
  expect(all(30)?.known?.high).toBeCloseTo(0.9654, 4);
});

it('takes the hour from the clock where the answer was given', () => {
  const { hours, n } = figures.hours;
  expect(n).toBe(9);
  expect(hours).toHaveLength(24);
  // 04:00 UTC is noon, 15:30 UTC is 23:30.
  expect(hours[12]).toEqual({ hour: 12, answers: 7, right: share(5, 7) });
  expect(hours[23]).toMatchObject({ answers: 1 });
  const elsewhere = aLog([
    learns('talk/a', 100, { offset: -210, at: 100 * DAY + 2 * HOUR }),
    learns('talk/b/there', 100, { offset: 840, at: 100 * DAY + 12 * HOUR }),
  ]);
  const there = figuresOf(elsewhere, CATALOGUE, aQuestion(100)).hours.hours;
  expect(there.filter(({ answers }) => answers > 0).map(({ hour }) => hour)).toEqual([2, 22]);
});

it('counts the four buttons', () => {
  const { buttons } = figures;
  expect(buttons.n).toBe(9);
  expect(buttons.learning).toEqual({
    answers: { again: 1, hard: 0, good: 5, easy: 0 },
    right: share(5, 6),
  });
  expect(buttons.young).toEqual({
    answers: { again: 1, hard: 1, good: 0, easy: 0 },
    right: share(1, 2),
  });
  expect(buttons.mature.answers).toEqual({ again: 0, hard: 0, good: 0, easy: 1 });
});

it('counts cards begun, and how many there have been', () => {
  const { added } = figures;
  expect(added.n).toBe(4);
  expect(added.bins.filter(({ cards }) => cards > 0)).toEqual([
    { from: 100, to: 100, cards: 2, total: 2 },
    { from: 101, to: 101, cards: 1, total: 3 },
    { from: 130, to: 130, cards: 1, total: 4 },
  ]);
  // A month begins on 101: what was begun before is in the total.
  expect(asked({ period: 30 }).added).toMatchObject({ n: 2 });
  expect(asked({ period: 30 }).added.bins.at(-1)?.total).toBe(4);
});

it('tells cards apart, each once', () => {
  expect(figures.counts).toEqual({
    n: 5,
    fresh: 2,
    learning: 0,
    relearning: 0,
    young: 1,
    mature: 1,
    suspended: 1,
    buried: 0,
  });
  const buried = aLog([
    learns('talk/a', 100),
    { type: 'buried', card: 'talk/a', day: 100, until: 101 },
    answer('talk/b/there', 100, 'again', {
      grant: { phase: 'learning', step: 0, dueAt: 100 * DAY + 5 * HOUR },
    }),
  ]);
  const on = (day: number) => figuresOf(buried, CATALOGUE, aQuestion(day)).counts;
  expect(on(100)).toMatchObject({ buried: 1, young: 0, learning: 1, fresh: 3 });
  expect(on(101)).toMatchObject({ buried: 0, young: 1 });
});

describe('what falls due', () => {
  it('says what is overdue, what comes, and what a day brings', () => {
    const { due } = figures;
    // a in 70 days (interval 70), b/there 18 days ago (interval 2); c is suspended.
    expect(due).toMatchObject({ n: 2, today: 130, overdue: 1, later: 0 });
    expect(due.byDay).toHaveLength(71);
    expect(due.byDay[70]).toBe(1);
    expect(due.dailyLoad).toBeCloseTo(1 / 70 + 1 / 2, 12);
  });

  it('looks as far ahead as the period', () => {
    const { due } = asked({ period: 30 });
    expect(due.byDay).toHaveLength(30);
    expect(due).toMatchObject({ n: 2, overdue: 1, later: 1 });
  });

  it('puts steps on their day and buried cards on the day they come back', () => {
    const log = aLog([
      answer('talk/a', 100, 'again', {
        grant: { phase: 'learning', step: 0, dueAt: 100 * DAY + 5 * HOUR },
      }),
      answer('talk/b/there', 100, 'again', {
        grant: { phase: 'learning', step: 0, dueAt: 101 * DAY + 5 * HOUR },
      }),
      learns('talk/b/back', 95),
      { type: 'buried', card: 'talk/b/back', day: 100, until: 102 },
    ]);
    const on = (day: number) => figuresOf(log, CATALOGUE, aQuestion(day, { period: 30 })).due;
    expect(on(100)).toMatchObject({ n: 3, overdue: 0 });
    expect(on(100).byDay.slice(0, 4)).toEqual([1, 1, 1, 0]);
    expect(on(101)).toMatchObject({ overdue: 1 });
    expect(on(101).byDay.slice(0, 3)).toEqual([1, 1, 0]);
  });
});

describe('memory', () => {
  const model = createModel();
  // By hand: the ratings and the days between them.
  const a = model.next(
    model.next(model.next(model.next(null, 0, 'again'), 0, 'good'), 5, 'hard'),
    25,
    'easy',
  );
  const b = model.next(model.next(model.next(null, 0, 'good'), 10, 'again'), 0, 'good');

  it('spreads intervals, stability and difficulty, without suspended cards', () => {
    const { intervals, stability, difficulty } = figures.memory;
    expect(intervals).toMatchObject({ n: 2, median: 36 });
    expect(intervals.edges[0]).toBe(2);
    expect(intervals.edges.at(-1)).toBe(90);
    expect(intervals.counts[0]).toBe(1);
    expect(intervals.counts.at(-1)).toBe(1);
    expect(stability).toMatchObject({ n: 2, median: (a.stability + b.stability) / 2 });
    expect(difficulty).toMatchObject({ n: 2, median: (a.difficulty + b.difficulty) / 2 });
    expect(difficulty.edges).toHaveLength(19);
  });

  it('says recall now, and knowledge by card and by note', () => {
    const { recall } = figures.memory;
    // Asked at noon UTC of day 130: a was answered eight hours before, b/there 20 days and more.
    const ofA = model.retrievability(a.stability, 8 / 24);
    const ofB = model.retrievability(b.stability, 20 + (8 * 60 - 20) / 60 / 24);
    expect(recall.mean).toBeCloseTo((ofA + ofB) / 2, 12);
    expect(recall.byCard).toBeCloseTo(ofA + ofB, 12);
    // Note b has a card never begun; c is suspended and left out; d is unseen.
    expect(recall.byNote).toBeCloseTo(ofA + ofB / 2, 12);
    expect(recall).toMatchObject({ cards: 4, notes: 3, suspended: 1 });
    expect(recall.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});

describe('spans', () => {
  it('are days for a month, weeks for a year, then months', () => {
    expect([1, 31, 32, 371, 372].map(widthFor)).toEqual(['day', 'day', 'week', 'week', 'month']);
  });

  it('begin weeks on Monday and cut the ends short', () => {
    const wednesday = studyDayFromDate(2026, 11, 25);
    expect(spansOf(wednesday, wednesday + 7, 'week')).toEqual([
      { from: wednesday, to: wednesday + 4 },
      { from: wednesday + 5, to: wednesday + 7 },
    ]);
  });

  it('know how long months are, leap years too', () => {
    const from = studyDayFromDate(2028, 1, 31);
    expect(spansOf(from, studyDayFromDate(2028, 3, 1), 'month').map(({ to }) => to - from)).toEqual(
      [0, 29, 30],
    );
  });
});

describe('histograms', () => {
  it('have a range though there be one value, or none', () => {
    expect(histogramOf([21], DAY_LIMITS, true)).toEqual({
      n: 1,
      edges: [21, 30],
      counts: [1],
      median: 21,
    });
    expect(histogramOf([], DAY_LIMITS, true)).toEqual({
      n: 0,
      edges: [0, 1],
      counts: [0],
      median: null,
    });
  });

  it('count a limit in the bin it begins, the last one in the last', () => {
    expect(histogramOf([0, 1, 2, 2, 9], [0, 1, 2], false).counts).toEqual([1, 4]);
  });
});

describe('a bad log', () => {
  const finite = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(finite);
  const said = (log: readonly LogEvent[], today: number, over = {}): Figures => {
    const all = figuresOf(log, CATALOGUE, aQuestion(today, over));
    expect(finite(all)).toBe(true);
    return all;
  };

  it('without a review says so', () => {
    const none = said([], 100);
    expect(none.about).toMatchObject({ cards: 5, answers: 0, first: null });
    expect(none.today.right.known).toBeNull();
    expect(none.calendar).toMatchObject({ n: 0, from: 100, to: 100, days: [], streak: 0 });
    expect(none.reviews).toMatchObject({ n: 0, bins: [] });
    expect(none.memory.recall).toMatchObject({ mean: null, byCard: 0, byNote: 0, cards: 5 });
    expect(none.due.byDay).toEqual([0]);
    expect(none.counts.fresh).toBe(5);
  });

  it('of imports without durations has answers and no time', () => {
    const { ms: _ms, ...untimed } = learns('talk/a', 100);
    const log = aLog([{ ...untimed, origin: 'anki:1:1' }, learns('talk/b/there', 100)]);
    const { today, reviews, about } = said(log, 100);
    expect(today).toMatchObject({ answers: 2, timed: 1, ms: 5000 });
    expect(reviews).toMatchObject({ n: 2, timed: 1, ms: 5000 });
    expect(about.timed).toBe(1);
  });

  it('counts an import repeated once', () => {
    const log = aLog([
      learns('talk/a', 100, { origin: 'anki:1:1' }),
      learns('talk/a', 100, { origin: 'anki:1:1' }),
    ]);
    expect(said(log, 100).today.answers).toBe(1);
  });

  it('of a clock set back has every answer on the day it was written on', () => {
    const log = aLog([learns('talk/a', 100), answer('talk/a', 90, 'good'), learns('talk/c', 90)]);
    const back = said(log, 90);
    expect(back.about).toMatchObject({ answers: 2, ahead: 1 });
    expect(back.today.answers).toBe(2);
    // Written on a day before memory last moved: no evidence of recall, so no retention.
    expect(back.retention.rows.at(-1)?.all.of).toBe(0);
    // Remembered on a day that has not come: as if it were now.
    expect(back.memory.recall.histogram).toMatchObject({ n: 2 });
    expect(back.memory.recall.histogram.counts.at(-1)).toBe(1);
    expect(said(log, 100).calendar.days.map(({ day }) => day)).toEqual([90, 100]);
  });

  it('of a clock that stood at 1970 draws no axis that far back for a period', () => {
    const log = aLog([learns('talk/a', 0), learns('talk/c', 20_000)]);
    expect(said(log, 20_000, { period: 365 }).reviews.bins).toHaveLength(1);
    expect(said(log, 20_000).reviews.bins.length).toBeLessThan(12 * 56);
  });

  it('of one card, all ratings equal, has one bar and no percentage', () => {
    const log = aLog([
      learns('talk/a', 100),
      answer('talk/a', 105, 'good', { grant: aReviewGrant(115) }),
    ]);
    const { memory, buttons } = said(log, 105);
    expect(memory.intervals).toEqual({ n: 1, edges: [10, 14], counts: [1], median: 10 });
    expect(buttons.young).toEqual({
      answers: { again: 0, hard: 0, good: 1, easy: 0 },
      right: share(1, 1),
    });
  });

  it('of retired cards alone has answers and no cards', () => {
    const retired = said(aLog([learns('gone/z', 100)]), 100);
    expect(retired.about).toMatchObject({ answers: 1, retired: { cards: 1, answers: 1 } });
    expect(retired.counts).toMatchObject({ n: 5, fresh: 5 });
    expect(retired.due.n).toBe(0);
  });

  it('takes back what was undone, and counts no manual move as an answer', () => {
    const log = aLog([
      learns('talk/a', 100),
      learns('talk/c', 100),
      { type: 'set-due', card: 'talk/a', day: 100, grant: aReviewGrant(102) },
    ]);
    const undone: LogEvent = {
      type: 'undone',
      names: 'd:2',
      device: 'd',
      seq: 4,
      action: 'd:4',
      at: 101 * DAY,
      order: 101 * DAY,
      offset: 0,
      day: 101,
    };
    const { about, counts, due } = said([...log, undone], 100);
    expect(about.answers).toBe(1);
    expect(counts).toMatchObject({ young: 1, fresh: 4 });
    expect(due.byDay.slice(0, 3)).toEqual([0, 0, 1]);
  });

  it('begins a card set back to new once more', () => {
    const log = aLog([
      learns('talk/a', 100),
      { type: 'reset', card: 'talk/a', day: 101 },
      learns('talk/a', 102),
    ]);
    expect(said(log, 102).added.n).toBe(2);
    expect(said(log.slice(0, 2), 102).counts.fresh).toBe(5);
    expect(said(log.slice(0, 2), 102).memory.recall.mean).toBeNull();
  });
});

it('tells of parts before all is done, and the parts are the whole', () => {
  const parts: Part[] = [];
  const whole = figuresOf(LOG, CATALOGUE, QUESTION, { onPart: (part) => parts.push(part) });
  expect(parts.length).toBeGreaterThan(1);
  expect(Object.assign({}, ...parts)).toEqual(whole);
});
