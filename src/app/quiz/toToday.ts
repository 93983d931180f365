/** Turning what was missed into reviews of today. */
import type { StudyDay } from '../../domain/day.ts';
import { append, undo } from '../../store/log.ts';
import { statesOf } from '../../store/study.ts';
import { momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

/**
 * Those of these cards that can be made due today: in review and due later. What was never met comes
 * as a new card, what is in learning comes back by itself, what was put aside stays there.
 * @throws StoreError
 */
export async function dueLater(
  { store }: Environment,
  cards: readonly string[],
  today: StudyDay,
): Promise<string[]> {
  const states = await statesOf(store, cards);
  return [...new Set(cards)].filter((card) => {
    const state = states.get(card);
    const isAside = state?.suspended || (state?.buriedUntil ?? today) > today;
    // Only what is in review is due on a day.
    return !isAside && (state?.dueDay ?? today) > today;
  });
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
 * Takes back what was done last.
 * @returns whether that was this action: another tab may have done something since
 * @throws StoreError
 */
export async function takeBack({ store, clock }: Environment, action: string): Promise<boolean> {
  const taken = await undo(store, momentOf(clock, store.settings.rollover));
  return taken?.action === action;
}
