/**
 * What a desired retention costs and what it holds: a year of study, simulated for each of several, so
 * that one can be chosen with open eyes. None of them is called the best: that depends on what a minute
 * and a card are worth, which nobody but the learner knows.
 *
 * Of every card the answers are drawn with the recall the model gives; it is reviewed on the day it
 * falls due (somewhere within its fuzz), however many fall due then. New cards are begun in order at
 * the daily limit. Left out: load balancing, easy days, siblings, the limit on reviews, what a concept
 * needs first.
 */
import type { Catalogue } from './catalogue.ts';
import type { CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import { RATINGS, type Rating } from './event.ts';
import { boundedRange } from './fuzz.ts';
import type { Habits } from './habits.ts';
import type { Memory, MemoryModel } from './memory.ts';
import { generatorOf } from './random.ts';
import { desiredRetentionOf, type Settings } from './settings.ts';

/** Study days simulated. */
export const YEAR = 365;

/** Desired retentions held against each other; the one in force is put among them. */
export const CHOICES: readonly number[] = [
  0.7, 0.73, 0.76, 0.79, 0.82, 0.85, 0.88, 0.91, 0.94, 0.97,
];

/** The days on which what is held is taken: every fifteenth of the last 90. */
const LOOKED_AT: readonly number[] = [275, 290, 305, 320, 335, 350, 365];

/** Courses simulated for each choice: of few cards each is followed often, of many some are. */
const COURSES = 4000;

export interface WorkloadPoint {
  /** 0..1 */
  readonly desired: number;
  /** Presses a day, mean of the year. */
  readonly reviews: number;
  /** Minutes a day, mean of the year. */
  readonly minutes: number;
  /**
   * Sum of the recall of all cards, as many as would be recalled: the mean of the last months, as on
   * any one day many cards learnt together may stand right before their reviews.
   */
  readonly held: number;
}

export interface Workload {
  /** By rising desired retention. */
  readonly points: readonly WorkloadPoint[];
  /** The one in force. */
  readonly now: number;
  /** Cards begun by the end of the year, and how many of them are not begun yet. */
  readonly cards: number;
  readonly fresh: number;
}

/** What is known when a year is simulated. */
export interface Year {
  readonly states: ReadonlyMap<string, CardState>;
  readonly settings: Settings;
  readonly model: MemoryModel;
  readonly catalogue: Catalogue;
  readonly habits: Habits;
  readonly today: StudyDay;
  /** Cards begun today already. */
  readonly introduced: number;
}

/** A card that is, or will be, studied; days count from today. */
interface Studied {
  readonly card: string;
  readonly deckId: string;
  readonly memory: Memory | null;
  /** When memory last moved: 0 or before. */
  readonly moved: number;
  /** First day on which it is reviewed, 0 or later. */
  readonly due: number;
}

function begunCards({ states, catalogue, today }: Year): Studied[] {
  return [...states.values()].flatMap(({ card, suspended, memory, memoryDay, dueDay, phase }) => {
    const known = catalogue.card.get(card);
    if (!known || suspended || !memory || memoryDay === null || phase === 'new') return [];
    const due = Math.max(0, (dueDay ?? today) - today);
    const moved = Math.min(0, memoryDay - today);
    return [
      { card, deckId: known.deckId, memory, moved, due: moved === 0 ? Math.max(1, due) : due },
    ];
  });
}

function freshCards({ states, catalogue, settings, introduced }: Year): Studied[] {
  const { newPerDay, decksWithoutNew, newOrder } = settings;
  if (newPerDay === 0) return [];
  const today = Math.max(0, newPerDay - introduced);
  const waiting = catalogue.order(newOrder).flatMap((card) => {
    const state = states.get(card);
    const deckId = catalogue.card.get(card)?.deckId ?? '';
    const isNew = !state || (state.phase === 'new' && !state.suspended);
    return isNew && !decksWithoutNew.includes(deckId) ? [{ card, deckId }] : [];
  });
  return waiting
    .map(({ card, deckId }, place) => {
      const due = place < today ? 0 : 1 + Math.floor((place - today) / newPerDay);
      return { card, deckId, memory: null, moved: due, due };
    })
    .filter(({ due }) => due < YEAR);
}

/** One of the keys of `shares`, as likely as it says. @param unit 0..1 */
function drawn<K extends Rating>(
  shares: Readonly<Record<K, number>>,
  keys: readonly K[],
  unit: number,
  last: K,
): K {
  let below = 0;
  for (const key of keys) {
    below += shares[key];
    if (unit < below) return key;
  }
  return last;
}

const PASSES = ['hard', 'good', 'easy'] as const;

/** Sums of many courses. */
interface Sums {
  presses: number;
  ms: number;
  held: number;
}

/** Follows one card through the year, and adds what it costs and what is left of it. */
function follow(
  studied: Studied,
  desired: number,
  year: Year,
  random: () => number,
  sums: Sums,
): void {
  const { model, settings, habits } = year;
  let { memory, moved } = studied;
  const press = (rating: Rating, elapsed: number) => {
    memory = model.next(memory, elapsed, rating);
    sums.presses += 1;
    sums.ms += rating === 'again' ? habits.again : habits.pass;
  };
  let day = studied.due;
  let looked = 0;
  /** Takes what is held on the days looked at up to `to`, on which nothing was answered. */
  const look = (to: number) => {
    for (; (LOOKED_AT[looked] ?? Infinity) <= to; looked++) {
      const elapsed = (LOOKED_AT[looked] ?? 0) - moved;
      if (memory) sums.held += model.retrievability(memory.stability, elapsed) / LOOKED_AT.length;
    }
  };
  while (day < YEAR) {
    look(day - 1);
    const before: Memory | null = memory;
    let steps = settings.relearningSteps.length;
    let rating: Rating = 'good';
    if (before === null) {
      steps = settings.learningSteps.length;
      if (habits.firstRatings) rating = drawn(habits.firstRatings, RATINGS, random(), 'good');
    } else {
      const recall = model.retrievability(before.stability, day - moved);
      const isRecalled = random() < recall;
      const unit = random();
      if (!isRecalled) rating = 'again';
      else if (habits.passRatings) rating = drawn(habits.passRatings, PASSES, unit, 'good');
    }
    press(rating, before === null ? 0 : day - moved);
    moved = day;
    // Steps of the same day: a new card passes those it has left, a lapse all of relearning.
    const isStepped = before === null ? rating !== 'easy' : rating === 'again';
    const left = isStepped ? (before === null && rating === 'good' ? steps - 1 : steps) : 0;
    for (let step = 0; step < left; step++) press('good', 0);
    const interval = model.interval(memory?.stability ?? 1, desired);
    const { low, high } = boundedRange(interval, 1, settings.maximumInterval);
    day += Math.max(1, low + Math.floor(random() * (high - low + 1)));
  }
  look(YEAR);
}

function pointAt(desired: number, cards: readonly Studied[], year: Year): WorkloadPoint {
  const runs = Math.max(1, Math.ceil(COURSES / Math.max(1, cards.length)));
  const every = Math.max(1, Math.floor(cards.length / COURSES));
  const settings = { ...year.settings, desiredRetention: desired };
  const sums = { presses: 0, ms: 0, held: 0 };
  let followed = 0;
  for (let place = 0; place < cards.length; place += every) {
    const studied = cards[place];
    if (!studied) continue;
    const own = desiredRetentionOf(settings, studied.deckId);
    for (let run = 0; run < runs; run++) {
      // The same luck for every choice: they differ by what was chosen alone.
      follow(studied, own, year, generatorOf(`workload ${studied.card} ${run}`), sums);
      followed += 1;
    }
  }
  const each = followed === 0 ? 0 : cards.length / followed;
  return {
    desired,
    reviews: (sums.presses * each) / YEAR,
    minutes: (sums.ms * each) / YEAR / 60_000,
    held: sums.held * each,
  };
}

/** @param choices desired retentions (0..1) to hold against the one in force */
export function workload(year: Year, choices: readonly number[] = CHOICES): Workload {
  const fresh = freshCards(year);
  const cards = [...begunCards(year), ...fresh];
  const now = year.settings.desiredRetention;
  const desired = [...new Set([...choices, now])].toSorted((a, b) => a - b);
  return {
    points: desired.map((one) => pointAt(one, cards, year)),
    now,
    cards: cards.length,
    fresh: fresh.length,
  };
}
