import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Deck } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { IconDown } from '../../ui/Icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RecallStep } from '../../ui/RecallChip.tsx';
import { RecallSteps } from '../../ui/RecallSteps.tsx';
import { Words } from '../../ui/Words.tsx';
import '../../ui/SelectField.css';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Page } from '../Page.tsx';
import { hrefOf, routes } from '../routes.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { DatePart, findingOf } from './DatePart.tsx';
import { createKnowing, type ConceptsKnowing, type Shown } from './knowing.ts';
import { ListPart } from './ListPart.tsx';
import { MapPart } from './MapPart.tsx';
import { MendPart, toMend } from './MendPart.tsx';
import { ALL, averageOf, rowsOf, type Filter, type Row } from './rows.ts';
import './concepts.css';

/** Every concept and how well it is known: now, on a past day, on a coming one. */
export function ConceptsScreen() {
  const { concepts: words, common } = useConceptsMessages();
  const environment = useEnvironment();
  const { catalogue } = environment;
  const [knowing] = useState(() => createKnowing(environment));
  const { deckId, isBegun, shown, trouble } = useStore(knowing.state);
  const deck = catalogue.deck.get(deckId);
  useEffect(() => knowing.watch(), [knowing]);
  return (
    <Page title={words.title}>
      <div className="concepts">
        {trouble === null ? null : trouble === 'broken' ? (
          <Broken onAgain={knowing.again} />
        ) : (
          <Trouble trouble={trouble} onAgain={knowing.again} />
        )}
        {isBegun === false ? (
          <>
            <h1>{words.title}</h1>
            <p className="concepts__empty">{words.empty}</p>
            <Button size="small" href={hrefOf(routes.today)}>
              {words.begin}
            </Button>
          </>
        ) : shown && deck ? (
          <Known key={deckId} knowing={knowing} shown={shown} deck={deck} />
        ) : (
          <>
            <h1>{words.title}</h1>
            {trouble === null ? <p className="decks__wait secondary">{common.opening}</p> : null}
          </>
        )}
      </div>
    </Page>
  );
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { concepts: words, trouble } = useConceptsMessages();
  return (
    <Notice
      title={words.broken}
      actions={
        <Button size="small" onClick={onAgain}>
          {trouble.again}
        </Button>
      }
    >
      {words.brokenNote}
    </Notice>
  );
}

/** The weakest prerequisite, or else the weakest of all: what the map shows at first. */
function firstSelected(rows: readonly Row[], mend: string | undefined): string | null {
  if (mend !== undefined) return mend;
  const begun = rows.filter(({ recall }) => recall !== undefined);
  const [weakest] = begun.toSorted((a, b) => (a.recall ?? 0) - (b.recall ?? 0));
  return weakest?.concept.id ?? null;
}

const STEPS: readonly RecallStep[] = [5, 4, 3, 2, 1, 0];

interface KnownProps {
  readonly knowing: ConceptsKnowing;
  readonly shown: Shown;
  readonly deck: Deck;
}

function Known({ knowing, shown, deck }: KnownProps) {
  const { concepts: words, common } = useConceptsMessages();
  const { decks: deckWords } = useDecksMessages();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { today, day } = useStore(knowing.state);
  const rows = useMemo(() => rowsOf(deck, catalogue, shown.recallOf), [deck, catalogue, shown]);
  const [filter, setFilter] = useState<Filter>(ALL);
  const [view, setView] = useState<'map' | 'list'>('map');
  const [selected, setSelected] = useState(() =>
    firstSelected(rows, toMend(rows, catalogue)[0]?.concept),
  );
  const { studied, mean } = averageOf(rows);
  const { lead, hasShare } = findingOf(shown, today, studied, words);
  const share = hasShare ? common.percent(mean) : '';
  const finding = hasShare ? `${lead}${share}${words.findingEnd}` : lead;
  const current = useMemo(() => ({ rows, finding }), [rows, finding]);
  const calm = useDeferredValue(current);
  const countOf = (step: RecallStep) => rows.filter((row) => row.step === step).length;
  return (
    <>
      <div className="concepts__head">
        <div className="concepts__title">
          <h1>{words.title}</h1>
          <div className="concepts__view">
            <Choice
              label={words.view}
              labelHidden
              options={[
                { value: 'map' as const, label: words.map },
                { value: 'list' as const, label: words.list },
              ]}
              value={view}
              onChange={setView}
            />
          </div>
          {catalogue.decks.length > 1 ? (
            <label className="concepts__deck">
              <span className="visually-hidden">{words.deck}</span>
              <span className="select-field">
                <select
                  className="input select-field__input"
                  value={deck.id}
                  onChange={(event) => knowing.choose({ deckId: event.target.value })}
                >
                  {catalogue.decks.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title[language]}
                    </option>
                  ))}
                </select>
                <IconDown />
              </span>
            </label>
          ) : null}
          <p className="concepts__finding">
            <Words lang={language}>{lead}</Words>
            {hasShare ? (
              <>
                <b className="model nowrap">{share}</b>
                {words.findingEnd}
              </>
            ) : null}
          </p>
        </div>
        <div className="concepts__controls">
          <DatePart knowing={knowing} mean={hasShare ? mean : null} />
          <RecallSteps
            label={words.steps}
            steps={STEPS.map((step) => ({
              step,
              count: countOf(step),
              name: deckWords.recall[step],
              range: words.ranges[step],
              fullName: words.stepName(deckWords.recall[step], words.ranges[step], countOf(step)),
            }))}
            chosen={filter.step}
            onChoose={(step) => setFilter({ ...filter, step })}
          />
        </div>
      </div>
      <Body
        deck={deck}
        rows={calm.rows}
        finding={calm.finding}
        filter={filter}
        onFilter={setFilter}
        view={view}
        selected={selected}
        onSelect={setSelected}
        isAhead={day > today}
      />
    </>
  );
}

interface BodyProps {
  readonly deck: Deck;
  readonly rows: readonly Row[];
  readonly finding: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly view: 'map' | 'list';
  readonly selected: string | null;
  readonly onSelect: (concept: string) => void;
  /** Whether the date shown is yet to come. */
  readonly isAhead: boolean;
}

/** The map and the list: drawn in stretches, so that the slider never waits for them. */
const Body = memo(function Body(props: BodyProps) {
  const { deck, rows, finding, filter, onFilter, view, selected, onSelect, isAhead } = props;
  const { concepts: words } = useConceptsMessages();
  const { catalogue } = useEnvironment();
  return (
    <div className={`concepts__body concepts__body--${view}`}>
      <div className="concepts__map">
        <MapPart
          deck={deck}
          rows={rows}
          filter={filter}
          finding={finding}
          selected={selected}
          onSelect={onSelect}
        />
        {isAhead ? <p className="caption">{words.wayNote}</p> : null}
        <MendPart rows={rows} catalogue={catalogue} />
      </div>
      <div className="concepts__list">
        <ListPart deck={deck} rows={rows} filter={filter} onFilter={onFilter} />
      </div>
    </div>
  );
});
