/** What was and will be known, worked out away from the screen; lives as long as its page. */
import { expose } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { MemoryModel } from '../domain/memory.ts';
import type { Columns } from '../domain/replayColumns.ts';
import { goOn, type CardAhead, type Standing } from '../domain/retention/ahead.ts';
import type { CardRecall } from '../domain/retention/knowledge.ts';
import { pastRecalls } from '../domain/retention/past.ts';
import { readLogColumns } from '../store/logColumns.ts';
import { inPlace, type Outcome, type Place } from './place.ts';

interface Log {
  readonly columns: Columns;
  readonly model: MemoryModel;
}

let log: Log | null = null;
/** Counts simulations: one that is no longer the newest stops. */
let turn = 0;

/** ms of work after which others get their turn. */
const STRETCH = 40;

const api = {
  /** Reads the whole log and keeps it. */
  read: (place: Place): Promise<Outcome<void>> =>
    inPlace(place, async (store) => {
      log = { columns: await readLogColumns(store), model: store.model };
    }),

  /** See `pastRecalls`. Only after a log was read. */
  past: (cards: readonly string[], day: StudyDay): CardRecall[] => {
    if (!log) throw new Error('Inconsistent: no log was read');
    return pastRecalls(log.columns, log.model, cards, day);
  },

  /**
   * See `goOn` of the domain; null when another one was asked for meanwhile.
   * @param onProgress told how much is done, 0..1
   */
  goOn: async (
    standing: Standing,
    cards: readonly string[],
    days: readonly StudyDay[],
    onProgress: (done: number) => void,
  ): Promise<CardAhead[] | null> => {
    turn += 1;
    const mine = turn;
    const ahead: CardAhead[] = [];
    let rested = performance.now();
    for (const one of goOn(standing, cards, days)) {
      ahead.push(one);
      if (performance.now() - rested < STRETCH) continue;
      onProgress(ahead.length / cards.length);
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== turn) return null;
      rested = performance.now();
    }
    return ahead;
  },
};

export type KnowledgeApi = typeof api;

expose(api);
