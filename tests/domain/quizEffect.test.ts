/** What quizzes do to memory and schedule: what was chosen, once a study day, and nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DID, foldCard, type CardState } from '../../src/domain/cardState.ts';
import {
  CONFIDENCES,
  isAnswer,
  isOfCard,
  RATINGS,
  type Answer,
  type Draft,
  type LogEvent,
  type QuizBegun,
  type Rating,
} from '../../src/domain/event.ts';
import { grantOf, offersFor, predictionFor } from '../../src/domain/grant.ts';
import { createModel } from '../../src/domain/memory.ts';
import { mergeLogs } from '../../src/domain/merge.ts';
import { grantFor, modeFor } from '../../src/domain/quiz/effect.ts';
import { mark, type Asked, type Given } from '../../src/domain/quiz/mark.ts';
import { nextReply, repliesOf } from '../../src/domain/quiz/progress.ts';
import { undoneActions } from '../../src/domain/replay.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import {
  aCatalogue,
  aReviewState,
  aState,
  check,
  DAY,
  HOUR,
  LONG,
  MINUTE,
  Pen,
} from '../builders.ts';
import { aQuiz } from './quizCards.ts';

const CARDS = ['talk/a', 'talk/b', 'talk/c'];
const QUIZ_MODES = ['quiz-practice', 'quiz-misses', 'quiz-all'] as const;
const model = createModel();
const dayOf = (at: number) => Math.floor(at / DAY);

function offersOn(state: CardState | null, card: string, now: number) {
  return offersFor(state, card, {
    settings: DEFAULT_SETTINGS,
    desired: 0.9,
    model,
    today: dayOf(now),
    now,
    dayOf,
    calendar: { load: () => 0, siblings: [] },
  });
}

const given: fc.Arbitrary<readonly [Asked['form'], Given]> = fc.oneof(
  fc.constantFrom('0', '1', '2').map((key) => ['choice', { is: 'picked', key }] as const),
  fc
    .constantFrom(['0', '1', '2'], ['1', '0', '2'])
    .map((keys) => ['order', { is: 'ordered', keys }] as const),
  fc
    .tuple(fc.constantFrom('right', 'wrong'), fc.constantFrom('right' as const, 'wrong' as const))
    .map(([text, judged]) => ['typed', { is: 'typed', text, judged }] as const),
  fc
    .constantFrom('right' as const, 'wrong' as const)
    .map((as) => ['recall', { is: 'judged', as }] as const),
  fc.constant(['contrast', { is: 'unknown' }] as const),
);

type Step = {
  readonly pause: number;
  readonly card: string;
} & (
  | { readonly is: 'review'; readonly rating: Rating }
  | { readonly is: 'undo' }
  | {
      readonly is: 'quiz';
      readonly mode: QuizBegun['mode'];
      readonly given: readonly [Asked['form'], Given];
      readonly confidence: Answer['confidence'];
    }
);

const steps = (modes: readonly QuizBegun['mode'][]): fc.Arbitrary<Step[]> => {
  const when = {
    pause: fc.constantFrom(0, MINUTE, 5 * HOUR, DAY, 6 * DAY),
    card: fc.constantFrom(...CARDS),
  };
  return fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          ...when,
          is: fc.constant('review' as const),
          rating: fc.constantFrom(...RATINGS),
        }),
      },
      { weight: 1, arbitrary: fc.record({ ...when, is: fc.constant('undo' as const) }) },
      {
        weight: 4,
        arbitrary: fc.record({
          ...when,
          is: fc.constant('quiz' as const),
          mode: fc.constantFrom(...modes),
          given,
          confidence: fc.constantFrom(undefined, ...CONFIDENCES),
        }),
      },
    ),
    { maxLength: 25 },
  );
};

const stateOf = (log: readonly LogEvent[], card: string) => {
  const own = log.filter((event) => isOfCard(event) && event.card === card);
  return foldCard(card, own, undoneActions(log), model);
};

/** What a quiz writes of one answer, as the app does. */
function quizzed(
  step: Extract<Step, { is: 'quiz' }>,
  state: CardState | null,
  now: number,
): Draft & { type: 'quizzed' } {
  const [form, what] = step.given;
  const put = form === 'choice' || form === 'order' ? ['2', '0', '1'] : [];
  const marked = mark({ form, put, expected: 'right' }, what);
  const mode = modeFor(step.mode, state);
  const { confidence } = step;
  const answer = { ...marked, mode, ...(confidence ? { confidence } : {}) };
  const today = dayOf(now);
  const grant = grantFor(answer, { state, today, offers: offersOn(state, step.card, now) }, now);
  const predicted = predictionFor(state, today, model);
  return {
    type: 'quizzed',
    card: step.card,
    at: now,
    offset: 0,
    day: today,
    ms: 1000,
    quiz: 'q',
    ...answer,
    ...(predicted === undefined ? {} : { predicted }),
    ...(grant ? { grant } : {}),
  };
}

