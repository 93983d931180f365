import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EnvironmentProvider, type Environment } from '../../src/app/environment.ts';
import { changeLooks, useLooks } from '../../src/app/looks.ts';
import { SettingsScreen } from '../../src/app/settings/SettingsScreen.tsx';
import { parseSteps } from '../../src/app/settings/steps.ts';
import { append } from '../../src/store/log.ts';
import { openStore } from '../../src/store/store.ts';
import { aCatalogue, aReview, DAY, HOUR } from '../builders.ts';

const TODAY = 20_780;
const CARDS = Array.from({ length: 40 }, (_, i) => `talk/n${i}`);

let count = 0;
const mintDevice = () => (count += 1).toString(16).padStart(24, 'c0');

let environment: Environment;
let now: number;

const momentOn = (day: number) => ({ at: day * DAY + 12 * HOUR, offset: 0, day });

/** Answers `cards` cards, once a long while ago and once ten days later. */
async function learn(cards: number): Promise<void> {
  for (const card of CARDS.slice(0, cards)) {
    await append(environment.store, [
      aReview('good', { ...momentOn(TODAY - 40), card, days: 10 }),
      aReview('good', { ...momentOn(TODAY - 30), card, days: 60 }),
    ]);
  }
}

const eventsOf = () => environment.store.db.events.toArray();
const setEvents = async () =>
  (await eventsOf()).flatMap((event) => (event.type === 'set' ? [event] : []));

async function show() {
  render(
    <EnvironmentProvider value={environment}>
      <SettingsScreen />
    </EnvironmentProvider>,
  );
  await screen.findByRole('group', { name: 'Backup' });
  return userEvent.setup();
}

beforeEach(async () => {
  now = TODAY * DAY + 12 * HOUR;
  const catalogue = aCatalogue(CARDS);
  const store = await openStore({ catalogue, mintDevice, name: `settings ${(count += 1)}` });
  environment = {
    store,
    clock: { now: () => now, offsetAt: () => 0 },
    catalogue,
    readToday: () => Promise.reject(new Error('Nobody studies here')),
    loadChapterText: () => Promise.reject(new Error('not here')),
    prepare: () => Promise.reject(new Error('Nobody plans here')),
    openStatistics: () => {
      throw new Error('not asked here');
    },
    startKnowing: () => Promise.reject(new Error('Nobody asks here')),
    mintId: () => 'b'.repeat(24),
    appVersion: '1.2.3',
  };
  changeLooks({ language: 'en', cardLanguage: 'en', theme: 'auto', textScale: 1, typing: false });
});
afterEach(() => vi.unstubAllGlobals());

