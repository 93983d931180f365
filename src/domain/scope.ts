/** A part of the decks, named by what it is made of, and the concepts and cards it comes to. */
import type { Catalogue } from './catalogue.ts';
import type { Card, Concept } from './deck.ts';

/** Decks, chapters and concepts by id; together, each counted once. */
export interface Scope {
  readonly decks?: readonly string[];
  readonly chapters?: readonly string[];
  readonly concepts?: readonly string[];
}

/** Its concepts in the order of the talk, without those that are never asked. Unknown ids are passed over. */
export function conceptsIn(scope: Scope, catalogue: Catalogue): Concept[] {
  const decks = new Set(scope.decks);
  const chapters = new Set(scope.chapters);
  const concepts = new Set(scope.concepts);
  return catalogue.decks.flatMap((deck) =>
    deck.chapters.flatMap((chapter) =>
      chapter.concepts.filter(
        ({ id, untested }) =>
          untested === undefined &&
          (decks.has(deck.id) || chapters.has(chapter.id) || concepts.has(id)),
      ),
    ),
  );
}

/** The cards of a scope's concepts, in the deck's order. A contrast belongs to its first concept. */
export function cardsIn(scope: Scope, catalogue: Catalogue): Card[] {
  return conceptsIn(scope, catalogue).flatMap(({ id }) =>
    (catalogue.ofConcept.get(id) ?? []).flatMap((card) => catalogue.card.get(card) ?? []),
  );
}

/** Ids of a scope that no deck at hand knows. */
export function unknownIn(scope: Scope, catalogue: Catalogue): string[] {
  return [
    ...(scope.decks ?? []).filter((id) => !catalogue.deck.has(id)),
    ...(scope.chapters ?? []).filter((id) => !catalogue.chapter.has(id)),
    ...(scope.concepts ?? []).filter((id) => !catalogue.concept.has(id)),
  ];
}
