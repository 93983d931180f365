/** Every screen for everyone: axe finds nothing, nothing scrolls sideways, nothing is cut off or unnamed. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { concepts as enConcepts } from '../../src/app/messages/en/concepts.ts';
import { decks as enDecks } from '../../src/app/messages/en/decks.ts';
import { discussions as enDiscussions } from '../../src/app/messages/en/discussions.ts';
import { quiz as enQuiz } from '../../src/app/messages/en/quiz.ts';
import { settings as enSettings } from '../../src/app/messages/en/settings.ts';
import { statistics as enStatistics } from '../../src/app/messages/en/statistics.ts';
import { reviewMore as enMore } from '../../src/app/messages/en/reviewMore.ts';
import { en } from '../../src/app/messages/en.ts';
import { concepts as zhConcepts } from '../../src/app/messages/zh/concepts.ts';
import { decks as zhDecks } from '../../src/app/messages/zh/decks.ts';
import { discussions as zhDiscussions } from '../../src/app/messages/zh/discussions.ts';
import { quiz as zhQuiz } from '../../src/app/messages/zh/quiz.ts';
import { settings as zhSettings } from '../../src/app/messages/zh/settings.ts';
import { statistics as zhStatistics } from '../../src/app/messages/zh/statistics.ts';
import { reviewMore as zhMore } from '../../src/app/messages/zh/reviewMore.ts';
import { zh } from '../../src/app/messages/zh.ts';
import type { Language, NoteKind } from '../../src/domain/deck.ts';
import { linkOf } from '../../src/domain/quiz/link.ts';
import { type App, type OpenOptions, expect, test } from './app.ts';
import {
  answered,
  aSetting,
  catalogue,
  dayOf,
  livePast,
  loaded,
  logOf,
  pickOption,
  plainCards,
  ratings,
  readDump,
  showButton,
} from './study.ts';

const WORDS = {
  zh: {
    ...zh,
    settings: zhSettings,
    quiz: zhQuiz,
    discussions: zhDiscussions,
    statistics: zhStatistics,
    concepts: zhConcepts,
    decks: zhDecks,
  },
  en: {
    ...en,
    settings: enSettings,
    quiz: enQuiz,
    discussions: enDiscussions,
    statistics: enStatistics,
    concepts: enConcepts,
    decks: enDecks,
  },
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const choice = catalogue.decks.flatMap(({ cards }) => cards).find(({ kind }) => kind === 'choice');

const [openQuestion] = loaded.decks
  .flatMap(({ texts }) => Object.values(texts))
  .flatMap(({ discussion }) => discussion);

type Check = (screen: string) => Promise<void>;

interface Walk {
  readonly language: Language;
  readonly looks?: object;
  readonly options?: OpenOptions;
}

const press = async (page: Page, key: string) => page.keyboard.press(key);

/** Opens the app in a language, with the looks given, on a Monday morning. */
async function openIn(
  openApp: (options?: OpenOptions) => Promise<App>,
  { language, looks = {}, options = {} }: Walk,
): Promise<Page> {
  const kept = {
    language,
    cardLanguage: language,
    stripsSeen: 0,
    textScale: 1,
    theme: 'auto',
    typing: false,
    ...looks,
  };
  const { page } = await openApp({
    ...options,
    prepare: async (context: BrowserContext) => {
      await context.clock.setFixedTime(MONDAY);
      await context.addInitScript((value) => {
        localStorage.setItem('fanshi.looks', JSON.stringify(value));
      }, kept);
    },
  });
  return page;
}

