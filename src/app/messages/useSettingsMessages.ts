import { useLooks } from '../looks.ts';
import { backup as englishBackup } from './en/backup.ts';
import { settings as english } from './en/settings.ts';
import { useMessages } from './useMessages.ts';
import { backup as chineseBackup } from './zh/backup.ts';
import { settings as chinese } from './zh/settings.ts';

/** The words of the start, and those that only Settings needs: they are loaded with it. */
export function useSettingsMessages() {
  const isChinese = useLooks((looks) => looks.language === 'zh');
  return {
    ...useMessages(),
    settings: isChinese ? chinese : english,
    backup: isChinese ? chineseBackup : englishBackup,
  };
}
