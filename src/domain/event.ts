/**
 * The log: everything a learner does is one immutable event. `docs/log.md` says what each field is
 * for; what an event lacks on the day it is written can never be added.
 */
import type { Language } from './deck.ts';
import type { StudyDay } from './day.ts';
import type { Chosen, Question } from './quiz/question.ts';
import type { Scope } from './scope.ts';

export type Rating = 'again' | 'hard' | 'good' | 'easy';
export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

export type Phase = 'new' | 'learning' | 'review' | 'relearning';
export const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];

export type Mode = 'review' | 'cram' | 'quiz-practice' | 'quiz-misses' | 'quiz-all';
export const MODES: readonly Mode[] = [
  'review',
  'cram',
  'quiz-practice',
  'quiz-misses',
  'quiz-all',
];

export type How = 'self' | 'typed' | 'choice';
export const HOWS: readonly How[] = ['self', 'typed', 'choice'];

export type Confidence = 'guess' | 'think' | 'know';
export const CONFIDENCES: readonly Confidence[] = ['guess', 'think', 'know'];

/** Why the day of a review grant is that day and no other within its range. */
export type Reason =
  'rounded' | 'fuzzed' | 'balanced' | 'raised' | 'capped' | 'easy-days' | 'siblings';

/** The arithmetic of a review grant, in days; it multiplies back to the due day. */
export interface Terms {
  /** Stability after the answer, days, 4 decimals. */
  readonly stability: number;
  /** Desired retention in force, 0..1. */
  readonly desired: number;
  /** Days until the curve falls to `desired`, before rounding, 4 decimals. */
  readonly raw: number;
  /** First and last whole day that was allowed. */
  readonly low: number;
  readonly high: number;
  /** The day chosen, counted from the study day of the answer. */
  readonly days: number;
  readonly why: readonly Reason[];
}

/** The schedule an event gives a card. It stands until a later live event gives another. */
export interface Grant {
  readonly phase: Exclude<Phase, 'new'>;
  /** Index of the learning or relearning step the card waits on; 0 in review. */
  readonly step: number;
  /** Review: the study day it falls due. */
  readonly dueDay?: StudyDay;
  /** Learning and relearning: the instant (ms) it falls due. */
  readonly dueAt?: number;
  /** Absent where a person chose the date. */
  readonly terms?: Terms;
}

interface Event {
  /** 96 random bits in hex: the profile that wrote it. An import is a device of its own. */
  readonly device: string;
  /** Dense from 1 within the device. */
  readonly seq: number;
  /** What the clock said, ms; never adjusted. */
  readonly at: number;
  /** Sorts the replay: max(at, one more than the highest order this profile had seen). */
  readonly order: number;
  /** UTC offset at the instant, minutes east. */
  readonly offset: number;
  /** Study day at the instant, under the rollover then in force. */
  readonly day: StudyDay;
  /** Id of the first event of the action it belongs to; undo takes back whole actions. */
  readonly action: string;
  /** Where it came from, for events written again under another device (imports, cloned profiles). */
  readonly origin?: string;
}

interface CardEvent extends Event {
  readonly card: string;
}

export interface Answer extends CardEvent {
  readonly type: 'reviewed' | 'quizzed';
  readonly rating: Rating;
  /** From question to rating, ms; stops while the page is hidden; at most 60,000. Imports may lack it. */
  readonly ms?: number;
  /** From question to answer shown, ms, counted the same way. */
  readonly reveal?: number;
  readonly mode: Mode;
  readonly how: How;
  /** Choice: the option picked, 0 being the right one; of borrowed ones the place in `options`, from 1. */
  readonly picked?: number;
  /** Choice: the options in the order shown, by their number, or the card or concept one was borrowed from. */
  readonly options?: readonly string[];
  /** Typed: what was typed, when it was wrong. */
  readonly typed?: string;
  readonly confidence?: Confidence;
  /** Shown. Imports lack it, as they lack the two fields below. */
  readonly language?: Language;
  /** 32-bit hash of the text shown. */
  readonly text?: number;
  /** Name of the weights that predicted and granted: see `weightsName`. */
  readonly weights?: string;
  /** The quiz it was an answer in: an id of its own, never an event's. */
  readonly quiz?: string;
  /** Recall predicted at whole study days since the last review, 6 decimals; absent on the same day. */
  readonly predicted?: number;
  /** Absent when the answer moves nothing. */
  readonly grant?: Grant;
}

