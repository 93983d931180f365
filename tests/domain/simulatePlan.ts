/**
 * One card under a plan, played day by day with a coin, again and again. Written from the model's
 * words and from nothing of `src/domain/plan`, which it is there to hold.
 */
import type { CardState } from '../../src/domain/cardState.ts';
import type { StudyDay } from '../../src/domain/day.ts';
import { RATINGS, type Rating } from '../../src/domain/event.ts';
import type { Memory } from '../../src/domain/memory.ts';
import type { Course } from '../../src/domain/plan/outcome.ts';

/** A mean over runs, and its standard error: a thing never seen may still happen once in a run more. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}

export interface Simulated {
  /** Probability (0..1) of recall on the date. */
  readonly recall: Mean;
  /** Share (0..1) of runs in which a last coin said that the card was recalled. */
  readonly recalled: number;
  /** Days, at the end. */
  readonly stability: Mean;
  /** By day of the window. */
  readonly presses: readonly Mean[];
}

/** The card on the morning of a day, after what the coins said till then. */
interface Morning {
  readonly day: StudyDay;
  readonly memory: Memory | null;
  readonly reviewedOn: StudyDay | null;
  readonly due: StudyDay | null;
  readonly presses: readonly number[];
  /** What the day may bring; found when a run first gets here. */
  ways?: readonly Way[];
  /** How many ended here. */
  runs: number;
}

interface Way {
  readonly chance: number;
  readonly to: Morning;
}

interface Story {
  readonly state: CardState | null;
  readonly card: string;
  readonly planned: ReadonlySet<StudyDay>;
  readonly course: Course;
}

function firstMorning({ state, course }: Story): Morning {
  const due = {
    new: null,
    learning: course.today,
    relearning: course.today,
    review: state?.dueDay,
  };
  return {
    day: course.today,
    memory: state?.memory ?? null,
    reviewedOn: state?.memoryDay ?? null,
    due: due[state?.phase ?? 'new'] ?? null,
    presses: [],
    runs: 0,
  };
}

function isStudied({ state, planned, course }: Story, { day, memory, due }: Morning): boolean {
  if (day < (state?.buriedUntil ?? day)) return false;
  if (state?.phase === 'review' && day === course.today && state.memoryDay === day) return false;
  return planned.has(day) || (memory !== null && due !== null && due <= day);
}

/** The next morning, with `memory` after so many presses today. */
function reviewed(story: Story, morning: Morning, memory: Memory, presses: number): Morning {
  const { model, settings, desired } = story.course;
  const interval = Math.round(model.interval(memory.stability, desired(story.card)));
  const { day } = morning;
  return {
    day: day + 1,
    memory,
    reviewedOn: day,
    due: day + Math.max(1, Math.min(settings.maximumInterval, interval)),
    presses: [...morning.presses, presses],
    runs: 0,
  };
}

function begun(story: Story, morning: Morning, rating: Rating): Morning {
  const { model, settings } = story.course;
  const steps = settings.learningSteps.length;
  const needed = { easy: 1, good: steps, again: steps + 1, hard: steps + 1 };
  const presses = steps === 0 ? 1 : needed[rating];
  let memory = model.next(null, 0, rating);
  for (let press = 2; press <= presses; press++) memory = model.next(memory, 0, 'good');
  return reviewed(story, morning, memory, presses);
}

function waysFrom(story: Story, morning: Morning): Way[] {
  const { model, settings, firstRatings } = story.course;
  const { day, memory } = morning;
  if (!isStudied(story, morning)) {
    const to = { ...morning, day: day + 1, presses: [...morning.presses, 0], runs: 0 };
    return [{ chance: 1, to }];
  }
  if (!memory) {
    const shares = firstRatings ?? { again: 0, hard: 0, good: 1, easy: 0 };
    return RATINGS.map((rating) => ({
      chance: shares[rating],
      to: begun(story, morning, rating),
    }));
  }
  const elapsed = day - (morning.reviewedOn ?? day);
  const chance = model.retrievability(memory.stability, elapsed);
  const good = model.next(memory, elapsed, 'good');
  const again = model.next(memory, elapsed, 'again');
  const failed =
    settings.relearningSteps.length === 0
      ? reviewed(story, morning, again, 1)
      : reviewed(story, morning, model.next(again, 0, 'good'), 2);
  return [
    { chance, to: reviewed(story, morning, good, 1) },
    { chance: 1 - chance, to: failed },
  ];
}

function taken(ways: readonly Way[], random: () => number): Morning {
  const [first] = ways;
  if (first && first.chance >= 1) return first.to;
  let left = random();
  const way = ways.find(({ chance }) => (left -= chance) < 0) ?? first;
  if (!way) throw new Error('Inconsistent: a day without a way on');
  return way.to;
}

function recallOn(date: StudyDay, { memory, reviewedOn }: Morning, { model }: Course): number {
  return memory ? model.retrievability(memory.stability, date - (reviewedOn ?? date)) : 0;
}

function meanOf(ends: readonly Morning[], valueOf: (end: Morning) => number): Mean {
  let [runs, sum, squares] = [0, 0, 0];
  for (const end of ends) {
    const value = valueOf(end);
    runs += end.runs;
    sum += end.runs * value;
    squares += end.runs * value * value;
  }
  const mean = sum / runs;
  const variance = Math.max(0, squares / runs - mean * mean);
  return { mean, error: Math.sqrt((variance + 1 / runs) / runs) };
}

/**
 * @param planned study days on which the plan asks for the card
 * @param random numbers in [0, 1)
 */
export function simulateCard(
  state: CardState | null,
  card: string,
  planned: readonly StudyDay[],
  course: Course,
  runs: number,
  random: () => number,
): Simulated {
  const story = { state, card, planned: new Set(planned), course };
  const { date, last, today } = course;
  const start = firstMorning(story);
  const ends = new Set<Morning>();
  let recalled = 0;
  for (let run = 0; run < runs; run++) {
    let at = start;
    while (at.day <= last) at = taken((at.ways ??= waysFrom(story, at)), random);
    at.runs += 1;
    ends.add(at);
    if (random() < recallOn(date, at, course)) recalled += 1;
  }
  const all = [...ends];
  const window = Array.from({ length: last - today + 1 }, (_, day) => day);
  return {
    recall: meanOf(all, (end) => recallOn(date, end, course)),
    recalled: recalled / runs,
    stability: meanOf(all, ({ memory }) => memory?.stability ?? 0),
    presses: window.map((day) => meanOf(all, ({ presses }) => presses[day] ?? 0)),
  };
}
