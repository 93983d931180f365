/** The learner's pace on this device: how long answers take, and how new cards begin. */
import type { Timed } from '../domain/estimate.ts';
import { isAnswer, type Answer, type LogEvent, type Rating } from '../domain/event.ts';
import { undoneActions } from '../domain/replay.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, eventsBackwards } from './read.ts';
import { readProfile, type Store } from './store.ts';
import { statesOf } from './study.ts';

const isReview = (event: LogEvent): event is Answer => isAnswer(event) && event.mode === 'review';

/** The latest reviews, newest first, for the estimate of minutes. Quizzes have a pace of their own. */
export async function recentReviews(store: Store, count: number): Promise<Timed[]> {
  const { db } = store;
  const recent: Timed[] = [];
  await db.transaction('r', db.events, db.meta, db.heads, db.segments, async () => {
    const { device } = await readProfile(db);
    await eventsBackwards(db, device, (event) => {
      if (isReview(event) && event.ms !== undefined) {
        recent.push({ ms: event.ms, again: event.rating === 'again' });
      }
      return recent.length < count;
    });
  });
  return recent;
}

/** Events looked at for the first ratings. */
const LOOKED_AT = 4096;

/**
 * How often each rating was the first a card got, among the latest events. A card's first answer is
 * the earliest live one on the study day it stopped being new.
 * @throws StoreError
 */
export async function firstRatingCounts(store: Store): Promise<Record<Rating, number>> {
  const { db, catalogue } = store;
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  try {
    const answers: Answer[] = [];
    await db.transaction('r', db.events, db.meta, db.heads, db.segments, async () => {
      const { device } = await readProfile(db);
      const undone = undoneActions(await cardlessEvents(db));
      let seen = 0;
      await eventsBackwards(db, device, (event) => {
        if (isReview(event) && !undone.has(event.action)) answers.push(event);
        seen += 1;
        return seen < LOOKED_AT;
      });
    });
    const idOf = ({ card }: Answer) => catalogue.currentId(card);
    const states = await statesOf(store, answers.map(idOf));
    const first = new Map<string, Rating>();
    for (const answer of answers) {
      if (states.get(idOf(answer))?.introduced === answer.day) {
        first.set(idOf(answer), answer.rating);
      }
    }
    for (const rating of first.values()) counts[rating] += 1;
    return counts;
  } catch (error) {
    throw asStoreError(error);
  }
}
