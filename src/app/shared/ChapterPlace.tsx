import { useState } from 'react';
import { otherLanguage, type Chapter, type Deck, type Language } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { LANG, useLooks } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { messagesIn } from '../messages/useMessages.ts';

export interface ChapterPlaceProps {
  readonly deck: Deck;
  readonly chapter: Chapter;
  /** Of the words below. */
  readonly language: Language;
  readonly onFlip: () => void;
}

/** Which chapter of the deck this is, and the way to its words in the other language. */
export function ChapterPlace({ deck, chapter, language, onFlip }: ChapterPlaceProps) {
  const { decks } = useDecksMessages();
  const place = deck.chapters.indexOf(chapter) + 1;
  const of = deck.chapters.length;
  return (
    <div className="chapter__place">
      <ChapterTick name={decks.chapterOf(place, of)} place={place} of={of} />
      <FlipButton language={language} onFlip={onFlip} />
    </div>
  );
}

/** To the words in the other language. */
export function FlipButton({ language, onFlip }: Pick<ChapterPlaceProps, 'language' | 'onFlip'>) {
  return (
    <Button variant="quiet" size="small" onClick={onFlip}>
      <span lang={LANG[otherLanguage(language)]}>{messagesIn(language).common.otherLanguage}</span>
    </Button>
  );
}

/** The language to read in: that of the cards, until it is flipped here. */
export function useFlip(): { readonly language: Language; readonly flip: () => void } {
  const chosen = useLooks((looks) => looks.cardLanguage);
  const [flipped, setFlipped] = useState(false);
  const language = flipped ? otherLanguage(chosen) : chosen;
  return { language, flip: () => setFlipped(!flipped) };
}
