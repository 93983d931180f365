/** Which questions a quiz asks, and how they are put. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areConfusable } from '../../src/domain/catalogue.ts';
import { makeQuiz, SECONDS, type Wish } from '../../src/domain/quiz/make.ts';
import { itemsPut, optionsPut } from '../../src/domain/quiz/put.ts';
import { FORMS, type Form } from '../../src/domain/quiz/question.ts';
import { weakestFirst } from '../../src/domain/quiz/weakest.ts';
import { aCard, aCatalogue, aConcept, check, LONG } from '../builders.ts';
import { worded } from './quizCards.ts';

const CONCEPTS = ['talk/v', 'talk/w', 'talk/x', 'talk/y', 'talk/z'];
const CARD_FORMS = FORMS.filter((form) => form !== 'open');

/** Twenty cards of fifteen notes; every fourth has a sibling. */
const cardIds = Array.from({ length: 20 }, (_, i) => (i % 4 === 3 ? `n${i - 1}/b` : `n${i}`));

const wishes = fc.record({
  conceptOf: fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }),
  formsOf: fc.array(fc.subarray(CARD_FORMS, { minLength: 1 }), { minLength: 20, maxLength: 20 }),
  near: fc.subarray([...CONCEPTS]),
  open: fc.subarray(['talk/o1', 'talk/o2', 'talk/o3']),
  mix: fc.subarray([...FORMS], { minLength: 1 }),
  length: fc.oneof(
    fc.record({ questions: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ minutes: fc.integer({ min: 1, max: 15 }) }),
  ),
  seed: fc.string(),
});

const made = wishes.map(({ conceptOf, formsOf, near, open, mix, length, seed }) => {
  const cards = cardIds.map((id, i) =>
    aCard(`talk/${id}`, { conceptId: CONCEPTS[conceptOf[i] ?? 0] ?? '' }),
  );
  const concepts = CONCEPTS.map((id) => aConcept(id, { near: near.filter((one) => one !== id) }));
  const candidates = cards.map((card, i) => ({ card, forms: formsOf[i] ?? [] }));
  const wish: Wish = { cards: candidates, open, mix: new Set(mix), length, seed };
  const catalogue = aCatalogue(cards, concepts);
  return { wish, catalogue, quiz: makeQuiz(wish, catalogue) };
});

