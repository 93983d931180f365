/** Discussions: what stands of them in the log, and what may not be written there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDiscussion,
  foldDiscussions,
  isSoundDiscussionEvent,
  needsForecast,
  type Discussion,
  type StandingDiscussion,
} from '../../src/domain/discussion.ts';
import type { DiscussionEvent, DiscussionFields, LogEvent } from '../../src/domain/event.ts';
import { check, DAY, LONG } from '../builders.ts';

const NOW = 20_000 * DAY;
const FIELDS: DiscussionFields = {
  name: 'Friday',
  when: NOW + 5 * DAY,
  scope: { decks: ['talk'] },
  target: 0.9,
  minutes: 20,
  onTheDay: false,
  isPlanned: false,
  isRemoved: false,
};

/** An event of the discussion `d`, sorted by `order`. */
function of(type: string, fields: object, order: number, device = 'one'): LogEvent {
  const id = { device, seq: order, action: `${device}:${order}` };
  const base = { ...id, at: NOW, order, offset: 0, day: 20_000, discussion: 'd' };
  return { ...base, type, ...fields };
}
const set = (fields: Partial<DiscussionFields> & { discussion?: string }, order: number) =>
  of('discussion-set', fields, order);
const forecast = (fields: object, order: number) =>
  of(
    'forecast-made',
    {
      when: FIELDS.when,
      date: 20_005,
      target: 0.9,
      isPlanned: false,
      weights: 'fsrs-6',
      concepts: [],
      ...fields,
    },
    order,
  );

const fold = (events: readonly LogEvent[], undone: string[] = []) =>
  foldDiscussions(events, new Set(undone), (card) => (card === 'talk/old' ? 'talk/new' : card));
const only = (events: readonly LogEvent[], undone: string[] = []): StandingDiscussion | undefined =>
  fold(events, undone).get('d');

describe('a discussion in the log', () => {
  it('stands as it was made, until a field is changed', () => {
    const { isRemoved: _, ...made } = FIELDS;
    const nothing = { changed: 1, forecasts: [], planned: new Map(), verdict: null };
    expect(only([set(FIELDS, 1)])).toEqual({ id: 'd', ...made, ...nothing });
    const changes = [set(FIELDS, 1), set({ minutes: 30 }, 2), set({ target: 0.8 }, 3)];
    expect(only(changes)).toMatchObject({ name: 'Friday', minutes: 30, target: 0.8 });
  });

  it('keeps both changes when two devices changed different fields', () => {
    const one = of('discussion-set', { minutes: 45 }, 5, 'one');
    const other = of('discussion-set', { name: 'Saturday' }, 5, 'two');
    expect(only([other, set(FIELDS, 1), one])).toMatchObject({ minutes: 45, name: 'Saturday' });
  });

  it('is gone once removed, and does not stand before all of it is known', () => {
    expect(only([set(FIELDS, 1), set({ isRemoved: true }, 2)])).toBeUndefined();
    expect(only([set({ name: 'Half of it' }, 1)])).toBeUndefined();
    expect(only([forecast({}, 1)])).toBeUndefined();
  });

  it('passes over what is taken back and what is ill-shaped', () => {
    const late = set({ minutes: 30 }, 2);
    expect(only([set(FIELDS, 1), late], [late.action])?.minutes).toBe(20);
    const ill = of('discussion-set', { minutes: 'many', name: 'Sunday' }, 3);
    expect(only([set(FIELDS, 1), ill])).toMatchObject({ minutes: 20, name: 'Friday' });
    expect(only([set(FIELDS, 1), of('day-planned', { cards: 'all' }, 2)])?.planned.size).toBe(0);
  });

  it('has every forecast in the order made, the last plan of each day, the last verdict', () => {
    const events = [
      set(FIELDS, 1),
      forecast({ target: 0.9 }, 2),
      forecast({ target: 0.8 }, 9),
      of('day-planned', { cards: ['talk/a'], day: 20_001 }, 3),
      of('day-planned', { cards: ['talk/a', 'talk/b'], day: 20_001 }, 4),
      of('day-planned', { cards: ['talk/c'], day: 20_002 }, 5),
      of('verdict-given', { recalled: ['talk/x'], missed: [] }, 6),
      of('verdict-given', { recalled: [], missed: ['talk/x'] }, 7),
    ];
    const found = only(events);
    expect(found?.forecasts.map(({ target }) => target)).toEqual([0.9, 0.8]);
    expect([...(found?.planned ?? [])]).toEqual([
      [20_001, ['talk/a', 'talk/b']],
      [20_002, ['talk/c']],
    ]);
    expect(found?.verdict?.missed).toEqual(['talk/x']);
  });

  it('names cards as they are called today, each once', () => {
    const concepts = [{ concept: 'talk/x', cards: ['talk/old'], stop: [0.5], reviews: [0.6] }];
    const found = only([
      set(FIELDS, 1),
      forecast({ concepts }, 2),
      of('day-planned', { cards: ['talk/old', 'talk/new', 'talk/a'] }, 3),
    ]);
    expect(found?.forecasts[0]?.concepts[0]?.cards).toEqual(['talk/new']);
    expect(found?.planned.get(20_000)).toEqual(['talk/new', 'talk/a']);
  });

  it('comes in the order of the dates', () => {
    const later = set({ ...FIELDS, discussion: 'later', when: FIELDS.when + DAY }, 1);
    expect([...fold([later, set(FIELDS, 2)]).keys()]).toEqual(['d', 'later']);
  });

  it('is the same whatever order its events are read in', { timeout: LONG }, () => {
    const change = fc.oneof(
      fc.record({ minutes: fc.integer({ min: -1, max: 3 }) }),
      fc.record({ name: fc.constantFrom('A', 'B', '') }),
      fc.record({ isRemoved: fc.boolean() }),
    );
    const events = fc
      .array(change, { maxLength: 8 })
      .map((changes) => [set(FIELDS, 1), ...changes.map((fields, i) => set(fields, i + 2))]);
    const shuffledToo = events.chain((log) =>
      fc.tuple(
        fc.constant(log),
        fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }),
      ),
    );
    fc.assert(
      fc.property(shuffledToo, ([log, other]) => {
        expect([...fold(other)]).toEqual([...fold(log)]);
      }),
      check,
    );
  });
});

