import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Page } from '../Page.tsx';
import { DeckShelf } from './DeckShelf.tsx';
import { finderOf } from './finder.ts';
import { createProgress } from '../shared/progress.ts';
import { Results } from './Results.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import '../shared/reading.css';
import './decks.css';

/** All decks, and above them the way to find a concept or a card in them. */
export function DecksScreen() {
  const { decks, trouble: words } = useDecksMessages();
  const environment = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const [progress] = useState(() => createProgress(environment));
  const { states, trouble } = useStore(progress.state);
  const finder = finderOf(environment);
  const { query, index, incomplete } = useStore(finder.state);
  const asked = useDeferredValue(query.trim());
  const found = useMemo(() => (index && asked !== '' ? index.find(asked) : null), [index, asked]);
  useEffect(() => progress.watch(), [progress]);
  const finding = useArrows(() => void finder.prepare());

  return (
    <Page title={decks.title} narrow>
      <div className="decks">
        <h1>{decks.title}</h1>
        <div ref={finding}>
          <SearchField
            label={decks.find}
            placeholder={decks.findHint}
            value={query}
            onChange={(text) => {
              finder.ask(text);
              void finder.prepare();
            }}
            clearLabel={decks.clear}
          />
          {query !== '' && incomplete ? (
            <Notice
              title={decks.incomplete}
              actions={
                <Button size="small" onClick={() => void finder.prepare()}>
                  {words.again}
                </Button>
              }
            >
              {decks.incompleteNote}
            </Notice>
          ) : null}
          {query.trim() !== '' && !index && !incomplete ? (
            <p className="decks__wait secondary">{decks.reading}</p>
          ) : null}
          {query.trim() !== '' && found ? (
            <Results query={asked} found={found} language={language} onAsk={finder.ask} />
          ) : null}
        </div>
        {query.trim() === '' ? (
          <>
            {trouble ? <Trouble trouble={trouble} onAgain={() => void progress.read()} /> : null}
            {environment.catalogue.decks.length === 0 ? <p>{decks.none}</p> : null}
            {environment.catalogue.decks.map((deck) => (
              <DeckShelf key={deck.id} deck={deck} language={language} states={states} />
            ))}
          </>
        ) : null}
      </div>
    </Page>
  );
}

/** Arrows go from the field through what was found and back; the words are read once it has focus. */
function useArrows(onFocus: () => void) {
  const element = useRef<HTMLDivElement>(null);
  const focused = useEffectEvent(onFocus);
  useEffect(() => {
    const root = element.current;
    const begin = () => focused();
    const move = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!root || step === undefined || event.isComposing) return;
      const stops = [...root.querySelectorAll<HTMLElement>('input, .found__none button, .list a')];
      const now = stops.indexOf(event.target as HTMLElement);
      const next = stops[now + step];
      if (now < 0 || !next) return;
      event.preventDefault();
      next.focus();
    };
    root?.addEventListener('focusin', begin);
    root?.addEventListener('keydown', move);
    return () => {
      root?.removeEventListener('focusin', begin);
      root?.removeEventListener('keydown', move);
    };
  }, []);
  return element;
}
