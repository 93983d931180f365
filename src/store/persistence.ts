/** What the browser promises about keeping the data, and asking it to promise more. */

export interface StorageState {
  /** Whether the browser keeps the data until the person deletes it; null when it does not say. */
  readonly persisted: boolean | null;
  /** Bytes this site may use and uses, as the browser estimates; null when it does not say. */
  readonly quota: number | null;
  readonly usage: number | null;
}

/** The storage manager, where there is one: not in old browsers, nor on pages that are not secure. */
function manager(): Partial<StorageManager> {
  return typeof navigator === 'undefined'
    ? {}
    : ((navigator as { storage?: Partial<StorageManager> }).storage ?? {});
}

/** How the data is kept. Never throws: what cannot be known is null. */
export async function storageState(): Promise<StorageState> {
  const storage = manager();
  const [persisted, estimate] = await Promise.all([
    storage.persisted?.().catch(() => null) ?? null,
    storage.estimate?.().catch(() => null) ?? null,
  ]);
  return { persisted, quota: estimate?.quota ?? null, usage: estimate?.usage ?? null };
}

/**
 * Asks the browser to keep the data. Some ask the person, some decide by themselves; so this is for
 * the moment after the first real rating, and for a button.
 * @returns its answer; null when it cannot be asked. Never throws.
 */
export async function askToPersist(): Promise<boolean | null> {
  const storage = manager();
  try {
    if (await storage.persisted?.()) return true;
    return (await storage.persist?.()) ?? null;
  } catch {
    return null;
  }
}

const SMALL_QUOTA = 120_000_000;

/** Whether so little room is given that this may be a private window, whose data goes when it closes. */
export function mayBePrivate({ quota }: StorageState): boolean {
  return quota !== null && quota < SMALL_QUOTA;
}

/**
 * Whether this browser deletes the data after seven days without a visit: WebKit does, unless the
 * app is on the home screen or in the Dock.
 */
export function forgetsAfterAWeek(
  browser: { readonly userAgent: string; readonly standalone?: boolean } = navigator,
  isInstalled = () => matchMedia('(display-mode: standalone)').matches,
): boolean {
  const { userAgent } = browser;
  const onAppleTouch = /iPhone|iPad|iPod/.test(userAgent);
  const isSafari = /AppleWebKit/.test(userAgent) && !/Chrome|Chromium|Android/.test(userAgent);
  return (onAppleTouch || isSafari) && browser.standalone !== true && !isInstalled();
}
