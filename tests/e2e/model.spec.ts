import type { Page } from '@playwright/test';
import { en } from '../../src/app/messages/en.ts';
import { model as words } from '../../src/app/messages/en/model.ts';
import { createModel } from '../../src/domain/memory.ts';
import { TRUE_WEIGHTS } from '../fixtures/optimiser.ts';
import { expect, test } from './app.ts';
import { pastOfLearner } from './learnerPast.ts';
import { expectWhole, livePast, readDump } from './study.ts';

const LEARNER = {
  seed: 'browser',
  cards: 260,
  days: 220,
  perDay: 4,
  truth: createModel(TRUE_WEIGHTS),
  belief: createModel(),
};

/** Resolves when the caches are those of the weights in force. */
async function cachesCurrent(page: Page): Promise<void> {
  await expect
    .poll(async () => (await readDump(page)).meta.some(({ key }) => key === 'cache'), {
      timeout: 60_000,
      intervals: [1000],
    })
    .toBe(true);
}

test('trains in the page, says what it gained, and is taken back', async ({ openApp }) => {
  test.setTimeout(240_000);
  const app = await openApp({ locale: 'en-GB', path: '#/statistics/model' });
  const { page } = app;
  await expect(page.getByText(words.saidFew(0, 100))).toBeVisible();
  await livePast(page, pastOfLearner(LEARNER, Date.now()));

  // This learner forgets sooner than the defaults say.
  await expect(page.getByText(words.verdict['too-high'])).toBeVisible();
  await expect(page.getByRole('img', { name: /groups of answers/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: words.workload })).toBeVisible();

  const section = page.getByRole('region', { name: words.optimise });
  await section.getByRole('button', { name: words.train }).click();
  await expect(section.getByRole('progressbar')).toBeVisible();
  await section.getByRole('button', { name: words.cancel }).click();
  await expect(section.getByRole('button', { name: words.train })).toBeVisible();

  await section.getByRole('button', { name: words.train }).click();
  await expect(section.getByText(/log loss falls from/).last()).toBeVisible({ timeout: 60_000 });
  const before = await readDump(page);
  await section.getByRole('button', { name: words.use }).click();
  await expect(section.getByText(words.saved.weights).last()).toBeVisible();
  await expect(section.getByText(words.inForce, { exact: true })).toBeVisible();
  await cachesCurrent(page);
  const after = await readDump(page);
  expect(after.events.length).toBe(before.events.length + 1);
  expect(after.events.find((event) => event.type === 'set')).toMatchObject({ key: 'weights' });
  expectWhole(after);

  await section.getByRole('button', { name: words.undo }).click();
  await expect(section.getByText(words.tookBack).last()).toBeVisible();
  await cachesCurrent(page);
  expectWhole(await readDump(page));
});

test('is reached from the statistics by keyboard, and says what it has too little of', async ({
  openApp,
}) => {
  const { page } = await openApp({ locale: 'en-GB', path: '#/statistics/model' });
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
  await expect(page.getByText(words.noTested)).toBeVisible();
  await page.getByRole('button', { name: words.train }).press('Enter');
  await expect(page.getByText(words.tooFew(0, 0, 300, 100)).last()).toBeVisible();
  await page.getByRole('link', { name: en.common.statistics }).first().press('Enter');
  await expect(page).toHaveURL(/#\/statistics$/);
});