describe('a forecast', () => {
  const needsOne = (...events: readonly LogEvent[]) => {
    const found = only([set(FIELDS, 1), forecast({}, 2), ...events]);
    return found && needsForecast(found);
  };

  it('is made once of a discussion, and not again for another name', () => {
    expect(needsForecast(only([set(FIELDS, 1)])!)).toBe(true);
    expect(needsOne()).toBe(false);
    expect(needsOne(set({ name: 'Saturday' }, 3))).toBe(false);
    expect(needsOne(set({ minutes: FIELDS.minutes, scope: { decks: ['talk'] } }, 3))).toBe(false);
  });

  it.each<Partial<DiscussionFields>>([
    { when: FIELDS.when + 1 },
    { scope: { decks: ['other'] } },
    { target: 0.8 },
    { minutes: 21 },
    { onTheDay: true },
  ])('is made anew after a change to %o', (fields) => {
    expect(needsOne(set(fields, 3))).toBe(true);
    expect(needsOne(set(fields, 3), forecast({}, 4))).toBe(false);
  });

  it('is made once of the plan and once without it, however often that is taken up and left', () => {
    const planned = [set({ isPlanned: true }, 3), forecast({ isPlanned: true }, 4)];
    expect(needsOne(...planned.slice(0, 1))).toBe(true);
    expect(needsOne(...planned)).toBe(false);
    const left = [...planned, set({ isPlanned: false }, 5)];
    expect(needsOne(...left)).toBe(false);
    expect(needsOne(...left, set({ isPlanned: true }, 6))).toBe(false);
  });
});

describe('a draft', () => {
  const { isRemoved: _, ...draft } = FIELDS;
  const problems = (over: Partial<Discussion>, concepts = 3) =>
    checkDiscussion({ ...draft, ...over }, NOW, concepts);

  it('may be written when nothing is wrong', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ when: NOW + 1, target: 0.99, minutes: 1 })).toEqual([]);
    expect(problems({ when: NOW + 366 * DAY, target: 0.5 })).toEqual([]);
  });

  it.each<[string, Partial<Discussion>]>([
    ['no-name', { name: ' \n' }],
    ['long-name', { name: 'x'.repeat(201) }],
    ['no-date', { when: NaN }],
    ['no-date', { when: 1e300 }],
    ['past', { when: NOW }],
    ['too-far', { when: NOW + 366 * DAY + 1 }],
    ['bad-target', { target: 1 }],
    ['bad-target', { target: 0.49 }],
    ['bad-target', { target: NaN }],
    ['zero-minutes', { minutes: 0 }],
    ['zero-minutes', { minutes: NaN }],
    ['zero-minutes', { minutes: Infinity }],
  ])('is %s with %o', (problem, over) => {
    expect(problems(over)).toEqual([problem]);
  });

  it('says everything that is wrong, in the order of the form', () => {
    expect(problems({ name: '', when: 0, minutes: 0 }, 0)).toEqual([
      'no-name',
      'past',
      'empty-scope',
      'zero-minutes',
    ]);
  });

  it('with nothing wrong makes an event that stands', { timeout: LONG }, () => {
    const drafts = fc.record({
      name: fc.string({ maxLength: 210 }),
      when: fc.double({ min: NOW - DAY, max: NOW + 400 * DAY }),
      target: fc.double({ min: 0.4, max: 1.1 }),
      minutes: fc.double(),
    });
    fc.assert(
      fc.property(drafts, (over) => {
        if (problems(over).length > 0) return;
        expect(isSoundDiscussionEvent(set({ ...FIELDS, ...over }, 1) as DiscussionEvent)).toBe(
          true,
        );
      }),
      check,
    );
  });
});
