/**
 * What the statistics page shows: one interface per figure. All of it is plain data, so that a worker
 * can hand it over. Days are study days, times ms, recalls 0..1; whatever cannot be said is null.
 */
import type { StudyDay } from '../day.ts';
import type { Rating } from '../event.ts';
import type { Interval } from '../wilson.ts';

/** So many of so many. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** The share (0..1) with its 95 % interval; null for too few answers (`ENOUGH`): "not enough data yet". */
  readonly known: (Interval & { readonly share: number }) | null;
}

/**
 * What an answer was given to. `practice`: in a quiz or cramming, whatever it counted as. Otherwise by
 * the phase before it: a card in review is `mature` when its interval was 21 days or more.
 */
export const ANSWER_KINDS = ['learning', 'relearning', 'young', 'mature', 'practice'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export type ByKind = Readonly<Record<AnswerKind, number>>;

/** What all the figures are about. */
export interface About {
  /** Cards chosen, seen or not. */
  readonly cards: number;
  /** Live answers to them up to today, practice among them; `timed`: those with a duration. */
  readonly answers: number;
  readonly timed: number;
  /** Of them, answers to cards that no deck at hand knows; such cards are in no figure of cards. */
  readonly retired: { readonly cards: number; readonly answers: number };
  /** Answers dated after today, when the clock was ahead: in no figure. */
  readonly ahead: number;
  /** Study day of the first answer; null for none. */
  readonly first: StudyDay | null;
}

export interface Today {
  readonly day: StudyDay;
  readonly answers: number;
  /** Time of the answers that have one, and how many have. */
  readonly ms: number;
  readonly timed: number;
  /** Answers rated again, practice among them. */
  readonly again: number;
  /** Answers not rated again, of all but practice. */
  readonly right: Proportion;
  readonly matureRight: Proportion;
  readonly byKind: ByKind;
}

/** Cards by the day they fall due. No new cards, no suspended ones; a buried one when that is over. */
export interface FutureDue {
  readonly n: number;
  readonly today: StudyDay;
  /** Due before today. */
  readonly overdue: number;
  /** Cards due so many days from today, from 0 on; without what is overdue. At least one day. */
  readonly byDay: readonly number[];
  /** Due after the last of those days. */
  readonly later: number;
  /** Reviews a day these cards come to: the sum of 1 / max(interval, 1). */
  readonly dailyLoad: number;
}

/** One square of the heat map. */
export interface CalendarDay {
  readonly day: StudyDay;
  readonly answers: number;
  readonly ms: number;
}

/** The heat map, and the days in a row. */
export interface CalendarFigure {
  readonly n: number;
  /** First and last day of the map: it begins with the first day studied in the period. */
  readonly from: StudyDay;
  readonly to: StudyDay;
  /** Days with an answer, rising. */
  readonly days: readonly CalendarDay[];
  /** Days in a row up to today, and the longest there ever were, whatever the period. */
  readonly streak: number;
  readonly longest: number;
}

export type BinWidth = 'day' | 'week' | 'month';

/** Days taken together: both ends belong to it; the first and last week or month may be cut short. */
export interface Span {
  readonly from: StudyDay;
  readonly to: StudyDay;
}

export interface ReviewBin extends Span {
  readonly answers: ByKind;
  readonly ms: ByKind;
}

/** Answers over time, and how long they took. */
export interface Reviews {
  readonly n: number;
  readonly timed: number;
  readonly ms: number;
  readonly width: BinWidth;
  /** One after another without a gap, the last one with today; none when there are no answers. */
  readonly bins: readonly ReviewBin[];
  /** Days of the period since its first answer, and how many of them have one. */
  readonly days: number;
  readonly studied: number;
}

/** Each card once: suspended before buried before what else it is. */
export interface CardCounts {
  readonly n: number;
  readonly fresh: number;
  readonly learning: number;
  readonly relearning: number;
  readonly young: number;
  readonly mature: number;
  readonly suspended: number;
  readonly buried: number;
}

/** How values are spread. */
export interface Histogram {
  readonly n: number;
  /** Limits, rising, at least two: bin i is from `edges[i]` to under `edges[i + 1]`, the last one with it. */
  readonly edges: readonly number[];
  /** One fewer than the limits. */
  readonly counts: readonly number[];
  /** Null for no values. */
  readonly median: number | null;
}

/** Of cards with a memory that are not suspended. */
export interface MemoryFigures {
  /** Whole days, of cards in review or relearning. */
  readonly intervals: Histogram;
  /** Days until recall falls to 90 %. */
  readonly stability: Histogram;
  /** 1..10 */
  readonly difficulty: Histogram;
  readonly recall: RecallFigure;
}

/** Recall now on the smooth curve. Suspended cards are left out. */
export interface RecallFigure {
  readonly histogram: Histogram;
  /** Mean over the cards with a memory; null for none. */
  readonly mean: number | null;
  /** Estimated total knowledge: the sum of recalls, of so many cards; one never answered is 0. */
  readonly byCard: number;
  readonly cards: number;
  /** As many notes' worth: the sum over notes of the mean over the note's cards. */
  readonly byNote: number;
  readonly notes: number;
  /** Suspended and therefore left out. */
  readonly suspended: number;
}

export const RETENTION_PERIODS = ['today', 'yesterday', 'week', 'month', 'year', 'all'] as const;
/** 7, 30 and 365 days, today among them. */
export type RetentionPeriod = (typeof RETENTION_PERIODS)[number];

export interface RetentionRow {
  readonly period: RetentionPeriod;
  /** Of the first counting answers of a card on a study day, in ordinary reviews: those that passed. */
  readonly young: Proportion;
  readonly mature: Proportion;
  readonly all: Proportion;
}

/** The true retention table, in the order of `RETENTION_PERIODS`. */
export interface TrueRetention {
  readonly rows: readonly RetentionRow[];
}

export interface Hour {
  /** 0..23 on the clock where the answer was given. */
  readonly hour: number;
  readonly answers: number;
  readonly right: Proportion;
}

/** 24 hours; without practice. */
export interface Hours {
  readonly n: number;
  readonly hours: readonly Hour[];
}

export interface ButtonRow {
  readonly answers: Readonly<Record<Rating, number>>;
  readonly right: Proportion;
}

/** Which rating was given to what; relearning counts as learning; without practice. */
export interface Buttons {
  readonly n: number;
  readonly learning: ButtonRow;
  readonly young: ButtonRow;
  readonly mature: ButtonRow;
}

export interface AddedBin extends Span {
  readonly cards: number;
  /** All begun up to the end of the bin, those before the period too. */
  readonly total: number;
}

/** Cards begun: a card set back to new and begun again counts again. */
export interface Added {
  /** Begun in the period. */
  readonly n: number;
  readonly width: BinWidth;
  /** As in `Reviews`. */
  readonly bins: readonly AddedBin[];
}

/** Everything, by name; each part may come before the others. */
export interface Figures {
  readonly about: About;
  readonly today: Today;
  readonly calendar: CalendarFigure;
  readonly reviews: Reviews;
  readonly retention: TrueRetention;
  readonly hours: Hours;
  readonly buttons: Buttons;
  readonly added: Added;
  readonly counts: CardCounts;
  readonly due: FutureDue;
  readonly memory: MemoryFigures;
}

/** Some of the figures, done before the others. */
export type Part = Partial<Figures>;

/** Days looked back on, today among them (and ahead, for what falls due); null for all there are. */
export type Period = 30 | 90 | 365 | null;
export const PERIODS: readonly Period[] = [30, 90, 365, null];
