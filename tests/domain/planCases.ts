/** Cards as a learner has them, drawn from seeds, and small problems of planning made of them. */
import { newCardState, type CardState } from '../../src/domain/cardState.ts';
import type { StudyDay } from '../../src/domain/day.ts';
import { createModel } from '../../src/domain/memory.ts';
import { optionsFor, type Option } from '../../src/domain/plan/options.ts';
import type { Course } from '../../src/domain/plan/outcome.ts';
import type { Plan, Problem } from '../../src/domain/plan/solve.ts';
import { unitOf } from '../../src/domain/random.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';

const DAY = 86_400_000;
const DESIRED = 0.9;

/** Numbers in [0, 1), one after another, that depend on nothing but `seed`. */
export function drawsOf(seed: string): () => number {
  let drawn = 0;
  return () => unitOf(`${seed} ${drawn++}`);
}

const within = (low: number, high: number, draw: () => number) =>
  low + Math.floor(draw() * (high - low + 1));

function oneOf<T>(items: readonly T[], draw: () => number): T {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error('Inconsistent: nothing to choose from');
  return item;
}

/** `days` to plan for, up to the eve of the date. */
export function aCourse(days: number, over: Partial<Course> = {}): Course {
  const today = over.today ?? 100;
  return {
    today,
    date: today + days,
    last: today + days - 1,
    model: createModel(),
    settings: DEFAULT_SETTINGS,
    desired: () => DESIRED,
    firstRatings: null,
    ...over,
  };
}

/**
 * A card begun once and reviewed a few times about when it was due: young or mature, due or not,
 * sometimes long overdue.
 */
export function aSeenCard(
  card: string,
  { today, model }: Course,
  draw: () => number,
): CardState & { readonly memoryDay: StudyDay } {
  let memory = model.next(null, 0, oneOf(['again', 'hard', 'good', 'good', 'good', 'easy'], draw));
  memory = model.next(memory, 0, 'good');
  const reps = within(0, 5, draw);
  const intervalNow = () => Math.max(1, Math.round(model.interval(memory.stability, DESIRED)));
  for (let rep = 0; rep < reps; rep++) {
    const elapsed = Math.max(1, Math.round(intervalNow() * (0.7 + 0.8 * draw())));
    const passed = draw() < model.retrievability(memory.stability, elapsed);
    memory = model.next(memory, elapsed, passed ? 'good' : 'again');
    if (!passed) memory = model.next(memory, 0, 'good');
  }
  const interval = intervalNow();
  const memoryDay = today - Math.floor(draw() * Math.min(60, 1.4 * interval + 1));
  return {
    ...newCardState(card),
    phase: 'review',
    dueDay: memoryDay + interval,
    interval,
    memory,
    reps: reps + 2,
    memoryDay,
    memoryAt: memoryDay * DAY + DAY / 2,
    introduced: memoryDay - 1,
    answered: memoryDay,
  };
}

/** New with the probability `unseen` (0..1), now and then still in its first steps, else seen. */
export function aDrawnCard(
  card: string,
  unseen: number,
  course: Course,
  draw: () => number,
): CardState | null {
  if (draw() < unseen) return null;
  if (draw() > 0.08) return aSeenCard(card, course, draw);
  const { today, model } = course;
  return {
    ...newCardState(card),
    phase: 'learning',
    dueAt: today * DAY + DAY / 2,
    memory: model.next(null, 0, 'good'),
    reps: 1,
    memoryDay: today,
    memoryAt: today * DAY + DAY / 2,
    introduced: today,
    answered: today,
  };
}

/** The same option at one press for each planned day, ordinary reviews for nothing. */
function atUnitCost(option: Option, { today }: Course): Option {
  return {
    ...option,
    presses: option.presses.map((_, day) => (option.days.includes(today + day) ? 1 : 0)),
  };
}

/** `whole`: a press for each planned day and nothing else, as the exact solver needs it. */
type Costs = 'whole' | 'expected';

/**
 * A problem of up to so many cards and days, in concepts of one to four cards; some can be solved
 * for nothing, some cannot be solved.
 */
