/** Reading a study day: its cards, its limits, and one card with what each rating would do. */
import { afterEach, describe, expect, it } from 'vitest';
import { studyDayOf } from '../../src/domain/day.ts';
import { RATINGS, type Draft, type Rating } from '../../src/domain/event.ts';
import { grantOf } from '../../src/domain/grant.ts';
import { newFromKey } from '../../src/domain/settings.ts';
import { readLane } from '../../src/store/discussions.ts';
import { append, undo } from '../../src/store/log.ts';
import { recentReviews } from '../../src/store/pace.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import {
  allStates,
  countNew,
  dueCounts,
  prepareCard,
  readDay,
  studiedDays,
  talliesSince,
} from '../../src/store/study.ts';
import { aCatalogue, aConcept, aReview, DAY, HOUR, MINUTE } from '../builders.ts';
import { aStore } from './aStore.ts';

const dayOf = (at: number) => studyDayOf(at, 0, 4);
const TODAY = 20_000;
const NOON = TODAY * DAY + 12 * HOUR;
const END = (TODAY + 1) * DAY + 4 * HOUR;

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function storeOf(...args: Parameters<typeof aCatalogue>): Promise<Store> {
  const store = await aStore(aCatalogue(...args));
  open.push(store);
  return store;
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `talk/n${i}`);
const moment = { at: NOON, offset: 0, day: TODAY };

/** Answers a card as the app does: prepared, shown, committed as shown. */
async function answer(store: Store, card: string, rating: Rating, at = NOON) {
  const shown = await prepareCard(store, card, at, dayOf);
  const grant = grantOf(shown.offers[rating], at);
  const { predicted } = shown;
  const drafts: Draft[] = [
    aReview(rating, {
      card,
      at,
      day: shown.today,
      grant,
      ...(predicted === undefined ? {} : { predicted }),
    }),
  ];
  const { rows } = await append(store, drafts, [{ card, rev: shown.rev }]);
  return { shown, row: rows.get(card) };
}

