/** In the page: a long sealed log; reading it, folding it, rebuilding the caches from it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  FSRSAlgorithm,
  clipParameters,
  default_w,
  generatorParameters,
  type FSRSState,
  type Grade,
} from 'ts-fsrs';
import { foldColumns } from '../src/domain/foldColumns.ts';
import { createModel } from '../src/domain/memory.ts';
import { readColumns } from '../src/domain/replayColumns.ts';
import { pack, SEGMENT_EVENTS } from '../src/domain/segment.ts';
import type { CardRow, Profile, SegmentRow } from '../src/store/database.ts';
import { append } from '../src/store/log.ts';
import type { Store } from '../src/store/store.ts';
import { rebuildInWorker } from '../src/workers/rebuild.ts';
import { bareReviews, benchLog, cardId, type BareReviews, type LogSize } from './history.ts';
import { alternately } from './numbers.ts';
import { DEVICE, NO_DECKS, openBenchStore, pause, timed } from './pageStore.ts';
import { answer, done, emptyTwin, open, putAll } from './raw.ts';

/** Times the segments are decoded: it is not held against anything. */
const DECODED = 2;

/** Of the database that holds the log. */
export const nameOf = ({ reviews, cards }: LogSize) => `log-${reviews}-${cards}`;

export interface AtRest {
  readonly reviews: number;
  readonly segments: number;
  /** Of the segments, and of the heads read beside them. */
  readonly bytes: number;
  readonly headBytes: number;
  /** Of the database on the disk, as the browser counts it; 0 where it does not say. */
  readonly onDisk: number;
}

async function usage(): Promise<number> {
  const estimate: StorageEstimate & { usageDetails?: { indexedDB?: number } } =
    await navigator.storage.estimate();
  return estimate.usageDetails?.indexedDB ?? 0;
}

/**
 * Makes the log: whole segments sealed at once, the rest as rows. Done once for each size.
 * @returns the instant (ms) of its last review
 */
export async function prepareLog(size: LogSize, name: string = nameOf(size)): Promise<number> {
  const store = await openBenchStore(name, NO_DECKS);
  const raw = await open(name);
  if ((await store.db.heads.count()) === 0) {
    let k = 0;
    let last = 0;
    for (const events of benchLog(size, DEVICE, SEGMENT_EVENTS)) {
      last = events.at(-1)?.order ?? last;
      if (events.length === SEGMENT_EVENTS) {
        const { bytes, ...head } = pack(events, k);
        await putAll(raw, 'segments', [{ device: DEVICE, k, bytes }]);
        const hash = bytesToHex(sha256(bytes));
        await putAll(raw, 'heads', [{ device: DEVICE, k, hash, ...head }]);
        k += 1;
      } else await putAll(raw, 'events', events);
      await pause(0);
    }
    const meta = raw.transaction('meta', 'readonly').objectStore('meta');
    const profile = await answer<Profile>(meta.get('profile'));
    await putAll(raw, 'meta', [{ ...profile, seq: size.reviews, order: last }]);
  }
  const profile = await store.db.meta.get('profile');
  raw.close();
  store.close();
  return profile?.key === 'profile' ? profile.order : 0;
}

const readSegments = ({ db }: Store): Promise<SegmentRow[]> =>
  db.transaction('r', db.segments, () => db.segments.toArray());

const NOTHING: ReadonlySet<string> = new Set();
const columnsOf = (segments: readonly SegmentRow[]) =>
  readColumns(segments, [], NOTHING, (card) => card);

export interface SealedReads {
  readonly atRest: AtRest;
  /** All segments out of the database. */
  readonly ours: number[];
  /** As many chunks of the same sizes, by hand. */
  readonly raw: number[];
  /** From their bytes to columns. */
  readonly decoded: number[];
}

/** Random bytes, so that nothing can press them together. */
function chunksLike(segments: readonly SegmentRow[]) {
  return segments.map(({ device, k, bytes }) => {
    const chunk = new Uint8Array(bytes.length);
    for (let i = 0; i < chunk.length; i += 65_536) {
      crypto.getRandomValues(chunk.subarray(i, Math.min(chunk.length, i + 65_536)));
    }
    return { device, k, bytes: chunk };
  });
}

export async function measureSealedReads(size: LogSize, runs: number): Promise<SealedReads> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const onDisk = await usage();
  const segments = await readSegments(store);
  const heads = await store.db.heads.toArray();
  const raw = await open('chunks', (db) => {
    db.createObjectStore('segments', { keyPath: ['device', 'k'] });
  });
  await putAll(raw, 'segments', chunksLike(segments));
  const ours: number[] = [];
  const byHand: number[] = [];
  const decoded: number[] = [];
  await alternately(
    runs + 1,
    async () => {
      ours.push(await timed(() => readSegments(store)));
      if (decoded.length < DECODED) decoded.push(await timed(() => columnsOf(segments)));
    },
    async () => {
      const read = () => raw.transaction('segments', 'readonly').objectStore('segments').getAll();
      byHand.push(await timed(() => answer<unknown[]>(read())));
      await pause(20);
    },
  );
  raw.close();
  store.close();
  return {
    atRest: {
      reviews: segments.length * SEGMENT_EVENTS,
      segments: segments.length,
      bytes: segments.reduce((sum, { bytes }) => sum + bytes.length, 0),
      headBytes: heads.reduce((sum, { cards }) => sum + cards.byteLength + 100, 0),
      onDisk,
    },
    ours: ours.slice(1),
    raw: byHand.slice(1),
    decoded,
  };
}

