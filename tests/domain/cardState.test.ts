/** What the log says of one card: which answers count, what they move, and what becomes of it. */
import { describe, expect, it } from 'vitest';
import {
  countedRating,
  DID,
  foldCard,
  newCardState,
  predictedOn,
  recallAt,
  stepCard,
  type CardState,
} from '../../src/domain/cardState.ts';
import type { Answer, OfCard, Rating } from '../../src/domain/event.ts';
import { createModel } from '../../src/domain/memory.ts';
import { anAnswer, aReviewGrant, aReviewState, aState, DAY, HOUR } from '../builders.ts';

const model = createModel();
const step = (state: CardState | null, event: OfCard) => stepCard(state, event, model);
const flag = (type: 'suspended' | 'unsuspended' | 'marked' | 'unmarked' | 'reset') =>
  ({ ...anAnswer('good'), type }) as OfCard;

describe('an answer counts', () => {
  type Case = [mode: Answer['mode'], rating: Rating, how: Answer['how'], confidence: string];
  it.each<[...Case, counts: Rating | null]>([
    ['review', 'again', 'self', '', 'again'],
    ['review', 'easy', 'choice', 'guess', 'easy'],
    ['cram', 'again', 'self', '', null],
    ['cram', 'good', 'typed', 'know', null],
    ['quiz-practice', 'again', 'self', '', null],
    ['quiz-practice', 'good', 'self', 'know', null],
    ['quiz-misses', 'again', 'choice', 'guess', 'again'],
    ['quiz-misses', 'good', 'typed', 'know', null],
    ['quiz-all', 'again', 'choice', 'guess', 'again'],
    ['quiz-all', 'again', 'self', '', 'again'],
    ['quiz-all', 'good', 'self', '', 'good'],
    ['quiz-all', 'good', 'typed', 'think', 'good'],
    ['quiz-all', 'good', 'typed', 'guess', null],
    ['quiz-all', 'good', 'choice', 'know', null],
  ])('in %s: %s, %s, %s → %s', (mode, rating, how, confidence, counts) => {
    const sure = confidence === '' ? {} : { confidence: confidence as 'guess' | 'think' | 'know' };
    expect(countedRating({ mode, rating, how, ...sure })).toBe(counts);
  });

  it('once a study day in review, whatever its mode; the steps of learning each time', () => {
    const due = aReviewState('talk/a', 30);
    const relearn = { phase: 'relearning', step: 0, dueAt: 30 * DAY } as const;
    const missed = step(
      due,
      anAnswer('again', { day: 30, mode: 'quiz-misses', grant: aReviewGrant(31) }),
    );
    expect(missed.state).toMatchObject({ reps: 4, lapses: 1 });
    const again = step(missed.state, anAnswer('again', { day: 30, grant: relearn }));
    expect(again.state).toMatchObject({ reps: 4, lapses: 1, memory: missed.state.memory });
    expect(again.did).toBe(DID.answer);
    const stepped = step(again.state, anAnswer('good', { day: 30, grant: aReviewGrant(31) }));
    expect(stepped.state).toMatchObject({ reps: 5, lapses: 1 });
    const next = step(stepped.state, anAnswer('good', { day: 31, grant: aReviewGrant(35) }));
    expect(next.state.reps).toBe(6);
    expect(next.did).toBe(DID.answer | DID.move | DID.retain | DID.pass);
  });

  it('on the day already reached when the clock was set back: no day is negative', () => {
    const state = aReviewState('talk/a', 30, { memoryDay: 30, answered: 30 });
    const back = step(state, anAnswer('good', { day: 28, grant: aReviewGrant(40) }));
    expect(back.state).toMatchObject({ reps: 3, memoryDay: 30, answered: 30, dueDay: 40 });
    const forward = step(back.state, anAnswer('good', { day: 31, grant: aReviewGrant(50) }));
    expect(forward.state.memory).toEqual(model.next(state.memory, 1, 'good'));
  });

  it('not at all for practice, which leaves memory and schedule alone', () => {
    const state = aReviewState('talk/a', 30);
    const { state: after, did } = step(state, anAnswer('again', { day: 30, mode: 'cram' }));
    expect(after).toEqual(state);
    expect(did).toBe(DID.answer);
  });
});

