/** What the workers about the model are told of the store, and how they open it beside the app. */
import { buildCatalogue } from '../domain/catalogue.ts';
import type { Card, Deck } from '../domain/deck.ts';
import { StoreError, type StoreTrouble } from '../store/errors.ts';
import { openStore, type Store } from '../store/store.ts';

/** A store, and of its decks what a fold and a schedule need: no words. */
export interface ModelPlace {
  /** Of the database. */
  readonly name: string;
  readonly decks: readonly {
    readonly id: string;
    readonly cards: readonly Card[];
    readonly renames: Readonly<Record<string, string>>;
  }[];
}

export function modelPlaceOf({ db, catalogue }: Store): ModelPlace {
  const decks = catalogue.decks.map(({ id, cards, renames }) => ({ id, cards, renames }));
  return { name: db.name, decks };
}

/** What came of it, or what failed: an error's own fields do not cross to the caller. */
export type Outcome<T> =
  | { readonly is: 'done'; readonly result: T }
  | { readonly is: 'failed'; readonly trouble: StoreTrouble };

const NO_WORDS = { zh: '', en: '' };

function wordlessDeck({ id, cards, renames }: ModelPlace['decks'][number]): Deck {
  const source = { title: NO_WORDS };
  const words = { title: NO_WORDS, about: NO_WORDS, licence: '', source, version: '' };
  return { id, ...words, chapters: [], cards, renames };
}

/** Opens the store, does the work and closes it again. Only reads. */
export async function inModelPlace<T>(
  place: ModelPlace,
  work: (store: Store) => Promise<T>,
): Promise<Outcome<T>> {
  let store: Store | null = null;
  try {
    store = await openStore({
      catalogue: buildCatalogue(place.decks.map(wordlessDeck)),
      mintDevice: () => {
        throw new Error('Inconsistent: a worker begins no profile');
      },
      name: place.name,
    });
    return { is: 'done', result: await work(store) };
  } catch (error) {
    return { is: 'failed', trouble: error instanceof StoreError ? error.trouble : 'failed' };
  } finally {
    store?.close();
  }
}

/** @throws StoreError when it failed */
export function resultOf<T>(outcome: Outcome<T>): T {
  if (outcome.is === 'failed') throw new StoreError(outcome.trouble);
  return outcome.result;
}