describe('a study day', () => {
  it('leaves to the lane of a plan what it holds of the new cards', async () => {
    const store = await storeOf(many(30));
    const discussion = 'd'.repeat(24);
    const fields = { name: 'Friday', when: NOON + 3 * DAY, scope: { decks: ['talk'] } };
    const wishes = { target: 0.9, minutes: 30, onTheDay: false, isPlanned: true, isRemoved: false };
    const cards = ['talk/n20', 'talk/n21', 'talk/n22', 'talk/n23'];
    await append(store, [
      { type: 'discussion-set', discussion, ...fields, ...wishes, ...moment },
      { type: 'day-planned', discussion, cards, ...moment },
    ]);
    const limit = store.settings.newPerDay;
    const inQueue = async () => (await readDay(store, TODAY, END)).queue.fresh.size;
    const inLane = async () => (await readLane(store, discussion, TODAY, END)).fresh.size;
    expect([await inQueue(), await inLane()]).toEqual([limit - 4, 4]);
    await answer(store, 'talk/n20', 'easy');
    expect([await inQueue(), await inLane()]).toEqual([limit - 4, 3]);
    await answer(store, 'talk/n0', 'easy');
    expect([await inQueue(), await inLane()]).toEqual([limit - 5, 3]);
    await append(store, [{ type: 'discussion-set', discussion, isPlanned: false, ...moment }]);
    expect(await inQueue()).toBe(limit - 2);
  });

  it('begins with the first new cards of the deck, as many as the limit', async () => {
    const store = await storeOf(many(30));
    const { queue } = await readDay(store, TODAY, END);
    expect(queue.main).toEqual(many(10));
    expect(queue.fresh.size).toBe(10);
  });

  it('goes on after a reload where it was, and counts what was introduced', async () => {
    const store = await storeOf(many(30));
    await answer(store, 'talk/n0', 'good');
    await answer(store, 'talk/n1', 'easy');
    const { queue, tally, gathered } = await readDay(store, TODAY, END);
    expect(queue.main).toEqual(many(10).slice(2));
    expect(queue.learning.map(({ card }) => card)).toEqual(['talk/n0']);
    expect(tally).toMatchObject({ answers: 2, introduced: 2 });
    expect(gathered.introduced).toBe(2);
  });

  it('finds the new cards however many were met before, and saves where it stopped looking', async () => {
    const cards = many(300);
    const store = await storeOf(cards);
    for (let i = 0; i < 200; i++) {
      await append(store, [aReview('easy', { card: cards[i] ?? '', day: TODAY - 1, days: 90 })]);
    }
    const first = await readDay(store, TODAY, END);
    expect(first.queue.main).toEqual(cards.slice(200, 210));
    expect(await store.db.meta.get('frontier')).toMatchObject({ place: 200, order: 'deck' });
    expect((await readDay(store, TODAY, END)).queue).toEqual(first.queue);
  });

  it('brings back a new card whose answer was undone, before the ones after it', async () => {
    const store = await storeOf(many(30));
    for (const card of many(3)) await answer(store, card, 'easy');
    await readDay(store, TODAY, END);
    await undo(store, moment);
    await undo(store, moment);
    const { queue } = await readDay(store, TODAY, END);
    expect(queue.main).toEqual(many(10).slice(1));
  });

  it('walks anew when the order of new cards is changed', async () => {
    const store = await storeOf(many(30));
    await answer(store, 'talk/n0', 'easy');
    await readDay(store, TODAY, END);
    await append(store, [{ type: 'set', key: 'newOrder', value: 'shuffled', ...moment }]);
    const { queue } = await readDay(store, TODAY, END);
    const order = store.catalogue.order('shuffled').filter((card) => card !== 'talk/n0');
    expect(queue.main).toEqual(order.slice(0, 9));
  });

  describe('with a deck whose new cards are not wanted', () => {
    const cards = ['talk/n0', 'talk/n1', 'more/m0', 'more/m1'];
    const off = (deck: string, value = false): Draft => ({
      type: 'set',
      key: newFromKey(deck),
      value,
      ...moment,
    });

    it('leaves them out, those begun anew too, and goes on with what was begun', async () => {
      const store = await storeOf(cards);
      await append(store, [aReview('good', { card: 'talk/n0', day: TODAY - 3, days: 3 })]);
      await append(store, [aReview('good', { card: 'talk/n1', day: TODAY - 3, days: 3 })]);
      await append(store, [{ type: 'reset', card: 'talk/n1', ...moment }]);
      expect((await readDay(store, TODAY, END)).queue.fresh.size).toBe(3);
      await append(store, [off('talk')]);
      const { queue } = await readDay(store, TODAY, END);
      expect([...queue.fresh]).toEqual(['more/m0', 'more/m1']);
      expect(queue.main).toContain('talk/n0');
    });

    it('takes them up again where they were, also after undo', async () => {
      const store = await storeOf(cards);
      await append(store, [off('talk')]);
      await readDay(store, TODAY, END);
      await append(store, [off('more')]);
      expect((await readDay(store, TODAY, END)).queue.main).toEqual([]);
      await append(store, [off('talk', true)]);
      expect((await readDay(store, TODAY, END)).queue.main).toEqual(['talk/n0', 'talk/n1']);
      await undo(store, moment);
      await undo(store, moment);
      expect((await readDay(store, TODAY, END)).queue.main).toEqual(['more/m0', 'more/m1']);
    });

    it('does not count its new cards among those that may still be met', async () => {
      const store = await storeOf(cards);
      await append(store, [aReview('good', { card: 'talk/n0', day: TODAY - 3, days: 3 })]);
      await append(store, [{ type: 'suspended', card: 'more/m0', ...moment }]);
      expect(await countNew(store)).toBe(2);
      await append(store, [off('talk')]);
      expect(await countNew(store)).toBe(1);
    });

    it('holds nothing back that needs a concept of it', async () => {
      const concept = aConcept('more/m0', { needs: ['talk/n0'] });
      const store = await storeOf(cards, [concept]);
      await append(store, [off('talk')]);
      expect((await readDay(store, TODAY, END)).queue.main).toEqual(['more/m0', 'more/m1']);
    });
  });

  it.each([10, 40])(
    'holds %d new cards where so many are let in, whatever siblings there are',
    async (limit) => {
      const notes = Array.from({ length: 60 }, (_, i) => `talk/n${i}`);
      const parts = notes.flatMap((note) => [1, 2, 3, 4, 5, 6].map((part) => `${note}/${part}`));
      const store = await storeOf(parts);
      await append(store, [{ type: 'set', key: 'newPerDay', value: limit, ...moment }]);
      const { queue } = await readDay(store, TODAY, END);
      expect(queue.main).toEqual(notes.slice(0, limit).map((note) => `${note}/1`));
    },
  );

  it('keeps back what needs a concept not yet met', async () => {
    const concept = aConcept('talk/n0', { needs: ['talk/n5'] });
    const store = await storeOf(many(6), [concept]);
    expect((await readDay(store, TODAY, END)).queue.main).toEqual(many(6).slice(1));
    await answer(store, 'talk/n5', 'easy');
    expect((await readDay(store, TODAY, END)).queue.main).toContain('talk/n0');
  });

  it('leaves out what is suspended or buried, until its day', async () => {
    const store = await storeOf(many(3));
    await append(store, [
      { type: 'suspended', card: 'talk/n0', ...moment },
      { type: 'buried', card: 'talk/n1', until: TODAY + 1, ...moment },
    ]);
    expect((await readDay(store, TODAY, END)).queue.main).toEqual(['talk/n2']);
    const next = await readDay(store, TODAY + 1, END + DAY);
    expect(next.queue.main).toEqual(['talk/n1', 'talk/n2']);
    await append(store, [{ type: 'unsuspended', card: 'talk/n0', ...moment }]);
    expect((await readDay(store, TODAY + 1, END + DAY)).queue.main).toEqual(many(3));
  });

  it('counts reviews and new cards against the day they were done on, clock set back or not', async () => {
    const store = await storeOf(many(30));
    await answer(store, 'talk/n0', 'easy', END - MINUTE);
    await answer(store, 'talk/n1', 'easy', END + MINUTE);
    const counts = async (day: number) => (await readDay(store, day, day * DAY + END)).gathered;
    expect(await counts(TODAY)).toMatchObject({ introduced: 1 });
    expect(await counts(TODAY + 1)).toMatchObject({ introduced: 1 });
    await answer(store, 'talk/n2', 'easy', END - MINUTE);
    expect(await counts(TODAY)).toMatchObject({ introduced: 2 });
    expect(await counts(TODAY + 1)).toMatchObject({ introduced: 1 });
  });

  it('keeps the fourth sibling away when one was answered today', async () => {
    const store = await storeOf(['talk/a/1', 'talk/a/2', 'talk/b']);
    expect((await readDay(store, TODAY, END)).queue.main).toEqual(['talk/a/1', 'talk/b']);
    await answer(store, 'talk/a/1', 'easy');
    expect((await readDay(store, TODAY, END)).queue.main).toEqual(['talk/b']);
    expect((await readDay(store, TODAY + 1, END + DAY)).queue.main).toEqual(['talk/a/2', 'talk/b']);
  });
});

