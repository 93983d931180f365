/** The rebuild's fold: every card and day from columns, with no object per event. */
import { applyEvent, newCardState, type CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import { CONFIDENCES, HOWS, MODES, PHASES, RATINGS, type OfCard } from './event.ts';
import type { MemoryModel } from './memory.ts';
import { COLUMN_TYPES, NO_MS } from './fillColumns.ts';
import type { Columns } from './replayColumns.ts';
import { addToTally, emptyTally, type Tally } from './tally.ts';

/** What a log says of all cards and all days. */
export interface Folded {
  /** By card id; a card without live events has a state too. */
  readonly states: ReadonlyMap<string, CardState>;
  /** By study day; days without answers have none. */
  readonly tallies: ReadonlyMap<number, Tally>;
}

const GRANT_PHASES = PHASES.slice(1);

/** The fields of an event that a fold reads, read from a row's columns when asked for. */
class Cursor {
  row = 0;
  private readonly ofRow: CursorGrant;

  constructor(private readonly columns: Columns) {
    this.ofRow = new CursorGrant(columns, this);
  }

  get type() {
    return COLUMN_TYPES[(this.columns.type[this.row] ?? 0) - 1];
  }
  get at() {
    return this.columns.at[this.row];
  }
  get offset() {
    return this.columns.offset[this.row];
  }
  get day() {
    return this.columns.day[this.row];
  }
  get ms() {
    const ms = this.columns.ms[this.row];
    return ms === NO_MS ? undefined : ms;
  }
  get rating() {
    return RATINGS[(this.columns.rating[this.row] ?? 0) - 1];
  }
  get mode() {
    return MODES[(this.columns.mode[this.row] ?? 0) - 1];
  }
  get how() {
    return HOWS[(this.columns.how[this.row] ?? 0) - 1];
  }
  get confidence() {
    return CONFIDENCES[(this.columns.confidence[this.row] ?? 0) - 1];
  }
  get predicted() {
    const predicted = this.columns.predicted[this.row] ?? -1;
    return predicted === -1 ? undefined : predicted / 1e6;
  }
  get origin() {
    const { origins } = this.columns;
    return origins.size === 0 ? undefined : origins.get(this.row);
  }
  get grant() {
    return this.columns.phase[this.row] === 0 ? undefined : this.ofRow;
  }
}

class CursorGrant {
  constructor(
    private readonly columns: Columns,
    private readonly cursor: Cursor,
  ) {}

  get phase() {
    return GRANT_PHASES[(this.columns.phase[this.cursor.row] ?? 0) - 1];
  }
  get step() {
    return this.columns.step[this.cursor.row];
  }
  get dueDay() {
    const dueDay = this.columns.dueDay[this.cursor.row] ?? NaN;
    return Number.isNaN(dueDay) ? undefined : dueDay;
  }
  get dueAt() {
    const dueAt = this.columns.dueAt[this.cursor.row] ?? NaN;
    return Number.isNaN(dueAt) ? undefined : dueAt;
  }
}

/** Told of every live event of a card, card by card, in replay order. */
export interface Follower {
  /** `state` as it is before the event of `row`. */
  readonly before: (row: number, event: OfCard, state: CardState) => void;
  /** `state` as the event has left it, and what it did (`DID` bits). */
  readonly after: (row: number, event: OfCard, state: CardState, did: number) => void;
}

/**
 * Folds every card, and tells of each live event: equal to folding the events themselves in replay
 * order.
 * @param until events written on later study days are left out
 * @param follower what it is told of is good until it returns
 * @returns states by card id
 */
export function followColumns(
  columns: Columns,
  model: MemoryModel,
  until: StudyDay,
  { before, after }: Follower,
): Map<string, CardState> {
  const { starts, rows, isUndone, odd, day } = columns;
  const cursor = new Cursor(columns);
  // Of the fields of an event the folds read only those the cursor has.
  const ofRow = cursor as unknown as OfCard;
  const states = new Map<string, CardState>();
  // By id, as the rows of each segment are: then the columns are gone through from front to back.
  const byId = columns.cards.map((card, i) => ({ card, i }));
  byId.sort((a, b) => (a.card < b.card ? -1 : 1));
  for (const { card, i } of byId) {
    const from = starts[i] ?? 0;
    const to = starts[i + 1] ?? 0;
    if (from === to) continue;
    const state = newCardState(card);
    states.set(card, state);
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0;
      if (isUndone[row] === 1) continue;
      cursor.row = row;
      const event = odd.size === 0 ? ofRow : (odd.get(row) ?? ofRow);
      if ((event === ofRow ? (day[row] ?? 0) : event.day) > until) continue;
      before(row, event, state);
      after(row, event, state, applyEvent(state, event, model));
    }
  }
  return states;
}

/** As `followColumns`, and sums up every day. */
export function foldColumns(
  columns: Columns,
  model: MemoryModel,
  until: StudyDay = Infinity,
  follower?: Follower,
): Folded {
  const tallies = new Map<number, Tally>();
  const states = followColumns(columns, model, until, {
    before: (row, event, state) => follower?.before(row, event, state),
    after: (row, event, state, did) => {
      follower?.after(row, event, state, did);
      if (did === 0) return;
      let tally = tallies.get(event.day);
      if (!tally) tallies.set(event.day, (tally = emptyTally(event.day)));
      addToTally(tally, event, did);
    },
  });
  return { states, tallies };
}
