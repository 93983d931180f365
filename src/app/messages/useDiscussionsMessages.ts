import { useLooks } from '../looks.ts';
import { discussions as english } from './en/discussions.ts';
import { discussions as chinese } from './zh/discussions.ts';
import { useMessages } from './useMessages.ts';
import { useScopeMessages } from './useScopeMessages.ts';

/** The words of the start, and those that only discussions need: they are loaded with them. */
export function useDiscussionsMessages() {
  const language = useLooks((looks) => looks.language);
  return {
    ...useMessages(),
    scope: useScopeMessages(),
    discussions: language === 'zh' ? chinese : english,
  };
}
