import { useLooks } from '../looks.ts';
import { reviewMore as english } from './en/reviewMore.ts';
import { reviewMore as chinese } from './zh/reviewMore.ts';

/** The words of the review's dialogs and last page: they are loaded with them. */
export function useReviewMore(): typeof english {
  return useLooks((looks) => looks.language) === 'zh' ? chinese : english;
}
