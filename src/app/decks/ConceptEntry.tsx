import type { ReactNode } from 'react';
import type { Concept, Language, Source } from '../../domain/deck.ts';
import { RecallChip, recallStep } from '../../ui/RecallChip.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
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
  readonly sought: boolean;
  /** Its cards, as list items. */
  readonly children: readonly ReactNode[];
}

/** One concept to read: the idea, where it is in the talk, what it stands beside, its cards. */
export function ConceptEntry(props: ConceptEntryProps) {
  const { concept, source, language, recall, children } = props;
  const { decks } = useDecksMessages();
  const heading = elementId(concept.id);
  return (
    <section
      className={`concept${props.sought ? ' concept--sought' : ''}`}
      aria-labelledby={heading}
    >
      <div className="concept__head">
        <h2 id={heading} tabIndex={-1} lang={LANG[language]}>
          {concept.name[language]}
        </h2>
        <Recall recall={children.length === 0 ? undefined : recall} />
      </div>
      <div className="concept__gist">
        <SafeHtml html={props.gist ?? ''} lang={language} />
      </div>
      {concept.at ? <MinuteLink source={source} at={concept.at} /> : null}
      <ConceptLinks label={decks.needs} concepts={concept.needs} language={language} />
      <ConceptLinks label={decks.near} concepts={concept.near} language={language} />
      {children.length === 0 ? <p className="secondary">{decks.untested}</p> : null}
      {children.length > 0 && recall === 'none' ? (
        <p className="secondary">{decks.allSuspended}</p>
      ) : null}
      {children.length > 0 ? (
        <ul className="concept__cards" aria-label={decks.cardsOf(concept.name[language])}>
          {children}
        </ul>
      ) : null}
    </section>
  );
}

function Recall({ recall }: { readonly recall: ConceptRecall | undefined }) {
  const { decks, common } = useDecksMessages();
  if (recall === undefined || recall === 'none') return null;
  if (recall === 'new') {
    return <RecallChip recall={undefined} text={decks.recall[0]} name={decks.recall[0]} />;
  }
  const percent = common.percent(recall);
  const step = decks.recall[recallStep(recall)];
  return <RecallChip recall={recall} text={percent} name={decks.recallName(step, percent)} />;
}
