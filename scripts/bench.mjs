/** `npm run bench`: the numbers the app must keep. The rest is TypeScript, under `bench/`. */
import { checkNode } from './version.mjs';

checkNode();

const { ensureInstalled } = await import('./node.mjs');
ensureInstalled();
const { tsImport } = await import('tsx/esm/api');
const { run } = await tsImport('../bench/main.ts', import.meta.url);
process.exit(await run(process.argv.slice(2)));
