/** Turning what was missed into reviews of today. */
import type { CardState } from '../../domain/cardState.ts';
import type { StudyDay } from '../../domain/day.ts';
import { append, undoAction } from '../../store/log.ts';
import { statesOf } from '../../store/study.ts';
import { momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

/** Why a card can't be made due today; suspended and buried cards are put aside. */
export const REASONS = ['due', 'learning', 'unmet', 'aside'] as const;
export type Reason = (typeof REASONS)[number];

export interface MissedCards {
  /** Those that can be made due today: in review and due later. */
  readonly later: readonly string[];
  /** How many can't, by the reason. */
  readonly others: Readonly<Record<Reason, number>>;
}

/**
 * What was never met comes as a new card, what is in learning comes back by itself, what was put
 * aside stays there. Null: it is due later.
 */
function reasonOf(state: CardState | undefined, today: StudyDay): Reason | null {
  if (state?.suspended || (state?.buriedUntil ?? today) > today) return 'aside';
  if (!state || state.phase === 'new') return 'unmet';
  // Only what is in review is due on a day.
  if (state.phase !== 'review') return 'learning';
  return (state.dueDay ?? today) > today ? null : 'due';
}

/** What can become of these cards today. @throws StoreError */
export async function readMissed(
  { store }: Environment,
  cards: readonly string[],
  today: StudyDay,
): Promise<MissedCards> {
  const states = await statesOf(store, cards);
  const later: string[] = [];
  const others = { due: 0, learning: 0, unmet: 0, aside: 0 };
  for (const card of new Set(cards)) {
    const reason = reasonOf(states.get(card), today);
    if (reason === null) later.push(card);
    else others[reason] += 1;
  }
  return { later, others };
}

/** Makes cards due today, as one action. @returns the action @throws StoreError */
export async function makeDueToday(
  { store, clock }: Environment,
  cards: readonly string[],
): Promise<string> {
  const moment = momentOf(clock, store.settings.rollover);
  const grant = { phase: 'review', step: 0, dueDay: moment.day } as const;
  const { action } = await append(
    store,
    cards.map((card) => ({ type: 'set-due', card, grant, ...moment })),
  );
  return action;
}

/**
 * Takes that action back, unless something was done since, maybe in another tab.
 * @returns whether it was taken back
 * @throws StoreError
 */
export async function takeBack({ store, clock }: Environment, action: string): Promise<boolean> {
  const moment = momentOf(clock, store.settings.rollover);
  return (await undoAction(store, moment, action)) !== null;
}
