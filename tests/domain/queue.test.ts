/** The queue of a day: who stands in it, in which order, and who comes next. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../src/domain/cardState.ts';
import { areConfusable, siblingsOf, type Catalogue } from '../../src/domain/catalogue.ts';
import { createModel } from '../../src/domain/memory.ts';
import {
  afterAnswer,
  buildQueue,
  interspersed,
  leftIn,
  nextCard,
  openLimits,
  type Gathered,
  type Queue,
} from '../../src/domain/queue.ts';
import { spacedOut } from '../../src/domain/spacing.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import {
  aCard,
  aCatalogue,
  aConcept,
  aReviewGrant,
  aReviewState,
  aState,
  check,
  DAY,
  LONG,
  MINUTE,
} from '../builders.ts';

const TODAY = 100;
const NOW = TODAY * DAY;
const model = createModel();

/** Ten cards of seven notes and four concepts. */
const IDS = [
  'talk/a',
  'talk/b/1',
  'talk/b/2',
  'talk/c',
  'talk/d/1',
  'talk/d/2',
  'talk/d/3',
  'talk/e',
  'talk/f',
  'talk/g',
];
const CONCEPTS = ['talk/w', 'talk/x', 'talk/y', 'talk/z'];
/** No concept needs itself by any way round: each needs only ones before it. */
const relations = fc.record({
  conceptOf: fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }),
  near: fc.uniqueArray(fc.constantFrom('01', '02', '03', '12', '13', '23', '00', '11'), {
    maxLength: 4,
  }),
  needs: fc.uniqueArray(fc.constantFrom('10', '20', '30', '21', '31', '32'), { maxLength: 3 }),
});

const catalogue = relations.map(({ conceptOf, near, needs }): Catalogue => {
  const notes = [...new Set(IDS.map((id) => aCard(id).noteId))];
  const cards = IDS.map((id) => {
    const at = conceptOf[notes.indexOf(aCard(id).noteId)] ?? 0;
    return aCard(id, { conceptId: CONCEPTS[at] ?? '' });
  });
  const concepts = CONCEPTS.map((id, i) =>
    aConcept(id, {
      near: near.flatMap((pair) => {
        if (!pair.includes(String(i))) return [];
        const other = pair.replace(String(i), '');
        return [CONCEPTS[Number(other === '' ? i : other)] ?? ''];
      }),
      needs: needs
        .filter((pair) => pair.startsWith(String(i)))
        .map((pair) => CONCEPTS[Number(pair[1])] ?? ''),
    }),
  );
  return aCatalogue(cards, concepts);
});

type Standing = 'unseen' | 'returned' | 'due' | 'later' | 'learning';
const drawnState = fc.record({
  standing: fc.constantFrom<Standing>('unseen', 'returned', 'due', 'later', 'learning'),
  late: fc.nat(20),
  suspended: fc.boolean().map((yes) => yes),
  hidden: fc.nat(9),
  answeredToday: fc.boolean(),
  wait: fc.integer({ min: -20, max: 60 }),
});
type Drawn = typeof drawnState extends fc.Arbitrary<infer T> ? T : never;

function stateOf(card: string, drawn: Drawn): CardState | null {
  const { standing, late, hidden, answeredToday, wait } = drawn;
  const over = {
    suspended: hidden === 0,
    buriedUntil: hidden === 1 ? TODAY + 1 : hidden === 2 ? TODAY : null,
    ...(answeredToday ? { answered: TODAY } : {}),
  };
  if (standing === 'unseen') return null;
  if (standing === 'returned') return aState({ card, ...over });
  if (standing === 'due') return aReviewState(card, TODAY - late, over);
  if (standing === 'later') return aReviewState(card, TODAY + 1 + late, over);
  return aState({ card, phase: 'learning', dueAt: NOW + wait * MINUTE, ...over });
}

