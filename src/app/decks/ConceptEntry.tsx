import type { ReactNode } from 'react';
import type { Concept, Language, Source } from '../../domain/deck.ts';
import { RecallChip, recallStep } from '../../ui/RecallChip.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Words } from '../../ui/Words.tsx';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { conceptHref } from '../routes.ts';
import { ConceptLinks } from './ConceptLinks.tsx';
import { MinuteLink } from './MinuteLink.tsx';
import { elementId } from './place.ts';
import type { ConceptRecall } from './recall.ts';

export interface ConceptEntryProps {
  readonly concept: Concept;
  /** HTML; absent where the words lack it. */
  readonly gist: string | undefined;
  readonly source: Source;
  readonly language: Language;
  /** Undefined until it is read. */
  readonly recall: ConceptRecall | undefined;
  /** How many cards it has. */
  readonly cards: number;
  readonly sought: boolean;
  /** What its cards say. */
  readonly children: ReactNode;
}

/** One concept to read: the idea, where it is in the talk, what it stands beside, its cards. */
export function ConceptEntry(props: ConceptEntryProps) {
  const { concept, source, language, recall, cards, children } = props;
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
        <Recall recall={cards === 0 ? undefined : recall} />
      </div>
      <div className="concept__gist">
        <SafeHtml html={props.gist ?? ''} lang={language} />
      </div>
      {concept.at ? <MinuteLink source={source} at={concept.at} /> : null}
      <ConceptLinks label={decks.needs} concepts={concept.needs} language={language} />
      <ConceptLinks label={decks.near} concepts={concept.near} language={language} />
      <Standing cards={cards} recall={recall} />
      {cards > 0 ? children : null}
    </section>
  );
}

interface StandingProps {
  readonly cards: number;
  readonly recall: ConceptRecall | undefined;
}

/** Why a concept is not asked, where it is not. */
export function Standing({ cards, recall }: StandingProps) {
  const { decks } = useDecksMessages();
  if (cards === 0) return <p className="secondary">{decks.untested}</p>;
  return recall === 'none' ? <p className="secondary">{decks.allSuspended}</p> : null;
}

/** How well a concept is recalled, where something can be said. */
export function Recall({ recall }: { readonly recall: ConceptRecall | undefined }) {
  const { decks, common } = useDecksMessages();
  if (recall === undefined || recall === 'none') return null;
  if (recall === 'new') {
    return <RecallChip recall={undefined} text={decks.recall[0]} name={decks.recall[0]} />;
  }
  const percent = common.percent(recall);
  const step = decks.recall[recallStep(recall)];
  return <RecallChip recall={recall} text={percent} name={decks.recallName(step, percent)} />;
}
