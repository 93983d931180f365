/** In the page: training on a sealed log as the app does, and the same package with nothing around it. */
import { historiesOf } from '../src/domain/calibration/histories.ts';
import { splitByDay, trainingItems, trainingSet } from '../src/domain/training/items.ts';
import type { TrainingSet } from '../src/domain/training/items.ts';
import { TRAINED_SHARE } from '../src/domain/training/verdict.ts';
import { readLogColumns } from '../src/store/logColumns.ts';
import { createModelWork } from '../src/workers/model.ts';
import type { LogSize } from './history.ts';
import { alternately } from './numbers.ts';
import { nameOf } from './pageLog.ts';
import { NO_DECKS, openBenchStore, pause, timed } from './pageStore.ts';

export interface Trainings {
  /**
   * ms, from the press to the verdict on a page that shows its figures already: trained, judged, due
   * dates counted anew. The log was read for the figures.
   */
  readonly ours: number[];
  /** ms, a worker begun and trained. */
  readonly bare: number[];
  /** Courses trained on. */
  readonly items: number;
  /** The largest difference between the weights of the two. */
  readonly difference: number;
}

function bareTraining(set: TrainingSet): Promise<number[]> {
  const worker = new Worker(new URL('./bareTraining.worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise<number[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number[]>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(set);
  }).finally(() => worker.terminate());
}

/** Trains in turn; the log must have been prepared (`prepareLog`). */
export async function measureTrainings(size: LogSize, runs: number): Promise<Trainings> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const histories = historiesOf(await readLogColumns(store), store.model);
  const items = trainingItems(histories);
  const split = splitByDay(items, TRAINED_SHARE);
  if (!split) throw new Error('the log is of one day');
  const set = trainingSet(histories, items, split.at);
  const today = (histories.day.at(-1) ?? 0) + 1;
  const work = createModelWork();
  const ours: number[] = [];
  const bare: number[] = [];
  let weights: readonly number[] = [];
  let bareWeights: readonly number[] = [];
  const train = async () => {
    const { signal } = new AbortController();
    const trained = await work.optimise(store, today, () => {}, signal);
    if (trained.is === 'judged') ({ weights } = trained);
  };
  const trainBare = async () => {
    bareWeights = await bareTraining(set);
  };
  const into = (times: number[], training: () => Promise<void>) => async () => {
    await pause(200);
    times.push(await timed(training));
  };
  const afterFigures = async () => {
    await work.report(store, today);
    await into(ours, train)();
  };
  await alternately(runs, afterFigures, into(bare, trainBare));
  work.close();
  store.close();
  const differences = bareWeights.map((weight, i) => Math.abs(weight - (weights[i] ?? NaN)));
  return { ours, bare, items: split.at, difference: Math.max(...differences) };
}
