import { Fragment } from 'react';
import type { Language } from '../../domain/deck.ts';
import { useEnvironment } from '../environment.ts';
import { LANG } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { conceptHref } from '../routes.ts';

export interface ConceptLinksProps {
  /** What these concepts are to what stands above; ends as a text does before the first name. */
  readonly label: string;
  /** Ids; those of decks that are not at hand are left out. */
  readonly concepts: readonly string[];
  readonly language: Language;
}

/** Other concepts by name, each a way to its place. */
export function ConceptLinks({ label, concepts, language }: ConceptLinksProps) {
  const { decks } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const known = concepts.flatMap((id) => catalogue.concept.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <p className="concept__links secondary">
      {label}
      {known.map((concept, i) => (
        <Fragment key={concept.id}>
          {i > 0 ? decks.separator : null}
          <a href={conceptHref(concept.id)} lang={LANG[language]}>
            {concept.name[language]}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
