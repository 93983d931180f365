import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

export const ROOT = dirname(dirname(import.meta.dirname));
/** What is tested; `FANSHI_DIST` names another folder, where several people test at once. */
export const DIST = process.env['FANSHI_DIST'] ?? join(ROOT, 'dist');

/** Builds the app into `outDir`, as the build named `id`. */
export function build(outDir: string, id?: string): void {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  execFileSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...(id ? { FANSHI_BUILD_ID: id } : {}) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Once for all browser tests; `npm test` has built already. */
export default function setup(): void {
  if (!process.env['FANSHI_BUILT']) build(DIST);
}