interface Flagged extends CardEvent {
  readonly type: 'suspended' | 'unsuspended' | 'marked' | 'unmarked' | 'reset';
}

interface Buried extends CardEvent {
  readonly type: 'buried';
  /** Hidden while the study day is before this one. */
  readonly until: StudyDay;
}

interface Moved extends CardEvent {
  /** `set-due`: a person chose the day. `rescheduled`: a change of settings was applied to it. */
  readonly type: 'set-due' | 'rescheduled';
  readonly grant: Grant;
}

interface Taken extends Event {
  readonly type: 'undone' | 'redone';
  /** The action taken back or brought again. */
  readonly names: string;
}

interface SettingChosen extends Event {
  readonly type: 'set';
  readonly key: string;
  readonly value: unknown;
}

interface OfQuiz extends Event {
  /** 96 random bits in hex, minted when the quiz began. */
  readonly quiz: string;
}

/** A quiz was begun: what is asked in it, in this order. Its answers name it by `quiz`. */
export interface QuizBegun extends OfQuiz {
  readonly type: 'quiz-begun';
  /** Orders the options; the same seed and questions give the same quiz. */
  readonly seed: string;
  /** What its answers do to the schedule. A card never begun is only practised, whatever this says. */
  readonly mode: 'quiz-practice' | 'quiz-misses' | 'quiz-all';
  readonly questions: readonly Question[];
  /** Versions of the decks asked, by deck id. */
  readonly decks: Readonly<Record<string, string>>;
  /** What was chosen, for its name in the history. */
  readonly chosen: Chosen;
  /** Whether it asks how sure one is before the answer. */
  readonly asksConfidence: boolean;
  /** The discussion it prepares or, when `isFinal`, is held against. */
  readonly discussion?: string;
  readonly isFinal?: boolean;
}

/** Ended before its last question was answered; what was not asked is left out of the score. */
export interface QuizEnded extends OfQuiz {
  readonly type: 'quiz-ended';
}

/** An open question of the deck, answered aloud and ticked off against the points of a good answer. */
export interface OpenAnswered extends OfQuiz {
  readonly type: 'open-answered';
  /** Id of the open question. */
  readonly question: string;
  /** Places (from 0) of the points that were made, of so many. */
  readonly points: readonly number[];
  readonly of: number;
  /** From question to ticking, ms; stops while the page is hidden; at most half an hour. */
  readonly ms: number;
  readonly confidence?: Confidence;
  readonly language: Language;
  /** 32-bit hash of the question and its points as shown. */
  readonly text: number;
}

interface OfDiscussion extends Event {
  /** 96 random bits in hex, minted when it was made. */
  readonly discussion: string;
}

/** What makes up a discussion. */
export interface DiscussionFields {
  readonly name: string;
  /** The instant it begins, ms. */
  readonly when: number;
  readonly scope: Scope;
  /** Recall (0..1) to reach for each concept. */
  readonly target: number;
  /** Minutes a day there are for reviews, ordinary ones included. */
  readonly minutes: number;
  /** Whether reviews may be planned on its own study day too. */
  readonly onTheDay: boolean;
  /** Whether the plan stands in Today. */
  readonly isPlanned: boolean;
  readonly isRemoved: boolean;
}

/** A discussion made (with every field) or changed (with those that changed): each field's last holds. */
export interface DiscussionSet extends OfDiscussion, Partial<DiscussionFields> {
  readonly type: 'discussion-set';
}

