/** Number 7: all statistics of a long log. */
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { openBrowser, openSite } from './browser.ts';
import { buildApp, buildPage } from './builds.ts';
import type { LogSize } from './history.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, within, type Result } from './report.ts';
import type { Shown } from './watchStatistics.ts';

const OF = '7 statistics';

const SIZES: readonly LogSize[] = [
  { reviews: 10_000, cards: 500 },
  { reviews: 100_000, cards: 5_000 },
  { reviews: 1_000_000, cards: 50_000 },
];
const QUICK: readonly LogSize[] = [
  { reviews: 2_000, cards: 100 },
  { reviews: 70_000, cards: 3_500 },
];

const named = ({ reviews }: LogSize) => `${reviews.toLocaleString('en')} reviews`;

/** Short logs are over before the engine has warmed up to either side. */
const SHORT = 100_000;
const RUNS_OF_SHORT = 21;

async function figures(bench: Bench, page: Page, size: LogSize): Promise<Result[]> {
  const runs = size.reviews > SHORT ? bench.runs : Math.max(bench.runs, RUNS_OF_SHORT);
  const found = await page.evaluate(
    (asked) => window.bench.measureStatistics(asked.size, asked.runs),
    { size, runs },
  );
  const of = named(size);
  const [ours, bare] = [median(found.ours), median(found.bare)];
  return [
    atMost(OF, `${of}: columns to all figures`, [ours, bare], 2),
    within(OF, `numbers of ${found.numbers} that differ from the loop's`, found.different, 0, ''),
    beside(OF, 'of it until the first figures', median(found.first), null),
    beside(OF, 'one question more, of half the cards', median(found.again), null),
  ];
}

/** Bytes scripts hold: objects, and the memory of arrays. @param collects whether what is let go is left out */
async function inUse(cdp: CDPSession, collects = true): Promise<number> {
  if (collects) await cdp.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } =
    await cdp.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** The most bytes in use until `work` is done, looked at again and again. */
async function peakDuring<T>(cdp: CDPSession, work: Promise<T>, collects: boolean) {
  let peak = 0;
  const done = work.then((made) => ({ made }));
  for (;;) {
    const over = await Promise.race([done, pause(5)]);
    if (over) return { peak, made: over.made };
    peak = Math.max(peak, await inUse(cdp, collects));
  }
}

const pause = (ms: number) =>
  new Promise<null>((resolve) => {
    setTimeout(resolve, ms, null);
  });

/** What the worker holds at each step, in a page that does the same. */
async function memory(page: Page, size: LogSize): Promise<Result[]> {
  const cdp = await page.context().newCDPSession(page);
  await page.reload();
  await page.waitForFunction(() => 'bench' in window);
  const before = await inUse(cdp);
  const read = () => page.evaluate((asked) => window.bench.holdColumns(asked), size);
  const loose = await peakDuring(cdp, read(), false);
  await page.evaluate(() => window.bench.dropColumns());
  const { peak, made } = await peakDuring(cdp, read(), true);
  const { packed, columns } = made;
  await page.evaluate(() => window.bench.holdTable());
  const folded = await inUse(cdp);
  await page.evaluate(() => window.bench.dropColumns());
  const kept = await inUse(cdp);
  await cdp.detach();
  const MEGA = 1_000_000;
  const mega = (bytes: number) => (bytes - before) / MEGA;
  const what = `${named(size)}: most bytes held, against the segments`;
  const most = mega(Math.max(peak, folded));
  return [
    atMost(OF, what, [most, packed / MEGA], 2, { unit: 'MB' }),
    beside(OF, 'held while reading', mega(peak), null, 'MB'),
    beside(OF, 'and with what was not collected yet', mega(loose.peak), null, 'MB'),
    beside(OF, 'held when folded: columns, table and states', mega(folded), null, 'MB'),
    beside(OF, 'of it the columns', columns / MEGA, null, 'MB'),
    beside(OF, 'kept for the next question', mega(kept), null, 'MB'),
  ];
}

/** Until the app has loaded what may be wanted after the start, as it does when it has time. */
async function isRested(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('SettingsScreen')),
  );
  await page.waitForTimeout(500);
}

/** The app itself, at its statistics, with the log in its database. No deck knows the log's cards. */
async function inApp(bench: Bench, size: LogSize): Promise<Result[]> {
  const folder = await buildApp(bench.folders.next('app'));
  await buildPage(join(folder, 'bench'));
  const site = await openSite(folder);
  const { context, page } = await openBrowser(bench.folders.next('profile'), bench.injected);
  try {
    await page.goto(`${site.url}bench/page.html`);
    await page.waitForFunction(() => 'bench' in window);
    const last = await page.evaluate((asked) => window.bench.prepareLog(asked, 'fanshi'), size);
    // The evening of the last day of the log.
    await page.clock.setFixedTime(last + 60_000);
    await page.goto(`${site.url}#/`);
    while (!(await page.evaluate(() => window.injected.isFolded()))) {
      await page.waitForTimeout(500);
    }
    bench.say('in the app');
    const after = async (i: number, rested: () => Promise<unknown>) => {
      await page.goto(`${site.url}?${i}#/`);
      await rested();
      return page.evaluate(() => window.injected.goToStatistics());
    };
    const cold = await after(0, () => page.waitForTimeout(500));
    const shown: Shown[] = [];
    for (let i = 1; i <= bench.runs; i++) {
      shown.push(await after(i, () => isRested(page)));
    }
    const of = (key: keyof Shown) => shown.map((one) => one[key]);
    const longest = Math.max(...of('longTask'));
    return [
      within(
        OF,
        'frames from the navigation to the page with room for all',
        median(of('frames')),
        2,
        '',
      ),
      beside(OF, 'gone to half a second after the start: frames', cold.frames, null, ''),
      within(OF, 'longest task of the page meanwhile (0: none over 50)', longest, 50, 'ms'),
      beside(OF, `${named(size)}: the first figure in the app`, median(of('first')), null),
      beside(OF, 'all of them', median(of('all')), null),
    ];
  } finally {
    await context.close();
    await site.stop();
  }
}

export async function measureStatistics(bench: Bench): Promise<Result[]> {
  const sizes = bench.quick ? QUICK : SIZES;
  const largest = sizes.at(-1) ?? { reviews: 0, cards: 0 };
  const computed = await inPage(bench, async (page) => {
    const results: Result[] = [];
    for (const size of sizes) {
      await page.evaluate((asked) => window.bench.prepareLog(asked), size);
      results.push(...(await figures(bench, page, size)));
      bench.say(named(size));
    }
    return [...results, ...(await memory(page, largest))];
  });
  return [...computed, ...(await inApp(bench, largest))];
}
