/** The lane of a plan: the cards it puts on this study day, as a queue of its own. */
import type { Catalogue } from './catalogue.ts';
import { newCardState, type CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import type { Queue } from './queue.ts';
import { spacedOut } from './spacing.ts';

/**
 * What is left of a day's plan: planned cards whose memory has not moved on it, due or not, and those
 * still in their steps. Suspended and put-off cards, and cards no deck knows any more, are left out;
 * siblings are not, since the plan counts on each.
 * @param planned card ids of today's plan
 * @param states of those that have one
 * @param endOfDay ms
 */
export function laneQueue(
  planned: readonly string[],
  states: ReadonlyMap<string, CardState>,
  today: StudyDay,
  endOfDay: number,
  catalogue: Catalogue,
): Queue {
  const here = [...new Set(planned)]
    .filter((card) => catalogue.card.has(card))
    .map((card) => states.get(card) ?? newCardState(card))
    .filter(
      ({ suspended, buriedUntil }) => !suspended && (buriedUntil === null || buriedUntil <= today),
    );
  const learning = here
    .flatMap(({ card, dueAt }) => (dueAt !== null && dueAt < endOfDay ? [{ card, dueAt }] : []))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.card < b.card ? -1 : 1));
  const waiting = here.filter(({ dueAt, memoryDay }) => dueAt === null && memoryDay !== today);
  return {
    learning,
    main: spacedOut(
      waiting.map(({ card }) => card),
      catalogue,
    ),
    fresh: new Set(waiting.filter(({ phase }) => phase === 'new').map(({ card }) => card)),
    overLimit: 0,
  };
}
