/** English: every word of the interface. `zh.ts` has the same keys, and the compiler sees to it. */
import { backup } from './en/backup.ts';
import { common } from './en/common.ts';
import { decks } from './en/decks.ts';
import { review } from './en/review.ts';
import { settings } from './en/settings.ts';
import { time } from './en/time.ts';
import { today } from './en/today.ts';
import { trouble } from './en/trouble.ts';

export const en = { backup, common, decks, review, settings, time, today, trouble };
export type Messages = typeof en;
