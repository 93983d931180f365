/**
 * The tables. `events` and `segments` are the truth; `cards`, `days` and most of `meta` are caches
 * folded from them, droppable at any time.
 */
import Dexie, { type Table } from 'dexie';
import type { CardState } from '../domain/cardState.ts';
import type { StudyDay } from '../domain/day.ts';
import type { LogEvent } from '../domain/event.ts';
import type { Settings } from '../domain/settings.ts';
import type { Tally } from '../domain/tally.ts';

/**
 * The version of the code that writes. A database says which is the lowest allowed to write to it,
 * and every write transaction checks it: an older tab left open must not write to a newer database.
 */
export const WRITER = 1;

/** Raised whenever the folds would give other rows from the same log: the caches are then rebuilt. */
export const FOLD = 1;

/** Rows of a device that stay in the tail, so that an undo finds them without opening a segment. */
export const KEPT_EVENTS = 2_048;

export const DATABASE_NAME = 'fanshi';

/** A card's state, and the keys by which the day's cards are found; suspended cards have none. */
export interface CardRow extends CardState {
  /** Raised by every write of the row: a rating is refused when it changed since the card was shown. */
  rev: number;
  /** Review: the study day it falls due. */
  queueDay?: StudyDay;
  /** Learning: the instant (ms) it falls due. */
  queueAt?: number;
  /** New again after a reset or an undo. */
  queueNew?: 1;
}

export interface Profile {
  readonly key: 'profile';
  /** Who writes. */
  readonly device: string;
  /** The last event's number. */
  readonly seq: number;
  /** The highest order seen. */
  readonly order: number;
  /** Write transactions so far; never goes back. */
  readonly writes: number;
  readonly minWriter: number;
}

/** The settings as folded. */
export interface SettingsRow {
  readonly key: 'settings';
  readonly value: Settings;
}

/** What the caches were folded with; absent or different means they must be rebuilt. */
export interface CacheRow {
  readonly key: 'cache';
  readonly fold: number;
  readonly weights: string;
  /** Hash of the renames in force. */
  readonly renames: string;
}

/** New cards before this place of the order are known to have rows. */
export interface FrontierRow {
  readonly key: 'frontier';
  readonly catalogue: string;
  readonly order: string;
  readonly place: number;
}

/** The last backup, and the file it goes to by itself, where the browser allows that. */
export interface BackupRow {
  readonly key: 'backup';
  /** ms; null for never. */
  readonly at: number | null;
  /** Events there were at the time. */
  readonly events: number;
  readonly file: FileSystemFileHandle | null;
}

export type MetaRow = Profile | SettingsRow | CacheRow | FrontierRow | BackupRow;

/** Events 16,384·k+1 … 16,384·(k+1) of one device, packed. */
export interface SegmentRow {
  readonly device: string;
  readonly k: number;
  readonly bytes: Uint8Array;
}

/** The little that is read of a segment without opening it. */
export interface HeadRow {
  readonly device: string;
  readonly k: number;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** `cardKey` of each of its cards, sorted: where none is, the segment need not be opened. */
  readonly cards: Uint32Array;
  /** The segment's events of no card: undone, redone, settings, and what later versions add. */
  readonly cardless: readonly LogEvent[];
  readonly lastOrder: number;
}

export class Database extends Dexie {
  readonly events!: Table<LogEvent, [string, number]>;
  readonly segments!: Table<SegmentRow, [string, number]>;
  readonly heads!: Table<HeadRow, [string, number]>;
  readonly cards!: Table<CardRow, string>;
  readonly days!: Table<Tally, number>;
  readonly meta!: Table<MetaRow, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(1).stores({
      events: '[device+seq], card, names, key',
      segments: '[device+k]',
      heads: '[device+k]',
      cards: 'card, queueDay, queueAt, queueNew',
      days: 'day',
      meta: 'key',
    });
    // Events of quizzes and discussions are found by them.
    this.version(2).stores({ events: '[device+seq], card, names, key, quiz, discussion' });
  }
}

/** The row of a state: which queue it stands in follows from phase and suspension. */
export function rowOf(state: CardState, rev: number): CardRow {
  const row: CardRow = { ...state, rev };
  delete row.queueDay;
  delete row.queueAt;
  delete row.queueNew;
  if (state.suspended) return row;
  if (state.phase === 'new') row.queueNew = 1;
  else if (state.dueDay !== null) row.queueDay = state.dueDay;
  else if (state.dueAt !== null) row.queueAt = state.dueAt;
  return row;
}

/** The state in a row, without what belongs to the row. */
export function stateOf(row: CardRow): CardState {
  const { rev: _rev, queueDay: _day, queueAt: _at, queueNew: _new, ...state } = row;
  return state;
}
