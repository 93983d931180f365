import { useState } from 'react';
import { useStore } from 'zustand';
import type { CardState } from '../../domain/cardState.ts';
import type { ChapterText, Language } from '../../domain/deck.ts';
import type { StudyDay } from '../../domain/day.ts';
import { useLeeches } from '../leeches.ts';
import type { CardRecall } from '../../domain/retention/knowledge.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { CardEntry } from './CardEntry.tsx';
import { cardWords } from './cardWords.ts';
import type { Reading } from './reading.ts';

export interface CardEntriesProps {
  readonly ids: readonly string[];
  readonly words: ChapterText['cards'];
  readonly language: Language;
  readonly reading: Reading;
  /** By card id; null until read. */
  readonly states: ReadonlyMap<string, CardState> | null;
  readonly today: StudyDay;
  /** The card somebody came to see. */
  readonly at: string | undefined;
  readonly folds: Folds;
  /** Shown beside each card, where it is told. */
  readonly recallOf?: ((card: string) => CardRecall) | undefined;
  /** What more can be looked at of a card that was answered. */
  readonly onWhy?: ((card: string) => void) | undefined;
  readonly onCurve?: ((card: string) => void) | undefined;
}

/** Cards to read, as list items. */
export function CardEntries(props: CardEntriesProps) {
  const { ids, words, language, reading, states, today, at, folds, recallOf } = props;
  const { onWhy, onCurve } = props;
  const messages = useDecksMessages();
  const { outcome, turn } = useStore(reading.state);
  const leeches = useLeeches(ids.map((id) => states?.get(id)));
  return ids.map((id) => {
    const text = words[id];
    return text ? (
      <CardEntry
        key={id}
        id={id}
        text={text[language]}
        language={language}
        cite={text.cite}
        state={states?.get(id)}
        recall={recallOf?.(id)}
        words={states ? cardWords(states.get(id), today, leeches.has(id), messages) : ''}
        open={folds.open.has(id)}
        sought={id === at}
        outcome={outcome?.card === id ? outcome : null}
        turn={turn}
        onToggle={(isOpen) => folds.toggle(id, isOpen)}
        onAct={(act) => void reading.act(id, act)}
        onUndo={() => void reading.takeBack(id)}
        onWhy={onWhy && (() => onWhy(id))}
        onCurve={onCurve && (() => onCurve(id))}
      />
    ) : null;
  });
}

/** Which answers are unfolded. */
export interface Folds {
  readonly open: ReadonlySet<string>;
  readonly toggle: (card: string, isOpen: boolean) => void;
  readonly setAll: (isOpen: boolean) => void;
}

/** The folds of `cards`; at first that of the card somebody came to see is open. */
export function useFolds(cards: readonly string[], at: string | undefined): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [sought, setSought] = useState<string | undefined>(undefined);
  if (sought !== at) {
    setSought(at);
    if (at !== undefined && cards.includes(at)) setOpen(new Set([...open, at]));
  }
  const toggle = (card: string, isOpen: boolean) =>
    setOpen((before) => {
      if (before.has(card) === isOpen) return before;
      const after = new Set(before);
      if (isOpen) after.add(card);
      else after.delete(card);
      return after;
    });
  const setAll = (isOpen: boolean) => setOpen(new Set(isOpen ? cards : []));
  return { open, toggle, setAll };
}
