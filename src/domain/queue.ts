/**
 * The queue of a study day: which cards, in which order, and which comes next.
 * Gathering, limits, burying and mixing follow Anki (rslib/src/scheduler/queue); the spacing of
 * confusable concepts is ours.
 */
import { areConfusable, siblingsOf, type Catalogue } from './catalogue.ts';
import type { CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import type { Grant } from './event.ts';
import type { MemoryModel } from './memory.ts';
import { shuffled } from './random.ts';
import { desiredRetentionOf, type Settings } from './settings.ts';
import { firstFitting, spacedOut } from './spacing.ts';

export interface Gathered {
  readonly today: StudyDay;
  /** Review cards due today or before. */
  readonly due: readonly CardState[];
  /** Learning and relearning cards due before the day ends. */
  readonly learning: readonly CardState[];
  /** New cards in the order they should be met: returned ones first, then never seen ones. */
  readonly fresh: readonly string[];
  /** States of the cards above, of their siblings, and of the cards of the concepts they need. */
  readonly states: ReadonlyMap<string, CardState>;
  /** Done on this study day. */
  readonly introduced: number;
  readonly reviewed: number;
  /** New cards the lanes of plans hold for this study day and have not begun; none when absent. */
  readonly reserved?: number;
}

export interface Waiting {
  readonly card: string;
  /** ms */
  readonly dueAt: number;
}

export interface Queue {
  /** By due instant. */
  readonly learning: readonly Waiting[];
  /** Reviews and new cards, mixed. */
  readonly main: readonly string[];
  /** Which of `main` are new. */
  readonly fresh: ReadonlySet<string>;
  /** Due today and left for later days by the limit. */
  readonly overLimit: number;
}

export interface Left {
  readonly due: number;
  readonly learning: number;
  readonly fresh: number;
}

function isHidden(state: CardState | undefined, today: StudyDay): boolean {
  if (!state) return false;
  return state.suspended || (state.buriedUntil !== null && today < state.buriedUntil);
}

/** How many times its interval a review has waited: the larger, the more urgent. */
function overdueness(
  state: CardState,
  today: StudyDay,
  deckId: string,
  model: MemoryModel,
  settings: Settings,
): number {
  if (!state.memory || state.memoryDay === null) return Number.POSITIVE_INFINITY;
  const interval = model.interval(state.memory.stability, desiredRetentionOf(settings, deckId));
  return (today - state.memoryDay) / Math.max(interval, 0.01);
}

function orderReviews(
  due: readonly CardState[],
  gathered: Gathered,
  settings: Settings,
  model: MemoryModel,
  catalogue: Catalogue,
): CardState[] {
  const { today } = gathered;
  const mixed = shuffled(due, `reviews ${today}`, (state) => state.card);
  if (settings.reviewOrder === 'due-day') {
    return mixed.toSorted((a, b) => (a.dueDay ?? today) - (b.dueDay ?? today));
  }
  const urgency = new Map(
    due.map((state) => {
      const deckId = catalogue.card.get(state.card)?.deckId ?? '';
      return [state.card, overdueness(state, today, deckId, model, settings)];
    }),
  );
  return mixed.toSorted((a, b) => {
    const first = urgency.get(a.card) ?? 0;
    const second = urgency.get(b.card) ?? 0;
    return first === second ? 0 : second - first;
  });
}

/** Keeps the notes whose one card of the day has been taken. */
class Siblings {
  private readonly taken = new Set<string>();
  constructor(
    private readonly catalogue: Catalogue,
    private readonly gathered: Gathered,
  ) {}

  private noteOf(card: string): string {
    return this.catalogue.card.get(card)?.noteId ?? card;
  }

  /** Whether a sibling of the card stands before it in the queue or was answered today. */
  areTaken(card: string): boolean {
    if (this.taken.has(this.noteOf(card))) return true;
    return siblingsOf(this.catalogue, card).some(
      (id) => this.gathered.states.get(id)?.answered === this.gathered.today,
    );
  }

  take(card: string): void {
    this.taken.add(this.noteOf(card));
  }
}

/**
 * Whether nothing the card's concept needs is still waiting to be met. What stands in a deck whose new
 * cards are not met waits for nothing.
 */
function needsAreMet(
  card: string,
  catalogue: Catalogue,
  states: ReadonlyMap<string, CardState>,
  met: ReadonlySet<string>,
  without: readonly string[],
): boolean {
  const concept = catalogue.concept.get(catalogue.card.get(card)?.conceptId ?? '');
  return (concept?.needs ?? []).every((needed) => {
    if (met.has(needed) || without.includes(needed.split('/')[0] ?? '')) return true;
    const cards = catalogue.ofConcept.get(needed) ?? [];
    const isIntroduced = cards.some((id) => (states.get(id)?.phase ?? 'new') !== 'new');
    return isIntroduced || cards.every((id) => states.get(id)?.suspended ?? false);
  });
}

function pickFresh(
  gathered: Gathered,
  limit: number,
  siblings: Siblings,
  settings: Settings,
  catalogue: Catalogue,
): string[] {
  const picked: string[] = [];
  const met = new Set<string>();
  for (const card of gathered.fresh) {
    if (picked.length >= limit) break;
    if (!catalogue.card.has(card) || isHidden(gathered.states.get(card), gathered.today)) continue;
    if (settings.buryNewSiblings && siblings.areTaken(card)) continue;
    if (!needsAreMet(card, catalogue, gathered.states, met, settings.decksWithoutNew)) continue;
    picked.push(card);
    siblings.take(card);
    met.add(catalogue.card.get(card)?.conceptId ?? '');
  }
  return picked;
}

/** Two lists as one, the second spread evenly through the first. Rule: Anki's Intersperser. */
export function interspersed<T>(one: readonly T[], other: readonly T[]): T[] {
  const ratio = (one.length + 1) / (other.length + 1);
  const mixed: T[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const takeOne = j >= other.length || (i < one.length && i + 1 <= (j + 1) * ratio);
    const next = takeOne ? one[i++] : other[j++];
    if (next !== undefined) mixed.push(next);
  }
  return mixed;
}

/** Limits of a study day that are still open. What plans hold of the new cards is theirs. */
export function openLimits(
  gathered: Pick<Gathered, 'today' | 'introduced' | 'reviewed' | 'reserved'>,
  settings: Settings,
): { reviews: number; fresh: number } {
  const { today, introduced, reviewed, reserved = 0 } = gathered;
  const catchUp = settings.catchUp && today < settings.catchUp.until ? settings.catchUp : null;
  const perDay = catchUp
    ? Math.min(catchUp.perDay, settings.reviewsPerDay)
    : settings.reviewsPerDay;
  const reviews = Math.max(0, perDay - reviewed - introduced);
  const extra = settings.extraNew?.day === today ? settings.extraNew.cards : 0;
  const fresh = Math.max(0, settings.newPerDay + extra - introduced - reserved);
  return { reviews, fresh: extra > 0 ? fresh : Math.min(fresh, reviews) };
}

/** The queue of `gathered.today`. Every card stands in it at most once. */
export function buildQueue(
  gathered: Gathered,
  settings: Settings,
  model: MemoryModel,
  catalogue: Catalogue,
): Queue {
  const { today } = gathered;
  const limits = openLimits(gathered, settings);
  const siblings = new Siblings(catalogue, gathered);
  const isHere = (state: CardState) => catalogue.card.has(state.card) && !isHidden(state, today);
  const learning = gathered.learning
    .filter(isHere)
    .map((state) => ({ card: state.card, dueAt: state.dueAt ?? 0 }))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.card < b.card ? -1 : 1));
  for (const { card } of learning) siblings.take(card);
  const reviews: string[] = [];
  let overLimit = 0;
  for (const { card } of orderReviews(
    gathered.due.filter(isHere),
    gathered,
    settings,
    model,
    catalogue,
  )) {
    if (settings.buryReviewSiblings && siblings.areTaken(card)) continue;
    if (reviews.length >= limits.reviews) {
      overLimit += 1;
      continue;
    }
    reviews.push(card);
    siblings.take(card);
  }
  const room = limits.reviews - reviews.length;
  const isExtra = settings.extraNew?.day === today;
  const freshLimit = isExtra ? limits.fresh : Math.min(limits.fresh, room);
  const fresh = pickFresh(gathered, freshLimit, siblings, settings, catalogue);
  const mixes = {
    mixed: () => interspersed(reviews, fresh),
    'new-first': () => [...fresh, ...reviews],
    'new-last': () => [...reviews, ...fresh],
  };
  const main = spacedOut(mixes[settings.mix](), catalogue);
  return { learning, main, fresh: new Set(fresh), overLimit };
}

