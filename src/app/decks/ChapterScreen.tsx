import { useEffect, useEffectEvent, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { Chapter, Deck, Language } from '../../domain/deck.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Page } from '../Page.tsx';
import { chapterHref, hrefOf, routes } from '../routes.ts';
import { ChapterPlace, useFlip } from '../shared/ChapterPlace.tsx';
import { ChapterText } from './ChapterText.tsx';
import { MinuteLink } from '../shared/MinuteLink.tsx';
import '../shared/reading.css';

export interface ChapterScreenProps {
  /** Of the route. */
  readonly params: { readonly deck: string; readonly chapter: string };
}

/** A chapter to read before being asked. */
export function ChapterScreen({ params }: ChapterScreenProps) {
  const { decks, common } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const [query] = useSearchParams();
  const chapterId = `${params.deck}/${params.chapter}`;
  const at = query.get('at') ?? undefined;
  const asText = query.get('as') === 'text';
  const chapter = catalogue.chapter.get(chapterId);
  const deck = catalogue.deck.get(params.deck);
  const language = useLooks((looks) => looks.cardLanguage);
  return (
    <Page title={chapter?.title[language] ?? decks.noChapter} narrow>
      <div className="chapter">
        <BackLink href={hrefOf(routes.decks)}>{common.decks}</BackLink>
        {deck && chapter ? (
          <Read
            key={chapterId}
            deck={deck}
            chapter={chapter}
            at={at === undefined ? undefined : catalogue.currentId(at)}
            asText={asText}
          />
        ) : (
          <>
            <h1>{decks.noChapter}</h1>
            <p>{decks.noChapterNote}</p>
          </>
        )}
      </div>
    </Page>
  );
}

interface ReadProps {
  readonly deck: Deck;
  readonly chapter: Chapter;
  readonly at: string | undefined;
  readonly asText: boolean;
}

function Read({ deck, chapter, at, asText }: ReadProps) {
  const { language, flip } = useFlip();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useEffectEvent(() => {
    if (at !== undefined) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  useEffect(() => arrive(), []);
  return (
    <>
      <header className="chapter__head">
        <ChapterPlace deck={deck} chapter={chapter} language={language} onFlip={flip} />
        <h1 ref={heading} tabIndex={-1} lang={LANG[language]}>
          {chapter.title[language]}
        </h1>
        {chapter.at ? <MinuteLink source={deck.source} at={chapter.at} /> : null}
      </header>
      <ChapterText deck={deck} chapter={chapter} language={language} at={at} asText={asText} />
      <Neighbours deck={deck} chapter={chapter} language={language} asText={asText} />
    </>
  );
}

interface NeighboursProps {
  readonly deck: Deck;
  readonly chapter: Chapter;
  readonly language: Language;
  readonly asText: boolean;
}

function Neighbours({ deck, chapter: here, language, asText }: NeighboursProps) {
  const { decks } = useDecksMessages();
  const place = deck.chapters.indexOf(here);
  const of = deck.chapters.length;
  const beside = [
    { label: decks.next, to: place + 1 },
    { label: decks.previous, to: place - 1 },
  ];
  return (
    <nav className="chapter__others" aria-label={decks.otherChapters}>
      <List>
        {beside.map(({ label, to }) => {
          const chapter = deck.chapters[to];
          return chapter ? (
            <ListRow
              key={chapter.id}
              href={chapterHref(chapter.id, undefined, asText ? 'text' : undefined)}
              trail={<Caption>{label}</Caption>}
            >
              <span className="shelf__chapter" lang={LANG[language]}>
                <ChapterTick name={chapter.title[language]} place={to + 1} of={of} />
              </span>
            </ListRow>
          ) : null;
        })}
      </List>
    </nav>
  );
}

function Caption({ children }: { readonly children: string }) {
  return <span className="caption nowrap">{children}</span>;
}
