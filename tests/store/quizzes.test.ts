/** Quizzes and discussions in the log: read back, taken back, sealed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, QuizBegun } from '../../src/domain/event.ts';
import { append, undo, undoInQuiz } from '../../src/store/log.ts';
import { firstRatingCounts } from '../../src/store/pace.ts';
import { readQuiz, readQuizzes } from '../../src/store/quizzes.ts';
import { discussionEvents } from '../../src/store/read.ts';
import { rebuildCaches } from '../../src/store/rebuild.ts';
import { sealOldEvents } from '../../src/store/sealing.ts';
import type { Store } from '../../src/store/store.ts';
import { aReview, DAY } from '../builders.ts';
import { aStore, cacheDigest } from './aStore.ts';

const moment = { at: 30 * DAY, offset: 0, day: 30 };

let store: Store;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.close());

const begin = (quiz: string, cards: readonly string[], over: Partial<QuizBegun> = {}): Draft => ({
  type: 'quiz-begun',
  quiz,
  seed: 's',
  mode: 'quiz-practice',
  questions: [
    ...cards.map((of) => ({ form: 'recall' as const, of })),
    { form: 'open', of: 'talk/open' },
  ],
  decks: { talk: '1' },
  chosen: { is: 'weakest' },
  asksConfidence: false,
  ...over,
  ...moment,
});

const answer = (quiz: string, card: string, rating: 'again' | 'good' = 'good'): Draft => ({
  type: 'quizzed',
  card,
  rating,
  ms: 4000,
  mode: 'quiz-practice',
  how: 'self',
  language: 'zh',
  text: 1,
  weights: 'fsrs-6',
  quiz,
  ...moment,
});

const open = (quiz: string): Draft => ({
  type: 'open-answered',
  quiz,
  question: 'talk/open',
  points: [0, 2],
  of: 3,
  ms: 9000,
  language: 'zh',
  text: 7,
  ...moment,
});

const CARDS = ['talk/a', 'talk/b/there', 'more/c'] as const;

describe('quizzes', () => {
  it('are read back with their live answers, the newest first', async () => {
    await append(store, [begin('q1', CARDS)]);
    await append(store, [answer('q1', 'talk/a')]);
    await append(store, [answer('q1', 'talk/b/there', 'again')]);
    await append(store, [open('q1')]);
    await append(store, [begin('q2', ['more/c'])]);
    await append(store, [{ type: 'quiz-ended', quiz: 'q2', ...moment }]);
    const [second, first] = await readQuizzes(store);
    expect(first?.begun.questions.map(({ of }) => of)).toEqual([...CARDS, 'talk/open']);
    expect(first?.answers.map(({ card, rating }) => [card, rating])).toEqual([
      ['talk/a', 'good'],
      ['talk/b/there', 'again'],
    ]);
    expect(first?.open.map(({ points }) => points)).toEqual([[0, 2]]);
    expect([first?.isEnded, second?.isEnded]).toEqual([false, true]);
    expect((await readQuiz(store, 'q2'))?.begun.quiz).toBe('q2');
    expect(await readQuiz(store, 'q3')).toBeNull();
  });

  it('take back their own answers, an open one too, and nothing that came before them', async () => {
    await append(store, [aReview('good', { card: 'talk/a' })]);
    await append(store, [begin('q1', CARDS)]);
    expect(await undoInQuiz(store, moment, 'q1')).toBeNull();
    await append(store, [answer('q1', 'talk/a')]);
    await append(store, [open('q1')]);
    await undoInQuiz(store, moment, 'q1');
    expect((await readQuiz(store, 'q1'))?.open).toEqual([]);
    await undoInQuiz(store, moment, 'q1');
    expect((await readQuiz(store, 'q1'))?.answers).toEqual([]);
    expect(await undoInQuiz(store, moment, 'q1')).toBeNull();
    expect((await undo(store, moment))?.events[0]?.type).toBe('reviewed');
  });

  it('are whole when part of them is sealed, and the caches stay as they are', async () => {
    await append(store, [begin('q0', ['talk/a'])]);
    await append(store, [answer('q0', 'talk/a')]);
    await append(store, [begin('q1', CARDS)]);
    for (const card of CARDS) await append(store, [answer('q1', card)]);
    await append(store, [open('q1')]);
    const before = await readQuizzes(store);
    const digest = await cacheDigest(store);
    expect(await sealOldEvents(store, 5, 0)).toBe(1);
    expect(await readQuizzes(store)).toEqual(before);
    expect(await readQuiz(store, 'q1')).toEqual(before[0]);
    await rebuildCaches(store);
    expect(await cacheDigest(store)).toBe(digest);
  });
});

describe('discussions', () => {
  it('are found by themselves, sealed or not', async () => {
    const set: Draft = {
      type: 'discussion-set',
      discussion: 'd1',
      name: 'Friday',
      when: 40 * DAY,
      scope: { decks: ['talk'] },
      target: 0.9,
      minutes: 20,
      onTheDay: false,
      isPlanned: false,
      isRemoved: false,
      ...moment,
    };
    await append(store, [set]);
    for (const card of CARDS) await append(store, [aReview('good', { card })]);
    const planned = { type: 'day-planned', discussion: 'd1', cards: ['a'] } as const;
    await append(store, [{ ...planned, ...moment }]);
    const before = await discussionEvents(store.db);
    expect(before.map(({ type }) => type)).toEqual(['discussion-set', 'day-planned']);
    expect(await sealOldEvents(store, 3, 0)).toBe(1);
    expect(await discussionEvents(store.db)).toEqual(before);
  });
});

describe('how new cards begin', () => {
  it('is counted from the first answer each card got, live ones alone', async () => {
    await append(store, [aReview('again', { card: 'talk/a', day: 3 })]);
    await append(store, [aReview('good', { card: 'talk/a', day: 3 })]);
    await append(store, [aReview('easy', { card: 'talk/b/there', day: 4 })]);
    await append(store, [aReview('again', { card: 'talk/b/there', day: 9 })]);
    await append(store, [aReview('hard', { card: 'more/c', day: 9 })]);
    await undo(store, moment);
    expect(await firstRatingCounts(store)).toEqual({ again: 1, hard: 0, good: 0, easy: 1 });
  });
});
