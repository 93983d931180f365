/**
 * What becomes of one card until a discussion, when it is reviewed on certain study days beside its
 * ordinary reviews: every course its answers may take is followed, each with its probability.
 * The model, and what it leaves out: docs/plan.md.
 */
import type { CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { RATINGS, type Rating } from '../event.ts';
import type { Memory, MemoryModel } from '../memory.ts';
import type { Settings } from '../settings.ts';

/** What all cards have in common on the way to a discussion. */
export interface Course {
  readonly today: StudyDay;
  /** Study day of the discussion, today or later. */
  readonly date: StudyDay;
  /** Last study day on which anything is reviewed: the day before the date, or the date itself. */
  readonly last: StudyDay;
  readonly model: MemoryModel;
  readonly settings: Pick<Settings, 'learningSteps' | 'relearningSteps' | 'maximumInterval'>;
  /** Desired retention (0..1) in force for a card. */
  readonly desired: (card: string) => number;
  /** Shares (sum 1) of the learner's own first ratings; null until there are enough. */
  readonly firstRatings: Readonly<Record<Rating, number>> | null;
}

export interface Outcome {
  /** Expected recall on the date, 0..1. */
  readonly recall: number;
  /** Expected stability (days) at the end; unseen counts 0. */
  readonly stability: number;
  /** Expected presses on each day of the window, today first, ordinary reviews included. */
  readonly presses: readonly number[];
}

/** One course a card's answers may have taken so far. */
export interface Branch {
  readonly probability: number;
  /** Null while the card is new. */
  readonly memory: Memory | null;
  /** Study day on which memory last moved. */
  readonly moved: StudyDay;
  /** Infinite while the card is new: only a plan begins it. */
  readonly due: StudyDay;
}

/** One card on its way. */
export interface Journey {
  readonly course: Course;
  readonly desired: number;
  /** First study day on which it can be reviewed. */
  readonly from: StudyDay;
  readonly start: Branch;
}

/** @param state null for a card never seen */
export function journeyOf(state: CardState | null, card: string, course: Course): Journey {
  const { today } = course;
  const memory = state?.memory ?? null;
  const moved = state?.memoryDay ?? today;
  const isDone = memory !== null && state?.phase === 'review' && moved >= today;
  const from = Math.max(today, state?.buriedUntil ?? today, isDone ? moved + 1 : today);
  // Steps are shorter than a day: what waits on one is due today.
  const due = memory === null ? Infinity : (state?.dueDay ?? today);
  const start = { probability: 1, memory, moved, due };
  return { course, desired: course.desired(card), from, start };
}

/** The branch a review on `day` leads into. */
function reviewed(journey: Journey, day: StudyDay, memory: Memory, probability: number): Branch {
  const { model, settings } = journey.course;
  const days = Math.round(model.interval(memory.stability, journey.desired));
  const due = day + Math.max(1, Math.min(settings.maximumInterval, days));
  return { probability, memory, moved: day, due };
}

/** Presses until a new card first rated so has left the learning steps. */
function pressesToLearn(first: Rating, steps: number): number {
  if (steps === 0 || first === 'easy') return 1;
  return first === 'good' ? steps : steps + 1;
}

/** Begins a new card: its first rating, then its steps passed. Returns the expected presses. */
function begin(journey: Journey, day: StudyDay, probability: number, into: Branch[]): number {
  const { model, settings, firstRatings } = journey.course;
  let expected = 0;
  for (const first of RATINGS) {
    const share = firstRatings ? firstRatings[first] : Number(first === 'good');
    if (share === 0) continue;
    const presses = pressesToLearn(first, settings.learningSteps.length);
    let memory = model.next(null, 0, first);
    for (let press = 1; press < presses; press++) memory = model.next(memory, 0, 'good');
    into.push(reviewed(journey, day, memory, probability * share));
    expected += share * presses;
  }
  return probability * expected;
}

/**
 * Reviews a card: passed as good with its recall of that day, else again and, with relearning steps,
 * one pass the same day. Returns the expected presses.
 */
function review(journey: Journey, day: StudyDay, branch: Branch, into: Branch[]): number {
  const { probability, memory, moved } = branch;
  if (memory === null) return begin(journey, day, probability, into);
  const { model, settings } = journey.course;
  const elapsed = Math.max(0, day - moved);
  const passed = model.retrievability(memory.stability, elapsed);
  into.push(reviewed(journey, day, model.next(memory, elapsed, 'good'), probability * passed));
  if (passed === 1) return probability;
  const isRelearnt = settings.relearningSteps.length > 0;
  const lapsed = model.next(memory, elapsed, 'again');
  const after = isRelearnt ? model.next(lapsed, 0, 'good') : lapsed;
  into.push(reviewed(journey, day, after, probability * (1 - passed)));
  return probability * (isRelearnt ? 2 - passed : 1);
}

/**
 * Branches less likely than this go on as one with others that were reviewed on the same day, fall due
 * on the same day and are about as stable (within a factor of e): their number stays small, and a
 * card's recall moves by less than 1e-3, on average by some 1e-5.
 */
const UNLIKELY = 1e-3;

/** Two branches reviewed and due on the same days as one, of their mean memory (stability: of logs). */
function joined(one: Branch, other: Branch): Branch {
  if (!one.memory || !other.memory) return one;
  const probability = one.probability + other.probability;
  const share = other.probability / probability;
  const { stability, difficulty } = one.memory;
  const memory = {
    stability: stability * Math.pow(other.memory.stability / stability, share),
    difficulty: difficulty + (other.memory.difficulty - difficulty) * share,
  };
  return { ...one, probability, memory };
}

/** Stabilities from 0.001 to 36,500 days come to fewer steps than this. */
const STEPS = 64;

/** One number for all branches that may go on as one: when it is due, and its stability in steps. */
function likenessOf({ due, memory }: Branch): number {
  return due * STEPS + Math.floor(8 + Math.log(memory?.stability ?? 1));
}

/** Branches of one day's reviews, the unlikely ones joined. */
function withUnlikelyJoined(branches: readonly Branch[]): readonly Branch[] {
  if (branches.every(({ probability }) => probability >= UNLIKELY)) return branches;
  const kept: Branch[] = [];
  const unlikely = new Map<number, Branch>();
  for (const branch of branches) {
    if (branch.probability >= UNLIKELY) {
      kept.push(branch);
      continue;
    }
    const likeness = likenessOf(branch);
    const other = unlikely.get(likeness);
    unlikely.set(likeness, other ? joined(other, branch) : branch);
  }
  kept.push(...unlikely.values());
  return kept;
}

/**
 * The branches after a study day. Each is reviewed when the day is planned or the branch is due.
 * @param presses expected presses per day of the window; the day's are added
 */
export function afterDay(
  journey: Journey,
  branches: readonly Branch[],
  day: StudyDay,
  isPlanned: boolean,
  presses: number[],
): readonly Branch[] {
  if (day < journey.from) return branches;
  if (!isPlanned && branches.every(({ due }) => due > day)) return branches;
  const waiting: Branch[] = [];
  const answered: Branch[] = [];
  let pressed = 0;
  for (const branch of branches) {
    if (isPlanned || branch.due <= day) pressed += review(journey, day, branch, answered);
    else waiting.push(branch);
  }
  presses[day - journey.course.today] = pressed;
  return [...waiting, ...withUnlikelyJoined(answered)];
}

/** Expected recall (0..1) on a study day, counted in whole study days since memory last moved. */
function recallOn(day: StudyDay, branches: readonly Branch[], model: MemoryModel): number {
  let recall = 0;
  for (const { probability, memory, moved } of branches) {
    if (!memory) continue;
    recall += probability * model.retrievability(memory.stability, Math.max(0, day - moved));
  }
  return Math.min(1, recall);
}

/** What branches at the end of the window come to. */
export function outcomeOfBranches(
  branches: readonly Branch[],
  presses: readonly number[],
  { date, model }: Course,
): Outcome {
  let stability = 0;
  for (const branch of branches) stability += branch.probability * (branch.memory?.stability ?? 0);
  return { recall: recallOn(date, branches, model), stability, presses };
}

/** No presses yet, for each day of the window. */
export function noPresses({ today, last }: Course): number[] {
  return Array.from({ length: Math.max(0, last - today + 1) }, () => 0);
}

/**
 * What a card comes to under a plan.
 * @param state null for a card never seen
 * @param planned study days; those outside the window, or on which it can't be reviewed, do nothing
 */
export function outcomeOf(
  state: CardState | null,
  card: string,
  planned: readonly StudyDay[],
  course: Course,
): Outcome {
  const journey = journeyOf(state, card, course);
  const presses = noPresses(course);
  let branches: readonly Branch[] = [journey.start];
  for (let day = course.today; day <= course.last; day++) {
    branches = afterDay(journey, branches, day, planned.includes(day), presses);
  }
  return outcomeOfBranches(branches, presses, course);
}

/**
 * Expected recall (0..1) at the end of each study day from today to the date; the last is that of
 * the outcome. Parameters as of `outcomeOf`.
 */
export function recallByDay(
  state: CardState | null,
  card: string,
  planned: readonly StudyDay[],
  course: Course,
): number[] {
  const journey = journeyOf(state, card, course);
  const presses = noPresses(course);
  const recalls: number[] = [];
  let branches: readonly Branch[] = [journey.start];
  for (let day = course.today; day <= course.date; day++) {
    if (day <= course.last) {
      branches = afterDay(journey, branches, day, planned.includes(day), presses);
    }
    recalls.push(recallOn(day, branches, course.model));
  }
  return recalls;
}
