/**
 * Writing to the log: append, undo, redo. Each is one transaction that writes the events, their
 * numbers and the caches together; nothing outside it is awaited inside it.
 */
import { stepCard, type CardState } from '../domain/cardState.ts';
import {
  isOfCard,
  isSetting,
  isTaken,
  partsOf,
  type Draft,
  type LogEvent,
  type OfCard,
} from '../domain/event.ts';
import { weightsName } from '../domain/memory.ts';
import { undoneActions } from '../domain/replay.ts';
import { foldSettings, withSetting, type Settings } from '../domain/settings.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../domain/tally.ts';
import { foldOne } from './cache.ts';
import { rowOf, stateOf, WRITER, type CardRow, type Profile } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { cardlessEvents, eventsBackwards } from './read.ts';
import { readProfile, readSettings, refreshSettings, adoptWeights, type Store } from './store.ts';

/** The revision a card's row had when it was shown; null when it had none. */
export interface Seen {
  readonly card: string;
  readonly rev: number | null;
}

export interface Committed {
  readonly action: string;
  readonly events: readonly LogEvent[];
  /** Rows as they now are, by card. */
  readonly rows: ReadonlyMap<string, CardRow>;
}

/** When something is done: what the clock says, as the app injects it. */
export interface Moment {
  /** ms */
  readonly at: number;
  /** minutes east */
  readonly offset: number;
  readonly day: number;
}

/** What is to be written: the profile as it now is, and writes begun and not waited for. */
interface Writing<T> {
  readonly profile: Profile;
  readonly result: T;
  readonly writes?: readonly Promise<unknown>[];
}

/**
 * Runs `work` in one read-write transaction over all tables, as the profile of this store. It is
 * given what `read` has found: reads are asked for at once, and so are writes, because each wait
 * inside a transaction is one more way to the database's own thread and back. The settings are read
 * every time: another tab may have brought other weights.
 */
