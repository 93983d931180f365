import { useMemo } from 'react';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/deck.ts';
import { conceptsIn, type Scope } from '../domain/scope.ts';
import { CheckList, type CheckNode } from '../ui/CheckList.tsx';
import { useEnvironment } from './environment.ts';
import { LANG } from './looks.ts';
import { useScopeMessages } from './messages/useScopeMessages.ts';

export interface ScopeFieldProps {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
  /** Of the names. */
  readonly language: Language;
}

function nodesOf({ decks }: Catalogue, language: Language): CheckNode[] {
  return decks.map((deck) => ({
    id: deck.id,
    name: deck.title[language],
    parts: deck.chapters.map((chapter, i) => ({
      id: chapter.id,
      name: chapter.title[language],
      chapter: { place: i + 1, of: deck.chapters.length },
      parts: chapter.concepts
        .filter(({ untested }) => untested === undefined)
        .map(({ id, name }) => ({ id, name: name[language] })),
    })),
  }));
}

/** The scope of these concepts in the fewest names: a deck or a chapter of which all are chosen is one. */
function scopeOf(chosen: ReadonlySet<string>, catalogue: Catalogue): Scope {
  const isWhole = (scope: Scope) => {
    const concepts = conceptsIn(scope, catalogue);
    return concepts.length > 0 && concepts.every(({ id }) => chosen.has(id));
  };
  const isDeck = (id: string) => isWhole({ decks: [id] });
  const isChapter = (id: string) => isWhole({ chapters: [id] });
  const decks = catalogue.decks.filter(({ id }) => isDeck(id)).map(({ id }) => id);
  const rest = catalogue.decks.filter(({ id }) => !isDeck(id)).flatMap((deck) => deck.chapters);
  const chapters = rest.filter(({ id }) => isChapter(id)).map(({ id }) => id);
  const concepts = rest
    .filter(({ id }) => !isChapter(id))
    .flatMap((chapter) => chapter.concepts.map(({ id }) => id).filter((id) => chosen.has(id)));
  return {
    ...(decks.length > 0 ? { decks } : {}),
    ...(chapters.length > 0 ? { chapters } : {}),
    ...(concepts.length > 0 ? { concepts } : {}),
  };
}

/** Decks, chapters and concepts to choose from. */
export function ScopeField({ scope, onChange, language }: ScopeFieldProps) {
  const { catalogue } = useEnvironment();
  const words = useScopeMessages();
  const nodes = useMemo(() => nodesOf(catalogue, language), [catalogue, language]);
  const chosen = new Set(conceptsIn(scope, catalogue).map(({ id }) => id));
  return (
    <div lang={LANG[language]}>
      <CheckList
        label={words.label}
        nodes={nodes}
        chosen={chosen}
        onChange={(next) => onChange(scopeOf(next, catalogue))}
        countText={words.count}
        unfoldName={words.unfold}
      />
    </div>
  );
}