describe('a card', () => {
  it('is introduced by the first answer that grants it a schedule', () => {
    const practice = step(null, anAnswer('good', { day: 2, mode: 'quiz-practice' }));
    expect(practice.state).toMatchObject({ phase: 'new', introduced: null });
    const { state, did } = step(
      practice.state,
      anAnswer('good', { day: 3, grant: aReviewGrant(5) }),
    );
    expect(state).toMatchObject({ phase: 'review', introduced: 3, dueDay: 5, interval: 2 });
    expect(did & DID.introduce).toBe(DID.introduce);
  });

  it('forgets all but its marks when it is reset', () => {
    const state = aReviewState('talk/a', 30, { marked: true, suspended: true, buriedUntil: 9 });
    const after = step(state, flag('reset')).state;
    expect(after).toEqual({
      ...newCardState('talk/a'),
      marked: true,
      suspended: true,
      buriedUntil: 9,
    });
  });

  it('keeps its schedule while suspended, buried or marked', () => {
    const state = aReviewState('talk/a', 30);
    const suspended = step(state, flag('suspended')).state;
    expect(suspended).toEqual({ ...state, suspended: true });
    expect(step(suspended, flag('unsuspended')).state).toEqual(state);
    expect(step(step(state, flag('marked')).state, flag('unmarked')).state).toEqual(state);
    const buried = { ...flag('marked'), type: 'buried', until: 12 } as OfCard;
    expect(step(state, buried).state).toEqual({ ...state, buriedUntil: 12 });
  });

  it('falls due on the day a person chose, and its memory does not move', () => {
    const state = aReviewState('talk/a', 30);
    const moved = {
      ...flag('marked'),
      type: 'set-due',
      grant: aReviewGrant(44),
      day: 25,
    } as OfCard;
    expect(step(state, moved).state).toEqual({ ...state, dueDay: 44, interval: 24 });
  });

  it('counts each answer of an import once, the first in replay order', () => {
    const row = (seq: number, rating: Rating) =>
      anAnswer(rating, { seq, order: seq, origin: 'anki:1:1', grant: aReviewGrant(seq + 3) });
    const state = foldCard('talk/a', [row(2, 'again'), row(1, 'good')], new Set(), model);
    expect(state).toMatchObject({ reps: 1, dueDay: 4, origins: ['anki:1:1'] });
    expect(state.memory).toEqual(model.next(null, 0, 'good'));
  });
});

describe('recall', () => {
  const state = aReviewState('talk/a', 20);
  it('is predicted at whole study days, and not on the day memory moved', () => {
    expect(predictedOn(state, 20, model)).toBeCloseTo(0.9, 9);
    expect(predictedOn(state, 10, model)).toBeNull();
    expect(predictedOn(state, 9, model)).toBeNull();
    expect(predictedOn(aState(), 20, model)).toBeNull();
    expect(predictedOn(null, 20, model)).toBeNull();
  });

  it('is drawn on a smooth curve that begins at 1 and falls', () => {
    const at = (hours: number) => recallAt(state, (state.memoryAt ?? 0) + hours * HOUR, model) ?? 0;
    expect(at(0)).toBe(1);
    expect(at(-5)).toBe(1);
    expect(at(6)).toBeLessThan(1);
    expect(at(12)).toBeLessThan(at(6));
    expect(at(240)).toBeCloseTo(0.9, 9);
    expect(recallAt(aState(), 0, model)).toBeNull();
  });
});

describe('a lapse', () => {
  it('is counted only when again is pressed on a card in review', () => {
    const learning = aState({
      phase: 'learning',
      memory: { stability: 1, difficulty: 5 },
      memoryDay: 1,
    });
    expect(step(learning, anAnswer('again', { day: 2 })).state.lapses).toBe(0);
    expect(step(aReviewState('talk/a', 30), anAnswer('hard', { day: 30 })).state.lapses).toBe(0);
    expect(step(aReviewState('talk/a', 30), anAnswer('again', { day: 30 })).state.lapses).toBe(1);
  });
});
