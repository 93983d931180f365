/** What is known on the date the slider stands at: now, then, or on a coming day. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardState } from '../../domain/cardState.ts';
import type { StudyDay } from '../../domain/day.ts';
import type { Discussions } from '../../domain/discussion.ts';
import type { CardAhead } from '../../domain/retention/ahead.ts';
import { recallsAt, recallsOn, type CardRecall } from '../../domain/retention/knowledge.ts';
import { stopsAround } from '../../domain/retention/stops.ts';
import { readDiscussions } from '../../store/discussions.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import { allStates, studiedDays } from '../../store/study.ts';
import type { Knowing } from '../../workers/knowledge.ts';
import { dayAt } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { isAhead, readKnown } from '../planning.ts';

/** What is done from today on. */
export type Way = 'stop' | 'goOn';

/** What is shown: of which day, how it was come by, and each card's recall. */
export interface Shown {
  readonly day: StudyDay;
  readonly is: 'past' | 'today' | Way;
  readonly recallOf: (card: string) => CardRecall;
}

export interface KnowingState {
  readonly today: StudyDay;
  /** Study days the slider stops at. */
  readonly stops: readonly StudyDay[];
  /** The one it stands at. */
  readonly day: StudyDay;
  readonly way: Way;
  readonly deckId: string;
  /** Whether anything was ever answered; null until it is read. */
  readonly isBegun: boolean | null;
  /** Study days of discussions that lie ahead, with their names. */
  readonly discussions: readonly { readonly day: StudyDay; readonly name: string }[];
  /** Null until something can be shown; what was shown before stays until the next is worked out. */
  readonly shown: Shown | null;
  /** How much of going on is worked out, 0..1; null when nobody waits for it. */
  readonly working: number | null;
  readonly trouble: StoreTrouble | 'broken' | null;
}

export interface ConceptsKnowing {
  readonly state: StoreApi<KnowingState>;
  readonly choose: (chosen: Partial<Pick<KnowingState, 'day' | 'way' | 'deckId'>>) => void;
  readonly again: () => void;
  /** Follows the log; returns the way to stop. */
  readonly watch: () => () => void;
}

/** What going on comes to, as long as nothing changes. */
interface Ahead {
  readonly deckId: string;
  readonly days: readonly StudyDay[];
  readonly cards: ReadonlyMap<string, CardAhead>;
}

function aheadOn(ahead: Ahead, states: ReadonlyMap<string, CardState>, day: StudyDay) {
  const place = ahead.days.indexOf(day);
  return (card: string): CardRecall => {
    if (states.get(card)?.suspended) return 'suspended';
    const one = ahead.cards.get(card);
    const isBegun = one !== undefined && one.begunBy !== null && one.begunBy <= day;
    return isBegun ? (one.recalls[place] ?? 'unseen') : 'unseen';
  };
}

const troubleOf = (error: unknown) => (error instanceof StoreError ? error.trouble : 'broken');

