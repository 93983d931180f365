/** Databases written by every earlier version open, show what they held, and go on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { zh } from '../../src/app/messages/zh.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { expect, shown, test } from './app.ts';
import { ROOT } from './build.ts';
import { answer, expectWhole, logOf, readDump } from './study.ts';

interface Frozen {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly autoIncrement: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
    readonly rows: readonly unknown[];
  }[];
}

const frozen = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'tests', 'fixtures', name), 'utf8')) as Frozen;

/** Puts the database in the place of whatever is there, without the app. */
async function lay(page: Page, database: Frozen): Promise<void> {
  await page.evaluate(async ({ name, version, stores }) => {
    const done = (request: IDBOpenDBRequest) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    await done(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      for (const { name: store, keyPath, autoIncrement, indexes, rows } of stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, unique, multiEntry } of indexes) {
          made.createIndex(index, path, { unique, multiEntry });
        }
        for (const row of rows) made.add(row);
      }
    });
    (await done(request)).close();
  }, database);
}

/** Each with what Today says on the morning after its last answer. */
const VERSIONS = [
  { file: 'database-v1.json', morning: '2026-03-08T09:00:00+08:00', left: [2, 4, 6] },
] as const;

for (const { file, morning, left } of VERSIONS) {
  test(`${file} opens`, async ({ openApp, server }) => {
    const app = await openApp({
      prepare: (context: BrowserContext) => context.clock.setFixedTime(morning),
    });
    const { page } = app;
    // A browser that shows a picture by itself asks for an icon of its own.
    app.allow(/favicon\.ico/);
    const database = frozen(file);
    const before = database.stores.find(({ name }) => name === 'events')?.rows as LogEvent[];
    await page.goto(`${server.url}favicon.svg`);
    await lay(page, database);
    await page.goto(server.url);
    await shown(page);

    await expect(page.getByText(zh.today.parts(...left))).toBeVisible();
    const opened = await readDump(page);
    expect(opened.events).toEqual(before);
    expectWhole(opened);

    await page.getByRole('link', { name: zh.today.start }).click();
    await answer(page);
    expectWhole(await logOf(page, before.length + 1));
    // Twice: the answer just given, then the last one of the time before.
    await page.keyboard.press('u');
    await logOf(page, before.length + 2);
    await page.keyboard.press('u');
    const undone = await logOf(page, before.length + 3);
    expect(undone.events.at(-1)).toMatchObject({
      type: 'undone',
      names: before.findLast(({ type }) => type === 'reviewed')?.action,
    });
    expectWhole(undone);
  });
}
