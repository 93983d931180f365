import 'fake-indexeddb/auto';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { ChapterScreen } from '../../src/app/decks/ChapterScreen.tsx';
import { DecksScreen } from '../../src/app/decks/DecksScreen.tsx';
import { EnvironmentProvider, type Environment } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { hashRouting, routes } from '../../src/app/routes.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import { studyDayFromDate } from '../../src/domain/day.ts';
import type { Card, ChapterText, Concept, Deck } from '../../src/domain/deck.ts';
import type { Draft } from '../../src/domain/event.ts';
import { append } from '../../src/store/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/errors.ts';

const TODAY = studyDayFromDate(2026, 11, 24);
const NOW = Date.UTC(2026, 10, 24, 12);

const concept = (
  id: string,
  chapter: string,
  zh: string,
  en: string,
  more: Partial<Concept> = {},
): Concept => ({
  id: `d/${id}`,
  chapterId: `d/${chapter}`,
  name: { zh, en },
  needs: [],
  near: [],
  ...more,
});

const card = (id: string, chapter: string, conceptId: string): Card => ({
  id: `d/${id}`,
  deckId: 'd',
  chapterId: `d/${chapter}`,
  conceptId: `d/${conceptId}`,
  noteId: `d/${id}`,
  kind: 'basic',
});

const DECK: Deck = {
  id: 'd',
  title: { zh: '新范式', en: 'The new paradigm' },
  about: { zh: '一场演讲。', en: 'Cards for one talk.' },
  licence: 'CC BY 4.0',
  source: {
    title: { zh: '演讲', en: 'A talk' },
    speaker: { zh: '陆奇', en: 'Lu Qi' },
    year: 2023,
    video: 'https://example.org/talk',
    at: 'https://example.org/talk?t={seconds}',
    slides: 'https://example.org/slides',
  },
  version: '1',
  renames: { 'd/old': 'd/turn' },
  chapters: [
    {
      id: 'd/one',
      title: { zh: '新拐点', en: 'The turning point' },
      at: { seconds: 105, around: false },
      concepts: [
        concept('turning', 'one', '拐点', 'Inflection point', {
          at: { seconds: 105, around: false },
          near: ['d/cost'],
        }),
        concept('aside', 'one', '题外', 'Aside', { untested: 'only an aside' }),
      ],
    },
    {
      id: 'd/two',
      title: { zh: '开发堆栈', en: 'The stack' },
      at: { seconds: 4325, around: true },
      concepts: [
        concept('cost', 'two', '边际成本', 'Marginal cost', {
          at: { seconds: 4325, around: true },
          needs: ['d/turning', 'elsewhere/idea'],
        }),
      ],
    },
  ],
  cards: [
    card('turn', 'one', 'turning'),
    card('when', 'one', 'turning'),
    card('cost', 'two', 'cost'),
  ],
};

const text = (ask: string, answer: string, why = '') => ({ ask, answer, why, hash: 0 });
const TEXTS: Readonly<Record<string, ChapterText>> = {
  'd/one': {
    cards: {
      'd/turn': {
        zh: text('什么是<wbr>拐点？', '成本转变的时刻。', '因为如此。'),
        en: text('What is an inflection point?', 'When the cost turns.', 'Because it is.'),
        cite: 'Grove 1996',
      },
      'd/when': {
        zh: { ...text('哪一年？', '2023年'), options: ['2023年', '1995年'] },
        en: { ...text('Which year?', 'In 2023'), options: ['In 2023', 'In 1995'] },
      },
    },
    gists: {
      'd/turning': { zh: '拐点的<wbr>大意。', en: 'The gist of Inflection point.' },
      'd/aside': { zh: '题外的大意。', en: 'The gist of Aside.' },
    },
    discussion: [
      {
        id: 'd/talk',
        ask: { zh: '拐点到了吗？', en: 'Has the point come?' },
        points: [{ zh: '看成本。', en: 'Look at the cost.' }],
        about: ['d/turning'],
      },
    ],
  },
  'd/two': {
    cards: {
      'd/cost': {
        zh: text('什么是边际成本？', '多一次的钱。'),
        en: text('What is marginal cost?', 'The cost of one more.'),
      },
    },
    gists: { 'd/cost': { zh: '边际成本的大意。', en: 'The gist of Marginal cost.' } },
    discussion: [],
  },
};

const scrollIntoView = vi.fn();
let store: Store;
let databases = 0;

