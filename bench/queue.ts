/** Number 2: today's queue, from few cards and from many. */
import type { Bench } from './bench.ts';
import { median } from './numbers.ts';
import { inPage } from './pages.ts';
import { atMost, beside, type Result } from './report.ts';

const OF = '2 queue';
const DUE = 200;

export async function measureQueue(bench: Bench): Promise<Result[]> {
  const sizes = bench.quick ? [300, 1_000] : [1_000, 10_000, 100_000];
  const runs = bench.quick ? 3 : Math.max(21, bench.runs);
  const measured = await inPage(bench, (page) =>
    page.evaluate((asked) => window.bench.measureQueues(asked.sizes, asked.due, asked.runs), {
      sizes,
      due: DUE,
      runs,
    }),
  );
  const results: Result[] = measured.flatMap(({ cards, ours, raw, ranges, queued }) => {
    const what = `from ${cards.toLocaleString('en')} cards (${queued} queued)`;
    return [
      atMost(OF, what, [median(ours), median(raw)], 2, { slack: 5 }),
      beside(OF, `the same, against the index ranges alone`, median(ours), median(ranges)),
    ];
  });
  const [few, many] = [measured[0], measured.at(-1)];
  if (few && many) {
    const what = `${many.cards.toLocaleString('en')} cards against ${few.cards.toLocaleString('en')}`;
    results.push(atMost(OF, what, [median(many.ours), median(few.ours)], 2));
    results.push(beside(OF, 'the very first read of the most cards', many.first, null));
  }
  return results;
}
