/** Number 6: plans for a discussion. In Node: nothing of them needs a page. */
import type { CardState } from '../src/domain/cardState.ts';
import { buildCatalogue, type Catalogue } from '../src/domain/catalogue.ts';
import { optionsFor } from '../src/domain/plan/options.ts';
import { recallByDay, type Course } from '../src/domain/plan/outcome.ts';
import { solve, type Plan, type Problem } from '../src/domain/plan/solve.ts';
import { BETTER } from '../src/domain/preparation.ts';
import {
  forecastRecall,
  forecastWithPlan,
  type RecallForecast,
} from '../src/domain/recallForecast.ts';
import { enumeratedPlan } from '../tests/domain/enumeratedPlan.ts';
import { exactPlan, type Exact } from '../tests/domain/exactPlan.ts';
import {
  aCourse,
  aDrawnCard,
  aSmallProblem,
  drawsOf,
  faultsOf,
  TOLERANCE,
} from '../tests/domain/planCases.ts';
import { simulateCard } from '../tests/domain/simulatePlan.ts';
import type { Bench } from './bench.ts';
import { median, randomFrom } from './numbers.ts';
import { atMost, beside, within, type Result } from './report.ts';

const OF = '6 plan';

interface Whole {
  readonly course: Course;
  readonly concepts: readonly {
    readonly concept: string;
    readonly cards: readonly { readonly card: string; readonly state: CardState | null }[];
  }[];
}

const CARDS_OF_CONCEPT = 4;

/** A deck in use before a discussion: one card in seven not yet seen. */
function wholeDeck(cards: number, days: number): Whole {
  const draw = drawsOf(`whole ${cards}`);
  const course = aCourse(days, { firstRatings: { again: 0.2, hard: 0.1, good: 0.6, easy: 0.1 } });
  const concepts = Array.from({ length: Math.ceil(cards / CARDS_OF_CONCEPT) }, (_, at) => ({
    concept: `bench/c${at}`,
    cards: Array.from({ length: CARDS_OF_CONCEPT }, (__, i) => {
      const card = `bench/c${at}.n${i}`;
      return { card, state: aDrawnCard(card, 1 / 7, course, draw) };
    }),
  }));
  return { course, concepts };
}

/** Days of `capacity` presses and ten new cards. */
function problemOf({ course, concepts }: Whole, capacity: number): Problem {
  const days = course.last - course.today + 1;
  return {
    concepts: concepts.map(({ concept, cards }) => ({
      concept,
      cards: cards.map(({ card, state }) => ({
        card,
        options: optionsFor(state, card, course, 4),
      })),
    })),
    target: 0.9,
    capacity: Array.from({ length: days }, () => capacity),
    newLimit: Array.from({ length: days }, () => 10),
  };
}

function timed<T>(work: () => T): [T, number] {
  const began = performance.now();
  const made = work();
  return [made, (performance.now() - began) / 1000];
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);

function costs(what: string, { isReached, least, bound, shortfall }: Plan): Result {
  return isReached
    ? beside(OF, `${what}, presses added, against its bound`, least, bound, '')
    : beside(
        OF,
        `${what}, out of reach: the weakest concept lacks`,
        100 * shortfall,
        null,
        'points',
      );
}

