import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { ratingsOpen } from '../../src/app/review/answer.ts';
import { createSession, progressOf, type Session } from '../../src/app/review/session.ts';
import type { Answer, LogEvent } from '../../src/domain/event.ts';
import { grantOf } from '../../src/domain/grant.ts';
import { append, undo } from '../../src/store/log.ts';
import { allEvents } from '../../src/store/read.ts';
import { momentOf } from '../../src/app/clock.ts';
import { aReview, DAY } from '../builders.ts';
import { aWorld, tinyDeck, type World } from './world.ts';

async function aSession(world: World, cards?: number): Promise<Session> {
  const session = createSession(world.environment, {
    language: 'en',
    tick: () => world.now,
    ...(cards === undefined ? {} : { cards }),
  });
  session.listen();
  await session.begin();
  return session;
}

const shownCard = (session: Session) => session.state.getState().shown?.card.id;
const answersOf = (events: readonly LogEvent[]) =>
  events.filter((event) => event.type === 'reviewed') as Answer[];

async function rateGood(session: Session): Promise<void> {
  session.reveal();
  await session.rate('good');
}

describe('a review session', () => {
  it('shows a question, then its answer, and writes one event for a rating', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const card = shownCard(session);
    expect(session.state.getState().is).toBe('question');
    await session.rate('good');
    expect(await allEvents(world.environment.store.db)).toHaveLength(0);
    world.now += 4000;
    session.reveal();
    world.now += 1500;
    await session.rate('good');
    const [answer, ...others] = answersOf(await allEvents(world.environment.store.db));
    expect(others).toHaveLength(0);
    expect(answer).toMatchObject({
      card,
      rating: 'good',
      ms: 5500,
      reveal: 4000,
      language: 'en',
      how: 'self',
    });
    expect(shownCard(session)).not.toBe(card);
  });

  it('commits exactly what the button showed', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const offers = session.state.getState().shown!.prepared.offers;
    session.reveal();
    await session.rate('easy');
    const [answer] = answersOf(await allEvents(world.environment.store.db));
    expect(answer?.grant).toEqual(grantOf(offers.easy, world.now));
  });

  it('takes the last rating back, says which, and shows that card again', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const first = shownCard(session);
    await rateGood(session);
    const second = shownCard(session);
    await rateGood(session);
    await session.undo();
    expect(shownCard(session)).toBe(second);
    expect(session.state.getState().done).toMatchObject({ is: 'took-back', rating: 'good' });
    await session.undo();
    expect(shownCard(session)).toBe(first);
    await session.undo();
    expect(session.state.getState().done).toEqual({ is: 'nothing-to-undo' });
  });

  it('brings again what was taken back, in order', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    await rateGood(session);
    await rateGood(session);
    const rows = () => world.environment.store.db.cards.toArray();
    const strip = async () => (await rows()).map(({ rev: _rev, ...row }) => row);
    const before = await strip();
    await session.undo();
    await session.undo();
    await session.redo();
    await session.redo();
    expect(await strip()).toEqual(before);
    await session.redo();
    expect(session.state.getState().done).toEqual({ is: 'nothing-to-redo' });
  });

  it('speaks of a leech a moment after the miss that made it one, and not after the next', async () => {
    const world = await aWorld();
    const { store } = world.environment;
    const card = 'tiny/alpha.what';
    const today = 20_781;
    for (const [i, ago] of [9, 6, 4, 2].entries()) {
      const rating = i === 0 ? 'good' : 'again';
      const at = world.now - ago * DAY;
      const over = { card, at, offset: 480, day: today - ago, days: 1 };
      await append(store, [aReview(rating, i === 0 ? over : { ...over, predicted: 0.95 })]);
    }
    const moment = { at: world.now, offset: 480, day: today };
    await append(store, [{ type: 'set', key: 'mix', value: 'new-last', ...moment }]);
    const session = await aSession(world);
    expect(shownCard(session)).toBe(card);
    expect(session.state.getState().leech).toBeNull();
    session.reveal();
    await session.rate('again');
    await vi.waitFor(() => expect(session.state.getState().leech).toBe(card));
    await rateGood(session);
    expect(session.state.getState().leech).toBeNull();
  });

  it('offers only again after a wrong choice or none, and hard, good, easy after the right one', async () => {
    const world = await aWorld(tinyDeck([{ note: 'beta.pick', concept: 'beta', kind: 'choice' }]));
    const session = await aSession(world);
    session.reveal();
    expect(ratingsOpen(session.state.getState())).toEqual(['again']);
    await session.rate('good');
    expect(await allEvents(world.environment.store.db)).toHaveLength(0);
    await session.rate('again');
    world.now += 60_000;
    await session.goOn();
    session.pick(0);
    session.reveal();
    expect(ratingsOpen(session.state.getState())).toEqual(['hard', 'good', 'easy']);
    await session.rate('good');
    const [, second] = answersOf(await allEvents(world.environment.store.db));
    expect(second).toMatchObject({ how: 'choice', picked: 0 });
    expect(second?.options?.toSorted()).toEqual(['0', '1', '2']);
  });

  it('records what was typed only when it was wrong', async () => {
    const world = await aWorld(
      tinyDeck([{ note: 'gamma.fill', concept: 'gamma', kind: 'cloze', parts: ['a', 'b'] }]),
    );
    const session = await aSession(world);
    session.type('Hidden　ＷＯＲＤＳ。');
    await rateGood(session);
    world.now += 24 * 3_600_000;
    await session.goOn();
    session.type('something else');
    await rateGood(session);
    const [right, wrong] = answersOf(await allEvents(world.environment.store.db));
    expect(right?.how).toBe('typed');
    expect(right?.typed).toBeUndefined();
    expect(wrong?.typed).toBe('something else');
  });

  it('refuses a rating when the card changed elsewhere, and shows it as it now stands', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const card = shownCard(session)!;
    session.reveal();
    const { db } = world.environment.store;
    const row = await db.cards.get(card);
    expect(row).toBeUndefined();
    const other = await aWorld(tinyDeck(), db.name);
    const moment = momentOf(other.environment.clock, 4);
    await append(other.environment.store, [{ type: 'marked', card, ...moment }]);
    session.reveal();
    await session.rate('good');
    expect(answersOf(await allEvents(db))).toHaveLength(0);
    expect(session.state.getState().shown?.prepared.state?.marked).toBe(true);
  });

  it('takes back in one tab what another tab did last', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const card = shownCard(session)!;
    await rateGood(session);
    const other = await aWorld(tinyDeck(), world.environment.store.db.name);
    const taken = await undo(other.environment.store, momentOf(other.environment.clock, 4));
    expect(taken?.events[0]).toMatchObject({ card, rating: 'good' });
  });

  it('keeps the card and says so when a rating is not saved', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const card = shownCard(session);
    session.reveal();
    const { db } = world.environment.store;
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const hook = () => {
      throw full;
    };
    db.events.hook('creating', hook);
    await session.rate('good');
    expect(session.state.getState()).toMatchObject({ trouble: 'full', is: 'answer', busy: false });
    expect(shownCard(session)).toBe(card);
    db.events.hook('creating').unsubscribe(hook);
    expect(await allEvents(db)).toHaveLength(0);
    await session.rate('good');
    expect(await allEvents(db)).toHaveLength(1);
    expect(session.state.getState().trouble).toBeNull();
  });

  it('asks for the rating once more when the study day has turned since the card was shown', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const card = shownCard(session);
    session.reveal();
    world.now += 20 * 3_600_000;
    await session.rate('good');
    expect(await allEvents(world.environment.store.db)).toHaveLength(0);
    expect(session.state.getState()).toMatchObject({ done: { is: 'new-day' }, is: 'answer' });
    expect(shownCard(session)).toBe(card);
    await session.rate('good');
    expect(await allEvents(world.environment.store.db)).toHaveLength(1);
  });

  it('stops at the number of cards it was asked for', async () => {
    const world = await aWorld();
    const session = await aSession(world, 2);
    expect(progressOf(session.state.getState())).toEqual({ at: 1, of: 2 });
    const seen = new Set<string>();
    for (let i = 0; i < 8 && session.state.getState().is === 'question'; i++) {
      seen.add(shownCard(session)!);
      session.reveal();
      if (session.state.getState().shown?.options.length) session.pick(0);
      await session.rate('easy');
    }
    expect(seen.size).toBe(2);
    expect(session.state.getState().is).toBe('done');
  });

  it('puts a card off, suspends it, begins it again, or sets its date', async () => {
    const world = await aWorld();
    const session = await aSession(world);
    const { db } = world.environment.store;
    const first = shownCard(session)!;
    await session.bury();
    const second = shownCard(session)!;
    expect(second).not.toBe(first);
    await session.suspend();
    const third = shownCard(session)!;
    await session.mark();
    expect(shownCard(session)).toBe(third);
    await session.setDue(3);
    expect(await db.cards.get(first)).toMatchObject({ buriedUntil: expect.any(Number) });
    expect(await db.cards.get(second)).toMatchObject({ suspended: true });
    expect(await db.cards.get(third)).toMatchObject({ marked: true, phase: 'review' });
    await session.undo();
    expect(shownCard(session)).toBe(third);
  });
});
