/** The store as a worker opens it: the same database beside the app, of the decks only the renames. */
import { buildCatalogue } from '../domain/catalogue.ts';
import type { Deck } from '../domain/deck.ts';
import { openStore, type Store } from '../store/store.ts';

/** What a worker is told of the store it works on. */
export interface Place {
  /** Of the database. */
  readonly name: string;
  /** Old card ids to today's, deck by deck in the catalogue's order. */
  readonly renames: readonly Readonly<Record<string, string>>[];
}

export function placeOf({ db, catalogue }: Store): Place {
  return { name: db.name, renames: catalogue.decks.map(({ renames }) => renames) };
}

const NO_WORDS = { zh: '', en: '' };

/** A deck of which only the renames matter. */
const bareDeck = (renames: Readonly<Record<string, string>>, i: number): Deck => ({
  id: String(i),
  title: NO_WORDS,
  about: NO_WORDS,
  licence: '',
  source: { title: NO_WORDS },
  version: '',
  chapters: [],
  cards: [],
  renames,
});

/** @throws StoreError, as `openStore` */
export function openBareStore(place: Place): Promise<Store> {
  return openStore({
    catalogue: buildCatalogue(place.renames.map(bareDeck)),
    mintDevice: () => {
      throw new Error('Inconsistent: a worker begins no profile');
    },
    name: place.name,
  });
}
