/** Holding the model against the log, and simulating a year by it, away from the screen. */
import { expose } from 'comlink';
import { historiesOf } from '../domain/calibration/histories.ts';
import { calibrationReport, type CalibrationReport } from '../domain/calibration/report.ts';
import type { StudyDay } from '../domain/day.ts';
import { foldColumns } from '../domain/foldColumns.ts';
import { habitsOf, type Habits } from '../domain/habits.ts';
import { leechesAmong, trialsOf, type Leeches } from '../domain/leech.ts';
import { workload, type Workload } from '../domain/workload.ts';
import { readLogColumns } from '../store/logColumns.ts';
import { inPlace, type Place, type Outcome } from './place.ts';

export interface ModelReport {
  readonly calibration: CalibrationReport;
  readonly leeches: Leeches;
}

export interface WorkloadReport {
  readonly workload: Workload;
  readonly habits: Habits;
}

const api = {
  /** @param chapters ids, in the order to tell them */
  report: (
    place: Place,
    today: StudyDay,
    chapters: readonly string[],
  ): Promise<Outcome<ModelReport>> =>
    inPlace(place, async (store) => {
      const { model, catalogue } = store;
      const histories = historiesOf(await readLogColumns(store), model);
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
      const columns = await readLogColumns(store);
      const { states, tallies } = foldColumns(columns, model);
      const habits = habitsOf(columns, historiesOf(columns, model));
      const introduced = tallies.get(today)?.introduced ?? 0;
      const year = { states, settings, model, catalogue, habits, today, introduced };
      return { workload: workload(year), habits };
    }),
};

export type ModelApi = typeof api;

expose(api);
