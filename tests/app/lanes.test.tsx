/** The lane of a plan: shown in Today, reviewed as a queue of its own, worked out for each study day. */
import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trustClock } from '../../src/app/clockDoubt.ts';
import { momentOf } from '../../src/app/clock.ts';
import { EnvironmentProvider } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { createSession } from '../../src/app/review/session.ts';
import { useToday } from '../../src/app/today/day.ts';
import { useLanes } from '../../src/app/today/lanes.ts';
import { TodayScreen } from '../../src/app/today/TodayScreen.tsx';
import type { Draft } from '../../src/domain/event.ts';
import { readDiscussions, readLane } from '../../src/store/discussions.ts';
import { append } from '../../src/store/log.ts';
import { aWorld, MORNING, tinyDeck, type World } from './world.ts';

const DAY = 86_400_000;
const DISCUSSION = 'd'.repeat(24);

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  useToday.setState({ view: null, inLanes: null, trouble: null });
  useLanes.setState({ lanes: [] });
  trustClock();
});

const SIX = tinyDeck(
  Array.from({ length: 6 }, (_, i) => ({ note: `idea${i}.what`, concept: `idea${i}` })),
);

/** Six cards known for a month, due in another, and a discussion in three days that is planned for. */
async function aPlannedWorld(isPlanned = true): Promise<World> {
  const world = await aWorld(SIX);
  const { store, clock, catalogue } = world.environment;
  world.now = MORNING - 30 * DAY;
  const then = momentOf(clock, 4);
  const drafts: Draft[] = [...catalogue.card.keys()].map((card) => ({
    type: 'reviewed',
    card,
    ...then,
    rating: 'easy',
    ms: 6000,
    mode: 'review',
    how: 'self',
    grant: { phase: 'review', step: 0, dueDay: then.day + 60 },
  }));
  await append(store, drafts);
  world.now = MORNING;
  await append(store, [
    {
      type: 'discussion-set',
      discussion: DISCUSSION,
      name: 'Friday',
      when: MORNING + 3 * DAY,
      scope: { decks: ['tiny'] },
      target: 0.95,
      minutes: 30,
      onTheDay: false,
      isPlanned,
      isRemoved: false,
      ...momentOf(clock, 4),
    },
  ]);
  return world;
}

function show(world: World) {
  const { hook } = memoryLocation({ path: '/', record: true });
  return render(
    <Router hook={hook}>
      <EnvironmentProvider value={world.environment}>
        <TodayScreen />
      </EnvironmentProvider>
    </Router>,
  );
}

const discussionOf = async (world: World) =>
  (await readDiscussions(world.environment.store)).get(DISCUSSION);

/** All days of the plan, as Today writes them down morning by morning. */
async function plannedCards(world: World): Promise<string[]> {
  return [...((await discussionOf(world))?.planned.values() ?? [])].flat();
}

describe('the lane of a plan', () => {
  it('is worked out when a study day begins, written down once, and stands in Today', async () => {
    const world = await aPlannedWorld();
    for (let day = 0; day < 3; day++) {
      world.now = MORNING + day * DAY;
      const page = show(world);
      expect(await screen.findByRole('heading', { name: 'The plan for “Friday”' })).toBeVisible();
      const isWritten = async () =>
        expect([...((await discussionOf(world))?.planned.keys() ?? [])]).toHaveLength(day + 1);
      await waitFor(isWritten, { timeout: 10_000 });
      page.unmount();
    }
    expect(new Set(await plannedCards(world)).size).toBe(6);
    const forecasts = (await discussionOf(world))?.forecasts ?? [];
    expect(forecasts).toHaveLength(1);
  });

  it('is not there for a discussion whose plan nobody took, nor after its date', async () => {
    const world = await aPlannedWorld(false);
    const page = show(world);
    expect(await screen.findByText('Nothing is due')).toBeVisible();
    await waitFor(() => expect(useToday.getState().inLanes).toBe(0));
    expect(screen.queryByRole('heading', { name: /The plan for/ })).toBeNull();
    page.unmount();
    const past = await aPlannedWorld();
    past.now = MORNING + 4 * DAY;
    useToday.setState({ view: null, inLanes: null });
    show(past);
    await waitFor(() => expect(useToday.getState().inLanes).toBe(0));
    expect(screen.queryByRole('heading', { name: /The plan for/ })).toBeNull();
  });

  it('has nothing on the morning of the discussion itself, worked out once', async () => {
    const world = await aPlannedWorld();
    const { environment } = world;
    const prepare = vi.fn(environment.prepare);
    Object.assign(world, { environment: { ...environment, prepare } });
    // At eight; the discussion begins an hour later.
    world.now = MORNING + 3 * DAY - 3_600_000;
    const page = show(world);
    await waitFor(async () => expect((await discussionOf(world))?.planned.size).toBe(1));
    page.unmount();
    useToday.setState({ view: null, inLanes: null });
    show(world);
    expect(await screen.findByText('Nothing is planned for today.')).toBeVisible();
    expect(prepare).toHaveBeenCalledOnce();
    expect(await plannedCards(world)).toEqual([]);
  });

  it('is an ordinary review done early: one event, one memory, one grant', async () => {
    const world = await aPlannedWorld();
    const { environment } = world;
    const { store } = environment;
    const today = momentOf(environment.clock, 4).day;
    const lane = ['tiny/idea0.what', 'tiny/idea1.what'];
    const moment = momentOf(environment.clock, 4);
    await append(store, [{ type: 'day-planned', discussion: DISCUSSION, cards: lane, ...moment }]);
    const session = createSession(environment, {
      language: 'en',
      tick: () => 0,
      readLane: () => readLane(store, DISCUSSION, today, world.now + DAY),
    });
    await session.begin();
    for (let press = 0; press < 2; press++) {
      session.reveal();
      await session.rate('good');
    }
    expect(session.state.getState().is).toBe('done');
    const rows = await store.db.cards.bulkGet(lane);
    expect(rows.map((row) => [row?.reps, row?.memoryDay])).toEqual([
      [2, today],
      [2, today],
    ]);
    expect(rows.every((row) => (row?.dueDay ?? 0) > today + 30)).toBe(true);
    expect((await store.db.events.toArray()).filter(({ day }) => day === today)).toHaveLength(4);
    await session.undo();
    expect(session.state.getState().shown?.card.id).toBe(lane.at(-1));
  });

  it('says how many are left, and becomes the next thing to do when nothing is due', async () => {
    const world = await aPlannedWorld();
    const moment = momentOf(world.environment.clock, 4);
    const cards = ['tiny/idea0.what', 'tiny/idea1.what'];
    await append(world.environment.store, [
      { type: 'day-planned', discussion: DISCUSSION, cards, ...moment },
    ]);
    show(world);
    const link = await screen.findByRole('link', { name: 'Review 2 from the plan' });
    expect(link).toHaveAttribute('href', `#/review?for=${DISCUSSION}`);
    expect(link).toHaveClass('button--go');
    expect(screen.getByText(/2 cards today, beside your ordinary reviews/)).toBeVisible();
  });
});
