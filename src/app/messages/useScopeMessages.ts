import { useLooks } from '../looks.ts';
import { scope as english } from './en/scope.ts';
import { scope as chinese } from './zh/scope.ts';

/** The words of the field that chooses a part of the decks: loaded with the screens that have it. */
export function useScopeMessages(): typeof english {
  return useLooks((looks) => looks.language) === 'zh' ? chinese : english;
}
