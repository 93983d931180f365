/** A chapter as a text, and a concept on a page of its own. */
import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { ChapterScreen } from '../../src/app/decks/ChapterScreen.tsx';
import { ConceptScreen } from '../../src/app/concepts/ConceptScreen.tsx';
import { EnvironmentProvider, type Environment } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { hashRouting, routes } from '../../src/app/routes.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import type { Card, ChapterText, Concept, Deck, NoteKind } from '../../src/domain/deck.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const both = (words: string) => ({ zh: `${words}（中）`, en: words });

const concept = (id: string, chapter: string, over: Partial<Concept> = {}): Concept => ({
  id: `d/${id}`,
  chapterId: `d/${chapter}`,
  name: both(id),
  at: { seconds: 105, around: false },
  needs: [],
  near: [],
  ...over,
});

function card(note: string, part: string, kind: NoteKind, chapter: string): Card {
  const [conceptId = ''] = note.split('.');
  return {
    id: part === '' ? `d/${note}` : `d/${note}/${part}`,
    deckId: 'd',
    chapterId: `d/${chapter}`,
    conceptId: `d/${conceptId}`,
    noteId: `d/${note}`,
    kind,
  };
}

const CARDS: readonly Card[] = [
  card('cost.what', '', 'basic', 'one'),
  card('cost.fill', 'a', 'cloze', 'one'),
  card('cost.fill', 'b', 'cloze', 'one'),
  card('cost.name', 'there', 'reversed', 'one'),
  card('cost.name', 'back', 'reversed', 'one'),
  card('cost.parts', 'all', 'list', 'one'),
  card('cost.parts', 'x', 'list', 'one'),
  card('cost.steps', 'y', 'list', 'one'),
  card('cost.steps', 'z', 'list', 'one'),
  { ...card('price.versus', '', 'contrast', 'two'), against: 'd/cost' },
];

const DECK: Deck = {
  id: 'd',
  title: both('Deck'),
  about: both('About'),
  licence: 'CC BY 4.0',
  source: { title: both('A talk'), at: 'https://example.org/?t={seconds}' },
  version: '1',
  renames: {},
  chapters: [
    {
      id: 'd/one',
      title: both('Chapter one'),
      concepts: [
        concept('cost', 'one', { near: ['d/price'] }),
        concept('slip', 'one', { untested: 'a slip of the pen' }),
      ],
    },
    {
      id: 'd/two',
      title: both('Chapter two'),
      concepts: [concept('price', 'two', { needs: ['d/cost'] })],
    },
  ],
  cards: CARDS,
};

/** A deck that sets an idea of its own against one of the first deck's. */
const OTHER_DECK: Deck = {
  ...DECK,
  id: 'e',
  title: both('The other deck'),
  chapters: [
    {
      id: 'e/one',
      title: both('Its chapter'),
      concepts: [{ ...concept('toll', 'one'), id: 'e/toll', chapterId: 'e/one' }],
    },
  ],
  cards: [
    {
      id: 'e/toll.versus',
      deckId: 'e',
      chapterId: 'e/one',
      conceptId: 'e/toll',
      noteId: 'e/toll.versus',
      kind: 'contrast',
      against: 'd/cost',
    },
  ],
};

function wordsOf(chapter: string, discussion: ChapterText['discussion']): ChapterText {
  const side = (words: string) => ({
    ask: `Ask ${words}`,
    answer: `Answer ${words}`,
    why: `Why ${words}`,
    hash: 1,
  });
  const cards = [...CARDS, ...OTHER_DECK.cards];
  const own = cards.filter(({ chapterId }) => chapterId === chapter);
  const concepts = DECK.chapters.flatMap((one) => one.concepts);
  return {
    cards: Object.fromEntries(
      own.map(({ id }) => [id, { zh: side(`${id}（中）`), en: side(id), cite: 'Grove 1996' }]),
    ),
    gists: Object.fromEntries(concepts.map(({ id }) => [id, both(`Gist of ${id}`)])),
    discussion,
  };
}

const TEXTS: Readonly<Record<string, ChapterText>> = {
  'd/one': wordsOf('d/one', []),
  'e/one': wordsOf('e/one', []),
  'd/two': wordsOf('d/two', [
    {
      id: 'd/two.free',
      ask: both('Is it free?'),
      points: [both('Somebody pays.')],
      about: ['d/cost', 'd/price', 'd/slip'],
    },
  ]),
};

let store: Store;
let databases = 0;

