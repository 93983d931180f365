/** What statistics are made of, read from the log; and what the caches already say of them. */
import { answersOf, type Answers } from '../domain/statistics/answers.ts';
import type { Part } from '../domain/statistics/figures.ts';
import { calendarOf } from '../domain/statistics/reviews.ts';
import type { Asked } from '../domain/statistics/statistics.ts';
import { areCachesCurrent } from './cache.ts';
import { asStoreError } from './errors.ts';
import { readLogColumns } from './logColumns.ts';
import { refreshSettings, type Store } from './store.ts';

/** All live answers and the states of all cards, folded from the log under the newest weights. @throws StoreError */
export async function readAnswers(store: Store): Promise<Answers> {
  try {
    await refreshSettings(store);
  } catch (error) {
    throw asStoreError(error);
  }
  return answersOf(await readLogColumns(store), store.model);
}

/**
 * The heat map from the sums of days, while the log is still being read; null when not all cards are
 * asked about, or the sums are not current. @throws StoreError
 */
export async function readCalendar(store: Store, asked: Asked): Promise<Part | null> {
  const { chosen, onlyMarked, period, today } = asked;
  try {
    if (chosen !== null || onlyMarked || !(await areCachesCurrent(store))) return null;
    const tallies = await store.db.days.where('day').belowOrEqual(today).toArray();
    const studied = tallies.map(({ day, answers, time }) => ({ day, answers, ms: time }));
    return { calendar: calendarOf(studied, period, today) };
  } catch (error) {
    throw asStoreError(error);
  }
}
