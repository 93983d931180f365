/**
 * `npm run screenshots`: studies for some days in a real browser, with the clock moved by hand, and
 * takes a picture of every screen at a phone's and a desk's size, in both languages and themes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { tsImport } from 'tsx/esm/api';
import { findBrowser, NO_BROWSER } from './browser.mjs';
import { npmRun } from './node.mjs';
import { serve } from './serve.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'docs', 'screenshots');
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const DAY = 86_400_000;
const FIRST_MORNING = Date.UTC(2026, 10, 18, 1);
const DAYS = [0, 1, 2, 3, 5, 6];
/** The morning after the discussion the pictures show. */
const AFTERWARDS = Date.UTC(2026, 11, 4, 1);

/** In the page: a clock that stands where it is put, for dates and for how long an answer takes. */
function clockByHand(first) {
  const KEY = 'pictures.at';
  const read = () => {
    try {
      return Number(localStorage.getItem(KEY) ?? first);
    } catch {
      return first;
    }
  };
  let at = read();
  const Real = Date;
  window.Date = class extends Real {
    constructor(...args) {
      if (args.length === 0) super(at);
      else super(...args);
    }
    static now() {
      return at;
    }
  };
  performance.now = () => at;
  window.setClock = (to) => {
    at = to;
    localStorage.setItem(KEY, String(to));
  };
}

const setClock = (page, at) => page.evaluate((to) => window.setClock(to), at);

async function studyDay(page, url, at) {
  await setClock(page, at);
  await page.goto(`${url}#/review`);
  await page.reload();
  for (let press = 0; press < 60; press++) {
    await setClock(page, at + press * 9000);
    const show = page.locator('[aria-keyshortcuts="Space"]');
    const rate = page.locator('.rating-bar__button');
    await page.waitForFunction(() =>
      document.querySelector(
        '[aria-keyshortcuts="Space"], .rating-bar, .session-end, .review__wait',
      ),
    );
    if ((await show.count()) === 0) return;
    // The right option is number 0; now and then another is picked.
    const option = page.locator(`input[type=radio][value="${press % 6 === 1 ? 1 : 0}"]`);
    if ((await option.count()) > 0) await option.check({ force: true });
    await setClock(page, at + press * 9000 + 4000 + (press % 5) * 2500);
    await page.keyboard.press('Space');
    await rate.first().waitFor();
    const keys = await rate.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-keyshortcuts')),
    );
    const wish = press % 7 === 3 ? '1' : press % 5 === 2 ? '4' : '3';
    const before = await page.locator('article, .session-end').count();
    await page.keyboard.press(keys.includes(wish) ? wish : (keys.at(-1) ?? '1'));
    await page.waitForFunction(() => document.querySelector('.rating-bar') === null, null, {
      timeout: 5000,
    });
    if (before === 0) return;
  }
}

async function showCard(page, kind) {
  for (let i = 0; i < 25; i++) {
    await page.locator('[aria-keyshortcuts="Space"]').first().waitFor();
    if (await page.locator(kind).count()) return true;
    await page.keyboard.press('-');
    await page.waitForTimeout(120);
    if (await page.locator('.session-end').count()) return false;
  }
  return false;
}

/** The screens, in the order they are met; each leaves the page as it is to be seen. */
const SCREENS = [
  ['01-today', async (page, url) => void (await page.goto(`${url}#/`))],
  ['02-question', async (page, url) => void (await page.goto(`${url}#/review`))],
  ['03-answer', async (page) => void (await page.keyboard.press('Space'))],
  [
    '04-why-this-date',
    async (page) => {
      await page.keyboard.press('i');
      await page.locator('dialog[open]').waitFor();
    },
  ],
  [
    '05-menu',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('header button').last().click();
    },
  ],
  ['06-decks', async (page, url) => void (await page.goto(`${url}#/decks`))],
  [
    '07-chapter',
    async (page, url) => void (await page.goto(`${url}#/decks/new-paradigm/turning-point`)),
  ],
  [
    '12-chapter-as-text',
    async (page, url) =>
      void (await page.goto(`${url}#/decks/new-paradigm/evolution-path?as=text`)),
  ],
  [
    '13-concept',
    async (page, url) => void (await page.goto(`${url}#/concepts/new-paradigm/system-1`)),
  ],
  ['08-settings', async (page, url) => void (await page.goto(`${url}#/settings`))],
];

/** A quiz of a choice and two cards said, by the link that names them. */
const QUIZ_LINK =
  '1~a~new-paradigm.0~c0talk-identity.speaker~r0paradigm.meaning~v0inflection-point.and-paradigm';

