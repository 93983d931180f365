/** What the screens stand on, handed in by the composition root. */
import { createContext, useContext } from 'react';
import type { Catalogue } from '../domain/catalogue.ts';
import type { ChapterText } from '../domain/deck.ts';
import type { Store } from '../store/store.ts';
import type { StudyDayRead } from '../store/study.ts';
import type { Knowing } from '../workers/knowledge.ts';
import type { PrepareAway } from '../workers/plan.ts';
import type { OpenStatistics } from '../workers/statistics.ts';
import type { Clock } from './clock.ts';

export interface Environment {
  readonly store: Store;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  /** The cards and the sums of the study day that is now. Rejects with StoreError. */
  readonly readToday: () => Promise<StudyDayRead>;
  /** Rejects when the words can't be had now; a retry may succeed. */
  readonly loadChapterText: (chapterId: string) => Promise<ChapterText>;
  /** Prepares a discussion away from the screen; see `prepare` of the domain. */
  readonly prepare: PrepareAway;
  /** Opens what works out the statistics away from the screen. */
  readonly openStatistics: OpenStatistics;
  /** Begins what works out, away from the screen, what was and will be known. */
  readonly startKnowing: () => Promise<Knowing>;
  /** 96 random bits in hex, for what is new: a quiz, a discussion. */
  readonly mintId: () => string;
  readonly appVersion: string;
}

const EnvironmentContext = createContext<Environment | null>(null);

export const EnvironmentProvider = EnvironmentContext.Provider;

/** @throws Error outside an EnvironmentProvider */
export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (!environment) throw new Error('Inconsistent: no environment');
  return environment;
}
