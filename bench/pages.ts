/** The bench's page, open in a browser. */
import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { openBrowser, openSite } from './browser.ts';
import { buildPage } from './builds.ts';

/** Opens it in a fresh profile, for as long as `work` takes. */
export async function inPage<T>({ folders }: Bench, work: (page: Page) => Promise<T>): Promise<T> {
  const site = await openSite(await buildPage(folders.next('page')));
  const { context, page } = await openBrowser(folders.next('profile'));
  try {
    await page.goto(`${site.url}page.html`);
    await page.waitForFunction(() => 'bench' in window);
    return await work(page);
  } finally {
    await context.close();
    await site.stop();
  }
}