/** Ends where the pictures of quizzes and discussions can be taken: one of each is there. */
async function makeDiscussion(page, url) {
  await page.goto(`${url}#/discussions/new`);
  await page.getByLabel('名称', { exact: true }).fill('周五读书会');
  await page.locator('input[type=date]').fill('2026-12-03');
  await page.getByRole('checkbox', { name: '新拐点' }).first().check();
  await page.locator('form button[type=submit]').click();
  await page.getByRole('button', { name: '用这个计划' }).click({ timeout: 120_000 });
  await page.locator('.discussion__followed').waitFor();
  // Both forecasts and the cards of today are written down once the search has ended.
  await page.getByText('还在找更省的计划').waitFor({ state: 'hidden', timeout: 120_000 });
  await page.waitForTimeout(2000);
  return new URL(page.url()).hash;
}

/** The address of the discussion the pictures show. */
const discussion = { hash: '' };

/** Screens that go on from the one before. */
const GOES_ON = new Set(['17-quiz-checked', '18-quiz-result']);

/** The screens of quizzes and discussions; each leaves the page as it is to be seen. */
const MORE_SCREENS = [
  [
    '14-today-lane',
    async (page, url) => {
      await page.goto(`${url}#/`);
      await page.locator('a[href^="#/review?for="]').waitFor();
    },
  ],
  [
    '15-quiz-setup',
    async (page, url) => {
      await page.goto(`${url}#/quiz`);
      await page.locator('.quiz-setup').waitFor();
    },
  ],
  [
    '16-quiz-choice',
    async (page, url) => {
      await page.goto(`${url}#/quiz?q=${QUIZ_LINK}`);
      await page.locator('.quiz-setup .foot button').click();
      await page.locator('.options__text').first().waitFor();
      await page.keyboard.press('b');
    },
  ],
  [
    '17-quiz-checked',
    async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.quiz__verdict').waitFor();
    },
  ],
  [
    '18-quiz-result',
    async (page) => {
      await page.keyboard.press('Enter');
      for (const key of ['1', '3']) {
        await page.locator('main [aria-keyshortcuts="Space"]').waitFor();
        await page.keyboard.press('Space');
        await page.locator('.quiz__judge').waitFor();
        await page.keyboard.press(key);
        await page.locator('.quiz__judge').waitFor({ state: 'detached' });
      }
      await page.locator('.quiz-answers').first().waitFor();
    },
  ],
  [
    '19-discussions',
    async (page, url) => {
      await page.goto(`${url}#/discussions`);
      await page.locator('.list-row').first().waitFor();
    },
  ],
  [
    '20-discussion',
    async (page, url) => {
      await page.goto(`${url}${discussion.hash}`);
      await page.locator('.forecast-chart__line--stop').waitFor({ timeout: 120_000 });
      await page.waitForTimeout(3000);
    },
  ],
  [
    '21-discussion-form',
    async (page, url) => {
      await page.goto(`${url}${discussion.hash}/change`);
      await page.locator('.check-list').waitFor();
    },
  ],
  [
    '22-brief',
    async (page, url) => {
      await page.goto(`${url}${discussion.hash}/brief`);
      await page.locator('.brief').waitFor();
    },
  ],
];

/** A quiz of what the other one lacks: typing, an order, a contrast, an open question. */
const OTHER_LINK =
  '1~b~new-paradigm.0~t0three-in-one.verbs_sense~o0economy-ladder.order_all~v0inflection-point.and-paradigm~q0turning-point.free';
/** One of a deck that has changed since, of which nothing is here. */
const LOST_LINK = '1~b~new-paradigm.0~r0no-such-card';

