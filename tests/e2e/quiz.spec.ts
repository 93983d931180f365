/** Quizzes in a real browser: every form by keyboard, what they move, leaving and coming back, links. */
import type { BrowserContext, Page } from '@playwright/test';
import { quiz } from '../../src/app/messages/zh/quiz.ts';
import { zh } from '../../src/app/messages/zh.ts';
import { linkOf } from '../../src/domain/quiz/link.ts';
import type { Form, Question } from '../../src/domain/quiz/question.ts';
import { stateOf } from '../../src/store/database.ts';
import { expect, shown, test, type App } from './app.ts';
import {
  answered,
  catalogue,
  expectWhole,
  livePast,
  loaded,
  logOf,
  readDump,
  type Dump,
} from './study.ts';

const { review } = zh;
const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const at = (time: number) => (context: BrowserContext) => context.clock.setFixedTime(time);

const deck = catalogue.decks[0] as (typeof catalogue.decks)[number];
const textOf = (card: string) => {
  const chapter = catalogue.card.get(card)?.chapterId ?? '';
  return loaded.decks.map(({ texts }) => texts[chapter]?.cards[card]).find((one) => one);
};
const first = (fits: (card: (typeof deck.cards)[number]) => boolean) => {
  const card = deck.cards.find(fits);
  if (!card) throw new Error('no such card');
  return card.id;
};
const openQuestion = Object.values(loaded.decks[0]?.texts ?? {}).flatMap(
  (text) => text.discussion,
)[0];

/** One question of every form. */
const QUESTIONS: readonly Question[] = [
  { form: 'choice', of: first(({ kind }) => kind === 'choice') },
  { form: 'typed', of: first(({ kind }) => kind === 'cloze') },
  { form: 'cloze', of: deck.cards.filter(({ kind }) => kind === 'cloze')[3]?.id ?? '' },
  { form: 'recall', of: first(({ kind }) => kind === 'basic') },
  { form: 'order', of: first(({ id }) => (textOf(id)?.zh.items?.length ?? 0) >= 3) },
  { form: 'contrast', of: first(({ kind }) => kind === 'contrast') },
  { form: 'open', of: openQuestion?.id ?? '' },
];
const CARDS = QUESTIONS.filter(({ form }) => form !== 'open').map(({ of }) => of);

const addressOf = (questions: readonly Question[]) =>
  `#/quiz?q=${linkOf({ seed: 'a-seed', questions, decks: { [deck.id]: deck.version } }) ?? ''}`;

const goTo = async (page: Page, address: string) => {
  await page.goto(new URL(address, page.url()).href);
  await page.reload();
  await shown(page);
};

/** A learner who has met the cards, and a quiz of all forms begun in a mode. */
async function begun(
  openApp: (options: object) => Promise<App>,
  mode: keyof typeof quiz.mode = 'quiz-practice',
): Promise<App> {
  const app = await openApp({ prepare: at(MONDAY) });
  const { page } = app;
  const past = CARDS.map((card, i) => [answered(card, MONDAY - 9 * DAY + i * 20_000, 30)]);
  await livePast(page, past);
  await goTo(page, addressOf(QUESTIONS));
  await page.getByRole('radio', { name: new RegExp(`^${quiz.mode[mode].label}`) }).check();
  await page.getByRole('button', { name: new RegExp(`^${quiz.start}`) }).click();
  await expect(page.locator('.options__text').first()).toBeVisible();
  return app;
}

const states = ({ cards }: Dump) => new Map(cards.map((row) => [row.card, stateOf(row)]));
const formOn = (page: Page) => page.locator('main').innerText();

