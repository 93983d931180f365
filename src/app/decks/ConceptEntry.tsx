import type { ReactNode } from 'react';
import type { Concept, Language, Source } from '../../domain/deck.ts';
import type { Knowledge } from '../../domain/retention/knowledge.ts';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Words } from '../../ui/Words.tsx';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { conceptHref } from '../routes.ts';
import { ConceptLinks } from '../shared/ConceptLinks.tsx';
import { MinuteLink } from '../shared/MinuteLink.tsx';
import { elementId } from '../shared/place.ts';
import { Recall, Standing } from '../shared/Standing.tsx';

export interface ConceptEntryProps {
  readonly concept: Concept;
  /** HTML; absent where the words lack it. */
  readonly gist: string | undefined;
  readonly source: Source;
  readonly language: Language;
  /** Undefined until it is read. */
  readonly known: Knowledge | undefined;
  /** How many cards it has. */
  readonly cards: number;
  readonly sought: boolean;
  /** What its cards say. */
  readonly children: ReactNode;
}

/** One concept to read: the idea, where it is in the talk, what it stands beside, its cards. */
export function ConceptEntry(props: ConceptEntryProps) {
  const { concept, source, language, known, cards, children } = props;
  const { decks } = useDecksMessages();
  const heading = elementId(concept.id);
  return (
    <section
      className={`concept${props.sought ? ' concept--sought' : ''}`}
      aria-labelledby={heading}
    >
      <div className="concept__head">
        <h2 id={heading} tabIndex={-1} lang={LANG[language]}>
          <a href={conceptHref(concept.id)}>
            <Words lang={language}>{concept.name[language]}</Words>
          </a>
        </h2>
        <Recall known={known} />
      </div>
      <div className="concept__gist">
        <SafeHtml html={props.gist ?? ''} lang={language} />
      </div>
      {concept.at ? <MinuteLink source={source} at={concept.at} /> : null}
      <ConceptLinks label={decks.needs} concepts={concept.needs} language={language} />
      <ConceptLinks label={decks.near} concepts={concept.near} language={language} />
      <Standing cards={cards} known={known} />
      {cards > 0 ? children : null}
    </section>
  );
}
