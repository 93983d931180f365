import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ChapterText, Concept, Deck, Language } from '../../domain/deck.ts';
import { plainText } from '../../domain/find.ts';
import { knowledgeOf, recallsAt } from '../../domain/retention/knowledge.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { LANG } from '../looks.ts';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Page } from '../Page.tsx';
import { chapterHref, hrefOf, routes } from '../routes.ts';
import { CardEntries, useFolds } from '../shared/CardEntries.tsx';
import { CardInfoDialog } from '../shared/CardInfoDialog.tsx';
import { FlipButton, useFlip } from '../shared/ChapterPlace.tsx';
import { Facts } from '../shared/Facts.tsx';
import { factsOf } from '../shared/facts.ts';
import { MinuteLink } from '../shared/MinuteLink.tsx';
import { OpenQuestions } from '../shared/OpenQuestions.tsx';
import { createProgress } from '../shared/progress.ts';
import { createReading } from '../shared/reading.ts';
import { Recall, Standing } from '../shared/Standing.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { CurvePart } from './CurvePart.tsx';
import { Confusions, Quizzes } from './EvidencePart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { createRecord } from './record.ts';
import { Related } from './Related.tsx';
import '../shared/reading.css';
import './concepts.css';

export interface ConceptScreenProps {
  /** Of the route. */
  readonly params: { readonly deck: string; readonly concept: string };
}

