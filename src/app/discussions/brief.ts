/** What a discussion's one page says: what is weak, and what may be asked. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { ChapterText, Concept, OpenQuestion } from '../../domain/deck.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { repliesOf } from '../../domain/quiz/progress.ts';
import { weakestFirst, type ConceptRecall } from '../../domain/quiz/weakest.ts';
import { compareEvents } from '../../domain/replay.ts';
import { recallsAt, type CardRecall } from '../../domain/retention/knowledge.ts';
import { conceptsIn } from '../../domain/scope.ts';
import { readDiscussions } from '../../store/discussions.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { readQuizzes, type QuizRecord } from '../../store/quizzes.ts';
import { allStates } from '../../store/study.ts';
import type { Environment } from '../environment.ts';

/** As much as one page of paper holds. */
const CONCEPTS = 8;
const QUESTIONS = 4;

/** What the page is made from, as it stood when it was read. */
export interface Brief {
  readonly discussion: StandingDiscussion;
  readonly quizzes: readonly QuizRecord[];
  /** Of a card's id, at that instant. */
  readonly recallOf: (card: string) => CardRecall;
}

export interface BriefState {
  /** Null until read, undefined where there is no such discussion. */
  readonly brief: Brief | null | undefined;
  readonly trouble: StoreTrouble | null;
}

export interface BriefRead {
  readonly state: StoreApi<BriefState>;
  readonly read: () => Promise<void>;
}

/** Reads a discussion and what is known of its cards now. */
export function createBrief({ store, clock }: Environment, id: string): BriefRead {
  const state = createStore<BriefState>(() => ({ brief: null, trouble: null }));
  const read = async () => {
    try {
      const [discussions, quizzes, states] = await Promise.all([
        readDiscussions(store),
        readQuizzes(store),
        allStates(store),
      ]);
      const byCard = new Map(states.map((one) => [one.card, one]));
      const recallOf = recallsAt(byCard, clock.now(), store.model);
      const discussion = discussions.get(id);
      state.setState({ brief: discussion && { discussion, quizzes, recallOf }, trouble: null });
    } catch (error) {
      state.setState({ trouble: asStoreError(error).trouble });
    }
  };
  return { state, read };
}

export interface WeakConcept extends Pick<ConceptRecall, 'recall' | 'begun'> {
  readonly concept: Concept;
  /** Whether a card of it was missed when the discussion's quizzes last asked it. */
  readonly isMissed: boolean;
}

/** Concepts of which a card was missed when the quizzes of a discussion last asked it. */
function missedIn({ discussion, quizzes }: Brief, catalogue: Catalogue): Set<string> {
  const answers = quizzes
    .filter(({ begun }) => begun.discussion === discussion.id)
    .flatMap(({ begun, answers: live }) => repliesOf(begun, live, catalogue))
    .flatMap(({ answer }) => (answer === null || answer.type === 'open-answered' ? [] : [answer]))
    .toSorted(compareEvents);
  const last = new Map(answers.map(({ card, rating }) => [catalogue.currentId(card), rating]));
  const missed = [...last].filter(([, rating]) => rating === 'again');
  return new Set(missed.flatMap(([card]) => catalogue.card.get(card)?.conceptId ?? []));
}

/**
 * The weakest concepts of the scope by what is known now: those missed in the discussion's quizzes
 * first, then by recall, one never begun counting 0. Without those all of whose cards are suspended.
 */
export function weakestOf(brief: Brief, catalogue: Catalogue): WeakConcept[] {
  const missed = missedIn(brief, catalogue);
  const concepts = conceptsIn(brief.discussion.scope, catalogue);
  return weakestFirst(concepts, catalogue, brief.recallOf)
    .flatMap(({ concept: id, recall, begun }) => {
      const concept = catalogue.concept.get(id);
      return concept ? [{ concept, recall, begun, isMissed: missed.has(id) }] : [];
    })
    .toSorted((a, b) => Number(b.isMissed) - Number(a.isMissed))
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
