/** What can go wrong with the store, by what a person can do about it. */
export type StoreTrouble =
  /** No room is left: nothing of this write was saved, everything before it is. */
  | 'full'
  /** The card changed since it was shown: nothing was written. */
  | 'stale'
  /** Another tab runs a newer version of the app: this one must not write. */
  | 'outdated'
  /** Another tab holds the database and an upgrade waits for it. */
  | 'blocked'
  /** The database does not open: private mode, a damaged profile, storage switched off. */
  | 'unavailable'
  /** A write or read failed for another reason: nothing of it was saved. */
  | 'failed';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly trouble: StoreTrouble,
    cause?: unknown,
  ) {
    super(`The store: ${trouble}`, { cause });
  }
}

function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const own: unknown = Reflect.get(error, 'name');
  const rest = [Reflect.get(error, 'inner'), Reflect.get(error, 'cause')];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...rest.flatMap((inner: unknown) => namesOf(inner, depth + 1)),
  ];
}

/** Any error of IndexedDB or Dexie as ours; ours unchanged. A full disk hides in the inner error. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return new StoreError('full', error);
  const cannotOpen = ['OpenFailedError', 'MissingAPIError', 'InvalidAccessError', 'SecurityError'];
  if (names.some((name) => cannotOpen.includes(name))) return new StoreError('unavailable', error);
  if (names.includes('VersionError')) return new StoreError('outdated', error);
  return new StoreError('failed', error);
}
