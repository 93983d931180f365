/** The fold from columns gives what the plain fold gives, whatever the log. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/domain/content.ts';
import { CONFIDENCES, HOWS, MODES, RATINGS, type LogEvent } from '../../src/domain/event.ts';
import { foldColumns, type Folded } from '../../src/domain/foldColumns.ts';
import { createModel } from '../../src/domain/memory.ts';
import { undoneActions } from '../../src/domain/replay.ts';
import { packTail, readColumns } from '../../src/domain/replayColumns.ts';
import { pack } from '../../src/domain/segment.ts';
import { hash32 } from '../../src/domain/random.ts';
import { foldAll } from '../../src/store/cache.ts';
import { check, DAY, LONG } from '../builders.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const card = fc.constantFrom('talk/a', 'talk/b', 'talk/old', 'talk/c/there');
const origin = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('anki:1:1', 'anki:1:2', 'fork:d:1#', 'fork:e:2#', 'fork:d:2#'),
  },
);
const day = fc.nat(6);
const grant = fc.oneof(
  fc.record({
    phase: fc.constantFrom('learning', 'relearning'),
    step: fc.nat(2),
    dueAt: fc.integer({ min: 0, max: 7 * DAY }),
  }),
  fc.record({ phase: fc.constant('review'), step: fc.constant(0), dueDay: fc.nat(40) }),
);
const answer = fc.record({
  type: fc.constantFrom('reviewed', 'reviewed', 'quizzed'),
  card,
  rating: fc.constantFrom(...RATINGS),
  ms: optional(fc.nat(60_000)),
  mode: fc.constantFrom(...MODES),
  how: fc.constantFrom(...HOWS),
  confidence: optional(fc.constantFrom(...CONFIDENCES)),
  predicted: optional(
    fc.oneof(
      fc.nat(1_000_000).map((n) => n / 1e6),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
  ),
  grant: optional(grant),
});
const body = fc.oneof(
  { weight: 12, arbitrary: answer },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('suspended', 'unsuspended', 'marked', 'unmarked', 'reset', 'later'),
      card,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('buried'), card, until: day }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('set-due', 'rescheduled'), card, grant }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('undone', 'undone', 'redone'),
      names: fc.tuple(fc.constantFrom('d', 'e'), fc.nat(12)).map(([d, seq]) => `${d}:${seq}`),
    }),
  },
);
/** What is said, how long after what was said before (clocks go back too), and with it or apart. */
const step = fc.record({
  body,
  pause: fc.constantFrom(0, 1, 5, DAY / 4, DAY, -DAY, -3),
  joins: fc.boolean(),
  origin,
  strange: fc.oneof(
    { weight: 15, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom({ later: 1 }, { day: 2.5 }, { order: 0.5 }) },
  ),
});
const history = fc.record({
  d: fc.array(step, { maxLength: 14 }),
  e: fc.array(step, { maxLength: 8 }),
  f: fc.array(step, { maxLength: 4 }),
});

function written(
  device: string,
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
) {
  let at = 10 * DAY;
  let order = 0;
  let action = '';
  return steps.map((one, i): LogEvent => {
    at += one.pause;
    order = Math.max(at, order + 1);
    if (!one.joins || i === 0) action = `${device}:${i + 1}`;
    const when = { at, order, offset: 0, day: Math.floor(at / DAY) };
    const said = { ...one.body, ...when, ...one.strange };
    // As a merge names it: events of one origin say the same.
    const from = one.origin?.endsWith('#') ? `${one.origin}${hash32(canonical(said))}` : one.origin;
    return JSON.parse(JSON.stringify({ ...said, device, seq: i + 1, action, origin: from }));
  });
}

/** As many whole segments as there are, and the rest as a tail. */
function folded(logs: readonly LogEvent[][], size: number, undone: ReadonlySet<string>): Folded {
  const segments = logs.flatMap((log) =>
    Array.from({ length: Math.floor(log.length / size) }, (_, k) => {
      const { bytes } = pack(log.slice(k * size, (k + 1) * size), k);
      return { device: log[0]?.device ?? '', k, bytes };
    }),
  );
  const tail = logs.flatMap((log) => log.slice(log.length - (log.length % size)));
  const columns = readColumns(segments, packTail(tail.toReversed()), undone, currentId);
  return foldColumns(columns, createModel());
}

const currentId = (id: string) => (id === 'talk/old' ? 'talk/b' : id);
const digest = ({ states, tallies }: Folded) =>
  [...states.values(), ...tallies.values()].map((row) => canonical(row)).toSorted();

describe('folding columns', () => {
  it(
    'equals folding events, with undone actions, forks, renames and clocks set back',
    () => {
      fc.assert(
        fc.property(history, fc.integer({ min: 1, max: 5 }), ({ d, e, f }, size) => {
          const logs = [written('d', d), written('e', e), written('f', f)];
          const log = logs.flat();
          const fromColumns = folded(logs, size, undoneActions(log));
          expect(digest(fromColumns)).toEqual(digest(foldAll(log, createModel(), currentId)));
        }),
        check,
      );
    },
    LONG,
  );
});
