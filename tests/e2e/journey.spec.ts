/** A learner's days: the first minute, a laptop closed too early, a morning offline, the keyboard alone. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { reviewMore } from '../../src/app/messages/zh/reviewMore.ts';
import { zh } from '../../src/app/messages/zh.ts';
import type { Answer, Grant } from '../../src/domain/event.ts';
import { type App, expect, shown, test } from './app.ts';
import {
  answer,
  aPast,
  aSetting,
  cardOn,
  catalogue,
  dayOf,
  expectWhole,
  livePast,
  logOf,
  plainCards,
  answered,
  ratings,
  readDump,
  reveal,
  showButton,
} from './study.ts';

const { review, today } = zh;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nine in the morning of a Monday in Shanghai. */
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');

const at = (time: number) => (context: BrowserContext) => context.clock.setFixedTime(time);
const newest = async (page: Page) => (await readDump(page)).events.at(-1);
const menu = (page: Page) => page.getByRole('button', { name: review.menu, exact: true });
const choose = async (page: Page, name: string) => {
  await menu(page).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
};
const says = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible();
const ratingNames = async (page: Page) =>
  (await ratings(page).getByRole('button').all()).length === 0
    ? []
    : ratings(page)
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

/** A morning in the middle of a month of learning. */
async function inTheMiddle(
  openApp: (options: object) => Promise<App>,
  options: { cards?: number; looks?: object; time?: number; learning?: boolean } = {},
): Promise<App> {
  const { cards = 12, looks, time = MONDAY } = options;
  const app = await openApp({
    prepare: async (context: BrowserContext) => {
      await at(time)(context);
      if (looks) {
        await context.addInitScript(
          (kept) => {
            localStorage.setItem('fanshi.looks', JSON.stringify(kept));
          },
          {
            language: 'zh',
            cardLanguage: 'zh',
            stripsSeen: 0,
            textScale: 1,
            theme: 'auto',
            typing: false,
            ...looks,
          },
        );
      }
    },
  });
  await livePast(app.page, aPast(cards, time - 4 * DAY, 4));
  return app;
}

const toReview = async (page: Page, query = '') => {
  await page.goto(new URL(`#/review${query}`, page.url()).href);
  await expect(showButton(page)).toBeVisible();
};

test('a newcomer rates the first card within seconds, in three presses', async ({ openApp }) => {
  const began = Date.now();
  const { page } = await openApp();
  let presses = 0;
  const press = async (name: RegExp | string) => {
    presses += 1;
    await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  };
  await press(today.first.start(5));
  await press(review.show);
  await press(new RegExp(`^${review.rating.good}`));
  await logOf(page, 1);
  expect(presses).toBeLessThanOrEqual(3);
  expect(Date.now() - began).toBeLessThan(20_000);
});

/** Ends the browser of a profile at once, as a flat battery does. */
async function endBrowser(app: App): Promise<void> {
  const closed = new Promise((resolve) => app.context.once('close', resolve));
  const pid = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return (
        words.includes(`--user-data-dir=${app.profileDir}`) &&
        !words.some((word) => word.startsWith('--type='))
      );
    } catch {
      return false;
    }
  });
  process.kill(Number(pid), 'SIGKILL');
  await closed;
}

test('the laptop closed in the middle of a rating, opened the next morning offline', async ({
  openApp,
  server,
}) => {
  const app = await openApp({ path: '#/review', prepare: at(MONDAY) });
  await app.offlineReady();
  for (const key of ['3', '4', '1', '4'] as const) await answer(app.page, key);
  await reveal(app.page);
  const before = await logOf(app.page, 4);
  app.page.keyboard.press('3').catch(() => {});
  await endBrowser(app);
  await server.stop();

  const again = await openApp({ profileDir: app.profileDir, prepare: at(MONDAY + DAY) });
  const { page } = again;
  const kept = await readDump(page);
  expect(kept.events.slice(0, 4)).toEqual(before.events);
  expect(kept.events.length - 4).toBeLessThanOrEqual(1);
  expectWhole(kept);
  const due = kept.cards.filter(({ queueDay }) => (queueDay ?? Infinity) <= dayOf(MONDAY + DAY));
  const learning = kept.cards.filter(({ queueAt }) => queueAt !== undefined);
  await says(page, today.parts(due.length, learning.length, 10));
  await page.keyboard.press('Space');
  await answer(page);
  expectWhole(await logOf(page, kept.events.length + 1));
});

