/** Today's page, read from the store. */
import { create } from 'zustand';
import type { StudyDay } from '../../domain/day.ts';
import { cardsWithin, minutesFor, type Minutes } from '../../domain/estimate.ts';
import { wayBack, type WayBack } from '../../domain/forecast.ts';
import { leftIn, type Left } from '../../domain/queue.ts';
import type { CatchUp } from '../../domain/settings.ts';
import { streak, type Tally } from '../../domain/tally.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { append } from '../../store/log.ts';
import { countNew, dueCounts, studiedDays, talliesSince } from '../../store/study.ts';
import { recentReviews } from '../../store/pace.ts';
import { dayAt, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

export interface DayView {
  readonly today: StudyDay;
  readonly left: Left;
  readonly overLimit: number;
  readonly minutes: Minutes;
  /** New cards that could still be met when all is done; 0 while something is left. */
  readonly unseen: number;
  /** How many cards five minutes are worth. */
  readonly inFive: number;
  /** Reviews of the next seven days, today first: what is still to do today. */
  readonly comes: readonly number[];
  /** The last seven study days, today last; absent days are empty. */
  readonly week: readonly (Tally | null)[];
  readonly streak: number;
  readonly wayBack: WayBack | null;
  readonly catchUp: CatchUp | null;
  /** Nothing has ever been answered here. */
  readonly isFirst: boolean;
  /** Reviews since the last backup, when it is time to speak of it. */
  readonly unsaved: number | null;
}

interface TodayState {
  readonly view: DayView | null;
  /** Cards left in the lanes of plans; null until they are read. */
  readonly inLanes: number | null;
  readonly trouble: StoreTrouble | null;
}

export const useToday = create<TodayState>(() => ({
  view: null,
  inLanes: null,
  trouble: null,
}));

/** How many cards are left in all. */
export function cardsIn({ due, learning, fresh }: Left): number {
  return due + learning + fresh;
}

const RECENT = 200;
const WEEK = 7;
/** Arrivals looked at for the way back, days. */
const AHEAD = 21;

function usualAnswers(tallies: readonly Tally[]): number {
  const days = tallies.filter(({ answers }) => answers > 0);
  const sum = days.reduce((total, { answers }) => total + answers, 0);
  return days.length === 0 ? 1 : Math.max(1, sum / days.length);
}

async function readView({ store, clock, readToday }: Environment): Promise<DayView> {
  const now = clock.now();
  const { rollover, catchUp } = store.settings;
  const today = dayAt(clock, now, rollover);
  const [day, counts, tallies, recent, days] = await Promise.all([
    readToday(),
    dueCounts(store, today, AHEAD),
    talliesSince(store, today - 60),
    recentReviews(store, RECENT),
    studiedDays(store),
  ]);
  const left = leftIn(day.queue);
  const byDay = new Map(tallies.map((tally) => [tally.day, tally]));
  const isCatchingUp = catchUp !== null && today < catchUp.until;
  const todays = cardsIn(left);
  return {
    today,
    left,
    unseen: todays === 0 ? await countNew(store) : 0,
    overLimit: day.queue.overLimit,
    minutes: minutesFor(left, recent),
    inFive: cardsWithin(5, left, recent),
    comes: [todays, ...counts.slice(1, WEEK)],
    week: Array.from({ length: WEEK }, (_, i) => byDay.get(today - WEEK + 1 + i) ?? null),
    streak: streak(days, today),
    wayBack: isCatchingUp
      ? null
      : wayBack(counts[0] ?? 0, counts, days.at(-1) ?? null, today, usualAnswers(tallies)),
    catchUp: isCatchingUp ? catchUp : null,
    isFirst: days.length === 0,
    unsaved: null,
  };
}

/** Says how much is not backed up yet. After the page itself: nobody waits for it. */
async function remind({ store }: Environment): Promise<void> {
  const { backupReminder } = await import('../../store/backup.ts');
  const unsaved = await backupReminder(store);
  const { view } = useToday.getState();
  if (view) useToday.setState({ view: { ...view, unsaved } });
}

/** Reads the page anew. */
export async function refreshToday(environment: Environment): Promise<void> {
  try {
    useToday.setState({ view: await readView(environment), trouble: null });
    await remind(environment);
  } catch (error) {
    useToday.setState({ trouble: asStoreError(error).trouble });
  }
}

async function choose(environment: Environment, key: string, value: unknown): Promise<boolean> {
  const { store, clock } = environment;
  try {
    await append(store, [{ type: 'set', key, value, ...momentOf(clock, store.settings.rollover) }]);
    return true;
  } catch (error) {
    useToday.setState({ trouble: asStoreError(error).trouble });
    return false;
  }
}

/** More new cards today, leaving the daily limit as it is. */
export function learnMore(environment: Environment, cards: number): Promise<boolean> {
  const { store, clock } = environment;
  const today = dayAt(clock, clock.now(), store.settings.rollover);
  const { extraNew } = store.settings;
  const already = extraNew?.day === today ? extraNew.cards : 0;
  return choose(environment, 'extraNew', { day: today, cards: already + cards });
}

/** Spreads what waits over the coming days; null does it all at once again. */
export function spreadOut(environment: Environment, way: WayBack | null): Promise<boolean> {
  const { store, clock } = environment;
  const today = dayAt(clock, clock.now(), store.settings.rollover);
  const value = way ? { perDay: way.perDay, until: today + way.days } : null;
  return choose(environment, 'catchUp', value);
}
