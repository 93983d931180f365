/** Replay: the caches are the fold of the log, whatever order it arrives in and whatever is undone. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCard } from '../../src/domain/cardState.ts';
import { isOfCard, type LogEvent } from '../../src/domain/event.ts';
import { compareEvents, undoneActions } from '../../src/domain/replay.ts';
import {
  anAnswer,
  aReview,
  check,
  DAY,
  digestOf,
  digestOfLog,
  foldsOf,
  LONG,
  Pen,
} from '../builders.ts';
import { commands, play, type Command } from './histories.ts';

const shuffledBy = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

const keys = fc.array(fc.integer(), { minLength: 7, maxLength: 7 });

describe('a log folded at once', () => {
  it(
    'gives what folding each event as it came gave, whatever order it is read in',
    () => {
      fc.assert(
        fc.property(commands(14), keys, (history, order) => {
          const played = play(history);
          const log = shuffledBy(played.log, order);
          expect(digestOf(foldsOf(log))).toBe(digestOf(played));
          for (const state of played.states) {
            const events = log.filter((event) => isOfCard(event) && event.card === state.card);
            expect(foldCard(state.card, events, new Set(), played.model)).toEqual(state);
          }
        }),
        check,
      );
    },
    LONG,
  );
});

/** Two devices' histories that overlap in time, each without knowledge of the other. */
function playTwo(one: readonly Command[], other: readonly Command[]): LogEvent[] {
  const a = play(one, new Pen('a'), 20_000 * DAY);
  const b = play(other, new Pen('b'), 20_001 * DAY);
  return [...a.log, ...b.log];
}

interface Taking {
  readonly which: number;
  readonly type: 'undone' | 'redone';
  readonly late: number;
}

const takings: fc.Arbitrary<Taking[]> = fc.array(
  fc.record({
    which: fc.nat(20),
    type: fc.constantFrom('undone' as const, 'redone' as const),
    late: fc.constantFrom(0, 1, DAY),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Takes actions back and brings them again, each from the device that did them. */
function taken(log: readonly LogEvent[], what: readonly Taking[]): LogEvent[] {
  const actions = [...new Set(log.map(({ action }) => action))].toSorted();
  const lengths = new Map<string, number>();
  for (const { device } of log) lengths.set(device, (lengths.get(device) ?? 0) + 1);
  return what.flatMap(({ which, type, late }) => {
    const names = actions[which % actions.length];
    if (names === undefined) return [];
    const device = names.split(':')[0] ?? '';
    const seq = (lengths.get(device) ?? 0) + 1;
    lengths.set(device, seq);
    const at = 20_000 * DAY + late;
    const id = { device, seq, action: `${device}:${seq}` };
    return [{ ...id, type, names, at, order: at, offset: 0, day: 20_000 }];
  });
}

/** What stands undone, by the plain rule: of those naming an action the one sorting last decides. */
function undoneByRule(events: readonly LogEvent[]): Set<string> {
  const sorted = events.toSorted(
    (a, b) =>
      a.order - b.order || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq),
  );
  const last = new Map(sorted.map((event) => [String(Reflect.get(event, 'names')), event.type]));
  return new Set([...last].filter(([, type]) => type === 'undone').map(([action]) => action));
}

describe('the state after an undo', () => {
  it(
    'is the fold of the log without that action, wherever the undo sorts and arrives',
    () => {
      fc.assert(
        fc.property(commands(8), commands(6), takings, keys, (one, other, what, order) => {
          const log = playTwo(one, other);
          const takes = taken(log, what);
          const gone = undoneByRule(takes);
          const without = log.filter(({ action }) => !gone.has(action));
          expect(digestOfLog(shuffledBy([...log, ...takes], order))).toBe(digestOfLog(without));
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'is the same whether the undo arrives before what it names or after',
    () => {
      fc.assert(
        fc.property(commands(10), takings, fc.nat(20), (history, what, cut) => {
          const { log } = play(history);
          const takes = taken(log, what);
          const early = log.slice(0, cut % (log.length + 1));
          const gone = undoneByRule(takes);
          const arrived = [...takes, ...early];
          expect(digestOfLog(arrived)).toBe(digestOfLog(early.filter((e) => !gone.has(e.action))));
          expect(digestOfLog([...arrived, ...log.slice(early.length)])).toBe(
            digestOfLog([...log, ...takes]),
          );
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'is, after a redo, the very state there was before',
    () => {
      fc.assert(
        fc.property(commands(8), commands(6), fc.nat(20), (one, other, which) => {
          const log = playTwo(one, other);
          const both = taken(log, [
            { which, type: 'undone', late: DAY },
            { which, type: 'redone', late: DAY },
          ]);
          expect(digestOf(foldsOf([...log, ...both]))).toBe(digestOf(foldsOf(log)));
        }),
        check,
      );
    },
    LONG,
  );

  it('keeps the grants of the reviews that followed, as they were recorded', () => {
    const pen = new Pen('d');
    pen.write([aReview('good', { day: 0, days: 2 })]);
    pen.write([aReview('good', { day: 2, days: 9 })]);
    const undo = { ...anAnswer('good', { seq: 3, order: 9e15 }), type: 'undone', names: 'd:1' };
    const [state] = foldsOf([...pen.log, undo]).states;
    expect(state).toMatchObject({ phase: 'review', dueDay: 11, reps: 1, introduced: 2 });
  });
});

describe('replay order', () => {
  it('goes by order, then device, then number, and is never a tie', () => {
    const early = anAnswer('good', { order: 1, device: 'b', seq: 9 });
    const first = anAnswer('good', { order: 2, device: 'a', seq: 10 });
    const second = anAnswer('good', { order: 2, device: 'b', seq: 2 });
    const third = anAnswer('good', { order: 2, device: 'b', seq: 10 });
    const sorted = [third, first, early, second].toSorted(compareEvents);
    expect(sorted).toEqual([early, first, second, third]);
    const clone = { ...third, rating: 'again' } as const;
    expect(Math.sign(compareEvents(third, clone))).toBe(-Math.sign(compareEvents(clone, third)));
    expect(compareEvents(third, clone)).not.toBe(0);
  });

  it('lets the last undo or redo of an action decide', () => {
    const take = (type: 'undone' | 'redone', order: number) => ({
      ...anAnswer('good', { seq: order, order }),
      type,
      names: 'd:1',
    });
    expect(undoneActions([take('undone', 1)])).toEqual(new Set(['d:1']));
    expect(undoneActions([take('redone', 2), take('undone', 1)])).toEqual(new Set());
    expect(undoneActions([take('undone', 3), take('redone', 2), take('undone', 1)])).toEqual(
      new Set(['d:1']),
    );
  });
});
