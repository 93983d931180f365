/** Number 5: the first visit, and a start without the network with many cards stored. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCatalogue } from '../src/domain/catalogue.ts';
import { studyDayOf } from '../src/domain/day.ts';
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts';
import { loadDecks } from '../src/decks/loadDecks.ts';
import { rowOf, type CardRow } from '../src/store/database.ts';
import { ROOT } from '../scripts/node.mjs';
import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { offlineReady, openBrowser, openSite, type Site } from './browser.ts';
import { buildApp, buildBare } from './builds.ts';
import { benchDeck, benchStates } from './deck.ts';
import type { FirstCard } from './inject.ts';
import { alternately, median } from './numbers.ts';
import { atMost, within, type Result } from './report.ts';

const OF = '5 start';
const DUE = 200;
const SEED = 5;

interface Side {
  readonly site: Site;
  readonly folder: string;
  readonly address: string;
}

/** Goes to the page in a browser just opened, until its first card is painted. */
async function firstCard(page: Page, address: string): Promise<FirstCard> {
  await page.waitForTimeout(400);
  await page.goto(address);
  return page.evaluate(() => window.injected.firstCard());
}

async function visit(bench: Bench, profile: string, { address }: Side): Promise<FirstCard> {
  const { context, page } = await openBrowser(profile, bench.injected);
  const first = await firstCard(page, address);
  await context.close();
  return first;
}

/** Rows of the app's own cards, the first 200 of them due, and of as many others as are wanted. */
function rows(count: number): CardRow[] {
  const catalogue = buildCatalogue(loadDecks(join(ROOT, 'decks')).decks.map(({ deck }) => deck));
  const today = studyDayOf(Date.now(), 480, DEFAULT_SETTINGS.rollover);
  const own = catalogue.order('deck').slice(0, DUE);
  const others = benchDeck(count - own.length, true).cards.map(({ id }) => id);
  const states = [
    ...benchStates(own, own.length, today, SEED),
    ...benchStates(others, DUE - own.length, today, SEED),
  ];
  return states.map((state) => rowOf(state, 1));
}

/** A profile that has all of the page, and its cards, and no server to ask. */
async function prepareOffline(
  bench: Bench,
  profile: string,
  side: Side,
  cards: readonly CardRow[],
): Promise<void> {
  const { context, page } = await openBrowser(profile, bench.injected);
  await page.goto(side.address);
  await page.evaluate(() => window.injected.firstCard());
  await offlineReady(page);
  for (let i = 0; i < cards.length; i += 5_000) {
    const some = cards.slice(i, i + 5_000);
    await page.evaluate((part) => window.injected.seed('cards', part), some);
  }
  await page.reload();
  await page.evaluate(() => window.injected.firstCard());
  await page.waitForTimeout(1_000);
  await context.close();
}

/** Script asked for before the first card, as it would come compressed; KiB. */
function scriptSize({ folder, site }: Side, { scripts }: FirstCard): number {
  const files = new Set(scripts.map((address) => address.slice(site.url.length)));
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function firstVisits(bench: Bench, app: Side, bare: Side): Promise<Result[]> {
  const [ours, others]: FirstCard[][] = [[], []];
  const go = (side: Side, into: FirstCard[] | undefined) => async () =>
    void into?.push(await visit(bench, bench.folders.next('profile'), side));
  await alternately(bench.runs, go(app, ours), go(bare, others));
  const times = (visits: readonly FirstCard[] = []) => median(visits.map(({ at }) => at));
  const size = median((ours ?? []).map((first) => scriptSize(app, first)));
  return [
    atMost(OF, 'first visit to first card', [times(ours), times(others)], 1.5),
    within(OF, 'script before the first card, compressed', size, 170, 'KiB'),
  ];
}

async function offlineStarts(bench: Bench, app: Side, bare: Side): Promise<Result> {
  const cards = bench.quick ? 2_000 : 100_000;
  const profiles = [bench.folders.next('profile'), bench.folders.next('profile')] as const;
  await prepareOffline(bench, profiles[0], app, rows(cards));
  await prepareOffline(bench, profiles[1], bare, []);
  bench.say(`${cards} cards stored`);
  await app.site.stop();
  await bare.site.stop();
  const [ours, others]: number[][] = [[], []];
  const go = (side: Side, profile: string, into: number[] | undefined) => async () =>
    void into?.push((await visit(bench, profile, side)).at);
  await alternately(bench.runs, go(app, profiles[0], ours), go(bare, profiles[1], others));
  const what = `start with the server gone, ${cards.toLocaleString('en')} cards`;
  return atMost(OF, what, [median(ours ?? []), median(others ?? [])], 1.5);
}

export async function measureStart(bench: Bench): Promise<Result[]> {
  const sideOf = async (folder: string, path: string): Promise<Side> => {
    const site = await openSite(folder);
    return { site, folder, address: site.url + path };
  };
  const app = await sideOf(await buildApp(bench.folders.next('app')), '#/review');
  const bare = await sideOf(await buildBare(bench.folders.next('bare')), '');
  const first = await firstVisits(bench, app, bare);
  bench.say('visited');
  const offline = await offlineStarts(bench, app, bare);
  await app.site.stop();
  await bare.site.stop();
  return [...first, offline];
}