/** One concept: the idea, all its cards say of it, and how its recall came to be what it is. */
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
          <BackLink href={hrefOf(routes.concepts)}>{common.concepts}</BackLink>
          <h1>{decks.noConcept}</h1>
          <p>{decks.noConceptNote}</p>
        </div>
      </Page>
    );
  }
  const place = deck.chapters.indexOf(chapter) + 1;
  return (
    <Page title={concept.name[language]}>
      <div className="chapter">
        <BackLink href={hrefOf(routes.concepts)}>{common.concepts}</BackLink>
        <div className="chapter__place">
          <a
            className="concept-page__chapter"
            href={chapterHref(chapter.id, concept.id)}
            lang={LANG[language]}
          >
            <ChapterTick name={chapter.title[language]} place={place} of={deck.chapters.length} />
          </a>
          <FlipButton language={language} onFlip={flip} />
        </div>
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
  const { decks, common, concepts: pageWords } = useMessagesOfPage();
  const environment = useEnvironment();
  const { catalogue, store, clock } = environment;
  const own = catalogue.ofConcept.get(concept.id) ?? [];
  const cards = [...own, ...(catalogue.againstConcept.get(concept.id) ?? [])];
  const [progress] = useState(() => createProgress(environment));
  const [reading] = useState(() => createReading(environment, concept.chapterId));
  const [recordReader] = useState(() => createRecord(environment, cards));
  const { states, at: now, trouble } = useStore(progress.state);
  const { words, wordsMissing } = useStore(reading.state);
  const { record, trouble: recordTrouble } = useStore(recordReader.state);
  const elsewhere = useOtherChapters(deck, concept, words !== null);
  const folds = useFolds(cards, undefined);
  const [curveOf, setCurveOf] = useState<string | null>(null);
  const [whyOf, setWhyOf] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const curve = useRef<HTMLDivElement>(null);
  const arrive = useEffectEvent(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  const chapters = useMemo(() => (words ? [words, ...elsewhere] : []), [words, elsewhere]);
  const allWords = useMemo(
    (): ChapterText['cards'] => Object.assign({}, ...chapters.map((text) => text.cards)),
    [chapters],
  );
  const wordsOf = useCallback((card: string) => allWords[card], [allWords]);
  useEffect(() => arrive(), []);
  useEffect(() => progress.watch(), [progress]);
  useEffect(() => void reading.readWords(), [reading]);
  useEffect(() => recordReader.watch(), [recordReader]);

  const recallOf = states ? recallsAt(states, now, store.model) : undefined;
  const known = recallOf && knowledgeOf(own, recallOf);
  const nameOf = (card: string) => plainText(allWords[card]?.[language].ask ?? card);
  const drawn = cards.filter((card) => states?.get(card)?.memory && record?.steps.has(card));
  const shownCurve = curveOf !== null && drawn.includes(curveOf) ? curveOf : drawn[0];
  const open = folds.open.size >= cards.length;
  const both = trouble ?? recordTrouble;
  return (
    <div className="concept-page">
      <div className="concept-page__main">
        <div className="concept__head">
          <h1 ref={heading} tabIndex={-1} lang={LANG[language]}>
            <Words lang={language}>{concept.name[language]}</Words>
          </h1>
          <Recall known={known} />
        </div>
        {words ? (
          <div className="concept__gist">
            <SafeHtml html={words.gists[concept.id]?.[language] ?? ''} lang={language} />
          </div>
        ) : null}
        {concept.at ? <MinuteLink source={deck.source} at={concept.at} /> : null}
        {wordsMissing ? <Trouble trouble="words" onAgain={() => void reading.readWords()} /> : null}
        {both ? (
          <Trouble
            trouble={both}
            onAgain={() => {
              void progress.read();
              void recordReader.read();
            }}
          />
        ) : null}
        {!words && !wordsMissing ? <p className="decks__wait secondary">{common.opening}</p> : null}
        <Standing cards={own.length} known={known} />
        {words && states && record && cards.length > 0 ? (
          <div ref={curve} tabIndex={-1} className="concept-page__curve">
            <Section
              title={pageWords.curve}
              hint={shownCurve === undefined ? pageWords.noCurve : undefined}
            >
              {shownCurve === undefined ? null : (
                <CurvePart
                  cards={drawn}
                  nameOf={nameOf}
                  steps={record.steps}
                  states={states}
                  now={now}
                  card={shownCurve}
                  onCard={setCurveOf}
                  onWhy={setWhyOf}
                />
              )}
            </Section>
            <HistoryPart
              deckId={deck.id}
              steps={own.map((card) => record.steps.get(card) ?? [])}
              now={now}
            />
          </div>
        ) : null}
      </div>
      <div className="concept-page__side">
        {words && cards.length > 0 ? (
          <Section
            title={decks.itsCards}
            aside={
              <Button variant="quiet" size="small" onClick={() => folds.setAll(!open)}>
                {open ? decks.hideAnswers : decks.showAnswers}
              </Button>
            }
          >
            <ul className="concept__cards" aria-label={decks.cardsOf(concept.name[language])}>
              <CardEntries
                ids={cards}
                words={allWords}
                language={language}
                reading={reading}
                states={states}
                today={dayAt(clock, now, store.settings.rollover)}
                at={undefined}
                folds={folds}
                recallOf={recallOf}
                onWhy={setWhyOf}
                onCurve={(card) => {
                  setCurveOf(card);
                  curve.current?.focus();
                }}
              />
            </ul>
          </Section>
        ) : null}
        <Related
          title={pageWords.needs}
          concepts={concept.needs}
          language={language}
          recallOf={recallOf}
        />
        <Related
          title={pageWords.near}
          concepts={concept.near}
          language={language}
          recallOf={recallOf}
        />
        {record ? (
          <>
            <Confusions concept={concept.id} record={record} wordsOf={wordsOf} />
            <Quizzes concept={concept.id} record={record} />
          </>
        ) : null}
      </div>
      {words ? (
        <div className="concept-page__words">
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
            <Button variant="quiet" size="small" onClick={() => window.print()}>
              {decks.print}
            </Button>
          ) : null}
        </div>
      ) : null}
      {whyOf === null ? null : <CardInfoDialog card={whyOf} onClose={() => setWhyOf(null)} />}
    </div>
  );
}

function useMessagesOfPage() {
  return { ...useDecksMessages(), ...useConceptsMessages() };
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
