/**
 * Spacing: cards that would help or confuse each other (siblings, `near` concepts) are not shown back
 * to back, and no card passes one of a concept it needs.
 */
import { areConfusable, type Catalogue } from './catalogue.ts';

/** Whether `card` may come before the cards it would pass: none of them is of a concept it needs. */
function mayPass(card: string, passed: readonly string[], catalogue: Catalogue): boolean {
  const needs = catalogue.concept.get(catalogue.card.get(card)?.conceptId ?? '')?.needs ?? [];
  return passed.every((one) => !needs.includes(catalogue.card.get(one)?.conceptId ?? ''));
}

/** The first of `cards` that fits and may pass those before it; -1 for none. */
export function firstFitting(
  cards: readonly string[],
  fits: (card: string) => boolean,
  catalogue: Catalogue,
): number {
  return cards.findIndex((card, i) => fits(card) && mayPass(card, cards.slice(0, i), catalogue));
}

/** The latest place among `spaced` where `card` has no confusable neighbour; -1 for none. */
function placeAmong(card: string, spaced: readonly string[], catalogue: Catalogue): number {
  const clash = (other: string | undefined) =>
    other !== undefined && areConfusable(catalogue, card, other);
  for (let place = spaced.length; place >= 0; place--) {
    if (!mayPass(card, spaced.slice(place), catalogue)) return -1;
    if (!clash(spaced[place - 1]) && !clash(spaced[place])) return place;
  }
  return -1;
}

/**
 * The same cards, moved as little as needed so that no two confusable ones are neighbours: each is
 * followed by the first one that fits; what fits nowhere after is put back where it does.
 */
function greedily(cards: readonly string[], catalogue: Catalogue): string[] {
  const left = [...cards];
  const spaced: string[] = [];
  while (left.length > 0) {
    const last = spaced.at(-1);
    const fits = (card: string) => last === undefined || !areConfusable(catalogue, last, card);
    const found = firstFitting(left, fits, catalogue);
    const [card] = left.splice(Math.max(found, 0), 1);
    if (card === undefined) break;
    const place = found >= 0 ? spaced.length : placeAmong(card, spaced, catalogue);
    spaced.splice(place < 0 ? spaced.length : place, 0, card);
  }
  return spaced;
}

/** As many cards as are tried in every order when one pass leaves confusable neighbours. */
const FEW = 8;

/** The first order, by the order given, without confusable neighbours; null for none. */
function searched(
  spaced: readonly string[],
  left: readonly string[],
  catalogue: Catalogue,
): readonly string[] | null {
  if (left.length === 0) return spaced;
  const last = spaced.at(-1);
  for (const [i, card] of left.entries()) {
    if (last !== undefined && areConfusable(catalogue, last, card)) continue;
    if (!mayPass(card, left.slice(0, i), catalogue)) continue;
    const found = searched([...spaced, card], left.toSpliced(i, 1), catalogue);
    if (found) return found;
  }
  return null;
}

export function spacedOut(cards: readonly string[], catalogue: Catalogue): string[] {
  const spaced = greedily(cards, catalogue);
  const isClear = spaced.every(
    (card, i) => i === 0 || !areConfusable(catalogue, spaced[i - 1] ?? '', card),
  );
  if (isClear || cards.length > FEW) return spaced;
  return [...(searched([], cards, catalogue) ?? spaced)];
}
