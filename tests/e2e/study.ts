/** Studying in a real browser: what is on the screen, the database as it is, what must hold of it. */
import type { Page } from '@playwright/test';
import { zh } from '../../src/app/messages/zh.ts';
import { loadDecks } from '../../src/decks/loadDecks.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import type { Language } from '../../src/domain/deck.ts';
import { idOf, type Draft, type LogEvent } from '../../src/domain/event.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { Tally } from '../../src/domain/tally.ts';
import {
  DATABASE_NAME,
  rowOf,
  stateOf,
  type CardRow,
  type MetaRow,
  type Profile,
} from '../../src/store/database.ts';
import { DAY, HOUR, aReview, digestOf, foldsOf, isUntouched, Pen } from '../builders.ts';
import { expect } from './app.ts';
import { ROOT } from './build.ts';

export const loaded = loadDecks(`${ROOT}/decks`);
export const catalogue = buildCatalogue(loaded.decks.map(({ deck }) => deck));

/** Every row of every store. */
export interface Dump {
  readonly events: LogEvent[];
  readonly cards: CardRow[];
  readonly days: Tally[];
  readonly meta: MetaRow[];
}

/** The database as the browser holds it, read without the app. */
export function readDump(page: Page): Promise<Dump> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    const db = await done(indexedDB.open(name));
    const stores = ['events', 'cards', 'days', 'meta'];
    const transaction = db.transaction(stores, 'readonly');
    const read = (store: string) => done(transaction.objectStore(store).getAll());
    const [events, cards, days, meta] = await Promise.all(stores.map(read));
    db.close();
    return { events, cards, days, meta } as unknown as Dump;
  }, DATABASE_NAME);
}

/** Puts rows into the database and deletes others, without the app. */
export async function writeRaw(
  page: Page,
  puts: readonly (readonly [store: string, row: unknown])[],
  deletes: readonly (readonly [store: string, key: string])[] = [],
): Promise<void> {
  await page.evaluate(
    async ({ name, puts: rows, deletes: keys }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(['events', 'cards', 'days', 'meta'], 'readwrite');
        for (const [store, row] of rows) transaction.objectStore(store).put(row);
        for (const [store, key] of keys) transaction.objectStore(store).delete(key);
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () =>
          reject(transaction.error ?? new Error('aborted')),
        );
      });
      db.close();
    },
    { name: DATABASE_NAME, puts, deletes },
  );
}

export function profileIn({ meta }: Dump): Profile {
  const profile = meta.find(({ key }) => key === 'profile');
  if (profile?.key !== 'profile') throw new Error('no profile');
  return profile;
}

/** What the log alone says everything else should be. */
export function foldsIn({ events }: Dump) {
  return foldsOf(events, catalogue.currentId);
}

/** Nothing is lost, doubled or out of step: dense numbers, caches equal to the fold of the log. */
export function expectWhole(dump: Dump): void {
  const { events, cards, days, meta } = dump;
  const seqs = events.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(seqs, 'seq is dense from 1').toEqual(events.map((_, i) => i + 1));
  expect(new Set(events.map((event) => idOf(event))).size, 'ids are unique').toBe(events.length);
  expect(new Set(events.map(({ order }) => order)).size, 'one order each').toBe(events.length);
  const profile = profileIn(dump);
  expect(profile.seq).toBe(events.length);
  expect(new Set(events.map(({ device }) => device))).toEqual(
    new Set(events.length > 0 ? [profile.device] : []),
  );
  for (const row of cards) {
    expect(row, 'stands in the queue of its state').toEqual(rowOf(stateOf(row), row.rev));
  }
  const settings = meta.find(({ key }) => key === 'settings');
  const kept = {
    states: cards.map((row) => stateOf(row)).filter((state) => !isUntouched(state)),
    tallies: days,
    settings: settings?.key === 'settings' ? settings.value : DEFAULT_SETTINGS,
  };
  const folds = foldsIn(dump);
  const states = [...folds.states].filter((state) => !isUntouched(state));
  expect(digestOf(kept), 'the caches are the fold of the log').toBe(digestOf({ ...folds, states }));
}

