/** Training away from the screen: reads the log, trains on its earlier part, judges by the later. */
import { expose } from 'comlink';
import { historiesOf } from '../domain/calibration/histories.ts';
import type { StudyDay } from '../domain/day.ts';
import { foldColumns } from '../domain/foldColumns.ts';
import { createModel, weightsName, type Weights } from '../domain/memory.ts';
import { effectOf, plannedMoves, type Effect } from '../domain/reschedule.ts';
import { splitByDay, trainingItems, trainingSet } from '../domain/training/items.ts';
import {
  judge,
  tooFew,
  TRAINED_SHARE,
  type TooFew,
  type Verdict,
} from '../domain/training/verdict.ts';
import { readLogColumns } from '../store/logColumns.ts';
import { inPlace, type Place, type Outcome } from './place.ts';
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

const api = {
  optimise: (
    place: Place,
    today: StudyDay,
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<Outcome<Trained>> =>
    inPlace(place, async (store) => {
      onProgress({ is: 'reading', share: 0 });
      const columns = await readLogColumns(store);
      const histories = historiesOf(columns, store.model);
      const items = trainingItems(histories);
      const split = splitByDay(items, TRAINED_SHARE);
      const few = tooFew(items, split);
      if (few || !split) return { is: 'too-few', ...(few ?? { trained: 0, judged: 0 }) };
      onProgress({ is: 'training', share: 0 });
      const weights = await train(trainingSet(histories, items, split.at), (rounds) =>
        onProgress({ is: 'training', share: rounds / EPOCHS }),
      );
      onProgress({ is: 'judging', share: 1 });
      const { settings, catalogue } = store;
      const verdict = judge(histories, items, split, settings.weights, weights);
      const isSame = weightsName(weights) === weightsName(settings.weights);
      const model = createModel(weights);
      const { states } = foldColumns(columns, model);
      const moves = plannedMoves(
        states.values(),
        today,
        { ...settings, weights },
        model,
        catalogue,
      );
      return {
        is: 'judged',
        weights,
        verdict: isSame ? { ...verdict, isGain: false } : verdict,
        from: split.from,
        effect: effectOf(moves, today),
      };
    }),
};

export type OptimiserApi = typeof api;

expose(api);