/** Plays steps on a device that knows `shared` already. */
function play(script: readonly Step[], device: string, shared: readonly LogEvent[], start: number) {
  const pen = new Pen(device, Math.max(0, ...shared.map(({ order }) => order)));
  let now = start;
  for (const step of script) {
    now += step.pause;
    const moment = { at: now, offset: 0, day: dayOf(now) };
    const state = stateOf([...shared, ...pen.log], step.card);
    if (step.is === 'undo') {
      const last = pen.log.findLast(isOfCard);
      if (last) pen.write([{ type: 'undone', names: last.action, ...moment }]);
    } else if (step.is === 'review') {
      const { card, rating } = step;
      const grant = grantOf(offersOn(state, card, now)[rating], now);
      pen.write([
        { type: 'reviewed', card, rating, ms: 1, mode: 'review', how: 'self', grant, ...moment },
      ]);
    } else pen.write([quizzed(step, state, now)]);
  }
  return [...shared, ...pen.log];
}

const START = 20_000 * DAY + 8 * HOUR;

describe('a quiz that is only practised', () => {
  it(
    'leaves memory and schedule as they were, whatever is answered',
    () => {
      fc.assert(
        fc.property(steps(['quiz-practice']), (script) => {
          const log = play(script, 'd', [], START);
          const without = log.filter(({ type }) => type !== 'quizzed');
          for (const card of CARDS) expect(stateOf(log, card)).toEqual(stateOf(without, card));
        }),
        check,
      );
    },
    LONG,
  );

  it('is all there is for a card never begun, whatever was chosen', () => {
    for (const mode of QUIZ_MODES) {
      expect(modeFor(mode, null)).toBe('quiz-practice');
      expect(modeFor(mode, aState())).toBe('quiz-practice');
      expect(modeFor(mode, aReviewState('talk/a', 10))).toBe(mode);
    }
  });
});

/** Of every answer what it did, in replay order. */
function deeds(log: readonly LogEvent[], card: string) {
  const done: { answer: Answer; moved: boolean }[] = [];
  foldCard(
    card,
    log.filter((event) => isOfCard(event) && event.card === card),
    undoneActions(log),
    model,
    (event, did) => {
      if (isAnswer(event)) done.push({ answer: event, moved: (did & DID.move) > 0 });
    },
  );
  return done;
}

function expectOncePerDay(log: readonly LogEvent[]): void {
  for (const card of CARDS) {
    const moved = new Set<number>();
    for (const { answer, moved: hasMoved } of deeds(log, card)) {
      if (!hasMoved) continue;
      if (answer.type === 'quizzed') expect(moved.has(answer.day)).toBe(false);
      moved.add(answer.day);
    }
  }
}

