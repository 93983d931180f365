/** What is, was and will be known of a concept, and what to mend first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCardState, type CardState } from '../../src/domain/cardState.ts';
import { isOfCard } from '../../src/domain/event.ts';
import { foldColumns } from '../../src/domain/foldColumns.ts';
import { createModel } from '../../src/domain/memory.ts';
import { recallAfterReviews, recallsAlongReviews } from '../../src/domain/ordinaryReviews.ts';
import { recallByDay, type Course } from '../../src/domain/plan/outcome.ts';
import { undoneActions } from '../../src/domain/replay.ts';
import { packTail, readColumns } from '../../src/domain/replayColumns.ts';
import { goOn, type Standing } from '../../src/domain/retention/ahead.ts';
import { curveOf, fallsTo, historyOf, stepsOf } from '../../src/domain/retention/curve.ts';
import {
  knowledgeOf,
  meanRecall,
  recallsAt,
  recallsOn,
  type CardRecall,
  type Knowledge,
} from '../../src/domain/retention/knowledge.ts';
import { pastRecalls } from '../../src/domain/retention/past.ts';
import { allNeeds, FAINT, mendFirst } from '../../src/domain/retention/prerequisites.ts';
import { stopsAround } from '../../src/domain/retention/stops.ts';
import { timelineOf } from '../../src/domain/retention/timeline.ts';
import type { Chapter } from '../../src/domain/deck.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { foldAll } from '../../src/store/cache.ts';
import {
  aCard,
  aConcept,
  aDeck,
  anAnswer,
  aReviewState,
  aState,
  check,
  DAY,
  HOUR,
  LONG,
} from '../builders.ts';
import { CARDS, commands, play } from './histories.ts';

const TODAY = 20_000;
const model = createModel();
const few = { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 20)) };

const cardRecall: fc.Arbitrary<CardRecall> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom('unseen' as const, 'suspended' as const) },
);

describe('what is known of a concept', () => {
  const known = (...recalls: readonly CardRecall[]) =>
    knowledgeOf(
      recalls.map((_, i) => `card ${i}`),
      (card) => recalls[Number(card.slice(5))] ?? 'unseen',
    );

  it('is the mean over its cards, one never begun counting 0', () => {
    expect(known(0.9, 0.6, 'unseen')).toEqual({
      recall: 0.5,
      cards: 3,
      begun: 2,
      suspended: 0,
      weakest: { card: 'card 1', recall: 0.6 },
    });
  });

  it('leaves suspended cards out of recall, coverage and the weakest, and counts them', () => {
    expect(known(0.9, 'suspended')).toMatchObject({
      recall: 0.9,
      cards: 1,
      begun: 1,
      suspended: 1,
    });
  });

  it('is nothing where no card is begun, and where none is left', () => {
    expect(known('unseen', 'unseen')).toMatchObject({
      recall: 0,
      cards: 2,
      begun: 0,
      weakest: null,
    });
    expect(known('suspended')).toMatchObject({ recall: 0, cards: 0, begun: 0, weakest: null });
    expect(known()).toMatchObject({ recall: 0, cards: 0 });
  });

  it('stays a share, and agrees with the sums done otherwise', () => {
    fc.assert(
      fc.property(fc.array(cardRecall, { maxLength: 12 }), (recalls) => {
        const { recall, cards, begun, suspended, weakest } = known(...recalls);
        const shares = recalls.flatMap((one) =>
          one === 'suspended' ? [] : [one === 'unseen' ? 0 : one],
        );
        expect(recall).toBeCloseTo(meanRecall(shares), 12);
        expect(recall).toBeGreaterThanOrEqual(0);
        expect(recall).toBeLessThanOrEqual(1 + 1e-12);
        expect(cards + suspended).toBe(recalls.length);
        const numbers = recalls.filter((one) => typeof one === 'number');
        expect(begun).toBe(numbers.length);
        expect(weakest?.recall).toBe(numbers.length > 0 ? Math.min(...numbers) : undefined);
      }),
      check,
    );
  });

  const reviewed = (card: string, ago: number, stability: number, suspended = false) =>
    aReviewState(card, TODAY + 5, {
      memory: { stability, difficulty: 5 },
      memoryDay: TODAY - ago,
      memoryAt: (TODAY - ago) * DAY + 12 * HOUR,
      suspended,
    });

  it('is read at an instant on the smooth curve, and on a day in whole study days', () => {
    const states = new Map([['a', reviewed('a', 3, 20)]]);
    const at = TODAY * DAY + 18 * HOUR;
    expect(recallsAt(states, at, model)('a')).toBe(model.retrievability(20, 3.25));
    expect(recallsOn(states, TODAY, model)('a')).toBe(model.retrievability(20, 3));
    expect(recallsOn(states, TODAY, model)('b')).toBe('unseen');
    expect(recallsOn(new Map([['a', reviewed('a', 3, 20, true)]]), TODAY, model)('a')).toBe(
      'suspended',
    );
  });

  it('never rises when nothing is reviewed any more', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ago: fc.integer({ min: 0, max: 300 }),
            stability: fc.double({ min: 0.01, max: 5000, noNaN: true }),
            suspended: fc.boolean(),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.integer({ min: 0, max: 23 }),
        (list, hour) => {
          const cards = list.map((_, i) => `card ${i}`);
          const states = new Map(
            list.map(({ ago, stability, suspended }, i) => [
              `card ${i}`,
              reviewed(`card ${i}`, ago, stability, suspended),
            ]),
          );
          // At noon of its day at the earliest, as the answers were given.
          const now = TODAY * DAY + Math.max(12, hour) * HOUR;
          let before = knowledgeOf(cards, recallsAt(states, now, model)).recall;
          for (const day of stopsAround(TODAY, TODAY, []).slice(1)) {
            const { recall } = knowledgeOf(cards, recallsOn(states, day, model));
            expect(recall).toBeLessThanOrEqual(before);
            before = recall;
          }
        },
      ),
      few,
    );
  });
});

describe('what was known on a past day', () => {
  const currentId = (card: string) => card;

  it(
    'is what the events up to that day say by themselves, and today what all of them say',
    { timeout: LONG },
    () => {
      fc.assert(
        fc.property(commands(24), fc.double({ min: 0, max: 1, noNaN: true }), (history, share) => {
          const { log } = play(history);
          const undone = undoneActions(log);
          const columns = readColumns([], packTail(log), undone, currentId);
          const days = log.map(({ day }) => day);
          const [first, last] = [Math.min(...days, TODAY), Math.max(...days, TODAY)];
          const day = first + Math.round((last - first) * share);
          const until = log.filter((event) => !isOfCard(event) || event.day <= day);
          const { states } = foldAll(until, model, currentId);
          expect(pastRecalls(columns, model, CARDS, day)).toEqual(
            CARDS.map(recallsOn(states, day, model)),
          );
          const all = foldAll(log, model, currentId).states;
          expect(pastRecalls(columns, model, CARDS, last)).toEqual(
            CARDS.map(recallsOn(all, last, model)),
          );
          expect(foldColumns(columns, model, last).states.size).toBeLessThanOrEqual(all.size);
        }),
        few,
      );
    },
  );
});

const course = (days: number, over: Partial<Course> = {}): Course => ({
  today: TODAY,
  date: TODAY + days,
  last: TODAY + days - 1,
  model,
  settings: DEFAULT_SETTINGS,
  desired: () => 0.9,
  firstRatings: null,
  ...over,
});

describe('what will be known if one goes on', () => {
  const states = (count: number): CardState[] =>
    Array.from({ length: count }, (_, i) =>
      aReviewState(`talk/${i}`, TODAY + (i % 9) - 2, {
        memory: { stability: 2 + (i % 17), difficulty: 3 + (i % 6) },
        memoryDay: TODAY - (i % 7),
      }),
    );

  it('is on its last day, digit for digit, what ordinary reviews come to', () => {
    for (const state of states(20)) {
      const days = [1, 3, 7, 30].map((ahead) => TODAY + ahead);
      const along = recallsAlongReviews(state, state.card, null, course(30), 'seed', days);
      expect(along.at(-1)).toBe(recallAfterReviews(state, state.card, null, course(30), 'seed'));
    }
  });

  it('is on every day, as closely as its courses say, the mean of all courses', () => {
    const days = Array.from({ length: 12 }, (_, i) => TODAY + 1 + i);
    const all = states(60);
    const simulated = days.map(() => 0);
    const exact = days.map(() => 0);
    for (const state of all) {
      const along = recallsAlongReviews(state, state.card, null, course(12), 'seed', days);
      days.forEach((day, i) => {
        simulated[i] = (simulated[i] ?? 0) + (along[i] ?? 0) / all.length;
        // Before the reviews of the day: they end on the day before.
        const until = course(day - TODAY);
        exact[i] =
          (exact[i] ?? 0) + (recallByDay(state, state.card, [], until).at(-1) ?? 0) / all.length;
      });
    }
    days.forEach((_, i) => {
      expect(Math.abs((simulated[i] ?? 0) - (exact[i] ?? 0))).toBeLessThan(0.004);
    });
  });

  const deck = aDeck(['talk/a', 'talk/b', 'talk/c'].map((id) => aCard(id)));
  const standing = (over: Partial<Standing> = {}): Standing => ({
    decks: [deck],
    states: [],
    settings: { ...DEFAULT_SETTINGS, newPerDay: 1 },
    firstRatings: { again: 0, hard: 0, good: 0, easy: 0 },
    today: TODAY,
    introduced: 0,
    reviewed: 0,
    ...over,
  });
  const days = [1, 2, 3, 4].map((ahead) => TODAY + ahead);
  const ids = deck.cards.map(({ id }) => id);

  it('begins new cards at the daily limit; each counts from the day after', () => {
    const ahead = [...goOn(standing(), ids, days)];
    expect(ahead.map(({ card, begunBy }) => [card, begunBy])).toEqual([
      ['talk/a', TODAY + 1],
      ['talk/b', TODAY + 2],
      ['talk/c', TODAY + 3],
    ]);
    for (const { recalls, begunBy } of ahead) {
      days.forEach((day, i) => {
        expect((recalls[i] ?? 0) > 0).toBe(begunBy !== null && day >= begunBy);
      });
    }
  });

  it('begins none of a deck whose new cards are not met, and leaves suspended ones out', () => {
    const settings = { ...DEFAULT_SETTINGS, decksWithoutNew: ['talk'] };
    const away = aState({ card: 'talk/c', suspended: true });
    const ahead = [...goOn(standing({ settings, states: [away] }), ids, days)];
    expect(ahead.map(({ card, begunBy }) => [card, begunBy])).toEqual([
      ['talk/a', null],
      ['talk/b', null],
    ]);
    expect(ahead.every(({ recalls }) => recalls.every((recall) => recall === 0))).toBe(true);
  });

  it('has nothing to say of no day', () => {
    expect([...goOn(standing(), ids, [])]).toEqual([]);
  });
});

describe('what to mend first', () => {
  const faint = (recall: number, begun = 1): Knowledge => ({
    recall,
    cards: 2,
    begun,
    suspended: 0,
    weakest: null,
  });
  const order = (
    needs: Readonly<Record<string, readonly string[]>>,
    known: Readonly<Record<string, Knowledge>>,
  ) =>
    mendFirst(
      Object.keys(needs),
      (id) => needs[id] ?? [],
      (id) => known[id],
    );

  it('is the faintest of what faint concepts need, directly or through others', () => {
    const needs = { base: [], middle: ['base'], top: ['middle'], firm: ['base'] };
    const known = { base: faint(0.5), middle: faint(0.7), top: faint(0.6), firm: faint(0.95) };
    expect(order(needs, known)).toEqual([
      { concept: 'base', recall: 0.5, under: ['middle', 'top'] },
      { concept: 'middle', recall: 0.7, under: ['top'] },
    ]);
  });

  it('is, of those alike, the one more rest on', () => {
    const needs = { a: [], b: [], c: ['a'], d: ['b'], e: ['b'] };
    const known = { a: faint(0.5), b: faint(0.5), c: faint(0.7), d: faint(0.7), e: faint(0.7) };
    expect(order(needs, known).map(({ concept }) => concept)).toEqual(['b', 'a']);
  });

  it('is nothing firm, nothing never begun, nothing unheard of', () => {
    const known = { a: faint(FAINT), b: faint(0, 0), c: faint(0.4) };
    expect(order({ a: [], b: [], c: ['a', 'b', 'elsewhere'] }, known)).toEqual([]);
  });

  it('ends where needs go round', () => {
    const needs = { a: ['b'], b: ['a'] };
    expect([...allNeeds('a', (id) => needs[id as 'a'] ?? [])]).toEqual(['b']);
    const known = { a: faint(0.5), b: faint(0.6) };
    expect(order(needs, known).map(({ concept }) => concept)).toEqual(['a', 'b']);
  });

  /** By hand: every path from a faint concept along its needs, without a set of what was seen. */
  function reaches(
    from: string,
    to: string,
    needsOf: (id: string) => readonly string[],
    steps: number,
  ): boolean {
    if (steps === 0) return false;
    return needsOf(from).some((next) => next === to || reaches(next, to, needsOf, steps - 1));
  }

  it('is always needed by something faint, and nothing fainter is', () => {
    const concepts = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(fc.subarray(concepts), { minLength: 5, maxLength: 5 }),
        fc.array(
          fc.record({ recall: fc.double({ min: 0, max: 1, noNaN: true }), begun: fc.nat(1) }),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        (needs, recalls) => {
          const needsOf = (id: string) => needs[concepts.indexOf(id)] ?? [];
          const knownOf = (id: string) => {
            const { recall, begun } = recalls[concepts.indexOf(id)]!;
            return faint(recall, begun);
          };
          const isFaint = (id: string) => knownOf(id).begun > 0 && knownOf(id).recall < FAINT;
          const found = mendFirst(concepts, needsOf, knownOf);
          const expected = concepts.filter(
            (id) =>
              isFaint(id) &&
              concepts.some((one) => one !== id && isFaint(one) && reaches(one, id, needsOf, 5)),
          );
          expect(found.map(({ concept }) => concept).toSorted()).toEqual(expected);
          for (const { under } of found) expect(under.length).toBeGreaterThan(0);
          const sorted = found.map(({ recall }) => recall);
          expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        },
      ),
      few,
    );
  });
});

