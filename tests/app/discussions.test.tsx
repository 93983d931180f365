/** Discussions: made, forecast, planned, changed, removed, and looked back on. */
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { BriefScreen } from '../../src/app/discussions/BriefScreen.tsx';
import { DiscussionForm } from '../../src/app/discussions/DiscussionForm.tsx';
import { DiscussionScreen } from '../../src/app/discussions/DiscussionScreen.tsx';
import { DiscussionsScreen } from '../../src/app/discussions/DiscussionsScreen.tsx';
import { EnvironmentProvider, type Environment } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { hashRouting, routes } from '../../src/app/routes.ts';
import { studyDayFromDate } from '../../src/domain/day.ts';
import type { DiscussionFields, Draft, LogEvent } from '../../src/domain/event.ts';
import type { Preparation } from '../../src/domain/preparation.ts';
import { append } from '../../src/store/log.ts';
import { aReview, DAY, HOUR } from '../builders.ts';
import { aWorld, MORNING, tinyDeck, type World } from './world.ts';

const TODAY = studyDayFromDate(2026, 11, 24);
/** 27 November 2026, 19:00 in Shanghai. */
const FRIDAY = Date.UTC(2026, 10, 27, 11);
const ID = 'd'.repeat(24);

let world: World;
let environment: Environment;

const log = () => environment.store.db.events.toArray();
const ofType = async (type: LogEvent['type']) =>
  (await log()).filter((event) => event.type === type);

const at = (moment: number) => ({
  at: moment,
  offset: 480,
  day: Math.floor((moment + 4 * HOUR) / DAY),
});

/** Answers cards once, so many days ago, and puts them off beyond any discussion here. */
async function learn(cards: readonly string[], daysAgo = 10): Promise<void> {
  const day = TODAY - daysAgo;
  for (const card of cards) {
    await append(environment.store, [aReview('good', { card, day, at: day * DAY, days: 60 })]);
  }
}

async function make(over: Partial<DiscussionFields> = {}): Promise<void> {
  const fields: DiscussionFields = {
    name: 'Book club',
    when: FRIDAY,
    scope: { concepts: ['tiny/alpha', 'tiny/beta'] },
    target: 0.9,
    minutes: 30,
    onTheDay: false,
    isPlanned: false,
    isRemoved: false,
    ...over,
  };
  const made: Draft = { type: 'discussion-set', discussion: ID, ...fields, ...at(MORNING - HOUR) };
  await append(environment.store, [made]);
}

function show(path: string) {
  window.location.hash = path;
  render(
    <Router {...hashRouting}>
      <EnvironmentProvider value={environment}>
        <Switch>
          <Route path={routes.discussions} component={DiscussionsScreen} />
          <Route path={routes.newDiscussion} component={DiscussionForm} />
          <Route path={routes.changeDiscussion} component={DiscussionForm} />
          <Route path={routes.brief} component={BriefScreen} />
          <Route path={routes.discussion} component={DiscussionScreen} />
        </Switch>
      </EnvironmentProvider>
    </Router>,
  );
  return userEvent.setup();
}

/** Waits for the first forecast: the search for a plan goes before it, and may take a while. */
async function isForecast(): Promise<void> {
  const isMade = async () => expect(await ofType('forecast-made')).toHaveLength(1);
  await waitFor(isMade, { timeout: 10_000 });
}

const page = `/discussions/${ID}`;
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(async () => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  world = await aWorld();
  ({ environment } = world);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  environment.store.close();
});

