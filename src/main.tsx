/** The composition root: opens the store, hands in the clock and the ids, mounts the app. */
// First, so that a component's own rules come after the ground they stand on.
import './ui/theme.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app/App.tsx';
import { systemClock } from './app/clock.ts';
import { createDayReader } from './app/dayReader.ts';
import { applyLooks } from './app/looks.ts';
import { startPwa } from './app/pwa.ts';
import { decks, loadChapterText } from './decks/library.ts';
import { buildCatalogue } from './domain/catalogue.ts';
import { lookAtClock } from './app/clockDoubt.ts';
import { loadScreens } from './app/screens.tsx';
import type { Environment } from './app/environment.ts';
import { areCachesCurrent } from './store/cache.ts';
import { isTailLong } from './store/read.ts';
import { openStore, type Store } from './store/store.ts';

/** 96 random bits in hex. */
function mintDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls `work` when the page has nothing better to do. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 3000);
}

/**
 * Away from the screen: makes the caches anew where other weights were chosen, and seals what is
 * old. Should it fail, the next opening does it.
 */
async function tidy(store: Store): Promise<void> {
  const isCurrent = await areCachesCurrent(store);
  if (isCurrent && !(await isTailLong(store.db))) return;
  const { rebuildInWorker, sealInWorker } = await import('./workers/rebuild.ts');
  if (isCurrent) await sealInWorker(store);
  else await rebuildInWorker(store, () => {});
}

type Told = Parameters<AppProps['open']>[0];

const catalogue = buildCatalogue(decks);
const told: { by: Told | null } = { by: null };

async function openEnvironment(): Promise<Environment> {
  const store = await openStore({
    catalogue,
    mintDevice,
    onBlocked: () => told.by?.onBlocked(),
  });
  lookAtClock(store, systemClock);
  if (!store.atOpening.areCachesCurrent) {
    const onProgress = (share: number) => told.by?.onProgress(share);
    onProgress(0);
    const { rebuildInWorker } = await import('./workers/rebuild.ts');
    await rebuildInWorker(store, onProgress);
  }
  whenIdle(() => void tidy(store));
  store.onChange((change) => {
    if (change.is === 'replaced') whenIdle(() => void tidy(store));
  });
  return {
    store,
    clock: systemClock,
    catalogue,
    readToday: createDayReader(store, systemClock),
    loadChapterText,
    prepare: async (...discussion) => {
      const { prepareInWorker } = await import('./workers/plan.ts');
      return prepareInWorker(...discussion);
    },
    openStatistics: (of) => {
      const opening = import('./workers/statistics.ts').then(({ openStatistics }) =>
        openStatistics(of),
      );
      return {
        figures: async (...question) => (await opening).figures(...question),
        close: () => void opening.then((opened) => opened.close()),
      };
    },
    startKnowing: async () => {
      const { startKnowing } = await import('./workers/knowledge.ts');
      return startKnowing(store);
    },
    mintId: mintDevice,
    appVersion: __APP_VERSION__,
  };
}

// Begun before anything is drawn: the store opens while React starts.
const opening = openEnvironment();
// The app asks for it and says what went wrong; until it does, nobody listens.
opening.catch(() => {});

const open: AppProps['open'] = (by) => {
  told.by = by;
  return opening;
};

/** ms after which the start is over, and what may be wanted next can be loaded. */
const AFTER_START = 1000;

/** ms for which an empty sheet is better than a page that says it is opening. */
const PATIENCE = 150;

const root = document.getElementById('root');
if (root === null) throw new Error('Inconsistent: index.html has no #root');
applyLooks(document.documentElement);
const page = createRoot(root);
const draw = (ready?: Environment) => {
  clearTimeout(patience);
  page.render(
    <StrictMode>
      <App open={open} ready={ready} />
    </StrictMode>,
  );
};
// Drawing before the store is open would only make it open later.
const patience = setTimeout(() => draw(), PATIENCE);
opening.then(draw, () => draw());
whenIdle(startPwa);
setTimeout(() => whenIdle(() => void loadScreens()), AFTER_START);
