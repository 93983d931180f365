/**
 * Settings of scheduling. They live in the log: of the `set` events of a key the last live one in
 * replay order stands. Looks (theme, text size, language of the interface) are not among them.
 */
import type { StudyDay } from './day.ts';
import { isSetting, type LogEvent } from './event.ts';
import { DEFAULT_WEIGHTS, type Weights } from './memory.ts';
import { compareEvents } from './replay.ts';

/** How much of the reviews a weekday should take. */
export type EasyDay = 'normal' | 'reduced' | 'minimum';
export type NewOrder = 'deck' | 'shuffled';
export type ReviewOrder = 'overdueness' | 'due-day';
export type Mix = 'mixed' | 'new-first' | 'new-last';

/** More new cards on one day, without changing the daily limit. */
export interface ExtraNew {
  readonly day: StudyDay;
  readonly cards: number;
}

/** Reviews spread out after a break: at most `perDay` on each study day before `until`. */
export interface CatchUp {
  readonly perDay: number;
  readonly until: StudyDay;
}

export interface Settings {
  /** Retrievability (0.70..0.97) at which a card falls due. */
  readonly desiredRetention: number;
  /** The same for single decks, by deck id. */
  readonly desiredRetentionByDeck: Readonly<Record<string, number>>;
  /** Ids of decks none of whose new cards are met; what was begun goes on. In order. */
  readonly decksWithoutNew: readonly string[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Minutes, each shorter than a day. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  readonly balanceLoad: boolean;
  /** By weekday, Sunday first. */
  readonly easyDays: readonly EasyDay[];
  readonly newOrder: NewOrder;
  readonly reviewOrder: ReviewOrder;
  readonly mix: Mix;
  readonly buryNewSiblings: boolean;
  readonly buryReviewSiblings: boolean;
  /** Hour of the wall clock, 0..6. */
  readonly rollover: number;
  /** Minutes by which a learning card may come early when nothing else is left. */
  readonly learnAhead: number;
  readonly weights: Weights;
  readonly extraNew: ExtraNew | null;
  readonly catchUp: CatchUp | null;
}

type PlainKey = Exclude<keyof Settings, 'desiredRetentionByDeck' | 'decksWithoutNew'>;
/** Keys of `set` events are those of the settings, and these with a deck's id behind them. */
const RETENTION_OF = 'desiredRetention/';
const NEW_FROM = 'newFrom/';

export const DEFAULT_SETTINGS: Settings = {
  desiredRetention: 0.9,
  desiredRetentionByDeck: {},
  decksWithoutNew: [],
  newPerDay: 10,
  reviewsPerDay: 200,
  learningSteps: [1, 10],
  relearningSteps: [10],
  maximumInterval: 36_500,
  balanceLoad: true,
  easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
  newOrder: 'deck',
  reviewOrder: 'overdueness',
  mix: 'mixed',
  buryNewSiblings: true,
  buryReviewSiblings: true,
  rollover: 4,
  learnAhead: 20,
  weights: DEFAULT_WEIGHTS,
  extraNew: null,
  catchUp: null,
};

const within = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value >= low && value <= high;
const whole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && within(low, high)(value);
const oneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && words.includes(value);
const flag = (value: unknown) => typeof value === 'boolean';
const listOf =
  (accepts: (value: unknown) => boolean, low: number, high: number) => (value: unknown) =>
    Array.isArray(value) && value.length >= low && value.length <= high && value.every(accepts);
const shape = (fields: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(([key, accepts]) => accepts(Reflect.get(value, key)));

const retention = within(0.7, 0.97);
const DAY_MINUTES = 1440;
const steps = listOf(within(0.1, DAY_MINUTES - 1), 0, 8);
const FAR = 1_000_000;

/** What each setting may be. A `set` event outside it is kept in the log and does not stand. */
const ACCEPTS: Readonly<Record<PlainKey, (value: unknown) => boolean>> = {
  desiredRetention: retention,
  newPerDay: whole(0, 9999),
  reviewsPerDay: whole(0, 9999),
  learningSteps: steps,
  relearningSteps: steps,
  maximumInterval: whole(1, 36_500),
  balanceLoad: flag,
  easyDays: listOf(oneOf('normal', 'reduced', 'minimum'), 7, 7),
  newOrder: oneOf('deck', 'shuffled'),
  reviewOrder: oneOf('overdueness', 'due-day'),
  mix: oneOf('mixed', 'new-first', 'new-last'),
  buryNewSiblings: flag,
  buryReviewSiblings: flag,
  rollover: whole(0, 6),
  learnAhead: whole(0, DAY_MINUTES - 1),
  weights: listOf((value) => Number.isFinite(value), 21, 21),
  extraNew: (value) =>
    value === null || shape({ day: whole(-FAR, FAR), cards: whole(0, 9999) })(value),
  catchUp: (value) =>
    value === null || shape({ perDay: whole(1, 9999), until: whole(-FAR, FAR) })(value),
};

function isPlainKey(key: string): key is PlainKey {
  return Object.hasOwn(ACCEPTS, key);
}

/** Whether `value` may stand for the setting `key`. */
export function acceptsSetting(key: string, value: unknown): boolean {
  if (key.startsWith(RETENTION_OF)) return retention(value);
  if (key.startsWith(NEW_FROM)) return flag(value);
  return isPlainKey(key) && ACCEPTS[key](value);
}

/** The settings after one `set` event; unchanged when it may not stand. */
export function withSetting(settings: Settings, key: string, value: unknown): Settings {
  if (!acceptsSetting(key, value)) return settings;
  if (key.startsWith(RETENTION_OF)) {
    const deck = key.slice(RETENTION_OF.length);
    const byDeck = { ...settings.desiredRetentionByDeck, [deck]: Number(value) };
    return { ...settings, desiredRetentionByDeck: byDeck };
  }
  if (key.startsWith(NEW_FROM)) {
    const deck = key.slice(NEW_FROM.length);
    const others = settings.decksWithoutNew.filter((id) => id !== deck);
    const decksWithoutNew = value === true ? others : [...others, deck].toSorted();
    return { ...settings, decksWithoutNew };
  }
  return { ...settings, [key]: value };
}

/** The settings that stand after `events` (in any order), of which `undone` actions are left out. */
export function foldSettings(events: Iterable<LogEvent>, undone: ReadonlySet<string>): Settings {
  const standing = new Map<string, Extract<LogEvent, { type: 'set' }>>();
  for (const event of events) {
    if (!isSetting(event) || undone.has(event.action)) continue;
    if (!acceptsSetting(event.key, event.value)) continue;
    const other = standing.get(event.key);
    if (!other || compareEvents(other, event) < 0) standing.set(event.key, event);
  }
  let settings = DEFAULT_SETTINGS;
  for (const { key, value } of [...standing.values()].toSorted((a, b) =>
    a.key < b.key ? -1 : 1,
  )) {
    settings = withSetting(settings, key, value);
  }
  return settings;
}

/** The key that says whether new cards of a deck are met (`true` or `false`). */
export function newFromKey(deckId: string): string {
  return NEW_FROM + deckId;
}

/** Desired retention (0..1) in force for a deck. */
export function desiredRetentionOf(settings: Settings, deckId: string): number {
  const own = Object.entries(settings.desiredRetentionByDeck).find(([id]) => id === deckId);
  return own?.[1] ?? settings.desiredRetention;
}