async function open(
  path: string,
  loadChapterText?: Environment['loadChapterText'],
  decks: readonly Deck[] = [DECK],
) {
  const catalogue = buildCatalogue(decks);
  databases += 1;
  store = await openStore({
    catalogue,
    mintDevice: () => 'a'.repeat(24),
    name: `decks-${databases}`,
  });
  const environment: Environment = {
    store,
    catalogue,
    clock: { now: () => NOW, offsetAt: () => 0 },
    loadChapterText:
      loadChapterText ??
      ((id) => (TEXTS[id] ? Promise.resolve(TEXTS[id]) : Promise.reject(new Error(id)))),
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
  const show = () =>
    render(
      <Router {...hashRouting}>
        <EnvironmentProvider value={environment}>
          <Switch>
            <Route path={routes.decks} component={DecksScreen} />
            <Route path={routes.chapter} component={ChapterScreen} />
          </Switch>
        </EnvironmentProvider>
      </Router>,
    );
  return { user: userEvent.setup(), show };
}

const moment = { at: NOW, offset: 0, day: TODAY };
const learnt = (id: string, days: number): Draft => ({
  ...moment,
  type: 'reviewed',
  card: id,
  rating: 'easy',
  ms: 1000,
  mode: 'review',
  how: 'self',
  language: 'en',
  text: 0,
  weights: 'fsrs-6',
  grant: { phase: 'review', step: 0, dueDay: TODAY + days },
});

const row = (name: RegExp) => {
  const found = screen.getByText(name).closest('li');
  if (!found) throw new Error(`no row of ${String(name)}`);
  return found;
};

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  Element.prototype.scrollIntoView = scrollIntoView.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

describe('the decks', () => {
  it('say what they are and where they come from', async () => {
    const { show } = await open('/decks');
    show();
    expect(screen.getByRole('heading', { name: 'The new paradigm' })).toBeVisible();
    expect(screen.getByText('Cards for one talk.')).toBeVisible();
    expect(screen.getByText('Lu Qi, 2023')).toBeVisible();
    const video = screen.getByRole('link', { name: 'Video of the talk' });
    expect(video).toHaveAttribute('href', 'https://example.org/talk');
    expect(video).toHaveAttribute('target', '_blank');
    expect(video.getAttribute('rel')).toContain('noopener');
    expect(screen.getByRole('link', { name: 'Slides' })).toBeVisible();
  });

  it('ask of each, where there are several, whether its new cards are wanted', async () => {
    const other: Deck = {
      ...DECK,
      id: 'e',
      title: { zh: '另一个', en: 'The other' },
      chapters: [],
      cards: [],
      renames: {},
    };
    const { show, user } = await open('/decks', undefined, [DECK, other]);
    show();
    const shelf = screen.getByRole('region', { name: 'The other' });
    const wanted = within(shelf).getByRole('switch', { name: 'New cards from this deck' });
    expect(wanted).toBeChecked();
    await user.click(wanted);
    await waitFor(() => expect(wanted).not.toBeChecked());
    expect(store.settings.decksWithoutNew).toEqual(['e']);
    const first = screen.getByRole('region', { name: 'The new paradigm' });
    expect(within(first).getByRole('switch')).toBeChecked();
  });

  it('do not ask it of the only one', async () => {
    const { show } = await open('/decks');
    show();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('list their chapters in order, with their minute and what was started', async () => {
    const { show } = await open('/decks');
    await append(store, [learnt('d/turn', 4)]);
    show();
    const rows = within(screen.getByRole('list', { name: 'Chapters' })).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(await screen.findByText('2 concepts, 2 cards, 1 started')).toBeVisible();
    expect(rows[0]).toHaveTextContent('The turning point');
    expect(rows[0]).toHaveTextContent('1:45');
    expect(rows[1]).toHaveTextContent('1 concept, 1 card, none started');
    expect(rows[1]).toHaveTextContent('around 1:12:05');
    expect(screen.getByRole('link', { name: 'The stack' })).toHaveAttribute(
      'href',
      '#/decks/d/two',
    );
  });

  it('offer no link that leads nowhere while offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { show } = await open('/decks');
    show();
    expect(screen.getByText('Video of the talk, when online')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Video/ })).toBeNull();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.getByRole('link', { name: 'Video of the talk' })).toBeVisible();
  });
});

