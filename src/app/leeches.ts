/** Which of the cards on the screen are leeches: found after they are shown, never before. */
import { useEffect, useMemo, useState } from 'react';
import type { CardState } from '../domain/cardState.ts';
import type { Store } from '../store/store.ts';
import { useEnvironment } from './environment.ts';

/** Lapses from which on a card's history is read. */
export const SUSPECT_LAPSES = 2;

/** ms for which the screen has other things to do. */
const LATER = 300;

const NONE: ReadonlySet<string> = new Set();

/**
 * Those of `cards` that are leeches; none if they can't be read, as this only adds a word. What finds
 * them is loaded when first asked for: a start needs it not.
 */
export async function findLeeches(
  store: Store,
  cards: readonly string[],
): Promise<ReadonlySet<string>> {
  try {
    const { leechesOf } = await import('../store/leeches.ts');
    return await leechesOf(store, cards);
  } catch {
    return NONE;
  }
}

/** The leeches among these cards; none until they are found. */
export function useLeeches(states: Iterable<CardState | null | undefined>): ReadonlySet<string> {
  const { store } = useEnvironment();
  const [leeches, setLeeches] = useState(NONE);
  const suspects = [...states]
    .flatMap((state) => (state && state.lapses >= SUSPECT_LAPSES ? [state.card] : []))
    .toSorted()
    .join(' ');
  const cards = useMemo(() => (suspects === '' ? [] : suspects.split(' ')), [suspects]);
  useEffect(() => {
    if (cards.length === 0) return undefined;
    let isCurrent = true;
    const look = async () => {
      const found = await findLeeches(store, cards);
      if (isCurrent) setLeeches(found);
    };
    const timer = setTimeout(() => void look(), LATER);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [cards, store]);
  return leeches;
}