describe('all discussions', () => {
  it('ask for the next one while there is none', async () => {
    show('/discussions');
    expect(await screen.findByText(/^When is the next discussion\?/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Add a discussion' })).toHaveAttribute(
      'href',
      '#/discussions/new',
    );
  });

  it('stand by date, with what is forecast of each', async () => {
    await learn(['tiny/alpha.what']);
    await make();
    show(page);
    await isForecast();
    window.location.hash = '/discussions';
    const ahead = await screen.findByRole('list', { name: 'Ahead' });
    const row = within(ahead).getByRole('listitem');
    expect(within(row).getByRole('link', { name: 'Book club' })).toHaveAttribute(
      'href',
      `#${page}`,
    );
    expect(row).toHaveTextContent('Friday 27 November, 19:00');
    expect(row).toHaveTextContent('in 3 days');
    expect(row).toHaveTextContent(
      /With your usual reviews, \d+% expected\. Forecast of 24 November\./,
    );
  });
});

describe('a new discussion', () => {
  it('is one event with every field, and leads to its page', async () => {
    const user = show('/discussions/new');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' Book club ');
    fill('Date and time', '2026-11-27');
    await user.click(screen.getByRole('checkbox', { name: /^Tiny/ }));
    await user.click(await button('See the forecast'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Book club' })).toBeVisible();
    const [made, ...others] = await ofType('discussion-set');
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      name: 'Book club',
      when: FRIDAY,
      scope: { decks: ['tiny'] },
      target: 0.9,
      minutes: 30,
      onTheDay: false,
      isPlanned: false,
      isRemoved: false,
      day: TODAY,
    });
    expect(window.location.hash).toMatch(/^#\/discussions\/id\d/);
  });

  it('is about the concepts chosen, named by themselves when they are not all', async () => {
    const user = show('/discussions/new');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Club');
    fill('Date and time', '2026-11-27');
    await user.click(screen.getByRole('button', { name: 'Parts of Chapter one' }));
    await user.click(screen.getByRole('checkbox', { name: 'beta' }));
    expect(screen.getByText(/^1 concept, 1 card\./)).toBeVisible();
    await user.click(await button('See the forecast'));
    await waitFor(async () =>
      expect(await ofType('discussion-set')).toMatchObject([
        { scope: { concepts: ['tiny/beta'] } },
      ]),
    );
  });

  it('says what is wrong, keeps what was typed, and goes to the first field that is', async () => {
    const user = show('/discussions/new');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Club');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(await button('See the forecast'));
    expect(screen.getByText(/^There is no date yet\./)).toBeVisible();
    expect(screen.getByText(/^Nothing is chosen\./)).toBeVisible();
    expect(screen.getByLabelText('Date and time')).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Club');
    fill('Date and time', '2026-11-27');
    expect(screen.queryByText(/^There is no date yet\./)).toBeNull();
    expect(await log()).toEqual([]);
  });

  it.each<[string, () => void, RegExp]>([
    ['no name', () => fill('Name', '   '), /^It has no name yet\./],
    ['a name too long', () => fill('Name', 'x'.repeat(201)), /^The name is too long\./],
    ['a time that is over', () => fill('Date and time', '2026-11-23'), /^That time is over\./],
    [
      'a year and more',
      () => fill('Date and time', '2028-01-01'),
      /^That is more than a year away/,
    ],
    ['no time', () => fill('Time', ''), /^There is no date yet\./],
  ])('with %s is not made', async (_, spoil, sentence) => {
    const user = show('/discussions/new');
    fill('Name', 'Club');
    fill('Date and time', '2026-11-27');
    await user.click(screen.getByRole('checkbox', { name: /^Tiny/ }));
    spoil();
    await user.click(await button('See the forecast'));
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(await log()).toEqual([]);
  });

  it.each(['0', '-5', '1.5', ''])('with “%s” minutes a day is not made', async (minutes) => {
    const user = show('/discussions/new');
    fill('Name', 'Club');
    fill('Date and time', '2026-11-27');
    await user.click(screen.getByRole('checkbox', { name: /^Tiny/ }));
    const field = screen.getByRole('spinbutton', { name: 'Minutes a day' });
    await user.clear(field);
    if (minutes !== '') await user.type(field, minutes);
    await user.click(await button('See the forecast'));
    expect(await screen.findByRole('alert')).toHaveTextContent(/from 1 to 1440/);
    expect(await log()).toEqual([]);
  });

  it('of cards never seen may be made, and it is said what that means', async () => {
    await learn(['tiny/alpha.what']);
    const user = show('/discussions/new');
    await user.click(screen.getByRole('button', { name: 'Parts of Chapter one' }));
    await user.click(screen.getByRole('checkbox', { name: 'beta' }));
    expect(
      await screen.findByText(/None of these cards has been seen yet\..*10 new ones/),
    ).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'alpha' }));
    expect(screen.queryByText(/None of these cards has been seen yet/)).toBeNull();
  });

  it('stays in the form when it could not be written', async () => {
    const user = show('/discussions/new');
    fill('Name', 'Club');
    fill('Date and time', '2026-11-27');
    await user.click(screen.getByRole('checkbox', { name: /^Tiny/ }));
    environment.store.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await user.click(await button('See the forecast'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Club');
  });
});

