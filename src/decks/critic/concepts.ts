/** Whether a concept is tied to the others, and asked from more than one side. */
import type { ConceptFile } from '../format.ts';
import type { ReadDeck } from './reading.ts';

/** What one rule finds in one concept: sentences without their full stops. */
export type ConceptCheck = (concept: ConceptFile, deck: ReadDeck) => string[];

/** A single question can be learnt by heart without the idea. */
const FEWEST_NOTES = 2;

export const orphanConcept: ConceptCheck = (concept, { concepts }) => {
  if (concepts.length < 2 || linksOf(concept).length > 0) return [];
  const isWanted = concepts.some((other) => linksOf(other).includes(concept.id));
  return isWanted ? [] : ['the concept needs nothing, is near nothing, and nothing needs it'];
};

function linksOf({ needs = [], near = [] }: ConceptFile): string[] {
  // A deck may write its own concepts as deck/concept.
  return [...needs, ...near].map((reference) => reference.replace(/^.*\//, ''));
}

export const thinConcept: ConceptCheck = ({ untested, notes = [] }) => {
  if (untested !== undefined || notes.length >= FEWEST_NOTES) return [];
  return [notes.length === 1 ? 'only one note asks for it' : 'no note asks for it'];
};
