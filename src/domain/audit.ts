/**
 * What became of a forecast: what was expected of each card or concept, held against what was
 * recalled, once the date is over.
 */
import type { StandingDiscussion } from './discussion.ts';
import type { Answer, ConceptForecast, ForecastMade, VerdictGiven } from './event.ts';
import { wilson, type Interval } from './wilson.ts';

/** One thing asked, and whether it was recalled. */
export interface Evidence {
  readonly concept: string;
  /** Absent where the learner judged the concept as a whole. */
  readonly card?: string;
  readonly isRecalled: boolean;
  /** A choice, which can be guessed. */
  readonly isChoice: boolean;
}

/**
 * What the answers of a final quiz show: a card was recalled unless it was rated again.
 * @param answers one for each card, which it names as it is called today
 * @param conceptOf of a card's id; undefined for one that no deck knows any more
 */
export function evidenceOfQuiz(
  answers: readonly Answer[],
  conceptOf: (card: string) => string | undefined,
): Evidence[] {
  return answers.flatMap(({ card, rating, how }) => {
    const concept = conceptOf(card);
    if (concept === undefined) return [];
    return [{ concept, card, isRecalled: rating !== 'again', isChoice: how === 'choice' }];
  });
}

/** What the learner says of each concept. */
export function evidenceOfVerdict({ recalled, missed }: VerdictGiven): Evidence[] {
  const said = (isRecalled: boolean) => (concept: string) => ({
    concept,
    isRecalled,
    isChoice: false,
  });
  return [...recalled.map(said(true)), ...missed.map(said(false))];
}

/**
 * The forecast to hold against the outcome: of those made for the discussion's instant, before it, and
 * of the discussion as it stood in the end, the last one of the plan if that was followed then, else
 * of the ordinary reviews. Where there is none of these, the last one made.
 */
export function forecastToHold({
  forecasts,
  when,
  changed,
  isPlanned,
}: StandingDiscussion): ForecastMade | null {
  const inTime = forecasts.filter((made) => made.when === when && made.at < when);
  const ofThis = inTime.filter(({ order }) => order >= changed);
  const followed = ofThis.findLast((made) => made.isPlanned === isPlanned);
  return followed ?? ofThis.at(-1) ?? inTime.at(-1) ?? null;
}

/** A share (0..1) of so many, with its 95 % interval. */
export interface Share extends Interval {
  readonly share: number;
  readonly of: number;
}

/** Evidence of which alike was forecast. */
export interface Bin {
  /** Limits of the forecasts (0..1): from `from` to under `to`, the last one with 1. */
  readonly from: number;
  readonly to: number;
  /** Mean of the forecasts. */
  readonly forecast: number;
  readonly recalled: Share;
}

export interface Audit {
  /** Mean of what was forecast (0..1), and what came true. */
  readonly forecast: number;
  readonly recalled: Share;
  /** Of them, how many were choices. */
  readonly choices: number;
  /** Too few to say anything by: "not enough data yet". */
  readonly isFew: boolean;
  /** Mean squared error (0..1, less is better) of the forecast, and of the one without any review. */
  readonly brier: number;
  readonly brierOfStop: number;
  /** By rising forecast; empty ones are left out. */
  readonly bins: readonly Bin[];
}

/** Below it a share of recalled says little of a forecast. */
export const ENOUGH = 30;
/** The limits of the recall scale; they do not move. */
const LIMITS: readonly number[] = [0, 0.6, 0.8, 0.9, 0.95, 1];

/** A forecast (0..1), that without any review, and what came: 1 recalled, 0 missed. */
interface Held {
  readonly forecast: number;
  readonly stop: number;
  readonly came: 0 | 1;
  readonly isChoice: boolean;
}

/** @param values one or more */
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a list of a concept's cards says of one of them, or of the concept. */
function valueOf(values: readonly number[], { cards }: ConceptForecast, card?: string) {
  return card === undefined ? meanOf(values) : values[cards.indexOf(card)];
}

function hold(evidence: Evidence, { concepts, isPlanned }: ForecastMade): Held | null {
  const { concept, card, isRecalled, isChoice } = evidence;
  const made = concepts.find((one) => one.concept === concept);
  if (!made || made.cards.length === 0) return null;
  const forecast = valueOf((isPlanned ? made.plan : null) ?? made.reviews, made, card);
  const stop = valueOf(made.stop, made, card);
  if (forecast === undefined || stop === undefined) return null;
  return { forecast, stop, came: isRecalled ? 1 : 0, isChoice };
}

function shareOf(held: readonly Held[]): Share {
  const recalled = held.filter(({ came }) => came === 1).length;
  return { share: recalled / held.length, of: held.length, ...wilson(recalled, held.length) };
}

function binsOf(held: readonly Held[]): Bin[] {
  return LIMITS.slice(0, -1).flatMap((from, i) => {
    const to = LIMITS[i + 1] ?? 1;
    const isLast = i === LIMITS.length - 2;
    const inBin = held.filter(({ forecast }) => forecast >= from && (forecast < to || isLast));
    if (inBin.length === 0) return [];
    const forecast = meanOf(inBin.map((one) => one.forecast));
    return [{ from, to, forecast, recalled: shareOf(inBin) }];
  });
}

/**
 * Holds a forecast against what came: its plan if that was taken up, else the ordinary reviews.
 * Evidence it says nothing about is passed over; null when there is no other.
 * Source of the score: Brier (1950), "Verification of forecasts expressed in terms of probability".
 */
export function auditOf(forecast: ForecastMade, evidence: readonly Evidence[]): Audit | null {
  const held = evidence.flatMap((one) => hold(one, forecast) ?? []);
  if (held.length === 0) return null;
  const brier = (of: 'forecast' | 'stop') => meanOf(held.map((one) => (one[of] - one.came) ** 2));
  return {
    forecast: meanOf(held.map((one) => one.forecast)),
    recalled: shareOf(held),
    choices: held.filter(({ isChoice }) => isChoice).length,
    isFew: held.length < ENOUGH,
    brier: brier('forecast'),
    brierOfStop: brier('stop'),
    bins: binsOf(held),
  };
}
