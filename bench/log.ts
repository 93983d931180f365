/** How long the log is that numbers 3 and 4 are about. */
import type { Bench } from './bench.ts';
import type { LogSize } from './history.ts';

export const logSize = ({ quick }: Bench): LogSize =>
  quick ? { reviews: 70_000, cards: 3_500 } : { reviews: 1_000_000, cards: 50_000 };