describe('a prepared card', () => {
  it('is committed as previewed, through learning, review and a lapse', async () => {
    const store = await storeOf(many(3));
    let at = NOON;
    const ratings: Rating[] = [
      'again',
      'hard',
      'good',
      'good',
      'hard',
      'good',
      'again',
      'good',
      'easy',
    ];
    for (const rating of ratings) {
      const { shown, row } = await answer(store, 'talk/n0', rating, at);
      const offer = shown.offers[rating];
      expect(row?.phase).toBe(offer.phase);
      if (offer.phase === 'review') {
        expect(row).toMatchObject({ dueDay: offer.dueDay, queueDay: offer.dueDay, dueAt: null });
        expect(row?.memory?.stability).toBeCloseTo(offer.terms.stability, 3);
        at = offer.dueDay * DAY + 12 * HOUR;
      } else {
        expect(row).toMatchObject({ step: offer.step, dueAt: at + offer.delay, dueDay: null });
        at += offer.delay;
      }
    }
    expect((await allStates(store))[0]).toMatchObject({ lapses: 1, reps: ratings.length });
  });

  it('shows the same each time it is shown', async () => {
    const store = await storeOf(many(3));
    await answer(store, 'talk/n0', 'easy');
    const due = NOON + 9 * DAY;
    const first = await prepareCard(store, 'talk/n0', due, dayOf);
    expect(await prepareCard(store, 'talk/n0', due, dayOf)).toEqual(first);
    expect(first.predicted).toBeCloseTo(0.9, 1);
  });

  it('predicts nothing of a new card, nor twice on a day', async () => {
    const store = await storeOf(many(3));
    expect((await prepareCard(store, 'talk/n0', NOON, dayOf)).predicted).toBeUndefined();
    await answer(store, 'talk/n0', 'easy');
    expect((await prepareCard(store, 'talk/n0', NOON + HOUR, dayOf)).predicted).toBeUndefined();
  });

  it('goes by the desired retention of its deck', async () => {
    const store = await storeOf(['talk/a', 'more/a']);
    const set = { type: 'set', key: 'desiredRetention/more', value: 0.75, ...moment } as const;
    await append(store, [set]);
    const [talk, more] = await Promise.all(
      ['talk/a', 'more/a'].map((card) => prepareCard(store, card, NOON, dayOf)),
    );
    expect([talk?.desired, more?.desired]).toEqual([0.9, 0.75]);
  });

  it('keeps off the days that are full and the days of its siblings', async () => {
    const store = await storeOf(['talk/a/1', 'talk/a/2', ...many(40)]);
    await append(store, [aReview('easy', { card: 'talk/a/1', day: TODAY, days: 8 })]);
    const offered = await prepareCard(store, 'talk/a/2', NOON, dayOf);
    const { easy } = offered.offers;
    expect(easy.phase === 'review' && easy.terms.why).toContain('siblings');
    expect(easy.phase === 'review' && easy.dueDay).not.toBe(TODAY + 8);
  });

  it('offers something for every rating, whatever became of the card', async () => {
    const store = await storeOf(many(1));
    const grant = { phase: 'review', step: 0, dueDay: TODAY } as const;
    await append(store, [{ type: 'set-due', card: 'talk/n0', grant, ...moment }]);
    const { offers } = await prepareCard(store, 'talk/n0', NOON, dayOf);
    expect(Object.keys(offers)).toEqual(RATINGS);
  });
});

