/** Chromium with a profile on disk: one that keeps nothing would not write to it either. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { NO_BROWSER, findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';

const executablePath = findBrowser();

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens a profile. @param injected a script put before those of every page */
export async function openBrowser(profile: string, injected?: string): Promise<Opened> {
  if (executablePath === null) throw new Error(NO_BROWSER);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
  if (injected !== undefined) await context.addInitScript({ path: injected });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
  page.on('console', (message) => {
    // The bare page has no icon, and offline there is none to be had.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error') console.error(`  in the page: ${message.text()}`);
  });
  return { context, page };
}

export interface Site {
  /** Ends with a slash; the same after a stop. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Serves a folder as `npm start` does. */
export async function openSite(folder: string): Promise<Site> {
  const listen = async (port: number) => {
    const server = await serve({ folder: () => folder, port });
    if (server === null) throw new Error(`Port ${port} is taken`);
    return server;
  };
  let server: Awaited<ReturnType<typeof listen>> | null = await listen(0);
  const { port } = server;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await server?.close();
      server = null;
    },
    start: async () => {
      server ??= await listen(port);
    },
  };
}

/** Resolves when all of the page is kept for offline use. */
export async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

/** Folders that are gone when the run is over. */
export class Folders {
  private count = 0;
  private readonly root: string;
  constructor(under: string) {
    this.root = mkdtempSync(join(under, 'fanshi-bench-'));
  }
  next(name: string): string {
    this.count += 1;
    return join(this.root, `${this.count}-${name}`);
  }
  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
