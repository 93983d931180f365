/** Which concepts a learner would recall least of now. */
import type { Catalogue } from '../catalogue.ts';
import type { Concept } from '../deck.ts';

/** A concept and how much of it would be recalled. */
export interface ConceptRecall {
  readonly concept: string;
  /** Mean over its unsuspended cards, 0..1; one never begun counts 0. */
  readonly recall: number;
  readonly cards: number;
  /** How many of them were begun. */
  readonly begun: number;
}

/** What is known of one card: its probability of recall (0..1), or why there is none. */
export type CardRecall = number | 'unseen' | 'suspended';

/** The concepts by recall, the weakest first, those alike as given; without any that have no card left. */
export function weakestFirst(
  concepts: readonly Concept[],
  catalogue: Pick<Catalogue, 'ofConcept'>,
  recallOf: (card: string) => CardRecall,
): ConceptRecall[] {
  return concepts
    .flatMap(({ id }) => {
      const all = (catalogue.ofConcept.get(id) ?? []).map(recallOf);
      const recalls = all.filter((recall) => recall !== 'suspended');
      const begun = recalls.filter((recall) => recall !== 'unseen');
      const cards = recalls.length;
      if (cards === 0) return [];
      const recall = begun.reduce((sum, one) => sum + one, 0) / cards;
      return [{ concept: id, recall, cards, begun: begun.length }];
    })
    .toSorted((a, b) => a.recall - b.recall);
}