describe('a study setting', () => {
  it('is one event, and can be taken back while it is the newest', async () => {
    const user = await show();
    const field = screen.getAllByRole('spinbutton', { name: 'New cards' })[0];
    if (!field) throw new Error('no field');
    await user.clear(field);
    await user.type(field, '25{Enter}');
    await waitFor(() => expect(environment.store.settings.newPerDay).toBe(25));
    expect(await setEvents()).toMatchObject([{ key: 'newPerDay', value: 25, day: TODAY }]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(field).toHaveValue(10));
    expect(environment.store.settings.newPerDay).toBe(10);
    expect(screen.getAllByText('Taken back.').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is no longer offered to be taken back when something newer was done', async () => {
    const user = await show();
    await user.click(screen.getByRole('radio', { name: 'Shuffled' }));
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
    await learn(1);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(screen.getByRole('radio', { name: 'Shuffled' })).toBeChecked();
  });

  it('follows what another tab changes', async () => {
    await show();
    await append(environment.store, [
      { type: 'set', key: 'balanceLoad', value: false, ...momentOn(TODAY) },
    ]);
    await waitFor(() =>
      expect(screen.getByRole('switch', { name: 'Even out the days' })).not.toBeChecked(),
    );
  });

  it('says so when it cannot be written', async () => {
    const user = await show();
    environment.store.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await user.click(screen.getByRole('radio', { name: 'Shuffled' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByRole('radio', { name: 'As in the deck' })).toBeChecked();
  });
});

describe('learning steps', () => {
  it.each<[string, unknown]>([
    ['1m 10m', [1, 10]],
    ['1分钟、2小时', [1, 120]],
    ['30s, 5 min; 1.5h', [0.5, 5, 90]],
    ['１０分', [10]],
    ['5', [5]],
    ['', []],
    ['1m 1d', { is: 'day' }],
    ['24小时', { is: 'day' }],
    ['10m 1m', { is: 'order' }],
    ['10m 10m', { is: 'order' }],
    ['1s', { is: 'short' }],
    ['1 2 3 4 5 6 7 8 9', { is: 'many' }],
    ['1m soon', { is: 'unread', part: 'soon' }],
    ['5 weeks', { is: 'unread', part: '5 weeks' }],
    ['1m -5m', { is: 'unread', part: '-5m' }],
  ])('“%s” reads as %j', (text, expected) => {
    expect(parseSteps(text)).toEqual(expected);
  });

  it('that are wrong are explained and not taken', async () => {
    const user = await show();
    const field = screen.getByRole('textbox', { name: 'Steps of a new card' });
    expect(field).toHaveValue('1m 10m');
    await user.clear(field);
    await user.type(field, '10m 1d{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('from a day on FSRS takes over');
    expect(field).toBeInvalid();
    expect(await setEvents()).toEqual([]);
    await user.clear(field);
    await user.type(field, '5m 2h');
    await user.tab();
    await waitFor(() => expect(environment.store.settings.learningSteps).toEqual([5, 120]));
    expect(field).toHaveValue('5m 2h');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

/** Moves a range input, which user-event cannot. */
async function slideTo(value: number) {
  const { fireEvent } = await import('@testing-library/react');
  fireEvent.change(screen.getByRole('slider', { name: 'Desired retention' }), {
    target: { value: String(value) },
  });
}

describe('desired retention', () => {
  it('says that too few cards are learnt to tell the cost', async () => {
    await learn(3);
    await show();
    expect(await screen.findByText(/from 30 learnt cards on; there are 3/)).toBeInTheDocument();
  });

  it('shows what it costs before it is applied, then what moving would do, and is undone', async () => {
    await learn(40);
    const user = await show();
    expect(await screen.findByText(/Your cards cost about \d+ reviews? a day/)).toBeInTheDocument();
    await slideTo(95);
    expect(
      screen.getByText(/cost about \d+ reviews? a day now, and would cost/),
    ).toBeInTheDocument();
    expect(await setEvents()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Use 95%' }));
    expect(await screen.findByText('Move the due dates too?')).toBeInTheDocument();
    expect(screen.getByText(/\d+ cards would come earlier/)).toBeInTheDocument();
    const before = (await environment.store.db.cards.toArray()).map(({ dueDay }) => dueDay);
    expect(before.every((day) => day === TODAY + 30)).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Move them' }));
    expect(await screen.findByText(/due dates moved\./)).toBeInTheDocument();
    const moved = (await eventsOf()).filter(({ type }) => type === 'rescheduled');
    expect(moved.length).toBeGreaterThan(30);
    expect(new Set(moved.map(({ action }) => action)).size).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () =>
      expect((await environment.store.db.cards.toArray()).map(({ dueDay }) => dueDay)).toEqual(
        before,
      ),
    );
    expect(environment.store.settings.desiredRetention).toBe(0.95);
  }, 60_000);

  it('can be left as it is', async () => {
    const user = await show();
    await slideTo(80);
    await user.click(screen.getByRole('button', { name: 'Keep 90%' }));
    expect(screen.getByRole('slider', { name: 'Desired retention' })).toHaveValue('90');
    expect(await setEvents()).toEqual([]);
  });
});

describe('the hour at which the day begins', () => {
  it('says first when it would make today another day', async () => {
    now = TODAY * DAY + 5 * HOUR;
    const user = await show();
    await user.selectOptions(screen.getByRole('combobox', { name: 'The day begins at' }), '6:00');
    expect(
      screen.getByText(/Today would be 22 November instead of 23 November/),
    ).toBeInTheDocument();
    expect(await setEvents()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Begin at 6:00' }));
    await waitFor(() => expect(environment.store.settings.rollover).toBe(6));
    expect(await setEvents()).toMatchObject([{ key: 'rollover', day: TODAY }]);
  });
});

describe('looks', () => {
  it('change at once, and are no events', async () => {
    const user = await show();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Text size' }), '125%');
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('switch', { name: 'Type the missing words' }));
    expect(useLooks.getState()).toMatchObject({ textScale: 1.25, theme: 'dark', typing: true });
    await user.click(
      within(screen.getByRole('radiogroup', { name: 'Interface' })).getByRole('radio', {
        name: '中文',
      }),
    );
    expect(await screen.findByRole('heading', { name: '设置' })).toBeInTheDocument();
    expect(await eventsOf()).toEqual([]);
  });
});

/** Catches what would be downloaded. */
function catchDownloads(): Blob[] {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  return files;
}

describe('the data', () => {
  it('is backed up by a press, erased behind a word, and brought back from the file', async () => {
    const files = catchDownloads();
    await learn(5);
    const before = await eventsOf();
    const user = await show();
    expect(await screen.findByText(/No backup yet, of 10 reviews\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(
      await screen.findByText(
        'Saved and verified: 10 events in fanshi-2026-11-23.jsonl.gz. It is among your downloads.',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/Last backup 23 November 2026\. No reviews since\./),
    ).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Erase everything' }));
    const dialog = screen.getByRole('dialog', { name: 'Erase everything?' });
    expect(dialog).toHaveTextContent('This deletes 10 reviews from this device, for good.');
    expect(within(dialog).getByRole('button', { name: 'Back up now' })).toBeInTheDocument();
    const go = within(dialog).getByRole('button', { name: 'Type the word first' });
    await user.click(go);
    expect(await eventsOf()).toEqual(before);
    await user.type(within(dialog).getByRole('textbox', { name: 'Type the word erase' }), 'Erase');
    await user.click(within(dialog).getByRole('button', { name: 'Erase' }));
    expect(await screen.findByText(/Everything is erased\./)).toBeInTheDocument();
    expect(await eventsOf()).toEqual([]);

    const [file] = files;
    if (!file) throw new Error('nothing was downloaded');
    const name = 'fanshi-2026-11-23.jsonl.gz';
    await user.upload(
      screen.getByLabelText('Choose a backup', { selector: 'input' }),
      new File([file], name),
    );
    const preview = await screen.findByRole('dialog', { name: 'What the backup holds' });
    expect(preview).toHaveTextContent('10 reviews of 5 cards, 10 events in all.');
    expect(await eventsOf()).toEqual([]);
    await user.click(within(preview).getByRole('button', { name: 'Add 10 events' }));
    expect(await screen.findByText(/10 events added\./)).toBeInTheDocument();
    expect(await eventsOf()).toEqual(before);
  }, 60_000);

  it('says what is wrong with a file that is no backup', async () => {
    const user = await show();
    const input = screen.getByLabelText('Choose a backup', { selector: 'input' });
    await user.upload(input, new File(['PK\u0003\u0004'], 'deck.apkg'));
    expect(await screen.findByRole('alert')).toHaveTextContent('perhaps an Anki package');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is kept by the browser when it is asked and agrees', async () => {
    let kept = false;
    const storage = {
      persisted: () => Promise.resolve(kept),
      persist: () => Promise.resolve((kept = true)),
      estimate: () => Promise.resolve({ usage: 2_100_000, quota: 50_000_000 }),
    };
    vi.stubGlobal('navigator', { ...navigator, languages: ['en'], userAgent: 'Firefox', storage });
    const user = await show();
    expect(
      await screen.findByText(/has not promised .* Uses 2 MB of about 50 MB/),
    ).toBeInTheDocument();
    expect(screen.getByText(/this may be a private window/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
    expect(await screen.findByText(/has promised to keep your record/)).toBeInTheDocument();
  });
});
