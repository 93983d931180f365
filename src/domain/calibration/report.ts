/** Is the model right about me? The predictions stored when cards were shown, held against the answers. */
import type { StudyDay } from '../day.ts';
import type { Histories, LeftOut } from './histories.ts';
import {
  agreementIn,
  ENOUGH,
  reliabilityBins,
  saidOf,
  THIN,
  type Agreement,
  type ReliabilityBin,
} from './reliability.ts';
import { auc, binKeys, heldOf, logLoss, rmseBins, type Held } from './scores.ts';

export interface Scores {
  /** nats for each answer; less is better. */
  readonly logLoss: number;
  /** 0..1; less is better. */
  readonly rmseBins: number;
  /** 0.5 is chance, 1 perfect; null where all answers turned out alike. */
  readonly auc: number | null;
}

/** Some of the answers. */
export interface Part {
  readonly n: number;
  /** Null with fewer than 30. */
  readonly agreement: Agreement | null;
  /** Null with fewer than 100. */
  readonly scores: Scores | null;
}

/** Study days back from today, `from` to `to` of them; the oldest period has no end. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Apart, so that a change of the learner or of the weights is not hidden in a longer one. */
export const PERIODS: readonly Period[] = [
  { from: 0, to: 29 },
  { from: 30, to: 89 },
  { from: 90, to: 364 },
  { from: 365, to: Infinity },
];

export interface CalibrationReport {
  readonly all: Part;
  readonly bins: readonly ReliabilityBin[];
  /** For the plain sentence; null until there are enough. */
  readonly said: Agreement | null;
  readonly periods: readonly (Part & Period)[];
  /** Of each chapter given, in that order. */
  readonly chapters: readonly (Part & { readonly chapter: string })[];
  /** Scored answers of cards that stand in no deck any more: in `all`, in no chapter. */
  readonly retired: number;
  readonly left: LeftOut;
}

export function partOf(held: Held): Part {
  const n = held.predicted.length;
  const agreement = n < THIN ? null : agreementIn(held);
  if (n < ENOUGH) return { n, agreement, scores: null };
  const scores = {
    logLoss: logLoss(held) ?? 0,
    rmseBins: rmseBins(held) ?? 0,
    auc: auc(held),
  };
  return { n, agreement, scores };
}

/** Rows of the answers that are scored: those that have a stored prediction. */
export function scoredRows({ length, predicted }: Histories): Uint32Array {
  const rows = new Uint32Array(length);
  let n = 0;
  for (let row = 0; row < length; row++) {
    if (predicted[row] === -1) continue;
    rows[n] = row;
    n += 1;
  }
  return rows.subarray(0, n);
}

/**
 * @param today the study day that is now; answers of later days (a clock set forward) count as today's
 * @param chapters ids, in the order to tell them
 * @param chapterOf of a card's id; undefined when no deck has the card any more
 */
export function calibrationReport(
  histories: Histories,
  today: StudyDay,
  chapters: readonly string[],
  chapterOf: (card: string) => string | undefined,
): CalibrationReport {
  const rows = scoredRows(histories);
  const keys = binKeys(histories);
  const stored = Float64Array.from(histories.predicted, (millionths) => millionths / 1e6);
  const heldIn = (some: Uint32Array) => heldOf(histories, some, stored, keys);
  const all = heldIn(rows);
  const bins = reliabilityBins(all);
  const places = new Map(chapters.map((chapter, place) => [chapter, place]));
  const placeOfCard = histories.cards.map((card) => places.get(chapterOf(card) ?? '') ?? -1);
  const placeOf = (row: number) => placeOfCard[histories.card[row] ?? -1] ?? -1;
  const ago = (row: number) => Math.max(0, today - (histories.day[row] ?? 0));
  return {
    all: partOf(all),
    bins,
    said: saidOf(bins),
    periods: PERIODS.map(({ from, to }) => ({
      from,
      to,
      ...partOf(heldIn(rows.filter((row) => ago(row) >= from && ago(row) <= to))),
    })),
    chapters: chapters.map((chapter, place) => ({
      chapter,
      ...partOf(heldIn(rows.filter((row) => placeOf(row) === place))),
    })),
    retired: rows.filter((row) => placeOf(row) === -1).length,
    left: histories.left,
  };
}
