/** 中文：开头就要用到的字。 */
import type { Messages } from './en.ts';
import { common } from './zh/common.ts';
import { review } from './zh/review.ts';
import { time } from './zh/time.ts';
import { today } from './zh/today.ts';
import { trouble } from './zh/trouble.ts';

export const zh: Messages = { common, review, time, today, trouble };
