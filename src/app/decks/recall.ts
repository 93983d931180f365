/** How well a concept is recalled: the mean over its cards. */
import { recallAt, type CardState } from '../../domain/cardState.ts';
import type { MemoryModel } from '../../domain/memory.ts';

/** `none`: no card of it is asked. `new`: none was ever answered. */
export type ConceptRecall = number | 'new' | 'none';

/**
 * Mean recall (0..1) at an instant (ms) over the cards that are not suspended; one never answered
 * counts as 0.
 */
export function conceptRecall(
  cards: readonly string[],
  states: ReadonlyMap<string, CardState>,
  at: number,
  model: MemoryModel,
): ConceptRecall {
  const asked = cards.filter((card) => !states.get(card)?.suspended);
  if (asked.length === 0) return 'none';
  const recalls = asked.map((card) => {
    const state = states.get(card);
    return state ? recallAt(state, at, model) : null;
  });
  if (recalls.every((recall) => recall === null)) return 'new';
  return recalls.reduce<number>((sum, recall) => sum + (recall ?? 0), 0) / recalls.length;
}
