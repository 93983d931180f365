/** Preparing discussions and keeping what came of it, whatever happens meanwhile. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentOf } from '../../src/app/clock.ts';
import type { Environment } from '../../src/app/environment.ts';
import { keepPreparation, prepareDiscussion, taskOf } from '../../src/app/planning.ts';
import { refreshLanes, useLanes } from '../../src/app/today/lanes.ts';
import type { StandingDiscussion } from '../../src/domain/discussion.ts';
import type { DiscussionFields, Draft, LogEvent } from '../../src/domain/event.ts';
import type { Plan } from '../../src/domain/plan/solve.ts';
import type { Known, Preparation } from '../../src/domain/preparation.ts';
import type * as Discussions from '../../src/store/discussions.ts';
import { readDiscussions } from '../../src/store/discussions.ts';
import { append } from '../../src/store/log.ts';
import { prepareInWorker } from '../../src/workers/plan.ts';
import { DAY } from '../builders.ts';
import { aWorld, MORNING, tinyDeck, type World } from './world.ts';

const ID = 'd'.repeat(24);
const SIX = tinyDeck(
  Array.from({ length: 6 }, (_, i) => ({ note: `idea${i}.what`, concept: `idea${i}` })),
);

/** Holds readings of the discussions back once they have read. */
let gate: Promise<void> | null = null;
vi.mock('../../src/store/discussions.ts', async (original) => {
  const real = await original<typeof Discussions>();
  const held: typeof real.readDiscussions = async (store) => {
    const hold = gate;
    const found = await real.readDiscussions(store);
    await hold;
    return found;
  };
  return { ...real, readDiscussions: held };
});

let world: World;
let environment: Environment;

const now = () => momentOf(environment.clock, 4);
const change = (fields: Partial<DiscussionFields>) =>
  append(environment.store, [{ type: 'discussion-set', discussion: ID, ...fields, ...now() }]);
const ofType = async (type: LogEvent['type']) =>
  (await environment.store.db.events.toArray()).filter((event) => event.type === type);

async function standing(): Promise<StandingDiscussion> {
  const found = (await readDiscussions(environment.store)).get(ID);
  if (!found) throw new Error('Inconsistent: it was made');
  return found;
}

/** What is prepared of it, and what it was asked for. */
async function prepared(over: Partial<Environment> = {}): Promise<[string, Preparation]> {
  const discussion = await standing();
  const { signal } = new AbortController();
  const here = { ...environment, ...over };
  const task = taskOf(here, discussion);
  return [task, await prepareDiscussion(here, discussion, () => {}, signal)];
}

/** Six cards known for a month, and a plan for a discussion in three days. */
beforeEach(async () => {
  gate = null;
  useLanes.setState({ lanes: [] });
  world = await aWorld(SIX);
  ({ environment } = world);
  world.now = MORNING - 30 * DAY;
  const then = now();
  const learnt = SIX.cards.map(({ id }): Draft => ({
    type: 'reviewed',
    card: id,
    ...then,
    rating: 'easy',
    ms: 6000,
    mode: 'review',
    how: 'self',
    grant: { phase: 'review', step: 0, dueDay: then.day + 60 },
  }));
  await append(environment.store, learnt);
  world.now = MORNING;
  const when = MORNING + 3 * DAY;
  const fields = { name: 'Friday', when, scope: { decks: ['tiny'] }, target: 0.95, minutes: 30 };
  await change({ ...fields, onTheDay: false, isPlanned: true, isRemoved: false });
});
afterEach(() => environment.store.close());

