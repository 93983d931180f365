import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

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
