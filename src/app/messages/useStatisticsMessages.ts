import { useLooks } from '../looks.ts';
import { statistics as english } from './en/statistics.ts';
import { useMessages } from './useMessages.ts';
import { useScopeMessages } from './useScopeMessages.ts';
import { statistics as chinese } from './zh/statistics.ts';

export type StatisticsMessages = ReturnType<typeof useStatisticsMessages>;

/** The words of the start, and those that only this needs: they are loaded with it. */
export function useStatisticsMessages() {
  const language = useLooks((looks) => looks.language);
  return {
    ...useMessages(),
    scope: useScopeMessages(),
    statistics: language === 'zh' ? chinese : english,
  };
}
