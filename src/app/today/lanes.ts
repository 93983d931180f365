/** The plans that are followed, as lanes of Today: what each puts on this study day. */
import { create } from 'zustand';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { minutesFor, type Minutes } from '../../domain/estimate.ts';
import { leftIn, type Left } from '../../domain/queue.ts';
import { readDiscussions, readLane } from '../../store/discussions.ts';
import { recentReviews } from '../../store/pace.ts';
import { dayAt, endOfDay } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { dateOf, isAhead, keepPreparation, prepareDiscussion, taskOf } from '../planning.ts';
import { cardsIn, useToday } from './day.ts';

export interface Lane {
  readonly discussion: StandingDiscussion;
  /** Study days to go; 0 on its own. */
  readonly daysLeft: number;
  /** Null while today's plan is worked out. */
  readonly today: {
    readonly planned: number;
    readonly left: Left;
    readonly minutes: Minutes;
  } | null;
}

interface LanesState {
  readonly lanes: readonly Lane[];
}

export const useLanes = create<LanesState>(() => ({ lanes: [] }));

const RECENT = 200;

/** Discussions whose plan of today is being worked out. */
const working = new Set<string>();

/** Whether its plan is followed, and has nothing written for today. */
function isOpenToday(
  environment: Environment,
  discussion: StandingDiscussion | undefined,
): discussion is StandingDiscussion {
  if (!discussion?.isPlanned || !isAhead(environment, discussion)) return false;
  const { clock, store } = environment;
  return !discussion.planned.has(dayAt(clock, clock.now(), store.settings.rollover));
}

/**
 * Works out what a plan puts on a study day that has begun, and writes it down; anew when the
 * discussion was changed meanwhile.
 */
async function planDay(environment: Environment, id: string): Promise<void> {
  if (working.has(id)) return;
  working.add(id);
  const { signal } = new AbortController();
  try {
    for (let isKept = false; !isKept;) {
      const discussion = (await readDiscussions(environment.store)).get(id);
      if (!isOpenToday(environment, discussion)) return;
      const task = taskOf(environment, discussion);
      const prepared = await prepareDiscussion(environment, discussion, () => {}, signal);
      isKept = await keepPreparation(environment, id, task, prepared);
    }
  } finally {
    working.delete(id);
  }
}

async function readLaneOf(environment: Environment, discussion: StandingDiscussion): Promise<Lane> {
  const { store, clock } = environment;
  const { rollover } = store.settings;
  const today = dayAt(clock, clock.now(), rollover);
  const planned = discussion.planned.get(today);
  const daysLeft = dateOf(environment, discussion) - today;
  if (!planned) return { discussion, daysLeft, today: null };
  const [queue, recent] = await Promise.all([
    readLane(store, discussion.id, today, endOfDay(clock, today, rollover)),
    recentReviews(store, RECENT),
  ]);
  const left = leftIn(queue);
  return {
    discussion,
    daysLeft,
    today: { planned: planned.length, left, minutes: minutesFor(left, recent) },
  };
}

/** Counts refreshes: what an older one read does not replace what a newer one did. */
let turn = 0;

/**
 * Reads the lanes anew; where a plan has nothing written for today, works it out, which the store
 * then tells of.
 * @throws StoreError, or what broke while a plan was worked out
 */
export async function refreshLanes(environment: Environment): Promise<void> {
  turn += 1;
  const mine = turn;
  const discussions = [...(await readDiscussions(environment.store)).values()];
  const followed = discussions.filter(
    (discussion) => discussion.isPlanned && isAhead(environment, discussion),
  );
  const lanes = await Promise.all(
    followed.map((discussion) => readLaneOf(environment, discussion)),
  );
  if (mine !== turn) return;
  useLanes.setState({ lanes });
  const inLanes = lanes.reduce((sum, { today }) => sum + (today ? cardsIn(today.left) : 0), 0);
  useToday.setState({ inLanes });
  for (const { discussion, today } of lanes) {
    if (!today) await planDay(environment, discussion.id);
  }
}
