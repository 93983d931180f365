import type { Language } from '../../domain/deck.ts';
import { useEnvironment } from '../environment.ts';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';

export interface CiteProps {
  readonly card: string;
  /** Where its fact comes from; nothing is shown where the deck's own source says it. */
  readonly cite: string | undefined;
  readonly language: Language;
}

/** Whose fact a card's is. Of a talk's deck it is said that the talk is not the source. */
export function Cite({ card, cite, language }: CiteProps) {
  const { decks } = useDecksMessages();
  const { catalogue } = useEnvironment();
  if (cite === undefined) return null;
  const deck = catalogue.deck.get(catalogue.card.get(card)?.deckId ?? '');
  return (
    <p className="caption" lang={LANG[language]}>
      {deck?.source.video === undefined ? decks.source(cite) : decks.outside(cite)}
    </p>
  );
}
