/**
 * The caches rebuilt from the whole log, while ratings go on: folded from one snapshot, written in
 * small transactions, and what was written meanwhile folded anew in the last of them.
 */
import { foldCard, type CardState } from '../domain/cardState.ts';
import { isOfCard, type LogEvent } from '../domain/event.ts';
import { foldColumns, type Folded } from '../domain/foldColumns.ts';
import { createModel, weightsName, type MemoryModel } from '../domain/memory.ts';
import { undoneActions } from '../domain/replay.ts';
import { readColumns } from '../domain/replayColumns.ts';
import type { PackedTail, StoredSegment } from '../domain/replayColumns.ts';
import { openSegment } from '../domain/segmentReader.ts';
import { foldSettings } from '../domain/settings.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../domain/tally.ts';
import { idsOf } from './cache.ts';
import { rowOf, WRITER, type CardRow, type Database, type Profile } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { readTail } from './logColumns.ts';
import { cardlessEvents, eventsOfCard } from './read.ts';
import { tailDevices } from './sealing.ts';
import { cacheMark, readProfile, refreshSettings, type Store } from './store.ts';

const ROWS_AT_ONCE = 2_000;

/** The log at one moment. */
interface Snapshot {
  readonly profile: Profile;
  /** The last seq of every device. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly undone: ReadonlySet<string>;
  readonly model: MemoryModel;
  readonly segments: readonly StoredSegment[];
  readonly tail: readonly PackedTail[];
}

/** What this rebuild has written itself. */
interface Written {
  /** The revisions its rows got. */
  readonly revs: ReadonlySet<number>;
  /** `profile.writes` after its last transaction. */
  readonly writes: number;
  /** Whether another transaction came between. */
  readonly wasJoined: boolean;
}

async function readWritable(db: Database): Promise<Profile> {
  const profile = await readProfile(db);
  if (profile.minWriter > WRITER) throw new StoreError('outdated');
  return profile;
}

/** The last seq of every device. */
async function readLengths(db: Database): Promise<Map<string, number>> {
  const lengths = new Map<string, number>();
  for (const device of await tailDevices(db)) {
    const newest = await db.events
      .where('[device+seq]')
      .between([device, -Infinity], [device, Infinity])
      .last();
    lengths.set(device, newest?.seq ?? 0);
  }
  const lastSegments = new Map(await db.heads.toCollection().primaryKeys());
  for (const [device, k] of lastSegments) {
    const segment = lengths.has(device) ? undefined : await db.segments.get([device, k]);
    if (!segment) continue;
    lengths.set(device, (k + 1) * openSegment(device, k, segment.bytes).events);
  }
  return lengths;
}

/** Takes the mark off the caches, so that a rebuild stopped half-way is begun again. */
async function dropMark(db: Database): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await readWritable(db);
    await db.meta.delete('cache');
  });
}

function readSnapshot(db: Database): Promise<Snapshot> {
  return db.transaction('r', db.tables, async () => {
    const profile = await readProfile(db);
    const cardless = await cardlessEvents(db);
    const undone = undoneActions(cardless);
    return {
      profile,
      lengths: await readLengths(db),
      undone,
      model: createModel(foldSettings(cardless, undone).weights),
      segments: await db.segments.toArray(),
      tail: await readTail(db),
    };
  });
}

/** Writes the rows of all states but those written since the snapshot; null after an erasure. */
async function writeRows(
  db: Database,
  { profile: { device, writes } }: Snapshot,
  states: readonly CardState[],
  rowsAtOnce: number,
  onProgress: (done: number) => void,
): Promise<Written | null> {
  const revs = new Set<number>();
  let expected = writes;
  let wasJoined = false;
  for (let i = 0; i < states.length; i += rowsAtOnce) {
    const some = states.slice(i, i + rowsAtOnce);
    const before = await db.transaction('rw', db.cards, db.meta, async () => {
      const profile = await readWritable(db);
      if (profile.device !== device) return null;
      const rev = profile.writes + 1;
      // Where nobody else has written since the snapshot there is nothing to leave alone.
      const isAlone = !wasJoined && profile.writes === expected;
      const standing = isAlone ? [] : await db.cards.bulkGet(some.map(({ card }) => card));
      const ours = some.filter((_, at) => (standing[at]?.rev ?? 0) <= writes);
      await Promise.all([
        db.cards.bulkPut(ours.map((state) => rowOf(state, rev))),
        db.meta.put({ ...profile, writes: rev }),
      ]);
      return profile.writes;
    });
    if (before === null) return null;
    if (before !== expected) wasJoined = true;
    expected = before + 1;
    revs.add(expected);
    onProgress((i + some.length) / states.length);
  }
  return { revs, writes: expected, wasJoined };
}

/** Sums of days that are put right for single cards. */
class Sums {
  readonly tallies: Map<number, Tally>;
  constructor(tallies: ReadonlyMap<number, Tally>) {
    this.tallies = new Map([...tallies].map(([day, tally]) => [day, { ...tally }]));
  }