describe('a changed discussion', () => {
  it('is written with what changed and nothing else', async () => {
    await learn(['tiny/alpha.what']);
    await make();
    const user = show(`${page}/change`);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Book club');
    expect(screen.getByLabelText('Date and time')).toHaveValue('2026-11-27');
    expect(screen.getByLabelText('Time')).toHaveValue('19:00');
    fireEvent.change(screen.getByRole('slider', { name: 'Recall to reach' }), {
      target: { value: '80' },
    });
    await user.click(await button('Save'));
    await screen.findByRole('heading', { level: 1, name: 'Book club' });
    const change = (await ofType('discussion-set')).at(-1);
    expect(change).toMatchObject({ discussion: ID, target: 0.8 });
    for (const field of [
      'name',
      'when',
      'scope',
      'minutes',
      'onTheDay',
      'isPlanned',
      'isRemoved',
    ]) {
      expect(change).not.toHaveProperty(field);
    }
    await waitFor(async () =>
      expect((await ofType('forecast-made')).at(-1)).toMatchObject({ target: 0.8 }),
    );
  });

  it('is not written when nothing changed', async () => {
    await make();
    const user = show(`${page}/change`);
    await user.click(await button('Save'));
    await screen.findByRole('heading', { level: 1, name: 'Book club' });
    expect(await ofType('discussion-set')).toHaveLength(1);
  });
});