async function writing<R, T>(
  store: Store,
  read: () => Promise<R>,
  work: (profile: Profile, found: R, settings: Settings) => Promise<Writing<T>> | Writing<T>,
): Promise<T> {
  const { db } = store;
  try {
    return await db.transaction('rw', db.tables, async () => {
      const [before, settings, found] = await Promise.all([
        readProfile(db),
        readSettings(db),
        read(),
      ]);
      if (before.minWriter > WRITER) throw new StoreError('outdated');
      adoptWeights(store, settings);
      const { profile, result, writes = [] } = await work(before, found, settings);
      await Promise.all([...writes, db.meta.put({ ...profile, writes: before.writes + 1 })]);
      return result;
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

function numbered(drafts: readonly Draft[], profile: Profile): LogEvent[] {
  const action = `${profile.device}:${profile.seq + 1}`;
  let order = profile.order;
  return drafts.map((draft, i) => {
    order = Math.max(draft.at, order + 1);
    return { ...draft, device: profile.device, seq: profile.seq + 1 + i, order, action };
  });
}

function advanced(profile: Profile, events: readonly LogEvent[]): Profile {
  const last = events.at(-1);
  return last ? { ...profile, seq: last.seq, order: last.order } : profile;
}

/** Sums of days as they change within one transaction. */
class Tallies {
  private readonly rows = new Map<number, Tally>();
  constructor(private readonly store: Store) {}

  async load(days: Iterable<number>): Promise<void> {
    const missing = [...new Set(days)].filter((day) => !this.rows.has(day));
    const found = await this.store.db.days.bulkGet(missing);
    missing.forEach((day, i) => this.rows.set(day, found[i] ?? emptyTally(day)));
  }

  count(event: OfCard, did: number, sign: 1 | -1): void {
    const tally = this.rows.get(event.day);
    if (tally) addToTally(tally, event, did, sign);
  }

  async save(): Promise<void> {
    const rows = [...this.rows.values()];
    const empty = rows.filter((tally) => isEmptyTally(tally)).map(({ day }) => day);
    await this.store.db.days.bulkPut(rows.filter((tally) => !isEmptyTally(tally)));
    if (empty.length > 0) await this.store.db.days.bulkDelete(empty);
  }
}

function settingsAfter(settings: Settings, events: readonly LogEvent[]): Settings {
  let after = settings;
  for (const event of events) {
    if (isSetting(event)) after = withSetting(after, event.key, event.value);
  }
  return after;
}

/**
 * Keeps the settings as they now are. Other weights give every card another memory: the caches say
 * that they are not current until they are made anew.
 */
function settingsWrites({ db }: Store, before: Settings, after: Settings): Promise<unknown>[] {
  if (after === before) return [];
  const writes: Promise<unknown>[] = [db.meta.put({ key: 'settings', value: after })];
  if (weightsName(after.weights) !== weightsName(before.weights)) {
    writes.push(db.meta.delete('cache'));
  }
  return writes;
}

/**
 * Appends one action. An event added here sorts after all others, so each card moves one step from
 * its cached state.
 * @param seen cards whose state the action was decided on; if one has changed, nothing is written
 * @throws StoreError 'stale', 'full', 'outdated' or 'failed'; then nothing was written
 */
export async function append(
  store: Store,
  drafts: readonly Draft[],
  seen: readonly Seen[] = [],
): Promise<Committed> {
  const { db } = store;
  const cards = drafts.flatMap((draft) => ('card' in draft ? draft.card : []));
  const ids = [...new Set([...cards, ...seen.map(({ card }) => card)])];
  const answered = drafts.filter(({ type }) => type === 'reviewed' || type === 'quizzed');
  const tallies = new Tallies(store);
  const read = () =>
    Promise.all([db.cards.bulkGet(ids), tallies.load(answered.map(({ day }) => day))]);
  const committed = await writing(store, read, (before, [found], settings) => {
    const events = numbered(drafts, before);
    const ofCards = events.filter((event) => isOfCard(event));
    const states = new Map<string, CardState | null>();
    ids.forEach((id, i) => {
      const row = found[i];
      const expected = seen.find(({ card }) => card === id);
      if (expected && (row?.rev ?? null) !== expected.rev) throw new StoreError('stale');
      states.set(id, row ? stateOf(row) : null);
    });
    for (const event of ofCards) {
      const { state, did } = stepCard(states.get(event.card) ?? null, event, store.model);
      states.set(event.card, state);
      tallies.count(event, did, 1);
    }
    const rows = new Map<string, CardRow>();
    for (const { card } of ofCards) {
      const state = states.get(card);
      if (state) rows.set(card, rowOf(state, before.writes + 1));
    }
    const writes: Promise<unknown>[] = [
      db.events.bulkAdd(events),
      db.cards.bulkPut([...rows.values()]),
    ];
    if (answered.length > 0) writes.push(tallies.save());
    writes.push(...settingsWrites(store, settings, settingsAfter(settings, events)));
    const action = events[0]?.action ?? '';
    return { profile: advanced(before, events), result: { action, events, rows }, writes };
  });
  await afterCommit(store, committed.events, [...committed.rows.keys()]);
  return committed;
}

async function afterCommit(store: Store, events: readonly LogEvent[], cards: readonly string[]) {
  const isReplaced = events.some((event) => isSetting(event));
  if (isReplaced) await refreshSettings(store);
  store.announce(isReplaced ? { is: 'replaced' } : { is: 'written', cards });
}

/** What a key press did to a card, a setting or a quiz. Only that is taken back. */
const isUndoable = (event: LogEvent) =>
  isOfCard(event) || isSetting(event) || event.type === 'open-answered';

async function newestLive(
  store: Store,
  device: string,
  undone: ReadonlySet<string>,
  isMeant: (event: LogEvent) => boolean,
) {
  let found: string | null = null;
  await eventsBackwards(store.db, device, (event) => {
    if (!isUndoable(event) || undone.has(event.action)) return true;
    if (isMeant(event)) found = event.action;
    return false;
  });
  return found;
}

/** The action undone last and not brought again, unless something new was done since. */
async function newestUndone(store: Store, device: string) {
  const taken: LogEvent[] = [];
  await eventsBackwards(store.db, device, (event) => {
    if (isTaken(event)) taken.push(event);
    return isTaken(event);
  });
  const stack: string[] = [];
  for (const event of taken.toReversed()) {
    if (!isTaken(event)) continue;
    if (event.type === 'undone') stack.push(event.names);
    else if (stack.at(-1) === event.names) stack.pop();
  }
  return stack.at(-1) ?? null;
}

async function eventsOfAction(store: Store, action: string): Promise<LogEvent[]> {
  const { device, seq } = partsOf(action);
  const events: LogEvent[] = [];
  await eventsBackwards(store.db, device, (event) => {
    if (event.action === action) events.push(event);
    return event.seq > seq;
  });
  return events.toReversed();
}

/** Appends `undone` or `redone` for an action and folds anew what it touched. */
async function take(
  store: Store,
  moment: Moment,
  type: 'undone' | 'redone',
  isMeant: (event: LogEvent) => boolean = () => true,
): Promise<Committed | null> {
  const { db } = store;
  const read = () => cardlessEvents(db);
  const taken = await writing(store, read, async (before, cardless, settings) => {
    const undone = undoneActions(cardless);
    const names =
      type === 'undone'
        ? await newestLive(store, before.device, undone, isMeant)
        : await newestUndone(store, before.device);
    if (names === null) return { profile: before, result: null };
    const touched = await eventsOfAction(store, names);
    const added = numbered([{ type, names, ...moment }], before);
    const undoneAfter = undoneActions([...cardless, ...added]);
    const tallies = new Tallies(store);
    const rows = new Map<string, CardRow>();
    const ids = new Set(
      touched.filter((event) => isOfCard(event)).map(({ card }) => store.catalogue.currentId(card)),
    );
    for (const card of ids) {
      const [was, is] = await foldOne(store, card, [undone, undoneAfter]);
      if (!was || !is) continue;
      await tallies.load([...was.did, ...is.did].map(({ event }) => event.day));
      for (const { event, did } of was.did) tallies.count(event, did, -1);
      for (const { event, did } of is.did) tallies.count(event, did, 1);
      rows.set(card, rowOf(is.state, before.writes + 1));
    }
    await Promise.all([
      db.events.bulkAdd(added),
      db.cards.bulkPut([...rows.values()]),
      tallies.save(),
    ]);
    const isSettings = touched.some((event) => isSetting(event));
    const after = isSettings ? foldSettings([...cardless, ...added], undoneAfter) : settings;
    const writes = settingsWrites(store, settings, after);
    const result = { action: names, events: touched, rows };
    return { profile: advanced(before, added), result, writes };
  });
  if (taken) await afterCommit(store, taken.events, [...taken.rows.keys()]);
  return taken;
}

/**
 * Takes back this profile's newest live action, in whichever tab it was made.
 * @returns the action taken back, its events and the rows as they now are; null when there is none
 * @throws StoreError 'full', 'outdated' or 'failed'; then nothing was written
 */
export function undo(store: Store, moment: Moment): Promise<Committed | null> {
  return take(store, moment, 'undone');
}

/** As `undo`, but only if the newest live action is an answer in this quiz; else null. */
export function undoInQuiz(store: Store, moment: Moment, quiz: string): Promise<Committed | null> {
  return take(store, moment, 'undone', (event) => 'quiz' in event && event.quiz === quiz);
}

/** As `undo`, but only if the newest live action is this one: another tab may have done something since. */
export function undoAction(
  store: Store,
  moment: Moment,
  action: string,
): Promise<Committed | null> {
  return take(store, moment, 'undone', (event) => event.action === action);
}

/** Brings again the action undone last, unless something new was done since. As `undo`. */
export function redo(store: Store, moment: Moment): Promise<Committed | null> {
  return take(store, moment, 'redone');
}
