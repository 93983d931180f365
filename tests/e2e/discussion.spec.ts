/** The whole path of a discussion: forecast, plan, three mornings, a quiz, and what came of it. */
import type { BrowserContext, Page } from '@playwright/test';
import { discussions as words } from '../../src/app/messages/zh/discussions.ts';
import { quiz } from '../../src/app/messages/zh/quiz.ts';
import { zh } from '../../src/app/messages/zh.ts';
import { ENOUGH } from '../../src/domain/audit.ts';
import type { Draft, LogEvent } from '../../src/domain/event.ts';
import { stateOf } from '../../src/store/database.ts';
import { expect, shown, test, type App } from './app.ts';
import {
  answered,
  cardOn,
  catalogue,
  dayOf,
  expectWhole,
  livePast,
  logOf,
  ratings,
  readDump,
  reveal,
  showButton,
  type Dump,
} from './study.ts';

const { review, today } = zh;
const DAY = 86_400_000;
/** Nine in the morning of a Tuesday in Shanghai; the discussion is on Friday at 19:00. */
const TUESDAY = Date.parse('2026-11-24T09:00:00+08:00');
const FRIDAY = Date.parse('2026-11-27T19:00:00+08:00');
const FRIDAY_DATE = '2026-11-27';

type Chapter = (typeof catalogue.decks)[number]['chapters'][number];
const cardsOf = ({ concepts }: Chapter) =>
  concepts.flatMap(({ id }) => catalogue.ofConcept.get(id) ?? []);
const notesOf = (chapter: Chapter) =>
  new Set(cardsOf(chapter).map((card) => catalogue.card.get(card)?.noteId));
/**
 * A short chapter, so that a morning's reviews stay few, of as many notes as a forecast can be judged
 * by: a quiz asks one card of each.
 */
const CHAPTER = catalogue.decks[0]?.chapters
  .filter((chapter) => notesOf(chapter).size >= ENOUGH)
  .toSorted((a, b) => cardsOf(a).length - cardsOf(b).length)[0];
const CARDS = CHAPTER ? cardsOf(CHAPTER) : [];

/** A month ago every card of the chapter was learnt, so that on Friday much of it would be gone. */
const past = (): Draft[][] =>
  CARDS.map((card, i) => [answered(card, TUESDAY - 30 * DAY + i * 20_000, 60)]);

const at = (time: number) => (context: BrowserContext) => context.clock.setFixedTime(time);

async function goTo(app: App, path: string, time?: number): Promise<void> {
  if (time !== undefined) await app.context.clock.setFixedTime(time);
  await app.page.goto(new URL(`#${path}`, app.page.url()).href);
  await app.page.reload();
  await shown(app.page);
}

const eventsOf = async (page: Page, type: string): Promise<LogEvent[]> =>
  (await readDump(page)).events.filter((event) => event.type === type);

async function waitForEvents(page: Page, type: string, count: number): Promise<LogEvent[]> {
  await expect
    .poll(async () => (await eventsOf(page, type)).length, { timeout: 60_000 })
    .toBe(count);
  return eventsOf(page, type);
}

/** Fills in the form of a new discussion about the chapter, for Friday evening. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel(words.name, { exact: true }).fill('周五读书会');
  await page.getByLabel(words.date, { exact: true }).fill(FRIDAY_DATE);
  await page.getByLabel(words.clock, { exact: true }).fill('19:00');
  await page
    .getByRole('checkbox', { name: new RegExp(CHAPTER?.title.zh ?? '') })
    .first()
    .check();
}

/** Reviews what the lane holds, and says which cards it was. */
async function reviewLane(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: /^复习计划里的/ }).click();
  const cards: string[] = [];
  for (let press = 0; press < 60; press++) {
    await expect(showButton(page).or(page.locator('.session-end'))).toBeVisible();
    if (await page.locator('.session-end').isVisible()) return cards;
    cards.push((await cardOn(page)) ?? '');
    await reveal(page);
    const before = (await readDump(page)).events.length;
    await page.keyboard.press('3');
    await logOf(page, before + 1);
    await expect(ratings(page)).toBeHidden();
  }
  throw new Error('the lane has no end');
}

