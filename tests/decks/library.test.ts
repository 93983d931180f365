import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from 'vite';
import { ChapterUnavailable, chapterLoader } from '../../src/decks/chapterLoader.ts';
import { updateLock, writeLock } from '../../src/decks/lock.ts';
import { decksPlugin } from '../../src/decks/vitePlugin.ts';
import { FIRST, type Files, GOOD, compiled, edited } from './aDeck.ts';

describe('the words of a chapter', () => {
  const text = { cards: {}, gists: {}, discussion: [] };

  it('are fetched once', async () => {
    const load = vi.fn(() => Promise.resolve({ default: text }));
    const chapter = chapterLoader({ 'demo/first': load });
    expect(await Promise.all([chapter('demo/first'), chapter('demo/first')])).toEqual([text, text]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('can be asked for again after a failure', async () => {
    const cause = new Error('offline');
    const load = vi.fn().mockRejectedValueOnce(cause).mockResolvedValue({ default: text });
    const chapter = chapterLoader({ 'demo/first': load });
    await expect(chapter('demo/first')).rejects.toMatchObject({
      name: 'ChapterUnavailable',
      chapterId: 'demo/first',
      cause,
    });
    await expect(chapter('demo/first')).resolves.toBe(text);
  });

  it('are unavailable for a chapter there is not', async () => {
    await expect(chapterLoader({})('constructor')).rejects.toBeInstanceOf(ChapterUnavailable);
  });
});

describe('the build', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fanshi-decks-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (files: Files) => {
    mkdirSync(join(root, 'decks/demo'), { recursive: true });
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(root, 'decks/demo', name), text);
    writeFileSync(join(root, 'main.ts'), "export { decks, loadChapterText } from 'virtual:decks';");
  };
  const bundle = async () => {
    const output = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [decksPlugin()],
      build: {
        write: false,
        minify: false,
        lib: { entry: join(root, 'main.ts'), formats: ['es'] },
      },
    });
    const [first] = Array.isArray(output) ? output : [output];
    return first && 'output' in first ? first.output : [];
  };

  it('keeps the words of each chapter in a file of its own', async () => {
    write(GOOD);
    writeFileSync(join(root, 'decks/ids.lock.json'), writeLock(updateLock({}, [compiled()])));
    const files = (await bundle()).map((file) => ('code' in file ? file.code : ''));
    const holding = (words: string) => files.filter((code) => code.includes(words));
    expect(holding('Which three systems')).toHaveLength(1);
    expect(holding('Which three systems')[0]).not.toContain('Why?');
    expect(
      holding('"three-in-one.what"').length + holding('demo/three-in-one.what').length,
    ).toBeGreaterThan(0);
  });

  it('fails with every issue, and when an id is not locked', async () => {
    write(GOOD);
    await expect(bundle()).rejects.toThrow(/not in the lock\. Run: npm run decks:lock/);
    write({
      ...GOOD,
      'first.yaml': edited(edited(FIRST, '"~00:02:00"', '"2"'), '什么是拐点？', '" "'),
    });
    await expect(bundle()).rejects.toThrow(/first\.yaml:7 .*\n.*first\.yaml:12 /);
  });
});
