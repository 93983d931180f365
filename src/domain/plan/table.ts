/** A problem in rows of numbers, as the search wants it. */
import type { Option } from './options.ts';

export interface Problem {
  readonly concepts: readonly {
    readonly concept: string;
    /** Its unsuspended cards; the first option of each is nothing planned. */
    readonly cards: readonly { readonly card: string; readonly options: readonly Option[] }[];
  }[];
  /** Recall (0..1) at which a concept is ready. */
  readonly target: number;
  /** Presses each day of the window has for these cards; what happens anyway always fits. */
  readonly capacity: readonly number[];
  /** New cards that may be begun on each day of the window. */
  readonly newLimit: readonly number[];
}

/** Recall and presses that differ by less count as equal. */
export const TOLERANCE = 1e-9;
/** What rounding may add up to over a limit while a plan is built, card by card. */
export const SLACK = 1e-6;

export interface CardTable {
  readonly card: string;
  /** Place of the card among all cards. */
  readonly place: number;
  /** By recall, descending; what follows is in this order. */
  readonly options: readonly Option[];
  /** Which of them is nothing planned. */
  readonly nothing: number;
  readonly recall: Float64Array;
  readonly stability: Float64Array;
  /** Presses more than with nothing planned. */
  readonly cost: Float64Array;
  /** What each option takes of each limit, one option after the other. */
  readonly uses: Float64Array;
}

export interface ConceptTable {
  readonly concept: string;
  readonly cards: readonly CardTable[];
  /** Sum of recall over its cards at which it is ready. */
  readonly need: number;
}

export interface Table {
  readonly concepts: readonly ConceptTable[];
  readonly cards: readonly CardTable[];
  /**
   * What each limit leaves beyond what happens with nothing planned. A limit is a day's presses or
   * its new cards; those no plan can reach are left out.
   */
  readonly room: Float64Array;
  readonly target: number;
}

/** The option taken for each card, by the card's place. */
export type Choice = readonly number[];

/** A limit: what an option takes of it beyond nothing planned, and how much there is. */
interface Limit {
  readonly takes: (option: Option, nothing: Option) => number;
  readonly room: number;
}

function limitsOf(problem: Problem): Limit[] {
  const cards = problem.concepts.flatMap((concept) => concept.cards);
  const presses = problem.capacity.map((capacity, day): Limit => {
    let base = 0;
    for (const { options } of cards) base += options[0]?.presses[day] ?? 0;
    return {
      takes: (option, nothing) => (option.presses[day] ?? 0) - (nothing.presses[day] ?? 0),
      room: Math.max(0, capacity - base),
    };
  });
  const fresh = problem.newLimit.map((room, day): Limit => {
    return { takes: ({ introducedOn }) => Number(introducedOn === day), room };
  });
  const most = ({ takes }: Limit, options: readonly Option[]) => {
    const [nothing] = options;
    let largest = 0;
    if (nothing) for (const option of options) largest = Math.max(largest, takes(option, nothing));
    return largest;
  };
  return [...presses, ...fresh].filter((limit) => {
    let largest = 0;
    for (const { options } of cards) largest += most(limit, options);
    return largest > limit.room + TOLERANCE;
  });
}

const total = (presses: readonly number[]) => presses.reduce((sum, one) => sum + one, 0);

function cardTable(
  card: string,
  options: readonly Option[],
  place: number,
  limits: readonly Limit[],
): CardTable {
  const [nothing] = options;
  if (!nothing) throw new Error(`Inconsistent: ${card} has no options`);
  const base = total(nothing.presses);
  const sorted = options.toSorted((a, b) => b.recall - a.recall);
  const numbers = (of: (option: Option) => number) => Float64Array.from(sorted, of);
  return {
    card,
    place,
    options: sorted,
    nothing: sorted.indexOf(nothing),
    recall: numbers(({ recall }) => recall),
    stability: numbers(({ stability }) => stability),
    cost: numbers(({ presses }) => total(presses) - base),
    uses: Float64Array.from(
      sorted.flatMap((option) => limits.map(({ takes }) => takes(option, nothing))),
    ),
  };
}

