/** The concepts: the map and the list on any date, and a concept's page. */
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { ConceptScreen } from '../../src/app/concepts/ConceptScreen.tsx';
import { ConceptsScreen } from '../../src/app/concepts/ConceptsScreen.tsx';
import { EnvironmentProvider } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { hashRouting, routes } from '../../src/app/routes.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { Draft } from '../../src/domain/event.ts';
import { append } from '../../src/store/log.ts';
import { aReview, DAY } from '../builders.ts';
import { aWorld, MORNING, tinyDeck, type World } from './world.ts';

const TODAY = Math.floor((MORNING + 8 * 3_600_000 - 4 * 3_600_000) / DAY);

/** The tiny deck, with needs, neighbours, minutes, and an idea that is never asked. */
function aDeckWithNeeds(): Deck {
  const deck = tinyDeck();
  const needs: Readonly<Record<string, readonly string[]>> = {
    'tiny/beta': ['tiny/alpha'],
    'tiny/gamma': ['tiny/beta'],
  };
  const [chapter] = deck.chapters;
  return {
    ...deck,
    chapters: [
      {
        ...chapter!,
        at: { seconds: 105, around: false },
        concepts: [
          ...chapter!.concepts.map((concept, i) => ({
            ...concept,
            at: { seconds: 105 + 600 * i, around: false },
            needs: needs[concept.id] ?? [],
            near: concept.id === 'tiny/alpha' ? ['tiny/delta'] : [],
          })),
          {
            id: 'tiny/aside',
            chapterId: chapter!.id,
            name: { zh: '题外', en: 'aside' },
            needs: [],
            near: [],
            untested: 'only an aside',
          },
        ],
      },
    ],
  };
}

const answered = (note: string, ago: number, days: number, rating: 'good' | 'again' = 'good') =>
  aReview(rating, {
    card: `tiny/${note}`,
    at: MORNING - ago * DAY,
    offset: 480,
    day: TODAY - ago,
    days,
  });

let world: World;

async function open(path: string, log: readonly Draft[] = []) {
  world = await aWorld(aDeckWithNeeds());
  for (const draft of log) await append(world.environment.store, [draft]);
  window.location.hash = path;
  render(
    <Router {...hashRouting}>
      <EnvironmentProvider value={world.environment}>
        <Switch>
          <Route path={routes.concepts} component={ConceptsScreen} />
          <Route path={routes.concept} component={ConceptScreen} />
        </Switch>
      </EnvironmentProvider>
    </Router>,
  );
  return userEvent.setup();
}

/** Alpha wholly begun three weeks ago; beta, which needs it, a week ago and never since. */
const PAST = [
  answered('alpha.what', 21, 5),
  answered('alpha.why', 21, 5),
  answered('beta.pick', 7, 3),
];

const slider = () => screen.getByRole('slider', { name: 'Date' });
const moveTo = (stop: number) => fireEvent.change(slider(), { target: { value: String(stop) } });
const stopOfToday = async () => Number((await screen.findByRole<HTMLInputElement>('slider')).value);
const finding = () => document.querySelector('.concepts__finding')?.textContent ?? '';
const rowsOf = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('link')
    .map((link) => link.textContent);

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  world.environment.store.close();
});

