import { useState } from 'react';
import type { Language } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { List } from '../../ui/List.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { FoundRow } from './FoundRow.tsx';
import type { Entry, Found } from './searchIndex.ts';

export interface ResultsProps {
  readonly query: string;
  readonly found: Found;
  /** Of the words shown. */
  readonly language: Language;
  readonly onAsk: (query: string) => void;
}

/** What was found, concepts first; or that nothing was, and what to try. */
export function Results({ query, found, language, onAsk }: ResultsProps) {
  const { decks } = useDecksMessages();
  const { concepts, cards, marks, suggestion } = found;
  const none = concepts.length + cards.length === 0;
  const sentence = none ? decks.nothing(query) : decks.found(concepts.length, cards.length);
  return (
    <>
      <LiveRegion message={sentence} />
      {none ? (
        <p className="found__none">
          {sentence}
          {suggestion === undefined ? null : (
            <Button variant="quiet" size="small" onClick={() => onAsk(suggestion)}>
              {decks.tryInstead(suggestion)}
            </Button>
          )}
        </p>
      ) : null}
      <Group title={decks.concepts} entries={concepts} marks={marks} language={language} />
      <Group title={decks.cards} entries={cards} marks={marks} language={language} />
    </>
  );
}

/** As many as are looked through at a glance. */
const FIRST = 20;

interface GroupProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly marks: readonly string[];
  readonly language: Language;
}

function Group({ title, entries, marks, language }: GroupProps) {
  const { decks } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <Section title={title} aside={entries.length}>
      <List label={title}>
        {shown.map((entry) => (
          <FoundRow
            key={entry.id}
            entry={entry}
            marks={marks}
            language={language}
            catalogue={catalogue}
          />
        ))}
      </List>
      {shown.length < entries.length ? (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {decks.showOthers(entries.length - shown.length)}
        </Button>
      ) : null}
    </Section>
  );
}
