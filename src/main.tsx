/** The composition root: opens the store, hands in the clock and the ids, mounts the app. */
// First, so that a component's own rules come after the ground they stand on.
import './ui/theme.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app/App.tsx';
import { systemClock } from './app/clock.ts';
import { applyLooks } from './app/looks.ts';
import { startPwa } from './app/pwa.ts';
import { decks, loadChapterText } from './decks/library.ts';
import { buildCatalogue } from './domain/catalogue.ts';
import { areCachesCurrent, rebuild } from './store/cache.ts';
import { openStore } from './store/store.ts';

/** 96 random bits in hex. */
function mintDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const catalogue = buildCatalogue(decks);
let opened: ReturnType<AppProps['open']> | null = null;

const open: AppProps['open'] = ({ onBlocked, onProgress }) => {
  opened ??= (async () => {
    const store = await openStore({ catalogue, mintDevice, onBlocked });
    if (!(await areCachesCurrent(store))) {
      onProgress(0);
      await rebuild(store);
    }
    return { store, clock: systemClock, catalogue, loadChapterText, appVersion: __APP_VERSION__ };
  })();
  return opened;
};

const root = document.getElementById('root');
if (root === null) throw new Error('Inconsistent: index.html has no #root');
applyLooks(document.documentElement);
createRoot(root).render(
  <StrictMode>
    <App open={open} />
  </StrictMode>,
);
startPwa();