describe('finding', () => {
  const field = () => screen.getByRole('searchbox', { name: 'Find concepts and cards' });

  it('shows concepts and cards in the card language, matched in either', async () => {
    const { user, show } = await open('/decks');
    show();
    await user.type(field(), '边际');
    const concepts = await screen.findByRole('list', { name: 'Concepts' });
    expect(within(concepts).getByRole('link', { name: 'Marginal cost' })).toBeVisible();
    expect(within(concepts).getByText('边际', { selector: 'mark' })).toBeVisible();
    const cards = screen.getByRole('list', { name: 'Cards' });
    expect(within(cards).getByRole('link', { name: 'What is marginal cost?' })).toBeVisible();
    expect(within(cards).getByText('The stack')).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Chapters' })).toBeNull();
    expect(screen.getByText('1 concept, 1 card found')).toBeInTheDocument();
  });

  it('is walked through by arrows, and Enter opens', async () => {
    const { user, show } = await open('/decks');
    show();
    await user.type(field(), 'marginal');
    await screen.findByRole('list', { name: 'Cards' });
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Marginal cost' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    const found = screen.getByRole('link', { name: 'What is marginal cost?' });
    expect(found).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(field()).toHaveFocus();
    expect(found).toHaveAttribute('href', '#/decks/d/two?at=d%2Fcost');
  });

  it('opens a card at its place, with the focus on it', async () => {
    const { show } = await open('/decks/d/one?at=d%2Fold');
    show();
    const question = await screen.findByText('What is an inflection point?');
    const summary = question.closest('summary');
    expect(summary).toHaveFocus();
    expect(summary?.closest('details')).toHaveAttribute('open');
    expect(scrollIntoView).toHaveBeenCalled();
  });

  it('says when nothing is found, and what is near', async () => {
    changeLooks({ language: 'zh', cardLanguage: 'zh' });
    const { user, show } = await open('/decks');
    show();
    await user.type(screen.getByRole('searchbox'), '拐点力');
    expect(await screen.findByText('没有找到“拐点力”。', { selector: 'p' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: '试试“拐点”。' }));
    expect(screen.getByRole('searchbox')).toHaveValue('拐点');
    expect(await screen.findByRole('link', { name: '拐点' })).toBeVisible();
  });

  it('keeps what was looked for on the way back', async () => {
    const { user, show } = await open('/decks');
    const { unmount } = show();
    await user.type(field(), 'cost');
    unmount();
    show();
    expect(field()).toHaveValue('cost');
  });

  it('finds what it can when some words do not load, and says so', async () => {
    let offline = true;
    const { user, show } = await open('/decks', (id) =>
      id === 'd/two' && offline
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(TEXTS[id]!),
    );
    show();
    await user.type(field(), 'what is');
    expect(await screen.findByRole('alert')).toHaveTextContent('The words of some chapters');
    expect(screen.getByRole('link', { name: 'What is an inflection point?' })).toBeVisible();
    offline = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'What is marginal cost?' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a chapter', () => {
  const back = () => within(screen.getByRole('main')).getByRole('link', { name: 'Decks' });

  it('reads concept by concept, each with its minute and its neighbours', async () => {
    const { show } = await open('/decks/d/two');
    show();
    expect(screen.getByRole('heading', { level: 1, name: 'The stack' })).toHaveFocus();
    const part = await screen.findByRole('region', { name: 'Marginal cost' });
    expect(within(part).getByText('The gist of Marginal cost.')).toBeVisible();
    expect(within(part).getByRole('link', { name: 'Talk, around 1:12:05' })).toHaveAttribute(
      'href',
      'https://example.org/talk?t=4325',
    );
    expect(part).toHaveTextContent('Know first: Inflection point');
    expect(within(part).getByRole('link', { name: 'Inflection point' })).toHaveAttribute(
      'href',
      '#/concepts/d/turning',
    );
    expect(back()).toHaveAttribute('href', '#/decks');
  });

  it('shows how well each concept is recalled, and says what is never asked', async () => {
    const { show } = await open('/decks/d/one');
    await append(store, [learnt('d/turn', 4)]);
    show();
    const part = await screen.findByRole('region', { name: 'Inflection point' });
    expect(within(part).getByText('Slipping, 50%')).toBeInTheDocument();
    const aside = screen.getByRole('region', { name: 'Aside' });
    expect(within(aside).getByText('To read, not asked.')).toBeVisible();
  });

  it('calls a concept new when none of its cards was answered', async () => {
    const { show } = await open('/decks/d/two');
    show();
    const part = await screen.findByRole('region', { name: 'Marginal cost' });
    expect(within(part).getAllByText('New').length).toBeGreaterThan(0);
  });

  it('says of each card how it stands', async () => {
    const { show } = await open('/decks/d/one');
    const flag = (type: 'suspended' | 'marked', id: string): Draft => ({
      ...moment,
      type,
      card: id,
    });
    await append(store, [
      learnt('d/turn', 4),
      flag('marked', 'd/turn'),
      flag('suspended', 'd/when'),
    ]);
    show();
    await screen.findByRole('region', { name: 'Inflection point' });
    expect(row(/What is an inflection/)).toHaveTextContent('Due in 4 days · Marked');
    expect(row(/Which year/)).toHaveTextContent('Suspended');
  });

  it('folds answers away and unfolds them all', async () => {
    const { user, show } = await open('/decks/d/one');
    show();
    await user.click(await screen.findByRole('button', { name: 'Show all answers' }));
    const entry = row(/What is an inflection/);
    expect(within(entry).getByText('When the cost turns.')).toBeVisible();
    expect(within(entry).getByText('Outside the talk: Grove 1996')).toBeVisible();
    expect(row(/Which year/)).toHaveTextContent('Wrong options:In 1995');
    await user.click(screen.getByRole('button', { name: 'Hide all answers' }));
    expect(entry.querySelector('details')).not.toHaveAttribute('open');
  });

  it('is flipped to the other language as a whole', async () => {
    const { user, show } = await open('/decks/d/one');
    show();
    await screen.findByRole('region', { name: 'Inflection point' });
    const flips = screen.getAllByRole('button', { name: '中文' });
    await user.click(flips.at(-1)!);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('新拐点');
    expect(screen.getByRole('region', { name: '拐点' })).toHaveTextContent('拐点的大意。');
    expect(screen.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'zh-Hans');
  });

  it('ends with questions to discuss and the chapters beside it', async () => {
    const { show } = await open('/decks/d/one');
    show();
    const part = await screen.findByRole('region', { name: 'To discuss' });
    expect(part).toHaveTextContent('Has the point come?');
    expect(within(part).getByText('Look at the cost.')).toBeInTheDocument();
    const others = screen.getByRole('navigation', { name: 'Other chapters' });
    expect(within(others).getByRole('link', { name: 'The stack' })).toBeVisible();
  });

  it('says so when there is none of that name', async () => {
    const { show } = await open('/decks/d/none');
    show();
    expect(screen.getByRole('heading', { name: 'No such chapter' })).toBeVisible();
    expect(back()).toBeVisible();
  });

  it('can be tried again when its words do not load', async () => {
    let offline = true;
    const { user, show } = await open('/decks/d/one', (id) =>
      offline ? Promise.reject(new Error('offline')) : Promise.resolve(TEXTS[id]!),
    );
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent('did not load');
    offline = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Inflection point' })).toBeVisible();
  });
});

describe('what can be done to a card', () => {
  async function choose(user: ReturnType<typeof userEvent.setup>, item: string) {
    await user.click(
      await screen.findByRole('button', { name: 'Actions: What is an inflection point?' }),
    );
    await user.click(screen.getByRole('menuitem', { name: item }));
  }
  const entry = () => row(/What is an inflection/);
  const types = async () => (await store.db.events.toArray()).map(({ type }) => type);

  it('is to suspend it and take it up again', async () => {
    const { user, show } = await open('/decks/d/one');
    show();
    await choose(user, 'Suspend');
    await waitFor(() => expect(entry()).toHaveTextContent('Suspended. It stays out'));
    await waitFor(() => expect(entry().querySelector('summary')).toHaveTextContent('Suspended'));
    await choose(user, 'Take up again');
    await waitFor(() => expect(entry()).toHaveTextContent('Taken up again.'));
    expect(await types()).toEqual(['suspended', 'unsuspended']);
  });

  it('is to mark it, and to take that back', async () => {
    const { user, show } = await open('/decks/d/one');
    show();
    await choose(user, 'Mark');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(entry()).toHaveTextContent('Took it back.'));
    await waitFor(() => expect(entry().querySelector('summary')).not.toHaveTextContent('Marked'));
    expect(await types()).toEqual(['marked', 'undone']);
  });

  it('is to begin it again, once it was begun', async () => {
    const { user, show } = await open('/decks/d/one');
    await append(store, [learnt('d/turn', 4)]);
    show();
    await choose(user, 'Begin again as new');
    await waitFor(() => expect(entry().querySelector('summary')).toHaveTextContent('New'));
    await user.click(screen.getByRole('button', { name: /^Actions: What is/ }));
    expect(screen.queryByRole('menuitem', { name: 'Begin again as new' })).toBeNull();
    const events = await store.db.events.toArray();
    expect(events.at(-1)).toMatchObject({ type: 'reset', card: 'd/turn', day: TODAY, at: NOW });
  });

  it('is told beside the card when it was not saved', async () => {
    const { user, show } = await open('/decks/d/one');
    show();
    await screen.findByRole('region', { name: 'Inflection point' });
    const refuse = vi.spyOn(store.db, 'transaction').mockRejectedValueOnce(new StoreError('full'));
    await choose(user, 'Mark');
    expect(await within(entry()).findByRole('alert')).toHaveTextContent('The disk is full');
    refuse.mockRestore();
    await user.click(within(entry()).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(entry()).toHaveTextContent('Marked.'));
    expect(await types()).toEqual(['marked']);
  });
});
