/** Number 4: the sealed log, at rest and read. */
import type { Bench } from './bench.ts';
import { logSize } from './log.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, within, type Result } from './report.ts';

const OF = '4 sealed log';

export async function measureSealed(bench: Bench): Promise<Result[]> {
  const size = logSize(bench);
  const runs = Math.max(bench.runs, 7);
  return inPage(bench, async (page) => {
    await page.evaluate((asked) => window.bench.prepareLog(asked), size);
    bench.say(`${size.reviews} reviews sealed`);
    const { atRest, ours, raw, decoded } = await page.evaluate(
      (asked) => window.bench.measureSealedReads(asked.size, asked.runs),
      { size, runs },
    );
    const { bytes, headBytes, reviews, onDisk } = atRest;
    return [
      within(OF, 'bytes per review, heads included', (bytes + headBytes) / reviews, 64, 'B'),
      beside(OF, 'of them in the heads', headBytes / reviews, null, 'B'),
      beside(OF, 'on the disk, as the browser counts', onDisk / reviews, null, 'B'),
      atMost(OF, 'reading it all', [median(ours), median(raw)], 2),
      beside(OF, 'reading it all, and into columns', median(ours) + median(decoded), median(raw)),
    ];
  });
}