/** Answers the question on the screen by keyboard, right or wrong where it can be. */
async function answerByKeys(page: Page, form: Form, isRight: boolean): Promise<void> {
  const before = (await readDump(page)).events.length;
  const press = (key: string) => page.keyboard.press(key);
  await expect(page.locator('main [aria-keyshortcuts], .typed__input').first()).toBeVisible();
  switch (form) {
    case 'choice': {
      const card = QUESTIONS[0]?.of ?? '';
      const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');
      const right = plain(textOf(card)?.zh.options?.[0] ?? '');
      await expect(page.locator('.options__text').first()).toBeVisible();
      const seen = (await page.locator('.options__text').allTextContents()).map(plain);
      const place = seen.findIndex((words) => (words === right) === isRight);
      await press('ABCDEF'.charAt(place));
      break;
    }
    case 'typed':
      await expect(page.locator('.typed__input')).toBeFocused();
      await page.keyboard.type(isRight ? (textOf(QUESTIONS[1]?.of ?? '')?.zh.typed ?? '') : '错');
      break;
    case 'order':
      await expect(page.locator('.ordering')).toBeVisible();
      break;
    case 'open':
      await press('Space');
      await expect(page.getByRole('checkbox').first()).toBeVisible();
      await page.getByRole('checkbox').first().focus();
      await press('Space');
      await expect(page.getByRole('checkbox').first()).toBeChecked();
      break;
    default:
      await press('Space');
      await expect(page.getByRole('button', { name: quiz.hadIt })).toBeVisible();
      await press(isRight ? '3' : '1');
      await logOf(page, before + 1);
      await expect(page.getByRole('button', { name: quiz.hadIt })).toBeHidden();
      return;
  }
  await press('Enter');
  await logOf(page, before + 1);
  if (form === 'open') return;
  const next = page.getByRole('button', { name: new RegExp(`^(${quiz.next}|${quiz.toResult})`) });
  await expect(next).toBeVisible();
  await press('Enter');
  await expect(next).toBeHidden();
}

test('every form by keyboard alone; practice moves nothing', async ({ openApp }) => {
  const { page } = await begun(openApp);
  const before = await readDump(page);
  for (const { form } of QUESTIONS) await answerByKeys(page, form, form !== 'recall');
  await expect(page.getByRole('heading', { name: quiz.missedOnes(2) })).toBeVisible();
  const after = await readDump(page);
  expect(states(after)).toEqual(states(before));
  expectWhole(after);
  const answers = after.events.filter(({ type }) => type === 'quizzed' || type === 'open-answered');
  expect(answers).toHaveLength(QUESTIONS.length);
  expect(answers.every((event) => !('grant' in event))).toBe(true);
});

test('counting misses moves the card that was missed, and no other', async ({ openApp }) => {
  const { page } = await begun(openApp, 'quiz-misses');
  const before = states(await readDump(page));
  for (const { form } of QUESTIONS)
    await answerByKeys(page, form, form !== 'contrast' && form !== 'order');
  await expect(page.getByRole('heading', { name: quiz.missedOnes(2) })).toBeVisible();
  const dump = await readDump(page);
  const after = states(dump);
  const missed = QUESTIONS.filter(({ form }) => form === 'contrast' || form === 'order');
  for (const card of CARDS) {
    const isMissed = missed.some(({ of }) => of === card);
    expect(after.get(card)?.phase, card).toBe(isMissed ? 'relearning' : 'review');
    expect(after.get(card)?.lapses, card).toBe(isMissed ? 1 : 0);
    // Whatever was not missed is as it was, but for when it was last looked at.
    if (!isMissed) expect(after.get(card)).toMatchObject({ memory: before.get(card)?.memory });
  }
  expectWhole(dump);
});

test('comes back at the same question after a reload and in a new browser; undo asks again', async ({
  openApp,
}) => {
  const app = await begun(openApp);
  const { page } = app;
  await answerByKeys(page, 'choice', true);
  await answerByKeys(page, 'typed', false);
  const question = (await formOn(page)).slice(0, 60);
  await page.reload();
  await expect.poll(async () => (await formOn(page)).slice(0, 60)).toBe(question);
  const address = page.url();
  await app.close();
  const again = await openApp({ profileDir: app.profileDir, prepare: at(MONDAY + 3_600_000) });
  await again.page.goto(new URL(new URL(address).hash, again.page.url()).href);
  await expect.poll(async () => (await formOn(again.page)).slice(0, 60)).toBe(question);
  const before = (await readDump(again.page)).events.length;
  await again.page.keyboard.press('u');
  await logOf(again.page, before + 1);
  await expect(again.page.locator('.typed__input')).toBeVisible();
  expectWhole(await readDump(again.page));
});

