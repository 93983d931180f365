/** The app's own database as a worker opens it: beside the app, with decks of which it knows no words. */
import { buildCatalogue } from '../domain/catalogue.ts';
import type { Card, Deck } from '../domain/deck.ts';
import { StoreError, type StoreTrouble } from '../store/errors.ts';
import { openStore, type Store } from '../store/store.ts';

/** A store, and of its decks what a fold and a schedule need. */
export interface Place {
  /** Of the database. */
  readonly name: string;
  readonly decks: readonly {
    readonly id: string;
    readonly cards: readonly Card[];
    readonly renames: Readonly<Record<string, string>>;
  }[];
}

/** Where a store is, for a worker. */
export function placeOf({ db, catalogue }: Store): Place {
  const decks = catalogue.decks.map(({ id, cards, renames }) => ({ id, cards, renames }));
  return { name: db.name, decks };
}

const NO_WORDS = { zh: '', en: '' };

function wordlessDeck({ id, cards, renames }: Place['decks'][number]): Deck {
  const source = { title: NO_WORDS };
  const words = { title: NO_WORDS, about: NO_WORDS, licence: '', source, version: '' };
  return { id, ...words, chapters: [], cards, renames };
}

/** Opens the store of a place. @throws StoreError, as `openStore` */
export function openPlace(place: Place): Promise<Store> {
  return openStore({
    catalogue: buildCatalogue(place.decks.map(wordlessDeck)),
    mintDevice: () => {
      throw new Error('Inconsistent: a worker begins no profile');
    },
    name: place.name,
  });
}

interface Done<T> {
  readonly is: 'done';
  readonly result: T;
}

interface Failed {
  readonly is: 'failed';
  readonly trouble: StoreTrouble;
}

/** What came of it, or what failed: an error's own fields do not cross to the caller. */
export type Outcome<T> = Done<T> | Failed;

/** Opens the store of a place, works in it and closes it. */
export async function inPlace<T>(
  place: Place,
  work: (store: Store) => Promise<T>,
): Promise<Outcome<T>> {
  let store: Store | null = null;
  try {
    store = await openPlace(place);
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
