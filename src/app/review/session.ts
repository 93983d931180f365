/**
 * A review session: which card is shown, and what each key press does to it. Nothing moves on before
 * it is committed; a failed write leaves the card where it was and says so.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StudyDay } from '../../domain/day.ts';
import { otherLanguage, type Language } from '../../domain/deck.ts';
import type { Answer, Rating } from '../../domain/event.ts';
import type { Offer } from '../../domain/grant.ts';
import { afterAnswer, leftIn, nextCard, type Queue } from '../../domain/queue.ts';
import type { Settings } from '../../domain/settings.ts';
import { StoreError, type StoreTrouble } from '../../store/errors.ts';
import { append, redo, undo, type Committed } from '../../store/log.ts';
import type { Change } from '../../store/store.ts';
import { prepareCard, type Prepared } from '../../store/study.ts';
import { dayAt, endOfDay, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { findLeeches, SUSPECT_LAPSES } from '../leeches.ts';
import { createStopwatch } from '../stopwatch.ts';
import { answerDraft, ratingsOpen } from './answer.ts';
import { showCard, WordsUnavailable, type Shown } from './shown.ts';

export type Trouble = StoreTrouble | 'words';

/** What was last done, for the strip, the announcement and the first lines of help. */
export type Done =
  | { readonly is: 'rated'; readonly rating: Rating; readonly offer: Offer }
  | { readonly is: 'took-back' | 'brought-again'; readonly type: string; readonly rating?: Rating }
  | { readonly is: 'nothing-to-undo' | 'nothing-to-redo' }
  | { readonly is: 'new-day' }
  | { readonly is: 'suspended' | 'buried' | 'marked' | 'unmarked' | 'reset' | 'set-due' };

/** A card answered in this session, with the recall it had before. */
export interface Touched {
  readonly card: string;
  /** 0..1; 0 for a card never seen. */
  readonly before: number;
}

export interface SessionState {
  readonly is: 'loading' | 'question' | 'answer' | 'waiting' | 'done';
  readonly shown: Shown | null;
  readonly language: Language;
  /** Choice: the option picked. */
  readonly picked: number | null;
  readonly typed: string;
  /** ms from question to answer shown */
  readonly revealed: number;
  readonly queue: Queue | null;
  /** Answers given in this session. */
  readonly answered: number;
  /** ms, while waiting for a learning card */
  readonly waitUntil: number;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Counts up with every message, so that the same words are said again. */
  readonly turn: number;
  readonly done: Done | null;
  readonly touched: ReadonlyMap<string, Touched>;
  /** The card answered last, when its miss made it a leech: found a moment after the answer. */
  readonly leech: string | null;
}

export interface SessionOptions {
  /** At most so many cards of the main queue; all when absent. */
  readonly cards?: number;
  /** Reads another queue than the day's: what is left of a plan's lane. Rejects with StoreError. */
  readonly readLane?: () => Promise<Queue>;
  readonly language: Language;
  /** ms, for the time an answer took */
  readonly tick: () => number;
}

