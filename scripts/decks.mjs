// Runs decks.ts, which is TypeScript because it shares the app's parser.
import { tsImport } from 'tsx/esm/api';

const { run } = await tsImport('./decks.ts', import.meta.url);
process.exitCode = run(process.argv.slice(2));
