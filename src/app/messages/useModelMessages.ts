import { useLooks } from '../looks.ts';
import { model as english } from './en/model.ts';
import { useMessages } from './useMessages.ts';
import { model as chinese } from './zh/model.ts';

export type ModelMessages = ReturnType<typeof useModelMessages>;

/** The words of the start, and those that only this needs: they are loaded with it. */
export function useModelMessages() {
  const language = useLooks((looks) => looks.language);
  return { ...useMessages(), model: language === 'zh' ? chinese : english };
}
