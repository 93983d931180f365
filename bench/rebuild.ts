/** Number 3: the caches rebuilt from a million reviews. */
import type { Bench } from './bench.ts';
import { logSize } from './log.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, within, type Result } from './report.ts';

const OF = '3 rebuild';

export async function measureRebuild(bench: Bench): Promise<Result[]> {
  const size = logSize(bench);
  const { runs } = bench;
  return inPage(bench, async (page) => {
    await page.evaluate((asked) => window.bench.prepareLog(asked), size);
    bench.say(`${size.reviews} reviews sealed`);
    const folds = await page.evaluate((asked) => window.bench.measureFold(asked.size, asked.runs), {
      size,
      runs,
    });
    bench.say('folded');
    await page.reload();
    await page.waitForFunction(() => 'bench' in window);
    const rebuilds = await page.evaluate(
      (asked) => window.bench.measureRebuilds(asked.size, asked.runs),
      { size, runs },
    );
    const bare = median(folds.bare);
    const ours = median(folds.ours);
    const decoded = median(folds.decoded);
    const [typical, worst] = [median(rebuilds.ratings), Math.max(...rebuilds.ratings)];
    return [
      atMost(OF, 'columns to the memory of all cards, against next_state', [ours, bare], 2.5),
      within(OF, 'cards whose memory differs from the bare loop', folds.different, 0, ''),
      beside(OF, 'bytes to columns and memory', ours + decoded, bare),
      atMost(
        OF,
        `writing ${rebuilds.rows.toLocaleString('en')} rows`,
        [median(rebuilds.ours), median(rebuilds.raw)],
        1.5,
      ),
      beside(OF, 'the whole rebuild in the worker', median(rebuilds.whole), null),
      within(
        OF,
        'longest task of the page meanwhile (0: none over 50)',
        rebuilds.longTask,
        50,
        'ms',
      ),
      within(
        OF,
        'ratings meanwhile that did not commit',
        rebuilds.ratings.length > 0 ? 0 : 1,
        0,
        '',
      ),
      beside(OF, `${rebuilds.ratings.length} ratings meanwhile, median`, typical, null),
      beside(OF, 'the slowest of them', worst, null),
    ];
  });
}
