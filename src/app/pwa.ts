/**
 * The service worker: the app works offline once it has been opened, and a new version waits until
 * `apply()` is called, so that nothing is swapped under a learner's hands.
 */
import { registerSW } from 'virtual:pwa-register';

export interface PwaState {
  /** Everything the app needs is on this device. */
  readonly offlineReady: boolean;
  /** A newer version is here (or another tab has already taken it): `apply()` changes over to it. */
  readonly needRefresh: boolean;
}

const CHECK_AT_MOST_EVERY = 3_600_000;

let state: PwaState = { offlineReady: false, needRefresh: false };
const listeners = new Set<() => void>();
let askWaitingWorker: (() => Promise<void>) | undefined;
let applying = false;

function change(next: Partial<PwaState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

/** An app left open for days hears of a new version when it is looked at again. */
function checkWhenSeen(registration: ServiceWorkerRegistration): void {
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - checked < CHECK_AT_MOST_EVERY) return;
    checked = Date.now();
    registration.update().catch(() => {
      // Offline, or the host is away: the next look will do.
    });
  });
}

function watchController(workers: ServiceWorkerContainer): void {
  let controlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (applying) window.location.reload();
    else if (controlled) change({ needRefresh: true });
    else {
      controlled = true;
      change({ offlineReady: true });
    }
  });
}

/** Registers the service worker where there can be one; called once, by the composition root. */
export function startPwa(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  if (navigator.serviceWorker.controller !== null) change({ offlineReady: true });
  watchController(navigator.serviceWorker);
  askWaitingWorker = registerSW({
    onNeedRefresh: () => change({ needRefresh: true }),
    onOfflineReady: () => change({ offlineReady: true }),
    // `watchController` decides, because another tab may be in the middle of a card.
    onNeedReload: () => {},
    onRegisteredSW: (_url, registration) => {
      if (registration) checkWhenSeen(registration);
    },
    onRegisterError: () => {
      // No storage or a private window: the app works, only not offline.
    },
  });
}

export const pwa = {
  /** Calls `listener` after every change; answers with the way to stop that. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The same object until something changes, as `useSyncExternalStore` wants it. */
  getSnapshot: (): PwaState => state,
  /** Changes over to the new version: the page is loaded again as soon as that has taken over. */
  async apply(): Promise<void> {
    if (!state.needRefresh) return;
    applying = true;
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.waiting) await askWaitingWorker?.();
    else window.location.reload();
  },
};