export function aSmallProblem(
  seed: string,
  mostCards: number,
  mostDays: number,
  costs: Costs = 'whole',
): Problem {
  const draw = drawsOf(seed);
  const cards = Math.max(within(1, mostCards, draw), within(1, mostCards, draw));
  const days = Math.max(within(1, mostDays, draw), within(1, mostDays, draw));
  const unseen = oneOf([0, 0.2, 0.4, 0.7], draw);
  const firstRatings = oneOf([null, { again: 0.2, hard: 0.1, good: 0.6, easy: 0.1 }], draw);
  const onTheDay = draw() < 0.15;
  const course = aCourse(days, { firstRatings, ...(onTheDay ? { date: 100 + days - 1 } : {}) });
  const optionsOf = (card: string) => {
    const options = optionsFor(aDrawnCard(card, unseen, course, draw), card, course, 4);
    return costs === 'whole' ? options.map((option) => atUnitCost(option, course)) : options;
  };
  const concepts: Problem['concepts'][number][] = [];
  for (let first = 0; first < cards;) {
    const size = Math.min(within(1, 4, draw), cards - first);
    const own = Array.from({ length: size }, (_, i) => `talk/${first + i}`);
    concepts.push({
      concept: `talk/concept-${concepts.length}`,
      cards: own.map((card) => ({ card, options: optionsOf(card) })),
    });
    first += size;
  }
  const most = within(1, costs === 'whole' ? 3 : 6, draw);
  const newLimit = draw() < 0.25 ? 1 : 3;
  const capacity = Array.from({ length: days }, () => (draw() < 0.2 ? within(0, 3, draw) : most));
  const limits = Array.from({ length: days }, () => (draw() < 0.1 ? 0 : newLimit));
  const target = oneOf([0.85, 0.9, 0.92, 0.94, 0.96], draw);
  return { concepts, target, capacity, newLimit: limits };
}

/** So much (presses, recall) may be lost in sums. */
export const TOLERANCE = 1e-6;

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What is wrong with a plan of a problem, whoever made it: in words, none when all is right. */
export function faultsOf(plan: Plan, problem: Problem): string[] {
  const faults: string[] = [];
  const hold = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault);
  };
  const isNear = (one: number, other: number) => Math.abs(one - other) <= TOLERANCE;
  const cards = problem.concepts.flatMap((concept) => concept.cards);
  const used = problem.capacity.map(() => 0);
  const ordinary = problem.capacity.map(() => 0);
  const begun = problem.newLimit.map(() => 0);
  for (const { card, options } of cards) {
    const option = plan.chosen.get(card);
    if (!option || !options.includes(option)) return [`${card} has no option of its own`];
    for (const [day, presses] of option.presses.entries()) used[day] = (used[day] ?? 0) + presses;
    for (const [day, presses] of (options[0]?.presses ?? []).entries())
      ordinary[day] = (ordinary[day] ?? 0) + presses;
    const { introducedOn: on } = option;
    if (on !== null) begun[on] = (begun[on] ?? 0) + 1;
  }
  for (const [day, capacity] of problem.capacity.entries()) {
    const room = Math.max(capacity, ordinary[day] ?? 0);
    hold((used[day] ?? 0) <= room + TOLERANCE, `day ${day} takes ${used[day]} of ${room}`);
    const limit = problem.newLimit[day] ?? 0;
    hold((begun[day] ?? 0) <= limit, `day ${day} begins ${begun[day]} of ${limit}`);
  }
  const cost = total(used) - total(ordinary);
  hold(isNear(plan.cost, cost), `costs ${cost}, not ${plan.cost}`);
  const shortfalls = problem.concepts.map(({ concept, cards: own }) => {
    const recall = total(own.map(({ card }) => plan.chosen.get(card)?.recall ?? 0)) / own.length;
    const said = plan.recall.get(concept) ?? NaN;
    hold(isNear(said, recall), `${concept} reaches ${recall}, not ${said}`);
    return problem.target - recall;
  });
  const short = Math.max(0, ...shortfalls);
  hold(isNear(plan.shortfall, short), `falls short by ${short}, not ${plan.shortfall}`);
  hold(plan.isReached ? short <= TOLERANCE : short > 0, `is reached or not: ${plan.isReached}`);
  if (plan.isReached) {
    const slack = Math.max(1, 0.05 * plan.least);
    hold(plan.bound <= plan.least + TOLERANCE, `bound ${plan.bound} above ${plan.least}`);
    hold(plan.least <= plan.cost + TOLERANCE, `costs ${plan.cost}, less than ${plan.least}`);
    hold(plan.cost <= plan.least + slack + TOLERANCE, `costs ${plan.cost} for ${plan.least}`);
  }
  return faults;
}
