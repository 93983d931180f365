/** Starts the worker that trains. */
import { proxy, wrap } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { Store } from '../store/store.ts';
import { placeOf, resultOf } from './place.ts';
import type { OptimiserApi, Trained, TrainingProgress } from './optimiser.worker.ts';

export type Optimise = (
  store: Store,
  today: StudyDay,
  onProgress: (progress: TrainingProgress) => void,
  signal: AbortSignal,
) => Promise<Trained>;

/**
 * Trains weights on the log in a worker of its own, which loads the optimiser; when `signal` is
 * aborted the worker ends at once. Nothing is written.
 * @throws StoreError; Error when the optimiser breaks; the signal's reason when it is aborted
 */
export const optimiseInWorker: Optimise = async (store, today, onProgress, signal) => {
  const worker = new Worker(new URL('./optimiser.worker.ts', import.meta.url), { type: 'module' });
  const stopped = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    const work = wrap<OptimiserApi>(worker).optimise(placeOf(store), today, proxy(onProgress));
    return resultOf(await Promise.race([work, stopped]));
  } finally {
    worker.terminate();
  }
};