export function tableOf(problem: Problem): Table {
  const limits = limitsOf(problem);
  let place = 0;
  const concepts = problem.concepts
    .filter(({ cards }) => cards.length > 0)
    .map(({ concept, cards }): ConceptTable => {
      const tables = cards.map(({ card, options }) => cardTable(card, options, place++, limits));
      return { concept, cards: tables, need: cards.length * problem.target };
    });
  return {
    concepts,
    cards: concepts.flatMap(({ cards }) => cards),
    room: Float64Array.from(limits, ({ room }) => room),
    target: problem.target,
  };
}

/** Adds (or, with `sign` -1, takes away) what an option uses. */
export function addUse(used: Float64Array, card: CardTable, option: number, sign = 1): void {
  const from = option * used.length;
  for (let row = 0; row < used.length; row++) {
    used[row] = (used[row] ?? 0) + sign * (card.uses[from + row] ?? 0);
  }
}

/** What is left of the limits beside the choices of all cards but those of `without`. */
export function roomBeside(
  table: Table,
  choice: Choice,
  without: readonly ConceptTable[] = [],
): Float64Array {
  const room = table.room.slice();
  for (const card of table.cards) addUse(room, card, choice[card.place] ?? card.nothing, -1);
  for (const { cards } of without) {
    for (const card of cards) addUse(room, card, choice[card.place] ?? card.nothing);
  }
  return room;
}

/** Whether nothing goes over its limit. */
export function fits(table: Table, choice: Choice): boolean {
  return roomBeside(table, choice).every((left) => left >= -SLACK);
}

/** The sum over all cards of one of the options' numbers. */
export function sumOver(table: Table, choice: Choice, of: 'cost' | 'stability'): number {
  let sum = 0;
  for (const card of table.cards) sum += card[of][choice[card.place] ?? card.nothing] ?? 0;
  return sum;
}

/** Expected recall (0..1) of a concept: the mean over its cards. */
export function recallOf({ cards }: ConceptTable, choice: Choice): number {
  let sum = 0;
  for (const card of cards) sum += card.recall[choice[card.place] ?? card.nothing] ?? 0;
  return sum / cards.length;
}

/** By how much (recall, 0..1) the concept at a place falls short of the target; 0 when ready. */
export function shortfallOf(table: Table, place: number, choice: Choice): number {
  const concept = table.concepts[place];
  const short = concept ? table.target - recallOf(concept, choice) : 0;
  return short > TOLERANCE ? short : 0;
}

/** By how much concepts fall short of the target (recall, 0..1): the most, and all together. */
export function shortfallsOf(table: Table, choice: Choice): { largest: number; sum: number } {
  let largest = 0;
  let sum = 0;
  for (const place of table.concepts.keys()) {
    const short = shortfallOf(table, place, choice);
    largest = Math.max(largest, short);
    sum += short;
  }
  return { largest, sum };
}

/** Negative when the first plan is better, as in sorting. */
export type Compare = (one: Choice, other: Choice) => number;

/** The first of the differences that is one. */
export function firstOf(...differences: readonly number[]): number {
  return differences.find((difference) => Math.abs(difference) > TOLERANCE) ?? 0;
}

/** By the largest shortfall, then by the sum of them, then by cost. */
export function compareShortfalls(table: Table, one: Choice, other: Choice): number {
  const here = shortfallsOf(table, one);
  const there = shortfallsOf(table, other);
  const cost = sumOver(table, one, 'cost') - sumOver(table, other, 'cost');
  return firstOf(here.largest - there.largest, here.sum - there.sum, cost);
}

/** The most recall (0..1) a concept can have on the date. */
export function mostRecall({ cards }: ConceptTable): number {
  return cards.reduce((sum, { recall }) => sum + (recall[0] ?? 0), 0) / cards.length;
}

/** The same table for another target. */
export function withTarget(table: Table, target: number): Table {
  const concepts = table.concepts.map((one) => ({ ...one, need: one.cards.length * target }));
  return { ...table, concepts, target };
}
