/** A quiz under way: what each key press writes, and what it leaves alone. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../src/app/clock.ts';
import type { AskedCard } from '../../src/app/quiz/asked.ts';
import { createQuizSession, type QuizSession } from '../../src/app/quiz/session.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { grantOf } from '../../src/domain/grant.ts';
import { append } from '../../src/store/log.ts';
import {
  aQuizOf,
  aQuizWorld,
  CHOICE,
  CLOZE,
  CONTRAST,
  learnt,
  OPEN,
  ORDER,
  recordOf,
  RECALL,
  rowsOf,
  TYPED,
  writtenIn,
} from './quizWorld.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const EVERY: readonly Question[] = [CHOICE, TYPED, CLOZE, RECALL, ORDER, CONTRAST, OPEN];

async function aSession(world: World, quiz: string): Promise<QuizSession> {
  const session = createQuizSession(world.environment, quiz, {
    language: 'en',
    tick: () => world.now,
  });
  session.listen();
  await session.goOn();
  return session;
}

const stateOf = (session: QuizSession) => session.state.getState();
const formOf = (session: QuizSession) => stateOf(session).asked?.form;

/** The card asked. */
function cardOf(session: QuizSession): AskedCard {
  const { asked } = stateOf(session);
  if (asked?.is !== 'card') throw new Error('No card is asked');
  return asked;
}

/** Answers what is asked, right or wrong, and goes on. */
async function answer(session: QuizSession, isRight: boolean): Promise<void> {
  const { asked } = stateOf(session);
  switch (asked?.form) {
    case 'choice':
      session.change({ picked: isRight ? '0' : '1' });
      await session.check();
      return session.next();
    case 'typed':
      session.change({ typed: isRight ? 'Hidden words' : 'something else' });
      await session.check();
      return session.next();
    case 'order':
      session.change({ ordered: isRight ? ['0', '1', '2'] : ['2', '1', '0'] });
      await session.check();
      return session.next();
    case 'open':
      session.reveal();
      session.change({ points: isRight ? [0, 2] : [] });
      return session.finish();
    default:
      session.reveal();
      return session.judge(isRight ? 'right' : 'wrong');
  }
}

async function answerAll(session: QuizSession, isRight: boolean): Promise<void> {
  for (let i = 0; i < 20 && stateOf(session).is === 'question'; i++) await answer(session, isRight);
}

describe('a quiz', () => {
  it('asks its questions in order, each in its form, and is over after the last', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, EVERY);
    const session = await aSession(world, quiz);
    const forms: unknown[] = [];
    while (stateOf(session).is === 'question') {
      forms.push(formOf(session));
      await answer(session, true);
    }
    expect(forms).toEqual(EVERY.map(({ form }) => form));
    expect(stateOf(session).is).toBe('over');
    const { answers, open } = await recordOf(world, quiz);
    expect(answers.map(({ rating, how }) => [rating, how])).toEqual([
      ['good', 'choice'],
      ['good', 'typed'],
      ['good', 'self'],
      ['good', 'self'],
      ['good', 'choice'],
      ['good', 'self'],
    ]);
    expect(open).toMatchObject([{ question: 'tiny/free', points: [0, 2], of: 3 }]);
  });

  it('writes what was given, how sure one was, how long it took and what was predicted', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const quiz = await aQuizOf(world, [CHOICE, TYPED, RECALL], { asksConfidence: true });
    const session = await aSession(world, quiz);
    const { prepared, put } = cardOf(session);
    session.change({ confidence: 'know', picked: '2' });
    world.now += 3000;
    await session.check();
    world.now += 60_000;
    await session.next();
    session.change({ typed: '  Hidden　ＷＯＲＤＳ。' });
    await session.check();
    await session.next();
    world.now += 2000;
    session.reveal();
    world.now += 500;
    await session.judge('wrong');
    const { answers } = await recordOf(world, quiz);
    expect(prepared.predicted).toBeLessThan(1);
    expect(answers[0]).toMatchObject({
      type: 'quizzed',
      quiz,
      card: CHOICE.of,
      mode: 'quiz-practice',
      rating: 'again',
      how: 'choice',
      picked: 2,
      options: put.map(({ key }) => key),
      confidence: 'know',
      ms: 3000,
      reveal: 3000,
      predicted: prepared.predicted,
      language: 'en',
      text: CHOICE.of.length,
      weights: 'fsrs-6',
    });
    expect(answers[1]).toMatchObject({ rating: 'good', how: 'typed' });
    expect(answers[1]).not.toHaveProperty('typed');
    expect(answers[1]).not.toHaveProperty('confidence');
    expect(answers[2]).toMatchObject({ rating: 'again', how: 'self', ms: 2500, reveal: 2000 });
  });

  it('records that one did not know, in every form that is marked', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [CHOICE, TYPED, RECALL, ORDER]);
    const session = await aSession(world, quiz);
    for (const how of ['choice', 'typed', 'self', 'choice']) {
      await session.dontKnow();
      expect(stateOf(session)).toMatchObject({ is: 'answer', marked: { rating: 'again', how } });
      await session.next();
    }
    const { answers } = await recordOf(world, quiz);
    expect(answers.every(({ picked, typed }) => picked === undefined && typed === undefined)).toBe(
      true,
    );
  });

  it('does not check what was not given, nor judge what was not shown', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [CHOICE, RECALL]);
    const session = await aSession(world, quiz);
    await session.check();
    session.reveal();
    await session.judge('right');
    expect(stateOf(session).is).toBe('question');
    await answer(session, false);
    await session.judge('right');
    expect(formOf(session)).toBe('recall');
    expect((await recordOf(world, quiz)).answers).toHaveLength(1);
  });

  it('passes over a question that the decks no longer have', async () => {
    const world = await aQuizWorld();
    const gone: Question = { form: 'recall', of: 'tiny/gone' };
    const quiz = await aQuizOf(world, [gone, { form: 'open', of: 'tiny/gone' }, RECALL]);
    const session = await aSession(world, quiz);
    expect(stateOf(session).progress).toMatchObject({ answered: 0, of: 1 });
    await answer(session, true);
    expect(stateOf(session).is).toBe('over');
  });

  it('says so when there is no such quiz', async () => {
    const session = await aSession(await aQuizWorld(), 'nothing');
    expect(stateOf(session).is).toBe('unknown');
  });
});

