/** Which concepts a learner would recall least of now. */
import type { Catalogue } from '../catalogue.ts';
import type { Concept } from '../deck.ts';
import { knowledgeOf, type CardRecall, type Knowledge } from '../retention/knowledge.ts';

/** A concept and how much of it would be recalled. */
export interface ConceptRecall extends Knowledge {
  readonly concept: string;
}

/** The concepts by recall, the weakest first, those alike as given; without any that have no card left. */
export function weakestFirst(
  concepts: readonly Concept[],
  catalogue: Pick<Catalogue, 'ofConcept'>,
  recallOf: (card: string) => CardRecall,
): ConceptRecall[] {
  return concepts
    .map(({ id }) => ({ concept: id, ...knowledgeOf(catalogue.ofConcept.get(id) ?? [], recallOf) }))
    .filter(({ cards }) => cards > 0)
    .toSorted((a, b) => a.recall - b.recall);
}