/** A quiz of every kind of question, from its setting up and from its link to its result. */
async function walkQuiz(page: Page, language: Language, check: Check): Promise<void> {
  const { quiz, review } = WORDS[language];
  const go = (hash: string) => page.goto(new URL(hash, page.url()).href);
  const button = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await go('#/quiz');
  await expect(page.getByRole('heading', { name: quiz.title, level: 1 })).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeAttached();
  await check('quiz, setting up');
  const [ordered] = catalogue.decks
    .flatMap(({ cards }) => cards)
    .filter(({ id, kind }) => kind === 'list' && id.endsWith('/all'));
  const ofKind = (kind: NoteKind) =>
    catalogue.decks.flatMap(({ cards }) => cards).find((card) => card.kind === kind)?.id ?? '';
  const link = linkOf({
    seed: 's',
    questions: [
      { form: 'choice', of: choice?.id ?? '' },
      { form: 'order', of: ordered?.id ?? '' },
      { form: 'recall', of: plainCards[0] ?? '' },
      { form: 'typed', of: ofKind('cloze') },
      { form: 'contrast', of: ofKind('contrast') },
      { form: 'open', of: openQuestion?.id ?? '' },
    ],
    decks: {},
  });
  await go('#/quiz?q=nothing');
  await expect(page.getByText(quiz.badLink.malformed.body)).toBeVisible();
  await check('quiz, a link that holds none');
  await go(`#/quiz?q=${link ?? ''}`);
  await expect(page.getByRole('heading', { name: quiz.given })).toBeVisible();
  await check('quiz, a link');
  await button(quiz.start).click();
  await expect(page.locator('.options__text').first()).toBeVisible();
  await check('quiz, choice');
  await press(page, 'A');
  await press(page, 'Enter');
  await expect(button(quiz.next)).toBeVisible();
  await check('quiz, choice checked');
  await button(quiz.next).click();
  await expect(page.locator('.ordering')).toBeVisible();
  await check('quiz, order');
  await button(review.dontKnow).click();
  await expect(button(quiz.next)).toBeVisible();
  await check('quiz, order checked');
  await button(quiz.next).click();
  await button(review.show).click();
  await expect(button(quiz.hadIt)).toBeVisible();
  await check('quiz, said');
  await press(page, '1');
  await expect(page.locator('.typed__input')).toBeFocused();
  await page.keyboard.type('MMXXVI');
  await check('quiz, typed');
  await press(page, 'Enter');
  await expect(button(quiz.next)).toBeVisible();
  await check('quiz, typed wrong');
  await button(quiz.next).click();
  await expect(button(review.show)).toBeVisible();
  await check('quiz, contrast');
  await button(review.show).click();
  await button(quiz.missedIt).click();
  await expect(button(quiz.showPoints)).toBeVisible();
  await check('quiz, open question');
  await button(quiz.showPoints).click();
  await page.getByRole('checkbox').first().check();
  await check('quiz, points of an open question');
  await button(quiz.done).click();
  await expect(page.getByText(quiz.outOf(5)).first()).toBeVisible();
  await check('quiz, result');
}

/** A discussion, from the empty page to the page to print. */
async function walkDiscussion(page: Page, language: Language, check: Check): Promise<void> {
  const { discussions: words } = WORDS[language];
  const go = (hash: string) => page.goto(new URL(hash, page.url()).href);
  await go('#/discussions');
  await expect(page.getByRole('link', { name: words.make })).toBeVisible();
  await check('discussions, none');
  await page.getByRole('link', { name: words.make }).click();
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.problems['no-name'])).toBeVisible();
  await check('discussion, what is wrong');
  await page.getByLabel(words.name, { exact: true }).fill('MMXXVI');
  await page.getByLabel(words.date, { exact: true }).fill('2026-12-03');
  const [chapter] = catalogue.chapter.values();
  const name = new RegExp(chapter?.title[language] ?? '');
  await page.getByRole('checkbox', { name }).first().check();
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByRole('table', { name: words.conceptsLabel })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(words.found)).toBeAttached({ timeout: 120_000 });
  await check('discussion');
  await page.getByRole('link', { name: words.brief }).click();
  await expect(page.getByRole('button', { name: words.print })).toBeVisible();
  await check('brief');
  await go('#/discussions');
  await expect(page.getByRole('link', { name: /MMXXVI/ })).toBeVisible();
  await check('discussions');
  await expect
    .poll(async () => (await readDump(page)).events.some(({ type }) => type === 'forecast-made'))
    .toBe(true);
  await page.clock.setFixedTime(Date.parse('2026-12-04T09:00:00+08:00'));
  await page.reload();
  await page.getByRole('link', { name: /MMXXVI/ }).click();
  await expect(page.getByRole('link', { name: words.finalQuiz })).toBeVisible();
  await check('discussion, over');
  await page.getByRole('radio', { name: words.recalled, exact: true }).first().press('Space');
  await page.getByRole('button', { name: words.saveVerdict }).click();
  await expect(page.getByRole('heading', { name: words.afterwards })).toBeVisible();
  await check('discussion, afterwards');
}

/** The statistics, then with all that opens opened. */
async function walkStatistics(page: Page, language: Language, check: Check): Promise<void> {
  const { statistics: words } = WORDS[language];
  const { common } = language === 'zh' ? zh : en;
  await page.goto(new URL('#/statistics', page.url()).href);
  await expect(page.locator('.statistics__figures')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('region', { name: words.reviews.title })).toBeVisible();
  await check('statistics');
  await page.getByRole('button', { name: new RegExp(`^${words.which}`) }).click();
  for (const { title } of [words.reviews, words.calendar, words.hours]) {
    const figure = page.getByRole('region', { name: title, exact: true });
    await figure.getByRole('button', { name: words.what }).click();
    await figure.getByRole('button', { name: common.showTable }).click();
  }
  await page.getByRole('slider').first().focus();
  await press(page, 'End');
  await check('statistics, opened');
}

