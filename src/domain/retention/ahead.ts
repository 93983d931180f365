/**
 * What will be known on coming study days: if nothing is reviewed any more, and if one goes on as
 * usual, new cards at the daily limit included. Of a coming day it is what is known before its
 * reviews, as a discussion's forecast says it.
 */
import { buildCatalogue } from '../catalogue.ts';
import type { CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { firstRatingShares } from '../firstRatings.ts';
import { createModel } from '../memory.ts';
import { introductionDays, newCardsOf, recallsAlongReviews } from '../ordinaryReviews.ts';
import type { Course } from '../plan/outcome.ts';
import type { Known } from '../preparation.ts';
import { desiredRetentionOf } from '../settings.ts';

/** Of the simulation: the same every time, so that the map does not jitter. */
const SEED = 'going on';

/** What is needed of what is known of the learner. */
export type Standing = Pick<
  Known,
  'decks' | 'states' | 'settings' | 'firstRatings' | 'today' | 'introduced' | 'reviewed'
>;

/** One card if one goes on. */
export interface CardAhead {
  readonly card: string;
  /** Expected recall (0..1) on each of the days. */
  readonly recalls: Float64Array;
  /** First study day on which it counts as begun; null if it will not have been. */
  readonly begunBy: StudyDay | null;
}

/**
 * Each card's expected recall if one goes on as usual, one card after another, so that whoever does
 * this work may pause between them. Suspended cards are left out.
 * @param cards ids
 * @param days coming study days, ascending
 */
export function* goOn(
  { decks, states: all, settings, firstRatings, today, introduced, reviewed }: Standing,
  cards: readonly string[],
  days: readonly StudyDay[],
): Generator<CardAhead> {
  const date = days.at(-1);
  if (date === undefined) return;
  const catalogue = buildCatalogue(decks);
  const states = new Map<string, CardState>(all.map((state) => [state.card, state]));
  const model = createModel(settings.weights);
  const course: Course = {
    today,
    date,
    last: date - 1,
    model,
    settings,
    desired: (card) => desiredRetentionOf(settings, catalogue.card.get(card)?.deckId ?? ''),
    firstRatings: firstRatingShares(firstRatings),
  };
  const fresh = newCardsOf(catalogue, states, settings);
  const gathered = { today, fresh, states, introduced, reviewed };
  const meetings = introductionDays(gathered, course.last, settings, model, catalogue);
  for (const card of cards) {
    const state = states.get(card) ?? null;
    if (state?.suspended) continue;
    const met = meetings.get(card) ?? null;
    const recalls = recallsAlongReviews(state, card, met, course, SEED, days);
    const begunBy = state?.memory ? today : met === null ? null : met + 1;
    yield { card, recalls, begunBy };
  }
}