/** Answers every question of the quiz on the screen: says, picks and types as well as it goes. */
async function takeQuiz(page: Page): Promise<void> {
  const over = page.locator('.quiz-result');
  for (let question = 0; question < 40; question++) {
    const check = page.locator(
      'main [aria-keyshortcuts="Enter"], main [aria-keyshortcuts="Space"]',
    );
    await expect(over.or(check.first())).toBeVisible();
    if (await over.isVisible()) return;
    const before = (await readDump(page)).events.length;
    if ((await page.locator('main [aria-keyshortcuts="Space"]').count()) > 0) {
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: quiz.hadIt }).click();
      await logOf(page, before + 1);
      continue;
    }
    await page.getByRole('button', { name: review.dontKnow }).click();
    await logOf(page, before + 1);
    await page
      .getByRole('button', { name: new RegExp(`^(${quiz.next}|${quiz.toResult})`) })
      .click();
  }
  throw new Error('the quiz has no end');
}

test('a discussion for Friday, from the forecast to what came of it', async ({ openApp }) => {
  test.setTimeout(180_000);
  const app = await openApp({ prepare: at(TUESDAY) });
  const { page } = app;
  await livePast(page, past());

  await goTo(app, '/discussions');
  await page.getByRole('link', { name: words.make }).click();
  await fillIn(page);
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByRole('heading', { level: 1, name: '周五读书会' })).toBeVisible();
  await expect(page.getByRole('table', { name: words.daysLabel })).toBeVisible({ timeout: 60_000 });
  const [first] = await waitForEvents(page, 'forecast-made', 1);
  expect(first).toMatchObject({ when: FRIDAY, date: dayOf(FRIDAY), isPlanned: false });

  await page.getByRole('button', { name: words.usePlan }).click();
  await expect(page.getByText(words.followed)).toBeVisible();
  await waitForEvents(page, 'day-planned', 1);
  await waitForEvents(page, 'forecast-made', 2);

  const done: string[] = [];
  for (let day = 0; day < 3; day++) {
    await goTo(app, '/', TUESDAY + day * DAY);
    await expect(page.getByRole('heading', { name: today.lane.title('周五读书会') })).toBeVisible();
    const plans = await waitForEvents(page, 'day-planned', day + 1);
    const plan = plans.at(-1);
    expect(plan?.day).toBe(dayOf(TUESDAY + day * DAY));
    const planned = plan && 'cards' in plan ? (plan.cards as string[]) : [];
    if (planned.length > 0) {
      const cards = await reviewLane(page);
      expect(new Set(cards)).toEqual(new Set(planned));
      done.push(...cards);
    }
    const dump = await readDump(page);
    expectWhole(dump);
    // What was planned on days that are past stands as it was written.
    expect(dump.events.filter(({ type }) => type === 'day-planned')).toEqual(plans);
  }
  expect(done.length).toBeGreaterThan(0);

  // The plan ends by itself.
  await goTo(app, '/', FRIDAY + 3_600_000);
  await expect(page.locator('.today__date')).toBeVisible();
  await expect(page.getByRole('heading', { name: today.lane.title('周五读书会') })).toBeHidden();

  await goTo(app, '/discussions');
  await page.getByRole('link', { name: /周五读书会/ }).click();
  await page.getByRole('link', { name: words.finalQuiz }).click();
  await expect(page.getByText(quiz.finalHint)).toBeVisible();
  await expect(page.getByRole('spinbutton')).toHaveValue(`${ENOUGH}`);
  const before = await readDump(page);
  await page.getByRole('button', { name: new RegExp(`^${quiz.start}`) }).click();
  await takeQuiz(page);
  const after = await readDump(page);
  const states = ({ cards }: Dump) => cards.map((row) => stateOf(row));
  expect(states(after), 'practice moves nothing').toEqual(states(before));
  expectWhole(after);
  const [begun] = await eventsOf(page, 'quiz-begun');
  expect(begun).toMatchObject({ isFinal: true, mode: 'quiz-practice' });

  await goTo(app, '/discussions');
  await page.getByRole('link', { name: /周五读书会/ }).click();
  await expect(page.getByText(words.byQuiz)).toBeVisible();
  await expect(page.getByRole('heading', { name: words.afterwards })).toBeVisible();
  const asked = after.events.filter(({ type }) => type === 'quizzed').length;
  expect(asked).toBeGreaterThanOrEqual(ENOUGH);
  await expect(page.getByText(/^布赖尔分0\.\d\d/)).toBeVisible();
  const bins = page.getByRole('table', { name: words.bins }).locator('tbody tr');
  const counts = await bins.locator('td:last-child').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(asked);
});

