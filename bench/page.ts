/** A page that imports the store and the domain themselves, and does what it is told from outside. */
import { measureQueues } from './pageQueue.ts';
import { measureTrainings } from './pageTraining.ts';
import { measureFold, measureRebuilds, measureSealedReads, prepareLog } from './pageLog.ts';
import { dropColumns, holdColumns, holdTable, measureStatistics } from './pageStatistics.ts';

const page = {
  measureQueues,
  prepareLog,
  measureFold,
  measureRebuilds,
  measureSealedReads,
  measureStatistics,
  holdColumns,
  holdTable,
  dropColumns,
  measureTrainings,
};

declare global {
  interface Window {
    readonly bench: typeof page;
  }
}

Object.defineProperty(window, 'bench', { value: page });
