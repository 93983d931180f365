/**
 * What ordinary reviews do until a date, when nothing is planned: on which days new cards are met,
 * and how well a card will be known. Simulated, because over months the courses a card's answers may
 * take are too many to follow.
 */
import type { Catalogue } from './catalogue.ts';
import { newCardState, type CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import type { MemoryModel } from './memory.ts';
import { afterDay, journeyOf, type Branch, type Course } from './plan/outcome.ts';
import { buildQueue, type Gathered } from './queue.ts';
import { generatorOf } from './random.ts';
import type { Settings } from './settings.ts';

/** Cards never begun, in the order they are met; none of decks from which none are met. */
export function newCardsOf(
  catalogue: Catalogue,
  states: ReadonlyMap<string, CardState>,
  { newOrder, decksWithoutNew }: Settings,
): string[] {
  return catalogue.order(newOrder).filter((card) => {
    const deckId = catalogue.card.get(card)?.deckId ?? '';
    return !decksWithoutNew.includes(deckId) && (states.get(card)?.phase ?? 'new') === 'new';
  });
}

/**
 * The study day on which each new card will be met, up to `last`: each day the first ones the queue
 * of that day would hold, were there no reviews to limit them. Deck order or shuffled, the daily
 * limit, siblings and what a concept needs first are thereby kept.
 * @param gathered of today; `fresh` here is every new card there is, in the order they are met
 */
export function introductionDays(
  gathered: Omit<Gathered, 'due' | 'learning'>,
  last: StudyDay,
  settings: Settings,
  model: MemoryModel,
  catalogue: Catalogue,
): Map<string, StudyDay> {
  const days = new Map<string, StudyDay>();
  const states = new Map(gathered.states);
  let { fresh, introduced, reviewed } = gathered;
  for (let today = gathered.today; today <= last && fresh.length > 0; today++) {
    const onDay = { today, due: [], learning: [], fresh, states, introduced, reviewed };
    const met = buildQueue(onDay, settings, model, catalogue).fresh;
    for (const card of met) {
      days.set(card, today);
      states.set(card, { ...(states.get(card) ?? newCardState(card)), phase: 'review' });
    }
    fresh = fresh.filter((card) => !met.has(card));
    introduced = 0;
    reviewed = 0;
  }
  return days;
}

/** Simulated courses of one card. */
const RUNS = 200;

/**
 * One of the ways a review may turn out, each as likely as it is.
 * @param unit 0..1
 */
function drawn(ways: readonly Branch[], unit: number): Branch {
  let below = 0;
  for (const way of ways) {
    below += way.probability;
    if (unit < below || way === ways.at(-1)) return { ...way, probability: 1 };
  }
  throw new Error('Inconsistent: a review leads nowhere');
}

/**
 * Follows a card through 200 simulated courses in which it is reviewed whenever it is due; they turn
 * out the same for the same seed.
 * @param each told of each stretch between two reviews: what is remembered, and the study day of the
 * next review; Infinity when none comes any more
 */
function eachStretch(
  state: CardState | null,
  card: string,
  introducedOn: StudyDay | null,
  course: Course,
  seed: string,
  each: (branch: Branch, next: StudyDay) => void,
): void {
  const { last } = course;
  const journey = journeyOf(state, card, course);
  const random = generatorOf(`${seed}\n${card}`);
  const first = Math.max(journey.from, introducedOn ?? journey.start.due);
  for (let run = 0; run < RUNS; run++) {
    // First draws spread evenly over the runs: most of the chance goes out of the mean.
    let unit = (run + random()) / RUNS;
    let branch: Branch = journey.start;
    for (let day = first; day <= last; day = branch.due) {
      each(branch, day);
      branch = drawn(afterDay(journey, [branch], day, true, []), unit);
      unit = random();
    }
    each(branch, Infinity);
  }
}

/**
 * Expected recall (0..1) of a card on the date of its course, if it is reviewed whenever it is due:
 * the mean of 200 simulated courses, which turn out the same for the same seed.
 * @param state null for a card never seen
 * @param introducedOn study day on which a new card is met, if it is
 */
export function recallAfterReviews(
  state: CardState | null,
  card: string,
  introducedOn: StudyDay | null,
  course: Course,
  seed: string,
): number {
  const { date, model } = course;
  let sum = 0;
  eachStretch(state, card, introducedOn, course, seed, ({ memory, moved }, next) => {
    if (!memory || next !== Infinity) return;
    sum += model.retrievability(memory.stability, Math.max(0, date - moved));
  });
  return sum / RUNS;
}

/**
 * Expected recall (0..1) of a card on each of some study days, before the reviews of that day: the
 * mean over the same courses as `recallAfterReviews`, all days read off each of them.
 * @param days ascending, none after the date of the course
 */
export function recallsAlongReviews(
  state: CardState | null,
  card: string,
  introducedOn: StudyDay | null,
  course: Course,
  seed: string,
  days: readonly StudyDay[],
): Float64Array {
  const { model } = course;
  const sums = new Float64Array(days.length);
  let place = 0;
  eachStretch(state, card, introducedOn, course, seed, ({ memory, moved }, next) => {
    for (let day = days[place]; day !== undefined && day <= next; day = days[place]) {
      if (memory) {
        const recall = model.retrievability(memory.stability, Math.max(0, day - moved));
        sums[place] = (sums[place] ?? 0) + recall;
      }
      place += 1;
    }
    if (next === Infinity) place = 0;
  });
  return sums.map((sum) => sum / RUNS);
}
