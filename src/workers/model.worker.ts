/** Holding the model against the log, training it, and simulating a year by it, away from the screen. */
import { expose } from 'comlink';
import { historiesOf } from '../domain/calibration/histories.ts';
import { calibrationReport, type CalibrationReport } from '../domain/calibration/report.ts';
import type { StudyDay } from '../domain/day.ts';
import { foldColumns } from '../domain/foldColumns.ts';
import { habitsOf, type Habits } from '../domain/habits.ts';
import { leechesAmong, trialsOf, type Leeches } from '../domain/leech.ts';
import { workload, type Workload } from '../domain/workload.ts';
import { readLogColumns } from '../store/logColumns.ts';
import { readProfile, type Store } from '../store/store.ts';
import { inPlace, type Place, type Outcome } from './place.ts';
import { loadAhead } from './trainer.ts';
import { trainOn, type Read, type Trained, type TrainingProgress } from './training.ts';

export interface ModelReport {
  readonly calibration: CalibrationReport;
  readonly leeches: Leeches;
}

export interface WorkloadReport {
  readonly workload: Workload;
  readonly habits: Habits;
}

/** What was read last, and of which writing of which profile it is the log. */
let held: (Read & { readonly of: string }) | null = null;

/** The log; read anew only if something was written since. */
async function readLog(store: Store): Promise<Read> {
  const { device, writes } = await readProfile(store.db);
  const of = `${device} ${writes}`;
  if (held?.of === of) return held;
  held = null;
  const columns = await readLogColumns(store);
  held = { of, columns, histories: historiesOf(columns, store.model) };
  return held;
}

const api = {
  /** @param chapters ids, in the order to tell them */
  report: (
    place: Place,
    today: StudyDay,
    chapters: readonly string[],
  ): Promise<Outcome<ModelReport>> =>
    inPlace(place, async (store) => {
      const { catalogue } = store;
      const { histories } = await readLog(store);
      const chapterOf = (card: string) => catalogue.card.get(card)?.chapterId;
      const isAsked = (card: string) => catalogue.card.has(card) && !histories.suspended.has(card);
      return {
        calibration: calibrationReport(histories, today, chapters, chapterOf),
        leeches: leechesAmong(trialsOf(histories, isAsked)),
      };
    }),
  workload: (place: Place, today: StudyDay): Promise<Outcome<WorkloadReport>> =>
    inPlace(place, async (store) => {
      const { model, catalogue, settings } = store;
      const { columns, histories } = await readLog(store);
      const { states, tallies } = foldColumns(columns, model);
      const habits = habitsOf(columns, histories);
      const introduced = tallies.get(today)?.introduced ?? 0;
      const year = { states, settings, model, catalogue, habits, today, introduced };
      return { workload: workload(year), habits };
    }),
  optimise: (
    place: Place,
    today: StudyDay,
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<Outcome<Trained>> => {
    loadAhead();
    return inPlace(place, async (store) => {
      onProgress({ is: 'reading', share: 0 });
      return trainOn(await readLog(store), store, today, onProgress);
    });
  },
};

export type ModelApi = typeof api;

expose(api);
