/** Quizzes as the log has them: begun, answered, over. */
import {
  isAnswer,
  isOfQuiz,
  type Answer,
  type LogEvent,
  type OpenAnswered,
  type QuizBegun,
} from '../domain/event.ts';
import { compareEvents, undoneActions } from '../domain/replay.ts';
import { idsOf } from './cache.ts';
import { asStoreError } from './errors.ts';
import { cardlessEvents, quizEvents } from './read.ts';
import type { Store } from './store.ts';

export interface QuizRecord {
  readonly begun: QuizBegun;
  /** Live ones, in replay order. */
  readonly answers: readonly Answer[];
  readonly open: readonly OpenAnswered[];
  /** Whether it was ended before its last question. */
  readonly isEnded: boolean;
  /** `order` of the event that ended it so; 0 without one. */
  readonly endOrder: number;
}

function recordsFrom(events: readonly LogEvent[], undone: ReadonlySet<string>): QuizRecord[] {
  const records = new Map<
    string,
    {
      begun: QuizBegun;
      answers: Answer[];
      open: OpenAnswered[];
      isEnded: boolean;
      endOrder: number;
    }
  >();
  const live = events.filter(({ action }) => !undone.has(action)).toSorted(compareEvents);
  for (const event of live) {
    if (!isOfQuiz(event) || event.type !== 'quiz-begun' || records.has(event.quiz)) continue;
    records.set(event.quiz, { begun: event, answers: [], open: [], isEnded: false, endOrder: 0 });
  }
  for (const event of live) {
    if (!isAnswer(event) && !isOfQuiz(event)) continue;
    const record = records.get(event.quiz ?? '');
    if (!record) continue;
    if (isAnswer(event)) record.answers.push(event);
    else if (event.type === 'open-answered') record.open.push(event);
    else if (event.type === 'quiz-ended' && !record.isEnded) {
      record.isEnded = true;
      record.endOrder = event.order;
    }
  }
  return [...records.values()];
}

async function read(store: Store, quiz?: string): Promise<QuizRecord[]> {
  const { db } = store;
  try {
    return await db.transaction('r', db.events, db.heads, db.segments, async () => {
      const undone = undoneActions(await cardlessEvents(db));
      return recordsFrom(
        await quizEvents(db, (card) => idsOf(store, store.catalogue.currentId(card)), quiz),
        undone,
      );
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

/** One quiz; null when the log has none of that id. @throws StoreError */
export async function readQuiz(store: Store, quiz: string): Promise<QuizRecord | null> {
  return (await read(store, quiz))[0] ?? null;
}

/** Every quiz, the newest first. @throws StoreError */
export async function readQuizzes(store: Store): Promise<QuizRecord[]> {
  return (await read(store)).toReversed();
}
