/** The app in a real browser: served from `dist`, in a profile of its own, with every error fatal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
  expect,
  test as base,
} from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { DIST } from './build.ts';

export { expect } from '@playwright/test';

export interface AppServer {
  /** Ends with a slash; the same for the server's whole life. */
  readonly url: string;
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  /** Serves another folder from now on, as after a new version was uploaded. */
  serveFolder(folder: string): void;
}

export interface OpenOptions {
  /** A profile to open again; else a fresh one. Removed after the test, either way. */
  profileDir?: string;
  /** What follows the server's address, such as `#/settings`. */
  path?: string;
  viewport?: { width: number; height: number };
  /** Of the browser, such as `zh-CN`. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  timezone?: string;
  touch?: boolean;
  /** Blocked where a test stands between the page and its server. */
  serviceWorkers?: 'allow' | 'block';
  /** Done before any page of the app is opened, such as adding init scripts. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface App {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profileDir: string;
  /** Console errors, page errors, breaches of the content security policy, foreign requests. */
  readonly errors: string[];
  /** Errors this test is about; all others fail it. */
  allow(error: RegExp): void;
  /** Another tab of the same browser, at the app. */
  newTab(path?: string): Promise<Page>;
  /** Resolves when all of the app is kept for offline use. */
  offlineReady(page?: Page): Promise<void>;
  close(): Promise<void>;
}

interface Fixtures {
  /** Path under which the app is served. */
  basePath: string;
  server: AppServer;
  openApp: (options?: OpenOptions) => Promise<App>;
}

/** Waits until the app has drawn something. */
export async function shown(page: Page): Promise<void> {
  await expect(page.locator('#root > *').first()).toBeAttached();
}

async function startServer(basePath: string): Promise<AppServer & { url: string }> {
  let folder = DIST;
  const listen = async (port: number) => {
    const started = await serve({ folder: () => folder, port, base: basePath });
    if (started === null) throw new Error(`port ${port} is taken`);
    return started;
  };
  let running: Awaited<ReturnType<typeof listen>> | null = await listen(0);
  const { port } = running;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    async stop() {
      await running?.close();
      running = null;
    },
    async start() {
      running ??= await listen(port);
    },
    serveFolder(other) {
      folder = other;
    },
  };
}

/** Collects whatever a page should not do, from the first line it runs. */
async function watch(context: BrowserContext, origin: string, errors: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `Content security policy: ${event.violatedDirective} forbids ${event.blockedURI || event.sample}`,
      );
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    errors.push(String(error.error().stack ?? error.error()));
  });
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) errors.push(`asked ${request.url()}`);
  });
}

function contextOptions(options: OpenOptions): BrowserContextOptions {
  return {
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'zh-CN',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    timezoneId: options.timezone ?? 'Asia/Shanghai',
    hasTouch: options.touch ?? false,
    serviceWorkers: options.serviceWorkers ?? 'allow',
  };
}

async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

export const test = base.extend<Fixtures>({
  basePath: ['/', { option: true }],

  server: async ({ basePath }, use) => {
    const server = await startServer(basePath);
    await use(server);
    await server.stop();
  },

  openApp: async ({ server, launchOptions }, use) => {
    const opened: App[] = [];
    const profiles = new Set<string>();
    const unexpected: string[] = [];
    await use(async (options = {}) => {
      const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'fanshi-profile-'));
      profiles.add(profileDir);
      const context = await chromium.launchPersistentContext(profileDir, {
        ...launchOptions,
        ...contextOptions(options),
      });
      const errors: string[] = [];
      const allowed: RegExp[] = [];
      await watch(context, new URL(server.url).origin, errors);
      await options.prepare?.(context);
      const go = async (page: Page, path = '') => {
        await page.goto(server.url + path);
        await shown(page);
        return page;
      };
      let isOpen = true;
      const app: App = {
        context,
        page: context.pages()[0] ?? (await context.newPage()),
        profileDir,
        errors,
        allow: (error) => void allowed.push(error),
        newTab: async (path) => go(await context.newPage(), path),
        offlineReady: (page) => offlineReady(page ?? app.page),
        close: async () => {
          if (!isOpen) return;
          isOpen = false;
          await context.close();
          unexpected.push(...errors.filter((error) => !allowed.some((one) => one.test(error))));
        },
      };
      opened.push(app);
      await go(app.page, options.path);
      return app;
    });
    for (const app of opened) await app.close();
    for (const profile of profiles)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    expect(unexpected, 'nothing went wrong in the browser').toEqual([]);
  },
});
