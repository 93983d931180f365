/**
 * Puts the compiled decks into the app: `virtual:decks` is small and starts with it,
 * `virtual:deck-text/<chapter>` is fetched when a chapter's words are first needed.
 */
import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { formatIssue } from './issues.ts';
import { type LoadedDecks, loadDecks } from './loadDecks.ts';
import { packDeck } from './pack.ts';

const DECKS = 'virtual:decks';
const TEXT = 'virtual:deck-text/';

/** `root` holds one folder per deck; relative to Vite's root. Any issue fails the build. */
export function decksPlugin(root = 'decks'): Plugin {
  let folder = resolve(root);
  let isBuild = false;
  let loaded: LoadedDecks | undefined;
  return {
    name: 'fanshi-decks',
    configResolved(config) {
      folder = resolve(config.root, root);
      isBuild = config.command === 'build';
    },
    buildStart() {
      loaded = undefined;
    },
    resolveId(id) {
      return id === DECKS || id.startsWith(TEXT) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${DECKS}`) && !id.startsWith(`\0${TEXT}`)) return undefined;
      loaded ??= loadDecks(folder);
      const { issues, lockIssues } = loaded;
      // While a deck is being written its lock is behind; only what is published must be whole.
      const fatal = isBuild ? [...issues, ...lockIssues] : issues;
      if (fatal.length > 0) {
        loaded = undefined;
        this.error(`The decks have issues.\n${fatal.map(formatIssue).join('\n')}`);
      }
      if (id === `\0${DECKS}`) return decksModule(loaded);
      return textModule(loaded, id.slice(TEXT.length + 1));
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_, path) => {
        if (!resolve(path).startsWith(folder + sep)) return;
        loaded = undefined;
        const { moduleGraph } = server.environments.client;
        for (const [id, module] of moduleGraph.idToModuleMap) {
          if (id.startsWith('\0virtual:deck')) moduleGraph.invalidateModule(module);
        }
        server.environments.client.hot.send({ type: 'full-reload' });
      });
    },
  };
}

function decksModule({ decks }: LoadedDecks): string {
  const loaders = decks.flatMap(({ texts }) =>
    Object.keys(texts).map(
      (id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(TEXT + id)})`,
    ),
  );
  return [
    `export const decks = ${parsed(decks.map(({ deck }) => packDeck(deck)))};`,
    `export const loadChapterText = {\n${loaders.join(',\n')}\n};`,
  ].join('\n');
}

function textModule({ decks }: LoadedDecks, chapterId: string): string {
  const text = decks.map(({ texts }) => texts[chapterId]).find((found) => found !== undefined);
  if (!text) throw new Error(`Inconsistent: no chapter ${chapterId}`);
  return `export default ${parsed(text)};`;
}

/** A browser parses JSON in a string faster than the same as a script. */
function parsed(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
