/** The statistics in a real browser: studied for some weeks, looked at, read, taken along. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { statistics as words } from '../../src/app/messages/zh/statistics.ts';
import { zh } from '../../src/app/messages/zh.ts';
import type { Draft } from '../../src/domain/event.ts';
import { type App, type OpenOptions, expect, test } from './app.ts';
import { answer, answered, livePast, plainCards } from './study.ts';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');

const DRAWN = [
  words.calendar,
  words.reviews,
  words.buttons,
  words.due,
  words.added,
  words.hours,
  words.recall,
  words.counts,
  words.intervals,
  words.stability,
  words.difficulty,
].map(({ title }) => title);

/** Forty cards over five weeks, every seventh answer wrong, the last of them due again today. */
function aFewWeeks(): Draft[][] {
  const cards = plainCards.slice(0, 40);
  return [35, 30, 20, 5].flatMap((ago, round) =>
    cards.map((card, i) => [
      answered(
        card,
        MONDAY - ago * DAY + i * 20_000,
        round === 3 ? 5 + (i % 30) : 5,
        round > 0 && (i + round) % 7 === 0 ? 'again' : 'good',
      ),
    ]),
  );
}

async function open(openApp: (options?: OpenOptions) => Promise<App>): Promise<Page> {
  const { page } = await openApp({
    prepare: (context) => context.clock.setFixedTime(MONDAY),
  });
  await livePast(page, aFewWeeks());
  await page.goto(new URL('#/review', page.url()).href);
  await answer(page, '3');
  await answer(page, '1');
  await page.goto(new URL('#/statistics', page.url()).href);
  await expect(page.locator('.statistics__figures')).toHaveAttribute('aria-busy', 'false');
  return page;
}

const figure = (page: Page, title: string) =>
  page.getByRole('region', { name: title, exact: true });

async function saved(page: Page, title: string, label: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure(page, title).getByRole('button', { name: label }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('each figure has a sentence, a table and both files', async ({ openApp }) => {
  test.setTimeout(120_000);
  const page = await open(openApp);
  await expect(figure(page, words.today.title)).toContainText(/2/);
  await expect(figure(page, words.retention.title)).toContainText(/\d+%/);
  for (const title of DRAWN) {
    const one = figure(page, title);
    const sentence = (await one.getByRole('img').getAttribute('aria-label')) ?? '';
    expect(sentence, title).toMatch(/\d.*。$/);
    await one.getByRole('button', { name: zh.common.showTable }).click();
    const rows = one.getByRole('table').getByRole('row');
    const count = await rows.count();
    expect(count, title).toBeGreaterThan(1);

    const csv = await saved(page, title, zh.common.saveTable);
    expect(csv.charCodeAt(0), title).toBe(0xfe_ff);
    const lines = csv.slice(1).trimEnd().split('\r\n');
    expect(lines, title).toHaveLength(count);
    expect(lines[0]?.split(','), title).toEqual(await rows.first().locator('th').allTextContents());

    const svg = await saved(page, title, zh.common.savePicture);
    const problem = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      if (file.querySelector('parsererror')) return 'is no XML';
      if (file.querySelector('title')?.textContent === '') return 'has no title';
      if (/class=|var\(|(?:href|url)[=(]["']?(?!#)/.test(text)) return 'needs something outside';
      const letters = file.querySelector('text');
      if (!letters?.getAttribute('font-family')) return 'has no face';
      if (!letters.getAttribute('fill')?.startsWith('rgb')) return 'has no colour';
      return null;
    }, svg);
    expect(problem, title).toBeNull();
  }
});

test('a saved picture is the one on the page, by itself', async ({ openApp }) => {
  const page = await open(openApp);
  const svg = await saved(page, words.reviews.title, zh.common.savePicture);
  // Drawn as a picture, nothing of the page reaches it.
  const painted = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data = [] } = pen?.getImageData(0, 0, image.width, image.height) ?? {};
    const colours = new Set<string>();
    for (let i = 0; i < data.length; i += 4) {
      colours.add(`rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`);
    }
    return [...colours];
  }, svg);
  const shown = await page.evaluate(
    () => getComputedStyle(document.querySelector('.chart__fill--full') ?? document.body).fill,
  );
  expect(painted).toContain(shown);
  expect(painted).toContain('rgb(249, 251, 251)');
});

test('is read by keyboard and under the pointer, with the focus in sight', async ({ openApp }) => {
  const page = await open(openApp);
  const reviews = figure(page, words.reviews.title);
  const reader = reviews.getByRole('slider');
  await reader.focus();
  await page.keyboard.press('ArrowRight');
  const said = reviews.locator('.chart__said');
  await expect(said).toContainText(words.answerKinds.young);
  const outline = await reviews
    .locator('.chart__place')
    .evaluate((place) => getComputedStyle(place).outlineWidth);
  expect(outline).toBe('3px');
  const last = await said.textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(said).not.toHaveText(last ?? '');
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('');
  await reviews.getByRole('img').hover({ position: { x: 120, y: 120 } });
  await expect(said).not.toHaveText('');
});

test('nothing moves when the figures come', async ({ openApp }) => {
  const page = await open(openApp);
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value: unknown = Reflect.get(entry, 'value');
        Object.assign(window, {
          moved: Number(Reflect.get(window, 'moved')) + Number(value),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await expect(page.locator('.statistics__figures')).toHaveAttribute('aria-busy', 'false');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(await page.evaluate(() => Number(Reflect.get(window, 'moved')))).toBeLessThan(0.01);
});