describe('the talk’s timeline', () => {
  const at = (seconds: number) => ({ at: { seconds, around: false } });
  const chapters: Chapter[] = [
    {
      id: 'talk/one',
      title: { zh: '一', en: 'one' },
      ...at(60),
      concepts: [
        aConcept('talk/a', at(60)),
        aConcept('talk/b', at(120)),
        aConcept('talk/note', { untested: 'no' }),
      ],
    },
    {
      id: 'talk/two',
      title: { zh: '二', en: 'two' },
      ...at(120),
      concepts: [aConcept('talk/c'), aConcept('talk/d', at(420))],
    },
    { id: 'talk/none', title: { zh: '无', en: 'none' }, concepts: [aConcept('talk/e')] },
  ];
  const known = (recall: number, begun: number): Knowledge => ({
    recall,
    cards: 2,
    begun,
    suspended: 0,
    weakest: null,
  });

  it('goes from one concept’s second to the next, those of a second together', () => {
    const recalls: Readonly<Record<string, Knowledge>> = {
      'talk/a': known(0.9, 2),
      'talk/b': known(0.6, 1),
      'talk/c': known(0.8, 2),
      'talk/d': known(0, 0),
    };
    const spans = timelineOf(chapters, (id) => recalls[id]);
    expect(spans).toEqual([
      { from: 60, to: 120, chapters: ['talk/one'], concepts: ['talk/a'], recall: 0.9, begun: 1 },
      {
        from: 120,
        to: 420,
        chapters: ['talk/one', 'talk/two'],
        concepts: ['talk/b', 'talk/c'],
        recall: 0.7,
        begun: 2,
      },
      // Of the last one the end is not known: as long as the median of the others.
      { from: 420, to: 720, chapters: ['talk/two'], concepts: ['talk/d'], recall: null, begun: 0 },
    ]);
  });

  it('is empty for a source without minutes, and holds up with a single one', () => {
    expect(timelineOf(chapters.slice(2), () => undefined)).toEqual([]);
    const [only] = timelineOf([{ ...chapters[2]!, ...at(5) }], () => undefined);
    expect(only).toMatchObject({ from: 5, to: 65, recall: null });
  });
});

