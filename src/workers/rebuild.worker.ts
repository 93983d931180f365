/** Rebuilding and sealing, away from the screen. */
import { expose } from 'comlink';
import { rebuildCaches } from '../store/rebuild.ts';
import { sealOldEvents } from '../store/sealing.ts';
import { inPlace, type Outcome, type Place } from './place.ts';

const api = {
  /** Seals what is old, then rebuilds every cache. @param onProgress told how much is done, 0..1 */
  rebuild: (place: Place, onProgress: (done: number) => void): Promise<Outcome<void>> =>
    inPlace(place, async (store) => {
      await sealOldEvents(store);
      await rebuildCaches(store, onProgress);
    }),
  /** Seals what is old. */
  seal: (place: Place): Promise<Outcome<void>> =>
    inPlace(place, async (store) => {
      await sealOldEvents(store);
    }),
};

export type RebuildApi = typeof api;

expose(api);