export interface Session {
  readonly state: StoreApi<SessionState>;
  readonly begin: () => Promise<void>;
  /** Follows what other tabs do; returns the way to stop. */
  readonly listen: () => () => void;
  readonly reveal: () => void;
  readonly pick: (option: number) => void;
  readonly type: (text: string) => void;
  readonly rate: (rating: Rating) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly flip: () => void;
  readonly suspend: () => Promise<void>;
  readonly bury: () => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly reset: () => Promise<void>;
  /** @param days from today */
  readonly setDue: (days: number) => Promise<void>;
  /** Shows a card again after trouble, and the next one when a wait is over. */
  readonly goOn: () => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** ms after which the buttons are shown as waiting. */
const SLOW = 150;

const FIRST: Omit<SessionState, 'language'> = {
  is: 'loading',
  shown: null,
  picked: null,
  typed: '',
  revealed: 0,
  queue: null,
  answered: 0,
  waitUntil: 0,
  busy: false,
  trouble: null,
  turn: 0,
  done: null,
  touched: new Map(),
  leech: null,
};

/** Of a plan every card counts: none waits for tomorrow because its sibling was seen. */
const withoutBurying = (settings: Settings): Settings => ({
  ...settings,
  buryNewSiblings: false,
  buryReviewSiblings: false,
});

function limited(queue: Queue, cards: number | undefined, answered: number): Queue {
  if (cards === undefined) return queue;
  return { ...queue, main: queue.main.slice(0, Math.max(0, cards - answered)) };
}

/** @returns a session that has not begun */
export function createSession(environment: Environment, options: SessionOptions): Session {
  const { store, clock, catalogue } = environment;
  const state = createStore<SessionState>(() => ({ ...FIRST, language: options.language }));
  const stopwatch = createStopwatch(options.tick);
  const { getState: now, setState: set } = state;
  /** The card after this one, read while this one is looked at. */
  let ahead: Promise<Shown> | null = null;
  let aheadCard = '';
  let wakeUp: ReturnType<typeof setTimeout> | undefined;
  /** One thing at a time: what is pressed meanwhile is not heard. */
  let working = false;
  let current: Promise<void> = Promise.resolve();
  /** At most so many cards; lifted by going on when they are done. */
  let { cards: limit } = options;

  const dayOf = (at: number) => dayAt(clock, at, store.settings.rollover);
  const rules = () => (options.readLane ? withoutBurying(store.settings) : store.settings);
  const read = (card: string): Promise<Shown> =>
    showCard(environment, card, () => prepareCard(store, card, clock.now(), dayOf));

  const say = (done: Done) => set({ done, turn: now().turn + 1 });

  const fail = (error: unknown) => {
    const trouble: Trouble =
      error instanceof StoreError
        ? error.trouble
        : error instanceof WordsUnavailable
          ? 'words'
          : 'failed';
    set({ trouble, busy: false });
    if (!(error instanceof StoreError) && !(error instanceof WordsUnavailable)) throw error;
  };

  const readAhead = (queue: Queue, last: string) => {
    const next = nextCard(queue, clock.now(), last, store.settings, catalogue);
    if (next.is !== 'card' || next.card === last) return;
    aheadCard = next.card;
    ahead = read(next.card);
    // Should it fail, it is read again, and spoken of, when its turn has come.
    ahead.catch(() => {
      ahead = null;
    });
  };

  const present = (shown: Shown, queue: Queue) => {
    set({ is: 'question', shown, queue, picked: null, typed: '', busy: false, trouble: null });
    stopwatch.start();
    const rest = afterAnswer(queue, shown.card.id, null, 0, rules(), catalogue);
    readAhead(rest, shown.card.id);
  };

  const isFresh = (prepared: Prepared) => prepared.today === dayOf(clock.now());

  const advance = async (queue: Queue, last: string | null) => {
    clearTimeout(wakeUp);
    const next = nextCard(queue, clock.now(), last, store.settings, catalogue);
    if (next.is === 'done') {
      set({ is: 'done', shown: null, queue, busy: false });
      return;
    }
    if (next.is === 'wait') {
      set({ is: 'waiting', shown: null, queue, busy: false, waitUntil: next.until });
      const delay = Math.max(0, next.until - clock.now()) + 50;
      wakeUp = setTimeout(() => void goOn(), Math.min(delay, 2 ** 31 - 1));
      return;
    }
    const taken = aheadCard === next.card ? ahead : null;
    ahead = null;
    aheadCard = '';
    let shown = taken ? await taken.catch(() => null) : null;
    if (!shown || !isFresh(shown.prepared)) shown = await read(next.card);
    present(shown, queue);
  };

  const readQueue = async (): Promise<Queue> => {
    if (options.readLane) return options.readLane();
    const { queue } = await environment.readToday();
    return limited(queue, limit, now().touched.size);
  };

  const standsIn = (queue: Queue, card: string) =>
    queue.main.includes(card) || queue.learning.some((waiting) => waiting.card === card);

  /** Reads the day anew; `first` comes before all others, if it stands there or `always`. */
  const renew = async (first: string | null, always = false) => {
    ahead = null;
    aheadCard = '';
    const queue = await readQueue();
    const isShown =
      first !== null && catalogue.card.has(first) && (always || standsIn(queue, first));
    if (isShown) present(await read(first), queue);
    else await advance(queue, null);
  };

  const run = async (work: () => Promise<void>) => {
    working = true;
    // Drawn only if it lasts: drawing first would make every rating wait for it.
    const slow = setTimeout(() => set({ busy: true }), SLOW);
    if (now().trouble) set({ trouble: null });
    try {
      await work();
    } catch (error) {
      fail(error);
    } finally {
      clearTimeout(slow);
      working = false;
      if (now().busy) set({ busy: false });
    }
  };

  /** What is pressed while something is under way is meant for a card not seen yet: not heard. */
  const guarded = async (work: () => Promise<void>) => {
    if (working) return;
    current = run(work);
    await current;
  };

  const goOn = () =>
    guarded(() => {
      if (now().is === 'done') limit = undefined;
      return renew(now().shown?.card.id ?? null);
    });

  /** After a rejected write: a card that changed elsewhere is shown as it now stands. */
  const recover = async (error: unknown, card: string) => {
    if (error instanceof StoreError && error.trouble === 'stale') {
      await renew(card);
      set({ trouble: 'stale' });
    } else throw error;
  };

  /** Says so if a card just lapsed is a leech, unless another was answered meanwhile. */
  const lookAtLapse = async (card: string, committed: Committed, before: Shown) => {
    const lapses = committed.rows.get(card)?.lapses ?? 0;
    if (lapses < SUSPECT_LAPSES || lapses === before.prepared.state?.lapses) return;
    const mine = now().turn;
    const leeches = await findLeeches(store, [card]);
    if (leeches.has(card) && mine === now().turn) set({ leech: card });
  };

  const leave = (queue: Queue, card: string, grant: Answer['grant'] | null) => {
    const today = dayOf(clock.now());
    const end = endOfDay(clock, today, store.settings.rollover);
    set({ leech: null });
    return afterAnswer(queue, card, grant ?? null, end, rules(), catalogue);
  };

  const rate = (rating: Rating) =>
    guarded(async () => {
      const { shown, queue, is } = now();
      if (is !== 'answer' || !shown || !queue || !ratingsOpen(now()).includes(rating)) return;
      const moment = momentOf(clock, store.settings.rollover);
      const card = shown.card.id;
      if (moment.day !== shown.prepared.today) {
        const { picked, typed, revealed } = now();
        await renew(card, true);
        // What was picked or typed was right or wrong before the day began.
        set({ is: 'answer', picked, typed, revealed });
        say({ is: 'new-day' });
        return;
      }
      const draft = answerDraft(now(), shown, rating, stopwatch.read(), moment, store.model.name);
      performance.mark('fanshi:rated');
      let committed: Committed;
      try {
        committed = await append(store, [draft], [{ card, rev: shown.prepared.rev }]);
      } catch (error) {
        await recover(error, card);
        return;
      }
      performance.mark('fanshi:committed');
      const { touched, answered } = now();
      const before =
        touched.get(card)?.before ??
        shown.prepared.predicted ??
        (shown.prepared.state?.memory ? 1 : 0);
      set({ answered: answered + 1, touched: new Map(touched).set(card, { card, before }) });
      say({ is: 'rated', rating, offer: shown.prepared.offers[rating] });
      await advance(leave(queue, card, draft.grant ?? null), card);
      void lookAtLapse(card, committed, shown);
    });

  /** Does something to the card on the screen; `keep` shows it again afterwards. */
  const act = (draft: (day: StudyDay) => DraftBody, done: Done, keep: boolean) =>
    guarded(async () => {
      const { shown, queue, is } = now();
      if (!shown || !queue) return;
      const card = shown.card.id;
      const moment = momentOf(clock, store.settings.rollover);
      try {
        await append(
          store,
          [{ ...draft(moment.day), card, ...moment }],
          [{ card, rev: shown.prepared.rev }],
        );
        say(done);
        if (keep) {
          const again = await read(card);
          set({ shown: again, is, busy: false });
        } else await advance(leave(queue, card, null), card);
      } catch (error) {
        await recover(error, card);
      }
    });

  /** Waits for what is under way: pressed right after a rating, it means that rating. */
  const take = async (what: 'undo' | 'redo') => {
    await current;
    await guarded(async () => {
      const takeOne = what === 'undo' ? undo : redo;
      const taken = await takeOne(store, momentOf(clock, store.settings.rollover));
      if (!taken) {
        say({ is: what === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
        return;
      }
      const event = taken.events[0];
      const rating = event?.type === 'reviewed' ? (event as Answer).rating : undefined;
      const card = event && 'card' in event && typeof event.card === 'string' ? event.card : null;
      if (card !== null && what === 'undo') {
        const touched = new Map(now().touched);
        touched.delete(card);
        set({ touched, answered: Math.max(0, now().answered - (rating ? 1 : 0)) });
      }
      // A quiz's answer is taken back where the quiz is: its card may not be due.
      const isHere = what === 'undo' && event?.type !== 'quizzed';
      await renew(isHere ? card : null, true);
      const is = what === 'undo' ? 'took-back' : 'brought-again';
      say({ is, type: event?.type ?? '', ...(rating ? { rating } : {}) });
    });
  };

  const onChange = (change: Change) => {
    const { shown } = now();
    if (working || change.is === 'closed') {
      if (change.is === 'closed') set({ trouble: 'outdated' });
      return;
    }
    if (change.is === 'replaced' || (shown && change.cards.includes(shown.card.id))) void goOn();
    else ahead = null;
  };
  return {
    state,
    begin: () => guarded(() => renew(null)),
    listen: () => {
      const stop = store.onChange(onChange);
      return () => {
        clearTimeout(wakeUp);
        stop();
      };
    },
    reveal: () => {
      if (now().is === 'question' && !working) set({ is: 'answer', revealed: stopwatch.read() });
    },
    pick: (option) => {
      if (now().is === 'question' && !working) set({ picked: option });
    },
    type: (typed) => set({ typed }),
    rate,
    undo: () => take('undo'),
    redo: () => take('redo'),
    flip: () => set({ language: otherLanguage(now().language) }),
    suspend: () => act(() => ({ type: 'suspended' }), { is: 'suspended' }, false),
    bury: () => act((day) => ({ type: 'buried', until: day + 1 }), { is: 'buried' }, false),
    mark: () => {
      const isMarked = now().shown?.prepared.state?.marked ?? false;
      const type = isMarked ? 'unmarked' : 'marked';
      return act(() => ({ type }), { is: type }, true);
    },
    reset: () => act(() => ({ type: 'reset' }), { is: 'reset' }, false),
    setDue: (days) =>
      act(
        (day) => ({ type: 'set-due', grant: { phase: 'review', step: 0, dueDay: day + days } }),
        { is: 'set-due' },
        false,
      ),
    goOn,
    pause: stopwatch.pause,
    resume: stopwatch.resume,
  };
}

type DraftBody =
  | { readonly type: 'suspended' | 'marked' | 'unmarked' | 'reset' }
  | { readonly type: 'buried'; readonly until: StudyDay }
  | {
      readonly type: 'set-due';
      readonly grant: { readonly phase: 'review'; readonly step: 0; readonly dueDay: StudyDay };
    };

/** How many are left, and how far the session is. */
export function progressOf(state: Pick<SessionState, 'queue' | 'answered' | 'shown'>): {
  readonly at: number;
  readonly of: number;
} {
  const left = state.queue ? leftIn(state.queue) : { due: 0, learning: 0, fresh: 0 };
  const of = state.answered + left.due + left.learning + left.fresh;
  return { at: Math.min(of, state.answered + (state.shown ? 1 : 0)), of };
}
