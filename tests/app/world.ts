/** A small world to run screens in: a tiny deck, a real store on fake-indexeddb, a clock to move. */
import 'fake-indexeddb/auto';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import type {
  Card,
  CardText,
  ChapterText,
  Deck,
  NoteKind,
  OpenQuestion,
} from '../../src/domain/deck.ts';
import { prepare } from '../../src/domain/preparation.ts';
import { cardListOf, chosenCards } from '../../src/domain/statistics/question.ts';
import { statisticsOf, studyOf } from '../../src/domain/statistics/statistics.ts';
import { readAnswers } from '../../src/store/statistics.ts';
import type { OpenStatistics } from '../../src/workers/statistics.ts';
import { goOn } from '../../src/domain/retention/ahead.ts';
import { pastRecalls } from '../../src/domain/retention/past.ts';
import type { Columns } from '../../src/domain/replayColumns.ts';
import { readLogColumns } from '../../src/store/logColumns.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Knowing } from '../../src/workers/knowledge.ts';
import { createDayReader } from '../../src/app/dayReader.ts';
import type { Environment } from '../../src/app/environment.ts';

const DECK = 'tiny';
const CHAPTER = `${DECK}/one`;
const both = (words: string) => ({ zh: `${words}（中）`, en: words });

interface TinyNote {
  readonly note: string;
  readonly concept: string;
  readonly kind?: NoteKind;
  readonly parts?: readonly string[];
  /** Of a contrast: the other concept. */
  readonly against?: string;
}

export const TINY_NOTES: readonly TinyNote[] = [
  { note: 'alpha.what', concept: 'alpha' },
  { note: 'alpha.why', concept: 'alpha' },
  { note: 'beta.pick', concept: 'beta', kind: 'choice' },
  { note: 'gamma.fill', concept: 'gamma', kind: 'cloze', parts: ['a', 'b'] },
  { note: 'delta.what', concept: 'delta' },
  { note: 'epsilon.what', concept: 'epsilon' },
];

function cardsOf(notes: readonly TinyNote[]): Card[] {
  return notes.flatMap(({ note, concept, kind = 'basic', parts = [''], against }) =>
    parts.map((part) => ({
      id: `${DECK}/${note}${part === '' ? '' : `/${part}`}`,
      deckId: DECK,
      chapterId: CHAPTER,
      conceptId: `${DECK}/${concept}`,
      noteId: `${DECK}/${note}`,
      kind,
      ...(against === undefined ? {} : { against: `${DECK}/${against}` }),
    })),
  );
}

function textOf(card: Card, language: 'zh' | 'en'): CardText {
  const words = both(`Question of ${card.id}`)[language];
  return {
    ask: words,
    answer: both(`Answer of ${card.id}`)[language],
    why: both(`Because of ${card.id}`)[language],
    hash: card.id.length,
    ...(card.kind === 'choice'
      ? { options: ['the right one', 'a wrong one', 'another wrong one'] }
      : {}),
    ...(card.kind === 'cloze' ? { typed: 'hidden words' } : {}),
    ...(card.kind === 'list' ? { items: ['first', 'second', 'third'] } : {}),
  };
}

export function tinyDeck(notes: readonly TinyNote[] = TINY_NOTES): Deck {
  const concepts = [...new Set(notes.map(({ concept }) => concept))];
  return {
    id: DECK,
    title: both('Tiny'),
    about: both('A deck for tests'),
    licence: 'CC BY 4.0',
    source: { title: both('A talk'), at: 'https://example.org/?t={seconds}' },
    version: '1',
    chapters: [
      {
        id: CHAPTER,
        title: both('Chapter one'),
        concepts: concepts.map((concept) => ({
          id: `${DECK}/${concept}`,
          chapterId: CHAPTER,
          name: both(concept),
          at: { seconds: 105, around: false },
          needs: [],
          near: [],
        })),
      },
    ],
    cards: cardsOf(notes),
    renames: {},
  };
}

/** The statistics without a worker: each question reads the log anew. */
export const openStatistics: OpenStatistics = (store) => ({
  figures: async ({ scope, kinds, ...others }, onPart, signal) => {
    const study = studyOf(await readAnswers(store), cardListOf(store.catalogue));
    signal.throwIfAborted();
    const chosen = chosenCards({ scope, kinds }, store.catalogue);
    return statisticsOf(study, { ...others, chosen }, store.model, onPart);
  },
  close: () => {},
});

/** What the worker does, on the page. */
export function knowingIn(store: Store): Knowing {
  let columns: Columns | null = null;
  return {
    read: async () => {
      columns = await readLogColumns(store);
    },
    past: (cards, day) => {
      if (!columns) return Promise.reject(new Error('no log was read'));
      return Promise.resolve(pastRecalls(columns, store.model, cards, day));
    },
    goOn: (standing, cards, days) => Promise.resolve([...goOn(standing, cards, days)]),
    end: () => {},
  };
}

export interface World {
  readonly environment: Environment;
  /** ms; may be set. */
  now: number;
}

let worlds = 0;

/** 24 November 2026, 09:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 10, 24, 1);

export async function aWorld(
  deck: Deck = tinyDeck(),
  name = `world ${(worlds += 1)}`,
  open: readonly OpenQuestion[] = [],
): Promise<World> {
  const catalogue = buildCatalogue([deck]);
  let devices = 0;
  const mintDevice = () => `${name.replaceAll(/\W/g, '')}${(devices += 1)}`.padEnd(24, '0');
  const store = await openStore({ catalogue, mintDevice, name });
  const texts: ChapterText = {
    cards: Object.fromEntries(
      deck.cards.map((card) => [card.id, { zh: textOf(card, 'zh'), en: textOf(card, 'en') }]),
    ),
    gists: {},
    discussion: open,
  };
  const world = { now: MORNING };
  const clock = { now: () => world.now, offsetAt: () => 480 };
  const environment: Environment = {
    store,
    clock,
    catalogue,
    readToday: createDayReader(store, clock),
    loadChapterText: () => Promise.resolve(texts),
    prepare: (discussion, date, known, found, onFirst) =>
      Promise.resolve(prepare(discussion, date, known, found, onFirst)),
    openStatistics,
    startKnowing: () => Promise.resolve(knowingIn(store)),
    mintId: () => `id${(devices += 1)}`.padEnd(24, '0'),
    appVersion: 'test',
  };
  return Object.assign(world, { environment });
}
