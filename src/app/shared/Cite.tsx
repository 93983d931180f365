import { useEnvironment } from '../environment.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';

export interface CiteProps {
  readonly card: string;
  /** Where its fact comes from; nothing is shown where the deck's own source says it. */
  readonly cite: string | undefined;
}

/** Whose fact a card's is. Of a talk's deck it is said that the talk is not the source. */
export function Cite({ card, cite }: CiteProps) {
  const { decks } = useDecksMessages();
  const { catalogue } = useEnvironment();
  if (cite === undefined) return null;
  const deck = catalogue.deck.get(catalogue.card.get(card)?.deckId ?? '');
  return (
    <p className="caption">
      {deck?.source.video === undefined ? decks.source(cite) : decks.outside(cite)}
    </p>
  );
}
