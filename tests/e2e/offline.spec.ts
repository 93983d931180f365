/** The app shell: it works offline, on a sub-path, under its content security policy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, shown, test } from './app.ts';
import { build } from './build.ts';

/** Which build the page is. */
function version(page: Page): Promise<string | null> {
  return page.locator('meta[name=version]').getAttribute('content');
}

/** Address of the script the page started from; its name is a hash of its content. */
function entry(page: Page): Promise<string | null> {
  return page.locator('script[type=module]').first().getAttribute('src');
}

for (const basePath of ['/', '/some/path/']) {
  test.describe(`served at ${basePath}`, () => {
    test.use({ basePath });

    test('works with the server gone: reload, new tab, browser opened again', async ({
      server,
      openApp,
    }) => {
      const app = await openApp();
      await app.offlineReady();
      await server.stop();
      await expect(fetch(server.url)).rejects.toThrow();

      await app.page.reload();
      await shown(app.page);
      const tab = await app.newTab('#/somewhere');
      expect(await version(tab)).toBe(await version(app.page));
      await app.close();

      const again = await openApp({ profileDir: app.profileDir });
      await shown(again.page);
    });

    test('can be installed: manifest and icons are there', async ({ server, openApp }) => {
      const { page } = await openApp();
      const href = await page.locator('link[rel=manifest]').getAttribute('href');
      const address = new URL(href ?? '', server.url);
      const manifest = (await (await fetch(address)).json()) as {
        start_url: string;
        scope: string;
        icons: { src: string; type: string }[];
      };
      expect(new URL(manifest.start_url, address).href).toBe(server.url);
      expect(new URL(manifest.scope, address).href).toBe(server.url);
      const links = await page
        .locator('link[rel=icon], link[rel=apple-touch-icon]')
        .evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href));
      for (const icon of [...manifest.icons.map(({ src }) => src), ...links]) {
        const answer = await fetch(new URL(icon, address));
        expect(answer.status, icon).toBe(200);
        expect(answer.headers.get('content-type'), icon).toMatch(/^image\//);
      }
    });
  });
}

test('everything the app is made of is kept', async ({ server, openApp }) => {
  const app = await openApp();
  await app.offlineReady();
  const kept = await app.page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url.replace(/\?.*$/, ''));
  });
  const worker = await (await fetch(`${server.url}sw.js`)).text();
  expect(kept).toContain(`${server.url}index.html`);
  expect(kept).toContain(new URL((await entry(app.page)) ?? '', server.url).href);
  expect(kept.length).toBe(worker.match(/\{url:"/g)?.length);
});

test('the policy forbids inline script, and the watch sees it', async ({ openApp }) => {
  const app = await openApp();
  await app.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
  });
  expect(await app.page.evaluate(() => 'ran' in window)).toBe(false);
  await expect.poll(() => app.errors.join('\n')).toContain('Content security policy: script-src');
  app.allow(/Content[ -]security[ -]policy/i);
});

test('no other host can be asked', async ({ openApp }) => {
  const app = await openApp();
  const asked = app.page.evaluate(() => fetch('https://example.org/').then((a) => a.status));
  await expect(asked).rejects.toThrow();
  app.allow(/example\.org/);
});

test.describe('a new version', () => {
  // Chromium decides when an old service worker may end; it was seen to take over a minute, and not
  // understood why. What fails twice is a fault.
  test.describe.configure({ retries: 1 });

  let folder = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fanshi-next-'));
    build(folder, 'next');
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Has the browser look for a new version, and waits until that has come. */
  async function newVersionWaits(page: Page): Promise<void> {
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const waits = () =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await expect.poll(waits).toBe(true);
  }

  test('waits until it is asked for', async ({ server, openApp }) => {
    const app = await openApp();
    await app.offlineReady();
    const before = await version(app.page);
    server.serveFolder(folder);
    await newVersionWaits(app.page);

    await app.page.reload();
    await shown(app.page);
    expect(await version(app.page)).toBe(before);
    const tab = await app.newTab();
    expect(await version(tab)).toBe(before);
    // The old version ends only once it has answered all it was asked for.
    await tab.waitForLoadState('networkidle');
    await app.page.waitForLoadState('networkidle');

    await tab.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const changed = new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve);
      });
      registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
      await changed;
    });
    // The tab that did not ask is not loaded again under its reader's hands.
    await app.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await app.page.waitForTimeout(500);
    expect(await app.page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(await version(app.page)).toBe(before);

    await app.page.reload();
    await shown(app.page);
    expect(await version(app.page)).not.toBe(before);
    await server.stop();
    await app.page.reload();
    await shown(app.page);
  });

  test('is taken when the browser is opened anew', async ({ server, openApp }) => {
    const app = await openApp();
    await app.offlineReady();
    const before = await version(app.page);
    server.serveFolder(folder);
    await newVersionWaits(app.page);
    await app.close();
    const again = await openApp({ profileDir: app.profileDir });
    expect(await version(again.page)).not.toBe(before);
  });
});
