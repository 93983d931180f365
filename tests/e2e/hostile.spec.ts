/** What people have put into texts to run script does nothing in the page a card is shown on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { markdownToHtml, type ClozeView, type Setting } from '../../src/decks/markdown.ts';
import { ALLOWED_TAGS } from '../../src/decks/sanitise.ts';
import type { ChapterText } from '../../src/domain/deck.ts';
import { expect, test } from './app.ts';
import { ROOT } from './build.ts';
import { loaded, ratings, showButton } from './study.ts';

const PAYLOADS = JSON.parse(
  readFileSync(join(ROOT, 'tests', 'fixtures', 'hostile.json'), 'utf8'),
) as string[];
/** A session of a newcomer shows so many cards, in two languages each. */
const CARDS = 10;
const EACH = Math.ceil(PAYLOADS.length / (CARDS * 2));
const OPTIONS = 6;

const SETTINGS: Readonly<Record<'zh' | 'en', Setting>> = {
  zh: { language: 'zh', terms: [] },
  en: { language: 'en', terms: [] },
};

type Compile = (source: string, setting: Setting, view?: ClozeView) => string;

/** The words of a card made of these payloads, by every way a text takes into a card. */
function sidesOf(payloads: readonly string[], setting: Setting, compile: Compile, choice: boolean) {
  const all = (toHtml: (payload: string) => string) =>
    payloads.map((payload) => toHtml(payload)).join('');
  const plain = all((payload) => compile(payload, setting));
  const blank = (filled: boolean) =>
    all((payload) => compile(`a {{k::${payload}}} b`, setting, { key: 'k', filled }));
  const listed = all((payload) => compile(`- ${payload}\n- [x](${payload})`, setting));
  const sides = {
    ask: plain + blank(false),
    answer: blank(true),
    why: listed + all((payload) => compile(`$${payload}$ **${payload}**`, setting)),
    hash: 1,
  };
  if (!choice) return sides;
  const options = Array.from({ length: OPTIONS }, (_, i) =>
    payloads
      .filter((_payload, at) => at % OPTIONS === i)
      .map((payload) => compile(payload, setting))
      .join(' '),
  );
  return { ...sides, options };
}

/** Every chapter with its cards' words replaced; the cards a newcomer meets hold all payloads. */
function hostileChapters(compile: Compile): ReadonlyMap<string, ChapterText> {
  let at = 0;
  const chapters = loaded.decks.flatMap(({ texts }) => Object.entries(texts));
  return new Map(
    chapters.map(([id, text]) => {
      const cards = Object.keys(text.cards).map((card) => {
        const take = () => {
          const from = (at++ * EACH) % PAYLOADS.length;
          return PAYLOADS.slice(from, from + EACH);
        };
        const choice = at % 4 < 2;
        const zh = sidesOf(take(), SETTINGS.zh, compile, choice);
        const en = sidesOf(take(), SETTINGS.en, compile, choice);
        return [card, { zh, en }] as const;
      });
      return [id, { ...text, cards: Object.fromEntries(cards) }];
    }),
  );
}

/** Answers requests for the words of a chapter with these. */
async function serveWords(context: BrowserContext, words: ReadonlyMap<string, ChapterText>) {
  for (const [id, text] of words) {
    const file = id.split('/')[1] ?? '';
    await context.route(new RegExp(`/assets/${file}-[\\w-]+\\.js$`), (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `export default JSON.parse(${JSON.stringify(JSON.stringify(text))});`,
      }),
    );
  }
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Object.assign(window, { [name]: () => Object.assign(window, { pwned: name }) });
    }
  });
}

/** What in the words on the screen is not as it should be. */
const strangers = (page: Page) =>
  page.locator('.html').evaluateAll(
    (roots, allowed) => {
      const names = /^(href|rel|target|class|start)$/;
      const found: string[] = [];
      for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
        const tag = element.localName;
        if (!allowed.includes(tag)) found.push(`<${tag}>`);
        const maths = element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
        for (const { name, value } of element.attributes) {
          const fits = maths ? !/^(on.*|href|src|style|class|id)$/.test(name) : names.test(name);
          if (!fits) found.push(`${tag} ${name}`);
          if (name === 'href' && !/^(https?|mailto):/.test(value)) found.push(`${tag} ${value}`);
        }
      }
      return found;
    },
    [...ALLOWED_TAGS],
  );

const pwned = (page: Page) => page.evaluate(() => Reflect.get(window, 'pwned'));

test(`none of ${PAYLOADS.length} hostile texts does anything`, async ({ openApp }) => {
  test.setTimeout(600_000);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
  const words = hostileChapters(markdownToHtml);
  const { page } = await openApp({
    path: `#/review?cards=${CARDS}`,
    serviceWorkers: 'block',
    prepare: (context) => serveWords(context, words),
  });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  let seen = 0;
  for (let card = 0; card < CARDS; card++) {
    for (const side of ['zh', 'en'] as const) {
      await expect(showButton(page)).toBeVisible();
      await expect(page.locator('.card__ask .html')).toHaveAttribute(
        'lang',
        side === 'zh' ? 'zh-Hans' : 'en',
      );
      expect(await strangers(page)).toEqual([]);
      if (side === 'en') break;
      seen += EACH;
      await page.keyboard.press('l');
    }
    seen += EACH;
    await page.keyboard.press('Space');
    await expect(ratings(page)).toBeVisible();
    expect(await strangers(page)).toEqual([]);
    await page.keyboard.press('l');
    expect(await strangers(page)).toEqual([]);
    const choice = (await page.getByRole('radio').count()) > 0;
    await page.keyboard.press(choice ? '1' : '4');
    await expect(ratings(page)).toBeHidden();
  }
  expect(seen).toBeGreaterThanOrEqual(PAYLOADS.length);
  // Every card of every chapter, as the deck is read.
  for (const id of words.keys()) {
    await page.goto(new URL(`#/decks/${id}`, page.url()).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.html').nth(10)).toBeAttached();
    expect(await strangers(page)).toEqual([]);
  }
  await page.waitForTimeout(300);
  expect(await pwned(page)).toBeUndefined();
  expect(dialogs).toBe(0);
});

test('the watch would have seen one', async ({ openApp }) => {
  const words = hostileChapters((source) => source);
  const app = await openApp({
    path: '#/review',
    serviceWorkers: 'block',
    prepare: (context) => serveWords(context, words),
  });
  await expect(app.page.locator('.card__ask')).toBeVisible();
  expect((await strangers(app.page)).length).toBeGreaterThan(0);
  await expect.poll(() => app.errors.join('\n')).toMatch(/Content[ -]security[ -]policy/i);
  app.allow(/./);
});
