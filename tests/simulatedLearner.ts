/**
 * A learner whose memory is known: recall follows true weights, while the scheduler believes in others.
 * Written as the app would write it: what was predicted, what was granted, same-day steps.
 */
import type { Answer, LogEvent, Rating } from '../src/domain/event.ts';
import { foldColumns } from '../src/domain/foldColumns.ts';
import { historiesOf, type Histories } from '../src/domain/calibration/histories.ts';
import { createModel, type Memory, type MemoryModel } from '../src/domain/memory.ts';
import { generatorOf } from '../src/domain/random.ts';
import { packTail, readColumns, type Columns } from '../src/domain/replayColumns.ts';
import { undoneActions } from '../src/domain/replay.ts';
import { aReviewGrant, DAY, HOUR } from './builders.ts';

export interface Learner {
  readonly seed: string;
  readonly cards: number;
  readonly days: number;
  /** Cards begun on each day until there are none. */
  readonly perDay: number;
  /** What memory is truly like. */
  readonly truth: MemoryModel;
  /** What the scheduler believes. */
  readonly belief: MemoryModel;
  readonly desired?: number;
  /** The true recall, from what the true model says of a card and what is believed. */
  readonly bend?: (truth: number, believed: number, card: number) => number;
}

interface Course {
  truth: Memory;
  belief: Memory;
  day: number;
  due: number;
}

const FIRST_DAY = 20_000;

function firstRating(unit: number): Rating {
  if (unit < 0.2) return 'again';
  if (unit < 0.35) return 'hard';
  return unit < 0.9 ? 'good' : 'easy';
}

function passRating(unit: number): Rating {
  if (unit < 0.12) return 'hard';
  return unit < 0.9 ? 'good' : 'easy';
}

/** The learner's log, in order. Cards are called `talk/n<number>`. */
export function logOfLearner(learner: Learner): LogEvent[] {
  const { seed, cards, days, perDay, truth, belief, desired = 0.9 } = learner;
  const { bend = (recall: number) => recall } = learner;
  const random = generatorOf(seed);
  const log: LogEvent[] = [];
  const courses = new Map<number, Course>();
  let begun = 0;
  const write = (card: number, day: number, rating: Rating, over: Partial<Answer>) => {
    const seq = log.length + 1;
    const at = day * DAY + 8 * HOUR + (seq % 40_000) * 100;
    const answer: Answer = {
      type: 'reviewed',
      device: 'd',
      seq,
      at,
      order: Math.max(at, (log.at(-1)?.order ?? 0) + 1),
      offset: 0,
      day,
      action: `d:${seq}`,
      card: `talk/n${card}`,
      rating,
      ms: 4000,
      mode: 'review',
      how: 'self',
      ...over,
    };
    log.push(answer);
  };
  const dueAfter = (memory: Memory, day: number) => {
    const interval = belief.interval(memory.stability, desired) * (0.95 + 0.1 * random());
    return day + Math.max(1, Math.round(interval));
  };
  for (let day = FIRST_DAY; day < FIRST_DAY + days; day++) {
    for (const [card, course] of courses) {
      if (course.due > day) continue;
      const elapsed = day - course.day;
      const believed = belief.retrievability(course.belief.stability, elapsed);
      const recall = bend(truth.retrievability(course.truth.stability, elapsed), believed, card);
      const rating = random() < recall ? passRating(random()) : 'again';
      course.truth = truth.next(course.truth, elapsed, rating);
      course.belief = belief.next(course.belief, elapsed, rating);
      course.day = day;
      course.due = dueAfter(course.belief, day);
      const predicted = Math.round(believed * 1e6) / 1e6;
      write(card, day, rating, { predicted, grant: aReviewGrant(course.due) });
    }
    for (let i = 0; i < perDay && begun < cards; i++, begun++) {
      const rating = firstRating(random());
      const course: Course = {
        truth: truth.next(null, 0, rating),
        belief: belief.next(null, 0, rating),
        day,
        due: 0,
      };
      const again = rating === 'again' || rating === 'hard';
      course.due = again ? day : dueAfter(course.belief, day);
      write(begun, day, rating, {
        grant: again ? { phase: 'learning', step: 0, dueAt: 0 } : aReviewGrant(course.due),
      });
      if (again) {
        course.truth = truth.next(course.truth, 0, 'good');
        course.belief = belief.next(course.belief, 0, 'good');
        course.due = dueAfter(course.belief, day);
        write(begun, day, 'good', { grant: aReviewGrant(course.due) });
      }
      courses.set(begun, course);
    }
  }
  return log;
}

/** A log as the columns that the statistics read. */
export function columnsOf(log: readonly LogEvent[], currentId = (card: string) => card): Columns {
  return readColumns([], packTail(log), undoneActions(log), currentId);
}

const DEFAULT = createModel();

export const historiesIn = (log: readonly LogEvent[], model = DEFAULT): Histories =>
  historiesOf(columnsOf(log), model);

/** Cards as they stand after a log. */
export const statesIn = (log: readonly LogEvent[], model = DEFAULT) =>
  foldColumns(columnsOf(log), model).states;
