/** Opening the app's own database inside a worker. */
import { buildCatalogue } from '../domain/catalogue.ts';
import type { Deck } from '../domain/deck.ts';
import { StoreError, type StoreTrouble } from '../store/errors.ts';
import { openStore, type Store } from '../store/store.ts';

/** What a worker is told of the store it works on. */
export interface Place {
  /** Of the database. */
  readonly name: string;
  /** Old card ids to today's, deck by deck in the catalogue's order. */
  readonly renames: readonly Readonly<Record<string, string>>[];
}

/** How it went: what failed, as an error's own fields do not cross to the caller. */
export type Outcome = 'done' | StoreTrouble;

/** Where a store is, for a worker. */
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

/** Opens the store of a place beside the app, works in it and closes it. */
export async function inStore(
  place: Place,
  work: (store: Store) => Promise<unknown>,
): Promise<Outcome> {
  let store: Store | null = null;
  try {
    store = await openStore({
      catalogue: buildCatalogue(place.renames.map(bareDeck)),
      mintDevice: () => {
        throw new Error('Inconsistent: a worker begins no profile');
      },
      name: place.name,
    });
    await work(store);
    return 'done';
  } catch (error) {
    return error instanceof StoreError ? error.trouble : 'failed';
  } finally {
    store?.close();
  }
}
