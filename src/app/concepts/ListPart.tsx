import { useState } from 'react';
import type { Deck } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useLooks } from '../looks.ts';
import { conceptHref } from '../routes.ts';
import { Recall } from '../shared/Standing.tsx';
import { fits, ordered, ORDERS, type Filter, type Order, type Row } from './rows.ts';

/** Rows shown before the rest is asked for. */
const SHOWN = 12;

export interface ListPartProps {
  readonly deck: Deck;
  readonly rows: readonly Row[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Every concept with what is known of it: the map in words. */
export function ListPart({ deck, rows, filter, onFilter }: ListPartProps) {
  const { concepts: words } = useConceptsMessages();
  const language = useLooks((looks) => looks.language);
  const [order, setOrder] = useState<Order>('recall');
  const [isWhole, setWhole] = useState(false);
  const fitting = ordered(
    rows.filter((row) => fits(row, filter)),
    order,
    language,
  );
  const shown = isWhole ? fitting : fitting.slice(0, SHOWN);
  return (
    <Section title={words.titles[order]} aside={words.shown(fitting.length, rows.length)}>
      <SearchField
        label={words.find}
        placeholder={words.find}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        clearLabel={words.clear}
      />
      <div className="concepts__choices">
        <SelectField<Order>
          label={words.order}
          options={ORDERS.map((value) => ({ value, label: words.orders[value] }))}
          value={order}
          onChange={setOrder}
        />
        <SelectField
          label={words.chapter}
          options={[
            { value: '', label: words.allChapters },
            ...deck.chapters.map(({ id, title }) => ({ value: id, label: title[language] })),
          ]}
          value={filter.chapter ?? ''}
          onChange={(chapter) => onFilter({ ...filter, chapter: chapter === '' ? null : chapter })}
        />
      </div>
      {fitting.length === 0 ? (
        <p className="secondary">{words.none}</p>
      ) : (
        <List label={words.titles[order]}>
          {shown.map((row) => (
            <ConceptRow key={row.concept.id} row={row} deck={deck} />
          ))}
        </List>
      )}
      {shown.length < fitting.length ? (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {words.showAll(fitting.length)}
        </Button>
      ) : null}
      <Untested deck={deck} />
    </Section>
  );
}

function ConceptRow({ row, deck }: { readonly row: Row; readonly deck: Deck }) {
  const { concepts: words } = useConceptsMessages();
  const language = useLooks((looks) => looks.language);
  const { concept, known, chapter } = row;
  const { cards, begun, suspended, weakest } = known;
  return (
    <ListRow
      href={conceptHref(concept.id)}
      lead={<Recall known={known} />}
      note={
        <span className="concepts__note">
          {cards === 0
            ? words.allSuspended(suspended)
            : words.joined([
                words.standing(begun, cards, suspended),
                weakest && begun > 1 ? words.weakestCard(weakest.recall) : '',
              ])}
          <ChapterTick
            name={deck.chapters[chapter]?.title[language] ?? ''}
            place={chapter + 1}
            of={deck.chapters.length}
          />
        </span>
      }
    >
      {concept.name[language]}
    </ListRow>
  );
}

/** What is read and never asked stands apart. */
function Untested({ deck }: { readonly deck: Deck }) {
  const { concepts: words } = useConceptsMessages();
  const language = useLooks((looks) => looks.language);
  const untested = deck.chapters.flatMap(({ concepts }) =>
    concepts.filter((concept) => concept.untested !== undefined),
  );
  if (untested.length === 0) return null;
  return (
    <div className="concepts__untested">
      <h3>{words.untested}</h3>
      <p className="secondary">{words.untestedHint}</p>
      <List label={words.untested}>
        {untested.map(({ id, name }) => (
          <ListRow key={id} href={conceptHref(id)}>
            {name[language]}
          </ListRow>
        ))}
      </List>
    </div>
  );
}
