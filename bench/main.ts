/** `npm run bench`: builds, measures one number after another, prints a table. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, NO_BROWSER } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/node.mjs';
import type { Bench } from './bench.ts';
import { Folders, openBrowser } from './browser.ts';
import { buildInjected } from './builds.ts';
import { measureOptimiser } from './optimiser.ts';
import { measurePlan } from './plan.ts';
import { measureQueue } from './queue.ts';
import { measureRating } from './rating.ts';
import { measureRebuild } from './rebuild.ts';
import { machine, remarks, table, writeResults, type Result } from './report.ts';
import { measureSealed } from './sealed.ts';
import { measureStart } from './start.ts';
import { measureStatistics } from './statistics.ts';

const HELP = `npm run bench -- [--only=rating,queue,rebuild,sealed,start,plan,statistics,optimiser] [--quick] [--runs=7]`;

const ALL: Readonly<Record<string, (bench: Bench) => Promise<Result[]>>> = {
  rating: measureRating,
  queue: measureQueue,
  rebuild: measureRebuild,
  sealed: measureSealed,
  start: measureStart,
  plan: measurePlan,
  statistics: measureStatistics,
  optimiser: measureOptimiser,
};

/** Those that need neither a browser nor a build. */
const IN_NODE: readonly string[] = ['plan'];

const needsPages = (only: readonly string[]) => only.some((name) => !IN_NODE.includes(name));

const RESULTS = join(ROOT, 'bench', 'results');

interface Asked {
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly runs: number;
}

/** What was asked for, or null. */
function read(args: readonly string[]): Asked | null {
  let only = Object.keys(ALL);
  let quick = false;
  let runs: number | null = null;
  for (const arg of args) {
    const [name, value = ''] = arg.split('=');
    if (name === '--quick' && value === '') quick = true;
    else if (name === '--runs' && /^[1-9]\d*$/.test(value)) runs = Number(value);
    else if (name === '--only' && value.split(',').every((one) => Object.hasOwn(ALL, one)))
      only = value.split(',');
    else return null;
  }
  return { only, quick, runs: runs ?? (quick ? 1 : 7) };
}

async function browserVersion(folders: Folders): Promise<string> {
  const { context } = await openBrowser(folders.next('profile'));
  const version = context.browser()?.version() ?? '';
  await context.close();
  return `Chromium ${version}, headless`.replace('  ', ' ');
}

async function measure(asked: Asked, folders: Folders): Promise<boolean> {
  const inPages = needsPages(asked.only);
  const browser = inPages ? await browserVersion(folders) : 'no browser';
  const about = { machine: machine(browser), quick: asked.quick };
  const injected = inPages ? await buildInjected(folders.next('inject')) : '';
  const results: Result[] = [];
  for (const name of asked.only) {
    const began = performance.now();
    const say = (words: string) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      console.log(`${name}: ${words} (${seconds} s)`);
    };
    const { quick, runs } = asked;
    const found = await ALL[name]?.({ folders, injected, quick, runs, say });
    results.push(...(found ?? []));
    // What is known is kept, should a later one fail.
    if (found && asked.only.length > 1) console.log(`\n${table(found)}\n`);
    writeResults(RESULTS, about, results);
  }
  console.log(`\n${about.machine}; medians of ${asked.runs}\n\n${table(results)}\n`);
  for (const remark of remarks(results)) console.log(remark);
  console.log('Written to bench/results/latest.json.');
  if (asked.quick) console.log('Quick: the sizes are too small to judge by.');
  return asked.quick || results.every(({ ok }) => ok);
}

/** @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  const asked = read(args);
  if (!asked) {
    console.error(`That is not understood. Usage: ${HELP}`);
    return 2;
  }
  if (needsPages(asked.only) && ensureBrowser(ROOT) === null) {
    console.error(NO_BROWSER);
    return 1;
  }
  const folders = new Folders(tmpdir());
  try {
    return (await measure(asked, folders)) ? 0 : 1;
  } finally {
    folders.remove();
  }
}