describe('the dates of the slider', () => {
  it('are each day near today and each week further off, a year both ways', () => {
    const stops = stopsAround(TODAY, TODAY - 1000, [TODAY + 40]);
    expect(stops[0]).toBe(TODAY - 365);
    expect(stops.at(-1)).toBe(TODAY + 365);
    expect(stops).toContain(TODAY + 40);
    for (let far = -14; far <= 14; far++) expect(stops).toContain(TODAY + far);
    expect(stops.filter((day) => day > TODAY + 14 && day < TODAY + 36)).toEqual([
      TODAY + 21,
      TODAY + 28,
      TODAY + 35,
    ]);
  });

  it('begin with the first study day, ascend, and never hold a day twice', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: -900, max: 5 }), { nil: null }),
        fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 6 }),
        (first, also) => {
          const from = first === null ? null : TODAY + first;
          const stops = stopsAround(
            TODAY,
            from,
            also.map((far) => TODAY + far),
          );
          expect(stops).toEqual([...new Set(stops)].toSorted((a, b) => a - b));
          expect(stops).toContain(TODAY);
          expect(stops[0]).toBe(Math.min(TODAY, Math.max(TODAY - 365, from ?? TODAY)));
        },
      ),
      few,
    );
  });
});

describe('the forgetting curve of a card', () => {
  const first = anAnswer('good', { day: TODAY });
  const second = anAnswer('again', { day: TODAY + 4, seq: 2 });
  const [one, two] = stepsOf('talk/a', [first, second], model);
  const until = (TODAY + 10) * DAY + 12 * HOUR;

  it('falls from each answer to the next, which marks what recall was before it', () => {
    const { arcs, marks, recallAt } = curveOf([one!, two!], until, model);
    expect(marks).toEqual([
      { at: first.at, before: null, rating: 'good' },
      { at: second.at, before: model.retrievability(one!.stability!, 4), rating: 'again' },
    ]);
    expect(arcs).toHaveLength(2);
    for (const arc of arcs) {
      expect(arc[0]?.recall).toBe(1);
      const recalls = arc.map(({ recall }) => recall);
      expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
    }
    expect(arcs[0]?.at(-1)?.recall).toBeCloseTo(model.retrievability(one!.stability!, 4), 12);
    expect(recallAt(until)).toBe(model.retrievability(two!.stability!, 6));
  });

  it('takes the answers of one sitting as one, a miss if any was', () => {
    const again = anAnswer('again', { day: TODAY, seq: 1 });
    const good = anAnswer('good', { day: TODAY, seq: 2, at: again.at + 600_000 });
    const steps = stepsOf('talk/a', [again, good], model);
    expect(steps).toHaveLength(2);
    const { marks, recallAt } = curveOf(steps, until, model);
    expect(marks).toEqual([{ at: again.at, before: null, rating: 'again' }]);
    expect(recallAt(again.at + DAY)).toBe(model.retrievability(steps[1]!.stability!, 1));
  });

  it('ends at a reset, and there is none of what was never answered', () => {
    const reset = { ...second, type: 'reset' } as unknown as typeof second;
    const steps = stepsOf('talk/a', [first, reset], model);
    expect(curveOf(steps, until, model).recallAt(until)).toBeNull();
    expect(fallsTo(steps, 0.9, model)).toBeNull();
    expect(curveOf([], until, model)).toMatchObject({ arcs: [], marks: [] });
  });

  it('falls to desired retention when the interval has passed', () => {
    const at = fallsTo([one!], 0.8, model)!;
    expect(curveOf([one!], until, model).recallAt(at)).toBeCloseTo(0.8, 9);
  });
});

