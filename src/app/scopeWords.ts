/** A scope said in words. */
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/deck.ts';
import type { Scope } from '../domain/scope.ts';
import type { scope as messages } from './messages/en/scope.ts';

/** Names said before the rest is only counted. */
const NAMED = 3;

/** The names of what a scope is made of, the first three of them; without those no deck at hand knows. */
export function scopeWords(
  { decks = [], chapters = [], concepts = [] }: Scope,
  catalogue: Catalogue,
  language: Language,
  words: typeof messages,
): string {
  const names = [
    ...decks.flatMap((id) => catalogue.deck.get(id)?.title ?? []),
    ...chapters.flatMap((id) => catalogue.chapter.get(id)?.title ?? []),
    ...concepts.flatMap((id) => catalogue.concept.get(id)?.name ?? []),
  ].map((name) => name[language]);
  if (names.length === 0) return words.nothing;
  const named = names.slice(0, NAMED);
  return words.andMore(named.join(words.separator), named.length, names.length);
}
