import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Chapter, Deck, Language } from '../../domain/deck.ts';
import { knowledgeOf, recallsAt } from '../../domain/retention/knowledge.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { chapterHref } from '../routes.ts';
import { CardEntries, useFolds } from '../shared/CardEntries.tsx';
import { ConceptEntry } from './ConceptEntry.tsx';
import { Facts } from '../shared/Facts.tsx';
import { factsOf } from '../shared/facts.ts';
import { OpenQuestions } from '../shared/OpenQuestions.tsx';
import { elementId } from '../shared/place.ts';
import { createProgress } from '../shared/progress.ts';
import { createReading } from '../shared/reading.ts';
import { Trouble } from '../shared/Trouble.tsx';

export interface ChapterTextProps {
  readonly deck: Deck;
  readonly chapter: Chapter;
  readonly language: Language;
  /** Concept or card somebody came to see. */
  readonly at: string | undefined;
  /** As a text to read, with all that the cards say; else as cards with their answers folded. */
  readonly asText: boolean;
}

/** The words of a chapter, and how far the learner is with them. */
export function ChapterText({ deck, chapter, language, at, asText }: ChapterTextProps) {
  const { decks, common } = useDecksMessages();
  const environment = useEnvironment();
  const { catalogue, store, clock } = environment;
  const [progress] = useState(() => createProgress(environment));
  const [reading] = useState(() => createReading(environment, chapter.id));
  const { states, at: now, trouble } = useStore(progress.state);
  const { words, wordsMissing } = useStore(reading.state);
  const cards = useMemo(
    () => deck.cards.filter(({ chapterId }) => chapterId === chapter.id).map(({ id }) => id),
    [deck, chapter],
  );
  const folds = useFolds(cards, at);
  const ready = words !== null && (states !== null || trouble !== null);

  useEffect(() => progress.watch(), [progress]);
  useEffect(() => void reading.readWords(), [reading]);
  useEffect(() => {
    const element = ready && at !== undefined ? document.getElementById(elementId(at)) : null;
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [ready, at]);

  if (wordsMissing) return <Trouble trouble="words" onAgain={() => void reading.readWords()} />;
  if (!ready) return <p className="decks__wait secondary">{common.opening}</p>;

  const today = dayAt(clock, now, store.settings.rollover);
  const recallOf = states ? recallsAt(states, now, store.model) : undefined;
  const allOpen = folds.open.size >= cards.length;
  return (
    <>
      {trouble ? <Trouble trouble={trouble} onAgain={() => void progress.read()} /> : null}
      {cards.length > 0 ? (
        <div className="chapter__tools">
          <a href={chapterHref(chapter.id, undefined, asText ? undefined : 'text')}>
            {asText ? decks.asCards : decks.asText}
          </a>
          {asText ? (
            <Button variant="quiet" size="small" onClick={() => window.print()}>
              {decks.print}
            </Button>
          ) : (
            <Button variant="quiet" size="small" onClick={() => folds.setAll(!allOpen)}>
              {allOpen ? decks.hideAnswers : decks.showAnswers}
            </Button>
          )}
        </div>
      ) : null}
      {chapter.concepts.map((concept) => {
        const own = catalogue.ofConcept.get(concept.id) ?? [];
        const name = decks.cardsOf(concept.name[language]);
        return (
          <ConceptEntry
            key={concept.id}
            concept={concept}
            gist={words.gists[concept.id]?.[language]}
            source={deck.source}
            language={language}
            known={recallOf && knowledgeOf(own, recallOf)}
            cards={own.length}
            sought={concept.id === at}
          >
            {asText ? (
              <Facts
                label={name}
                facts={factsOf(catalogue, own, words.cards, language)}
                language={language}
              />
            ) : (
              <ul className="concept__cards" aria-label={name}>
                <CardEntries
                  ids={own}
                  words={words.cards}
                  language={language}
                  reading={reading}
                  states={states}
                  today={today}
                  at={at}
                  folds={folds}
                />
              </ul>
            )}
          </ConceptEntry>
        );
      })}
      <OpenQuestions questions={words.discussion} language={language} open={asText} />
    </>
  );
}