describe('the history of a concept', () => {
  it(
    'is on every day what the fold up to it says, as long as the clock goes forward',
    { timeout: LONG },
    () => {
      fc.assert(
        fc.property(commands(20), (history) => {
          const forward = history.filter(({ pause }) =>
            'ms' in pause ? pause.ms >= 0 : pause.afterRollover >= 0,
          );
          const { log } = play(
            forward.filter(
              ({ deed }) => deed.is !== 'travel' && !(deed.is === 'set' && deed.key === 'rollover'),
            ),
          );
          const undone = undoneActions(log);
          const columns = readColumns([], packTail(log), undone, (card) => card);
          const of = (card: string) =>
            log
              .filter(isOfCard)
              .filter((event) => event.card === card && !undone.has(event.action));
          const steps = CARDS.map((card) => stepsOf(card, of(card), model));
          const days = log.map(({ day }) => day);
          if (days.length === 0) return;
          const [from, to] = [
            Math.min(...days),
            Math.min(Math.min(...days) + 40, Math.max(...days)),
          ];
          for (const { day, recall, begun } of historyOf(steps, from, to, model)) {
            const then = knowledgeOf(
              CARDS,
              (card) => pastRecalls(columns, model, [card], day)[0] ?? 'unseen',
            );
            expect(begun).toBe(then.begun);
            if (then.begun > 0) expect(recall).toBeCloseTo(then.recall, 12);
            else expect(recall).toBeNull();
          }
        }),
        { ...check, numRuns: Math.max(10, Math.round(check.numRuns / 200)) },
      );
    },
  );

  it('leaves a card out while it is suspended', () => {
    const answer = anAnswer('good', { day: TODAY });
    const away = {
      ...answer,
      type: 'suspended',
      day: TODAY + 1,
      at: answer.at + DAY,
    } as unknown as typeof answer;
    const steps = [stepsOf('talk/a', [answer, away], model)];
    expect(historyOf(steps, TODAY, TODAY + 1, model)).toEqual([
      { day: TODAY, recall: 1, begun: 1 },
      { day: TODAY + 1, recall: null, begun: 0 },
    ]);
    expect(newCardState('talk/a').suspended).toBe(false);
  });
});
