/** Opening the store, and telling other tabs of changes. */
import type { Catalogue } from '../domain/catalogue.ts';
import { createModel, weightsName, type MemoryModel } from '../domain/memory.ts';
import { hash32 } from '../domain/random.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import { Database, DATABASE_NAME, FOLD, WRITER } from './database.ts';
import type { CacheRow, MetaRow, Profile } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';

export interface Store {
  readonly db: Database;
  readonly catalogue: Catalogue;
  /** 96 random bits in hex. */
  readonly mintDevice: () => string;
  /** The settings and the model of memory under their weights, as of the last commit seen. */
  settings: Settings;
  model: MemoryModel;
  /** Where the next walk over new cards may begin, when it has moved and is not saved yet. */
  frontier: { readonly place: number; readonly order: string } | null;
  /** What was found when it was opened. */
  readonly atOpening: {
    /** The highest order; 0 for an empty log. */
    readonly order: number;
    /** Whether the caches were folded by this version of the rules, from the names now in use. */
    readonly areCachesCurrent: boolean;
  };
  /** Called with every change another tab commits, and with this tab's own. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
  readonly announce: (change: Change) => void;
  readonly close: () => void;
}

export type Change =
  | { readonly is: 'written'; readonly cards: readonly string[] }
  /** Everything may be different: a restore, a rebuild, settings. */
  | { readonly is: 'replaced' }
  /** The database belongs to a newer version now, or was erased. */
  | { readonly is: 'closed' };

export interface OpenOptions {
  readonly catalogue: Catalogue;
  readonly mintDevice: () => string;
  readonly name?: string;
  /** Told when an upgrade waits for another tab. */
  readonly onBlocked?: () => void;
}

export function newProfile(device: string, before?: Profile): Profile {
  return {
    key: 'profile',
    device,
    seq: 0,
    order: before?.order ?? 0,
    writes: (before?.writes ?? 0) + 1,
    minWriter: Math.max(before?.minWriter ?? 0, WRITER),
  };
}

/** What the caches must say they were folded with. */
export function cacheMark(catalogue: Catalogue, settings: Settings): CacheRow {
  const renames = catalogue.decks.map((deck) => Object.entries(deck.renames));
  return {
    key: 'cache',
    fold: FOLD,
    weights: weightsName(settings.weights),
    renames: hash32(JSON.stringify(renames)).toString(16),
  };
}

/** Whether the caches say that they were folded as `mark` says. */
export function isMark(row: MetaRow | undefined, mark: CacheRow): boolean {
  if (row?.key !== 'cache') return false;
  return row.fold === mark.fold && row.weights === mark.weights && row.renames === mark.renames;
}

function settingsIn(row: MetaRow | undefined): Settings {
  return row?.key === 'settings' ? { ...DEFAULT_SETTINGS, ...row.value } : DEFAULT_SETTINGS;
}

export async function readSettings(db: Database): Promise<Settings> {
  return settingsIn(await db.meta.get('settings'));
}

/** @throws StoreError 'failed' when the database holds no profile */
export async function readProfile(db: Database): Promise<Profile> {
  const row = await db.meta.get('profile');
  if (row?.key !== 'profile') throw new StoreError('failed', new Error('Inconsistent: no profile'));
  return row;
}

async function ensureProfile(db: Database, mark: CacheRow, mintDevice: () => string) {
  await db.transaction('rw', db.meta, async () => {
    if ((await db.meta.get('profile')) !== undefined) return;
    await db.meta.bulkPut([newProfile(mintDevice()), mark]);
  });
}

/** Opens once more after a first failure: browsers recover from a lost connection by themselves. */
async function openWithRetry(db: Database): Promise<void> {
  try {
    await db.open();
  } catch (first) {
    if (asStoreError(first).trouble === 'outdated') throw first;
    db.close();
    await db.open();
  }
}

/**
 * Opens the database, creating it and its profile when there is none. Nothing is ever deleted here.
 * @throws StoreError 'unavailable', 'outdated' or 'failed'
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { catalogue, mintDevice, name = DATABASE_NAME } = options;
  const db = new Database(name);
  const listeners = new Set<(change: Change) => void>();
  let settings = DEFAULT_SETTINGS;
  let atOpening = { order: 0, areCachesCurrent: true };
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  db.on('blocked', () => options.onBlocked?.());
  db.on('versionchange', () => {
    db.close();
    tell({ is: 'closed' });
  });
  try {
    await openWithRetry(db);
    // Every start comes by here: nothing is written where there is nothing to write.
    const [profile, found, cache] = await db.meta.bulkGet(['profile', 'settings', 'cache']);
    settings = settingsIn(found);
    atOpening = {
      order: profile?.key === 'profile' ? profile.order : 0,
      areCachesCurrent: !profile || isMark(cache, cacheMark(catalogue, settings)),
    };
    if (!profile) await ensureProfile(db, cacheMark(catalogue, DEFAULT_SETTINGS), mintDevice);
  } catch (error) {
    const trouble = asStoreError(error);
    throw trouble.trouble === 'failed' ? new StoreError('unavailable', error) : trouble;
  }
  const channel = new BroadcastChannel(`${name} changes`);
  const store: Store = {
    db,
    catalogue,
    mintDevice,
    settings,
    model: createModel(settings.weights),
    frontier: null,
    atOpening,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (change) => {
      channel.postMessage(change);
      tell(change);
    },
    close: () => {
      channel.close();
      db.close();
    },
  };
  channel.addEventListener('message', (message: MessageEvent<Change>) => {
    void refreshSettings(store).then(
      () => tell(message.data),
      () => tell({ is: 'closed' }),
    );
  });
  return store;
}

/** Makes the store's model that of the weights in force. */
export function adoptWeights(store: Store, settings: Settings): void {
  if (weightsName(settings.weights) !== store.model.name)
    store.model = createModel(settings.weights);
}

/** Reads the settings anew, after a commit that may have changed them. */
export async function refreshSettings(store: Store): Promise<void> {
  const settings = await readSettings(store.db);
  adoptWeights(store, settings);
  store.settings = settings;
}