/** A forecast, frozen when it was made: whenever a discussion is made, changed or its plan taken up. */
export interface ForecastMade extends OfDiscussion {
  readonly type: 'forecast-made';
  /** The instant forecast (ms), its study day, and the recall aimed at. */
  readonly when: number;
  readonly date: StudyDay;
  readonly target: number;
  /** Whether the plan was taken up: then `plan` is what is held against the outcome. */
  readonly isPlanned: boolean;
  readonly weights: string;
  readonly concepts: readonly ConceptForecast[];
}

/**
 * Expected recall (0..1, 4 decimals) of each of a concept's cards on the date: without any review,
 * with the ordinary ones, by the plan. The concept's own is their mean.
 */
export interface ConceptForecast {
  readonly concept: string;
  readonly cards: readonly string[];
  readonly stop: readonly number[];
  readonly reviews: readonly number[];
  readonly plan?: readonly number[];
}

/** What the plan puts on the study day it is written on. Of a discussion and day the last holds. */
export interface DayPlanned extends OfDiscussion {
  readonly type: 'day-planned';
  readonly cards: readonly string[];
}

/** The learner's own verdict afterwards, by concept id. The last live one of a discussion holds. */
export interface VerdictGiven extends OfDiscussion {
  readonly type: 'verdict-given';
  readonly recalled: readonly string[];
  readonly missed: readonly string[];
}

export type QuizEvent = QuizBegun | QuizEnded | OpenAnswered;
export type DiscussionEvent = DiscussionSet | ForecastMade | DayPlanned | VerdictGiven;
export type OfCard = Answer | Flagged | Buried | Moved;
export type Known = OfCard | Taken | SettingChosen | QuizEvent | DiscussionEvent;

/** An event of a type this version does not know: kept and forwarded as it is. */
export interface Unknown extends Event {
  readonly type: string;
  readonly card?: string;
  readonly [field: string]: unknown;
}

export type LogEvent = Known | Unknown;

/** What a caller says of an event; the store adds who, when it sorts, and the action. */
export type Draft = DraftOf<Known>;
type DraftOf<E> = E extends Event
  ? Omit<E, 'device' | 'seq' | 'order' | 'action' | 'origin'>
  : never;

const CARD_TYPES: ReadonlySet<string> = new Set([
  'reviewed',
  'quizzed',
  'suspended',
  'unsuspended',
  'buried',
  'marked',
  'unmarked',
  'reset',
  'set-due',
  'rescheduled',
]);

export function isOfCard(event: LogEvent): event is OfCard {
  return CARD_TYPES.has(event.type);
}

export function isAnswer(event: LogEvent): event is Answer {
  return event.type === 'reviewed' || event.type === 'quizzed';
}

export function isTaken(event: LogEvent): event is Taken {
  return event.type === 'undone' || event.type === 'redone';
}

export function isSetting(event: LogEvent): event is SettingChosen {
  return event.type === 'set';
}

const QUIZ_TYPES: ReadonlySet<string> = new Set(['quiz-begun', 'quiz-ended', 'open-answered']);

export function isOfQuiz(event: LogEvent): event is QuizEvent {
  return QUIZ_TYPES.has(event.type);
}

const DISCUSSION_TYPES: ReadonlySet<string> = new Set([
  'discussion-set',
  'forecast-made',
  'day-planned',
  'verdict-given',
]);

export function isOfDiscussion(event: LogEvent): event is DiscussionEvent {
  return DISCUSSION_TYPES.has(event.type);
}

export type EventId = string;

/** `<device>:<seq>` */
export function idOf(event: { readonly device: string; readonly seq: number }): EventId {
  return `${event.device}:${event.seq}`;
}

/** @throws Error when `id` is not `<device>:<seq>` */
export function partsOf(id: EventId): { device: string; seq: number } {
  const colon = id.lastIndexOf(':');
  const seq = Number(id.slice(colon + 1));
  if (colon < 1 || !Number.isInteger(seq)) throw new Error(`Inconsistent: not an event id: ${id}`);
  return { device: id.slice(0, colon), seq };
}
