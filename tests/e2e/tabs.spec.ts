/** Tabs of one profile, studying at the same time: nothing lost, nothing doubled, nothing out of step. */
import type { BrowserContext, Page } from '@playwright/test';
import { zh } from '../../src/app/messages/zh.ts';
import { idOf, type Answer, type LogEvent } from '../../src/domain/event.ts';
import { expect, test } from './app.ts';
import {
  answer,
  aPast,
  aSetting,
  cardOn,
  expectWhole,
  livePast,
  logOf,
  profileIn,
  ratings,
  readDump,
  reveal,
  showButton,
  writeRaw,
} from './study.ts';

const REVIEW = '#/review';

/** Keeps in `window.saved` what this tab wrote to the log and saw committed. */
function keepSaved(): void {
  const saved: unknown[] = [];
  Object.assign(window, { saved });
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function added(value, key) {
    if (this.name === 'events') {
      this.transaction.addEventListener('complete', () => saved.push(structuredClone(value)));
    }
    return add.call(this, value, key);
  };
}
const prepare = (context: BrowserContext) => context.addInitScript(keepSaved);
const savedBy = (tab: Page) =>
  tab.evaluate(() => (window as unknown as { saved: LogEvent[] }).saved);

/** Answers with whatever comes, until the tab has saved so many. */
async function studyOn(tab: Page, count: number): Promise<LogEvent[]> {
  const until = Date.now() + 150_000;
  for (;;) {
    const saved = await savedBy(tab);
    if (saved.length >= count) return saved;
    expect(Date.now(), `${saved.length} saved in time`).toBeLessThan(until);
    await tab.keyboard.press('Space');
    await tab.keyboard.press('1234'.charAt(saved.length % 4));
  }
}

for (const [tabs, each] of [
  [2, 30],
  [8, 20],
] as const) {
  test(`${tabs} tabs rate at the same time`, async ({ openApp }) => {
    test.setTimeout(200_000);
    const app = await openApp({ prepare });
    await livePast(app.page, [
      [aSetting('newPerDay', 999, Date.now())],
      ...aPast(30, Date.now() - 3 * 86_400_000, 3),
    ]);
    const before = await readDump(app.page);
    const pages = await Promise.all(Array.from({ length: tabs }, () => app.newTab(REVIEW)));
    const saved = (await Promise.all(pages.map((tab) => studyOn(tab, each)))).flat();
    expect(saved.length).toBeGreaterThanOrEqual(tabs * each);
    // The last presses of a tab may still be on their way when it has been counted.
    await Promise.all(pages.map((tab) => expect(tab.locator('[aria-busy]')).toHaveCount(0)));
    await app.page.waitForTimeout(300);
    const all = (await Promise.all(pages.map((tab) => savedBy(tab)))).flat();

    const after = await readDump(app.page);
    const byId = (events: readonly LogEvent[]) =>
      new Map(events.map((event) => [idOf(event), event]));
    expect(byId(after.events)).toEqual(byId([...before.events, ...all]));
    expect(after.events.length).toBe(before.events.length + all.length);
    expectWhole(after);
  });
}

test('a card answered in one tab is shown anew in the other', async ({ openApp }) => {
  const app = await openApp({ path: REVIEW });
  const other = await app.newTab(REVIEW);
  await expect(showButton(app.page)).toBeVisible();
  const card = await cardOn(app.page);
  expect(await cardOn(other)).toBe(card);
  await reveal(other);
  await answer(app.page, '3');
  await expect(ratings(other)).toBeHidden();
  await expect(showButton(other)).toBeVisible();
  await answer(other, '3');
  const dump = await logOf(other, 2);
  expectWhole(dump);
  const [one, two] = dump.events as [Answer, Answer];
  // The second answer, if it is of the same card, was decided on what the first had made of it.
  if (two.card === one.card) expect(two).toMatchObject({ grant: { phase: 'review' } });
});

test('an answer to a card that changed unheard is refused, and says so', async ({ openApp }) => {
  const app = await openApp({ path: REVIEW });
  const other = await app.context.newPage();
  await other.addInitScript(() => {
    // This tab hears nothing of the others, as when its messages are late.
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  await other.goto(app.page.url());
  await reveal(other);
  await answer(app.page, '3');
  await expect(ratings(other)).toBeVisible();
  await other.keyboard.press('3');
  await expect(other.getByRole('alert')).toContainText(zh.trouble.answer.stale.title);
  await expect(other.getByRole('alert')).toContainText(zh.trouble.answer.stale.body);
  await expect(showButton(other)).toBeVisible();
  const dump = await readDump(other);
  expect(dump.events.length).toBe(1);
  expectWhole(dump);
  await answer(other, '3');
  await expect(other.getByRole('alert')).toBeHidden();
  expectWhole(await logOf(other, 2));
});

test('undo in one tab takes back what another did last, and says so', async ({ openApp }) => {
  const app = await openApp({ path: REVIEW });
  await expect(showButton(app.page)).toBeVisible();
  const card = await cardOn(app.page);
  await answer(app.page, '2');
  const other = await app.newTab(REVIEW);
  await expect(showButton(other)).toBeVisible();
  await other.keyboard.press('u');
  const words = zh.review.said.tookBack(zh.review.rating.hard);
  await expect(other.getByText(words).first()).toBeVisible();
  expect(await cardOn(other)).toBe(card);
  const dump = await logOf(other, 2);
  expect(dump.events[1]).toMatchObject({ type: 'undone', names: dump.events[0]?.action });
  expect(dump.days).toEqual([]);
  expectWhole(dump);
});

test('a tab of an older version may not write to a newer database', async ({ openApp }) => {
  const app = await openApp({ path: REVIEW });
  const { page } = app;
  await answer(page, '3');
  await reveal(page);
  const before = await readDump(page);
  await writeRaw(page, [['meta', { ...profileIn(before), minWriter: 99 }]]);
  await page.keyboard.press('3');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(zh.trouble.answer.outdated.title);
  await expect(alert).toContainText(zh.trouble.answer.outdated.body);
  await expect(alert.getByRole('button', { name: zh.trouble.reload })).toBeVisible();
  await page.keyboard.press('u');
  await expect(alert).toContainText(zh.trouble.answer.outdated.title);
  const after = await readDump(page);
  expect(after.events).toEqual(before.events);
  expect(after.cards).toEqual(before.cards);
  expect(after.days).toEqual(before.days);
  expectWhole(after);
});
