import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/node.mjs';
import { NODE_NEEDED, isAtLeast, nodeComplaint } from '../../scripts/version.mjs';
import pkg from '../../package.json' with { type: 'json' };

describe('the Node version', () => {
  it.each([
    ['20.19.0', true],
    ['v20.19.1', true],
    ['20.20.2', true],
    ['22.0.0-nightly2024', true],
    ['100.0.0', true],
    ['20.18.9', false],
    ['20.9.0', false],
    ['18.20.4', false],
    ['v9.11.2', false],
  ])('%s is enough: %s', (version, enough) => {
    expect(isAtLeast(version, NODE_NEEDED)).toBe(enough);
    expect(nodeComplaint(version) === null).toBe(enough);
  });

  it('gets one sentence when too old', () => {
    expect(nodeComplaint('18.20.4')).toBe(
      'Fanshi needs Node 20.19 or later and this is Node 18.20.4: install a newer one and try again.',
    );
  });

  it('is the one package.json asks for', () => {
    expect(pkg.engines.node).toBe('>=20.19');
    expect(NODE_NEEDED).toBe('20.19.0');
  });
});

describe('whether the packages are installed', () => {
  let root = '';
  const put = (path: string, content: unknown) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(content));
  };
  const one = { version: '1.0.0', integrity: 'sha512-a' };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fanshi-installed-'));
    put('package-lock.json', {
      packages: {
        '': {},
        'node_modules/one': one,
        'node_modules/other-system': { version: '1.0.0', optional: true },
      },
    });
    put('node_modules/.package-lock.json', { packages: { 'node_modules/one': one } });
    put('node_modules/one/package.json', {});
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('says yes, and does not mind what is for other systems', () => {
    expect(isInstalled(root)).toBe(true);
  });

  it('says no without node_modules', () => {
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it('says no when the lock names another version', () => {
    put('package-lock.json', { packages: { 'node_modules/one': { ...one, version: '1.0.1' } } });
    expect(isInstalled(root)).toBe(false);
  });

  it('says no when the lock names one more', () => {
    put('package-lock.json', { packages: { 'node_modules/one': one, 'node_modules/two': one } });
    expect(isInstalled(root)).toBe(false);
  });

  it('says no when a folder has gone', () => {
    rmSync(join(root, 'node_modules/one'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });
});
