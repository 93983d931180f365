/** IndexedDB by hand: what the app's storage is held against. */

export type Row = Record<string, unknown>;

export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(new Error(String(transaction.error))));
  });
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(String(request.error))));
  });
}

/** Opens a database; `make` is called when there is none yet. */
export function open(name: string, make?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => make?.(request.result));
  return answer(request);
}

export function erase(name: string): Promise<unknown> {
  return answer(indexedDB.deleteDatabase(name));
}

const ROWS_AT_ONCE = 10_000;

export async function putAll(
  db: IDBDatabase,
  store: string,
  rows: readonly unknown[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const transaction = db.transaction(store, 'readwrite', { durability: 'relaxed' });
    const into = transaction.objectStore(store);
    for (const row of rows.slice(i, i + ROWS_AT_ONCE)) into.put(row);
    await done(transaction);
  }
}

/** A database with the same stores, keys and indexes as another, and no rows. */
export async function emptyTwin(of: IDBDatabase, name: string): Promise<IDBDatabase> {
  await erase(name);
  const names = [...of.objectStoreNames];
  const transaction = of.transaction(names, 'readonly');
  const shapes = names.map((store) => {
    const { keyPath, indexNames } = transaction.objectStore(store);
    const indexes = [...indexNames].map((index) => {
      const { keyPath: path, unique, multiEntry } = transaction.objectStore(store).index(index);
      return { index, path, unique, multiEntry };
    });
    return { store, keyPath, indexes };
  });
  return open(name, (db) => {
    for (const { store, keyPath, indexes } of shapes) {
      const made = db.createObjectStore(store, { keyPath });
      for (const { index, path, unique, multiEntry } of indexes) {
        made.createIndex(index, path, { unique, multiEntry });
      }
    }
  });
}

/** A database with the same stores and the same rows as another. */
export async function twin(of: IDBDatabase, name: string): Promise<IDBDatabase> {
  const db = await emptyTwin(of, name);
  for (const store of of.objectStoreNames) {
    const rows = await answer<unknown[]>(
      of.transaction(store, 'readonly').objectStore(store).getAll(),
    );
    await putAll(db, store, rows);
  }
  return db;
}
