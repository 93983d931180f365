/** Number 2: today's queue, from few cards and from many. */
import type { Bench } from './bench.ts';
import { median } from './numbers.ts';
import type { QueueTimes } from './pageQueue.ts';
import { inPage } from './pages.ts';
import { atMost, beside, type Result } from './report.ts';

const OF = '2 queue';
const DUE = 200;

export async function measureQueue(bench: Bench): Promise<Result[]> {
  const sizes = bench.quick ? [300, 1_000] : [1_000, 10_000, 100_000];
  const runs = bench.quick ? 3 : Math.max(21, bench.runs);
  const [measured, begun] = await inPage(bench, async (page) => {
    const measure = (isBegun: boolean) =>
      page.evaluate(
        (asked) => window.bench.measureQueues(asked.sizes, asked.due, asked.runs, asked.isBegun),
        { sizes, due: DUE, runs, isBegun },
      );
    const first = await measure(false);
    bench.say('before the first answer of the day');
    return [first, await measure(true)] as const;
  });
  const against = (when: string) => (times: QueueTimes) => {
    const { cards, ours, raw, ranges } = times;
    const what = `${cards.toLocaleString('en')} cards, ${when}`;
    return [
      atMost(OF, what, [median(ours), median(raw)], 2, { slack: 5 }),
      beside(OF, '– against the index ranges alone', median(ours), median(ranges)),
    ];
  };
  const results: Result[] = [
    ...measured.flatMap(against('day not begun')),
    ...begun.flatMap(against('day begun')),
  ];
  for (const [times, when] of [
    [measured, 'day not begun'],
    [begun, 'day begun'],
  ] as const) {
    const [few, many] = [times[0], times.at(-1)];
    if (!few || !many) continue;
    const sizesOf = `${many.cards.toLocaleString('en')} against ${few.cards.toLocaleString('en')}`;
    results.push(atMost(OF, `${sizesOf}, ${when}`, [median(many.ours), median(few.ours)], 2));
  }
  const slowest = Math.max(...measured.map(({ first }) => first));
  results.push(beside(OF, 'the slowest read with no place kept to begin at', slowest, null));
  return results;
}
