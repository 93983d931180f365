/** The concepts of a deck as the map and the list show them. */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept, Deck, Language } from '../../domain/deck.ts';
import {
  knowledgeOf,
  meanRecall,
  type CardRecall,
  type Knowledge,
} from '../../domain/retention/knowledge.ts';
import { recallStep, type RecallStep } from '../../ui/RecallChip.tsx';

/** A concept that is asked, with what is known of it. */
export interface Row {
  readonly concept: Concept;
  /** Places in the talk, from 0. */
  readonly chapter: number;
  readonly known: Knowledge;
  /** 0..1; undefined where none of its cards was begun. */
  readonly recall: number | undefined;
  readonly step: RecallStep;
}

/** In the order of the talk; without what is never asked. */
export function rowsOf(
  deck: Deck,
  catalogue: Catalogue,
  recallOf: (card: string) => CardRecall,
): Row[] {
  return deck.chapters.flatMap(({ concepts }, chapter) =>
    concepts
      .filter(({ untested }) => untested === undefined)
      .map((concept) => {
        const known = knowledgeOf(catalogue.ofConcept.get(concept.id) ?? [], recallOf);
        const recall = known.begun === 0 ? undefined : known.recall;
        return { concept, chapter, known, recall, step: recallStep(recall) };
      }),
  );
}

/** Of the begun ones: how many, and their mean recall (0..1). */
export function averageOf(rows: readonly Row[]): { studied: number; mean: number } {
  const recalls = rows.flatMap(({ recall }) => recall ?? []);
  return { studied: recalls.length, mean: meanRecall(recalls) };
}

export const ORDERS = ['recall', 'talk', 'name', 'coverage'] as const;
export type Order = (typeof ORDERS)[number];

const coverage = ({ known }: Row) => known.begun / Math.max(1, known.cards);

/** Rows in an order; those alike as in the talk. What was never begun comes last by recall. */
export function ordered(rows: readonly Row[], order: Order, language: Language): Row[] {
  switch (order) {
    case 'talk':
      return [...rows];
    case 'recall':
      return rows.toSorted((a, b) => (a.recall ?? 2) - (b.recall ?? 2));
    case 'coverage':
      return rows.toSorted((a, b) => coverage(a) - coverage(b));
    case 'name': {
      const { compare } = new Intl.Collator(language === 'zh' ? 'zh-Hans' : 'en');
      return rows.toSorted((a, b) => compare(a.concept.name[language], b.concept.name[language]));
    }
  }
}

export interface Filter {
  readonly step: RecallStep | null;
  /** Id. */
  readonly chapter: string | null;
  /** Found in the name, in either language. */
  readonly text: string;
}

export const ALL: Filter = { step: null, chapter: null, text: '' };

export function fits({ concept, step }: Row, filter: Filter): boolean {
  const sought = filter.text.trim().toLowerCase();
  const { zh, en } = concept.name;
  return (
    (filter.step === null || filter.step === step) &&
    (filter.chapter === null || filter.chapter === concept.chapterId) &&
    (sought === '' || `${zh}\n${en}`.toLowerCase().includes(sought))
  );
}