describe('the page of a discussion ahead', () => {
  beforeEach(() => learn(['tiny/alpha.what', 'tiny/alpha.why', 'tiny/beta.pick']));

  it('forecasts in a sentence, a picture and numbers', async () => {
    await make();
    show(page);
    const sentence = /^On this plan, \d+% expected on 27 November; \d+% without review\.$/;
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('img', { name: sentence })).toBeVisible();
    const ways = screen.getByRole('table', { name: 'Expected on the day' });
    for (const way of ['Without review', 'With your usual reviews', 'On this plan']) {
      const row = within(ways).getByRole('rowheader', { name: way }).closest('tr');
      expect(row).toHaveTextContent(/\d+% \(\d+–\d+\)/);
    }
    expect(screen.getByText(/the true spread is wider/)).toBeVisible();
    expect(
      screen.getByText('Friday 27 November, 19:00, in 3 days', { exact: false }),
    ).toBeVisible();
    expect(screen.getByText(/alpha, beta: 2 concepts, 90% of each/)).toBeVisible();
  });

  it('shows the concepts, the weakest first, each with a way to its page', async () => {
    await make({ scope: { concepts: ['tiny/alpha', 'tiny/delta'] }, target: 0.5 });
    await append(environment.store, [
      { type: 'set', key: 'newFrom/tiny', value: false, ...at(MORNING - HOUR) },
    ]);
    show(page);
    const table = await screen.findByRole('table', { name: 'Recall of each concept' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toHaveLength(2);
    for (const row of rows) {
      const spreads = within(row)
        .getAllByRole('cell')
        .slice(1)
        .map((cell) => /^\d+%\d+–\d+$/.test(cell.textContent));
      expect(spreads).toEqual([true, true, true]);
    }
    expect(screen.getByText(/so this spread is a lower limit\.$/)).toBeVisible();
    const recalls = rows.map((row) =>
      Number(/(\d+)%/.exec(row.lastElementChild?.textContent ?? '')?.[1]),
    );
    expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
    expect(within(table).getByRole('link', { name: 'alpha' })).toHaveAttribute(
      'href',
      '#/concepts/tiny/alpha',
    );
    expect(screen.getByText('1 card not yet seen counts as 0 until begun.')).toBeVisible();
  });

  it('leaves suspended cards out and says how many', async () => {
    await append(environment.store, [
      { type: 'suspended', card: 'tiny/alpha.why', ...at(MORNING - HOUR) },
    ]);
    await make();
    show(page);
    expect(await screen.findByText('1 suspended card is left out.')).toBeVisible();
  });

  it('freezes the forecast once, when it is made', async () => {
    await make();
    show(page);
    await isForecast();
    expect((await ofType('forecast-made'))[0]).toMatchObject({
      discussion: ID,
      when: FRIDAY,
      date: TODAY + 3,
      target: 0.9,
      isPlanned: false,
      concepts: [{ concept: 'tiny/alpha' }, { concept: 'tiny/beta' }],
    });
    expect(await ofType('day-planned')).toEqual([]);
  });

  it('shows the plan by day, with its cost and how near that is to the least', async () => {
    await make();
    show(page);
    const days = await screen.findByRole('table', { name: 'The plan by day' });
    expect(within(days).getByRole('rowheader', { name: 'Together' })).toBeVisible();
    const cost = screen.getByText(/^That is about [\d.]+ answers more/);
    const said =
      /The cheapest plan found takes (\d+\.\d), and no plan that reaches the target takes fewer than (\d+\.\d): a gap of (\d+\.\d)\./;
    expect(cost).toHaveTextContent(said);
    const [least = NaN, bound = NaN, gap = NaN] = (said.exec(cost.textContent) ?? [])
      .slice(1)
      .map(Number);
    expect(bound).toBeLessThanOrEqual(least);
    expect(gap).toBeCloseTo(least - bound, 9);
  });

  it('takes the plan up: forecast and today’s cards are written down', async () => {
    await make();
    const user = show(page);
    await screen.findByRole('table', { name: 'The plan by day' });
    await isForecast();
    await user.click(await button('Use this plan'));
    expect(await screen.findByText(/^You follow this plan/)).toHaveFocus();
    await waitFor(async () => expect(await ofType('day-planned')).toHaveLength(1));
    expect((await ofType('discussion-set')).at(-1)).toMatchObject({ isPlanned: true });
    expect((await ofType('forecast-made')).at(-1)).toMatchObject({ isPlanned: true });
    expect((await ofType('day-planned'))[0]).toMatchObject({ discussion: ID, day: TODAY });

    await user.click(await button('Stop following it'));
    expect(await button('Use this plan')).toBeVisible();
    expect((await ofType('discussion-set')).at(-1)).toMatchObject({ isPlanned: false });
  });

  it('takes up what the search ends with when it is taken up before that', async () => {
    const { prepare } = environment;
    let end = () => {};
    environment = {
      ...environment,
      prepare: async (discussion, date, known, found, onFirst, signal) => {
        const prepared = await prepare(discussion, date, known, found, onFirst, signal);
        await new Promise<void>((resolve) => {
          end = resolve;
        });
        return prepared;
      },
    };
    await make();
    const user = show(page);
    await user.click(await button('Use this plan'));
    await screen.findByText(/^You follow this plan/);
    expect(await ofType('day-planned')).toEqual([]);
    end();
    await waitFor(async () => expect(await ofType('day-planned')).toHaveLength(1));
    expect(await ofType('forecast-made')).toMatchObject([{ isPlanned: true }]);
    expect(screen.queryByText('Looking for a better plan …')).toBeNull();
  });

  it('says what can be reached when the target can’t, and the ways on', async () => {
    await make({ target: 0.99, minutes: 1, when: FRIDAY + 300 * DAY });
    const hide = (note: string): Draft => ({
      type: 'buried',
      card: `tiny/${note}`,
      until: TODAY + 303,
      ...at(MORNING - HOUR),
    });
    await append(environment.store, ['alpha.what', 'alpha.why', 'beta.pick'].map(hide));
    show(page);
    expect(
      await screen.findByText(/^No plan found brings every concept to 99% .* weakest at \d+%\.$/),
    ).toBeVisible();
    expect(screen.getByText(/^2 concepts fall short:/)).toBeVisible();
    for (const way of ['Narrow the scope', 'Give more minutes', 'Choose a later date']) {
      expect(screen.getByRole('link', { name: way })).toHaveAttribute('href', `#${page}/change`);
    }
  });

  it('on its own day has no day left to plan on, unless that was asked for', async () => {
    await make({ when: MORNING + 5 * HOUR });
    show(page);
    expect(await screen.findByText('No study day is left to plan on.')).toBeVisible();
    expect(screen.getByText(/^With your usual reviews, \d+% expected/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Plan on the day itself' })).toBeVisible();
  });

  it('says so when every card of it is suspended', async () => {
    await append(environment.store, [
      { type: 'suspended', card: 'tiny/beta.pick', ...at(MORNING - HOUR) },
    ]);
    await make({ scope: { concepts: ['tiny/beta'] } });
    show(page);
    expect(await screen.findByText(/^All cards of this scope are suspended/)).toBeVisible();
  });

  it('shows the first plan while a better one is looked for, and stops that on leaving', async () => {
    const { prepare } = environment;
    const signals: AbortSignal[] = [];
    environment = {
      ...environment,
      prepare: async (discussion, date, known, found, onFirst, signal) => {
        signals.push(signal);
        onFirst(await prepare(discussion, date, known, found, () => {}, signal));
        return new Promise(() => {});
      },
    };
    await make();
    show(page);
    expect(await screen.findByRole('table', { name: 'The plan by day' })).toBeVisible();
    expect(screen.getByText('Looking for a better plan …')).toBeVisible();
    expect(await ofType('forecast-made')).toEqual([]);
    window.location.hash = '/discussions';
    await screen.findByRole('heading', { level: 1, name: 'Discussions' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('forecasts before there is a plan', async () => {
    const { prepare } = environment;
    environment = {
      ...environment,
      prepare: (discussion, date, known, found, onFirst, signal) => {
        let isFirst = true;
        const first = (shown: Preparation) => {
          if (isFirst) onFirst(shown);
          isFirst = false;
        };
        void prepare(discussion, date, known, found, first, signal);
        return new Promise(() => {});
      },
    };
    await make();
    show(page);
    expect(await screen.findByText(/^With your usual reviews, \d+% expected on/)).toBeVisible();
    expect(screen.getByRole('table', { name: 'Recall of each concept' })).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Looking for a plan' })).toBeVisible();
    expect(screen.queryByText('No study day is left to plan on.')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Use this plan' })).toBeNull();
  });

  it('says so when the forecast did not get done, and tries again', async () => {
    const { prepare } = environment;
    let tries = 0;
    environment = {
      ...environment,
      prepare: (...inputs) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('worker')) : prepare(...inputs);
      },
    };
    await make();
    const user = show(page);
    expect(await screen.findByRole('alert')).toHaveTextContent('The forecast did not get done');
    await user.click(await button('Try again'));
    expect(await screen.findByRole('table', { name: 'The plan by day' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is worked out anew when cards change', async () => {
    const { prepare } = environment;
    const prepared = vi.fn(prepare);
    environment = { ...environment, prepare: prepared };
    await make();
    show(page);
    await screen.findByRole('table', { name: 'The plan by day' });
    await isForecast();
    expect(prepared).toHaveBeenCalledOnce();
    await learn(['tiny/beta.pick'], 0);
    await waitFor(() => expect(prepared).toHaveBeenCalledTimes(2));
  });

  it('can be saved for the calendar', async () => {
    let file: Blob | null = null;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) file = blob;
      return 'blob:x';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await make();
    const user = show(page);
    await screen.findByRole('table', { name: 'The plan by day' });
    await user.click(await button('Save for the calendar'));
    expect(click.mock.contexts[0]).toHaveAttribute('download', 'Book club.ics');
    const text = await (file ?? new Blob()).text();
    expect(text).toContain(`DTSTART:20261127T110000Z\r\nSUMMARY:Book club\r\n`);
    expect(text).toMatch(/SUMMARY:Book club: \d+ reviews?\r\n/);
  });

  it('is removed only when that is said twice', async () => {
    await make();
    const user = show(page);
    await user.click(await button('Remove'));
    await screen.findByRole('table', { name: 'The plan by day' });
    const dialog = await screen.findByRole('dialog', { name: 'Remove “Book club”?' });
    expect(await ofType('discussion-set')).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/^When is the next discussion\?/)).toBeVisible();
    expect((await ofType('discussion-set')).at(-1)).toMatchObject({ isRemoved: true });
  });

  it('leads to a quiz on it', async () => {
    await make();
    show(page);
    expect(await screen.findByRole('link', { name: 'Quiz yourself on this' })).toHaveAttribute(
      'href',
      `#/quiz?for=${ID}`,
    );
  });
});

describe('an address that leads to no discussion', () => {
  it.each(['', '/change', '/brief'])('says so and leads back (%s)', async (end) => {
    show(`/discussions/nothing${end}`);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'No such discussion' }),
    ).toBeVisible();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Discussions' })).toHaveAttribute(
      'href',
      '#/discussions',
    );
  });
});

describe('a discussion that is over', () => {
  /** Twenty concepts of two cards each. */
  const NOTES = Array.from({ length: 20 }, (_, i) =>
    ['a', 'b'].map((note) => ({ note: `c${i}.${note}`, concept: `c${i}` })),
  ).flat();
  const CARDS = NOTES.map(({ note }) => `tiny/${note}`);

  beforeEach(async () => {
    environment.store.close();
    world = await aWorld(tinyDeck(NOTES));
    ({ environment } = world);
    await learn(CARDS, 1);
    await make({ scope: { decks: ['tiny'] } });
    show(page);
    await isForecast();
    cleanup();
    world.now = FRIDAY + HOUR;
  });

  const quizOf = (answered: number, isFinal = true): Draft[] => [
    {
      type: 'quiz-begun',
      quiz: 'q',
      seed: 's',
      mode: 'quiz-practice',
      questions: CARDS.map((of) => ({ form: 'recall', of })),
      decks: { tiny: '1' },
      chosen: { is: 'discussion' },
      asksConfidence: false,
      discussion: ID,
      ...(isFinal ? { isFinal } : {}),
      ...at(FRIDAY + 1),
    },
    ...CARDS.slice(0, answered).map((card, i): Draft => ({
      type: 'quizzed',
      card,
      rating: i % 10 === 0 ? 'again' : 'good',
      ms: 5000,
      mode: 'quiz-practice',
      how: i < 3 ? 'choice' : 'self',
      quiz: 'q',
      ...at(FRIDAY + 2 + i),
    })),
  ];

  it('says what was forecast and asks for a final quiz, for two weeks', async () => {
    show(page);
    expect(
      await screen.findByText(
        /^Before it began, the forecast with your usual reviews was \d+%\. It was made on 24 November\.$/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Final quiz' })).toHaveAttribute(
      'href',
      `#/quiz?for=${ID}&final=1`,
    );
    expect(screen.queryByRole('link', { name: 'Change' })).toBeNull();
  });

  it('asks for no quiz after two weeks', async () => {
    world.now = FRIDAY + 14 * DAY;
    show(page);
    expect(await screen.findByText(/^Before it began/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Final quiz' })).toBeNull();
  });

  it('takes the learner’s own verdict, and says when it is too little to judge by', async () => {
    const user = show(page);
    expect(await button('Mark at least one concept to save')).toHaveAttribute('aria-disabled');
    const say = (concept: string, verdict: string) =>
      user.click(
        within(screen.getByRole('radiogroup', { name: concept })).getByRole('radio', {
          name: verdict,
        }),
      );
    await say('c0', 'Recalled');
    await say('c1', 'Recalled');
    await say('c2', 'Missed');
    await user.click(await button('Save the verdict'));
    expect(await screen.findByText(/^2 of 3 recalled, \d\.\d expected\. Too few/)).toBeVisible();
    expect(screen.getByText(/^Too few to judge by: Brier score 0\.\d\d:/)).toBeVisible();
    const bins = screen.getByRole('table', { name: 'By how much was forecast' });
    const cells = within(bins)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].slice(2).map((cell) => Number(cell.textContent)));
    expect(cells.map(([recalled]) => recalled).reduce((sum = 0, one = NaN) => sum + one, 0)).toBe(
      2,
    );
    expect(cells.map(([, of]) => of).reduce((sum = 0, one = NaN) => sum + one, 0)).toBe(3);
    expect(await ofType('verdict-given')).toMatchObject([
      { discussion: ID, recalled: ['tiny/c0', 'tiny/c1'], missed: ['tiny/c2'] },
    ]);
  });

  it('holds the forecast against the final quiz, with its score, its bins and what could be guessed', async () => {
    await append(environment.store, quizOf(CARDS.length));
    show(page);
    const came = await screen.findByText(
      /forecast, 90% recalled \(\d+–\d+, 95 % interval\) of 40\./,
    );
    expect(came).toHaveTextContent(/The forecast lies (within|above|below) the interval/);
    expect(screen.getByText(/^Brier score 0\.\d\d:/)).toBeVisible();
    expect(screen.getByText('3 of the answers were choices, which can be guessed.')).toBeVisible();
    const bins = screen.getByRole('table', { name: 'By how much was forecast' });
    const counts = within(bins)
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(row.lastElementChild?.textContent));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(screen.queryByRole('link', { name: 'Final quiz' })).toBeNull();
    expect(screen.queryByRole('button', { name: /verdict|concept to save/ })).toBeNull();
  });

  it.each<[string, () => Draft[]]>([
    ['not finished', () => quizOf(20)],
    ['not the final one', () => quizOf(CARDS.length, false)],
  ])('is not judged by a quiz that is %s', async (_, quiz) => {
    await append(environment.store, quiz());
    show(page);
    expect(await screen.findByRole('link', { name: 'Final quiz' })).toBeVisible();
    expect(screen.queryByText(/95 % interval/)).toBeNull();
  });

  it('says among the others what came of it', async () => {
    await append(environment.store, quizOf(CARDS.length));
    show('/discussions');
    const past = await screen.findByRole('list', { name: 'Past' });
    expect(within(past).getByText(/^Forecast \d+%, recalled 90% of 40\.$/)).toBeVisible();
  });
});

describe('a discussion over that was never forecast', () => {
  it('says that there is nothing to compare', async () => {
    await make();
    world.now = FRIDAY + HOUR;
    show(page);
    expect(await screen.findByText(/^No forecast was written down before it began/)).toBeVisible();
  });
});

describe('the page to print', () => {
  const question = (id: string, about: readonly string[]) => ({
    id: `tiny/${id}`,
    ask: { zh: id, en: `Ask ${id}` },
    points: [{ zh: id, en: `Point of ${id}` }],
    about: about.map((concept) => `tiny/${concept}`),
  });

  beforeEach(async () => {
    const questions = [
      question('beside', ['alpha', 'delta', 'gamma']),
      question('elsewhere', ['delta']),
      question('within', ['alpha', 'beta']),
    ];
    environment.store.close();
    world = await aWorld(tinyDeck(), undefined, questions);
    const { loadChapterText } = world.environment;
    environment = {
      ...world.environment,
      loadChapterText: async (id) => ({
        ...(await loadChapterText(id)),
        gists: { 'tiny/alpha': { zh: '甲', en: 'Gist of alpha' } },
      }),
    };
    await learn(['tiny/alpha.what', 'tiny/alpha.why', 'tiny/beta.pick']);
    await make();
  });

  const weakestShown = async () => {
    const list = await screen.findByRole('list', { name: 'Weakest concepts' });
    return within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent ?? '');
  };

  it('has the weakest concepts with gist and minute, and the questions likely to come up', async () => {
    window.print = vi.fn();
    show(`${page}/brief`);
    const weakest = await screen.findByRole('list', { name: 'Weakest concepts' });
    expect(within(weakest).getByText('Gist of alpha')).toBeVisible();
    expect(within(weakest).getAllByText('talk 1:45')).toHaveLength(2);
    expect(within(weakest).getAllByText(/^\d+%$/)).toHaveLength(2);
    expect(screen.getByText(/^Recall as it stands now;/)).toBeVisible();
    const likely = screen.getByRole('list', { name: 'Likely to come up' });
    expect(likely).toHaveTextContent(/Ask within.*Point of within.*Ask beside/);
    expect(likely).not.toHaveTextContent('Ask elsewhere');
    await userEvent.click(await button('Print'));
    expect(window.print).toHaveBeenCalledOnce();
  });

  it('goes by what is known now, whatever was forecast before', async () => {
    show(page);
    await waitFor(async () => expect(await ofType('forecast-made')).toHaveLength(1));
    cleanup();
    await learn(['tiny/alpha.what', 'tiny/alpha.why'], 0);
    await append(environment.store, [
      {
        type: 'discussion-set',
        discussion: ID,
        scope: { concepts: ['tiny/alpha', 'tiny/beta', 'tiny/delta'] },
        ...at(MORNING),
      },
    ]);
    show(`${page}/brief`);
    const rows = await weakestShown();
    expect(rows[0]).toMatch(/^delta.*not met yet/);
    expect(rows[1]).toMatch(/^beta.*\d+%/);
    expect(rows[2]).toMatch(/^alpha.*(99|100)%/);
  });

  it('puts first what this discussion’s quizzes missed when they last asked it', async () => {
    await learn(['tiny/alpha.what', 'tiny/alpha.why', 'tiny/beta.pick'], 0);
    await learn(['tiny/gamma.fill/a', 'tiny/gamma.fill/b'], 9);
    await append(environment.store, [
      {
        type: 'discussion-set',
        discussion: ID,
        scope: { concepts: ['tiny/alpha', 'tiny/beta', 'tiny/gamma'] },
        ...at(MORNING),
      },
    ]);
    const quiz = async (name: string, ratings: Record<string, 'good' | 'again'>, of?: string) => {
      const cards = Object.entries(ratings);
      await append(environment.store, [
        {
          type: 'quiz-begun',
          quiz: name,
          seed: 's',
          mode: 'quiz-practice',
          questions: cards.map(([card]) => ({ form: 'recall', of: card })),
          decks: { tiny: '1' },
          chosen: { is: 'discussion' },
          asksConfidence: false,
          ...(of === undefined ? {} : { discussion: of }),
          ...at(MORNING),
        },
        ...cards.map(([card, rating]): Draft => ({
          type: 'quizzed',
          card,
          rating,
          ms: 5000,
          mode: 'quiz-practice',
          how: 'self',
          quiz: name,
          ...at(MORNING),
        })),
      ]);
    };
    await quiz('q1', { 'tiny/beta.pick': 'again', 'tiny/alpha.why': 'again' }, ID);
    await quiz('q2', { 'tiny/alpha.why': 'good' }, ID);
    await quiz('q3', { 'tiny/alpha.what': 'again' });
    show(`${page}/brief`);
    const rows = await weakestShown();
    expect(rows[0]).toMatch(/^beta.*missed in a quiz/);
    expect(rows[1]).toMatch(/^gamma/);
    expect(rows[2]).toMatch(/^alpha/);
    expect(rows.slice(1).join(' ')).not.toMatch(/missed in a quiz/);
  });

  it('says so when no card of the scope is left', async () => {
    await append(environment.store, [
      {
        type: 'discussion-set',
        discussion: ID,
        scope: { concepts: ['tiny/beta'] },
        ...at(MORNING),
      },
      { type: 'suspended', card: 'tiny/beta.pick', ...at(MORNING) },
    ]);
    show(`${page}/brief`);
    expect(await screen.findByText(/^All cards of this scope are suspended or gone/)).toBeVisible();
  });

  it('says so when what is known can’t be read, and tries again', async () => {
    const { db } = environment.store;
    const broken = vi.spyOn(db.cards, 'toArray').mockRejectedValue(new Error('no'));
    const user = show(`${page}/brief`);
    const again = await button('Try again');
    broken.mockRestore();
    await user.click(again);
    expect(await weakestShown()).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says so when words do not load, and tries again', async () => {
    const { loadChapterText } = environment;
    let tries = 0;
    environment = {
      ...environment,
      loadChapterText: (id) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error(id)) : loadChapterText(id);
      },
    };
    const user = show(`${page}/brief`);
    await user.click(await button('Try again'));
    expect(await screen.findByText('Ask within')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
