import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Chapter, Deck, Language } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { CardEntry } from './CardEntry.tsx';
import { cardWords } from './cardWords.ts';
import { ConceptEntry } from './ConceptEntry.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { elementId } from './place.ts';
import { createProgress } from './progress.ts';
import { createReading } from './reading.ts';
import { conceptRecall } from './recall.ts';
import { Trouble } from './Trouble.tsx';

export interface ChapterTextProps {
  readonly deck: Deck;
  readonly chapter: Chapter;
  readonly language: Language;
  /** Concept or card somebody came to see. */
  readonly at: string | undefined;
}

/** The words of a chapter, and how far the learner is with them. */
export function ChapterText({ deck, chapter, language, at }: ChapterTextProps) {
  const messages = useDecksMessages();
  const { decks } = messages;
  const environment = useEnvironment();
  const { catalogue, store, clock } = environment;
  const [progress] = useState(() => createProgress(environment));
  const [reading] = useState(() => createReading(environment, chapter.id));
  const { states, at: now, trouble } = useStore(progress.state);
  const { words, wordsMissing, outcome, turn } = useStore(reading.state);
  const cards = useMemo(
    () => deck.cards.filter(({ chapterId }) => chapterId === chapter.id).map(({ id }) => id),
    [deck, chapter],
  );
  const { open, toggle, setAll } = useOpen(cards, at);
  const ready = words !== null && (states !== null || trouble !== null);

  useEffect(() => progress.watch(), [progress]);
  useEffect(() => void reading.readWords(), [reading]);
  useEffect(() => {
    const element = ready && at !== undefined ? document.getElementById(elementId(at)) : null;
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [ready, at]);

  if (wordsMissing) return <Trouble trouble="words" onAgain={() => void reading.readWords()} />;
  if (!ready) return <p className="decks__wait secondary">{messages.common.opening}</p>;

  const today = dayAt(clock, now, store.settings.rollover);
  const allOpen = open.size >= cards.length;
  return (
    <>
      {trouble ? <Trouble trouble={trouble} onAgain={() => void progress.read()} /> : null}
      {cards.length > 0 ? (
        <div className="chapter__tools">
          <Button variant="quiet" size="small" onClick={() => setAll(!allOpen)}>
            {allOpen ? decks.hideAnswers : decks.showAnswers}
          </Button>
        </div>
      ) : null}
      {chapter.concepts.map((concept) => {
        const own = catalogue.ofConcept.get(concept.id) ?? [];
        return (
          <ConceptEntry
            key={concept.id}
            concept={concept}
            gist={words.gists[concept.id]?.[language]}
            source={deck.source}
            language={language}
            recall={states ? conceptRecall(own, states, now, store.model) : undefined}
            sought={concept.id === at}
          >
            {own.map((id) => {
              const text = words.cards[id];
              return text ? (
                <CardEntry
                  key={id}
                  id={id}
                  text={text[language]}
                  language={language}
                  cite={text.cite}
                  state={states?.get(id)}
                  words={states ? cardWords(states.get(id), today, messages) : ''}
                  open={open.has(id)}
                  sought={id === at}
                  outcome={outcome?.card === id ? outcome : null}
                  turn={turn}
                  onToggle={(isOpen) => toggle(id, isOpen)}
                  onAct={(act) => void reading.act(id, act)}
                  onUndo={() => void reading.takeBack(id)}
                />
              ) : null;
            })}
          </ConceptEntry>
        );
      })}
      <OpenQuestions questions={words.discussion} language={language} />
    </>
  );
}

/** Which answers are unfolded; at first that of the card somebody came to see. */
function useOpen(cards: readonly string[], at: string | undefined) {
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