const scene = fc
  .record({
    catalogue,
    drawn: fc.array(drawnState, { minLength: IDS.length, maxLength: IDS.length }),
    introduced: fc.nat(3),
    reviewed: fc.nat(5),
    settings: fc.record({
      newPerDay: fc.constantFrom(0, 2, 5, 20),
      reviewsPerDay: fc.constantFrom(0, 3, 8, 200),
      newOrder: fc.constant('deck' as const),
      reviewOrder: fc.constantFrom('overdueness', 'due-day' as const),
      mix: fc.constantFrom('mixed', 'new-first', 'new-last' as const),
      buryNewSiblings: fc.boolean(),
      buryReviewSiblings: fc.boolean(),
      extraNew: fc.constantFrom(null, { day: TODAY, cards: 3 }, { day: TODAY - 1, cards: 3 }),
      catchUp: fc.constantFrom(null, { perDay: 2, until: TODAY + 1 }, { perDay: 2, until: TODAY }),
    }),
  })
  .map(({ drawn, settings: chosen, ...rest }) => {
    const states = new Map<string, CardState>();
    const found = IDS.map((card, i) => stateOf(card, drawn[i] ?? drawn[0]!));
    for (const state of found) if (state) states.set(state.card, state);
    // As the store's indexes find them: suspended cards stand in no queue.
    const here = [...states.values()].filter(({ suspended }) => !suspended);
    const gathered: Gathered = {
      today: TODAY,
      due: here.filter(({ dueDay }) => dueDay !== null && dueDay <= TODAY),
      learning: here.filter(({ dueAt }) => dueAt !== null),
      fresh: IDS.filter((card) => (states.get(card)?.phase ?? 'new') === 'new'),
      states,
      introduced: rest.introduced,
      reviewed: rest.reviewed,
    };
    const settings: Settings = { ...DEFAULT_SETTINGS, ...chosen };
    const queue = buildQueue(gathered, settings, model, rest.catalogue);
    return { gathered, settings, catalogue: rest.catalogue, queue };
  });

const noteOf = (card: string) => card.split('/').slice(0, 2).join('/');
const isHidden = (state: CardState | undefined) =>
  state !== undefined &&
  (state.suspended || (state.buriedUntil !== null && state.buriedUntil > TODAY));

/** Every order of a few cards. */
function orders(cards: readonly string[]): string[][] {
  if (cards.length === 0) return [[]];
  return cards.flatMap((card, i) => orders(cards.toSpliced(i, 1)).map((rest) => [card, ...rest]));
}

const clashes = (cards: readonly string[], of: Catalogue) =>
  cards.filter((card, i) => i > 0 && areConfusable(of, cards[i - 1] ?? '', card)).length;

const conceptOf = (card: string, of: Catalogue) => of.card.get(card)?.conceptId ?? '';
const needsOf = (card: string, of: Catalogue) => of.concept.get(conceptOf(card, of))?.needs ?? [];

/** Whether no card stands before one of a concept that it needs, if it stood after it at first. */
function keepsNeeds(before: readonly string[], after: readonly string[], of: Catalogue): boolean {
  return before.every((card, i) =>
    before
      .slice(0, i)
      .filter((earlier) => needsOf(card, of).includes(conceptOf(earlier, of)))
      .every((earlier) => after.indexOf(earlier) < after.indexOf(card)),
  );
}

