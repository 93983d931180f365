import type { Language } from '../../domain/deck.ts';
import { useLooks } from '../looks.ts';
import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

export function messagesIn(language: Language): Messages {
  return language === 'zh' ? zh : en;
}

/** The words of the interface in the language chosen. */
export function useMessages(): Messages {
  return messagesIn(useLooks((looks) => looks.language));
}
