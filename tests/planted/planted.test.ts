/** The properties are worth something: each of five planted defects is caught by one of them. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFECTS, planted, type Defect } from './defects.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 5 * 60_000;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs the properties with a defect, which may take some thousand histories to show, or, for '', with
 * none, on a few hundred.
 */
function run(which: string, names: readonly string[]): Promise<Report> {
  const bin = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join('tests', 'planted', 'vitest.config.ts');
  const pattern = names.join('|');
  const args = [bin, 'run', '--config', config, '--reporter=json', '-t', pattern];
  const env = { ...process.env, FANSHI_DEFECT: which, FANSHI_RUNS: which === '' ? '150' : '3000' };
  return new Promise((resolve, reject) => {
    const options = { cwd: ROOT, env, maxBuffer: 1 << 26, timeout: MINUTES };
    execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout.slice(stdout.indexOf('{"num'))) as Report);
      } catch {
        reject(new Error(`No report of the run with defect '${which}':\n${stdout}\n${stderr}`));
      }
    });
  });
}

const results = (report: Report) => report.testResults.flatMap((file) => file.assertionResults);

async function messagesOf(which: string, { caughtBy: [, name] }: Defect): Promise<string[]> {
  const found = results(await run(which, [name])).filter(({ title }) => title.startsWith(name));
  expect(found).toHaveLength(1);
  expect(found[0]?.status).toBe('failed');
  return [...(found[0]?.failureMessages ?? [])];
}

describe('a planted defect', () => {
  it.each(Object.entries(DEFECTS))(
    '%s is caught by a property',
    async (which, defect) => {
      const messages = await messagesOf(which, defect);
      // The property itself must have failed on some history: not an import, nor a timeout.
      expect(messages.join('\n')).toMatch(/Property failed after \d+ tests?/);
      expect(messages.join('\n')).toContain('AssertionError');
    },
    MINUTES,
  );

  it(
    'is the only thing that fails them: without one they pass',
    async () => {
      const names = Object.values(DEFECTS).map(({ caughtBy: [, name] }) => name);
      const report = await run('', names);
      const ran = results(report).filter(({ status }) => status !== 'skipped');
      expect(ran.filter(({ status }) => status === 'failed')).toEqual([]);
      expect(ran).toHaveLength(new Set(names).size);
    },
    MINUTES,
  );

  it('is an error where the source has no place for it', () => {
    for (const defect of Object.values(DEFECTS)) {
      const source = readFileSync(join(ROOT, 'src', defect.file), 'utf8');
      expect(planted(defect, source)).not.toBe(source);
      expect(() => planted(defect, 'export {};')).toThrow('Not planted');
    }
  });
});
