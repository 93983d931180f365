/** What is being looked for, and the index it is looked up in. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Environment } from '../environment.ts';
import type { SearchIndex } from './searchIndex.ts';

export interface FinderState {
  readonly query: string;
  /** Null until the words are read. */
  readonly index: SearchIndex | null;
  /** Some words could not be had; what was read can be looked up. */
  readonly incomplete: boolean;
}

export interface Finder {
  readonly state: StoreApi<FinderState>;
  /** Changes what is looked for. */
  readonly ask: (query: string) => void;
  /** Reads the words of all chapters, if they are not read yet. */
  readonly prepare: () => Promise<void>;
}

function createFinder({ catalogue, loadChapterText }: Environment): Finder {
  const state = createStore<FinderState>(() => ({ query: '', index: null, incomplete: false }));
  let preparing: Promise<void> | null = null;

  async function readAll(): Promise<void> {
    try {
      const [{ buildIndex }, read] = await Promise.all([
        import('./searchIndex.ts'),
        Promise.allSettled([...catalogue.chapter.keys()].map((id) => loadChapterText(id))),
      ]);
      const texts = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      state.setState({
        index: buildIndex(catalogue, texts),
        incomplete: texts.length < read.length,
      });
    } catch {
      // The code of the index itself could not be fetched: offline before it was kept.
      state.setState({ incomplete: true });
    }
  }

  async function prepare(): Promise<void> {
    const { index, incomplete } = state.getState();
    if (index && !incomplete) return;
    preparing ??= readAll().finally(() => {
      preparing = null;
    });
    await preparing;
  }

  return { state, prepare, ask: (query) => state.setState({ query }) };
}

const finders = new WeakMap<Catalogue, Finder>();

/** The one finder of these decks: what was looked for is still there on the way back. */
export function finderOf(environment: Environment): Finder {
  const known = finders.get(environment.catalogue);
  if (known) return known;
  const finder = createFinder(environment);
  finders.set(environment.catalogue, finder);
  return finder;
}
