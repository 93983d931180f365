/** English: the words of the start. `zh.ts` has the same keys, and the compiler sees to it. */
import { common } from './en/common.ts';
import { review } from './en/review.ts';
import { time } from './en/time.ts';
import { today } from './en/today.ts';
import { trouble } from './en/trouble.ts';

export const en = { common, review, time, today, trouble };
export type Messages = typeof en;
