/** Number 8: training the weights, against the same package with nothing around it. */
import type { Bench } from './bench.ts';
import type { LogSize } from './history.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, within, type Result } from './report.ts';

const OF = '8 optimiser';

const SIZES: readonly LogSize[] = [
  { reviews: 10_000, cards: 800 },
  { reviews: 100_000, cards: 6_000 },
];

export async function measureOptimiser(bench: Bench): Promise<Result[]> {
  const sizes = bench.quick ? SIZES.slice(0, 1) : SIZES;
  return inPage(bench, async (page) => {
    const results: Result[] = [];
    for (const size of sizes) {
      await page.evaluate((asked) => window.bench.prepareLog(asked), size);
      const { ours, bare, items, difference } = await page.evaluate(
        (asked) => window.bench.measureTrainings(asked.size, asked.runs),
        // A short training is over before the browser has compiled all of it well: it varies most.
        { size, runs: size.reviews > 10_000 || bench.quick ? bench.runs : 3 * bench.runs },
      );
      const reviews = size.reviews.toLocaleString('en');
      bench.say(`${reviews} reviews`);
      results.push(
        atMost(OF, `training on ${reviews} reviews`, [median(ours), median(bare)], 1.1),
        within(
          OF,
          'largest difference between the weights, rounded to 4 decimals',
          difference,
          1e-4,
          '',
        ),
        beside(OF, 'courses trained on', items, null, ''),
      );
    }
    return results;
  });
}