describe('what a quiz does to the schedule', () => {
  it.each([true, false])('is nothing in practice, be the answers right: %s', async (isRight) => {
    const world = await aQuizWorld();
    await learnt(world);
    const before = await rowsOf(world);
    const session = await aSession(world, await aQuizOf(world, EVERY));
    await answerAll(session, isRight);
    expect(stateOf(session).is).toBe('over');
    expect(await rowsOf(world)).toEqual(before);
  });

  it('is that of a miss, and of nothing else, when misses count', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const quiz = await aQuizOf(world, [RECALL, CHOICE, CONTRAST], { mode: 'quiz-misses' });
    const session = await aSession(world, quiz);
    const again = grantOf(cardOf(session).prepared.offers.again, world.now);
    await answer(session, false);
    await answer(session, true);
    await answer(session, true);
    const { answers } = await recordOf(world, quiz);
    expect(answers.map(({ grant }) => grant)).toEqual([again, undefined, undefined]);
    const row = await world.environment.store.db.cards.get(RECALL.of);
    expect(row).toMatchObject({ phase: 'relearning', lapses: 1 });
  });

  it('counts what was recalled when all counts, but no right choice and no guess', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const quiz = await aQuizOf(world, [RECALL, CHOICE, CONTRAST], {
      mode: 'quiz-all',
      asksConfidence: true,
    });
    const session = await aSession(world, quiz);
    await answer(session, true);
    await answer(session, true);
    session.change({ confidence: 'guess' });
    await answer(session, true);
    const { answers } = await recordOf(world, quiz);
    expect(answers.map(({ grant }) => grant !== undefined)).toEqual([true, false, false]);
  });

  it('only practises a card never begun', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [RECALL], { mode: 'quiz-all' });
    await answerAll(await aSession(world, quiz), false);
    const { answers } = await recordOf(world, quiz);
    expect(answers).toMatchObject([{ mode: 'quiz-practice', rating: 'again' }]);
    expect(answers[0]).not.toHaveProperty('grant');
  });

  it('is worked out anew when the study day has turned since the question was put', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const quiz = await aQuizOf(world, [RECALL], { mode: 'quiz-all' });
    const session = await aSession(world, quiz);
    const before = cardOf(session).prepared;
    session.reveal();
    world.now += DAY;
    await session.judge('right');
    const [written] = (await recordOf(world, quiz)).answers;
    expect(written?.predicted).toBeLessThan(before.predicted ?? 0);
    expect(written?.grant?.dueDay).toBe(written!.day + (written?.grant?.terms?.days ?? 0));
  });
});