test('what is wrong with a discussion is said where it is, and nothing typed is lost', async ({
  openApp,
}) => {
  const app = await openApp({ prepare: at(TUESDAY) });
  const { page } = app;
  await goTo(app, '/discussions/new');
  await page.getByRole('button', { name: words.save }).click();
  for (const problem of ['no-name', 'no-date', 'empty-scope'] as const) {
    await expect(page.getByText(words.problems[problem])).toBeVisible();
  }
  await fillIn(page);
  await page.getByLabel(words.date, { exact: true }).fill('2026-11-20');
  await page.getByLabel(words.minutes, { exact: true }).fill('0');
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.problems.past)).toBeVisible();
  await expect(page.getByText(words.problems['zero-minutes'])).toBeVisible();
  await expect(page.getByLabel(words.name, { exact: true })).toHaveValue('周五读书会');
  expect((await readDump(page)).events).toEqual([]);
});

test('a tab closed while the plan is worked out loses nothing', async ({ openApp }) => {
  const app = await openApp({ prepare: at(TUESDAY) });
  await livePast(app.page, past());
  await goTo(app, '/discussions/new');
  await fillIn(app.page);
  await app.page.getByRole('button', { name: words.save }).click();
  await waitForEvents(app.page, 'discussion-set', 1);
  await app.page.close();
  const again = await app.newTab('#/discussions');
  await again.getByRole('link', { name: /周五读书会/ }).click();
  await expect(again.getByRole('table', { name: words.daysLabel })).toBeVisible({
    timeout: 60_000,
  });
  await waitForEvents(again, 'forecast-made', 1);
  expectWhole(await readDump(again));
});

/** How many pages a PDF has, by its page objects. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** As long as a name is at its worst, short of the longest allowed. */
const LONG_NAME = 'Fanshi 读书会，第十二次：'.repeat(2);

for (const language of ['zh', 'en'] as const) {
  test(`the brief fits on one page of paper, whatever the scope: ${language}`, async ({
    openApp,
  }) => {
    test.setTimeout(240_000);
    const app = await openApp({
      prepare: async (context) => {
        await at(TUESDAY)(context);
        await context.addInitScript(
          (value) => {
            localStorage.setItem('fanshi.looks', JSON.stringify(value));
          },
          { language, cardLanguage: language },
        );
      },
    });
    const scopes = [
      ...catalogue.decks.map(({ id }) => ({ decks: [id] })),
      // As many concepts as the page has room for, and more.
      ...[...catalogue.chapter.values()]
        .filter(({ concepts }) => concepts.length >= 8)
        .map(({ id }) => ({ chapters: [id] })),
    ];
    const make = (scope: object, place: number): Draft => ({
      type: 'discussion-set',
      discussion: `scope-${place}`,
      name: language === 'zh' ? LONG_NAME : LONG_NAME.repeat(2),
      when: FRIDAY,
      scope,
      target: 0.9,
      minutes: 20,
      onTheDay: false,
      isPlanned: false,
      isRemoved: false,
      at: TUESDAY - DAY,
      offset: 480,
      day: dayOf(TUESDAY - DAY),
    });
    await livePast(app.page, [...past(), ...scopes.map((scope, place) => [make(scope, place)])]);
    for (const [place, scope] of scopes.entries()) {
      await app.page.goto(new URL(`#/discussions/scope-${place}/brief`, app.page.url()).href);
      await expect(app.page.locator('.brief__concepts > li').first()).toBeVisible();
      await expect(app.page.locator('.brief .section')).toHaveCount(2);
      for (const format of ['A4', 'Letter']) {
        const pdf = await app.page.pdf({ format });
        expect.soft(pagesOf(pdf), `${JSON.stringify(scope)} on ${format}`).toBe(1);
      }
    }
  });
}
