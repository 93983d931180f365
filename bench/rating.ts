/** Number 1: a rating, from the key to the commit, against one transaction by hand; and the paint. */
import { studyDayOf } from '../src/domain/day.ts';
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts';
import { rowOf } from '../src/store/database.ts';
import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { openBrowser, openSite } from './browser.ts';
import { buildAppWithCards } from './builds.ts';
import { benchDeck, benchStates } from './deck.ts';
import type { RatingTimes } from './inject.ts';
import { median, quantile } from './numbers.ts';
import { atMost, beside, within, type Result } from './report.ts';

const OF = '1 rating';
const WARM_UP = 10;
const SEED = 1;

interface Run {
  readonly app: RatingTimes[];
  readonly hand: number[];
}

async function rateInApp(page: Page): Promise<RatingTimes> {
  await page.keyboard.press('Space');
  await page.evaluate(() => window.injected.revealed());
  await page.keyboard.press('3');
  const times = await page.evaluate(() => window.injected.rated());
  if (times === null) throw new Error('No rating was seen');
  return times;
}

async function rateByHand(page: Page): Promise<number> {
  await page.keyboard.press('7');
  const ms = await page.evaluate(() => window.injected.ratedByHand());
  if (ms === null) throw new Error('Nothing was written by hand');
  return ms;
}

/** Puts all cards back to being due, and begins the review. */
async function begin(page: Page, url: string, cards: readonly string[]): Promise<void> {
  const today = studyDayOf(Date.now(), 480, DEFAULT_SETTINGS.rollover);
  const rows = benchStates(cards, cards.length, today, SEED).map((state) => rowOf(state, 1));
  const value = { ...DEFAULT_SETTINGS, reviewsPerDay: 9999, newPerDay: 0 };
  const settings = { key: 'settings', value };
  await page.goto(url);
  await page.evaluate((some) => window.injected.seed('cards', some), rows);
  await page.evaluate((row) => window.injected.seed('meta', [row]), settings);
  await page.goto('about:blank');
  await page.goto(`${url}#/review`);
  await page.evaluate(() => window.injected.firstCard());
  for (let i = 0; i < WARM_UP; i++) await rateInApp(page);
  await page.evaluate((ids) => window.injected.makeTwin(ids), cards);
  for (let i = 0; i < WARM_UP; i++) await rateByHand(page);
}

async function once(page: Page, ratings: number): Promise<Run> {
  const run: Run = { app: [], hand: [] };
  for (let i = 0; i < ratings; i++) {
    const inApp = async () => void run.app.push(await rateInApp(page));
    const byHand = async () => void run.hand.push(await rateByHand(page));
    await (i % 2 === 0 ? inApp() : byHand());
    await (i % 2 === 0 ? byHand() : inApp());
  }
  return run;
}

export async function measureRating({
  folders,
  injected,
  quick,
  runs,
  say,
}: Bench): Promise<Result[]> {
  const ratings = quick ? 30 : 500;
  const cards = benchDeck(ratings + 2 * WARM_UP, false).cards.map(({ id }) => id);
  const site = await openSite(await buildAppWithCards(folders.next('app'), cards.length));
  const { context, page } = await openBrowser(folders.next('profile'), injected);
  const all: Run[] = [];
  for (let i = 0; i < runs; i++) {
    await begin(page, site.url, cards);
    all.push(await once(page, ratings));
    say(`${i + 1} of ${runs} runs of ${ratings} ratings`);
  }
  await context.close();
  await site.stop();
  const typical = (of: (run: Run) => number) => median(all.map(of));
  const ofApp = (share: number, pick: (times: RatingTimes) => number) =>
    typical(({ app }) => quantile(app.map(pick), share));
  const ofHand = (share: number) => typical(({ hand }) => quantile(hand, share));
  const late = typical(
    ({ app }) => (app.filter(({ frames }) => frames > 2).length / app.length) * 100,
  );
  return [
    ...([0.5, 0.95] as const).map((share) =>
      atMost(
        OF,
        `key to commit, p${share * 100}`,
        [ofApp(share, ({ pressed }) => pressed), ofHand(share)],
        2,
      ),
    ),
    beside(
      OF,
      'of it in the store, p50',
      ofApp(0.5, ({ stored }) => stored),
      null,
    ),
    beside(
      OF,
      'of it in the store, p95',
      ofApp(0.95, ({ stored }) => stored),
      null,
    ),
    within(
      OF,
      'frames to the next card, p50',
      ofApp(0.5, ({ frames }) => frames),
      2,
      '',
    ),
    within(
      OF,
      'frames to the next card, p95',
      ofApp(0.95, ({ frames }) => frames),
      2,
      '',
    ),
    beside(OF, 'cards later than 2 frames', late, null, '%'),
    beside(
      OF,
      'commit to next card painted, p50',
      ofApp(0.5, ({ painted }) => painted),
      null,
    ),
    beside(
      OF,
      'commit to next card painted, p95',
      ofApp(0.95, ({ painted }) => painted),
      null,
    ),
  ];
}