/** Goes to every screen and every state of one, and has each looked at. */
async function walk(page: Page, language: Language, check: Check): Promise<void> {
  const words = WORDS[language];
  const { review } = words;
  const reviewMore = language === 'zh' ? zhMore : enMore;
  const go = (hash: string) => page.goto(new URL(hash, page.url()).href);
  const show = () => expect(showButton(page, words)).toBeVisible();
  const rate = () => expect(ratings(page, words)).toBeVisible();

  await expect(page.getByRole('heading', { name: words.today.first.title })).toBeVisible();
  await check('first visit');
  await go('#/statistics');
  await expect(page.getByText(words.statistics.none)).toBeVisible();
  await check('statistics, none');
  await go('#/');

  await livePast(page, [
    [aSetting('newPerDay', 0, MONDAY - 50 * DAY)],
    [aSetting('learnAhead', 0, MONDAY - 50 * DAY)],
    [answered(choice?.id ?? '', MONDAY - 28 * DAY, 1)],
    [answered(plainCards[0] ?? '', MONDAY - 4 * DAY, 4)],
  ]);
  await expect(page.getByRole('link', { name: words.today.start })).toBeVisible();
  await check('Today');

  await go('#/review');
  await show();
  await check('choice');
  await pickOption(page, 'wrong', language);
  await press(page, 'Space');
  await rate();
  await check('choice, wrong');
  await page.reload();
  await show();
  await pickOption(page, 'right', language);
  await press(page, 'Space');
  await rate();
  await check('choice, right');
  const { length } = (await readDump(page)).events;
  await press(page, '3');
  await logOf(page, length + 1);

  await show();
  await expect(page.getByRole('status').first()).toContainText(review.said.saved);
  await check('question, with the strip');
  await press(page, 'Space');
  await rate();
  await check('answer');
  await page.getByRole('button', { name: review.menu, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await check('menu');
  await press(page, 'Escape');
  for (const [name, title] of [
    [review.info, reviewMore.infoDialog.title],
    [review.setDue, reviewMore.setDueDialog.title],
    [review.report, reviewMore.reportDialog.title],
    [review.keys, reviewMore.keysDialog.title],
  ] as const) {
    await page.getByRole('button', { name: review.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await check(`dialog ${title}`);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await press(page, '1');
  await expect(page.getByRole('heading', { name: review.waiting.title })).toBeVisible();
  await check('waiting');
  await page.clock.setFixedTime(MONDAY + HOUR);
  await page.reload();
  await show();
  await press(page, 'Space');
  await rate();
  await press(page, '4');
  await expect(page.getByRole('heading', { name: reviewMore.end.title })).toBeVisible();
  await check('done');

  await go('#/');
  await expect(page.getByText(words.today.done).first()).toBeVisible();
  await check('Today, done');
  await go('#/decks');
  await expect(page.getByRole('searchbox').or(page.getByRole('textbox')).first()).toBeVisible();
  await check('Decks');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('LoRA');
  await expect(page.locator('mark').first()).toBeVisible();
  await check('Decks, found');
  const [chapter] = catalogue.chapter.keys();
  await go(`#/decks/${chapter}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await check('chapter');
  await go(`#/decks/${chapter}?as=text`);
  await expect(page.locator('.facts').first()).toBeVisible();
  await check('chapter as a text');
  const concept = catalogue.card.get(plainCards[0] ?? '')?.conceptId;
  await go(`#/concepts/${concept}`);
  await expect(page.locator('.facts').first()).toBeVisible();
  await expect(page.getByRole('list', { name: words.decks.inWords })).toBeVisible();
  await check('concept');
  await go('#/concepts');
  await expect(page.getByRole('slider', { name: words.concepts.dateLabel })).toBeVisible();
  await check('concepts, map');
  const asList = page.getByRole('radio', { name: words.concepts.list });
  if (await asList.isVisible()) await asList.check({ force: true });
  await page.getByLabel(words.concepts.anyDate).fill('2026-12-24');
  await expect(page.getByRole('radio', { name: words.concepts.ways.goOn })).toBeAttached();
  await check('concepts, list on a coming day');
  await walkQuiz(page, language, check);
  await walkDiscussion(page, language, check);
  await walkStatistics(page, language, check);
  await go('#/settings');
  await expect(page.getByRole('heading', { name: words.settings.title, level: 1 })).toBeVisible();
  await check('settings');

  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(words.trouble.other.unavailable.title);
  await check('trouble');
}

/** What of WCAG 2.2 AA axe finds wanting, as short sentences. */
async function axe(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Chinese in an English page that is not said to be Chinese, and card text in another language. */
const wrongLanguages = (page: Page, language: Language) =>
  page.evaluate((shown) => {
    const found: string[] = [];
    const lang = shown === 'zh' ? 'zh-Hans' : 'en';
    if (document.documentElement.lang !== lang) found.push(`html ${document.documentElement.lang}`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, nodeValue } = texts.currentNode;
      if (!parentElement || parentElement.closest('script, noscript')) continue;
      const of = parentElement.closest('[lang]')?.getAttribute('lang') ?? '';
      if (/\p{Script=Han}/u.test(nodeValue ?? '') && !of.startsWith('zh')) {
        found.push(`${of}: ${nodeValue}`);
      }
    }
    for (const card of document.querySelectorAll('.card .html')) {
      if (card.getAttribute('lang') !== lang) found.push(`card ${card.getAttribute('lang')}`);
    }
    return found;
  }, language);

for (const language of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any screen: ${language}, ${theme}`, async ({ openApp }) => {
      test.setTimeout(600_000);
      const page = await openIn(openApp, { language, looks: { theme } });
      await walk(page, language, async (screen) => {
        expect.soft(await axe(page), screen).toEqual([]);
        expect.soft(await wrongLanguages(page, language), screen).toEqual([]);
        const moving = await page.evaluate(
          () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
        );
        expect.soft(moving, `${screen}: nothing moves`).toBe(0);
      });
    });
  }
}

/** How far the page scrolls sideways, and controls whose words are cut off. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth > width) {
      found.push(`page ${scrollWidth} > ${width}`);
      for (const element of document.body.querySelectorAll('*')) {
        const { right } = element.getBoundingClientRect();
        if (right > width + 1) found.push(`${element.localName}.${element.className} ${right}`);
      }
    }
    for (const control of document.querySelectorAll('button, a, h1, h2, legend, label')) {
      if (control.closest('.visually-hidden, .shell__skip')) continue;
      const { overflowX } = getComputedStyle(control);
      if (overflowX !== 'visible' && control.scrollWidth > control.clientWidth + 1) {
        found.push(`cut off: ${control.textContent}`);
      }
    }
    // Controls side by side in one row never lie over each other.
    for (const row of document.querySelectorAll('header, .foot, .rating-bar__row, dialog')) {
      const boxes = [...row.querySelectorAll('button, a')]
        .filter((one) => one.checkVisibility() && !one.closest('[role=menu]'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          const across =
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
            Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1;
          if (across && !a.one.contains(b.one)) {
            found.push(`overlap: ${a.one.textContent} / ${b.one.textContent}`);
          }
        }
      });
    }
    return found;
  });

for (const language of ['zh', 'en'] as const) {
  for (const [name, width, textScale] of [
    ['320 pixels wide', 320, 1],
    ['text of 200 %, 390 pixels wide', 390, 2],
  ] as const) {
    test(`nothing scrolls sideways or overlaps: ${name}, ${language}`, async ({ openApp }) => {
      test.setTimeout(600_000);
      const page = await openIn(openApp, {
        language,
        looks: { textScale },
        options: { viewport: { width, height: 760 } },
      });
      await walk(page, language, async (screen) => {
        expect.soft(await tooWide(page), screen).toEqual([]);
      });
    });
  }
}

test('what a rating came to is announced once it is saved', async ({ openApp }) => {
  const page = await openIn(openApp, { language: 'zh' });
  await page.addInitScript(() => {
    // Whether the log held the answer by the time it was said to be saved.
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(...args) {
      const begun = begin.apply(this, args);
      begun.addEventListener('complete', () => {
        if (args[1] === 'readwrite') Object.assign(window, { saved: true });
      });
      return begun;
    };
  });
  await page.goto(new URL('#/review', page.url()).href);
  await page.reload();
  await expect(showButton(page)).toBeVisible();
  const region = page.getByRole('status');
  await expect(region).toHaveText('');
  await page.evaluate(() => {
    Object.assign(window, { saved: false });
    const output = document.querySelector('output');
    new MutationObserver(() => {
      Object.assign(window, { saidWhenSaved: Reflect.get(window, 'saved') === true });
    }).observe(output as Node, { subtree: true, childList: true });
  });
  await press(page, 'Space');
  await expect(ratings(page)).toBeVisible();
  await press(page, '3');
  await expect(region).toHaveText(zh.review.said.saved);
  expect(await page.evaluate(() => Reflect.get(window, 'saidWhenSaved'))).toBe(true);
  const { events } = await logOf(page, 1);
  expect(events[0]?.day).toBe(dayOf(MONDAY));
});
