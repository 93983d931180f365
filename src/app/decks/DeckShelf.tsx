import type { CardState } from '../../domain/cardState.ts';
import type { Chapter, Deck, Language } from '../../domain/deck.ts';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { useEnvironment } from '../environment.ts';
import { chapterHref } from '../routes.ts';
import { NewCards } from './NewCards.tsx';
import { OutLink } from './OutLink.tsx';

export interface DeckShelfProps {
  readonly deck: Deck;
  /** Of the deck's words. */
  readonly language: Language;
  /** By card id; null until read. */
  readonly states: ReadonlyMap<string, CardState> | null;
}

/** One deck: what it is, where it comes from, and its chapters as a table of contents. */
export function DeckShelf({ deck, language, states }: DeckShelfProps) {
  const { decks } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const { source } = deck;
  const lang = LANG[language];
  return (
    <section className="shelf" aria-labelledby={`deck:${deck.id}`}>
      <h2 className="shelf__title" id={`deck:${deck.id}`} lang={lang}>
        {deck.title[language]}
      </h2>
      <p className="shelf__about" lang={lang}>
        {deck.about[language]}
      </p>
      <p className="caption">
        <span lang={lang}>{source.title[language]}</span>
        <br />
        {source.speaker ? (
          <>
            <span lang={lang}>{decks.by(source.speaker[language], source.year)}</span>
            <br />
          </>
        ) : null}
        {decks.licence(deck.licence)}
      </p>
      <p className="shelf__links">
        <OutLink href={source.video}>{decks.video}</OutLink>
        <OutLink href={source.slides}>{decks.slides}</OutLink>
      </p>
      {catalogue.decks.length > 1 ? <NewCards deck={deck.id} /> : null}
      <h3 className="visually-hidden">{decks.chapters}</h3>
      <List label={decks.chapters}>
        {deck.chapters.map((chapter, i) => (
          <ChapterRow
            key={chapter.id}
            chapter={chapter}
            place={i + 1}
            deck={deck}
            language={language}
            states={states}
          />
        ))}
      </List>
    </section>
  );
}

interface ChapterRowProps extends DeckShelfProps {
  readonly chapter: Chapter;
  readonly place: number;
}

function ChapterRow({ chapter, place, deck, language, states }: ChapterRowProps) {
  const { decks, time } = useDecksMessages();
  const cards = deck.cards.filter(({ chapterId }) => chapterId === chapter.id);
  const counts = decks.counts(chapter.concepts.length, cards.length);
  const started = cards.filter(({ id }) => (states?.get(id)?.phase ?? 'new') !== 'new').length;
  const minute = chapter.at ? time.place(chapter.at.seconds) : undefined;
  return (
    <ListRow
      href={chapterHref(chapter.id)}
      note={
        states && cards.length > 0
          ? decks.withStarted(counts, decks.started(started, cards.length))
          : counts
      }
      trail={
        minute === undefined ? null : (
          <span className="caption info nowrap">
            <span className="visually-hidden">{decks.minute}</span>{' '}
            {chapter.at?.around ? decks.around(minute) : minute}
          </span>
        )
      }
    >
      <span className="shelf__chapter" lang={LANG[language]}>
        <ChapterTick name={chapter.title[language]} place={place} of={deck.chapters.length} />
      </span>
    </ListRow>
  );
}
