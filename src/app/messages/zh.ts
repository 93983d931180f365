/** 中文：界面上的每一个字。 */
import type { Messages } from './en.ts';
import { backup } from './zh/backup.ts';
import { common } from './zh/common.ts';
import { decks } from './zh/decks.ts';
import { review } from './zh/review.ts';
import { settings } from './zh/settings.ts';
import { time } from './zh/time.ts';
import { today } from './zh/today.ts';
import { trouble } from './zh/trouble.ts';

export const zh: Messages = { backup, common, decks, review, settings, time, today, trouble };
