/** Preparing a discussion away from the screen. */
import { expose } from 'comlink';
import type { StudyDay } from '../domain/day.ts';
import type { Discussion } from '../domain/discussion.ts';
import type { Plan } from '../domain/plan/solve.ts';
import { prepare, type Known, type Preparation } from '../domain/preparation.ts';

const api = {
  /** See `prepare`. */
  prepare: (
    discussion: Discussion,
    date: StudyDay,
    known: Known,
    found: readonly Plan[],
    onFirst: (first: Preparation) => void,
  ): Preparation => prepare(discussion, date, known, found, onFirst),
};

export type PlanApi = typeof api;

expose(api);