/** Writes a past into the log, as if it had been lived; the app works out the rest by itself. */
export async function livePast(page: Page, actions: readonly (readonly Draft[])[]): Promise<void> {
  // A heading says that the store is open; only then is there a database to write into.
  const opened = () => expect(page.getByRole('heading').first()).toBeVisible();
  await opened();
  const dump = await readDump(page);
  const profile = profileIn(dump);
  const pen = new Pen(profile.device, profile.order);
  for (const { seq } of dump.events)
    if (seq !== pen.log.push(null as never)) throw new Error('gap');
  const added = actions.flatMap((drafts) => pen.write(drafts));
  await writeRaw(
    page,
    [
      ...added.map((event) => ['events', event] as const),
      ['meta', { ...profile, seq: pen.log.length, order: pen.order, writes: profile.writes + 1 }],
    ],
    [['meta', 'cache']],
  );
  await page.reload();
  await opened();
  expect((await readDump(page)).meta.some(({ key }) => key === 'cache')).toBe(true);
}

/** Study day (in Shanghai, from four in the morning) of an instant. */
export const dayOf = (at: number) => Math.floor((at + 8 * HOUR - 4 * HOUR) / DAY);

/** A draft of a setting, chosen at an instant. */
export function aSetting(key: string, value: unknown, at: number): Draft {
  return { type: 'set', key, value, at, offset: 480, day: dayOf(at) };
}

/** An answer with a grant of so many days, given at an instant in Shanghai. */
export function answered(
  card: string,
  at: number,
  days: number,
  rating: 'good' | 'again' = 'good',
) {
  return aReview(rating, { card, at, offset: 480, day: dayOf(at), days });
}

/** Cards of basic notes without siblings, in the deck's order. */
export const plainCards = catalogue.decks.flatMap(({ cards }) =>
  cards.filter(({ kind }) => kind === 'basic').map(({ id }) => id),
);

/** A past of `count` plain cards, answered once each, due again `days` later. */
export function aPast(count: number, at: number, days: number): Draft[][] {
  return plainCards.slice(0, count).map((card, i) => [answered(card, at + i * 20_000, days)]);
}

/** The card on the screen; null where there is none. */
export async function cardOn(page: Page): Promise<string | null> {
  const id = await page
    .locator('[id^="ask:"], [id^="answer:"]')
    .first()
    .getAttribute('id', { timeout: 5000 })
    .catch(() => null);
  return id?.replace(/^(ask|answer):/, '').replace(/ \d+$/, '') ?? null;
}

/** The button that shows the answer. */
export const showButton = (page: Page, words = zh) =>
  page.getByRole('button', {
    name: new RegExp(`^(${words.review.show}|${words.review.dontKnow})`),
  });

export const ratings = (page: Page, words = zh) =>
  page.getByRole('group', { name: words.review.ratings });

/** Shows the answer of the card on the screen, with the right option picked where there are some. */
export async function reveal(
  page: Page,
  pick: 'right' | 'wrong' | 'none' = 'right',
): Promise<void> {
  await expect(showButton(page)).toBeVisible();
  const hasOptions = (await page.getByRole('radio').count()) > 0;
  if (hasOptions && pick !== 'none') await pickOption(page, pick);
  await page.keyboard.press('Space');
  await expect(ratings(page)).toBeVisible();
}

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');

/** Picks an option by its letter. */
export async function pickOption(
  page: Page,
  pick: 'right' | 'wrong',
  language: Language = 'zh',
): Promise<void> {
  const card = (await cardOn(page)) ?? '';
  const chapter = catalogue.card.get(card)?.chapterId ?? '';
  const text = loaded.decks.map(({ texts }) => texts[chapter]?.cards[card]).find((one) => one);
  const options = text?.[language].options?.map((option) => plain(option)) ?? [];
  const seen = await page.locator('.options__text').allTextContents();
  const places = seen.map((words) => options.indexOf(words.replaceAll(/\s+/g, '')));
  const place = places.findIndex((option) => (pick === 'right' ? option === 0 : option > 0));
  expect(place, `an option to pick for ${card}`).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('ABCDEF'.charAt(place));
}

/** The log once it has so many events. */
export async function logOf(page: Page, count: number): Promise<Dump> {
  await expect.poll(async () => (await readDump(page)).events.length).toBe(count);
  return readDump(page);
}

/** Answers the card on the screen and waits until that is saved and the next thing is shown. */
export async function answer(page: Page, key: '1' | '2' | '3' | '4' = '3'): Promise<void> {
  await reveal(page, key === '1' ? 'wrong' : 'right');
  const before = (await readDump(page)).events.length;
  await page.keyboard.press(key);
  await logOf(page, before + 1);
  await expect(ratings(page)).toBeHidden();
}
