/**
 * Runs in every page of the built app (and of the bare one) before anything of its own: says when a
 * card was painted, times ratings, and does the same writes by hand in a second database.
 */
import { answer, done, open, putAll, twin, type Row } from './raw.ts';
import { goToStatistics, isFolded } from './watchStatistics.ts';

/** One rating of the app. All ms. */
export interface RatingTimes {
  /** From the key's own time stamp to the commit. */
  readonly pressed: number;
  /** Of that, from `fanshi:rated` to `fanshi:committed`. */
  readonly stored: number;
  /** From the commit until the next card was painted. */
  readonly painted: number;
  /** Frames begun since the commit, up to the one that showed it. */
  readonly frames: number;
}

export interface FirstCard {
  /** ms since the navigation began */
  readonly at: number;
  /** Addresses of the scripts asked for until then. */
  readonly scripts: readonly string[];
}

const SHOWN = '[id^="ask:"]';
const HAND_KEY = '7';

const afterPaint = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  });

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Waits as long as a person at least looks: until nothing moves any more. While an animation runs,
 * the browser holds everything else back after a key press until its next frame.
 */
async function calm(): Promise<void> {
  await afterPaint();
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  await pause(12);
}

const shownId = () => document.querySelector(SHOWN)?.id ?? '';

let firstCard: Promise<FirstCard> | null = null;

/** Resolves when the first card is on the screen. */
function watchFirstCard(): Promise<FirstCard> {
  return new Promise((resolve) => {
    const tell = async () => {
      await afterPaint();
      const at = performance.now();
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      resolve({ at, scripts: asked.filter((name) => name.endsWith('.js')) });
    };
    const look = () => {
      if (shownId() === '') return;
      observer.disconnect();
      void tell();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    look();
  });
}

/** The rating under way: filled in as things happen. */
interface Watched {
  readonly stamp: number;
  readonly before: string;
  frames: number;
  changed: boolean;
  readonly finish: (times: RatingTimes) => void;
}

let watched: Watched | null = null;
let rating: Promise<RatingTimes> | null = null;
let byHand: Promise<number> | null = null;

const lastMark = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? NaN;

/** Asks for frames from the commit until the next card is painted, and at no other time. */
function eachFrame(): void {
  if (!watched) return;
  watched.frames += 1;
  if (!watched.changed) {
    requestAnimationFrame(eachFrame);
    return;
  }
  const { stamp, frames, finish } = watched;
  watched = null;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    const committed = lastMark('fanshi:committed');
    const painted = performance.now() - committed;
    const stored = committed - lastMark('fanshi:rated');
    performance.clearMarks();
    finish({ pressed: committed - stamp, stored, painted, frames });
  });
  port1.start();
  port2.postMessage(null);
}

/** Has the app's marks begin the watch, with nothing running before. */
function listenToMarks(): void {
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const entry = mark(name, options);
    if (name === 'fanshi:committed') requestAnimationFrame(eachFrame);
    return entry;
  };
}

function watchRating(stamp: number): void {
  performance.clearMarks();
  rating = new Promise((finish) => {
    watched = { stamp, before: shownId(), frames: 0, changed: false, finish };
  });
}

/** The twin of the app's database, and the rows a rating would write next. */
let hand: { readonly db: IDBDatabase; readonly cards: readonly string[] } | null = null;
let nextByHand = 0;
let pattern: { readonly event: Row; readonly card: Row } | null = null;

/** What `append` reads and writes, by hand, in one transaction. */
function rateByHand(stamp: number): Promise<number> {
  if (!hand || !pattern) throw new Error('Inconsistent: nothing to write by hand');
  const { db, cards } = hand;
  const { event, card } = pattern;
  const id = cards[nextByHand++ % cards.length] ?? '';
  const names = ['events', 'cards', 'days', 'meta'];
  const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
  const [events, states, days, meta] = names.map((name) => transaction.objectStore(name));
  if (!events || !states || !days || !meta) throw new Error('Inconsistent: a store is missing');
  const profile = meta.get('profile') as IDBRequest<Row>;
  const state = states.get(id) as IDBRequest<Row | undefined>;
  const tally = days.get(Number(event['day'])) as IDBRequest<Row>;
  // Requests are answered in order: with the last of them all three are there.
  tally.addEventListener('success', () => {
    const seq = Number(profile.result['seq']) + 1;
    const writes = Number(profile.result['writes']) + 1;
    const action = `${String(event['device'])}:${seq}`;
    const rev = state.result?.['rev'] === undefined ? 1 : writes;
    events.add({ ...event, seq, action, card: id });
    states.put({ ...card, card: id, rev });
    days.put({ ...tally.result, answers: Number(tally.result['answers']) + 1 });
    meta.put({ ...profile.result, seq, writes, order: event['order'] });
  });
  return done(transaction).then(() => performance.now() - stamp);
}

async function latestPattern(app: IDBDatabase): Promise<void> {
  const transaction = app.transaction(['events', 'cards'], 'readonly');
  const cursor = await answer(transaction.objectStore('events').openCursor(null, 'prev'));
  const event = cursor?.value as Row | undefined;
  if (!event) throw new Error('Inconsistent: no event to go by');
  const states = transaction.objectStore('cards');
  const card = (await answer(states.get(String(event['card'])))) as Row;
  pattern = { event, card };
}

window.addEventListener(
  'keydown',
  (event) => {
    if (event.key === HAND_KEY) byHand = rateByHand(event.timeStamp);
    else if (event.key === '3') watchRating(event.timeStamp);
  },
  { capture: true },
);

const injected = {
  goToStatistics,
  isFolded,

  firstCard: () => (firstCard ??= watchFirstCard()),

  /** Puts rows into a store of the app's database. */
  seed: async (store: string, rows: readonly unknown[]) => {
    const db = await open('fanshi');
    await putAll(db, store, rows);
    db.close();
  },

  /** Makes the app's database anew in a second one. @param cards whose rows are written by hand */
  makeTwin: async (cards: readonly string[]) => {
    const app = await open('fanshi');
    hand?.db.close();
    hand = { db: await twin(app, 'by-hand'), cards };
    await latestPattern(app);
    app.close();
  },

  /** Resolves when the answer of the card is shown, and nothing more goes on. */
  revealed: async () => {
    while (!document.querySelector('.card__reveal')) await pause(4);
    await calm();
  },

  /** The rating just pressed, when the next card is painted and the one after it is read. */
  rated: async () => {
    const times = await rating;
    await calm();
    return times;
  },

  /** ms from the key to the commit of the transaction by hand just begun. */
  ratedByHand: async () => {
    const ms = await byHand;
    await calm();
    return ms;
  },
};

export type Injected = typeof injected;

declare global {
  interface Window {
    readonly injected: Injected;
  }
}

if (window.top === window) {
  Object.defineProperty(window, 'injected', { value: injected });
  firstCard = watchFirstCard();
  new MutationObserver(() => {
    if (watched && !watched.changed) {
      const id = shownId();
      watched.changed = id !== '' && id !== watched.before;
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
  listenToMarks();
}
