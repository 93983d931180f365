import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { beforeEach, describe, expect, it } from 'vitest';
import { trustClock, useClockDoubt } from '../../src/app/clockDoubt.ts';
import { EnvironmentProvider } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { momentOf } from '../../src/app/clock.ts';
import { useToday } from '../../src/app/today/day.ts';
import { TodayScreen } from '../../src/app/today/TodayScreen.tsx';
import type { Draft } from '../../src/domain/event.ts';
import { newFromKey } from '../../src/domain/settings.ts';
import { append } from '../../src/store/log.ts';
import { aWorld, MORNING, tinyDeck, type World } from './world.ts';

const DAY = 86_400_000;

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  useToday.setState({ view: null, trouble: null });
  trustClock();
});

function aDeckOf(notes: number) {
  return tinyDeck(
    Array.from({ length: notes }, (_, i) => ({ note: `idea${i}.what`, concept: `idea${i}` })),
  );
}

/** Answers the cards (from `from` to `to`) `daysAgo`, each falling due a day later. */
async function studied(world: World, daysAgo: number, from = 0, to = 999): Promise<void> {
  const { store, clock, catalogue } = world.environment;
  world.now = MORNING - daysAgo * DAY;
  const moment = momentOf(clock, 4);
  const drafts: Draft[] = [...catalogue.card.keys()].slice(from, to).map((card) => ({
    type: 'reviewed',
    card,
    ...moment,
    rating: 'good',
    ms: 6000,
    mode: 'review',
    how: 'self',
    grant: { phase: 'review', step: 0, dueDay: moment.day + 1 },
  }));
  await append(store, drafts);
  world.now = MORNING;
}

function show(world: World) {
  const { hook, history } = memoryLocation({ path: '/', record: true });
  render(
    <Router hook={hook}>
      <EnvironmentProvider value={world.environment}>
        <TodayScreen />
      </EnvironmentProvider>
    </Router>,
  );
  return history;
}

describe('Today', () => {
  it('greets a newcomer with three sentences, the language and five cards', async () => {
    show(await aWorld());
    expect(await screen.findByRole('link', { name: 'Start with 5 cards' })).toBeVisible();
    expect(screen.getByText(/No account, no server/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: '中文' }));
    expect(await screen.findByRole('link', { name: '先学5张' })).toBeVisible();
  });

  it('says how many cards there are, how long they take and what comes', async () => {
    const world = await aWorld(aDeckOf(4));
    await studied(world, 2);
    show(world);
    expect(await screen.findByRole('link', { name: /Start review/ })).toBeVisible();
    expect(screen.getByText(/4 due\./)).toBeVisible();
    expect(screen.getByText(/a first guess/)).toBeVisible();
    expect(screen.getByRole('img', { name: /in seven days/ })).toBeVisible();
  });

  it('begins with the space bar', async () => {
    const world = await aWorld(aDeckOf(4));
    await studied(world, 2);
    const history = show(world);
    await screen.findByRole('link', { name: /Start review/ });
    await userEvent.keyboard(' ');
    expect(history.at(-1)).toBe('/review');
  });

  it('offers a calm way back after a break, and takes it back', async () => {
    const world = await aWorld(aDeckOf(90));
    for (const part of [0, 1, 2]) await studied(world, 14 - part, part * 30, part * 30 + 30);
    await append(world.environment.store, [
      { type: 'set', key: 'newPerDay', value: 0, ...momentOf(world.environment.clock, 4) },
    ]);
    show(world);
    const words = await screen.findByText(/90 waiting: \d+ a day, done in \d+ days/);
    expect(words).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^\d+ a day$/ }));
    expect(await screen.findByText(/Catching up: at most \d+ a day/)).toBeVisible();
    const { catchUp } = world.environment.store.settings;
    await waitFor(() =>
      expect(screen.getByText(`${catchUp?.perDay} due.`, { exact: false })).toBeVisible(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Stop that' }));
    expect(await screen.findByText(/90 waiting:/)).toBeVisible();
    expect(world.environment.store.settings.catchUp).toBeNull();
  });

  it('is quiet after an ordinary pause', async () => {
    const world = await aWorld(aDeckOf(20));
    await studied(world, 2);
    show(world);
    await screen.findByRole('link', { name: /Start review/ });
    expect(screen.queryByText(/waiting:/)).toBeNull();
  });

  it('learns more new cards today without changing the daily limit', async () => {
    const world = await aWorld(aDeckOf(30));
    const { store, clock } = world.environment;
    await append(store, [{ type: 'set', key: 'newPerDay', value: 0, ...momentOf(clock, 4) }]);
    const card = [...world.environment.catalogue.card.keys()][0]!;
    const moment = momentOf(clock, 4);
    const grant = { phase: 'review', step: 0, dueDay: moment.day + 5 } as const;
    await append(store, [
      {
        type: 'reviewed',
        card,
        ...moment,
        rating: 'easy',
        ms: 3000,
        mode: 'review',
        how: 'self',
        grant,
      },
    ]);
    const history = show(world);
    await userEvent.click(await screen.findByRole('button', { name: 'Learn 5 more' }));
    await waitFor(() => expect(history.at(-1)).toBe('/review'));
    expect(store.settings.newPerDay).toBe(0);
    expect(store.settings.extraNew).toEqual({ day: moment.day, cards: 5 });
  });

  it('offers no more new cards than there are, and none of a deck that is switched off', async () => {
    const world = await aWorld(aDeckOf(4));
    const { store, clock } = world.environment;
    const moment = momentOf(clock, 4);
    await studied(world, 1, 0, 1);
    await append(store, [{ type: 'set', key: 'newPerDay', value: 0, ...moment }]);
    const card = [...world.environment.catalogue.card.keys()][0]!;
    await append(store, [{ type: 'suspended', card, ...moment }]);
    show(world);
    expect(await screen.findByRole('button', { name: 'Learn 3 more' })).toBeVisible();
    await append(store, [{ type: 'set', key: newFromKey('tiny'), value: false, ...moment }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Learn/ })).toBeNull());
    expect(screen.getByText('Nothing is due')).toBeVisible();
  });

  it('asks whether the clock is right before anything can be started', async () => {
    const world = await aWorld(aDeckOf(4));
    await studied(world, 2);
    useClockDoubt.setState({ doubt: 'behind' });
    show(world);
    expect(await screen.findByRole('alert')).toHaveTextContent('Is the clock right?');
    expect(screen.queryByRole('link', { name: /Start review/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'The clock is right' }));
    expect(await screen.findByRole('link', { name: /Start review/ })).toBeVisible();
  });
});
