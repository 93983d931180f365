import type { statistics as english } from '../en/statistics.ts';

export const statistics: typeof english = {
  title: '统计',
};
