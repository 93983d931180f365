/** The rooms keep their walls: the table of who may import whom, and a domain that is pure. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ROOT, breaches, importsOf, readSource, sourceFiles } from './rooms.ts';

const { forbidden } = vi.hoisted(() => ({
  forbidden: (name: string) => () => {
    throw new Error(`domain has imported ${name}`);
  },
}));
vi.mock('react', forbidden('react'));
vi.mock('react-dom', forbidden('react-dom'));
vi.mock('dexie', forbidden('dexie'));
vi.mock('zustand', forbidden('zustand'));

describe('domain', () => {
  const files = import.meta.glob('../../src/domain/**/*.ts');

  it('has files to test', () => {
    expect(Object.keys(files).length).toBeGreaterThan(0);
  });

  it.each(Object.keys(files))('%s loads without React, Dexie and Zustand', async (file) => {
    await expect(files[file]!()).resolves.toBeDefined();
  });

  it('would have failed on an import of one of them', async () => {
    await expect(import('dexie')).rejects.toThrow();
    await expect(import('react')).rejects.toThrow();
    await expect(import('zustand')).rejects.toThrow();
  });
});

describe('rooms', () => {
  it.each(sourceFiles())('src/%s keeps to the table', (file) => {
    expect(breaches(file, readSource(file))).toEqual([]);
  });

  it('finds imports however they are written', () => {
    const source = `
      import a from './a.ts';
      import type { B } from './b.ts';
      export * from './c.ts';
      export type { D } from './d.ts';
      const e = () => import('./e.ts');
      type F = import('./f.ts').F;
      new Worker(new URL('./g.ts', import.meta.url), { type: 'module' });
      // import h from './h.ts';
    `;
    expect(importsOf('app/x.ts', source)).toEqual([
      { specifier: './a.ts', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      { specifier: './c.ts', typeOnly: false },
      { specifier: './d.ts', typeOnly: true },
      { specifier: './e.ts', typeOnly: false },
      { specifier: './f.ts', typeOnly: true },
      { specifier: './g.ts', typeOnly: false },
    ]);
  });
});

/** File under `src/`, what is wrong in it. `lint`: the linter sees it too. */
const PLANTED: [file: string, source: string, lint: boolean][] = [
  ['domain/x.ts', `import 'react';`, true],
  ['domain/x.ts', `import { fsrs } from 'ts-fsrs'; fsrs();`, true],
  ['domain/x.ts', `import { a } from '../store/a.ts'; a();`, true],
  ['domain/x.ts', `export * from '../app/a.ts';`, true],
  ['domain/x.ts', `export const t = () => setTimeout(() => 0, 1);`, true],
  ['domain/x.ts', `export const id = () => crypto.randomUUID();`, true],
  ['domain/x.ts', `export const w = typeof window;`, true],
  ['domain/x.ts', `export const now = () => Date.now();`, false],
  ['domain/x.ts', `export const now = () => Date['now']();`, false],
  ['domain/x.ts', `export const luck = () => Math.random();`, false],
  ['domain/x.ts', `export const now = () => new Date();`, false],
  ['domain/memory.ts', `import { create } from 'zustand'; create();`, true],
  ['decks/x.ts', `import { a } from '../store/a.ts'; a();`, true],
  ['decks/x.ts', `import { useState } from 'react'; useState();`, true],
  ['store/x.ts', `import { a } from '../decks/a.ts'; a();`, true],
  ['store/x.ts', `import { create } from 'zustand'; create();`, true],
  ['workers/x.ts', `import { a } from '../ui/a.ts'; a();`, true],
  ['ui/x.tsx', `import { a } from '../store/a.ts'; a();`, true],
  ['ui/x.tsx', `import { a } from '../domain/a.ts'; a();`, true],
  ['ui/x.tsx', `import { create } from 'zustand'; create();`, true],
  ['app/quiz/x.ts', `import { a } from '../review/a.ts'; a();`, true],
  ['app/quiz/x.ts', `import { a } from 'ts-fsrs'; a();`, true],
];

const ALLOWED: [file: string, source: string][] = [
  ['domain/x.ts', `import { a } from './a.ts'; export const d = new Date(a);`],
  ['domain/x.ts', `export const f = (x: { window: number }) => ({ fetch: x.window });`],
  ['domain/memory.ts', `import { fsrs } from 'ts-fsrs'; fsrs();`],
  ['decks/x.ts', `import { a } from '../domain/a.ts'; a();`],
  ['store/x.ts', `import Dexie from 'dexie'; export const d = new Dexie('d');`],
  ['ui/x.tsx', `import type { A } from '../domain/a.ts'; export const a = (x: A) => x;`],
  ['app/quiz/x.ts', `import { a } from '../messages/a.ts'; a();`],
  ['app/quiz/x.ts', `import { a } from '../routes.ts'; a();`],
  ['app/quiz/x.ts', `import { a } from '../../store/a.ts'; a();`],
  ['app/quiz/x.ts', `import { a } from './parts/a.ts'; a();`],
  ['main.tsx', `import { a } from './app/quiz/a.ts'; a();`],
];

/** Rules of the room table that the linter finds broken in a tree of such files. */
function lint(file: string, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fanshi-lint-'));
  try {
    cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const path = join(folder, 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
    const rules = ['no-restricted-imports', 'no-restricted-globals'];
    let output = '';
    try {
      const bin = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
      const args = [bin, '--format=unix', '-c', join(folder, '.oxlintrc.json')];
      output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      output = String((error as { stdout?: unknown }).stdout);
    }
    if (!/\d+ problems?/.test(output) && output.trim() !== '') throw new Error(output);
    return rules.filter((rule) => output.includes(rule));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a planted breach', () => {
  it.each(PLANTED)('in src/%s is caught: %s', (file, source, byLint) => {
    expect(breaches(file, source)).not.toEqual([]);
    if (byLint) expect(lint(file, source)).not.toEqual([]);
  });

  it.each(ALLOWED)('is not seen where there is none: src/%s: %s', (file, source) => {
    expect(breaches(file, source)).toEqual([]);
    expect(lint(file, source)).toEqual([]);
  });
});