describe('a quiz', () => {
  it(
    'asks no card and no note twice, each in a form of the mix that suits it, open questions last',
    () => {
      fc.assert(
        fc.property(made, ({ wish, catalogue, quiz }) => {
          const cards = quiz.filter(({ form }) => form !== 'open').map(({ of }) => of);
          const notes = cards.map((id) => catalogue.card.get(id)?.noteId);
          expect(new Set(quiz.map(({ of }) => of)).size).toBe(quiz.length);
          expect(new Set(notes).size).toBe(notes.length);
          for (const { form, of } of quiz) {
            expect(wish.mix.has(form)).toBe(true);
            const candidate = wish.cards.find(({ card }) => card.id === of);
            expect(form === 'open' ? wish.open.includes(of) : candidate?.forms).toBeTruthy();
            if (form !== 'open') expect(candidate?.forms).toContain(form);
          }
          const kinds = quiz.map(({ form }) => form === 'open');
          expect(kinds).toEqual(kinds.toSorted((a, b) => Number(a) - Number(b)));
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'asks every concept that can be asked before it asks one a second time, and so on',
    () => {
      fc.assert(
        fc.property(made, ({ wish, catalogue, quiz }) => {
          const asked = quiz.flatMap(({ of }) => catalogue.card.get(of)?.conceptId ?? []);
          const times = (concept: string) => asked.filter((one) => one === concept).length;
          const most = Math.max(0, ...CONCEPTS.map(times));
          for (const concept of CONCEPTS) {
            const open = wish.cards.filter(
              ({ card, forms }) =>
                card.conceptId === concept &&
                forms.some((form) => wish.mix.has(form)) &&
                quiz.every(({ of }) => catalogue.card.get(of)?.noteId !== card.noteId),
            );
            // A note of two cards may have been used up by another concept's card of it.
            if (open.length > 0) expect(times(concept)).toBeGreaterThanOrEqual(most - 1);
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'is as long as wished, or all there is; in minutes not longer, but for its first question',
    () => {
      fc.assert(
        fc.property(made, ({ wish, catalogue, quiz }) => {
          const notes = new Set(
            wish.cards
              .filter(({ forms }) => forms.some((form) => wish.mix.has(form)))
              .map(({ card }) => catalogue.card.get(card.id)?.noteId),
          );
          const all = notes.size + (wish.mix.has('open') ? wish.open.length : 0);
          if ('questions' in wish.length) {
            expect(quiz).toHaveLength(Math.min(wish.length.questions, all));
          } else {
            const seconds = quiz.reduce((sum, { form }) => sum + SECONDS[form], 0);
            if (quiz.length > 1) expect(seconds).toBeLessThanOrEqual(wish.length.minutes * 60);
            if (all > 0) expect(quiz.length).toBeGreaterThan(0);
          }
        }),
        check,
      );
    },
    LONG,
  );

  it(
    'is the same for the same wish, in whatever order its cards come',
    () => {
      fc.assert(
        fc.property(made, ({ wish, catalogue, quiz }) => {
          const turned = { ...wish, cards: wish.cards.toReversed(), open: wish.open.toReversed() };
          expect(makeQuiz(turned, catalogue)).toEqual(quiz);
        }),
        check,
      );
    },
    LONG,
  );

  const able = Array.from({ length: 40 }, (_, i) => ({
    card: aCard(`talk/n${i}`),
    forms: CARD_FORMS,
  }));
  const catalogue = aCatalogue(able.map(({ card }) => card));
  const wish: Wish = {
    cards: able,
    open: [],
    mix: new Set(CARD_FORMS),
    length: { questions: 18 },
    seed: '',
  };

  it('spreads evenly over the mix where every card suits every form', () => {
    const quiz = makeQuiz(wish, catalogue);
    const times = CARD_FORMS.map((one) => quiz.filter(({ form }) => form === one).length);
    expect(times).toEqual(CARD_FORMS.map(() => 3));
  });

  it('takes the few cards that suit a rare form', () => {
    const forms = (i: number): readonly Form[] => (i === 7 ? ['recall', 'order'] : ['recall']);
    const cards = able.map(({ card }, i) => ({ card, forms: forms(i) }));
    const quiz = makeQuiz({ ...wish, cards, length: { questions: 2 } }, catalogue);
    expect(quiz).toContainEqual({ form: 'order', of: 'talk/n7' });
  });

  it('gives open questions their share, and one at least where it leaves room for others', () => {
    const open = ['talk/o1', 'talk/o2', 'talk/o3'];
    const count = (length: Wish['length'], mix: readonly Form[]) =>
      makeQuiz({ ...wish, open, length, mix: new Set(mix) }, catalogue).filter(
        ({ form }) => form === 'open',
      ).length;
    expect(count({ questions: 4 }, ['recall', 'open'])).toBe(2);
    expect(count({ questions: 4 }, FORMS)).toBe(1);
    expect(count({ questions: 1 }, FORMS)).toBe(0);
    expect(count({ minutes: 5 }, FORMS)).toBe(1);
    expect(count({ minutes: 1 }, ['open'])).toBe(1);
  });

  it('puts confusable cards apart, also where one needs the other', () => {
    const cards = able.map(({ card }, i) => ({ ...card, conceptId: CONCEPTS[i % 5] ?? '' }));
    const nearTo = ['talk/w', 'talk/v', 'talk/y', 'talk/x'];
    const concepts = CONCEPTS.map((id, i) =>
      aConcept(id, { near: nearTo.slice(i, i + 1), needs: CONCEPTS.slice(0, i) }),
    );
    const confusing = aCatalogue(cards, concepts);
    const candidates = cards.map((card) => ({ card, forms: CARD_FORMS }));
    for (let seed = 0; seed < 50; seed++) {
      const quiz = makeQuiz({ ...wish, cards: candidates, seed: `${seed}` }, confusing);
      const clash = quiz.some(({ of }, i) => areConfusable(confusing, quiz[i - 1]?.of ?? '', of));
      expect(clash).toBe(false);
    }
  });
});

describe('a question as it is put', () => {
  const { words } = worded(
    'talk/a',
    ['', ''],
    { kind: 'choice' },
    { options: ['R', 'W', 'X', 'Y'] },
  );
  const placed = (seed: number) => ({ seed: `${seed}`, card: 'talk/a', place: 3 });

  it('gives its right option away by no place', () => {
    const places = Array.from({ length: 2000 }, (_, seed) =>
      optionsPut(placed(seed), words, null).findIndex(({ key }) => key === '0'),
    );
    for (let place = 0; place < 4; place++) {
      const share = places.filter((one) => one === place).length / places.length;
      // Four standard deviations of a fair draw.
      expect(Math.abs(share - 1 / 4)).toBeLessThan(0.039);
    }
  });

  it('is put the same way by the same seed, and another way in another place', () => {
    const keys = (place: number) =>
      optionsPut({ ...placed(1), place }, words, null).map(({ key }) => key);
    expect(keys(3)).toEqual(keys(3));
    expect(
      new Set(Array.from({ length: 20 }, (_, place) => keys(place).join())).size,
    ).toBeGreaterThan(5);
  });

  it('has three borrowed options at most, named by where they are from, as safe HTML', () => {
    const name = (en: string) => ({ zh: en, en });
    const wrong = ['b', 'c', 'd', 'e'].map((id) => ({ from: `talk/${id}`, name: name('R&D <x>') }));
    const own = worded('talk/a', ['R', 'R']).words;
    const options = optionsPut(placed(1), own, { right: name('R'), wrong });
    expect(options).toHaveLength(4);
    expect(options.filter(({ key }) => key === '0')).toEqual([{ key: '0', text: name('R') }]);
    const others = options.filter(({ key }) => key !== '0');
    expect(others.every(({ key }) => wrong.some(({ from }) => from === key))).toBe(true);
    expect(others[0]?.text.en).toBe('R&amp;D &lt;x&gt;');
  });

  it('has the items of a list in any order but the right one', () => {
    const list = worded('talk/a/all', ['', ''], { kind: 'list' }, { items: ['a', 'b', 'c'] }).words;
    const orders = Array.from({ length: 300 }, (_, seed) =>
      itemsPut(placed(seed), list)
        .map(({ key }) => key)
        .join(''),
    );
    expect(new Set(orders)).toEqual(new Set(['021', '102', '120', '201', '210']));
  });
});

describe('the weakest concepts', () => {
  it('come first, unseen cards counting nothing and suspended ones left out', () => {
    const recalls: Readonly<Record<string, number | 'unseen' | 'suspended'>> = {
      'talk/a': 0.8,
      'talk/b': 0.9,
      'talk/c': 'unseen',
      'talk/d': 0.5,
      'talk/e': 'suspended',
      'talk/f': 'suspended',
    };
    const conceptOf = (i: number) => CONCEPTS[Math.floor(i / 2)] ?? '';
    const cards = Object.keys(recalls).map((id, i) => {
      const conceptId = i === 3 ? 'talk/y' : conceptOf(i);
      return aCard(id, { conceptId });
    });
    const catalogue = aCatalogue(cards);
    const concepts = ['talk/v', 'talk/w', 'talk/x', 'talk/y'].map((id) => aConcept(id));
    const ranked = weakestFirst(concepts, catalogue, (card) => recalls[card] ?? 'unseen');
    expect(ranked.map(({ concept, cards: count, begun }) => [concept, count, begun])).toEqual([
      ['talk/w', 1, 0],
      ['talk/y', 1, 1],
      ['talk/v', 2, 2],
    ]);
    expect(ranked.map(({ recall }) => recall)).toEqual([0, 0.5, expect.closeTo(0.85, 12)]);
  });
});