  /** Folds a card and adds what it did (`sign` -1: takes it out). */
  fold(
    card: string,
    events: readonly LogEvent[],
    undone: ReadonlySet<string>,
    model: MemoryModel,
    sign: 1 | -1,
  ): CardState {
    return foldCard(card, events, undone, model, (event, did) => {
      const tally = this.tallies.get(event.day) ?? emptyTally(event.day);
      addToTally(tally, event, did, sign);
      if (isEmptyTally(tally)) this.tallies.delete(event.day);
      else this.tallies.set(event.day, tally);
    });
  }
}

/** Folds anew the cards that others have written since the snapshot. */
async function foldChanged(
  store: Store,
  snapshot: Snapshot,
  changed: ReadonlySet<string>,
  undone: ReadonlySet<string>,
  sums: Sums,
): Promise<CardState[]> {
  const states: CardState[] = [];
  for (const card of changed) {
    const events = await eventsOfCard(store.db, idsOf(store, card));
    if (!events.some((event) => isOfCard(event))) continue;
    const then = events.filter(({ device, seq }) => seq <= (snapshot.lengths.get(device) ?? 0));
    sums.fold(card, then, snapshot.undone, snapshot.model, -1);
    states.push(sums.fold(card, events, undone, snapshot.model, 1));
  }
  return states;
}

/** Whether this profile alone has added to the log since the snapshot. */
async function isOurLog(db: Database, { profile, lengths }: Snapshot): Promise<boolean> {
  const now = await readLengths(db);
  for (const device of new Set([...now.keys(), ...lengths.keys()])) {
    if (device !== profile.device && now.get(device) !== lengths.get(device)) return false;
  }
  return true;
}

/** The last transaction. @returns false when the log has changed so much that all begins anew */
function finish(
  store: Store,
  snapshot: Snapshot,
  folded: Folded,
  written: Written,
): Promise<boolean> {
  const { db, catalogue } = store;
  return db.transaction('rw', db.tables, async () => {
    const profile = await readWritable(db);
    if (profile.device !== snapshot.profile.device || !(await isOurLog(db, snapshot))) return false;
    const cardless = await cardlessEvents(db);
    const undone = undoneActions(cardless);
    const settings = foldSettings(cardless, undone);
    if (weightsName(settings.weights) !== snapshot.model.name) return false;
    const wasJoined = written.wasJoined || profile.writes !== written.writes;
    const isOthers = ({ rev }: CardRow) => rev > snapshot.profile.writes && !written.revs.has(rev);
    const others = wasJoined ? (await db.cards.toArray()).filter(isOthers) : [];
    const changed = new Set(others.map(({ card }) => catalogue.currentId(card)));
    const sums = new Sums(folded.tallies);
    const states = await foldChanged(store, snapshot, changed, undone, sums);
    const kept = new Set([...folded.states.keys(), ...states.map(({ card }) => card)]);
    const gone = (await db.cards.toCollection().primaryKeys()).filter((card) => !kept.has(card));
    const rev = profile.writes + 1;
    await Promise.all([
      db.cards.bulkPut(states.map((state) => rowOf(state, rev))),
      db.cards.bulkDelete(gone),
      db.days.clear(),
      db.days.bulkPut([...sums.tallies.values()]),
      db.meta.delete('frontier'),
      db.meta.bulkPut([
        { ...profile, writes: rev },
        { key: 'settings', value: settings },
        cacheMark(catalogue, settings),
      ]),
    ]);
    return true;
  });
}

/** @returns false when it must begin anew */
async function attempt(
  store: Store,
  rowsAtOnce: number,
  onProgress: (done: number) => void,
): Promise<boolean> {
  const { db, catalogue } = store;
  await dropMark(db);
  onProgress(0);
  const snapshot = await readSnapshot(db);
  onProgress(0.1);
  const { segments, tail, undone, model } = snapshot;
  const folded = foldColumns(readColumns(segments, tail, undone, catalogue.currentId), model);
  onProgress(0.3);
  const written = await writeRows(db, snapshot, [...folded.states.values()], rowsAtOnce, (done) => {
    onProgress(0.3 + 0.65 * done);
  });
  return written !== null && (await finish(store, snapshot, folded, written));
}

/**
 * Rebuilds every cache from the log. Ratings may go on meanwhile. Holds the packed log and the
 * states of all cards in memory; a tail that should have been sealed is packed as it is read.
 * @param onProgress told how much is done, 0..1; it falls back when the log is replaced meanwhile
 * @param rowsAtOnce rows written in one transaction
 * @throws StoreError; then the caches are marked as not current
 */
export async function rebuildCaches(
  store: Store,
  onProgress: (done: number) => void = () => {},
  rowsAtOnce: number = ROWS_AT_ONCE,
): Promise<void> {
  try {
    while (!(await attempt(store, rowsAtOnce, onProgress)));
  } catch (error) {
    throw asStoreError(error);
  }
  store.frontier = null;
  await refreshSettings(store);
  onProgress(1);
  store.announce({ is: 'replaced' });
}
