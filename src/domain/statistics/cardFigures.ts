/** What the cards themselves are like now: how many of which sort, and when they fall due. */
import type { CardState } from '../cardState.ts';
import { MATURE } from './answers.ts';
import type { CardCounts, FutureDue, Period } from './figures.ts';
import type { Question } from './question.ts';

type Now = Pick<Question, 'today' | 'begins' | 'ends' | 'period'>;

function sortOf(state: CardState | null, today: number): Exclude<keyof CardCounts, 'n'> {
  if (!state) return 'fresh';
  if (state.suspended) return 'suspended';
  if (state.buriedUntil !== null && today < state.buriedUntil) return 'buried';
  switch (state.phase) {
    case 'new':
      return 'fresh';
    case 'learning':
    case 'relearning':
      return state.phase;
    case 'review':
      return state.interval >= MATURE ? 'mature' : 'young';
  }
}

/** @param states null for a card without one */
export function cardCountsOf(states: readonly (CardState | null)[], { today }: Now): CardCounts {
  const counts = {
    n: states.length,
    fresh: 0,
    learning: 0,
    relearning: 0,
    young: 0,
    mature: 0,
    suspended: 0,
    buried: 0,
  };
  for (const state of states) counts[sortOf(state, today)] += 1;
  return counts;
}

/** Days from today until a card falls due, negative when that is past; null for one that does not. */
function daysUntil(state: CardState, { today, begins, ends }: Now): number | null {
  if (state.suspended || state.phase === 'new') return null;
  const buried = (state.buriedUntil ?? today) - today;
  if (state.dueDay !== null) return hidden(state.dueDay - today, buried);
  if (state.dueAt === null) return null;
  // A step is shorter than a day.
  return hidden(state.dueAt < begins ? -1 : state.dueAt < ends ? 0 : 1, buried);
}

const hidden = (days: number, buried: number) => (buried > 0 ? Math.max(days, buried) : days);

/** Days ahead that "all" shows at most. */
const FARTHEST = 3_650;

/** Assumes no new cards and no failures. @param states null for a card without one */
export function futureDueOf(states: readonly (CardState | null)[], now: Now): FutureDue {
  let [n, overdue, later, dailyLoad, last] = [0, 0, 0, 0, 0];
  const most = now.period ?? FARTHEST;
  const byDay: number[] = Array.from({ length: most }, () => 0);
  for (const state of states) {
    const days = state && daysUntil(state, now);
    if (!state || days === null) continue;
    n += 1;
    dailyLoad += 1 / Math.max(state.interval, 1);
    if (days < 0) overdue += 1;
    else if (days >= most) later += 1;
    else {
      byDay[days] = (byDay[days] ?? 0) + 1;
      last = Math.max(last, days);
    }
  }
  const shown = lengthOf(now.period, last);
  return { n, today: now.today, overdue, byDay: byDay.slice(0, shown), later, dailyLoad };
}

/** Days shown: the whole period, or up to the last day on which something falls due. */
const lengthOf = (period: Period, last: number) => period ?? last + 1;
