/** What a discussion's one page says: what is weak, and what may be asked. */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { ChapterText, Concept, OpenQuestion } from '../../domain/deck.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { conceptsIn } from '../../domain/scope.ts';
import { expectedIn, meanOf } from './outcome.ts';

/** As much as one page of paper holds. */
const CONCEPTS = 8;
const QUESTIONS = 4;

export interface WeakConcept {
  readonly concept: Concept;
  /** Expected on the day, 0..1. */
  readonly recall: number;
}

/** The weakest concepts of the scope by the newest forecast; none without one. */
export function weakestOf(
  { forecasts, scope }: StandingDiscussion,
  catalogue: Catalogue,
): WeakConcept[] {
  const forecast = forecasts.at(-1);
  if (!forecast) return [];
  const recalls = new Map(
    forecast.concepts.map((one) => [one.concept, meanOf(expectedIn(forecast, one))]),
  );
  return conceptsIn(scope, catalogue)
    .flatMap((concept) => {
      const recall = recalls.get(concept.id);
      return recall === undefined ? [] : [{ concept, recall }];
    })
    .toSorted((a, b) => a.recall - b.recall)
    .slice(0, CONCEPTS);
}

/**
 * The open questions most likely to come up: those that are about the scope and little else, and of
 * them first those about most of it.
 */
export function likelyQuestions(
  { scope }: StandingDiscussion,
  texts: readonly ChapterText[],
  catalogue: Catalogue,
): OpenQuestion[] {
  const concepts = new Set(conceptsIn(scope, catalogue).map(({ id }) => id));
  const within = ({ about }: OpenQuestion) => about.filter((id) => concepts.has(id)).length;
  const share = (question: OpenQuestion) => within(question) / question.about.length;
  return texts
    .flatMap(({ discussion }) => discussion)
    .filter((question) => within(question) > 0)
    .toSorted((a, b) => share(b) - share(a) || within(b) - within(a))
    .slice(0, QUESTIONS);
}

/** Ids of all chapters of the decks a scope reaches into, where questions about it may stand. */
export function chaptersAbout({ scope }: StandingDiscussion, catalogue: Catalogue): string[] {
  const own = new Set(conceptsIn(scope, catalogue).map(({ chapterId }) => chapterId));
  return catalogue.decks
    .filter(({ chapters }) => chapters.some(({ id }) => own.has(id)))
    .flatMap(({ chapters }) => chapters.map(({ id }) => id));
}
