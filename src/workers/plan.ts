/** Starts the worker that prepares a discussion. */
import { proxy, wrap } from 'comlink';
import type { prepare, Preparation } from '../domain/preparation.ts';
import type { PlanApi } from './plan.worker.ts';

export type PrepareAway = (
  ...inputs: Parameters<typeof prepare> extends [...infer Inputs, unknown]
    ? [...Inputs, onFirst: (first: Preparation) => void, signal: AbortSignal]
    : never
) => Promise<Preparation>;

/**
 * Prepares a discussion in a worker of its own; when `signal` is aborted the worker ends and nothing
 * more is heard.
 * @throws Error when the worker breaks, or the signal's reason
 */
export const prepareInWorker: PrepareAway = async (
  discussion,
  date,
  known,
  found,
  onFirst,
  signal,
) => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module' });
  const stopped = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    const work = wrap<PlanApi>(worker).prepare(discussion, date, known, found, proxy(onFirst));
    return await Promise.race([work, stopped]);
  } finally {
    worker.terminate();
  }
};
