/**
 * How well a concept is known on a date: the one definition every screen and forecast uses. Its
 * recall is the mean over its cards that are not suspended; one never begun counts 0.
 */
import { recallAt, type CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import type { MemoryModel } from '../memory.ts';

/** What is known of one card: its probability of recall (0..1), or why there is none. */
export type CardRecall = number | 'unseen' | 'suspended';

export interface Knowledge {
  /** Mean over the cards, 0..1; 0 where none is begun or left. */
  readonly recall: number;
  /** Cards that are not suspended. */
  readonly cards: number;
  /** How many of them were begun: `begun` of `cards` is the coverage. */
  readonly begun: number;
  readonly suspended: number;
  /** Of the begun ones the one least likely to be recalled, the first of those alike. */
  readonly weakest: { readonly card: string; readonly recall: number } | null;
}

/** The mean of some recalls (0..1); 0 of none. */
export function meanRecall(recalls: readonly number[]): number {
  return recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, recalls.length);
}

/** What is known of some cards, ids in the deck's order. */
export function knowledgeOf(
  cards: readonly string[],
  recallOf: (card: string) => CardRecall,
): Knowledge {
  let left = 0;
  let suspended = 0;
  let begun = 0;
  let sum = 0;
  let weakest: { card: string; recall: number } | null = null;
  for (const card of cards) {
    const recall = recallOf(card);
    if (recall === 'suspended') suspended += 1;
    else left += 1;
    if (typeof recall !== 'number') continue;
    begun += 1;
    sum += recall;
    if (!weakest || recall < weakest.recall) weakest = { card, recall };
  }
  return { recall: sum / Math.max(1, left), cards: left, begun, suspended, weakest };
}

/**
 * Recall (0..1) at the end of a study day if memory moves no more, counted in whole study days since
 * it last moved; null for a card without memory.
 */
export function recallOn(state: CardState, day: StudyDay, model: MemoryModel): number | null {
  if (!state.memory || state.memoryDay === null) return null;
  return model.retrievability(state.memory.stability, Math.max(0, day - state.memoryDay));
}

type States = ReadonlyMap<string, CardState>;

function readerOf(
  states: States,
  recall: (state: CardState) => number | null,
): (card: string) => CardRecall {
  return (card) => {
    const state = states.get(card);
    if (state?.suspended) return 'suspended';
    return (state && recall(state)) ?? 'unseen';
  };
}

/** Recalls at an instant (ms), on the smooth curve. */
export function recallsAt(states: States, at: number, model: MemoryModel) {
  return readerOf(states, (state) => recallAt(state, at, model));
}

/** Recalls on a study day, if memory moves no more: `recallOn`. */
export function recallsOn(states: States, day: StudyDay, model: MemoryModel) {
  return readerOf(states, (state) => recallOn(state, day, model));
}
