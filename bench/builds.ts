/** What is measured, built into folders of its own: `dist` is left alone. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, loadConfigFromFile, type InlineConfig, type Plugin, type PluginOption } from 'vite';
import { ROOT } from '../scripts/node.mjs';
import { packDeck } from '../src/decks/pack.ts';
import { benchDeck, benchText } from './deck.ts';

const BENCH = join(ROOT, 'bench');
const DECKS = 'virtual:decks';
const TEXT = 'virtual:deck-text/';

/** The app's own configuration, its plugins in one flat list. */
async function appConfig(): Promise<{ config: InlineConfig; plugins: Plugin[] }> {
  const loaded = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(ROOT, 'vite.config.ts'),
  );
  if (!loaded) throw new Error('vite.config.ts could not be read');
  const { plugins, ...config } = loaded.config;
  const flat: Plugin[] = [];
  const gather = async (option: PluginOption): Promise<void> => {
    const found = await option;
    if (Array.isArray(found)) for (const one of found) await gather(one);
    else if (found) flat.push(found);
  };
  await gather(plugins);
  return { config, plugins: flat };
}

const isOffline = ({ name }: Plugin) => name.startsWith('vite-plugin-pwa');

async function run(config: InlineConfig, outDir: string): Promise<string> {
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, outDir, emptyOutDir: true },
  });
  return outDir;
}

/** In place of the app's decks: one of `count` made-up cards, none with siblings. */
function madeUpDeck(count: number): Plugin {
  const deck = benchDeck(count, false);
  return {
    name: 'fanshi-decks',
    resolveId: (id) => (id === DECKS || id.startsWith(TEXT) ? `\0${id}` : undefined),
    load: (id) => {
      if (id.startsWith(`\0${TEXT}`)) {
        return `export default ${JSON.stringify(benchText(deck, id.slice(TEXT.length + 1)))};`;
      }
      if (id !== `\0${DECKS}`) return undefined;
      const imports = deck.chapters.map(
        (chapter) =>
          `${JSON.stringify(chapter.id)}: () => import(${JSON.stringify(TEXT + chapter.id)})`,
      );
      return `export const decks = ${JSON.stringify([packDeck(deck)])};
export const loadChapterText = { ${imports.join(',\n')} };`;
    },
  };
}

/** The app as it is served. */
export async function buildApp(outDir: string): Promise<string> {
  const { config, plugins } = await appConfig();
  return run({ ...config, root: ROOT, plugins }, outDir);
}

/** The app with `cards` made-up cards instead of its decks. */
export async function buildAppWithCards(outDir: string, cards: number): Promise<string> {
  const { config, plugins } = await appConfig();
  const others = plugins.filter(({ name }) => name !== 'fanshi-decks');
  return run({ ...config, root: ROOT, plugins: [madeUpDeck(cards), ...others] }, outDir);
}

/** A page that imports the store and the domain themselves. */
export async function buildPage(outDir: string): Promise<string> {
  const { config } = await appConfig();
  return run(
    {
      ...config,
      root: BENCH,
      publicDir: false,
      plugins: [],
      build: { ...config.build, rollupOptions: { input: join(BENCH, 'page.html') } },
    },
    outDir,
  );
}

/** A bare page of the same libraries, kept offline the same way. */
export async function buildBare(outDir: string): Promise<string> {
  const { config, plugins } = await appConfig();
  const root = join(BENCH, 'bare');
  return run(
    { ...config, root, publicDir: false, plugins: [react(), ...plugins.filter(isOffline)] },
    outDir,
  );
}

/** What is put into pages before their own scripts; answers with the file. */
export async function buildInjected(outDir: string): Promise<string> {
  await run(
    {
      root: BENCH,
      publicDir: false,
      build: {
        target: 'es2022',
        lib: {
          entry: join(BENCH, 'inject.ts'),
          formats: ['iife'],
          name: 'injecting',
          fileName: () => 'inject.js',
        },
      },
    },
    outDir,
  );
  return join(outDir, 'inject.js');
}
