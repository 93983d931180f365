/** Starts the worker that holds the model against the log and trains it. */
import { proxy, wrap, type Remote } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { Store } from '../store/store.ts';
import type { ModelApi, ModelReport, WorkloadReport } from './model.worker.ts';
import { placeOf, resultOf, type Place, type Outcome } from './place.ts';
import type { Trained, TrainingProgress } from './training.ts';

/** What is done for the page about the model, away from it. Each rejects with StoreError, or breaks. */
export interface ModelWork {
  /** How true the predictions were, and which cards are leeches. */
  readonly report: (store: Store, today: StudyDay) => Promise<ModelReport>;
  /** A year of study at several desired retentions. */
  readonly workload: (store: Store, today: StudyDay) => Promise<WorkloadReport>;
  /**
   * Trains weights on the log; nothing is written. When `signal` is aborted it ends at once, and
   * rejects with the signal's reason.
   */
  readonly optimise: (
    store: Store,
    today: StudyDay,
    onProgress: (progress: TrainingProgress) => void,
    signal: AbortSignal,
  ) => Promise<Trained>;
  /** Lets go of what was read. Asked again, it begins anew. */
  readonly close: () => void;
}

/** A worker and the way it breaks. */
interface Started {
  readonly worker: Worker;
  readonly api: Remote<ModelApi>;
  readonly broken: Promise<never>;
  /** Questions not answered yet. */
  pending: number;
}

function start(): Started {
  const worker = new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
  // Whoever waits for an answer hears of it.
  broken.catch(() => {});
  return { worker, api: wrap<ModelApi>(worker), broken, pending: 0 };
}

/** One worker that keeps the log it has read, until it is closed or trains: then another is begun. */
export function createModelWork(): ModelWork {
  let standing: Started | null = null;

  const ask = async <T>(
    started: Started,
    store: Store,
    question: (api: Remote<ModelApi>, place: Place) => Promise<Outcome<T>>,
    stopped: Promise<never> = started.broken,
  ): Promise<T> => {
    const { api, broken, worker } = started;
    started.pending += 1;
    try {
      return resultOf(await Promise.race([question(api, placeOf(store)), broken, stopped]));
    } catch (error) {
      worker.terminate();
      if (standing?.worker === worker) standing = null;
      throw error;
    } finally {
      started.pending -= 1;
    }
  };

  return {
    report: (store, today) => {
      const chapters = store.catalogue.decks.flatMap((deck) => deck.chapters.map(({ id }) => id));
      standing ??= start();
      return ask(standing, store, (api, place) => api.report(place, today, chapters));
    },
    workload: (store, today) => {
      standing ??= start();
      return ask(standing, store, (api, place) => api.workload(place, today));
    },
    optimise: async (store, today, onProgress, signal) => {
      // It hears nothing while it trains, and ends with it: others get a worker of their own.
      const isFree = standing?.pending === 0;
      const mine = (isFree ? standing : null) ?? start();
      if (isFree) standing = null;
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      try {
        const train = (api: Remote<ModelApi>, place: Place) =>
          api.optimise(place, today, proxy(onProgress));
        return await ask(mine, store, train, stopped);
      } finally {
        mine.worker.terminate();
      }
    },
    close: () => {
      standing?.worker.terminate();
      standing = null;
    },
  };
}