describe('taking back, leaving, coming back', () => {
  it('asks again what was taken back, the newest first', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [CHOICE, RECALL, OPEN]);
    const session = await aSession(world, quiz);
    await answerAll(session, true);
    for (const form of ['open', 'recall', 'choice']) {
      await session.undo();
      expect(stateOf(session)).toMatchObject({ is: 'question', done: 'took-back' });
      expect(formOf(session)).toBe(form);
    }
    await session.undo();
    expect(stateOf(session).done).toBe('nothing-to-undo');
    expect((await recordOf(world, quiz)).answers).toEqual([]);
  });

  it('takes back what an answer did to the schedule', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const before = await rowsOf(world);
    const session = await aSession(
      world,
      await aQuizOf(world, [TYPED, RECALL], { mode: 'quiz-misses' }),
    );
    session.change({ typed: 'wrong' });
    await session.check();
    expect(await rowsOf(world)).not.toEqual(before);
    await session.undo();
    expect(await rowsOf(world)).toEqual(before);
    expect(formOf(session)).toBe('typed');
  });

  it('comes back at the same question, put the same way', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [RECALL, CHOICE, ORDER]);
    const first = await aSession(world, quiz);
    await answer(first, true);
    const { put } = cardOf(first);
    const later = await aQuizWorld(world.environment.store.db.name);
    const second = await aSession(later, quiz);
    expect(stateOf(second).progress).toMatchObject({ answered: 1, of: 3 });
    expect(cardOf(second)).toMatchObject({ place: 1, put });
    // Feedback that was not read yet does not ask the question twice.
    second.change({ picked: '0' });
    await second.check();
    expect(formOf(await aSession(later, quiz))).toBe('order');
  });

  it('writes what was typed as right, by the learner’s own word, in place of wrong', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const quiz = await aQuizOf(world, [TYPED, RECALL], { mode: 'quiz-misses' });
    const session = await aSession(world, quiz);
    session.change({ typed: 'covered words' });
    world.now += 4000;
    await session.check();
    expect(stateOf(session).marked?.rating).toBe('again');
    world.now += 9000;
    await session.countRight();
    const { answers } = await recordOf(world, quiz);
    expect(answers).toMatchObject([
      { rating: 'good', how: 'self', typed: 'covered words', ms: 4000 },
    ]);
    expect(answers[0]).not.toHaveProperty('grant');
    expect(await writtenIn(world)).toHaveLength(2);
    expect(stateOf(session)).toMatchObject({ is: 'answer', marked: { rating: 'good' } });
    await session.next();
    expect(formOf(session)).toBe('recall');
  });

  it('takes nothing back for it when another tab has answered since', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [TYPED, RECALL, CLOZE]);
    const session = await aSession(world, quiz);
    session.change({ typed: 'covered words' });
    await session.check();
    const other = await aSession(await aQuizWorld(world.environment.store.db.name), quiz);
    await answer(other, true);
    await session.countRight();
    expect(stateOf(session).trouble).toBe('stale');
    expect(formOf(session)).toBe('cloze');
    const { answers } = await recordOf(world, quiz);
    expect(answers.map(({ rating }) => rating)).toEqual(['again', 'good']);
  });

  it('ends early, and leaves out what was not asked', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [RECALL, CHOICE]);
    const session = await aSession(world, quiz);
    await answer(session, true);
    await session.end();
    expect(stateOf(session)).toMatchObject({ is: 'over', progress: { answered: 1 } });
    expect((await recordOf(world, quiz)).isEnded).toBe(true);
    expect(stateOf(await aSession(world, quiz)).is).toBe('over');
  });
});

describe('when something goes wrong', () => {
  it('keeps the question and what was picked, and says that nothing was saved', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [CHOICE]);
    const session = await aSession(world, quiz);
    const { db } = world.environment.store;
    const hook = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    db.events.hook('creating', hook);
    session.change({ picked: '0' });
    await session.check();
    expect(stateOf(session)).toMatchObject({
      is: 'question',
      trouble: 'full',
      attempt: { picked: '0' },
    });
    db.events.hook('creating').unsubscribe(hook);
    await session.check();
    expect(stateOf(session)).toMatchObject({ is: 'answer', trouble: null });
    expect((await recordOf(world, quiz)).answers).toHaveLength(1);
  });

  it('refuses an answer to a card that changed elsewhere, and asks it as it now stands', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [RECALL]);
    const session = await aSession(world, quiz);
    const other = await aQuizWorld(world.environment.store.db.name);
    const moment = momentOf(other.environment.clock, 4);
    session.reveal();
    await append(other.environment.store, [{ type: 'marked', card: RECALL.of, ...moment }]);
    session.reveal();
    await session.judge('right');
    expect((await recordOf(world, quiz)).answers).toHaveLength(0);
    expect(cardOf(session).prepared.state?.marked).toBe(true);
  });

  it('says so when the words are not to be had, and asks when they are', async () => {
    const world = await aQuizWorld();
    const quiz = await aQuizOf(world, [RECALL]);
    const { loadChapterText } = world.environment;
    let isAway = true;
    const environment = {
      ...world.environment,
      loadChapterText: (id: string) =>
        isAway ? Promise.reject(new Error('away')) : loadChapterText(id),
    };
    const session = await aSession(Object.assign(world, { environment }), quiz);
    expect(stateOf(session)).toMatchObject({ asked: null, trouble: 'words' });
    isAway = false;
    await session.goOn();
    expect(stateOf(session)).toMatchObject({ is: 'question', trouble: null });
  });
});
