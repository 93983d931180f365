/** A long log of reviews, made up by a learner who answers whatever falls due; the same every time. */
import { cardId, Learner } from './learner.ts';
import type { LogEvent } from '../src/domain/event.ts';

export { cardId };

export interface LogSize {
  readonly reviews: number;
  readonly cards: number;
}

/** What the bare loop is given: reviews grouped by card, in order. */
export interface BareReviews {
  /** Where each card's reviews begin; one more than there are cards. */
  readonly starts: Uint32Array;
  readonly elapsed: Uint16Array;
  /** 1..4 */
  readonly grades: Uint8Array;
}

/** The log, `piece` events at a time. */
export function* benchLog(size: LogSize, device: string, piece: number): Generator<LogEvent[]> {
  const learner = new Learner(size, device);
  for (let made = 0; made < size.reviews; made += piece) {
    const wanted = Math.min(piece, size.reviews - made);
    yield Array.from({ length: wanted }, () => learner.next().event);
  }
}

/** The same reviews as numbers alone. */
export function bareReviews(size: LogSize): BareReviews {
  const learner = new Learner(size, '');
  const cards = new Uint32Array(size.reviews);
  const inTime = { elapsed: new Uint16Array(size.reviews), grades: new Uint8Array(size.reviews) };
  const starts = new Uint32Array(size.cards + 1);
  for (let i = 0; i < size.reviews; i++) {
    const { card, elapsed, grade } = learner.next();
    cards[i] = card;
    inTime.elapsed[i] = elapsed;
    inTime.grades[i] = grade;
    starts[card + 1] = (starts[card + 1] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const elapsed = new Uint16Array(size.reviews);
  const grades = new Uint8Array(size.reviews);
  const next = starts.slice();
  cards.forEach((card, i) => {
    const place = next[card] ?? 0;
    elapsed[place] = inTime.elapsed[i] ?? 0;
    grades[place] = inTime.grades[i] ?? 0;
    next[card] = place + 1;
  });
  return { starts, elapsed, grades };
}