test('eight tabs answering one quiz leave one log', async ({ openApp }) => {
  const app = await begun(openApp, 'quiz-all');
  const hash = new URL(app.page.url()).hash;
  const tabs = [app.page];
  for (let tab = 1; tab < 8; tab++) tabs.push(await app.newTab(hash));
  for (const tab of tabs) await expect(tab.locator('.options__text').first()).toBeVisible();
  await Promise.all(
    tabs.map(async (tab) => {
      await tab.keyboard.press('A');
      await tab.keyboard.press('Enter');
    }),
  );
  await expect
    .poll(
      async () => (await readDump(app.page)).events.filter(({ type }) => type === 'quizzed').length,
    )
    .toBeGreaterThan(0);
  await app.page.waitForTimeout(500);
  const dump = await readDump(app.page);
  expectWhole(dump);
  expect(states(dump).get(CARDS[0] ?? '')?.reps, 'memory moved once at most').toBeLessThanOrEqual(
    2,
  );
});

test('a link asks the same questions with the same options, and nothing of the person', async ({
  openApp,
}) => {
  const one = await begun(openApp);
  const optionsOf = async (page: Page) => {
    await expect(page.locator('.options__text').first()).toBeVisible();
    return page.locator('.options__text').allTextContents();
  };
  const options = await optionsOf(one.page);
  const other = await openApp({ prepare: at(MONDAY) });
  await goTo(other.page, addressOf(QUESTIONS));
  await expect(other.page.getByText(quiz.givenFrom(QUESTIONS.length, deck.title.zh))).toBeVisible();
  await other.page.getByRole('button', { name: new RegExp(`^${quiz.start}`) }).click();
  expect(await optionsOf(other.page)).toEqual(options);
});

test('a link that is broken, too long or of unknown cards says so, and leads on', async ({
  openApp,
}) => {
  const { page } = await openApp({ prepare: at(MONDAY) });
  const unknown = linkOf({
    seed: 's',
    questions: [{ form: 'recall', of: 'elsewhere/a.b' }],
    decks: { elsewhere: '1' },
  });
  for (const [query, trouble] of [
    ['nonsense', 'malformed'],
    ['%E0%A4%A', 'malformed'],
    ['x'.repeat(40_000), 'too-long'],
    [unknown ?? '', 'no-deck'],
    [`1~s~${deck.id}.${deck.version}~r0no-such-card`, 'no-card'],
    [`1~s~${deck.id}.newer~r0no-such-card`, 'other-version'],
  ] as const) {
    await goTo(page, `#/quiz?q=${query}`);
    await expect(page.getByText(quiz.badLink[trouble].body), query.slice(0, 20)).toBeVisible();
    await page.getByRole('link', { name: quiz.makeOwn }).click();
    await expect(page.getByRole('heading', { level: 1, name: quiz.title })).toBeVisible();
  }
  expect((await readDump(page)).events).toEqual([]);
});

test('a link of another version of the deck says so, and asks what is here', async ({
  openApp,
}) => {
  const { page } = await openApp({ prepare: at(MONDAY) });
  const [known] = QUESTIONS;
  const link = linkOf({
    seed: 's',
    questions: [known as Question, { form: 'recall', of: `${deck.id}/no-such-card` }],
    decks: { [deck.id]: 'newer' },
  });
  await goTo(page, `#/quiz?q=${link ?? ''}`);
  await expect(page.getByText(quiz.givenVersion)).toContainText(quiz.givenUnknown(1));
  await page.getByRole('button', { name: new RegExp(`^${quiz.start}`) }).click();
  await expect(page.locator('.options__text').first()).toBeVisible();
});

test('misses become today’s reviews, and that can be taken back', async ({ openApp }) => {
  const { page } = await begun(openApp);
  for (const { form } of QUESTIONS)
    await answerByKeys(page, form, form !== 'recall' && form !== 'order');
  const before = states(await readDump(page));
  await page.getByRole('button', { name: quiz.addToToday(2) }).click();
  await expect(page.getByText(quiz.added(2))).toBeVisible();
  const dump = await readDump(page);
  expect(
    dump.cards
      .filter(
        ({ queueDay }) => (queueDay ?? Infinity) <= Math.floor((MONDAY + 4 * 3_600_000) / DAY),
      )
      .map(({ card }) => card)
      .toSorted(),
  ).toEqual(
    QUESTIONS.filter(({ form }) => form === 'recall' || form === 'order')
      .map(({ of }) => of)
      .toSorted(),
  );
  await page.getByRole('button', { name: review.undo, exact: true }).last().click();
  await expect(page.getByText(quiz.addedBack)).toBeVisible();
  expect(states(await readDump(page))).toEqual(before);
});
