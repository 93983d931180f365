import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../scripts/decks.ts';
import type { Coverage } from '../../src/decks/coverage.ts';
import { GOOD } from './aDeck.ts';

const decks = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/decks.mjs', ...args], { encoding: 'utf8' });

describe('the decks command', () => {
  it('prints the whole report through a pipe', () => {
    const json = execFileSync(
      'sh',
      ['-c', 'node scripts/decks.mjs report --json | (sleep 1; cat)'],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    expect((JSON.parse(json) as unknown[]).length).toBeGreaterThan(100);
  });

  it('refuses what it does not know', () => {
    expect(decks('bogus').status).toBe(2);
    expect(decks('lock', '--same', 'nothing')).toMatchObject({ status: 1 });
  });
});

describe('a folder of decks', () => {
  let root = '';
  let printed = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fanshi-decks-'));
    printed = '';
    mkdirSync(join(root, 'demo'));
    for (const [name, text] of Object.entries(GOOD)) writeFileSync(join(root, 'demo', name), text);
    const print = (text: unknown) => {
      printed += `${String(text)}\n`;
    };
    vi.spyOn(console, 'log').mockImplementation(print);
    vi.spyOn(console, 'error').mockImplementation(print);
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      print(text);
      return true;
    });
    run(['schema'], root);
    run(['lock'], root);
    printed = '';
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });

  it('does not pass with warnings, and says how many there are', () => {
    expect(run(['check'], root)).toBe(1);
    expect(printed).toMatch(/first\.yaml:\d+ {2}warning bare-front: "three-in-one\.name": .+\n/);
    const count = printed.match(/ {2}warning /g)?.length;
    expect(printed.trim().split('\n').at(-1)).toBe(`${count} warnings.`);
    expect(printed).not.toContain('issue');
  });

  it('is held to its glossary, which must itself be sound', () => {
    const write = (terms: string) => writeFileSync(join(root, 'glossary.yaml'), `terms:\n${terms}`);
    write('  - { zh: 体系, en: structure, not: { en: [system] } }\n');
    expect(run(['check'], root)).toBe(1);
    expect(printed).toMatch(/first\.yaml:8 {2}"system" stands for "structure"\. Write the term/);
    // The faults of a deck do not hide what else could be better.
    expect(printed).toContain('warning bare-front');
    printed = '';
    write('  - { zh: 体系 }\n');
    expect(run(['check'], root)).toBe(1);
    expect(printed).toMatch(/glossary\.yaml:2 {2}The text has no "en"/);
  });

  it('prints its coverage as text and as JSON', () => {
    expect(run(['report', '--coverage'], root)).toBe(0);
    expect(printed).toMatch(/^demo\n[^]*\ntotal +1 +1 +1 +2 +1 +1 +0 +7 +14 +1\n/);
    printed = '';
    expect(run(['report', '--coverage', '--json'], root)).toBe(0);
    expect((JSON.parse(printed) as Coverage[]).map(({ deckId }) => deckId)).toEqual(['demo']);
  });
});
