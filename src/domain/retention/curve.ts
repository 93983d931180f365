/**
 * How the memory of a card came to be what it is: its steps, one for each answer that moved it, and
 * the curves between them. All on the smooth curve, for drawing.
 */
import { countedRating, DID, applyEvent, newCardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { isAnswer, type OfCard, type Rating } from '../event.ts';
import type { MemoryModel } from '../memory.ts';
import { meanRecall } from './knowledge.ts';

const DAY = 86_400_000;

/** A moment at which what is known of a card changed. */
export interface Step {
  /** ms */
  readonly at: number;
  /** Study day of the event. */
  readonly day: StudyDay;
  /** Study day memory last moved on, which stays behind where the step is no answer. */
  readonly memoryDay: StudyDay;
  /** Days, after the step; null where nothing is remembered: after a reset, or never answered. */
  readonly stability: number | null;
  readonly suspended: boolean;
  /** What the answer counted as; null where the step is no answer. */
  readonly rating: Rating | null;
}

/**
 * The steps of one card: each answer that moved memory, each suspension and its end, each reset.
 * @param events live ones of the card, in replay order
 */
export function stepsOf(card: string, events: Iterable<OfCard>, model: MemoryModel): Step[] {
  const state = newCardState(card);
  const steps: Step[] = [];
  for (const event of events) {
    const wasSuspended = state.suspended;
    const did = applyEvent(state, event, model);
    const moved = (did & DID.move) !== 0;
    if (!moved && event.type !== 'reset' && state.suspended === wasSuspended) continue;
    steps.push({
      at: event.at,
      day: event.day,
      memoryDay: state.memoryDay ?? event.day,
      stability: state.memory?.stability ?? null,
      suspended: state.suspended,
      rating: moved && isAnswer(event) ? countedRating(event) : null,
    });
  }
  return steps;
}

/** An answer on the curve: what recall was before it (null for the first), and how it went. */
export interface Mark {
  /** ms */
  readonly at: number;
  readonly before: number | null;
  readonly rating: Rating;
}

export interface Point {
  /** ms */
  readonly at: number;
  /** 0..1 */
  readonly recall: number;
}

/** A stretch of the curve from one answer to the next, or to the end; points left to right. */
export type Arc = readonly Point[];

export interface Curve {
  readonly arcs: readonly Arc[];
  readonly marks: readonly Mark[];
  /** From the last answer's memory on: what recall will be at an instant (ms); null without memory. */
  readonly recallAt: (at: number) => number | null;
}

/** Points an arc is drawn through: enough that no bend is seen. */
const POINTS = 24;

/**
 * The forgetting curve of one card from its steps until an instant. Answers less than an hour apart
 * are steps of one sitting: drawn as one mark at the first, which missed if any of them did; the
 * curve goes on from the last.
 * @param until ms; later steps are left out
 */
export function curveOf(steps: readonly Step[], until: number, model: MemoryModel): Curve {
  const moves = sittingsOf(steps.filter(({ at }) => at <= until));
  const arcs: Point[][] = [];
  const marks: Mark[] = [];
  let memory: { at: number; stability: number } | null = null;
  const recallFrom = (from: { at: number; stability: number }, at: number) =>
    model.retrievability(from.stability, Math.max(0, at - from.at) / DAY);
  const drawUntil = (end: number) => {
    const from = memory;
    if (!from || end <= from.at) return;
    arcs.push(
      Array.from({ length: POINTS + 1 }, (_, i) => {
        // Closer together at the start, where the curve bends most.
        const at = from.at + (end - from.at) * (i / POINTS) ** 2;
        return { at, recall: recallFrom(from, at) };
      }),
    );
  };
  for (const { at, stability, rating } of moves) {
    const before = memory ? recallFrom(memory, at) : null;
    drawUntil(at);
    memory = stability === null ? null : { at, stability };
    if (rating !== null) marks.push({ at, before, rating });
  }
  drawUntil(until);
  const last = memory;
  return { arcs, marks, recallAt: (at) => (last ? recallFrom(last, at) : null) };
}

const SITTING = 3_600_000;

/** Steps that move memory or end it, those of one sitting as one. */
function sittingsOf(steps: readonly Step[]): Pick<Step, 'at' | 'stability' | 'rating'>[] {
  const sittings: { at: number; last: number; stability: number | null; rating: Rating | null }[] =
    [];
  for (const { at, stability, rating } of steps) {
    if (rating === null && stability !== null) continue;
    const open = sittings.at(-1);
    const joins = open !== undefined && rating !== null && open.rating !== null;
    if (joins && at - open.last < SITTING) {
      open.last = at;
      open.stability = stability;
      if (rating === 'again') open.rating = 'again';
    } else {
      sittings.push({ at, last: at, stability, rating });
    }
  }
  return sittings;
}

/** Recall of a concept on a study day, as it would have been read then. */
export interface RecallThen {
  readonly day: StudyDay;
  /** Mean over its cards then not suspended, 0..1, one never begun counting 0; null where none was. */
  readonly recall: number | null;
  /** How many cards were begun by then. */
  readonly begun: number;
}

/**
 * How the recall of a concept went, at the end of each study day. As the fold of the log up to each
 * day, but where the clock was set back the day already reached counts.
 * @param steps of each of its cards
 */
export function historyOf(
  steps: readonly (readonly Step[])[],
  from: StudyDay,
  to: StudyDay,
  model: MemoryModel,
): RecallThen[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const day = from + i;
    const standing = steps.map((ofCard) => ofCard.findLast((step) => step.day <= day));
    const left = standing.filter((step) => !step?.suspended);
    const recalls = left.map((step) =>
      step && step.stability !== null
        ? model.retrievability(step.stability, Math.max(0, day - step.memoryDay))
        : null,
    );
    const begun = recalls.filter((recall) => recall !== null);
    const recall = begun.length === 0 ? null : meanRecall(recalls.map((one) => one ?? 0));
    return { day, recall, begun: begun.length };
  });
}

/**
 * The instant (ms) at which recall falls to `desired` after the last of some steps; null without
 * memory.
 */
export function fallsTo(
  steps: readonly Step[],
  desired: number,
  model: MemoryModel,
): number | null {
  const last = steps.findLast(({ rating }) => rating !== null);
  const ended = steps.at(-1)?.stability === null;
  if (!last || ended || last.stability === null) return null;
  return last.at + model.interval(last.stability, desired) * DAY;
}
