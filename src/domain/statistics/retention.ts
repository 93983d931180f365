/**
 * True retention: of the first counting answers of a card on a study day whose phase was review, in
 * ordinary reviews, the share that passed. Quizzes and cramming have a score of their own.
 */
import type { StudyDay } from '../day.ts';
import { totalsBetween, type DaySums } from './daySums.ts';
import { RETENTION_PERIODS, type RetentionPeriod, type TrueRetention } from './figures.ts';
import { proportionOf } from './proportion.ts';
import { beginOf } from './spans.ts';

function limitsOf(period: RetentionPeriod, today: StudyDay): [StudyDay, StudyDay] {
  switch (period) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [today - 1, today - 1];
    case 'week':
      return [today - 6, today];
    case 'month':
      return [today - 29, today];
    case 'year':
      return [today - 364, today];
    case 'all':
      return [beginOf(null, today), today];
  }
}

export function retentionOf(sums: DaySums, today: StudyDay): TrueRetention {
  return {
    rows: RETENTION_PERIODS.map((period) => {
      const [from, to] = limitsOf(period, today);
      const [young = 0, youngPassed = 0, mature = 0, maturePassed = 0] = totalsBetween(
        sums,
        'retained',
        from,
        to,
      );
      return {
        period,
        young: proportionOf(youngPassed, young),
        mature: proportionOf(maturePassed, mature),
        all: proportionOf(youngPassed + maturePassed, young + mature),
      };
    }),
  };
}