test.describe('by keyboard alone', () => {
  /** Tabs until what has the focus is named so; every stop on the way must be seen. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const box = element.getBoundingClientRect();
        // A radio that is not drawn itself lends its ring to its label.
        const drawn = box.width > 2 ? element : (element.closest('label') ?? element);
        const looks = [drawn, ...drawn.querySelectorAll('*')].map((one) => getComputedStyle(one));
        const ring = looks.some(
          ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
            boxShadow !== 'none',
        );
        const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
        const inView = box.bottom > 0 && box.top < window.innerHeight;
        return { words: words.trim(), ring, inView, tag: element.localName };
      });
      if (!focus) continue;
      expect(focus, 'the focus can be seen').toMatchObject({ ring: true, inView: true });
      if (name.test(focus.words)) return;
    }
    throw new Error(`${name} is never reached`);
  }

  test('first visit, review, undo, redo, settings', async ({ openApp }) => {
    const { page } = await openApp();
    await expect(page.getByRole('heading', { name: today.first.title })).toBeVisible();
    await tabTo(page, new RegExp(today.first.start(5)));
    await page.keyboard.press('Enter');
    await expect(showButton(page)).toBeVisible();
    const card = await cardOn(page);
    await page.keyboard.press('Space');
    await expect(ratings(page)).toBeVisible();
    await tabTo(page, new RegExp(`^${review.rating.good}`));
    await page.keyboard.press('Enter');
    await logOf(page, 1);
    await page.keyboard.press('Control+z');
    await logOf(page, 2);
    await says(page, review.said.tookBack(review.rating.good));
    expect(await cardOn(page)).toBe(card);
    await page.keyboard.press('Control+Shift+z');
    await logOf(page, 3);
    await says(page, review.said.broughtAgain(review.rating.good));
    await page.keyboard.press('u');
    await logOf(page, 4);
    await expect(showButton(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation')).toBeVisible();
    await tabTo(page, new RegExp(`^${zh.common.settings}$`));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/settings/);
    expectWhole(await readDump(page));
  });

  test('? lists the keys, l flips the language', async ({ openApp }) => {
    const { page } = await openApp({ path: '#/review' });
    await expect(showButton(page)).toBeVisible();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: reviewMore.keysDialog.title });
    for (const [keys, what] of reviewMore.keysDialog.list) {
      await expect(dialog.getByText(keys, { exact: true })).toBeVisible();
      await expect(dialog.getByText(what, { exact: true })).toBeVisible();
    }
    // Under an open dialog the keys of the review rest.
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/#\/review/);
    const words = page.locator('.card__ask .html');
    await expect(words).toHaveAttribute('lang', 'zh-Hans');
    await page.keyboard.press('l');
    await expect(words).toHaveAttribute('lang', 'en');
    await page.keyboard.press('l');
    await expect(words).toHaveAttribute('lang', 'zh-Hans');
  });
});

/** A card put first on this morning: the only one that is due. */
async function onlyDue(openApp: (options: object) => Promise<App>, card: string, looks = {}) {
  const app = await inTheMiddle(openApp, { cards: 0, looks });
  await livePast(app.page, [
    [aSetting('newPerDay', 0, MONDAY - 5 * DAY)],
    [answered(card, MONDAY - 4 * DAY, 4)],
  ]);
  await toReview(app.page);
  expect(await cardOn(app.page)).toBe(card);
  return app.page;
}
const aKind = (kind: string) =>
  catalogue.decks.flatMap(({ cards }) => cards).find((card) => card.kind === kind)?.id ?? '';

test('a cloze is typed, and compared', async ({ openApp }) => {
  const card = aKind('cloze');
  const page = await onlyDue(openApp, card, { typing: true });
  const field = page.getByRole('textbox', { name: review.typedLabel });
  await expect(field).toBeFocused();
  // Letters typed are letters, not keys of the review.
  await page.keyboard.type('lum1');
  await expect(field).toHaveValue('lum1');
  await page.keyboard.press('Enter');
  await says(page, review.typedWrong);
  expect((await readDump(page)).events.length).toBe(2);
  await page.keyboard.press('1');
  const event = (await logOf(page, 3)).events[2] as Answer;
  expect(event).toMatchObject({ type: 'reviewed', how: 'typed', typed: 'lum1', rating: 'again' });
});

test('a choice offers again after a wrong pick, the rest after the right one', async ({
  openApp,
}) => {
  const card = aKind('choice');
  const page = await onlyDue(openApp, card);
  await reveal(page, 'wrong');
  expect(await ratingNames(page)).toEqual([expect.stringMatching(`^${review.rating.again}`)]);
  await expect(page.getByText(review.wrong)).toBeVisible();
  for (const key of ['2', '3', '4']) await page.keyboard.press(key);
  expect((await readDump(page)).events.length).toBe(2);
  await page.keyboard.press('1');
  const [, , wrong] = (await logOf(page, 3)).events as Answer[];
  expect(wrong).toMatchObject({ how: 'choice', rating: 'again' });
  expect(wrong?.picked).toBeGreaterThan(0);

  // Answered wrong it comes back at once, with its options in another order: not that one is meant.
  await page.keyboard.press('u');
  await says(page, review.said.tookBack(review.rating.again));
  await expect(showButton(page)).toBeVisible();
  await reveal(page, 'right');
  expect(await ratingNames(page)).toEqual(
    (['hard', 'good', 'easy'] as const).map((one) =>
      expect.stringMatching(`^${review.rating[one]}`),
    ),
  );
  await page.keyboard.press('1');
  expect((await readDump(page)).events.length).toBe(4);
  await page.keyboard.press('3');
  expect((await logOf(page, 5)).events[4]).toMatchObject({ rating: 'good', picked: 0 });
});

test('suspend, put off, mark, begin again, set the date: each is done, said and taken back', async ({
  openApp,
}) => {
  const { page } = await inTheMiddle(openApp);
  await toReview(page);
  let count = (await readDump(page)).events.length;
  const things = [
    { type: 'suspended', do: () => choose(page, review.suspend), said: review.said.suspended },
    { type: 'buried', do: () => choose(page, review.bury), said: review.said.buried },
    { type: 'marked', do: () => choose(page, review.mark), said: review.said.marked },
    { type: 'reset', do: () => choose(page, review.reset), said: review.said.reset },
    {
      type: 'set-due',
      do: async () => {
        await choose(page, review.setDue);
        const dialog = page.getByRole('dialog', { name: reviewMore.setDueDialog.title });
        await dialog.getByRole('spinbutton', { name: reviewMore.setDueDialog.label }).fill('9');
        await dialog.getByRole('button', { name: reviewMore.setDueDialog.apply }).click();
      },
      said: review.said['set-due'],
    },
  ] as const;
  for (const thing of things) {
    const card = await cardOn(page);
    await thing.do();
    const dump = await logOf(page, ++count);
    expect(dump.events.at(-1)).toMatchObject({ type: thing.type, card });
    if (thing.type === 'set-due') {
      expect(dump.events.at(-1)).toMatchObject({ grant: { dueDay: dayOf(MONDAY) + 9 } });
    }
    await says(page, thing.said);
    await expect(showButton(page)).toBeVisible();
    if (thing.type === 'marked') expect(await cardOn(page)).toBe(card);
    else expect(await cardOn(page)).not.toBe(card);
    expectWhole(dump);
    await page.keyboard.press('u');
    await logOf(page, ++count);
    await says(page, review.said.tookBackOther(review.what[thing.type] ?? ''));
    expect(await cardOn(page)).toBe(card);
  }
  expectWhole(await readDump(page));
});

test('a report names the card and its text, and nothing of the person', async ({ openApp }) => {
  const { page, context } = await inTheMiddle(openApp);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await toReview(page);
  const { device } = (await readDump(page)).events[0] ?? { device: '' };
  const card = await cardOn(page);
  await choose(page, review.report);
  const dialog = page.getByRole('dialog', { name: reviewMore.reportDialog.title });
  const text = await dialog.getByRole('textbox').inputValue();
  expect(text).toContain(`card: ${card}`);
  expect(text).not.toContain(device);
  expect(text).not.toMatch(/<|&[a-z]+;/);
  await dialog.getByRole('button', { name: reviewMore.reportDialog.copy }).click();
  await expect(dialog.getByText(reviewMore.reportDialog.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('the button keeps its word, and the terms multiply back to the date', async ({ openApp }) => {
  const { page } = await inTheMiddle(openApp);
  await toReview(page);
  for (const [key, name] of [
    ['3', 'good'],
    ['2', 'hard'],
    ['4', 'easy'],
  ] as const) {
    const { length } = (await readDump(page)).events;
    await expect(showButton(page)).toBeVisible();
    if ((await page.getByRole('radio').count()) > 0) break;
    await reveal(page);
    const rating = review.rating[name];
    const button = ratings(page).getByRole('button', { name: new RegExp(`^${rating}`) });
    const promised = (await button.getAttribute('aria-label')) ?? '';
    await page.keyboard.press(key);
    const event = (await logOf(page, length + 1)).events.at(-1) as Answer;
    const grant = event.grant as Grant;
    const { terms } = grant;
    if (!terms || grant.dueDay === undefined) continue;
    expect(promised).toBe(review.ratingName(rating, zh.time.daysInWords(terms.days)));
    expect(grant.dueDay).toBe(event.day + terms.days);
    expect(terms.days).toBeGreaterThanOrEqual(terms.low);
    expect(terms.days).toBeLessThanOrEqual(terms.high);
    // The forgetting curve of FSRS-6, from stability to the days at which recall is as desired.
    const decay = -0.1542;
    const factor = 0.9 ** (1 / decay) - 1;
    const raw = (terms.stability / factor) * (terms.desired ** (1 / decay) - 1);
    expect(raw).toBeCloseTo(terms.raw, 2);

    await page.keyboard.press('u');
    await logOf(page, length + 2);
    await page.keyboard.press('Control+Shift+z');
    await logOf(page, length + 3);
  }
});

test('card info tells the recorded terms', async ({ openApp }) => {
  const { page } = await inTheMiddle(openApp);
  await toReview(page);
  await answer(page);
  const event = (await newest(page)) as Answer;
  await page.keyboard.press('u');
  await says(page, review.said.tookBack(review.rating.good));
  await expect(showButton(page)).toBeVisible();
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: reviewMore.infoDialog.title });
  await expect(dialog.getByRole('row')).toHaveCount(3);
  await expect(dialog.getByText(reviewMore.infoDialog.takenBack)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+z');
  await expect(showButton(page)).toBeVisible();
  // The card itself is shown again by a reset of its date to today.
  const { terms } = event.grant ?? {};
  if (!terms) throw new Error('no terms');
  await page.clock.setFixedTime(MONDAY + terms.days * DAY);
  await page.goto(new URL('#/', page.url()).href);
  await livePast(page, [[aSetting('newPerDay', 0, MONDAY + terms.days * DAY)]]);
  await toReview(page);
  for (let card = await cardOn(page); card !== event.card; card = await cardOn(page)) {
    await choose(page, review.bury);
    await expect.poll(() => cardOn(page)).not.toBe(card);
  }
  await page.keyboard.press('i');
  const words = reviewMore.infoDialog;
  for (const sentence of [
    words.range(terms.low, terms.high),
    words.chosen(terms.days, zh.time.dateWithYear(event.day + terms.days)),
    ...terms.why.map((why) => words.why[why]),
  ]) {
    await expect(dialog.getByText(sentence)).toBeVisible();
  }
});

test('the day that begins while a card is looked at', async ({ openApp }) => {
  const night = Date.parse('2026-11-24T03:59:00+08:00');
  const { page } = await inTheMiddle(openApp, { time: night });
  await toReview(page);
  const { length } = (await readDump(page)).events;
  await reveal(page);
  const card = await cardOn(page);
  await page.clock.setFixedTime(night + 2 * 60_000);
  await page.keyboard.press('3');
  await says(page, review.said.newDay);
  expect(await cardOn(page)).toBe(card);
  await expect(ratings(page)).toBeVisible();
  expect((await readDump(page)).events.length).toBe(length);
  await page.keyboard.press('3');
  const event = (await logOf(page, length + 1)).events.at(-1) as Answer;
  expect(event).toMatchObject({ card, rating: 'good', day: dayOf(night) + 1 });
  expectWhole(await readDump(page));
});

test('the day that begins after the right option was picked', async ({ openApp }) => {
  const page = await onlyDue(openApp, aKind('choice'));
  await reveal(page, 'right');
  await page.clock.setFixedTime(MONDAY + DAY);
  await page.keyboard.press('3');
  await says(page, review.said.newDay);
  await page.keyboard.press('3');
  expect((await logOf(page, 3)).events[2]).toMatchObject({ rating: 'good', picked: 0 });
});

test('five minutes, five more, and a pause for a card in learning', async ({ openApp }) => {
  test.setTimeout(90_000);
  const { page } = await inTheMiddle(openApp, { cards: 60 });
  await page.getByRole('link', { name: new RegExp(`^${today.five}`) }).click();
  await expect(showButton(page)).toBeVisible();
  const query = Number(new URL(page.url()).hash.split('cards=')[1]);
  expect(query).toBeGreaterThan(0);
  const { length } = (await readDump(page)).events;
  let done = 0;
  while (done < query * 3 && (await showButton(page).isVisible())) {
    await answer(page, '4');
    done += 1;
    await expect(showButton(page).or(page.getByText(reviewMore.end.partTitle))).toBeVisible();
  }
  await says(page, reviewMore.end.partTitle);
  expect(done).toBe(query);
  expectWhole(await logOf(page, length + query));
  await page.getByRole('button', { name: reviewMore.end.goOn }).click();
  await expect(showButton(page)).toBeVisible();
});

test('when all is done there are five more, and a pause while a card waits', async ({
  openApp,
}) => {
  const app = await openApp({
    prepare: (context: BrowserContext) => context.clock.install({ time: MONDAY }),
  });
  const { page } = app;
  await livePast(page, [
    [aSetting('newPerDay', 0, MONDAY - DAY)],
    [aSetting('learnAhead', 0, MONDAY - DAY)],
    [answered(plainCards[0] ?? '', MONDAY - 3 * DAY, 3)],
  ]);
  await page.goto(new URL('#/review', page.url()).href);
  await answer(page, '4');
  await says(page, reviewMore.end.title);
  await page.getByRole('button', { name: reviewMore.end.more(5) }).click();
  await expect(showButton(page)).toBeVisible();
  for (let card = 0; card < 5; card++) {
    await expect(showButton(page)).toBeVisible();
    const rating = card === 4 ? '3' : '4';
    await answer(page, rating);
  }
  await says(page, review.waiting.title);
  await page.clock.fastForward(11 * 60_000);
  await expect(showButton(page)).toBeVisible();
  await answer(page, '4');
  await says(page, reviewMore.end.title);
  await shown(page);
  expectWhole(await readDump(page));
});