/** More kinds of questions, and links; each leaves the page as it is to be seen. */
const OTHER_SCREENS = [
  [
    '23-quiz-link',
    async (page, url) => {
      await page.goto(`${url}#/quiz?q=${OTHER_LINK}`);
      await page.locator('.quiz-setup .foot button').waitFor();
    },
  ],
  [
    '24-quiz-typed',
    async (page) => {
      await page.locator('.quiz-setup .foot button').click();
      await page.locator('.typed__input').fill('感觉 feel');
      await page.locator('.sureness label').nth(2).click();
    },
  ],
  [
    '25-quiz-typed-wrong',
    async (page) => {
      await page.locator('main [aria-keyshortcuts="Enter"]').click();
      await page.locator('.quiz__verdict').waitFor();
    },
  ],
  [
    '26-quiz-order',
    async (page) => {
      await page.locator('main [aria-keyshortcuts="Enter"]').click();
      await page.locator('.ordering').waitFor();
    },
  ],
  [
    '27-quiz-contrast',
    async (page) => {
      await page.locator('main [aria-keyshortcuts="Enter"]').click();
      await page.locator('.quiz__verdict').waitFor();
      await page.locator('main [aria-keyshortcuts="Enter"]').click();
      await page.locator('main [aria-keyshortcuts="Space"]').waitFor();
      await page.keyboard.press('t');
      await page.keyboard.press('Space');
      await page.locator('.quiz__judge').waitFor();
    },
  ],
  [
    '28-quiz-open',
    async (page) => {
      await page.keyboard.press('3');
      await page.locator('.quiz__judge').waitFor({ state: 'detached' });
      await page.keyboard.press('Space');
      await page.locator('.points__list input').first().press('Space');
    },
  ],
  [
    '29-quiz-link-lost',
    async (page, url) => {
      await page.goto('about:blank');
      await page.goto(`${url}#/quiz?q=${LOST_LINK}`);
      await page.locator('.notice').waitFor();
    },
  ],
  [
    '30-out-of-reach',
    async (page, url) => {
      await page.goto(`${url}${farOff.hash}`);
      await page.locator('.discussion__short').waitFor({ timeout: 120_000 });
      await page.waitForTimeout(3000);
    },
  ],
];

/** What is seen after months: the whole page, as every chart is to be looked at. */
const LONG_SCREENS = [
  [
    '32-concepts',
    async (page, url) => {
      await page.goto(`${url}#/concepts`);
      await page.locator('.talk-map').waitFor();
    },
  ],
  [
    '33-concepts-ahead',
    async (page) => {
      await page.locator('input[type=date]').fill('2027-03-01');
      await page.locator('input[type=radio][value=goOn]').check({ force: true });
      await page.waitForFunction(
        () => !document.querySelector('progress, [role=progressbar]'),
        null,
        {
          timeout: 120_000,
        },
      );
    },
  ],
  [
    '34-concept-curve',
    async (page, url) => {
      await page.goto(`${url}#/concepts/new-paradigm/three-in-one`);
      await page.locator('.recall-curve').nth(1).waitFor();
    },
  ],
  [
    '35-statistics',
    async (page, url) => {
      await page.goto(`${url}#/statistics`);
      await page.locator('.chart__picture').nth(9).waitFor();
    },
  ],
  [
    '36-model',
    async (page, url) => {
      await page.goto(`${url}#/statistics/model`);
      await page.locator('.chart__picture').nth(1).waitFor({ timeout: 120_000 });
    },
  ],
  [
    '37-trained',
    async (page) => {
      const section = page.locator('section', { has: page.locator('.model__fits') });
      await page.locator('main section > .section__body > button').first().click();
      await section.first().waitFor({ timeout: 120_000 });
      await section.first().scrollIntoViewIfNeeded();
    },
  ],
];

/** The address of a discussion for which there is too little time. */
const farOff = { hash: '' };

/** Makes a discussion of a chapter hardly begun, for the day after next. */
async function makeFarOff(page, url) {
  await page.goto(`${url}#/discussions/new`);
  await page.getByLabel('名称', { exact: true }).fill('后天的缔造者');
  await page.locator('input[type=date]').fill('2026-11-28');
  await page.getByRole('checkbox', { name: '缔造者' }).first().check();
  await page.locator('form button[type=submit]').click();
  await page.locator('.discussion__short').waitFor({ timeout: 120_000 });
  return new URL(page.url()).hash;
}

/** Takes the final quiz of a discussion that is over, missing every fourth of what is said. */
async function takeFinal(page, url) {
  await page.goto(`${url}${discussion.hash}`);
  await page.locator('a[href*="final=1"]').click();
  await page.locator('.quiz-setup .foot button').click();
  for (let question = 0; question < 60; question++) {
    const said = page.locator('main [aria-keyshortcuts="Space"]');
    const marked = page.locator('main [aria-keyshortcuts="Enter"]');
    const over = page.locator('.quiz-result');
    await said.or(marked).or(over).first().waitFor();
    if (await over.isVisible()) return;
    const asked = await page.locator('[id^="ask:"]').first().getAttribute('id');
    if (await said.isVisible()) {
      await said.click();
      await page.locator('.quiz__judge').waitFor();
      await page.keyboard.press(question % 4 === 1 ? '1' : '3');
    } else {
      await page.keyboard.press('a');
      const typed = page.locator('.typed__input');
      if (await typed.isVisible()) await typed.fill('—');
      await marked.click();
      await page.locator('.quiz__verdict').waitFor();
      await marked.click();
    }
    await page.waitForFunction(
      (before) =>
        document.querySelector('.quiz-result') ??
        (document.querySelector('[id^="ask:"]')?.id ?? before) !== before,
      asked,
    );
  }
}