describe('the concepts', () => {
  it('say where they begin while nothing was studied', async () => {
    await open('/concepts');
    expect(await screen.findByRole('link', { name: 'To Today' })).toHaveAttribute('href', '#/');
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('say in one sentence how much of what was begun is known now', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    expect(finding()).toMatch(/^The 2 concepts you have begun average \d+%\.$/);
    expect(
      screen.getByRole('img', { name: /^Map of 1 chapter and 5 concepts\. The 2/ }),
    ).toBeVisible();
  });

  it('are listed weakest first, what was never begun last, with their coverage', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    expect(rowsOf('First to slip')).toEqual(['alpha', 'beta', 'gamma', 'delta', 'epsilon']);
    const list = screen.getByRole('list', { name: 'First to slip' });
    const [alpha] = within(list).getAllByRole('listitem');
    expect(alpha).toHaveTextContent('2 of 2 cards begun');
    expect(within(list).getAllByText('New')).not.toHaveLength(0);
  });

  it('are put in another order, and filtered by step and by words', async () => {
    const user = await open('/concepts', PAST);
    await stopOfToday();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'By name');
    expect(rowsOf('By name')).toEqual(['alpha', 'beta', 'delta', 'epsilon', 'gamma']);
    await user.type(screen.getByRole('searchbox', { name: 'Find a concept' }), 'eps');
    expect(rowsOf('By name')).toEqual(['epsilon']);
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: 'New: 3' }));
    expect(rowsOf('By name')).toEqual(['delta', 'epsilon', 'gamma']);
    expect(document.querySelectorAll('.talk-map__dot--away')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'New: 3' }));
    expect(rowsOf('By name')).toHaveLength(5);
  });

  it('keep apart what is never asked', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    expect(rowsOf('To read, not asked')).toEqual(['aside']);
  });

  it('say on a past day what was known then', async () => {
    await open('/concepts', PAST);
    const today = await stopOfToday();
    moveTo(today - 10);
    await waitFor(() =>
      expect(finding()).toMatch(/^On 14 November the 1 concept begun by then averaged \d+%\.$/),
    );
    // The day all of alpha was begun, at its end: nothing was forgotten yet.
    moveTo(0);
    await waitFor(() =>
      expect(finding()).toBe('On 3 November the 1 concept begun by then averaged 100%.'),
    );
  });

  it('say of a coming day what is left without review, and what there is going on', async () => {
    const user = await open('/concepts', PAST);
    const today = await stopOfToday();
    const share = () => Number(/(\d+)%/.exec(finding())?.[1]);
    const now = share();
    moveTo(today + 14);
    await waitFor(() =>
      expect(finding()).toMatch(/^On 8 December, without review, the 2 concepts/),
    );
    const left = share();
    expect(left).toBeLessThan(now);
    await user.click(screen.getByRole('radio', { name: 'If I go on' }));
    await waitFor(
      () => expect(finding()).toMatch(/^On 8 December, going on as usual, the 5 concepts/),
      { timeout: 10_000 },
    );
    expect(share()).toBeGreaterThan(left);
  });

  it('go to any day by its date, and speak the date and the average', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    fireEvent.change(screen.getByLabelText('Any date'), { target: { value: '2027-03-01' } });
    await waitFor(() => expect(finding()).toMatch(/^On 1 March 2027, without review/));
    await waitFor(() =>
      expect(slider().getAttribute('aria-valuetext')).toMatch(/^1 March 2027, \d+% on average$/),
    );
    fireEvent.change(screen.getByLabelText('Any date'), { target: { value: '2031-03-01' } });
    expect(finding()).toMatch(/^On 1 March 2027/);
  });

  it('name what to mend first, and what rests on it', async () => {
    await open('/concepts', [...PAST, answered('gamma.fill/a', 9, 3)]);
    await stopOfToday();
    moveTo((await stopOfToday()) + 20);
    const mend = await screen.findByRole('region', { name: 'Mend first' });
    await waitFor(() =>
      expect(mend).toHaveTextContent('2 faint concepts rest on it: beta, gamma.'),
    );
    expect(within(mend).getAllByRole('link')[0]).toHaveTextContent('alpha');
  });

  it('are opened from the map by keys', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    const keys = screen.getByRole('combobox', { name: /^Concepts on the map/ });
    fireEvent.keyDown(keys, { key: 'Home' });
    fireEvent.keyDown(keys, { key: 'ArrowUp' });
    expect(keys).toHaveDisplayValue(/^beta, /);
    fireEvent.keyDown(keys, { key: 'Enter' });
    expect(window.location.hash).toBe('#/concepts/tiny/beta');
  });

  it('follow the log while they are open', async () => {
    await open('/concepts', PAST);
    await stopOfToday();
    await append(world.environment.store, [answered('delta.what', 0, 3)]);
    await waitFor(() => expect(finding()).toMatch(/^The 3 concepts/));
  });

  it('say so when the worker breaks, and try again', async () => {
    const user = await open('/concepts', PAST);
    const today = await stopOfToday();
    const { environment } = world;
    const start = environment.startKnowing;
    let isBroken = true;
    Object.assign(environment, {
      startKnowing: () => (isBroken ? Promise.reject(new Error('broken')) : start()),
    });
    moveTo(today - 3);
    expect(await screen.findByRole('alert')).toHaveTextContent('This did not get done');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(finding()).toMatch(/^On 21 November/));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('speak Chinese', async () => {
    changeLooks({ language: 'zh', cardLanguage: 'zh' });
    await open('/concepts', PAST);
    await screen.findByRole('slider', { name: '日期' });
    expect(finding()).toMatch(/^学过的2个概念，现在平均记得\d+%。$/);
    expect(screen.getByRole('list', { name: '最先想不起来' })).toBeInTheDocument();
  });
});

