import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ChapterText, Concept, Deck, Language } from '../../domain/deck.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { messagesIn } from '../messages/useMessages.ts';
import { Page } from '../Page.tsx';
import { chapterHref, hrefOf, routes } from '../routes.ts';
import { CardEntries, useFolds } from './CardEntries.tsx';
import { Recall, Standing } from './ConceptEntry.tsx';
import { ConceptLinks } from './ConceptLinks.tsx';
import { Facts } from './Facts.tsx';
import { factsOf } from './facts.ts';
import { MinuteLink } from './MinuteLink.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { createProgress } from './progress.ts';
import { createReading } from './reading.ts';
import { conceptRecall } from './recall.ts';
import { Trouble } from './Trouble.tsx';
import './decks.css';

export interface ConceptScreenProps {
  /** Of the route. */
  readonly params: { readonly deck: string; readonly concept: string };
}

/** One concept: the idea, all its cards say of it, and how far the learner is with them. */
export function ConceptScreen({ params }: ConceptScreenProps) {
  const { decks, common } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const chosen = useLooks((looks) => looks.cardLanguage);
  const [flipped, setFlipped] = useState(false);
  const language = flipped ? OTHER[chosen] : chosen;
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
  const place = deck.chapters.indexOf(chapter) + 1;
  const other = OTHER[language];
  return (
    <Page title={concept.name[language]} narrow>
      <div className="chapter">
        <BackLink href={chapterHref(chapter.id, concept.id)}>{chapter.title[language]}</BackLink>
        <div className="chapter__place">
          <ChapterTick
            name={decks.chapterOf(place, deck.chapters.length)}
            place={place}
            of={deck.chapters.length}
          />
          <Button variant="quiet" size="small" onClick={() => setFlipped(!flipped)}>
            <span lang={LANG[other]}>{messagesIn(language).common.otherLanguage}</span>
          </Button>
        </div>
        <Read key={concept.id} deck={deck} concept={concept} language={language} />
      </div>
    </Page>
  );
}

const OTHER: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };

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
  const elsewhere = useOtherChapters(deck, concept);
  const own = catalogue.ofConcept.get(concept.id) ?? [];
  const cards = [...own, ...(catalogue.againstConcept.get(concept.id) ?? [])];
  const folds = useFolds(cards, undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useEffectEvent(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  useEffect(() => arrive(), []);
  useEffect(() => progress.watch(), [progress]);
  useEffect(() => void reading.readWords(), [reading]);

  const chapters = words ? [words, ...elsewhere] : [];
  const allWords: ChapterText['cards'] = Object.assign({}, ...chapters.map((text) => text.cards));
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
            <>
              <Section title={decks.inWords}>
                <Facts
                  label={decks.inWords}
                  facts={factsOf(catalogue, cards, allWords, language)}
                  language={language}
                />
              </Section>
              <OpenQuestions
                questions={chapters.flatMap(({ discussion }) =>
                  discussion.filter(({ about }) => about.includes(concept.id)),
                )}
                language={language}
              />
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
 * The words of the deck's other chapters, where contrasts and questions about a concept may stand.
 * What does not load is left out: the concept's own chapter says what is essential.
 */
function useOtherChapters(deck: Deck, concept: Concept): readonly ChapterText[] {
  const { loadChapterText } = useEnvironment();
  const [texts, setTexts] = useState<readonly ChapterText[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const others = deck.chapters.filter(({ id }) => id !== concept.chapterId);
      const loaded = await Promise.allSettled(others.map(({ id }) => loadChapterText(id)));
      const found = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (!gone) setTexts(found);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [deck, concept, loadChapterText]);
  return texts;
}
