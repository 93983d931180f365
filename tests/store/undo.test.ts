/** Undo and redo through the store: a plain stack of actions, and nothing is ever deleted. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../src/domain/event.ts';
import { stateOf } from '../../src/store/database.ts';
import { append, redo, undo } from '../../src/store/log.ts';
import type { Store } from '../../src/store/store.ts';
import { aReview, check, digestOfLog, LONG } from '../builders.ts';
import { command, World, type Command } from '../domain/histories.ts';
import { aStore, cacheDigest, emptied, logOf } from './aStore.ts';

let store: Store;
beforeAll(async () => {
  store = await aStore();
});
beforeEach(() => emptied(store));
afterAll(() => store.close());

const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: command },
    { weight: 5, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  ),
  { minLength: 2, maxLength: 12 },
);

/** What can be taken back and brought again, as anyone would expect of two buttons. */
class Stack {
  readonly past: (readonly LogEvent[])[] = [];
  private readonly future: (readonly LogEvent[])[] = [];

  done(events: readonly LogEvent[]): void {
    this.past.push(events);
    this.future.length = 0;
  }

  undo(): readonly LogEvent[] | null {
    const action = this.past.pop();
    if (action) this.future.push(action);
    return action ?? null;
  }

  redo(): readonly LogEvent[] | null {
    const action = this.future.pop();
    if (action) this.past.push(action);
    return action ?? null;
  }
}

const momentOf = (world: World) => {
  return { at: world.now, offset: world.offset, day: world.dayOf(world.now) };
};

async function write(world: World, one: Command) {
  const drafts = world.draftsFor(one);
  return drafts.length === 0 ? null : append(store, drafts);
}

describe('undo and redo', () => {
  it(
    'step back and forth through the actions, each state the fold of the log without them',
    async () => {
      await fc.assert(
        fc.asyncProperty(acts, async (history) => {
          await emptied(store);
          const world = new World();
          const stack = new Stack();
          const everything: LogEvent[] = [];
          let takes = 0;
          for (const act of history) {
            const isTake = act === 'undo' || act === 'redo';
            const taken = isTake
              ? await (act === 'undo' ? undo : redo)(store, momentOf(world))
              : await write(world, act);
            if (isTake) {
              const expected = act === 'undo' ? stack.undo() : stack.redo();
              expect(taken?.events ?? null).toEqual(expected);
              if (taken) takes += 1;
            } else if (taken) {
              stack.done(taken.events);
              everything.push(...taken.events);
            }
            for (const [card, row] of taken?.rows ?? []) world.states.set(card, stateOf(row));
            world.settings = store.settings;
            if (isTake) {
              const live = digestOfLog(stack.past.flat());
              expect(await cacheDigest(store, 'untouched')).toBe(live);
            }
          }
          const log = await logOf(store);
          expect(log).toHaveLength(everything.length + takes);
          expect(log).toEqual(expect.arrayContaining(everything));
        }),
        check,
      );
    },
    LONG,
  );

  const moment = { at: 9, offset: 0, day: 0 };

  it('do nothing where nothing was done', async () => {
    expect(await undo(store, moment)).toBeNull();
    expect(await redo(store, moment)).toBeNull();
    expect(await logOf(store)).toEqual([]);
  });

  it('take back a whole action, of however many cards, and say which', async () => {
    const flags = ['talk/a', 'more/c'].map(
      (card) => ({ type: 'suspended', card, ...moment }) as const,
    );
    await append(store, [aReview('good')]);
    const { action } = await append(store, flags);
    const taken = await undo(store, moment);
    expect(taken?.action).toBe(action);
    expect([...(taken?.rows.keys() ?? [])]).toEqual(['talk/a', 'more/c']);
    const rows = await store.db.cards.toArray();
    expect(rows.map(({ card, suspended }) => [card, suspended])).toEqual([
      ['more/c', false],
      ['talk/a', false],
    ]);
  });

  it('take back a setting, and the one before stands again', async () => {
    const set = (value: number) =>
      append(store, [{ type: 'set', key: 'newPerDay', value, ...moment }]);
    await set(5);
    await set(7);
    await undo(store, moment);
    expect(store.settings.newPerDay).toBe(5);
    await redo(store, moment);
    expect(store.settings.newPerDay).toBe(7);
  });

  it('bring nothing again once something new was done', async () => {
    await append(store, [aReview('good')]);
    await undo(store, moment);
    await append(store, [aReview('again')]);
    expect(await redo(store, moment)).toBeNull();
  });

  it('leave the row of a card that is new again, in the queue of new cards', async () => {
    await append(store, [aReview('good')]);
    await undo(store, moment);
    expect(await store.db.cards.get('talk/a')).toMatchObject({ phase: 'new', queueNew: 1 });
    expect(await store.db.days.count()).toBe(0);
  });

  it('raise the revision of the card, so that another tab’s rating of it is refused', async () => {
    const { rows } = await append(store, [aReview('good')]);
    const shown = { card: 'talk/a', rev: rows.get('talk/a')?.rev ?? null };
    await undo(store, moment);
    await expect(append(store, [aReview('easy')], [shown])).rejects.toMatchObject({
      trouble: 'stale',
    });
  });
});
