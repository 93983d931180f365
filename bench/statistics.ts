/** Number 7: all statistics of a long log. */
import type { CDPSession, Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import type { LogSize } from './history.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, within, type Result } from './report.ts';

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

async function figures(bench: Bench, page: Page, size: LogSize): Promise<Result[]> {
  const { runs } = bench;
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

/** Bytes in use by scripts: objects, and the memory of arrays. */
async function inUse(cdp: CDPSession, collects: boolean): Promise<number> {
  if (collects) await cdp.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } =
    await cdp.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** What the worker would hold at each step, in a page that does the same. */
async function memory(page: Page, size: LogSize): Promise<Result[]> {
  const cdp = await page.context().newCDPSession(page);
  await page.reload();
  await page.waitForFunction(() => 'bench' in window);
  const before = await inUse(cdp, true);
  let peak = 0;
  let isReading = true;
  const watching = (async () => {
    while (isReading) {
      peak = Math.max(peak, await inUse(cdp, false));
      await page.waitForTimeout(5);
    }
  })();
  const { packed, columns } = await page.evaluate((asked) => window.bench.holdColumns(asked), size);
  isReading = false;
  await watching;
  await page.evaluate(() => window.bench.holdTable());
  const folded = await inUse(cdp, true);
  await page.evaluate(() => window.bench.dropColumns());
  const kept = await inUse(cdp, true);
  await cdp.detach();
  const MEGA = 1_000_000;
  const most = Math.max(peak, folded) - before;
  return [
    atMost(
      OF,
      `${named(size)}: most bytes held, against their segments`,
      [most / MEGA, packed / MEGA],
      2,
      {
        unit: 'MB',
      },
    ),
    beside(
      OF,
      'while reading, with what was not collected yet',
      (peak - before) / MEGA,
      null,
      'MB',
    ),
    beside(OF, 'columns, table and states', (folded - before) / MEGA, null, 'MB'),
    beside(OF, 'of it the columns', columns / MEGA, null, 'MB'),
    beside(OF, 'table and states, kept for the next question', (kept - before) / MEGA, null, 'MB'),
  ];
}

export async function measureStatistics(bench: Bench): Promise<Result[]> {
  return inPage(bench, async (page) => {
    const results: Result[] = [];
    const sizes = bench.quick ? QUICK : SIZES;
    for (const size of sizes) {
      await page.evaluate((asked) => window.bench.prepareLog(asked), size);
      results.push(...(await figures(bench, page, size)));
      bench.say(named(size));
    }
    const largest = sizes.at(-1);
    if (largest) results.push(...(await memory(page, largest)));
    return results;
  });
}
