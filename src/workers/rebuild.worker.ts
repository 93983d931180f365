/** Rebuilding and sealing, away from the screen: opens the same database beside the app. */
import { expose } from 'comlink';
import { StoreError, type StoreTrouble } from '../store/errors.ts';
import { rebuildCaches } from '../store/rebuild.ts';
import { sealOldEvents } from '../store/sealing.ts';
import type { Store } from '../store/store.ts';
import { openBareStore, type Place } from './place.ts';

/** How it went: what failed, as an error's own fields do not cross to the caller. */
export type Outcome = 'done' | StoreTrouble;

async function inStore(place: Place, work: (store: Store) => Promise<unknown>): Promise<Outcome> {
  let store: Store | null = null;
  try {
    store = await openBareStore(place);
    await work(store);
    return 'done';
  } catch (error) {
    return error instanceof StoreError ? error.trouble : 'failed';
  } finally {
    store?.close();
  }
}

const api = {
  /** Seals what is old, then rebuilds every cache. @param onProgress told how much is done, 0..1 */
  rebuild: (place: Place, onProgress: (done: number) => void): Promise<Outcome> =>
    inStore(place, async (store) => {
      await sealOldEvents(store);
      await rebuildCaches(store, onProgress);
    }),
  /** Seals what is old. */
  seal: (place: Place): Promise<Outcome> => inStore(place, sealOldEvents),
};

export type RebuildApi = typeof api;

expose(api);
