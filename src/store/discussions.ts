/** Discussions as the log has them, and what is left of a plan's day. */
import type { StudyDay } from '../domain/day.ts';
import { foldDiscussions, type Discussions } from '../domain/discussion.ts';
import { laneQueue } from '../domain/lane.ts';
import type { Queue } from '../domain/queue.ts';
import { undoneActions } from '../domain/replay.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, discussionEvents } from './read.ts';
import type { Store } from './store.ts';
import { statesOf } from './study.ts';

/** Every discussion that stands, by id. @throws StoreError */
export async function readDiscussions({ db, catalogue }: Store): Promise<Discussions> {
  try {
    return await db.transaction('r', db.events, db.heads, async () => {
      const undone = undoneActions(await cardlessEvents(db));
      return foldDiscussions(await discussionEvents(db), undone, catalogue.currentId);
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * How many new cards the lanes of the plans that are followed still hold for today.
 * @param endOfDay ms
 * @throws StoreError
 */
export async function newInLanes(store: Store, today: StudyDay, endOfDay: number): Promise<number> {
  const followed = [...(await readDiscussions(store)).values()].filter((one) => one.isPlanned);
  const planned = followed.flatMap((discussion) => discussion.planned.get(today) ?? []);
  const states = await statesOf(store, planned);
  return laneQueue(planned, states, today, endOfDay, store.catalogue).fresh.size;
}

/**
 * What is left of what a discussion's plan put on today; an empty queue where it has put nothing.
 * @param endOfDay ms
 * @throws StoreError
 */
export async function readLane(
  store: Store,
  discussion: string,
  today: StudyDay,
  endOfDay: number,
): Promise<Queue> {
  const planned = (await readDiscussions(store)).get(discussion)?.planned.get(today) ?? [];
  const states = await statesOf(store, planned);
  return laneQueue(planned, states, today, endOfDay, store.catalogue);
}
