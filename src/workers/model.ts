/** Starts the worker that holds the model against the log. */
import { wrap, type Remote } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { Store } from '../store/store.ts';
import type { ModelApi, ModelReport, WorkloadReport } from './model.worker.ts';
import { placeOf, resultOf, type Place, type Outcome } from './place.ts';

async function inWorker<T>(
  store: Store,
  work: (worker: Remote<ModelApi>, place: Place) => Promise<Outcome<T>>,
): Promise<T> {
  const worker = new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
  try {
    return resultOf(await Promise.race([work(wrap<ModelApi>(worker), placeOf(store)), broken]));
  } finally {
    worker.terminate();
  }
}

/** How true the predictions were, and which cards are leeches. @throws StoreError */
export function reportInWorker(store: Store, today: StudyDay): Promise<ModelReport> {
  const chapters = store.catalogue.decks.flatMap((deck) => deck.chapters.map(({ id }) => id));
  return inWorker(store, (worker, place) => worker.report(place, today, chapters));
}

/** A year of study at several desired retentions. @throws StoreError */
export function workloadInWorker(store: Store, today: StudyDay): Promise<WorkloadReport> {
  return inWorker(store, (worker, place) => worker.workload(place, today));
}
