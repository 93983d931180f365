import { useLooks } from '../looks.ts';
import { concepts as english } from './en/concepts.ts';
import { useMessages } from './useMessages.ts';
import { concepts as chinese } from './zh/concepts.ts';

export type ConceptsMessages = ReturnType<typeof useConceptsMessages>;

/** The words of the start, and those that only this needs: they are loaded with it. */
export function useConceptsMessages() {
  const language = useLooks((looks) => looks.language);
  return { ...useMessages(), concepts: language === 'zh' ? chinese : english };
}
