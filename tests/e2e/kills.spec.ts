/** A page or a browser killed at any step of a rating or an undo loses nothing and doubles nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import {
  aSetting,
  type Dump,
  expectWhole,
  livePast,
  ratings,
  readDump,
  showButton,
} from './study.ts';

/** Where a page can die. `saved` says whether the log must, may or must not hold what was pressed. */
const STEPS = [
  { step: 'key', saved: 'no' },
  { step: 'transaction', saved: 'no' },
  { step: 'events', saved: 'no' },
  { step: 'cards', saved: 'no' },
  { step: 'days', saved: 'no' },
  { step: 'meta', saved: 'maybe' },
  { step: 'written', saved: 'maybe' },
  { step: 'complete', saved: 'yes' },
  { step: 'painted', saved: 'yes' },
] as const;
type Step = (typeof STEPS)[number]['step'];
type Press = 'rating' | 'undo';
interface Kill {
  readonly press: Press;
  readonly step: Step;
  readonly saved: 'no' | 'maybe' | 'yes';
}

/** Each step of a rating, and each of an undo; `days` and `meta` of an undo lie close together. */
const KILLS: readonly Kill[] = [
  ...STEPS.map((kill) => ({ press: 'rating', ...kill }) as const),
  ...STEPS.map((kill) => ({ press: 'undo', ...kill }) as const),
];

/**
 * Stops the page for good at the step named in `window.dieAt`: a synchronous request that is never
 * answered tells the test, and no line of the page runs after it.
 */
function dieAtSteps(): void {
  const here = window as unknown as { dieAt?: string };
  const reach = (step: string) => {
    if (here.dieAt !== step) return;
    const request = new XMLHttpRequest();
    request.open('POST', `./die?${step}`, false);
    request.send();
  };
  window.addEventListener('keydown', () => reach('key'), true);

  /** Transactions that write to the log; others may save shortcuts of their own. */
  const ofLog = new WeakSet<IDBTransaction>();
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    if (mode !== 'readwrite') return begin.call(this, stores, mode, options);
    reach('transaction');
    const begun = begin.call(this, stores, mode, options);
    begun.addEventListener('complete', () => {
      if (!ofLog.has(begun)) return;
      reach('complete');
      if (here.dieAt !== 'painted') return;
      new MutationObserver(() => reach('painted')).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    return begun;
  };
  for (const method of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function written(...args) {
      const request = write.apply(this, args);
      if (this.name === 'events') ofLog.add(this.transaction);
      if (!ofLog.has(this.transaction)) return request;
      reach(this.name);
      if (this.name === 'meta') request.addEventListener('success', () => reach('written'));
      return request;
    };
  }
}

/** The browser of a profile: its first process, whose death ends the others. */
function browserPid(profileDir: string): number {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    let words: string[];
    try {
      words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      // It has ended meanwhile.
      continue;
    }
    const isOfProfile = words.includes(`--user-data-dir=${profileDir}`);
    if (isOfProfile && !words.some((word) => word.startsWith('--type='))) return Number(pid);
  }
  throw new Error(`no browser on ${profileDir}`);
}

type Killer = (app: App, page: Page) => Promise<void>;

const crashPage: Killer = async (app, page) => {
  const session = await app.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser');
  const renderers = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  };
  const crashed = page.waitForEvent('crash');
  const killed = await renderers();
  for (const id of killed) process.kill(id, 'SIGKILL');
  await crashed;
  // A new page may not be given a process of which the browser has yet to hear that it died.
  const isGone = async () => (await renderers()).every((id) => !killed.includes(id));
  await expect.poll(isGone, { intervals: [20] }).toBe(true);
  await session.detach();
};

const killBrowser: Killer = async (app) => {
  const closed = new Promise((resolve) => app.context.once('close', resolve));
  process.kill(browserPid(app.profileDir), 'SIGKILL');
  await closed;
};

/** Arms the step, presses the key, and kills when the page has stopped there. */
async function dieDuring(app: App, page: Page, { press, step }: Kill, kill: Killer): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    void page.route('**/die?*', () => resolve());
  });
  await page.evaluate((dieAt) => Object.assign(window, { dieAt }), step);
  // The page stops inside this key press, so nobody waits for its end.
  page.keyboard.press(press === 'rating' ? '3' : 'u').catch(() => {});
  await reached;
  await kill(app, page);
}

async function toAnswer(page: Page): Promise<void> {
  await expect(showButton(page)).toBeVisible();
  const options = page.getByRole('radio');
  await page.keyboard.press('Space');
  await expect(ratings(page)).toBeVisible();
  // A choice nobody picked from can only be rated again.
  if ((await options.count()) > 0) await page.keyboard.press('1');
  else return;
  await expect(ratings(page)).toBeHidden();
  await toAnswer(page);
}

function expectAfter(before: Dump, after: Dump, { saved, step, press }: Kill): void {
  const told = `${press} killed at ${step}`;
  const more = after.events.length - before.events.length;
  expect(after.events.slice(0, before.events.length), told).toEqual(before.events);
  if (saved === 'no') expect(more, told).toBe(0);
  if (saved === 'yes') expect(more, told).toBe(1);
  expect(more, told).toBeLessThanOrEqual(1);
  if (more === 1) {
    expect(after.events.at(-1)?.type, told).toBe(press === 'rating' ? 'reviewed' : 'undone');
  }
  expectWhole(after);
}

const prepare = (context: BrowserContext) => context.addInitScript(dieAtSteps);
const REVIEW = '#/review';
const ROUNDS = 2;

/** Goes through all steps on one profile, killing at each. */
async function killAll(
  openApp: (options: object) => Promise<App>,
  kill: Killer,
  reopen: (app: App) => Promise<{ app: App; page: Page }>,
): Promise<number> {
  let app = await openApp({ prepare, serviceWorkers: 'block', reducedMotion: 'reduce' });
  let { page } = app;
  await livePast(page, [[aSetting('newPerDay', 999, Date.now())]]);
  await page.goto(new URL(REVIEW, page.url()).href);
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of KILLS) {
      await toAnswer(page);
      if (one.press === 'undo') {
        await page.keyboard.press('3');
        await expect(ratings(page)).toBeHidden();
      }
      const before = await readDump(page);
      await dieDuring(app, page, one, kill);
      ({ app, page } = await reopen(app));
      expectAfter(before, await readDump(page), one);
      count += 1;
    }
  }
  return count;
}

test('a page that crashes at any step of a rating or an undo', async ({ openApp, server }) => {
  test.setTimeout(90_000);
  const count = await killAll(openApp, crashPage, async (app) => {
    const page = await app.context.newPage();
    await page.goto(server.url + REVIEW);
    return { app, page };
  });
  expect(count).toBe(KILLS.length * ROUNDS);
});

test('a browser killed at any step of a rating or an undo', async ({ openApp }) => {
  test.setTimeout(240_000);
  const count = await killAll(openApp, killBrowser, async ({ profileDir }) => {
    const app = await openApp({ profileDir, prepare, serviceWorkers: 'block', path: REVIEW });
    return { app, page: app.page };
  });
  expect(count).toBe(KILLS.length * ROUNDS);
});
