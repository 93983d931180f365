/** Whether the clock can be believed: asked before the first rating, never a reason to refuse one. */
import { create } from 'zustand';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';

export type ClockDoubt = 'behind' | 'ahead';

const DAY = 86_400_000;

/** The clock held against the newest event (ms; null for an empty log). */
export function doubtOf(now: number, newest: number | null): ClockDoubt | null {
  if (newest === null) return null;
  if (now < newest - DAY) return 'behind';
  return now > newest + 30 * DAY ? 'ahead' : null;
}

/** The doubt that stands, until the person says that the clock is right. */
export const useClockDoubt = create<{ readonly doubt: ClockDoubt | null }>(() => ({ doubt: null }));

/** Looks at the clock when the app opens. */
export function lookAtClock({ atOpening: { order } }: Store, clock: Clock): void {
  useClockDoubt.setState({ doubt: doubtOf(clock.now(), order === 0 ? null : order) });
}

export function trustClock(): void {
  useClockDoubt.setState({ doubt: null });
}