async function open(path: string, missing: readonly string[] = []) {
  const catalogue = buildCatalogue([DECK, OTHER_DECK]);
  databases += 1;
  const mintDevice = () => 'a'.repeat(24);
  store = await openStore({ catalogue, mintDevice, name: `reading-${databases}` });
  const environment: Environment = {
    store,
    catalogue,
    clock: { now: () => Date.UTC(2026, 10, 24), offsetAt: () => 0 },
    loadChapterText: (id) => {
      const text = missing.includes(id) ? undefined : TEXTS[id];
      return text ? Promise.resolve(text) : Promise.reject(new Error(id));
    },
    readToday: () => Promise.reject(new Error('Nobody studies here')),
    prepare: () => Promise.reject(new Error('Nobody plans here')),
    openStatistics: () => {
      throw new Error('not asked here');
    },
    startKnowing: () => Promise.reject(new Error('Nobody asks here')),
    mintId: () => 'b'.repeat(24),
    appVersion: 'test',
  };
  window.location.hash = path;
  render(
    <Router {...hashRouting}>
      <EnvironmentProvider value={environment}>
        <Switch>
          <Route path={routes.chapter} component={ChapterScreen} />
          <Route path={routes.concept} component={ConceptScreen} />
        </Switch>
      </EnvironmentProvider>
    </Router>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

const facts = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((item) => /Answer [de]\/(\S+?)Why/.exec(item.textContent ?? '')?.[1]);

describe('a chapter as a text', () => {
  it('says what the cards say, once per note, with nothing folded', async () => {
    await open('/decks/d/one?as=text');
    const list = await screen.findByRole('list', { name: 'Cards of cost' });
    expect(facts(list)).toEqual([
      'cost.what',
      'cost.fill/a',
      'cost.name/there',
      'cost.parts/all',
      'cost.steps/y',
      'cost.steps/z',
    ]);
    expect(within(list).getByText('Ask d/cost.what')).toBeVisible();
    expect(within(list).queryByText('Ask d/cost.fill/a')).toBeNull();
    expect(within(list).getAllByText('Source: Grove 1996').length).toBe(6);
  });

  it('is a way from the cards and back', async () => {
    const user = await open('/decks/d/one');
    await user.click(await screen.findByRole('link', { name: 'Read as text' }));
    expect(window.location.hash).toBe('#/decks/d/one?as=text');
    await user.click(await screen.findByRole('link', { name: 'Back to the cards' }));
    expect(await screen.findByRole('button', { name: 'Show all answers' })).toBeVisible();
  });

  it('has the points of its questions unfolded, and goes on to the next chapter as a text', async () => {
    await open('/decks/d/two?as=text');
    expect(await screen.findByText('Somebody pays.')).toBeVisible();
    const others = screen.getByRole('navigation', { name: 'Other chapters' });
    expect(within(others).getByRole('link', { name: 'Chapter one' })).toHaveAttribute(
      'href',
      '#/decks/d/one?as=text',
    );
  });

  it('can be printed', async () => {
    window.print = vi.fn();
    const user = await open('/decks/d/one?as=text');
    await user.click(await screen.findByRole('button', { name: 'Print' }));
    expect(window.print).toHaveBeenCalledOnce();
  });
});

describe('a concept on its page', () => {
  it('has its gist, its minute, its neighbours and its cards, and the focus on its name', async () => {
    await open('/concepts/d/cost');
    expect(screen.getByRole('heading', { level: 1, name: 'cost' })).toHaveFocus();
    expect(await screen.findByText('Gist of d/cost')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Talk, from 1:45' })).toBeVisible();
    const near = screen.getByRole('list', { name: 'Easily confused' });
    expect(within(near).getByRole('link', { name: 'price' })).toHaveAttribute(
      'href',
      '#/concepts/d/price',
    );
    expect(screen.getByRole('link', { name: 'Chapter one' })).toHaveAttribute(
      'href',
      '#/decks/d/one?at=d%2Fcost',
    );
    const cards = screen.getByRole('list', { name: 'Cards of cost' });
    expect(within(cards).getByText('Ask d/cost.what')).toBeVisible();
  });

  it('shows a contrast that belongs to the other concept, and questions of other chapters', async () => {
    await open('/concepts/d/cost');
    const list = await screen.findByRole('list', { name: 'In words' });
    await waitFor(() => expect(facts(list)).toContain('price.versus'));
    expect(screen.getByText('Is it free?')).toBeVisible();
  });

  it('shows a contrast that another deck sets against it', async () => {
    await open('/concepts/d/cost');
    const list = await screen.findByRole('list', { name: 'In words' });
    await waitFor(() => expect(facts(list)).toContain('toll.versus'));
  });

  it('does without the other chapters that do not load', async () => {
    await open('/concepts/d/cost', ['d/two']);
    const list = await screen.findByRole('list', { name: 'In words' });
    await waitFor(() => expect(facts(list)).toContain('toll.versus'));
    expect(facts(list)).not.toContain('price.versus');
    expect(screen.queryByText('Is it free?')).toBeNull();
  });

  it('says so when its own words do not load, and tries again', async () => {
    const missing = ['d/one', 'd/two'];
    const user = await open('/concepts/d/cost', missing);
    const again = await screen.findByRole('button', { name: 'Try again' });
    missing.length = 0;
    await user.click(again);
    expect(await screen.findByText('Gist of d/cost')).toBeVisible();
    expect(await screen.findByText('Is it free?')).toBeVisible();
  });

  it('tells an idea that is read and never asked from one that is', async () => {
    await open('/concepts/d/slip');
    expect(await screen.findByText('To read, not asked.')).toBeVisible();
    expect(screen.queryByRole('list', { name: 'In words' })).toBeNull();
    expect(await screen.findByText('Is it free?')).toBeVisible();
  });

  it('turns to the other language', async () => {
    const user = await open('/concepts/d/cost');
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: '中文' }));
    expect(screen.getByRole('heading', { level: 1, name: 'cost（中）' })).toBeVisible();
    expect(await screen.findByText('Gist of d/cost（中）')).toBeVisible();
    // The page's own words stay in the language of the interface, and each says which it is in.
    const back = screen.getByRole('link', { name: 'Chapter one（中）' });
    expect(back.closest('[lang]')).toHaveAttribute('lang', 'zh-Hans');
    const [source] = screen.getAllByText('Source: Grove 1996');
    expect(source?.closest('[lang]')?.getAttribute('lang') ?? 'en').toBe('en');
  });

  it('says so when the address leads nowhere', async () => {
    await open('/concepts/d/nothing');
    expect(screen.getByRole('heading', { level: 1, name: 'No such concept' })).toBeVisible();
  });
});
