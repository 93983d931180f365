/**
 * The optimiser: fsrs-browser, which is fsrs-rs 5.2 as WebAssembly, behind one function. It works in
 * one thread, so the page need not be isolated; it blocks whoever calls it, so call it in a worker.
 */
import load, { Fsrs } from 'fsrs-browser';
import type { TrainingSet } from '../domain/training/items.ts';

let loading: Promise<unknown> | null = null;

/** Loads it once; after a failure, when it is asked for again. */
async function loaded(wasm?: BufferSource): Promise<void> {
  loading ??= load(wasm === undefined ? undefined : { module_or_path: wasm });
  try {
    await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
}

/** Begins to load it, so that it is there when it is needed; what fails here fails again there. */
export function loadAhead(): void {
  loaded().catch(() => {});
}

/** Rounds over all items. Source: fsrs-rs 5.2, training.rs (`num_epochs`). */
export const EPOCHS = 5;

/** What it prints when a round is over. */
const ROUND_OVER = /^epoch: (\d+) /;

/** Decimals weights are kept with: more than training can tell apart, and readable. */
const rounded = (weight: number) => Math.round(weight * 1e4) / 1e4;

/**
 * Trains weights on courses, in the order of their last answers.
 * @param onEpoch told how many rounds of `EPOCHS` are over. The package tells nobody but the console
 *   while it works, so the console is listened to, and nothing else is said there meanwhile.
 * @param wasm its bytes, where they cannot be fetched
 * @returns 21 weights, 4 decimals
 * @throws Error when it does not load, or fails (as WebAssembly does: then load a new worker)
 */
export async function train(
  { ratings, elapsed, lengths }: TrainingSet,
  onEpoch: (rounds: number) => void,
  wasm?: BufferSource,
): Promise<number[]> {
  await loaded(wasm);
  const said = { log: console.log, info: console.info, debug: console.debug };
  const hear = (line: unknown) => {
    const round = ROUND_OVER.exec(String(line));
    if (round) onEpoch(Number(round[1]));
  };
  Object.assign(console, { log: hear, info: hear, debug: hear });
  try {
    const weights = new Fsrs().computeParameters(ratings, elapsed, lengths, undefined, true);
    return Array.from(weights, rounded);
  } finally {
    Object.assign(console, said);
  }
}
