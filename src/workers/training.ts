/** Training, in a worker: on the earlier part of the answers, judged by the later. */
import { createModel, weightsName, type Weights } from '../domain/memory.ts';
import type { Histories } from '../domain/calibration/histories.ts';
import type { StudyDay } from '../domain/day.ts';
import { foldColumns } from '../domain/foldColumns.ts';
import type { Columns } from '../domain/replayColumns.ts';
import { effectOf, plannedMoves, type Effect } from '../domain/reschedule.ts';
import { splitByDay, trainingItems, trainingSet } from '../domain/training/items.ts';
import {
  judge,
  tooFew,
  TRAINED_SHARE,
  type TooFew,
  type Verdict,
} from '../domain/training/verdict.ts';
import type { Store } from '../store/store.ts';
import { EPOCHS, train } from './trainer.ts';

/** How far it is: what it does, and of the training how many rounds are over (0..1). */
export interface TrainingProgress {
  readonly is: 'reading' | 'training' | 'judging';
  readonly share: number;
}

export type Trained =
  | ({ readonly is: 'too-few' } & TooFew)
  | {
      readonly is: 'judged';
      readonly weights: Weights;
      readonly verdict: Verdict;
      /** First study day of the answers judged by. */
      readonly from: StudyDay;
      /** What would move, were due dates counted anew under the weights. */
      readonly effect: Effect;
    };

/** A log as it was read, and the histories in it. */
export interface Read {
  readonly columns: Columns;
  readonly histories: Histories;
}

/** What would move, were due dates counted anew under `weights`. */
function effectUnder(weights: Weights, columns: Columns, store: Store, today: StudyDay): Effect {
  const { settings, catalogue } = store;
  const model = createModel(weights);
  const states = foldColumns(columns, model).states.values();
  const moves = plannedMoves(states, today, { ...settings, weights }, model, catalogue);
  return effectOf(moves, today);
}

export async function trainOn(
  { columns, histories }: Read,
  store: Store,
  today: StudyDay,
  onProgress: (progress: TrainingProgress) => void,
): Promise<Trained> {
  const items = trainingItems(histories);
  const split = splitByDay(items, TRAINED_SHARE);
  const few = tooFew(items, split);
  if (few || !split) return { is: 'too-few', ...(few ?? { trained: 0, judged: 0 }) };
  onProgress({ is: 'training', share: 0 });
  const weights = await train(trainingSet(histories, items, split.at), (rounds) =>
    onProgress({ is: 'training', share: rounds / EPOCHS }),
  );
  onProgress({ is: 'judging', share: 1 });
  const standing = store.settings.weights;
  const verdict = judge(histories, items, split, standing, weights);
  const isSame = weightsName(weights) === weightsName(standing);
  return {
    is: 'judged',
    weights,
    verdict: isSame ? { ...verdict, isGain: false } : verdict,
    from: split.from,
    effect: effectUnder(weights, columns, store, today),
  };
}