export type Next =
  | { readonly is: 'card'; readonly card: string }
  /** Nothing to show until an instant (ms), when a learning card falls due. */
  | { readonly is: 'wait'; readonly until: number }
  | { readonly is: 'done' };

/**
 * The next card: a learning card that is due, else the main queue, else a learning card that may
 * come early. A card is not shown twice in a row, nor one confusable with the last, if another can be.
 * @param last the card shown last, if any
 * @param now ms
 */
export function nextCard(
  queue: Queue,
  now: number,
  last: string | null,
  settings: Settings,
  catalogue: Catalogue,
): Next {
  const fits = (card: string) =>
    last === null || (card !== last && !areConfusable(catalogue, last, card));
  const ready = queue.learning.filter(({ dueAt }) => dueAt <= now).map(({ card }) => card);
  const soon = queue.learning
    .filter(({ dueAt }) => dueAt > now && dueAt <= now + settings.learnAhead * 60_000)
    .map(({ card }) => card);
  const inOrder = [...ready, ...queue.main, ...soon];
  const main = queue.main[firstFitting(queue.main, fits, catalogue)];
  const card = ready.find(fits) ?? main ?? inOrder.find((one) => one !== last) ?? inOrder[0];
  if (card !== undefined) return { is: 'card', card };
  const waiting = queue.learning[0];
  if (!waiting) return { is: 'done' };
  return { is: 'wait', until: waiting.dueAt - settings.learnAhead * 60_000 };
}

/** The queue after `card` was answered, or left the day for another reason (`grant` null). */
export function afterAnswer(
  queue: Queue,
  card: string,
  grant: Grant | null,
  endOfDay: number,
  settings: Settings,
  catalogue: Catalogue,
): Queue {
  const siblings = new Set(siblingsOf(catalogue, card));
  const isBuried = (other: string) =>
    grant !== null &&
    siblings.has(other) &&
    (queue.fresh.has(other) ? settings.buryNewSiblings : settings.buryReviewSiblings);
  const learning = queue.learning.filter((waiting) => waiting.card !== card);
  if (grant?.dueAt !== undefined && grant.dueAt < endOfDay) {
    const after = learning.findIndex(({ dueAt }) => dueAt > (grant.dueAt ?? 0));
    learning.splice(after < 0 ? learning.length : after, 0, { card, dueAt: grant.dueAt });
  }
  const main = queue.main.filter((other) => other !== card && !isBuried(other));
  return { ...queue, learning, main };
}

/** How many are left of each sort. */
export function leftIn(queue: Queue): Left {
  const fresh = queue.main.filter((card) => queue.fresh.has(card)).length;
  return { due: queue.main.length - fresh, learning: queue.learning.length, fresh };
}
