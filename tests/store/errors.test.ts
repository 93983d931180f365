/** What goes wrong with the store, by what a person can do about it. */
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { asStoreError, StoreError } from '../../src/store/errors.ts';

const named = (name: string, rest: object = {}) =>
  Object.assign(new Error(name), { name, ...rest });

describe('an error of the store', () => {
  it.each<[string, unknown, string]>([
    ['a full disk', named('QuotaExceededError'), 'full'],
    [
      'a full disk hidden in an abort',
      named('AbortError', { inner: named('QuotaExceededError') }),
      'full',
    ],
    [
      'a full disk hidden two deep',
      named('BulkError', { cause: named('AbortError', { inner: named('QuotaExceededError') }) }),
      'full',
    ],
    [
      'a full disk while opening',
      named('OpenFailedError', { inner: named('QuotaExceededError') }),
      'full',
    ],
    ['Dexie’s own quota error', new Dexie.QuotaExceededError('no room'), 'full'],
    ['a database that does not open', named('OpenFailedError'), 'unavailable'],
    ['a browser without one', new Dexie.MissingAPIError('none'), 'unavailable'],
    ['storage switched off', named('SecurityError'), 'unavailable'],
    ['a newer database', named('VersionError'), 'outdated'],
    ['anything else', named('AbortError'), 'failed'],
    ['what is no error', 'oops', 'failed'],
    ['nothing', undefined, 'failed'],
  ])('tells %s', (_what, error, trouble) => {
    expect(asStoreError(error)).toMatchObject({ name: 'StoreError', trouble });
    expect(asStoreError(error).cause).toBe(error);
  });

  it('is kept as it is when it is ours already', () => {
    const stale = new StoreError('stale');
    expect(asStoreError(stale)).toBe(stale);
  });

  it('ends with errors that name themselves as their cause', () => {
    const round = named('AbortError');
    Object.assign(round, { inner: round });
    expect(asStoreError(round).trouble).toBe('failed');
  });
});
