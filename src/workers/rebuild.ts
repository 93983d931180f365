/** Starts the worker that rebuilds the caches and seals old events. */
import { proxy, wrap, type Remote } from 'comlink';
import { refreshSettings, type Store } from '../store/store.ts';
import { placeOf, resultOf, type Outcome, type Place } from './place.ts';
import type { RebuildApi } from './rebuild.worker.ts';

/** One at a time over all tabs: two rebuilds would undo each other's rows. */
const LOCK = 'fanshi rebuild';

async function inWorker(
  store: Store,
  work: (worker: Remote<RebuildApi>, place: Place) => Promise<Outcome<void>>,
): Promise<void> {
  const place = placeOf(store);
  const outcome = await navigator.locks.request(LOCK, async () => {
    const worker = new Worker(new URL('./rebuild.worker.ts', import.meta.url), { type: 'module' });
    const broken = new Promise<Outcome<void>>((resolve) => {
      const failed = { is: 'failed', trouble: 'failed' } as const;
      worker.addEventListener('error', () => resolve(failed), { once: true });
    });
    try {
      return await Promise.race([work(wrap<RebuildApi>(worker), place), broken]);
    } finally {
      worker.terminate();
    }
  });
  resultOf(outcome);
}

/**
 * Rebuilds every cache in a worker. All tabs are told `replaced` when it is done, this one too.
 * @param onProgress told how much is done, 0..1
 * @throws StoreError; then the caches are marked as not current
 */
export async function rebuildInWorker(
  store: Store,
  onProgress: (done: number) => void,
): Promise<void> {
  await inWorker(store, (worker, place) => worker.rebuild(place, proxy(onProgress)));
  store.frontier = null;
  await refreshSettings(store);
}

/** Seals old events in a worker. @throws StoreError; then nothing is lost */
export function sealInWorker(store: Store): Promise<void> {
  return inWorker(store, (worker, place) => worker.seal(place));
}