function measureWhole(
  bench: Bench,
  whole: Whole,
  capacity: number,
  runs: number,
): [Plan, Result[]] {
  const measured = Array.from({ length: runs }, () => {
    const [problem, evaluating] = timed(() => problemOf(whole, capacity));
    const [first, planning] = timed(() => solve(problem));
    return { problem, first, evaluating, planning };
  });
  const { problem, first } = measured[0]!;
  bench.say(`the first plan, days of ${capacity} presses`);
  const [plan, bettering] = timed(() => solve(problem, BETTER, [first]));
  bench.say('bettered');
  const cards = whole.concepts.length * CARDS_OF_CONCEPT;
  const what = `${cards} cards, ${problem.capacity.length} days of ${capacity} presses`;
  const once = median(measured.map(({ evaluating }) => evaluating));
  const planned = median(measured.map(({ planning }) => planning));
  const faults = [first, plan].flatMap((one) => faultsOf(one, problem));
  const results = [
    atMost(OF, `${what}: first plan, against evaluating all options`, [planned, once], 3, {
      unit: 's',
    }),
    beside(OF, '– bettering it', bettering, once, 's'),
    costs('– first plan', first),
    costs('– bettered', plan),
    within(OF, '– rules broken by the two', faults.length, 0, '', faults[0]),
  ];
  return [plan, results];
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const mean = (values: readonly number[]) => total(values) / values.length;

/** The deck as the app has it. */
function catalogueOf({ concepts }: Whole): Catalogue {
  const both = { zh: 'bench', en: 'bench' };
  const chapterId = 'bench/chapter';
  return buildCatalogue([
    {
      id: 'bench',
      title: both,
      about: both,
      licence: 'CC BY 4.0',
      source: { title: both, at: 'https://example.org/?t={seconds}' },
      version: '1',
      chapters: [
        {
          id: chapterId,
          title: both,
          concepts: concepts.map(({ concept }) => ({
            id: concept,
            chapterId,
            name: both,
            needs: [],
            near: [],
          })),
        },
      ],
      cards: concepts.flatMap(({ concept, cards }) =>
        cards.map(({ card }) => ({
          id: card,
          deckId: 'bench',
          chapterId,
          conceptId: concept,
          noteId: card,
          kind: 'basic' as const,
        })),
      ),
      renames: {},
    },
  ]);
}

/** What the page shows, worked out as it is there. */
function shownOf(whole: Whole, plan: Plan): RecallForecast {
  const { course, concepts } = whole;
  const all = concepts.flatMap(({ cards }) => cards);
  const forecast = forecastRecall(
    { decks: ['bench'] },
    {
      course,
      catalogue: catalogueOf(whole),
      now: course.today * 86_400_000,
      states: new Map(all.flatMap(({ card, state }) => (state ? [[card, state]] : []))),
      introductions: new Map(),
      seed: 'bench',
      plan: null,
    },
  );
  const byPlan = all.map(({ card, state }) => {
    const days = plan.chosen.get(card)?.days ?? [];
    return [card, recallByDay(state, card, days, course).at(-1) ?? 0] as const;
  });
  return forecastWithPlan(forecast, new Map(byPlan));
}

/**
 * What is shown of each concept against the share that the coins gave.
 * @param shown recall (0..1) shown of a concept
 */
function againstCoins(
  bench: Bench,
  { concepts }: Whole,
  course: Course,
  daysOf: (card: string) => readonly number[],
  shown: (concept: string) => number,
  what: string,
): Result[] {
  const random = randomFrom(6);
  const runs = bench.quick ? 2_000 : 100_000;
  const differences = concepts.map(({ concept, cards }) => {
    const recalled = cards.map(
      ({ card, state }) => simulateCard(state, card, daysOf(card), course, runs, random).recalled,
    );
    return 100 * (shown(concept) - mean(recalled));
  });
  bench.say(`${what}, ${runs.toLocaleString('en')} runs`);
  const largest = Math.max(...differences.map(Math.abs));
  return [
    within(OF, `forecast “${what}”: largest difference of a concept`, largest, 0.5, 'points'),
    within(OF, '– difference over all', Math.abs(mean(differences)), 0.5, 'points'),
  ];
}

function measureForecasts(bench: Bench, whole: Whole, plan: Plan): Result[] {
  const { course } = whole;
  const stopping = { ...course, last: course.today - 1 };
  const outlooks = new Map(shownOf(whole, plan).concepts.map((one) => [one.concept, one]));
  return [
    ...againstCoins(
      bench,
      whole,
      stopping,
      () => [],
      (concept) => outlooks.get(concept)?.stop.mean ?? NaN,
      'if you stop',
    ),
    ...againstCoins(
      bench,
      whole,
      course,
      (card) => plan.chosen.get(card)?.days ?? [],
      (concept) => outlooks.get(concept)?.plan?.mean ?? NaN,
      'if you follow the plan',
    ),
  ];
}

interface Compared {
  readonly seed: string;
  readonly plan: Plan;
  readonly exact: Exact;
  readonly faults: readonly string[];
}

/** What is wrong with a plan beside the best there is. */
function compared(seed: string, problem: Problem, exact: Exact): Compared {
  const plan = solve(problem);
  const faults = faultsOf(plan, problem);
  const { least, shortfall } = exact;
  if (least === null && plan.isReached) faults.push('is reached and cannot be');
  if (least !== null && plan.bound > least + TOLERANCE)
    faults.push(`bound ${plan.bound} above the optimum ${least}`);
  if (plan.isReached && plan.least < (least ?? 0) - TOLERANCE)
    faults.push(`costs ${plan.least}, less than the optimum ${least}`);
  if (plan.shortfall < shortfall - TOLERANCE)
    faults.push(`falls short by ${plan.shortfall}, less than ${shortfall} at best`);
  return { seed, plan, exact, faults };
}

/** On no case a rule broken, and none in vain; which ones, should there be any. */
function broken(what: string, all: readonly Compared[]): Result[] {
  const told = (some: readonly string[]) =>
    some.length === 0 ? undefined : some.slice(0, 5).join('; ');
  const wrong = all.filter(({ faults }) => faults.length > 0);
  const missed = all.filter(({ exact, plan }) => exact.least !== null && !plan.isReached);
  const faults = told(wrong.map((one) => `${one.seed}: ${one.faults.join(', ')}`));
  const seeds = told(missed.map(({ seed }) => seed));
  return [
    within(
      OF,
      `${what}: not bound ≤ optimum ≤ plan, or a rule broken`,
      wrong.length,
      0,
      '',
      faults,
    ),
    within(OF, '– within reach and not reached', missed.length, 0, '', seeds),
  ];
}

function measureExact(bench: Bench): Result[] {
  const cases = bench.quick ? 50 : 1_000;
  const all = Array.from({ length: cases }, (_, i) => {
    const problem = aSmallProblem(`bench ${i}`, 12, 6);
    return compared(`bench ${i}`, problem, exactPlan(problem));
  });
  bench.say(`${cases.toLocaleString('en')} small cases`);
  const [reachable, beyond] = [
    all.filter(({ exact }) => exact.least !== null),
    all.filter(({ exact }) => exact.least === null),
  ];
  const found = reachable.filter(({ plan }) => plan.isReached);
  const gaps = found.map(({ plan, exact }) => plan.least - (exact.least ?? 0));
  const shares = found.map(({ plan, exact }) =>
    percent(plan.least - (exact.least ?? 0), exact.least ?? 0),
  );
  const printed = found.map(({ plan }) => percent(plan.least - plan.bound, plan.least));
  const short = beyond.map(({ plan, exact }) => 100 * (plan.shortfall - exact.shortfall));
  const isNone = (gap: number) => gap <= TOLERANCE;
  return [
    ...broken(`${all.length.toLocaleString('en')} cases of up to 12 cards × 6 days`, all),
    beside(
      OF,
      '– plan as cheap as the optimum',
      percent(gaps.filter(isNone).length, found.length),
      null,
      '%',
    ),
    within(OF, '– plan over optimum, median', median(gaps), 0, 'presses'),
    beside(OF, '– plan over optimum, largest', Math.max(...gaps), null, 'presses'),
    beside(OF, '– plan over optimum, largest share', Math.max(...shares), null, '%'),
    beside(OF, '– plan over bound, median', median(printed), null, '%'),
    beside(OF, '– plan over bound, largest', Math.max(...printed), null, '%'),
    beside(
      OF,
      `– of ${beyond.length} beyond reach, with the smallest shortfall`,
      percent(short.filter(isNone).length, beyond.length),
      null,
      '%',
    ),
    beside(OF, '– shortfall over the smallest, largest', Math.max(0, ...short), null, 'points'),
  ];
}

/** Cases so small that everything can be tried: holds the exact solver too, and fractions of presses. */
function measureEnumerated(bench: Bench): Result[] {
  const cases = bench.quick ? 50 : 500;
  let different = 0;
  const all: Compared[] = [];
  const sums: number[] = [];
  const stabilities: number[] = [];
  for (let i = 0; i < cases; i++) {
    const whole = aSmallProblem(`smallest ${i}`, 4, 4);
    const [exact, tried] = [exactPlan(whole), enumeratedPlan(whole)];
    const isSame =
      exact.least === tried.least && Math.abs(exact.shortfall - tried.shortfall) < TOLERANCE;
    if (!isSame) different += 1;
    const problem = aSmallProblem(`smallest ${i}`, 4, 4, 'expected');
    const best = enumeratedPlan(problem);
    const one = compared(`smallest ${i}`, problem, best);
    all.push(one);
    const { plan } = one;
    if (best.stability === null) {
      const short = [...plan.recall.values()].map((recall) => Math.max(0, problem.target - recall));
      sums.push(100 * (total(short) - best.sum));
    } else if (plan.isReached) {
      const stability = total([...plan.chosen.values()].map((option) => option.stability));
      stabilities.push(percent(best.stability - stability, best.stability));
    }
  }
  bench.say(`${cases} smallest cases`);
  return [
    within(
      OF,
      `${cases} cases of up to 4 × 4: exact solver not as trying everything`,
      different,
      0,
      '',
    ),
    ...broken(`${cases} cases of up to 4 × 4, in expected presses`, all),
    beside(OF, '– stability below the highest within 5 %, median', median(stabilities), null, '%'),
    beside(
      OF,
      '– stability below the highest within 5 %, largest',
      Math.max(0, ...stabilities),
      null,
      '%',
    ),
    beside(
      OF,
      '– sum of shortfalls over the smallest, largest',
      Math.max(0, ...sums),
      null,
      'points',
    ),
  ];
}

export async function measurePlan(bench: Bench): Promise<Result[]> {
  const whole = wholeDeck(bench.quick ? 60 : 500, bench.quick ? 7 : 14);
  const [plan, roomy] = measureWhole(bench, whole, 80, Math.min(3, bench.runs));
  const [, tight] = measureWhole(bench, whole, 40, 1);
  return [
    ...roomy,
    ...tight,
    ...measureForecasts(bench, whole, plan),
    ...measureExact(bench),
    ...measureEnumerated(bench),
  ];
}
