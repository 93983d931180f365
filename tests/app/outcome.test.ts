/** Which final quizzes a frozen forecast is held against. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/app/discussions/outcome.ts';
import type { StandingDiscussion } from '../../src/domain/discussion.ts';
import type { Answer, ForecastMade, QuizBegun } from '../../src/domain/event.ts';
import type { QuizRecord } from '../../src/store/quizzes.ts';
import { aCatalogue, anAnswer, DAY } from '../builders.ts';

const WHEN = 20_005 * DAY;
const CARDS = Array.from({ length: 40 }, (_, i) => `talk/c${i}`);
const CATALOGUE = aCatalogue([...CARDS, 'talk/unforecast']);

const forecast: ForecastMade = {
  type: 'forecast-made',
  device: 'd',
  seq: 1,
  at: WHEN - 5 * DAY,
  order: 1,
  offset: 0,
  day: 20_000,
  action: 'd:1',
  discussion: 'd',
  when: WHEN,
  date: 20_005,
  target: 0.9,
  isPlanned: false,
  weights: 'fsrs-6',
  concepts: CARDS.map((card) => ({
    concept: CATALOGUE.card.get(card)?.conceptId ?? '',
    cards: [card],
    stop: [0.4],
    reviews: [0.8],
  })),
};

const discussion: StandingDiscussion = {
  id: 'd',
  name: 'Friday',
  when: WHEN,
  scope: { decks: ['talk'] },
  target: 0.9,
  minutes: 30,
  onTheDay: false,
  isPlanned: false,
  changed: 0,
  forecasts: [forecast],
  planned: new Map(),
  verdict: null,
};

interface Final {
  readonly asked: readonly string[];
  /** How many of them were answered, and whether with success. */
  readonly answered: number;
  readonly isRight?: boolean;
  /** `order` of its first answer. */
  readonly from: number;
  /** When it was ended early; absent when it was not. */
  readonly ended?: number;
}

function aFinal(quiz: string, { asked, answered, isRight = true, from, ended }: Final): QuizRecord {
  const { device, seq, at, offset, day, action } = anAnswer('good');
  const begun: QuizBegun = {
    device,
    seq,
    at,
    order: from - 1,
    offset,
    day,
    action,
    type: 'quiz-begun',
    quiz,
    seed: 's',
    mode: 'quiz-practice',
    questions: asked.map((of) => ({ form: 'recall', of })),
    decks: { talk: '1' },
    chosen: { is: 'discussion' },
    asksConfidence: false,
    discussion: 'd',
    isFinal: true,
  };
  const answers = asked.slice(0, answered).map((card, i): Answer => ({
    ...anAnswer(isRight ? 'good' : 'again', { card, order: from + i }),
    type: 'quizzed',
    mode: 'quiz-practice',
    quiz,
  }));
  return { begun, answers, open: [], isEnded: ended !== undefined, endOrder: ended ?? 0 };
}

const held = (...quizzes: readonly QuizRecord[]) => outcomeOf(discussion, quizzes, CATALOGUE);

describe('a final quiz', () => {
  it('that was ended without an answer, or asked nothing forecast, stands in the way of none', () => {
    const empty = aFinal('empty', { asked: CARDS, answered: 0, from: 10, ended: 11 });
    const beside = aFinal('beside', { asked: ['talk/unforecast'], answered: 1, from: 20 });
    expect(held(empty, beside)).toMatchObject({ by: null, audit: null, isSettled: false });
    const real = aFinal('real', { asked: CARDS, answered: 40, from: 30 });
    expect(held(real, beside, empty)).toMatchObject({
      by: 'quiz',
      isSettled: true,
      audit: { recalled: { of: 40, share: 1 } },
    });
  });

  it('is the first that was over, whichever was begun or answered first', () => {
    const slow = aFinal('slow', {
      asked: CARDS,
      answered: 35,
      isRight: false,
      from: 10,
      ended: 99,
    });
    const quick = aFinal('quick', { asked: CARDS, answered: 40, from: 50 });
    expect(held(slow, quick).audit?.recalled).toMatchObject({ of: 40, share: 1 });
  });

  it('done to its end settles the matter, however few it asked', () => {
    const few = aFinal('few', { asked: CARDS.slice(0, 3), answered: 3, isRight: false, from: 10 });
    const again = aFinal('again', { asked: CARDS, answered: 40, from: 50 });
    expect(held(few, again)).toMatchObject({ isSettled: true, audit: { recalled: { of: 3 } } });
  });

  it('broken off leaves room for another, and what was missed in it stays missed', () => {
    const broken = aFinal('broken', {
      asked: CARDS,
      answered: 2,
      isRight: false,
      from: 10,
      ended: 12,
    });
    expect(held(broken)).toMatchObject({ isSettled: false, audit: { recalled: { of: 2 } } });
    const again = aFinal('again', { asked: CARDS, answered: 40, from: 50 });
    expect(held(broken, again)).toMatchObject({
      isSettled: true,
      audit: { recalled: { of: 40, share: 38 / 40 } },
    });
  });
});
