/** What a plan may do with one card: the sets of study days it can be reviewed on, each followed. */
import type { CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { unitOf } from '../random.ts';
import {
  afterDay,
  journeyOf,
  noPresses,
  outcomeOfBranches,
  type Branch,
  type Course,
  type Journey,
  type Outcome,
} from './outcome.ts';

export interface Option extends Outcome {
  /** Planned study days, ascending. */
  readonly days: readonly StudyDay[];
  /** Day of the window (0 is today) on which a new card is begun; null when none is. */
  readonly introducedOn: number | null;
}

/** A window of so many days is a candidate whole. */
const SHORT = 10;

/**
 * Of a longer one each card has so many of its last days, where each day tells, and so many of the days
 * before them: the fewer, the longer the window, since every set takes longer to follow there.
 */
const CANDIDATES = [
  { upTo: 30, early: 4, late: 4 },
  { upTo: 90, early: 3, late: 3 },
  { upTo: Infinity, early: 2, late: 3 },
] as const;

/**
 * The days a card may be planned on: all, or the last ones and some of those before, which ones
 * depending on the card, so that the cards together may stand on every day.
 */
function candidateDays({ course, from }: Journey, card: string): StudyDay[] {
  const { last } = course;
  const count = Math.max(0, last - from + 1);
  const some = count <= SHORT ? undefined : CANDIDATES.find(({ upTo }) => count <= upTo);
  if (!some) return Array.from({ length: count }, (_, i) => from + i);
  const { early, late } = some;
  const stride = (count - late) / early;
  const shift = unitOf(`plan ${card}`);
  return [
    ...Array.from({ length: early }, (_, i) => from + Math.floor((i + shift) * stride)),
    ...Array.from({ length: late }, (_, i) => last - late + 1 + i),
  ];
}

/** Whether `other` is as good in everything that counts. */
function isDominated(option: Option, other: Option): boolean {
  return (
    other.recall >= option.recall &&
    other.stability >= option.stability &&
    (other.introducedOn === null || other.introducedOn === option.introducedOn) &&
    other.presses.every((presses, day) => presses <= (option.presses[day] ?? 0))
  );
}

/** The first option, and of the others those no kept one dominates. */
function undominated(options: readonly Option[]): Option[] {
  const [nothing, ...planned] = options;
  if (!nothing) return [];
  const kept = [nothing];
  // The best first, and of equals the one with fewer days: what comes later dominates nothing kept.
  for (const option of planned.toSorted(
    (a, b) => b.recall - a.recall || b.stability - a.stability || a.days.length - b.days.length,
  )) {
    if (!kept.some((other) => isDominated(option, other))) kept.push(option);
  }
  return kept;
}

/**
 * What may be done with a card: first nothing, then every set of 1 to `most` of its candidate days
 * that no other set makes pointless.
 * @param state null for a card never seen
 * @param isToday whether it is planned today, where that is decided: then it is in every set, nothing
 * more included, or in none
 */
export function optionsFor(
  state: CardState | null,
  card: string,
  course: Course,
  most: number,
  isToday: boolean | null = null,
): Option[] {
  const { today } = course;
  const journey = journeyOf(state, card, course);
  const candidates = new Set(candidateDays(journey, card));
  if (isToday !== null) candidates.delete(today);
  const isNew = journey.start.memory === null;
  /** All sets that begin with `days`, which led to `branches` before the day `from`. */
  const startingWith = (
    days: readonly StudyDay[],
    from: StudyDay,
    branches: readonly Branch[],
    presses: number[],
  ): Option[] => {
    const longer: Option[] = [];
    let here = branches;
    for (let day = from; day <= course.last; day++) {
      if (days.length < most && candidates.has(day) && here.some(({ due }) => due > day)) {
        const pressed = [...presses];
        const after = afterDay(journey, here, day, true, pressed);
        longer.push(...startingWith([...days, day], day + 1, after, pressed));
      }
      here = afterDay(journey, here, day, false, presses);
    }
    const introducedOn = isNew && days[0] !== undefined ? days[0] - course.today : null;
    return [{ ...outcomeOfBranches(here, presses, course), days, introducedOn }, ...longer];
  };
  const presses = noPresses(course);
  const { start, from } = journey;
  if (isToday !== true || from > today || start.due <= today || today > course.last) {
    return undominated(startingWith([], today, [start], presses));
  }
  const after = afterDay(journey, [start], today, true, presses);
  return undominated(startingWith([today], today + 1, after, presses));
}