export interface Folds {
  /** From columns to the memory of all cards. */
  readonly ours: number[];
  /** From the bytes of the segments to columns. */
  readonly decoded: number[];
  readonly bare: number[];
  /** Cards whose memory the two do not agree on. */
  readonly different: number;
}

function bareLoop({ starts, elapsed, grades }: BareReviews, fsrs: FSRSAlgorithm): Float64Array {
  const stabilities = new Float64Array(starts.length - 1);
  for (let card = 0; card < stabilities.length; card++) {
    let memory: FSRSState | null = null;
    const end = starts[card + 1] ?? 0;
    for (let i = starts[card] ?? 0; i < end; i++) {
      memory = fsrs.next_state(memory, elapsed[i] ?? 0, grades[i] as Grade);
    }
    stabilities[card] = memory?.stability ?? 0;
  }
  return stabilities;
}

/** Folds the sealed part of the log, and the same reviews as numbers. */
export async function measureFold(size: LogSize, runs: number): Promise<Folds> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const segments = await readSegments(store);
  store.close();
  const reviews = bareReviews({ ...size, reviews: segments.length * SEGMENT_EVENTS });
  const w = clipParameters([...default_w], 1);
  const fsrs = new FSRSAlgorithm(generatorParameters({ w, enable_short_term: true }));
  const model = createModel();
  let columns: ReturnType<typeof readColumns> | null = null;
  const decode = () => {
    columns = columnsOf(segments);
  };
  const decoded = await timed(decode);
  const ours: number[] = [];
  const bare: number[] = [];
  let stabilities: Float64Array = new Float64Array(0);
  let states: ReturnType<typeof foldColumns>['states'] = new Map();
  const fold = () => {
    if (columns) ({ states } = foldColumns(columns, model));
  };
  const loop = () => {
    stabilities = bareLoop(reviews, fsrs);
  };
  const into = (times: number[], work: () => void) => async () => {
    await pause(50);
    times.push(await timed(work));
  };
  await alternately(runs + 1, into(ours, fold), into(bare, loop));
  let different = 0;
  stabilities.forEach((stability, card) => {
    if ((states.get(cardId(card))?.memory?.stability ?? 0) !== stability) different += 1;
  });
  return { ours: ours.slice(1), decoded: [decoded], bare: bare.slice(1), different };
}

export interface Rebuilds {
  /** ms from the first row to the last commit */
  readonly ours: number[];
  /** ms of a put of the same rows by hand, in one transaction */
  readonly raw: number[];
  /** ms, the whole rebuild */
  readonly whole: number[];
  /** Longest task of the page while the worker was at it, ms; 0 when none was over 50. */
  readonly longTask: number;
  /** ms that ratings took meanwhile */
  readonly ratings: number[];
  readonly rows: number;
}

/** Share done when the rows begin to be written: see `rebuildCaches`. */
const WRITING_FROM = 0.3;

/** Rates cards until told to stop. */
async function rateMeanwhile(store: Store, times: number[], goesOn: () => boolean): Promise<void> {
  for (let i = 0; goesOn(); i += 7) {
    await pause(300);
    const at = Date.now();
    const moment = { at, offset: 480, day: Math.floor(at / 86_400_000) };
    const began = performance.now();
    await append(store, [
      {
        type: 'reviewed',
        card: cardId(i),
        rating: 'good',
        ms: 4000,
        mode: 'review',
        how: 'self',
        language: 'zh',
        text: 1,
        weights: 'fsrs-6',
        grant: { phase: 'review', step: 0, dueDay: moment.day + 20 },
        ...moment,
      },
    ]);
    times.push(performance.now() - began);
  }
}

async function rebuildOnce(store: Store): Promise<{ whole: number; writing: number }> {
  const began = performance.now();
  let writingSince = 0;
  await rebuildInWorker(store, (share) => {
    if (writingSince === 0 && share >= WRITING_FROM) writingSince = performance.now();
  });
  const now = performance.now();
  return { whole: now - began, writing: now - writingSince };
}

/** Rebuilds in the worker, and puts the same rows by hand; both into empty stores. */
export async function measureRebuilds(size: LogSize, runs: number): Promise<Rebuilds> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const source = await open(nameOf(size));
  const twin = await emptyTwin(source, 'rows');
  source.close();
  const found: Rebuilds = { ours: [], raw: [], whole: [], longTask: 0, ratings: [], rows: 0 };
  let longTask = 0;
  let rows: CardRow[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTask = Math.max(longTask, duration);
  });
  const ours = async () => {
    await store.db.cards.clear();
    await pause(500);
    observer.observe({ entryTypes: ['longtask'] });
    const { whole, writing } = await rebuildOnce(store);
    await pause(60);
    observer.disconnect();
    found.whole.push(whole);
    found.ours.push(writing);
  };
  const byHand = async () => {
    const clearing = twin.transaction('cards', 'readwrite');
    clearing.objectStore('cards').clear();
    await done(clearing);
    await pause(500);
    const work = async () => {
      const transaction = twin.transaction('cards', 'readwrite', { durability: 'strict' });
      const cards = transaction.objectStore('cards');
      for (const row of rows) cards.put(row);
      await done(transaction);
    };
    found.raw.push(await timed(work));
  };
  await rebuildOnce(store);
  rows = await store.db.cards.toArray();
  await alternately(runs, ours, byHand);
  let isOver = false;
  const rating = rateMeanwhile(store, found.ratings, () => !isOver);
  await rebuildOnce(store);
  isOver = true;
  await rating;
  twin.close();
  store.close();
  return { ...found, longTask, rows: rows.length };
}
