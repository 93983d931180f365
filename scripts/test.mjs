/**
 * `npm test`: installs what is missing and runs every check. The last line is `N passed, N failed`,
 * where a check without tests of its own counts as one.
 */
import * as fs from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';
import { checkNode } from './version.mjs';

checkNode();

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const REPORTS = join(ROOT, 'test-results');
const UNIT = join(REPORTS, 'unit.json');
const BROWSER = join(REPORTS, 'browser.json');

/** A runner's JSON report, or null where it wrote none. */
function report(file) {
  if (!fs.existsSync(file)) return null;
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function unitCounts() {
  const told = report(UNIT);
  if (told === null) return { passed: 0, failed: 0 };
  for (const { status, fullName } of told.testResults.flatMap((file) => file.assertionResults)) {
    if (status === 'failed') failures.push(fullName);
  }
  // A file that could not be loaded has no tests to fail, so it counts itself.
  const broken = told.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  return { passed: told.numPassedTests, failed: told.numFailedTests + broken };
}

function browserCounts() {
  const told = report(BROWSER);
  if (told === null) return { passed: 0, failed: 0 };
  const { expected, flaky, unexpected } = told.stats;
  if (flaky > 0) console.log(`Passed at the second try only: ${flaky} of the browser tests.`);
  return { passed: expected + flaky, failed: unexpected };
}

/** Minutes a check may take: several times what it does on two cores that do nothing else. */
const LONGEST = 40;

const results = [];
/** Names of the unit tests that failed; the browser's runner lists its own last. */
const failures = [];

let npmRun;

async function check(title, script, args = [], { counts, env } = {}) {
  console.log(`\n── ${title}`);
  const began = Date.now();
  const { code } = await npmRun(script, args, { env, minutes: LONGEST });
  const told = counts ? counts() : { passed: code === 0 ? 1 : 0, failed: 0 };
  const failed = code !== 0 && told.failed === 0 ? 1 : told.failed;
  const nothing = code === 0 && told.passed + failed === 0;
  if (nothing) console.error(`${title}: no test ran.`);
  results.push({
    title,
    passed: told.passed,
    failed: nothing ? 1 : failed,
    seconds: (Date.now() - began) / 1000,
  });
  return code === 0;
}

function skip(title, sentence) {
  console.error(`\n── ${title}\n${sentence}`);
  results.push({ title, passed: 0, failed: 1, seconds: 0, sentence });
}

function summary() {
  console.log('');
  for (const { title, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    const tally = `${passed} passed, ${failed} failed`;
    console.log(
      `${verdict}  ${title.padEnd(10)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${tally}`,
    );
  }
  for (const { sentence } of results) if (sentence) console.log(sentence);
  for (const name of failures) console.log(`FAILED  ${name}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

async function main() {
  const shared = await import('./node.mjs');
  npmRun = shared.npmRun;
  shared.ensureInstalled();
  fs.rmSync(REPORTS, { recursive: true, force: true });
  fs.mkdirSync(REPORTS, { recursive: true });

  await check('format', 'check:format');
  await check('types', 'check:types');
  await check('lint', 'check:lint');
  await check(
    'unit',
    'check:unit',
    ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
    {
      counts: unitCounts,
    },
  );
  await check('decks', 'decks:check');
  const built = await check('build', 'build');
  if (built) {
    await check('size', 'check:size');
    const { NO_BROWSER, ensureBrowser } = await import('./browser.mjs');
    const browser = ensureBrowser(ROOT);
    if (browser === null) skip('browser', NO_BROWSER);
    else {
      await check('browser', 'check:browser', [], {
        counts: browserCounts,
        env: { CHROMIUM_PATH: browser, FANSHI_BUILT: '1' },
      });
    }
  } else {
    skip('size', 'The size was not checked: the app could not be built.');
    skip('browser', 'The browser tests did not run: the app could not be built.');
  }
  process.exitCode = summary() ? 0 : 1;
}

void main();