describe('a quiz that counts', () => {
  it(
    'moves memory only as the first answer of a study day, and gives a schedule only then',
    () => {
      fc.assert(
        fc.property(steps(QUIZ_MODES), (script) => {
          const log = play(script, 'd', [], START);
          expectOncePerDay(log);
          for (const card of CARDS) {
            for (const { answer, moved } of deeds(log, card)) {
              if (answer.type === 'quizzed') expect(moved).toBe(answer.grant !== undefined);
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'moves it once a study day on two devices together, however they are merged',
    () => {
      fc.assert(
        fc.property(
          fc.tuple(steps(QUIZ_MODES), steps(QUIZ_MODES), steps(QUIZ_MODES)),
          ([before, here, there]) => {
            const shared = play(before, 'd', [], START);
            const start = Math.max(START, ...shared.map(({ at }) => at)) + HOUR;
            const one = play(here, 'e', shared, start);
            const other = play(there, 'f', shared, start);
            const merge = (a: readonly LogEvent[], b: readonly LogEvent[], own: string) => [
              ...a,
              ...mergeLogs(a, b, own, () => 'fresh').added,
            ];
            const merged = merge(one, other, 'e');
            expectOncePerDay(merged);
            for (const card of CARDS) {
              expect(stateOf(merge(other, one, 'f'), card)).toEqual(stateOf(merged, card));
            }
          },
        ),
        check,
      );
    },
    LONG,
  );

  it('counts a wrong answer as again in both modes, a right one only when all count', () => {
    const state = aReviewState('talk/a', 20_000, { memoryDay: 19_990 });
    const card = { state, today: 20_000, offers: offersOn(state, 'talk/a', START) };
    const grant = (mode: QuizBegun['mode'], rating: 'again' | 'good', over: Partial<Answer> = {}) =>
      grantFor({ mode, rating, how: 'typed', ...over }, card, START)?.phase;
    expect(grant('quiz-misses', 'again')).toBe('relearning');
    expect(grant('quiz-misses', 'good')).toBeUndefined();
    expect(grant('quiz-all', 'again')).toBe('relearning');
    expect(grant('quiz-all', 'good')).toBe('review');
    expect(grant('quiz-all', 'good', { how: 'choice' })).toBeUndefined();
    expect(grant('quiz-all', 'good', { confidence: 'guess' })).toBeUndefined();
    expect(grant('quiz-practice', 'again')).toBeUndefined();
  });
});

describe('a running quiz', () => {
  const catalogue = aCatalogue(CARDS);
  const begun = aQuiz(CARDS.map((of) => ({ form: 'recall', of })));
  const live = (log: readonly LogEvent[]) => {
    const undone = undoneActions(log);
    return log.filter(isAnswer).filter(({ action }) => !undone.has(action));
  };

  it(
    'asks the first question without a live answer: the one undone last, too',
    () => {
      fc.assert(
        fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (presses) => {
          const pen = new Pen('d');
          const standing: string[] = [];
          for (const [i, answers] of presses.entries()) {
            const moment = { at: START + i * MINUTE, offset: 0, day: dayOf(START) };
            const next = nextReply(repliesOf(begun, live(pen.log), catalogue), catalogue);
            expect(next?.question.of).toBe(CARDS[standing.length]);
            if (answers && next) {
              const step = {
                is: 'quiz',
                mode: 'quiz-all',
                card: next.question.of,
                pause: 0,
              } as const;
              const answer = {
                ...step,
                given: ['recall', { is: 'unknown' }],
                confidence: undefined,
              } as const;
              const [event] = pen.write([quizzed(answer, null, moment.at)]);
              standing.push(event?.action ?? '');
            } else {
              const names = standing.pop();
              if (names !== undefined) pen.write([{ type: 'undone', names, ...moment }]);
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it('takes the first of two answers to one question, and none of another quiz', () => {
    const step = {
      is: 'quiz',
      mode: 'quiz-all',
      card: 'talk/a',
      pause: 0,
      confidence: undefined,
    } as const;
    const pen = new Pen('d');
    pen.write([
      {
        ...quizzed({ ...step, given: ['recall', { is: 'judged', as: 'right' }] }, null, START),
        quiz: 'other',
      },
    ]);
    pen.write([
      quizzed({ ...step, given: ['recall', { is: 'judged', as: 'wrong' }] }, null, START),
    ]);
    pen.write([
      quizzed({ ...step, given: ['recall', { is: 'judged', as: 'right' }] }, null, START),
    ]);
    const [first, second] = repliesOf(begun, live(pen.log).toReversed(), catalogue);
    expect(first?.answer).toMatchObject({ quiz: 'q', rating: 'again' });
    expect(second?.answer).toBeNull();
  });

  it('knows a card by its new id, and passes over one that is no more', () => {
    const renamed = aCatalogue(['talk/a', 'talk/c'], [], { 'talk/b': 'talk/a' });
    const quiz = aQuiz([
      { form: 'recall', of: 'talk/gone' },
      { form: 'recall', of: 'talk/b' },
      { form: 'recall', of: 'talk/c' },
    ]);
    const step = {
      is: 'quiz',
      mode: 'quiz-all',
      card: 'talk/b',
      pause: 0,
      confidence: undefined,
    } as const;
    const pen = new Pen('d');
    expect(nextReply(repliesOf(quiz, [], renamed), renamed)?.question.of).toBe('talk/b');
    pen.write([quizzed({ ...step, given: ['recall', { is: 'unknown' }] }, null, START)]);
    expect(nextReply(repliesOf(quiz, live(pen.log), renamed), renamed)?.place).toBe(2);
  });
});
