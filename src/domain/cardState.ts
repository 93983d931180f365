/**
 * What the log says of one card: its memory and its schedule. Two folds over its live events, in
 * replay order, that never look at each other's rules:
 * memory is computed again under the newest weights; the schedule is the last live grant.
 */
import type { StudyDay } from './day.ts';
import { isOfCard, type Answer, type LogEvent, type OfCard } from './event.ts';
import type { Grant, Phase, Rating } from './event.ts';
import type { Memory, MemoryModel } from './memory.ts';
import { compareEvents } from './replay.ts';

/** A row of the cache: droppable at any time, equal when rebuilt. */
export interface CardState {
  card: string;
  phase: Phase;
  /** Index of the learning or relearning step; 0 otherwise. */
  step: number;
  /** Review: the study day it falls due. */
  dueDay: StudyDay | null;
  /** Learning, relearning: the instant (ms) it falls due. */
  dueAt: number | null;
  /** Days from the last answer that moved memory to the day the last review grant gave. */
  interval: number;
  memory: Memory | null;
  /** Answers that moved memory. */
  reps: number;
  /** Of them, again on a card in review. */
  lapses: number;
  /** Study day and instant (ms) of the last answer that moved memory. */
  memoryDay: StudyDay | null;
  memoryAt: number | null;
  /** Study day on which it stopped being new. */
  introduced: StudyDay | null;
  /** Study day of the last answer of any mode that was not cramming or practice. */
  answered: StudyDay | null;
  suspended: boolean;
  marked: boolean;
  /** Hidden while the study day is before this one. */
  buriedUntil: StudyDay | null;
  /** Origins already counted, where events have one. */
  origins: string[] | null;
}

/** What an event did, as bits: the sums of a day are made of these. */
export const DID = { answer: 1, introduce: 2, move: 4, retain: 8, pass: 16 } as const;

export function newCardState(card: string): CardState {
  return {
    card,
    phase: 'new',
    step: 0,
    dueDay: null,
    dueAt: null,
    interval: 0,
    memory: null,
    reps: 0,
    lapses: 0,
    memoryDay: null,
    memoryAt: null,
    introduced: null,
    answered: null,
    suspended: false,
    marked: false,
    buriedUntil: null,
    origins: null,
  };
}

/**
 * The rating an answer counts as, or null when it is no evidence of recall: practice and cramming
 * move nothing, `quiz-misses` counts misses alone, and a right choice or a confessed guess is never
 * a success.
 */
export function countedRating(
  answer: Pick<Answer, 'mode' | 'rating' | 'how' | 'confidence'>,
): Rating | null {
  switch (answer.mode) {
    case 'review':
      return answer.rating;
    case 'cram':
    case 'quiz-practice':
      return null;
    case 'quiz-misses':
      return answer.rating === 'again' ? 'again' : null;
    case 'quiz-all':
      if (answer.rating === 'again') return 'again';
      return answer.how === 'choice' || answer.confidence === 'guess' ? null : 'good';
  }
}

function applyGrant(state: CardState, grant: Grant, day: StudyDay): void {
  state.phase = grant.phase;
  state.step = grant.step;
  state.dueDay = grant.dueDay ?? null;
  state.dueAt = grant.dueAt ?? null;
  if (grant.dueDay !== undefined) {
    state.interval = Math.max(0, grant.dueDay - (state.memoryDay ?? day));
  }
}

/**
 * Per card and study day only the first counting answer moves memory, whatever its mode; the steps
 * of ordinary learning and relearning are exempt. A day never goes back: a clock set back counts as
 * the day already reached, so elapsed days are never negative.
 */
function applyAnswer(state: CardState, answer: Answer, model: MemoryModel): number {
  let did: number = DID.answer;
  const rating = countedRating(answer);
  const before = state.phase;
  const reached = state.memoryDay;
  if (rating !== null) {
    const day = reached === null ? answer.day : Math.max(answer.day, reached);
    const first = reached === null || day > reached;
    const isStep = answer.mode === 'review' && before !== 'review';
    if (first || isStep) {
      state.memory = model.next(state.memory, reached === null ? 0 : day - reached, rating);
      state.reps += 1;
      state.memoryDay = day;
      state.memoryAt = answer.at;
      did |= DID.move;
      if (before === 'review' && rating === 'again') state.lapses += 1;
      if (before === 'review' && first && answer.mode === 'review')
        did |= rating === 'again' ? DID.retain : DID.retain | DID.pass;
    }
    state.answered = state.answered === null ? answer.day : Math.max(state.answered, answer.day);
  }
  if (before === 'new' && answer.grant) {
    state.introduced = answer.day;
    did |= DID.introduce;
  }
  if (answer.grant) applyGrant(state, answer.grant, answer.day);
  return did;
}

function reset(state: CardState): void {
  const { card, suspended, marked, buriedUntil, origins } = state;
  Object.assign(state, newCardState(card), { suspended, marked, buriedUntil, origins });
}

/**
 * Applies one live event to `state`, in place; the caller gives events in replay order.
 * @returns what it did: a sum of `DID` bits
 */
export function applyEvent(state: CardState, event: OfCard, model: MemoryModel): number {
  if (event.origin !== undefined) {
    if (state.origins?.includes(event.origin)) return 0;
    state.origins = [...(state.origins ?? []), event.origin];
  }
  switch (event.type) {
    case 'reviewed':
    case 'quizzed':
      return applyAnswer(state, event, model);
    case 'set-due':
    case 'rescheduled':
      applyGrant(state, event.grant, event.day);
      return 0;
    case 'suspended':
    case 'unsuspended':
      state.suspended = event.type === 'suspended';
      return 0;
    case 'marked':
    case 'unmarked':
      state.marked = event.type === 'marked';
      return 0;
    case 'buried':
      state.buriedUntil = event.until;
      return 0;
    case 'reset':
      reset(state);
      return 0;
  }
}

/** The state after one more live event that sorts after all before it. */
export function stepCard(
  state: CardState | null,
  event: OfCard,
  model: MemoryModel,
): { state: CardState; did: number } {
  const next = state ? { ...state } : newCardState(event.card);
  const did = applyEvent(next, event, model);
  return { state: next, did };
}

/**
 * The state of one card from all its events, in any order.
 * @param undone actions taken back (`undoneActions`)
 * @param each told of every live event and what it did, in replay order
 */
export function foldCard(
  card: string,
  events: readonly LogEvent[],
  undone: ReadonlySet<string>,
  model: MemoryModel,
  each?: (event: OfCard, did: number) => void,
): CardState {
  const state = newCardState(card);
  for (const event of events.toSorted(compareEvents)) {
    if (!isOfCard(event) || undone.has(event.action)) continue;
    const did = applyEvent(state, event, model);
    each?.(event, did);
  }
  return state;
}

/**
 * Recall (0..1) at an instant on the smooth curve, for drawing; null for a card without memory.
 * @param at ms
 */
export function recallAt(state: CardState, at: number, model: MemoryModel): number | null {
  if (!state.memory || state.memoryAt === null) return null;
  const days = Math.max(0, at - state.memoryAt) / 86_400_000;
  return model.retrievability(state.memory.stability, days);
}

/**
 * Recall (0..1) predicted on a study day, counted in whole study days since memory last moved, which
 * is what calibration scores; null on the same day and for a card without memory.
 */
export function predictedOn(
  state: CardState | null,
  day: StudyDay,
  model: MemoryModel,
): number | null {
  if (!state?.memory || state.memoryDay === null || day <= state.memoryDay) return null;
  return model.retrievability(state.memory.stability, day - state.memoryDay);
}
