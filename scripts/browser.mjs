/** Finds a Chromium or Chrome to test in, or gets one where that can be done. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

export const NO_BROWSER =
  'The browser tests did not run: no Chromium or Chrome was found or could be installed; install one, or set CHROMIUM_PATH to where it is.';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where the systems put it. */
function usualPlaces() {
  if (platform() === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform() === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const tails = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'];
    return roots.flatMap((root) =>
      process.env[root]
        ? tails.map((tail) =>
            join(
              process.env[root],
              tail,
              'Application',
              tail.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
            ),
          )
        : [],
    );
  }
  return [];
}

function onPath() {
  if (platform() === 'win32') return [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** What Playwright downloaded before, newest first. */
function playwrights() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[platform()] ||
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(folder)) return [];
  const mac = (app) => join(`${app}.app`, 'Contents', 'MacOS', app);
  const inside = ['chrome', 'chrome.exe', mac('Chromium'), mac('Google Chrome for Testing')];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((sub) => sub.startsWith('chrome-'))
        .flatMap((sub) => inside.map((tail) => join(folder, name, sub, tail))),
    );
}

/** There, and able to say its version (some systems put a stub there that only tells how to install). */
function works(path) {
  if (!existsSync(path)) return false;
  if (platform() === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/**
 * The path of a Chromium or Chrome on this machine, or null. Installs nothing.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return works(named) ? named : null;
  const places = [...onPath(), ...usualPlaces(), ...playwrights()];
  return places.find((path) => works(path)) ?? null;
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function apt() {
  const run = (...args) =>
    spawnSync('apt-get', args, {
      timeout: 15 * 60_000,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  run('update', '-q');
  return run('install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/** Playwright's own download; needs the packages to be installed. */
function playwrightDownload(root) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  if (!existsSync(cli)) return false;
  const { status } = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    cwd: root,
    timeout: 10 * 60_000,
    stdio: 'ignore',
  });
  return status === 0;
}

/**
 * The path of a Chromium or Chrome, installing one if need be: as root on Debian by apt, else by
 * Playwright. Null where none can be had.
 * @param {string} root the project's folder
 * @returns {string | null}
 */
export function ensureBrowser(root) {
  const found = findBrowser();
  if (found !== null || process.env.CHROMIUM_PATH) return found;
  if (isRootOnDebian()) {
    console.log('Installing Chromium and Chinese fonts with apt-get …');
    if (apt()) return findBrowser();
  }
  console.log('Getting a Chromium with Playwright …');
  return playwrightDownload(root) ? findBrowser() : null;
}
