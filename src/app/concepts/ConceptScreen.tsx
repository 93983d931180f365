import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ChapterText, Concept, Deck, Language } from '../../domain/deck.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Page } from '../Page.tsx';
import { chapterHref, hrefOf, routes } from '../routes.ts';
import { CardEntries, useFolds } from '../shared/CardEntries.tsx';
import { ChapterPlace, useFlip } from '../shared/ChapterPlace.tsx';
import { Recall, Standing } from './ConceptEntry.tsx';
import { ConceptLinks } from '../shared/ConceptLinks.tsx';
import { Facts } from '../shared/Facts.tsx';
import { factsOf } from '../shared/facts.ts';
import { MinuteLink } from '../shared/MinuteLink.tsx';
import { OpenQuestions } from '../shared/OpenQuestions.tsx';
import { createProgress } from '../shared/progress.ts';
import { createReading } from '../shared/reading.ts';
import { conceptRecall } from './recall.ts';
import { Trouble } from '../shared/Trouble.tsx';
import './decks.css';

export interface ConceptScreenProps {
  /** Of the route. */
  readonly params: { readonly deck: string; readonly concept: string };
}

/** One concept: the idea, all its cards say of it, and how far the learner is with them. */
export function ConceptScreen({ params }: ConceptScreenProps) {
  const { decks, common } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const { language, flip } = useFlip();
  const concept = catalogue.concept.get(`${params.deck}/${params.concept}`);
  const deck = catalogue.deck.get(params.deck);
  const chapter = concept && catalogue.chapter.get(concept.chapterId);
  if (!concept || !deck || !chapter) {
    return (
      <Page title={decks.noConcept} narrow>
        <div className="chapter">
          <BackLink href={hrefOf(routes.decks)}>{common.decks}</BackLink>
          <h1>{decks.noConcept}</h1>
          <p>{decks.noConceptNote}</p>
        </div>
      </Page>
    );
  }
  return (
    <Page title={concept.name[language]} narrow>
      <div className="chapter">
        <BackLink href={chapterHref(chapter.id, concept.id)} lang={LANG[language]}>
          {chapter.title[language]}
        </BackLink>
        <ChapterPlace deck={deck} chapter={chapter} language={language} onFlip={flip} />
        <Read key={concept.id} deck={deck} concept={concept} language={language} />
      </div>
    </Page>
  );
}

interface ReadProps {
  readonly deck: Deck;
  readonly concept: Concept;
  readonly language: Language;
}

function Read({ deck, concept, language }: ReadProps) {
  const { decks, common } = useDecksMessages();
  const environment = useEnvironment();
  const { catalogue, store, clock } = environment;
  const [progress] = useState(() => createProgress(environment));
  const [reading] = useState(() => createReading(environment, concept.chapterId));
  const { states, at: now, trouble } = useStore(progress.state);
  const { words, wordsMissing } = useStore(reading.state);
  const elsewhere = useOtherChapters(deck, concept, words !== null);
  const own = catalogue.ofConcept.get(concept.id) ?? [];
  const cards = [...own, ...(catalogue.againstConcept.get(concept.id) ?? [])];
  const folds = useFolds(cards, undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useEffectEvent(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  const chapters = useMemo(() => (words ? [words, ...elsewhere] : []), [words, elsewhere]);
  const allWords = useMemo(
    (): ChapterText['cards'] => Object.assign({}, ...chapters.map((text) => text.cards)),
    [chapters],
  );
  useEffect(() => arrive(), []);
  useEffect(() => progress.watch(), [progress]);
  useEffect(() => void reading.readWords(), [reading]);

  const recall = states ? conceptRecall(own, states, now, store.model) : undefined;
  const name = decks.cardsOf(concept.name[language]);
  const open = folds.open.size >= cards.length;
  return (
    <>
      <div className="concept__head">
        <h1 ref={heading} tabIndex={-1} lang={LANG[language]}>
          <Words lang={language}>{concept.name[language]}</Words>
        </h1>
        <Recall recall={own.length === 0 ? undefined : recall} />
      </div>
      {concept.at ? <MinuteLink source={deck.source} at={concept.at} /> : null}
      {wordsMissing ? <Trouble trouble="words" onAgain={() => void reading.readWords()} /> : null}
      {trouble ? <Trouble trouble={trouble} onAgain={() => void progress.read()} /> : null}
      {!words && !wordsMissing ? <p className="decks__wait secondary">{common.opening}</p> : null}
      {words ? (
        <>
          <div className="concept__gist">
            <SafeHtml html={words.gists[concept.id]?.[language] ?? ''} lang={language} />
          </div>
          <ConceptLinks label={decks.needs} concepts={concept.needs} language={language} />
          <ConceptLinks label={decks.near} concepts={concept.near} language={language} />
          <Standing cards={own.length} recall={recall} />
          {cards.length > 0 ? (
            <Section title={decks.inWords}>
              <Facts
                label={decks.inWords}
                facts={factsOf(catalogue, cards, allWords, language)}
                language={language}
              />
            </Section>
          ) : null}
          <OpenQuestions
            questions={chapters.flatMap(({ discussion }) =>
              discussion.filter(({ about }) => about.includes(concept.id)),
            )}
            language={language}
          />
          {cards.length > 0 ? (
            <>
              <Section
                title={decks.itsCards}
                aside={
                  <Button variant="quiet" size="small" onClick={() => folds.setAll(!open)}>
                    {open ? decks.hideAnswers : decks.showAnswers}
                  </Button>
                }
              >
                <ul className="concept__cards" aria-label={name}>
                  <CardEntries
                    ids={cards}
                    words={allWords}
                    language={language}
                    reading={reading}
                    states={states}
                    today={dayAt(clock, now, store.settings.rollover)}
                    at={undefined}
                    folds={folds}
                  />
                </ul>
              </Section>
              <Button variant="quiet" size="small" onClick={() => window.print()}>
                {decks.print}
              </Button>
            </>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/**
 * The words of the other chapters where contrasts and questions about a concept may stand: those of
 * its deck, and of other decks those that set something against it. Asked for once the words of its
 * own chapter are there; what does not load is left out, since these say what is essential.
 */
function useOtherChapters(deck: Deck, concept: Concept, isRead: boolean): readonly ChapterText[] {
  const { catalogue, loadChapterText } = useEnvironment();
  const [texts, setTexts] = useState<readonly ChapterText[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const against = catalogue.againstConcept.get(concept.id) ?? [];
      const ids = new Set([
        ...deck.chapters.map(({ id }) => id),
        ...against.flatMap((card) => catalogue.card.get(card)?.chapterId ?? []),
      ]);
      ids.delete(concept.chapterId);
      const loaded = await Promise.allSettled([...ids].map((id) => loadChapterText(id)));
      const found = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (!gone) setTexts(found);
    };
    if (isRead) void load();
    return () => {
      gone = true;
    };
  }, [catalogue, deck, concept, loadChapterText, isRead]);
  return texts;
}
