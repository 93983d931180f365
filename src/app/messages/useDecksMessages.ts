import { useLooks } from '../looks.ts';
import { decks as english } from './en/decks.ts';
import { useMessages } from './useMessages.ts';
import { decks as chinese } from './zh/decks.ts';

export type DecksMessages = ReturnType<typeof useDecksMessages>;

/** The words of the start, and those that only Decks needs: they are loaded with it. */
export function useDecksMessages() {
  const language = useLooks((looks) => looks.language);
  return { ...useMessages(), decks: language === 'zh' ? chinese : english };
}