describe('what else is read', () => {
  it('is the learner’s latest answers, the sums and the days', async () => {
    const store = await storeOf(many(9));
    await append(store, [aReview('good', { day: 5, ms: 1 })]);
    await append(store, [aReview('again', { day: 7, ms: 2, card: 'talk/n1' })]);
    await append(store, [{ type: 'marked', card: 'talk/n1', at: 99, offset: 0, day: 0 }]);
    expect(await recentReviews(store, 9)).toEqual([
      { ms: 2, again: true },
      { ms: 1, again: false },
    ]);
    expect(await recentReviews(store, 1)).toHaveLength(1);
    expect(await studiedDays(store)).toEqual([5, 7]);
    expect((await talliesSince(store, 6)).map(({ day }) => day)).toEqual([7]);
  });

  it('is how many reviews come, the overdue under today, the suspended left out', async () => {
    const store = await storeOf(many(9));
    const due = [-3, 0, 1, 1, 5];
    for (const [i, days] of due.entries()) {
      await append(store, [aReview('good', { card: `talk/n${i}`, day: TODAY, days })]);
    }
    expect(await dueCounts(store, TODAY, 3)).toEqual([2, 2, 0]);
    await append(store, [{ type: 'suspended', card: 'talk/n2', ...moment }]);
    expect(await dueCounts(store, TODAY, 3)).toEqual([2, 1, 0]);
  });
});

describe('opening', () => {
  it('keeps what was there, and its device', async () => {
    const store = await storeOf(many(3));
    await append(store, [aReview('good', { card: 'talk/n0' })]);
    store.close();
    const again = await openStore({
      catalogue: store.catalogue,
      mintDevice: () => 'another',
      name: store.db.name,
    });
    open.push(again);
    const { events } = await append(again, [aReview('good', { card: 'talk/n1' })]);
    expect(events[0]).toMatchObject({ device: 'd', seq: 2 });
    expect((await allStates(again)).map(({ card }) => card)).toEqual(['talk/n0', 'talk/n1']);
  });
});
