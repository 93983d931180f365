/** What `npm start` and `npm test` share: the packages installed, and the other scripts run. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** How to call npm: by the script that is running us, else by name. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script)
    ? { command: process.execPath, before: [script], shell: false }
    : { command: 'npm', before: [], shell: process.platform === 'win32' };
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes what it installed into
 * node_modules/.package-lock.json; packages for other systems may be absent.
 * @param {string} root
 */
export function isInstalled(root) {
  const there = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(there)) return false;
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const have = JSON.parse(readFileSync(there, 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
      if (path === '') return true;
      const found = have[path];
      if (found === undefined) return optional === true || devOptional === true;
      return (
        found.version === version &&
        found.integrity === integrity &&
        existsSync(join(root, path, 'package.json'))
      );
    });
  } catch {
    return false;
  }
}

/**
 * Installs the packages if they are missing or not the locked ones. Install scripts never run.
 * `npm ci` would refuse a registry, and so a lock, that lacks other systems' optional packages;
 * `npm install --no-save` takes the locked versions as well, and `isInstalled` verifies that it did.
 */
export function ensureInstalled() {
  if (isInstalled(ROOT)) return;
  console.log('Installing the packages that package-lock.json names …');
  const { command, before, shell } = npmCommand();
  const args = [
    ...before,
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
  ];
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0 && isInstalled(ROOT)) return;
  const reason = error ? ` (${error.message})` : '';
  console.error(`The packages could not be installed${reason}: see npm's message above.`);
  process.exit(1);
}

/**
 * Runs `npm run <name>` with more arguments; answers with its exit code and, if `quiet`, its output.
 * @param {string} name
 * @param {string[]} [args]
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined>, minutes?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function npmRun(name, args = [], { quiet = false, env = {}, minutes = 20 } = {}) {
  const { command, before, shell } = npmCommand();
  const extra = args.length > 0 ? ['--', ...args] : [];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, 'run', '--silent', name, ...extra], {
      cwd: ROOT,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    const limit = setTimeout(() => {
      console.error(`${name} was stopped after ${minutes} minutes.`);
      child.kill('SIGTERM');
    }, minutes * 60_000);
    const finish = (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
