/** What was known on a past study day: the log folded up to it. */
import type { StudyDay } from '../day.ts';
import { foldColumns } from '../foldColumns.ts';
import type { MemoryModel } from '../memory.ts';
import type { Columns } from '../replayColumns.ts';
import { recallsOn, type CardRecall } from './knowledge.ts';

/**
 * What was known of each card at the end of a study day, in the order given: by the log up to that
 * day, under the newest weights. What was taken back since counts as never done.
 */
export function pastRecalls(
  columns: Columns,
  model: MemoryModel,
  cards: readonly string[],
  day: StudyDay,
): CardRecall[] {
  return cards.map(recallsOn(foldColumns(columns, model, day).states, day, model));
}
