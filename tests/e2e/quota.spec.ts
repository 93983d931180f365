/** No room, or no storage at all: nothing is shown as saved that is not, and nothing is deleted. */
import type { BrowserContext } from '@playwright/test';
import { zh } from '../../src/app/messages/zh.ts';
import { type App, type OpenOptions, expect, test } from './app.ts';
import { answer, cardOn, expectWhole, logOf, ratings, readDump, reveal } from './study.ts';

/** What the origin may hold, bytes; null for what the disk allows. */
async function setQuota(context: BrowserContext, url: string, quotaSize: number | null) {
  const [page] = context.pages();
  if (!page) throw new Error('no page');
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    ...(quotaSize === null ? {} : { quotaSize }),
  });
}

/** One answer in a profile, then the same profile on a full disk. */
async function onFullDisk(
  openApp: (options: OpenOptions) => Promise<App>,
  url: string,
  path: string,
): Promise<App> {
  const first = await openApp({ path: '#/review' });
  await answer(first.page);
  const { profileDir } = first;
  await first.close();
  // Chromium keeps what it was told of the room for half a minute: it must be full from the start.
  const prepare = (context: BrowserContext) => setQuota(context, url, 1);
  return openApp({ profileDir, path, prepare });
}

test('a full disk refuses a rating, keeps the card, and lets it through afterwards', async ({
  openApp,
  server,
}) => {
  const { page, context } = await onFullDisk(openApp, server.url, '#/review');
  const before = await readDump(page);
  await reveal(page);
  const card = await cardOn(page);
  const alert = page.getByRole('alert');
  for (let attempt = 0; attempt < 2; attempt++) {
    await page.keyboard.press('3');
    await expect(alert).toContainText(zh.trouble.answer.full.title);
    await expect(alert).toContainText(zh.trouble.answer.full.body);
    await expect(ratings(page)).toBeVisible();
    expect(await cardOn(page)).toBe(card);
    const refused = await readDump(page);
    expect(refused.events).toEqual(before.events);
    expectWhole(refused);
  }
  // Taking back needs room, too: it says so and leaves everything as it is.
  await page.keyboard.press('u');
  await expect(alert).toContainText(zh.trouble.answer.full.body);
  expectWhole(await logOf(page, 1));

  await setQuota(context, server.url, null);
  await alert.getByRole('button', { name: zh.trouble.again }).click();
  await expect(alert).toBeHidden();
  expect(await cardOn(page)).toBe(card);
  await answer(page);
  expectWhole(await logOf(page, 2));
});

test('a full disk keeps nobody from looking', async ({ openApp, server }) => {
  const { page } = await onFullDisk(openApp, server.url, '#/');
  const start = page.getByRole('link', { name: zh.today.start });
  await expect(start).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  await start.click();
  await reveal(page);
  await expect(page.getByRole('alert')).toBeHidden();
});

/** Ways in which browsers withhold IndexedDB, each put in its place before the app starts. */
const WITHHELD: Readonly<Record<string, () => void>> = {
  'opening fails': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      const error = new DOMException('Internal error opening backing store', 'UnknownError');
      Object.defineProperty(request, 'error', { get: () => error });
      setTimeout(() => {
        const event = new Event('error', { cancelable: true });
        request.dispatchEvent(event);
        request.onerror?.(event);
      });
      return request;
    };
  },
  'opening is forbidden': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'there is none': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
};

for (const [name, withhold] of Object.entries(WITHHELD)) {
  test(`storage that does not open, because ${name}`, async ({ openApp }) => {
    const app = await openApp({ path: '#/review' });
    await answer(app.page);
    const before = await readDump(app.page);
    const page = await app.context.newPage();
    await page.addInitScript(() => {
      Object.assign(window, { deleted: 0 });
      IDBFactory.prototype.deleteDatabase = () => {
        Object.assign(window, { deleted: 1 });
        throw new Error('deleted');
      };
    });
    await page.addInitScript(withhold);
    await page.goto(app.page.url());
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(zh.trouble.other.unavailable.title);
    await expect(alert).toContainText(zh.trouble.other.unavailable.body);
    await expect(alert.getByRole('button', { name: zh.trouble.reload })).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, 'deleted'))).toBe(0);
    await page.close();
    expect((await readDump(app.page)).events).toEqual(before.events);
    await answer(app.page);
    expectWhole(await logOf(app.page, 2));
  });
}
