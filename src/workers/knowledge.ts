/** Starts the worker that knows what was and will be known. */
import { proxy, wrap } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { CardAhead, Standing } from '../domain/retention/ahead.ts';
import type { CardRecall } from '../domain/retention/knowledge.ts';
import type { Store } from '../store/store.ts';
import type { KnowledgeApi } from './knowledge.worker.ts';
import { placeOf, resultOf, type Outcome } from './place.ts';

/** What was and will be known of cards. */
export interface Knowing {
  /** Reads the log as it is now. @throws StoreError */
  readonly read: () => Promise<void>;
  /** What was known of each card at the end of a past study day. @throws Error when it breaks */
  readonly past: (cards: readonly string[], day: StudyDay) => Promise<readonly CardRecall[]>;
  /**
   * What will be known of each card before the reviews of coming study days, if one goes on; null
   * when another one was asked for meanwhile.
   * @param onProgress told how much is done, 0..1
   * @throws Error when it breaks
   */
  readonly goOn: (
    standing: Standing,
    cards: readonly string[],
    days: readonly StudyDay[],
    onProgress: (done: number) => void,
  ) => Promise<readonly CardAhead[] | null>;
  readonly end: () => void;
}

/** A worker of the page that asks; kept until it is ended. */
export function startKnowing(store: Store): Knowing {
  const worker = new Worker(new URL('./knowledge.worker.ts', import.meta.url), { type: 'module' });
  const api = wrap<KnowledgeApi>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
  // Whoever waits for an answer hears of it.
  broken.catch(() => {});
  const orBroken = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, broken]);
  return {
    read: async () => {
      resultOf(await orBroken<Outcome<void>>(api.read(placeOf(store))));
    },
    past: (cards, day) => orBroken(api.past(cards, day)),
    goOn: (standing, cards, days, onProgress) =>
      orBroken(api.goOn(standing, cards, days, proxy(onProgress))),
    end: () => worker.terminate(),
  };
}