describe('what was prepared', () => {
  it('is written down once, when two have prepared it', async () => {
    const [[task, one], [, other]] = await Promise.all([prepared(), prepared()]);
    const keep = (preparation: Preparation) => keepPreparation(environment, ID, task, preparation);
    expect(await Promise.all([keep(one), keep(other)])).toEqual([true, true]);
    expect(await ofType('forecast-made')).toHaveLength(1);
    expect(await ofType('day-planned')).toHaveLength(1);
  });

  it('leaves what another has written of today meanwhile as it is', async () => {
    const [task, preparation] = await prepared();
    await keepPreparation(environment, ID, task, preparation);
    const cards = ['tiny/idea5.what'];
    await append(environment.store, [{ type: 'day-planned', discussion: ID, cards, ...now() }]);
    await keepPreparation(environment, ID, task, preparation);
    expect((await standing()).planned.get(now().day)).toEqual(cards);
  });

  it('puts nothing on today when the plan was stopped meanwhile', async () => {
    const [task, preparation] = await prepared();
    await change({ isPlanned: false });
    expect(await keepPreparation(environment, ID, task, preparation)).toBe(true);
    expect(await ofType('day-planned')).toEqual([]);
    expect(await ofType('forecast-made')).toMatchObject([{ isPlanned: false }]);
  });

  it.each<[string, () => unknown]>([
    ['the target was changed', () => change({ target: 0.8 })],
    ['it was removed', () => change({ isRemoved: true })],
    ['another study day began', () => (world.now += DAY)],
  ])('is not written when %s meanwhile', async (_, meanwhile) => {
    const [task, preparation] = await prepared();
    await meanwhile();
    expect(await keepPreparation(environment, ID, task, preparation)).toBe(false);
    expect(await ofType('forecast-made')).toEqual([]);
    expect(await ofType('day-planned')).toEqual([]);
  });

  it('leaves today as it was written, less what is done, and plans the days after it', async () => {
    const today = now().day;
    const cards = ['tiny/idea1.what', 'tiny/idea4.what'];
    const [task, preparation] = await prepared();
    await keepPreparation(environment, ID, task, preparation);
    await append(environment.store, [{ type: 'day-planned', discussion: ID, cards, ...now() }]);
    const onToday = async () => {
      const [, again] = await prepared();
      return [again.days.find(({ day }) => day === today)?.cards ?? [], again] as const;
    };
    const [planned, whole] = await onToday();
    expect(planned).toEqual(cards);
    expect(whole.plan?.isReached).toBe(true);
    // Each is a press, or two when it is missed.
    expect(whole.decided).toBeGreaterThan(1.5);
    expect(whole.decided).toBeLessThan(4);
    const minutes = whole.days.find(({ day }) => day === today)?.minutes ?? 0;
    // A miss brings more presses on later days.
    expect(minutes).toBeGreaterThan((1.5 * whole.pace) / 60_000);
    expect(minutes).toBeLessThanOrEqual((whole.decided * whole.pace) / 60_000 + 1e-9);
    const done = { phase: 'review', step: 0, dueDay: today + 90 } as const;
    await append(environment.store, [
      {
        type: 'reviewed',
        card: 'tiny/idea1.what',
        ...now(),
        rating: 'good',
        ms: 6000,
        mode: 'review',
        how: 'self',
        grant: done,
      },
    ]);
    expect((await onToday())[0]).toEqual(['tiny/idea4.what']);
    await change({ target: 0.96 });
    expect((await onToday())[0]).not.toEqual(['tiny/idea4.what']);
  });

  it('is told of the plans for other wishes, one of each, and of no more than six', async () => {
    const told: (readonly Plan[])[] = [];
    const prepare: Environment['prepare'] = (...inputs) => {
      told.push(inputs[3]);
      return environment.prepare(...inputs);
    };
    // Not what other tests have found.
    await change({ when: MORNING + 3 * DAY + 1 });
    for (const target of [0.8, 0.81, 0.8, 0.82, 0.83, 0.84, 0.85, 0.86]) {
      await change({ target });
      await prepared({ prepare });
    }
    await prepared({ prepare });
    expect(told.map(({ length }) => length)).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 6]);
    expect(told[2]?.map(({ wish }) => wish.target)).toEqual([0.8, 0.81]);
  });
});

describe('the lane of today', () => {
  it('is of the discussion as it was changed while it was worked out', async () => {
    const targets: number[] = [];
    const prepare: Environment['prepare'] = async (...inputs) => {
      targets.push(inputs[0].target);
      if (targets.length === 1) await change({ target: 0.5 });
      return environment.prepare(...inputs);
    };
    await refreshLanes({ ...environment, prepare });
    expect(targets).toEqual([0.95, 0.5]);
    expect(await ofType('forecast-made')).toMatchObject([{ target: 0.5 }]);
    expect(await ofType('day-planned')).toMatchObject([{ cards: [] }]);
  });

  it('is as the newest reading has it, when an older one comes in later', async () => {
    const [task, preparation] = await prepared();
    await keepPreparation(environment, ID, task, preparation);
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const older = refreshLanes(environment);
    // Its reading is done, and is held back.
    await new Promise((resolve) => setTimeout(resolve, 100));
    gate = null;
    await change({ name: 'Saturday' });
    await refreshLanes(environment);
    open();
    await older;
    expect(useLanes.getState().lanes.map(({ discussion }) => discussion.name)).toEqual([
      'Saturday',
    ]);
  });
});

describe('the worker', () => {
  it('is not begun for what was given up before', async () => {
    const begun = vi.fn();
    vi.stubGlobal('Worker', begun);
    const gone = new Error('left the page');
    const signal = AbortSignal.abort(gone);
    const { id, name, when, scope, target, minutes, onTheDay, isPlanned } = await standing();
    const discussion = { id, name, when, scope, target, minutes, onTheDay, isPlanned };
    const nothing = {} as Known;
    const work = prepareInWorker(discussion, 0, nothing, [], () => {}, signal);
    await expect(work).rejects.toBe(gone);
    expect(begun).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