describe('a concept’s page', () => {
  it('draws the forgetting curve of a card, and says why its date', async () => {
    const user = await open('/concepts/tiny/alpha', PAST);
    const curve = await screen.findByRole('region', { name: 'Forgetting curve' });
    expect(
      within(curve).getByRole('img', { name: /^“Question of tiny\/alpha.what”: \d+% now/ }),
    ).toBeInTheDocument();
    await user.selectOptions(
      within(curve).getByRole('combobox', { name: 'Card' }),
      'Question of tiny/alpha.why',
    );
    expect(within(curve).getByRole('img', { name: /alpha\.why/ })).toBeInTheDocument();
    await user.click(within(curve).getByRole('button', { name: 'Why this date' }));
    expect(await screen.findByRole('dialog', { name: 'Why this date' })).toHaveTextContent(
      'On 3 November 2026 you answered “Good”.',
    );
  });

  it('has no curve before the first answer', async () => {
    await open('/concepts/tiny/delta', PAST);
    expect(
      await screen.findByText('It begins with the first answer to one of its cards.'),
    ).toBeVisible();
  });

  it('draws how its recall went, with a table that ends today', async () => {
    const user = await open('/concepts/tiny/alpha', PAST);
    const history = await screen.findByRole('region', { name: 'Its recall so far' });
    expect(
      within(history).getByRole('img', { name: /^On 3 November: 100%; now: \d+%/ }),
    ).toBeInTheDocument();
    await user.click(within(history).getByRole('button', { name: 'Show as table' }));
    const last = within(history).getAllByRole('row').at(-1);
    expect(last).toHaveTextContent(/^24 November\d+%2$/);
  });

  it('shows what it needs with how well that is known', async () => {
    await open('/concepts/tiny/beta', PAST);
    const needs = await screen.findByRole('list', { name: 'Know first' });
    const alpha = within(needs).getByRole('listitem');
    expect(alpha).toHaveTextContent('alpha');
    await waitFor(() => expect(alpha).toHaveTextContent(/\d+%/));
  });

  it('lists its quizzes with their score', async () => {
    const at = { at: MORNING - DAY, offset: 480, day: TODAY - 1 };
    const quizzed = (note: string, rating: 'good' | 'again') =>
      ({
        ...answered(note, 1, 0, rating),
        type: 'quizzed',
        mode: 'quiz-practice',
        quiz: 'q',
      }) as Draft;
    await open('/concepts/tiny/alpha', [
      ...PAST,
      {
        type: 'quiz-begun',
        quiz: 'q',
        seed: 's',
        mode: 'quiz-practice',
        questions: [
          { form: 'recall', of: 'tiny/alpha.what' },
          { form: 'recall', of: 'tiny/alpha.why' },
        ],
        decks: {},
        chosen: { is: 'given' },
        asksConfidence: false,
        ...at,
      },
      quizzed('alpha.what', 'good'),
      quizzed('alpha.why', 'again'),
    ]);
    const quizzes = await screen.findByRole('list', { name: 'Its quizzes' });
    expect(within(quizzes).getByText('1 of 2 right')).toBeInTheDocument();
    expect(within(quizzes).getByRole('link')).toHaveAttribute('href', '#/quiz/q');
  });
});
