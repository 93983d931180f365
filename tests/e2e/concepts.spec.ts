/** What is known of every concept, in a real browser: now, then, on a coming day, and one by one. */
import type { BrowserContext, Page } from '@playwright/test';
import { concepts as en } from '../../src/app/messages/en/concepts.ts';
import { concepts as zh } from '../../src/app/messages/zh/concepts.ts';
import type { Language } from '../../src/domain/deck.ts';
import { expect, test } from './app.ts';
import {
  answered,
  catalogue,
  dayOf,
  livePast,
  logOf,
  plainCards,
  ratings,
  showButton,
} from './study.ts';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const WORDS = { zh, en };

/** Twelve cards begun three weeks ago, half of them answered again ten days later. */
const past = () => {
  const cards = plainCards.slice(0, 12);
  return [
    ...cards.map((card, i) => [answered(card, MONDAY - 21 * DAY + i * 20_000, 5)]),
    ...cards.slice(0, 6).map((card, i) => [answered(card, MONDAY - 11 * DAY + i * 20_000, 20)]),
  ];
};

const inLanguage = (language: Language) => async (context: BrowserContext) => {
  await context.clock.setFixedTime(MONDAY);
  await context.addInitScript((chosen) => {
    const looks = { language: chosen, cardLanguage: chosen, stripsSeen: 9, textScale: 1 };
    localStorage.setItem(
      'fanshi.looks',
      JSON.stringify({ theme: 'auto', typing: false, ...looks }),
    );
  }, language);
};

const shareIn = (text: string) => Number(/(\d+)%/.exec(text)?.[1]);

async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(new URL(hash, page.url()).href);
}

for (const language of ['zh', 'en'] as const) {
  const words = WORDS[language];

  test(`what was, is and will be known, by keys alone: ${language}`, async ({ openApp }) => {
    test.setTimeout(120_000);
    const { page } = await openApp({ prepare: inLanguage(language) });
    await goTo(page, '#/concepts');
    await expect(page.getByText(words.empty)).toBeVisible();
    await livePast(page, past());

    const slider = page.getByRole('slider', { name: words.dateLabel });
    const finding = page.locator('.concepts__finding');
    await expect(slider).toBeVisible();
    const now = (await finding.textContent()) ?? '';
    await expect(page.getByRole('img', { name: now })).toBeVisible();

    // To the past: on its first day nothing of what was begun had been forgotten.
    const first = words.date(dayOf(MONDAY - 21 * DAY), dayOf(MONDAY));
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(finding).toContainText(first);
    const then = shareIn((await finding.textContent()) ?? '');
    expect(then).toBeGreaterThan(shareIn(now));
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      words.heard(first, words.average(then / 100)),
    );

    // To the future, without review: ever less.
    const end = Number(await slider.getAttribute('max'));
    await page.keyboard.press('End');
    await expect(slider).toHaveValue(String(end));
    await expect(finding).not.toContainText(first);
    const left = shareIn((await finding.textContent()) ?? '');
    expect(left).toBeLessThan(shareIn(now));

    // Going on: more, and worked out off the page.
    await page.getByRole('radio', { name: words.ways.stop }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(words.working)).toBeHidden({ timeout: 60_000 });
    await expect
      .poll(async () => shareIn((await finding.textContent()) ?? ''))
      .toBeGreaterThan(left);

    // From the map to a concept, and its curve.
    const map = page.getByRole('combobox', { name: words.mapKeys });
    await map.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/concepts\/.+\/.+/);

    const concept = catalogue.card.get(plainCards[0] ?? '')?.conceptId ?? '';
    await goTo(page, `#/concepts/${concept}`);
    const curve = page.getByRole('region', { name: words.curve });
    await expect(curve.getByRole('img')).toBeVisible();
    await expect(page.getByRole('region', { name: words.history }).getByRole('img')).toBeVisible();
    await curve.getByRole('button', { name: words.whyDate }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

test('a card studied now is known at once on the map', async ({ openApp }) => {
  const { page } = await openApp({ prepare: inLanguage('zh') });
  await goTo(page, '#/review');
  await expect(showButton(page)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(ratings(page)).toBeVisible();
  await page.keyboard.press('4');
  await logOf(page, 1);
  await goTo(page, '#/concepts');
  await expect(page.locator('.concepts__finding')).toHaveText(/学过的1个概念/);
});