describe('the queue', () => {
  it(
    'holds every card of the day exactly once, but for hidden ones, siblings and the limit',
    () => {
      fc.assert(
        fc.property(scene, ({ gathered, settings, queue, catalogue: of }) => {
          const all = [...queue.main, ...queue.learning.map(({ card }) => card)];
          expect(new Set(all).size).toBe(all.length);
          const learning = gathered.learning.filter((state) => !isHidden(state));
          expect(queue.learning.map(({ card }) => card).toSorted()).toEqual(
            learning.map(({ card }) => card).toSorted(),
          );
          const due = gathered.due.filter((state) => !isHidden(state)).map(({ card }) => card);
          const reviews = queue.main.filter((card) => !queue.fresh.has(card));
          expect(due).toEqual(expect.arrayContaining(reviews));
          const left = due.filter((card) => !reviews.includes(card));
          const behindSibling = (card: string) =>
            settings.buryReviewSiblings &&
            siblingsOf(of, card).some(
              (id) => all.includes(id) || gathered.states.get(id)?.answered === TODAY,
            );
          const overLimit = left.filter((card) => !behindSibling(card)).length;
          expect(queue.overLimit).toBeGreaterThanOrEqual(overLimit);
          expect(queue.overLimit).toBeLessThanOrEqual(left.length);
          const { reviews: limit } = openLimits(gathered, settings);
          if (reviews.length < limit) expect(queue.overLimit).toBe(0);
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'keeps to the limits',
    () => {
      fc.assert(
        fc.property(scene, ({ gathered, settings, queue }) => {
          const { introduced, reviewed } = gathered;
          const fresh = queue.fresh.size;
          const reviews = queue.main.length - fresh;
          const isCatchUp = settings.catchUp !== null && settings.catchUp.until > TODAY;
          const perDay = isCatchUp
            ? Math.min(settings.catchUp?.perDay ?? 0, settings.reviewsPerDay)
            : settings.reviewsPerDay;
          const extra = settings.extraNew?.day === TODAY ? settings.extraNew.cards : 0;
          const room = Math.max(0, perDay - reviewed - introduced);
          expect(reviews).toBeLessThanOrEqual(room);
          expect(fresh).toBeLessThanOrEqual(Math.max(0, settings.newPerDay + extra - introduced));
          if (extra === 0) expect(reviews + fresh).toBeLessThanOrEqual(room);
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'shows one card of a note a day where siblings are buried',
    () => {
      fc.assert(
        fc.property(scene, ({ gathered, settings, queue, catalogue: of }) => {
          for (const card of queue.main) {
            const isFresh = queue.fresh.has(card);
            if (!(isFresh ? settings.buryNewSiblings : settings.buryReviewSiblings)) continue;
            const siblings = siblingsOf(of, card);
            expect(queue.learning.filter((one) => siblings.includes(one.card))).toEqual([]);
            expect(siblings.filter((id) => gathered.states.get(id)?.answered === TODAY)).toEqual(
              [],
            );
            if (settings.buryNewSiblings && settings.buryReviewSiblings) {
              expect(queue.main.filter((one) => noteOf(one) === noteOf(card))).toEqual([card]);
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'brings no new card before one of each concept it needs',
    () => {
      fc.assert(
        fc.property(scene, ({ gathered, queue, catalogue: of }) => {
          for (const [i, card] of queue.main.entries()) {
            if (!queue.fresh.has(card)) continue;
            for (const needed of needsOf(card, of)) {
              const cards = of.ofConcept.get(needed) ?? [];
              const met = cards.some((id) => (gathered.states.get(id)?.phase ?? 'new') !== 'new');
              const gone = cards.every((id) => gathered.states.get(id)?.suspended);
              const before = queue.main.slice(0, i).some((id) => cards.includes(id));
              expect(met || gone || before).toBe(true);
            }
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'brings a waiting learning card in order of its instant',
    () => {
      fc.assert(
        fc.property(scene, ({ queue }) => {
          const instants = queue.learning.map(({ dueAt }) => dueAt);
          expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        }),
        check,
      );
    },
    LONG,
  );
});

describe('spacing', () => {
  it(
    'leaves no confusable neighbours where some order has none',
    () => {
      const few = fc.shuffledSubarray(IDS, { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(catalogue, few, (of, cards) => {
          const spaced = spacedOut(cards, of);
          expect(spaced.toSorted()).toEqual(cards.toSorted());
          expect(keepsNeeds(cards, spaced, of)).toBe(true);
          if (clashes(spaced, of) === 0) return;
          const better = orders(cards).find(
            (order) => clashes(order, of) === 0 && keepsNeeds(cards, order, of),
          );
          expect(better).toBeUndefined();
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'moves nothing where nothing is confused',
    () => {
      fc.assert(
        fc.property(catalogue, fc.shuffledSubarray(IDS), (of, cards) => {
          if (clashes(cards, of) === 0) expect(spacedOut(cards, of)).toEqual(cards);
        }),
        check,
      );
    },
    LONG,
  );

  it('keeps siblings and near ideas apart: a, b, b′ become b, a, b′', () => {
    const of = aCatalogue(['talk/a', 'talk/b/1', 'talk/b/2']);
    const spaced = spacedOut(['talk/a', 'talk/b/1', 'talk/b/2'], of);
    expect(clashes(spaced, of)).toBe(0);
  });
});

describe('mixing', () => {
  it(
    'keeps the order of both lists and spreads the one evenly through the other',
    () => {
      const list = (letter: string) =>
        fc.nat(30).map((length) => Array.from({ length }, (_, i) => `${letter}${i}`));
      fc.assert(
        fc.property(list('r'), list('n'), (one, other) => {
          const mixed = interspersed(one, other);
          expect(mixed.filter((item) => item.startsWith('r'))).toEqual(one);
          expect(mixed.filter((item) => item.startsWith('n'))).toEqual(other);
          const gaps = mixed
            .join(' ')
            .split(/n\d+/)
            .map((gap) => gap.trim().split(' ').filter(Boolean));
          const inner = gaps.map(({ length }) => length);
          if (other.length > 0) expect(Math.max(...inner) - Math.min(...inner)).toBeLessThan(3);
        }),
        check,
      );
    },
    LONG,
  );
});

describe('the next card', () => {
  it(
    'is never the last one while another can be shown, and the session comes to an end',
    () => {
      fc.assert(
        fc.property(
          scene,
          fc.array(fc.constantFrom('pass', 'step', 'leave'), { minLength: 1, maxLength: 30 }),
          ({ queue: first, settings, catalogue: of }, answers) => {
            let queue: Queue = first;
            let last: string | null = null;
            let now = NOW;
            for (const answer of answers) {
              const next = nextCard(queue, now, last, settings, of);
              const waiting = queue.learning.map(({ card }) => card);
              if (next.is === 'done') {
                expect([...queue.main, ...waiting]).toEqual([]);
                return;
              }
              if (next.is === 'wait') {
                expect(queue.main).toEqual([]);
                expect(next.until).toBeGreaterThan(now);
                now = next.until;
                continue;
              }
              const ahead = now + settings.learnAhead * MINUTE;
              const early = queue.learning.filter(({ dueAt }) => dueAt <= ahead);
              const shown = [...queue.main, ...early.map(({ card }) => card)];
              expect(shown).toContain(next.card);
              if (next.card === last) expect(new Set(shown)).toEqual(new Set([last]));
              const grant =
                answer === 'leave'
                  ? null
                  : answer === 'pass'
                    ? aReviewGrant(TODAY + 3)
                    : ({ phase: 'learning', step: 0, dueAt: now + 10 * MINUTE } as const);
              queue = afterAnswer(queue, next.card, grant, NOW + DAY, settings, of);
              expect(queue.main).not.toContain(next.card);
              const again = queue.learning.filter(({ card }) => card === next.card).length;
              expect(again).toBe(answer === 'step' ? 1 : 0);
              last = next.card;
              now += MINUTE;
            }
          },
        ),
        check,
      );
    },
    LONG,
  );

  const of = aCatalogue(['talk/a', 'talk/b/1', 'talk/b/2', 'talk/c']);
  const queue: Queue = {
    learning: [{ card: 'talk/c', dueAt: NOW + 5 * MINUTE }],
    main: ['talk/a', 'talk/b/1'],
    fresh: new Set(['talk/b/1']),
    overLimit: 0,
  };

  it('is a learning card as soon as it is due, before the rest', () => {
    const next = (now: number) => nextCard(queue, now, null, DEFAULT_SETTINGS, of);
    expect(next(NOW)).toEqual({ is: 'card', card: 'talk/a' });
    expect(next(NOW + 5 * MINUTE)).toEqual({ is: 'card', card: 'talk/c' });
  });

  it('is a learning card ahead of its time when nothing else is left', () => {
    const empty = { ...queue, main: [] };
    const soon = nextCard(empty, NOW, null, DEFAULT_SETTINGS, of);
    expect(soon).toEqual({ is: 'card', card: 'talk/c' });
    const patient = { ...DEFAULT_SETTINGS, learnAhead: 2 };
    const wait = nextCard(empty, NOW, null, patient, of);
    expect(wait).toEqual({ is: 'wait', until: NOW + 3 * MINUTE });
  });

  it('leaves out for the day the siblings of one that was answered, but not of one put aside', () => {
    const both = { ...queue, main: ['talk/b/1', 'talk/b/2', 'talk/a'] };
    const grant = aReviewGrant(TODAY + 3);
    const answered = afterAnswer(both, 'talk/b/1', grant, NOW + DAY, DEFAULT_SETTINGS, of);
    expect(answered.main).toEqual(['talk/a']);
    const aside = afterAnswer(both, 'talk/b/1', null, NOW + DAY, DEFAULT_SETTINGS, of);
    expect(aside.main).toEqual(['talk/b/2', 'talk/a']);
  });

  it('does not return today when its step ends after the day', () => {
    const grant = { phase: 'learning', step: 0, dueAt: NOW + DAY } as const;
    const after = afterAnswer(queue, 'talk/a', grant, NOW + DAY, DEFAULT_SETTINGS, of);
    expect(after.learning.map(({ card }) => card)).toEqual(['talk/c']);
  });

  it('counts what is left by sort', () => {
    expect(leftIn(queue)).toEqual({ due: 1, learning: 1, fresh: 1 });
  });
});

describe('the limits of a day', () => {
  const gathered = { today: TODAY, introduced: 4, reviewed: 190 };
  const limits = (over: Partial<Settings>) =>
    openLimits(gathered, { ...DEFAULT_SETTINGS, ...over });

  it('count what was done on that day', () => {
    expect(limits({})).toEqual({ reviews: 6, fresh: 6 });
    expect(limits({ newPerDay: 5 })).toEqual({ reviews: 6, fresh: 1 });
    expect(limits({ newPerDay: 3 })).toEqual({ reviews: 6, fresh: 0 });
    expect(limits({ reviewsPerDay: 100 })).toEqual({ reviews: 0, fresh: 0 });
  });

  it('open for extra new cards on the day they were asked for, past the limit of reviews', () => {
    const none = { reviewsPerDay: 100 };
    expect(limits({ ...none, extraNew: { day: TODAY, cards: 3 } }).fresh).toBe(9);
    expect(limits({ ...none, extraNew: { day: TODAY - 1, cards: 3 } }).fresh).toBe(0);
  });

  it('are lower while catching up', () => {
    const few = { ...gathered, reviewed: 10 };
    const settings = { ...DEFAULT_SETTINGS, catchUp: { perDay: 40, until: TODAY + 1 } };
    expect(openLimits(few, settings).reviews).toBe(26);
    expect(openLimits({ ...few, today: TODAY + 1 }, settings).reviews).toBe(186);
  });
});

describe('the most urgent review', () => {
  it('comes first: the one that has waited the most times its interval', () => {
    const of = aCatalogue(['talk/a', 'talk/b', 'talk/c']);
    const short = aReviewState('talk/a', 95, { memory: { stability: 2, difficulty: 5 } });
    const long = aReviewState('talk/b', 90, { memory: { stability: 300, difficulty: 5 } });
    const states = [long, short];
    const gathered: Gathered = {
      today: TODAY,
      due: states,
      learning: [],
      fresh: [],
      states: new Map(states.map((state) => [state.card, state])),
      introduced: 0,
      reviewed: 0,
    };
    const order = (reviewOrder: Settings['reviewOrder']) =>
      buildQueue(gathered, { ...DEFAULT_SETTINGS, reviewOrder }, model, of).main;
    expect(order('overdueness')).toEqual(['talk/a', 'talk/b']);
    expect(order('due-day')).toEqual(['talk/b', 'talk/a']);
  });
});
