/**
 * Leeches: cards that are missed more often than was predicted of them. A card is one when so many
 * misses, or more, would hardly have come about were its predictions true.
 */
import { isJudged, type Histories } from './calibration/histories.ts';
import { applyEvent, newCardState } from './cardState.ts';
import { isAnswer, isOfCard, type LogEvent } from './event.ts';
import type { MemoryModel } from './memory.ts';
import { poissonBinomial } from './poissonBinomial.ts';
import { compareEvents } from './replay.ts';

/**
 * The probability with which, were all predictions true, any card at all would be called a leech, at
 * any time and however often one looks.
 */
export const LEVEL = 0.05;

/** Only so many of a card's latest answers are looked at: what it was like long ago is past. */
export const LATEST = 100;

/** A card's answers that have stored predictions, since its last reset, the latest last. */
export interface Trials {
  readonly card: string;
  /** Recall predicted, 0..1 each. */
  readonly predicted: readonly number[];
  /** Whether each was missed. */
  readonly missed: readonly boolean[];
}

export interface Leech {
  readonly card: string;
  /** Answers looked at, and of them missed. */
  readonly answers: number;
  readonly misses: number;
  /** Misses to expect by the predictions. */
  readonly expected: number;
  /** Probability of so many misses or more, were the predictions true. */
  readonly p: number;
}

/**
 * The probability that is held against the level. A card is looked at after each miss, and the more
 * often it is, the more easily something looks improbable: of the level the second miss gets a half,
 * the third a sixth, the k-th one part in k (k - 1), which are one in all. That a k-th miss comes so
 * early has no more than its part of the level (the union bound over k). One miss alone is an
 * accident, however sure the prediction was.
 */
function improbability({ misses, p }: Leech): number {
  return misses < 2 ? 1 : Math.min(1, p * misses * (misses - 1));
}

/** What the predictions say of a card's misses. */
export function misfitOf({ card, predicted, missed }: Trials): Leech {
  const risks = predicted.slice(-LATEST).map((recall) => 1 - recall);
  const misses = missed.slice(-LATEST).filter(Boolean).length;
  const p = poissonBinomial(risks).reduce(
    (sum, probability, count) => (count >= misses ? sum + probability : sum),
    0,
  );
  const expected = risks.reduce((sum, risk) => sum + risk, 0);
  return { card, answers: risks.length, misses, expected, p: Math.min(1, p) };
}

export interface Leeches {
  /** Cards tested: all that have an answer with a prediction. */
  readonly tested: number;
  /** The least probable first. */
  readonly leeches: readonly Leech[];
}

/**
 * The cards that are leeches when all these are tested at once: the probability that a calibrated
 * learner has any is at most `LEVEL`. Source of the correction: Holm (1979), "A simple sequentially
 * rejective multiple test procedure".
 */
export function leechesAmong(trials: readonly Trials[]): Leeches {
  const tested = trials.filter(({ predicted }) => predicted.length > 0);
  const misfits = tested
    .map((trial) => misfitOf(trial))
    .toSorted((a, b) => improbability(a) - improbability(b) || (a.card < b.card ? -1 : 1));
  const accepted = misfits.findIndex(
    (misfit, i) => improbability(misfit) > LEVEL / (misfits.length - i),
  );
  return {
    tested: tested.length,
    leeches: accepted === -1 ? misfits : misfits.slice(0, accepted),
  };
}

/**
 * Whether one card is a leech, as far as can be said without looking at the others: Bonferroni's
 * bound, which calls none a leech that `leechesAmong` would not.
 * @param tested cards that have been answered, or more
 */
export function isLeech(trials: Trials, tested: number): boolean {
  return improbability(misfitOf(trials)) <= LEVEL / Math.max(1, tested);
}

/** The trials of each card that `isAsked`: retired and suspended ones ask for nothing to be done. */
export function trialsOf(histories: Histories, isAsked: (card: string) => boolean): Trials[] {
  const { cards, card, begins, predicted, rating, length } = histories;
  const trials = new Map<number, { card: string; predicted: number[]; missed: boolean[] }>();
  for (let row = 0; row < length; row++) {
    const place = card[row] ?? -1;
    const id = cards[place];
    if (id === undefined) continue;
    // After a reset a card begins anew.
    if (begins[row] === 1) trials.set(place, { card: id, predicted: [], missed: [] });
    const of = trials.get(place);
    if (predicted[row] === -1 || !of) continue;
    of.predicted.push((predicted[row] ?? 0) / 1e6);
    of.missed.push(rating[row] === 1);
  }
  return [...trials.values()].filter((of) => of.predicted.length > 0 && isAsked(of.card));
}

/**
 * The trials of one card from all its events, in any order; equal to those `trialsOf` finds.
 * @param undone actions taken back (`undoneActions`)
 */
export function trialsOfCard(
  card: string,
  events: readonly LogEvent[],
  undone: ReadonlySet<string>,
  model: MemoryModel,
): Trials {
  const state = newCardState(card);
  let predicted: number[] = [];
  let missed: boolean[] = [];
  for (const event of events.toSorted(compareEvents)) {
    if (!isOfCard(event) || undone.has(event.action)) continue;
    const reached = state.memoryDay;
    const did = applyEvent(state, event, model);
    if (event.type === 'reset') [predicted, missed] = [[], []];
    if (did === 0 || !isAnswer(event) || !isJudged(event, reached)) continue;
    if (event.predicted === undefined) continue;
    predicted.push(Math.min(1, Math.max(0, event.predicted)));
    missed.push(event.rating === 'again');
  }
  return { card, predicted, missed };
}