async function settle(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(350);
}

async function main() {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  const { writePast } = await tsImport('./past.ts', import.meta.url);
  await npmRun('build', []);
  const server = await serve({ folder: () => join(ROOT, 'dist'), port: 0, base: '/' });
  if (server === null) throw new Error('No port is free.');
  const url = `http://127.0.0.1:${server.port}/`;
  const profile = mkdtempSync(join(tmpdir(), 'fanshi-pictures-'));
  mkdirSync(OUT, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await context.addInitScript(clockByHand, FIRST_MORNING);
  const page = context.pages()[0] ?? (await context.newPage());
  const looks = (language) =>
    page.evaluate((chosen) => {
      const kept = JSON.parse(localStorage.getItem('fanshi.looks') ?? '{}');
      localStorage.setItem(
        'fanshi.looks',
        JSON.stringify({ ...kept, language: chosen, cardLanguage: chosen, stripsSeen: 9 }),
      );
    }, language);
  const picture = async (name) => {
    for (const language of ['zh', 'en']) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await name({ language, size, viewport });
      }
    }
  };
  const shoot = async (name, { language, size, viewport }, fullPage = false) => {
    await page.setViewportSize(viewport);
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await settle(page);
      const path = join(OUT, `${name}-${size}-${language}-${theme}.png`);
      await page.screenshot({ path, fullPage });
    }
  };
  try {
    await page.goto(url);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto(`${url}#/`);
      await page.reload();
      await settle(page);
      await shoot('00-first-visit', look);
    });
    for (const day of DAYS) await studyDay(page, url, FIRST_MORNING + day * DAY);
    await setClock(page, FIRST_MORNING + 8 * DAY);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto('about:blank');
      for (const [name, prepare] of SCREENS) {
        await prepare(page, url);
        await settle(page);
        await shoot(name, look);
      }
    });
    await looks('zh');
    await page.goto('about:blank');
    discussion.hash = await makeDiscussion(page, url);
    await picture(async (look) => {
      await looks(look.language);
      for (const [name, prepare] of MORE_SCREENS) {
        if (!GOES_ON.has(name)) await page.goto('about:blank');
        await prepare(page, url);
        await settle(page);
        await shoot(name, look);
      }
    });
    await looks('zh');
    await page.goto('about:blank');
    farOff.hash = await makeFarOff(page, url);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto('about:blank');
      for (const [name, prepare] of OTHER_SCREENS) {
        await prepare(page, url);
        await settle(page);
        await shoot(name, look);
      }
    });
    for (const [name, kind, reveal] of [
      ['09-choice', '.options', true],
      ['10-cloze', '.gap', false],
    ]) {
      await page.goto('about:blank');
      await page.goto(`${url}#/review`);
      if (!(await showCard(page, kind))) continue;
      if (kind === '.options') await page.keyboard.press('b');
      if (reveal) await page.keyboard.press('Space');
      for (const [size, viewport] of Object.entries(SIZES)) {
        await shoot(name, { language: 'en', size, viewport });
      }
    }
    await studyDay(page, url, FIRST_MORNING + 8 * DAY + 3_600_000);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto('about:blank');
      await page.goto(`${url}#/review`);
      await settle(page);
      await shoot('11-done', look);
    });
    await looks('zh');
    await setClock(page, AFTERWARDS);
    await page.goto('about:blank');
    await takeFinal(page, url);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto('about:blank');
      await page.goto(`${url}${discussion.hash}`);
      await page.locator('.discussion__came').waitFor();
      await settle(page);
      await shoot('31-afterwards', look);
    });
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('fanshi').addEventListener('success', resolve);
        }),
    );
    await page.goto('about:blank');
    await page.goto(`${url}#/statistics`);
    await page.locator('h1').waitFor();
    await writePast(page, AFTERWARDS);
    await picture(async (look) => {
      await looks(look.language);
      await page.goto('about:blank');
      for (const [name, prepare] of LONG_SCREENS) {
        await page.setViewportSize(look.viewport);
        await prepare(page, url);
        await settle(page);
        await shoot(name, look, true);
      }
    });
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await main();