export function createKnowing(environment: Environment): ConceptsKnowing {
  const { store, clock, catalogue } = environment;
  const todayNow = () => dayAt(clock, clock.now(), store.settings.rollover);
  const start = todayNow();
  const state = createStore<KnowingState>(() => ({
    today: start,
    stops: [start],
    day: start,
    way: 'stop',
    deckId: catalogue.decks[0]?.id ?? '',
    isBegun: null,
    discussions: [],
    shown: null,
    working: null,
    trouble: null,
  }));
  const { getState: now, setState: set } = state;

  let states: ReadonlyMap<string, CardState> | null = null;
  let first: StudyDay | null = null;
  /** Days chosen by hand, which are stops from then on. */
  const picked = new Set<StudyDay>();
  let worker: Promise<Knowing> | null = null;
  let isLogRead = false;
  let ahead: Ahead | null = null;
  /** Counts readings of the log, and whether someone still looks. */
  let reading = 0;
  let isOpen = false;

  const cardsOfDeck = () => catalogue.deck.get(now().deckId)?.cards.map(({ id }) => id) ?? [];
  const arrange = () => {
    const { today, discussions } = now();
    set({ stops: stopsAround(today, first, [...discussions.map(({ day }) => day), ...picked]) });
  };
  const shows = (shown: Shown) => set({ shown, working: null, trouble: null });

  const begunWorker = () => (worker ??= environment.startKnowing());
  /** A worker that broke is begun anew when it is next needed. */
  const fail = (error: unknown) => {
    if (!(error instanceof StoreError)) worker = null;
    isLogRead = false;
    if (isOpen) set({ trouble: troubleOf(error), working: null });
  };

  let isFolding = false;
  /** What was known on a past day; while one is worked out, only the newest wish is kept. */
  const fold = async (day: StudyDay) => {
    isFolding = true;
    const [cards, { deckId }, mine] = [cardsOfDeck(), now(), reading];
    try {
      const knowing = await begunWorker();
      if (!isLogRead) {
        isLogRead = true;
        await knowing.read();
      }
      const recalls = await knowing.past(cards, day);
      isFolding = false;
      if (!isOpen) return;
      const isOfNow = mine === reading && now().deckId === deckId && now().day < now().today;
      const byCard = new Map(cards.map((card, i) => [card, recalls[i] ?? 'unseen']));
      if (isOfNow) shows({ day, is: 'past', recallOf: (card) => byCard.get(card) ?? 'unseen' });
      if (!isOfNow || now().day !== day) show();
    } catch (error) {
      isFolding = false;
      fail(error);
    }
  };

  let isSimulating = false;
  const simulate = async () => {
    isSimulating = true;
    const { deckId, today, stops } = now();
    const mine = reading;
    try {
      const [knowing, known] = await Promise.all([begunWorker(), readKnown(environment)]);
      const days = stops.filter((stop) => stop > today);
      const came = await knowing.goOn(known, cardsOfDeck(), days, (done) => {
        if (isOpen && now().working !== null) set({ working: done });
      });
      isSimulating = false;
      if (came && mine === reading) {
        ahead = { deckId, days, cards: new Map(came.map((one) => [one.card, one])) };
      }
      if (isOpen) show();
    } catch (error) {
      isSimulating = false;
      fail(error);
    }
  };

  /** Shows what is asked for, at once where it needs no long work. */
  const show = () => {
    if (!states) return;
    const { day, today, way, deckId } = now();
    const { model } = store;
    if (day < today) {
      if (!isFolding) void fold(day);
    } else if (day === today) {
      shows({ day, is: 'today', recallOf: recallsAt(states, clock.now(), model) });
    } else if (way === 'stop') {
      shows({ day, is: 'stop', recallOf: recallsOn(states, day, model) });
    } else if (ahead?.deckId === deckId && ahead.days.includes(day)) {
      shows({ day, is: 'goOn', recallOf: aheadOn(ahead, states, day) });
    } else {
      set({ working: 0 });
      if (!isSimulating) void simulate();
    }
  };

  const namesAhead = (all: Discussions) =>
    [...all.values()]
      .filter((one) => isAhead(environment, one))
      .map(({ when, name }) => ({ day: dayAt(clock, when, store.settings.rollover), name }));

  async function read(): Promise<void> {
    reading += 1;
    const mine = reading;
    isLogRead = false;
    try {
      const [found, days, discussions] = await Promise.all([
        allStates(store),
        studiedDays(store),
        readDiscussions(store),
      ]);
      if (mine !== reading || !isOpen) return;
      states = new Map(found.map((one) => [one.card, one]));
      ahead = null;
      first = days[0] ?? null;
      const today = todayNow();
      const wasToday = now().day === now().today;
      set({
        today,
        day: wasToday ? today : now().day,
        isBegun: found.some(({ memory }) => memory !== null) || first !== null,
        discussions: namesAhead(discussions),
        trouble: null,
      });
      arrange();
      show();
    } catch (error) {
      if (mine === reading && isOpen) set({ trouble: troubleOf(error) });
    }
  }

  return {
    state,
    choose: (chosen) => {
      set(chosen);
      if (chosen.day !== undefined && !now().stops.includes(chosen.day)) {
        picked.add(chosen.day);
        arrange();
      }
      show();
    },
    again: () => void read(),
    watch: () => {
      isOpen = true;
      const look = () => {
        if (document.visibilityState === 'visible') void read();
      };
      const unsubscribe = store.onChange((change) => {
        if (change.is !== 'closed') void read();
      });
      document.addEventListener('visibilitychange', look);
      void read();
      return () => {
        isOpen = false;
        isFolding = false;
        isSimulating = false;
        unsubscribe();
        document.removeEventListener('visibilitychange', look);
        worker?.then((knowing) => knowing.end()).catch(() => {});
        worker = null;
      };
    },
  };
}
