/** What a session and a day came to, for the last page. */
import type { CardState } from '../../domain/cardState.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { MemoryModel } from '../../domain/memory.ts';
import { leftIn } from '../../domain/queue.ts';
import { knowledgeOf, recallsAt } from '../../domain/retention/knowledge.ts';
import type { Tally } from '../../domain/tally.ts';
import { countNew, dueCounts, statesOf } from '../../store/study.ts';
import { dayAt } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { Touched } from './session.ts';

export interface Deepened {
  readonly concept: string;
  /** Mean recall (0..1) over the concept's unsuspended cards, unseen ones 0, before and after. */
  readonly before: number;
  readonly after: number;
}

export interface Summary {
  readonly tally: Tally;
  /** How many reviews were expected to pass, with four chances in five. */
  readonly expected: { readonly low: number; readonly high: number } | null;
  readonly deepened: readonly Deepened[];
  readonly tomorrow: number;
  /** Still waiting on this study day. */
  readonly left: number;
  /** New cards that could still be met. */
  readonly unseen: number;
}

const EIGHTY_PERCENT = 1.2816;
const SHOWN = 3;

/** The middle 80 % of a sum of independent passes (normal approximation to the Poisson-binomial). */
export function expectedPasses(tally: Tally): { low: number; high: number } | null {
  if (tally.scored === 0) return null;
  const mean = tally.predicted / 1e6;
  const spread = EIGHTY_PERCENT * Math.sqrt(tally.variance / 1e6);
  return {
    low: Math.max(0, Math.round(mean - spread)),
    high: Math.min(tally.scored, Math.round(mean + spread)),
  };
}

/** The concepts whose recall rose most in the session. */
export function deepenedConcepts(
  touched: ReadonlyMap<string, Touched>,
  states: ReadonlyMap<string, CardState>,
  now: number,
  model: MemoryModel,
  catalogue: Catalogue,
): Deepened[] {
  const concepts = new Set<string>();
  for (const card of touched.keys()) {
    const concept = catalogue.card.get(card)?.conceptId;
    if (concept !== undefined) concepts.add(concept);
  }
  const after = recallsAt(states, now, model);
  const before = (card: string) => {
    const recall = after(card);
    return recall === 'suspended' ? recall : (touched.get(card)?.before ?? recall);
  };
  return [...concepts]
    .map((concept) => {
      const cards = catalogue.ofConcept.get(concept) ?? [];
      return {
        concept,
        before: knowledgeOf(cards, before).recall,
        after: knowledgeOf(cards, after).recall,
      };
    })
    .filter((one) => one.after - one.before >= 0.005)
    .toSorted((a, b) => b.after - b.before - (a.after - a.before))
    .slice(0, SHOWN);
}

/** @throws StoreError */
export async function readSummary(
  environment: Environment,
  touched: ReadonlyMap<string, Touched>,
): Promise<Summary> {
  const { store, clock, catalogue } = environment;
  const now = clock.now();
  const { rollover } = store.settings;
  const today = dayAt(clock, now, rollover);
  const cards = [...touched.keys()].flatMap(
    (card) => catalogue.ofConcept.get(catalogue.card.get(card)?.conceptId ?? '') ?? [],
  );
  const [day, counts, states, unseen] = await Promise.all([
    environment.readToday(),
    dueCounts(store, today, 2),
    statesOf(store, cards),
    countNew(store),
  ]);
  const left = leftIn(day.queue);
  return {
    tally: day.tally,
    expected: expectedPasses(day.tally),
    deepened: deepenedConcepts(touched, states, now, store.model, catalogue),
    tomorrow: counts[1] ?? 0,
    left: left.due + left.learning + left.fresh,
    unseen,
  };
}
