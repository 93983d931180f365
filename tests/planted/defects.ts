/**
 * Five defects a store of this kind is known to grow, each as a change of the real source. A snippet
 * that is no longer found is an error: the defect must be planted anew where the code has moved.
 */
export interface Defect {
  readonly is: string;
  /** Below `src/`. */
  readonly file: string;
  readonly changes: readonly (readonly [before: string, after: string])[];
  /** The property that must catch it: its file below `tests/`, and its name. */
  readonly caughtBy: readonly [file: string, name: string];
}

export const DEFECTS: Readonly<Record<string, Defect>> = {
  a: {
    is: 'an id from the clock alone',
    file: 'store/log.ts',
    changes: [
      [
        'const action = `${profile.device}:${profile.seq + 1}`;',
        'const action = `${profile.device}:${drafts[0]?.at}`;',
      ],
      ['seq: profile.seq + 1 + i, order, action', 'seq: draft.at, order, action'],
    ],
    caughtBy: ['store/tabs.test.ts', 'lose no event and double none'],
  },
  b: {
    is: 'no tie-break in the replay order',
    file: 'domain/replay.ts',
    changes: [['if (a.order !== b.order) return a.order - b.order;', 'return a.order - b.order;']],
    caughtBy: ['domain/merge.test.ts', 'is commutative, associative and idempotent'],
  },
  c: {
    is: 'the cache written before the event, in a transaction of its own',
    file: 'store/log.ts',
    changes: [
      [
        "return await db.transaction('rw', db.tables, async () => {",
        'return await (async (work: () => Promise<T>) => work())(async () => {',
      ],
      [
        `      db.events.bulkAdd(events),
      db.cards.bulkPut([...rows.values()]),
`,
        `      db.cards.bulkPut([...rows.values()]).then(() => db.events.bulkAdd(events)),
`,
      ],
    ],
    caughtBy: ['store/incremental.test.ts', 'leaves log and caches as they were'],
  },
  d: {
    is: 'undo by deletion',
    file: 'store/log.ts',
    changes: [
      [
        'db.events.bulkAdd(added),',
        'db.events.bulkDelete(touched.map(({ device, seq }) => [device, seq])),',
      ],
    ],
    caughtBy: ['store/undo.test.ts', 'step back and forth through the actions'],
  },
  e: {
    is: 'the number read outside the transaction that uses it',
    file: 'store/log.ts',
    changes: [
      [
        `    return await db.transaction('rw', db.tables, async () => {
      const [before, settings, found] = await Promise.all([
        readProfile(db),
        readSettings(db),
        read(),
      ]);`,
        `    const before = await readProfile(db);
    return await db.transaction('rw', db.tables, async () => {
      const [settings, found] = await Promise.all([readSettings(db), read()]);`,
      ],
    ],
    caughtBy: ['store/tabs.test.ts', 'lose no event and double none'],
  },
};

/** The source with the defect in it. Throws when there is no longer a place for it. */
export function planted(defect: Defect, source: string): string {
  let changed = source;
  for (const [before, after] of defect.changes) {
    if (changed.split(before).length !== 2) {
      throw new Error(`Not planted: ${defect.is}: not once in src/${defect.file}: ${before}`);
    }
    changed = changed.replace(before, () => after);
  }
  return changed;
}
