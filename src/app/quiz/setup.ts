/** Setting up a quiz: what was chosen, what it comes to, what is missing, and its beginning. */
import { ENOUGH } from '../../domain/audit.ts';
import { recallAt, type CardState } from '../../domain/cardState.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { civilDateOf, studyDayFromDate, weekdayOf, type StudyDay } from '../../domain/day.ts';
import type { Card } from '../../domain/deck.ts';
import type { Discussions, StandingDiscussion } from '../../domain/discussion.ts';
import type { QuizBegun } from '../../domain/event.ts';
import { candidatesOf, type Candidate } from '../../domain/quiz/forms.ts';
import { MOST_QUESTIONS, readLink, type Linked } from '../../domain/quiz/link.ts';
import { makeQuiz, SECONDS, type Length } from '../../domain/quiz/make.ts';
import { FORMS, type Chosen, type Form, type Question } from '../../domain/quiz/question.ts';
import { weakestFirst } from '../../domain/quiz/weakest.ts';
import { cardsIn, type Scope } from '../../domain/scope.ts';
import { readDiscussions } from '../../store/discussions.ts';
import { append } from '../../store/log.ts';
import { allStates } from '../../store/study.ts';
import { dayAt, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { readLibrary, type Library } from './library.ts';

export type From = 'scope' | 'weakest' | 'due' | 'discussion';
export type QuizMode = QuizBegun['mode'];

/** What stands in the form. */
export interface Setup {
  readonly from: From;
  readonly scope: Scope;
  /** YYYY-MM-DD; empty for none. */
  readonly before: string;
  /** Id of a discussion; empty for none. */
  readonly discussion: string;
  /** To be held against that discussion's forecast. */
  readonly isFinal: boolean;
  /** Leaves out what was never met, where anything was. */
  readonly onlyMet: boolean;
  readonly unit: 'questions' | 'minutes';
  /** As typed. */
  readonly amount: string;
  readonly mix: ReadonlySet<Form>;
  readonly asksConfidence: boolean;
  readonly mode: QuizMode;
}

/** What a set-up is worked out from. */
export interface Known {
  readonly catalogue: Catalogue;
  readonly library: Library;
  readonly states: ReadonlyMap<string, CardState>;
  readonly discussions: Discussions;
  /** ms, and its study day */
  readonly now: number;
  readonly today: StudyDay;
  /** Probability of recall (0..1) of each card that has a memory, now. */
  readonly recalls: ReadonlyMap<string, number>;
  /** Every card that may be asked, by id. */
  readonly candidates: ReadonlyMap<string, Candidate>;
}

/** @throws StoreError */
export async function readKnown(environment: Environment): Promise<Known> {
  const { store, clock, catalogue } = environment;
  const now = clock.now();
  const [library, states, discussions] = await Promise.all([
    readLibrary(environment),
    allStates(store),
    readDiscussions(store),
  ]);
  const recalls = states.flatMap((state) => {
    const recall = recallAt(state, now, store.model);
    return recall === null ? [] : [[state.card, recall] as const];
  });
  const { wordsOf, names } = library;
  const candidates = candidatesOf([...catalogue.card.values()], catalogue, wordsOf, names);
  return {
    catalogue,
    library,
    states: new Map(states.map((state) => [state.card, state])),
    discussions,
    now,
    today: dayAt(clock, now, store.settings.rollover),
    recalls: new Map(recalls),
    candidates: new Map(candidates.map((one) => [one.card.id, one])),
  };
}

/** What may be wrong, each told beside its field. */
export type Problem =
  | 'empty-scope'
  | 'none-begun'
  | 'no-date'
  | 'none-due'
  | 'no-discussion'
  | 'discussion-empty'
  | 'all-suspended'
  | 'no-amount'
  | 'no-form'
  | 'no-card-for-form';

/** What a set-up comes to. */
export interface Offer {
  readonly questions: readonly Question[];
  /** Whether some of what was chosen was met and some was not. */
  readonly isMixed: boolean;
  /** Seconds it is taken to need. */
  readonly seconds: number;
  /** Cards among them that were never met, and those that could move if their answers count. */
  readonly unmet: number;
  readonly movable: number;
  readonly problem: Problem | null;
}

/** Questions a quiz is found set for; a final one is for as many as a forecast can be judged by. */
const USUAL = 10;
/** As many of the weakest concepts as are asked about. */
const WEAKEST = 10;
/** Most minutes a quiz may be set for. */
export const MOST_MINUTES = 240;
const FRIDAY = 5;

const isBegun = (state: CardState | undefined) => state !== undefined && state.phase !== 'new';

/** The next Friday after today. */
function nextFriday(today: StudyDay): StudyDay {
  return today + ((FRIDAY - weekdayOf(today) + 7) % 7 || 7);
}

/** As a date field has it. */
export function dateOfDay(day: StudyDay): string {
  const { year, month, day: ofMonth } = civilDateOf(day);
  return [String(year).padStart(4, '0'), month, ofMonth]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The study day a date field names; null for none. */
function dayOfDate(date: string): StudyDay | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return day === undefined ? null : studyDayFromDate(Number(year), Number(month), Number(day));
}

/** The decks somebody has begun, or else the first. */
function defaultScope({ catalogue, states }: Known): Scope {
  const begun = catalogue.decks.filter(({ cards }) => cards.some(({ id }) => states.has(id)));
  const decks = begun.length > 0 ? begun : catalogue.decks.slice(0, 1);
  return { decks: decks.map(({ id }) => id) };
}

/** What the address asks for. */
export interface Preset {
  readonly discussion: string | null;
  readonly isFinal: boolean;
  readonly concept: string | null;
}

/** The form as it is found; an open question takes minutes, so it is asked where one prepares to talk. */
export function setupFor(known: Known, { discussion, isFinal: asksFinal, concept }: Preset): Setup {
  const when = known.discussions.get(discussion ?? '')?.when;
  const isFinal = asksFinal && when !== undefined && when <= known.now;
  return {
    from: discussion === null ? 'scope' : 'discussion',
    scope: concept === null ? defaultScope(known) : { concepts: [concept] },
    before: dateOfDay(nextFriday(known.today)),
    discussion: discussion ?? '',
    isFinal,
    onlyMet: !isFinal,
    unit: 'questions',
    amount: String(isFinal ? ENOUGH : USUAL),
    mix: new Set(FORMS.filter((form) => form !== 'open' || (discussion !== null && !isFinal))),
    asksConfidence: true,
    mode: 'quiz-practice',
  };
}

/** The cards of the concepts least recalled of those begun, as far as they were met. */
function weakestCards({ catalogue, states, recalls }: Known): Card[] {
  const concepts = [...catalogue.concept.values()];
  const recallOf = (card: string) =>
    states.get(card)?.suspended ? 'suspended' : (recalls.get(card) ?? 'unseen');
  const begun = weakestFirst(concepts, catalogue, recallOf).filter((one) => one.begun > 0);
  const weakest = begun.slice(0, WEAKEST).map(({ concept }) => concept);
  return cardsIn({ concepts: weakest }, catalogue).filter(({ id }) => recalls.has(id));
}

/** The cards that fall due before a study day, those in learning among them. */
function dueCards({ catalogue, states }: Known, before: StudyDay): Card[] {
  return [...catalogue.card.values()].filter(({ id }) => {
    const state = states.get(id);
    return isBegun(state) && (state?.dueDay ?? before - 1) < before;
  });
}

/** The discussion chosen, if it still stands. */
export function discussionOf({ discussion }: Setup, known: Known): StandingDiscussion | undefined {
  return known.discussions.get(discussion);
}

/** The cards chosen, or why there are none. */
function cardsOf(setup: Setup, known: Known): readonly Card[] | Problem {
  const { catalogue } = known;
  switch (setup.from) {
    case 'scope': {
      const cards = cardsIn(setup.scope, catalogue);
      return cards.length > 0 ? cards : 'empty-scope';
    }
    case 'weakest': {
      const cards = weakestCards(known);
      return cards.length > 0 ? cards : 'none-begun';
    }
    case 'due': {
      const before = dayOfDate(setup.before);
      if (before === null) return 'no-date';
      const cards = dueCards(known, before);
      return cards.length > 0 ? cards : 'none-due';
    }
    case 'discussion': {
      const discussion = discussionOf(setup, known);
      if (!discussion) return 'no-discussion';
      const cards = cardsIn(discussion.scope, catalogue);
      return cards.length > 0 ? cards : 'discussion-empty';
    }
  }
}

function lengthOf({ unit, amount }: Setup): Length | null {
  const count = amount.trim() === '' ? NaN : Number(amount);
  const most = unit === 'questions' ? MOST_QUESTIONS : MOST_MINUTES;
  if (!Number.isInteger(count) || count < 1 || count > most) return null;
  return unit === 'questions' ? { questions: count } : { minutes: count };
}

/** What these questions come to for this learner. */
function offerOf(
  questions: readonly Question[],
  { states, today, catalogue }: Known,
  isMixed = false,
): Offer {
  const cards = questions
    .filter(({ form }) => form !== 'open')
    .map(({ of }) => states.get(catalogue.currentId(of)));
  const met = cards.filter(isBegun);
  return {
    questions,
    isMixed,
    seconds: questions.reduce((sum, { form }) => sum + SECONDS[form], 0),
    unmet: cards.length - met.length,
    movable: met.filter((state) => (state?.memoryDay ?? -Infinity) < today).length,
    problem: null,
  };
}

const NOTHING: Offer = {
  questions: [],
  isMixed: false,
  seconds: 0,
  unmet: 0,
  movable: 0,
  problem: null,
};

/** What a set-up comes to: the questions themselves, so that what is said of them holds. */
export function offerFor(setup: Setup, known: Known, seed: string): Offer {
  const { catalogue, states, candidates, library } = known;
  const chosen = cardsOf(setup, known);
  if (typeof chosen === 'string') return { ...NOTHING, problem: chosen };
  const length = lengthOf(setup);
  if (!length) return { ...NOTHING, problem: 'no-amount' };
  if (setup.mix.size === 0) return { ...NOTHING, problem: 'no-form' };
  const there = chosen.filter(({ id }) => !states.get(id)?.suspended);
  if (there.length === 0) return { ...NOTHING, problem: 'all-suspended' };
  const met = there.filter(({ id }) => isBegun(states.get(id)));
  const isMixed = met.length > 0 && met.length < there.length;
  const cards = isMixed && setup.onlyMet ? met : there;
  const concepts = new Set(cards.map(({ conceptId }) => conceptId));
  const open = [...library.open.values()].filter(({ about }) =>
    about.some((concept) => concepts.has(concept)),
  );
  const wish = {
    cards: cards.flatMap(({ id }) => candidates.get(id) ?? []),
    open: open.map(({ id }) => id),
    mix: setup.mix,
    length,
    seed,
  };
  const questions = makeQuiz(wish, catalogue);
  if (questions.length === 0) return { ...NOTHING, isMixed, problem: 'no-card-for-form' };
  return offerOf(questions, known, isMixed);
}

/** What a link comes to here. */
export function linkedFor(
  text: string,
  known: Known,
): { readonly linked: Linked; readonly offer: Offer | null } {
  const { catalogue, candidates, library } = known;
  const canAsk = ({ form, of }: Question) =>
    form === 'open' ? library.open.has(of) : (candidates.get(of)?.forms.includes(form) ?? false);
  const linked = readLink(text, catalogue, canAsk);
  return { linked, offer: linked.is === 'quiz' ? offerOf(linked.questions, known) : null };
}

function chosenOf(setup: Setup): Chosen {
  switch (setup.from) {
    case 'scope':
      return { is: 'scope', scope: setup.scope };
    case 'due':
      return { is: 'due', before: dayOfDate(setup.before) ?? 0 };
    case 'weakest':
    case 'discussion':
      return { is: setup.from };
  }
}

/** What the event of a quiz says of how it was set up. */
export type Terms = Pick<
  QuizBegun,
  'seed' | 'mode' | 'questions' | 'chosen' | 'asksConfidence' | 'discussion' | 'isFinal'
>;

/** A final quiz measures: nothing of it moves a date. */
export function termsOf(setup: Setup, { questions }: Offer, seed: string): Terms {
  const { mode, asksConfidence, from, discussion, isFinal } = setup;
  const isOfDiscussion = from === 'discussion';
  const isHeld = isOfDiscussion && isFinal;
  return {
    seed,
    mode: isHeld ? 'quiz-practice' : mode,
    questions,
    chosen: chosenOf(setup),
    asksConfidence,
    ...(isOfDiscussion ? { discussion } : {}),
    ...(isHeld ? { isFinal } : {}),
  };
}

/** Begins a quiz. @returns its id @throws StoreError */
export async function beginQuiz(environment: Environment, terms: Terms): Promise<string> {
  const { store, clock, catalogue, mintId } = environment;
  const quiz = mintId();
  const ids = new Set(terms.questions.map(({ of }) => of.slice(0, of.indexOf('/'))));
  const decks = catalogue.decks.filter(({ id }) => ids.has(id));
  await append(store, [
    {
      type: 'quiz-begun',
      quiz,
      ...terms,
      decks: Object.fromEntries(decks.map(({ id, version }) => [id, version])),
      ...momentOf(clock, store.settings.rollover),
    },
  ]);
  return quiz;
}
