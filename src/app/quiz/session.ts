/**
 * A quiz under way: which question is asked, and what each key press does to it. Nothing moves on
 * before it is committed; a failed write leaves the question where it was and says so.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { otherLanguage, type Language } from '../../domain/deck.ts';
import {
  isAnswer,
  isOfQuiz,
  type Confidence,
  type Draft,
  type LogEvent,
} from '../../domain/event.ts';
import { mark, type Given as Gave, type Marked } from '../../domain/quiz/mark.ts';
import type { Form } from '../../domain/quiz/question.ts';
import { asStoreError, StoreError, type StoreTrouble } from '../../store/errors.ts';
import { append, undoInQuiz, type Moment } from '../../store/log.ts';
import { readQuiz, type QuizRecord } from '../../store/quizzes.ts';
import type { Change } from '../../store/store.ts';
import { prepareCard } from '../../store/study.ts';
import { dayAt, momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { createStopwatch } from '../stopwatch.ts';
import {
  answerDraft,
  expectedOf,
  openDraft,
  putQuestion,
  type Asked,
  type AskedCard,
} from './asked.ts';
import { readLibrary, type Library } from './library.ts';
import { progressOf, type QuizProgress } from './progress.ts';

/** What the learner has put in so far. */
export interface Attempt {
  /** Choice: the key of an option. */
  readonly picked: string | null;
  readonly typed: string;
  /** Order: the keys as they now stand. */
  readonly ordered: readonly string[];
  /** Open: places of the points ticked. */
  readonly points: readonly number[];
  readonly confidence: Confidence | undefined;
}

/** What was last done, to be told. */
export type Done = 'right' | 'wrong' | 'saved' | 'judged-right' | 'took-back' | 'nothing-to-undo';

export interface QuizState {
  /** `answer`: it is shown, and written down unless it is to be judged or ticked first. */
  readonly is: 'loading' | 'unknown' | 'question' | 'answer' | 'over';
  readonly record: QuizRecord | null;
  readonly library: Library | null;
  readonly progress: QuizProgress | null;
  readonly asked: Asked | null;
  readonly attempt: Attempt;
  readonly language: Language;
  /** ms from question to answer shown */
  readonly revealed: number;
  /** What the answer written down came to. */
  readonly marked: Marked | null;
  readonly busy: boolean;
  readonly trouble: StoreTrouble | 'words' | null;
  readonly done: Done | null;
  /** Counts up with every message, so that the same words are said again. */
  readonly turn: number;
}

export interface QuizOptions {
  readonly language: Language;
  /** ms, for the time an answer took */
  readonly tick: () => number;
}

export interface QuizSession {
  readonly state: StoreApi<QuizState>;
  /** Asks the first question without an answer; again after trouble. */
  readonly goOn: () => Promise<void>;
  /** Follows what other tabs do; returns the way to stop. */
  readonly listen: () => () => void;
  readonly change: (part: Partial<Attempt>) => void;
  /** Marks what was picked, typed or put in order, and writes it down. */
  readonly check: () => Promise<void>;
  readonly dontKnow: () => Promise<void>;
  /** Shows the answer to what is said, or the points of an open question. */
  readonly reveal: () => void;
  /** The learner's word for what was said. */
  readonly judge: (as: 'right' | 'wrong') => Promise<void>;
  /** The learner's word for what was typed: takes the answer back and writes it as right. */
  readonly countRight: () => Promise<void>;
  /** Writes down the points ticked. */
  readonly finish: () => Promise<void>;
  readonly next: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Ends the quiz before its last question. */
  readonly end: () => Promise<void>;
  readonly flip: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Said aloud or thought, then judged against the answer. */
export function isSaid(form: Form): boolean {
  return form === 'recall' || form === 'cloze' || form === 'contrast';
}

/** What is to be marked; null while nothing was put in. */
export function gaveOf({ asked, attempt }: Pick<QuizState, 'asked' | 'attempt'>): Gave | null {
  switch (asked?.form) {
    case 'choice':
      return attempt.picked === null ? null : { is: 'picked', key: attempt.picked };
    case 'typed':
      return attempt.typed.trim() === '' ? null : { is: 'typed', text: attempt.typed };
    case 'order':
      return { is: 'ordered', keys: attempt.ordered };
    default:
      return null;
  }
}

/** ms after which the buttons are shown as waiting. */
const SLOW = 150;
/** ms; an open question is talked about. */
const LONGEST_OPEN = 1_800_000;

const UNTOUCHED: Attempt = {
  picked: null,
  typed: '',
  ordered: [],
  points: [],
  confidence: undefined,
};

const FIRST: Omit<QuizState, 'language'> = {
  is: 'loading',
  record: null,
  library: null,
  progress: null,
  asked: null,
  attempt: UNTOUCHED,
  revealed: 0,
  marked: null,
  busy: false,
  trouble: null,
  done: null,
  turn: 0,
};

/** A record with what was just written down. */
function withAnswers(record: QuizRecord, events: readonly LogEvent[]): QuizRecord {
  const open = events.flatMap((event) =>
    isOfQuiz(event) && event.type === 'open-answered' ? [event] : [],
  );
  return {
    ...record,
    answers: [...record.answers, ...events.filter((event) => isAnswer(event))],
    open: [...record.open, ...open],
  };
}

/** @returns a quiz that nothing is asked in yet */
export function createQuizSession(
  environment: Environment,
  quiz: string,
  options: QuizOptions,
): QuizSession {
  const { store, clock, catalogue } = environment;
  const state = createStore<QuizState>(() => ({ ...FIRST, language: options.language }));
  const stopwatch = createStopwatch(options.tick, LONGEST_OPEN);
  const { getState: now, setState: set } = state;
  /** One thing at a time: what is pressed meanwhile is not heard. */
  let working = false;
  let current: Promise<void> = Promise.resolve();

  const dayOf = (at: number) => dayAt(clock, at, store.settings.rollover);
  const prepare = (card: string) => prepareCard(store, card, clock.now(), dayOf);
  const say = (done: Done) => set({ done, turn: now().turn + 1 });

  const run = async (work: () => Promise<void>) => {
    working = true;
    // Drawn only if it lasts: drawing first would make every answer wait for it.
    const slow = setTimeout(() => set({ busy: true }), SLOW);
    if (now().trouble) set({ trouble: null });
    try {
      await work();
    } catch (error) {
      set({ trouble: asStoreError(error).trouble });
      if (!(error instanceof StoreError)) throw error;
    } finally {
      clearTimeout(slow);
      working = false;
      if (now().busy) set({ busy: false });
    }
  };

  const guarded = async (work: () => Promise<void>) => {
    if (working) return;
    current = run(work);
    await current;
  };

  /** Asks what comes next in the record, or shows that the quiz is over. */
  const advance = async (record: QuizRecord, library: Library) => {
    const progress = progressOf(record, catalogue, library);
    const { next } = progress;
    if (!next) {
      set({ is: 'over', record, library, progress, asked: null, marked: null });
      return;
    }
    const put = putQuestion(next, record.begun, environment, library);
    if (!put) {
      // Read again when it is tried again: they may be at hand by then.
      set({ record, library: null, trouble: 'words' });
      return;
    }
    const asked = put.is === 'open' ? put : { ...put, prepared: await prepare(put.card.id) };
    const ordered = put.form === 'order' ? put.put.map(({ key }) => key) : [];
    const attempt = { ...UNTOUCHED, ordered };
    set({ is: 'question', record, library, progress, asked, attempt, revealed: 0, marked: null });
    stopwatch.start();
  };

  const renew = async () => {
    const [record, library] = await Promise.all([
      readQuiz(store, quiz),
      now().library ?? readLibrary(environment),
    ]);
    if (record) await advance(record, library);
    else set({ is: 'unknown' });
  };

  /** The card as it stands now: the study day may have turned while the question was looked at. */
  const fresh = async (asked: AskedCard, moment: Moment): Promise<AskedCard> =>
    moment.day === asked.prepared.today
      ? asked
      : { ...asked, prepared: await prepare(asked.card.id) };

  const given = (ms: number, reveal: number) => {
    const { language, attempt } = now();
    return { language, confidence: attempt.confidence, ms, reveal };
  };

  /** Writes an answer down. @returns the record with it */
  const write = async (draft: Draft, seen: AskedCard | null, record: QuizRecord) => {
    const rev = seen ? [{ card: seen.card.id, rev: seen.prepared.rev }] : [];
    return withAnswers(record, (await append(store, [draft], rev)).events);
  };

  /** After a rejected write: a card that changed elsewhere is asked as it now stands. */
  const recover = async (error: unknown) => {
    if (!(error instanceof StoreError) || error.trouble !== 'stale') throw error;
    await renew();
    set({ trouble: 'stale' });
  };

  /** @param reveal ms from question to answer shown; now when absent */
  const answer = async (gave: Gave, reveal?: number) => {
    const { asked, record, language, library } = now();
    if (asked?.is !== 'card' || !record || !library) return null;
    const put = asked.put.map(({ key }) => key);
    const marked = mark({ form: asked.form, put, expected: expectedOf(asked, language) }, gave);
    const moment = momentOf(clock, store.settings.rollover);
    const ms = stopwatch.read();
    const told = given(ms, reveal ?? ms);
    try {
      const seen = await fresh(asked, moment);
      const draft = answerDraft(seen, marked, told, record.begun, moment, store.model.name);
      return { marked, library, asked: seen, record: await write(draft, seen, record) };
    } catch (error) {
      await recover(error);
      return null;
    }
  };

  /** Writes an answer down and shows what is right. */
  const feedBack = async (gave: Gave) => {
    const written = await answer(gave);
    if (!written) return;
    const { record, library, marked } = written;
    const progress = progressOf(record, catalogue, library);
    set({ is: 'answer', ...written, progress, revealed: stopwatch.read() });
    say(marked.rating === 'good' ? 'right' : 'wrong');
  };

  const countRight = async () => {
    const { is, marked, asked, attempt, language, record, library } = now();
    const isWrong = marked?.rating === 'again' && attempt.typed.trim() !== '';
    if (is !== 'answer' || asked?.is !== 'card' || asked.form !== 'typed') return;
    const last = record?.answers.at(-1);
    if (!isWrong || !record || !library || !last) return;
    const moment = momentOf(clock, store.settings.rollover);
    try {
      const standing = await readQuiz(store, quiz);
      const isLast = standing?.answers.at(-1)?.action === last.action;
      if (!isLast || !(await undoInQuiz(store, moment, quiz))) throw new StoreError('stale');
      const seen = { ...asked, prepared: await prepare(asked.card.id) };
      const put = { form: asked.form, put: [], expected: expectedOf(asked, language) };
      const gave = { is: 'typed', text: attempt.typed, judged: 'right' } as const;
      const told = given(last.ms ?? 0, last.reveal ?? last.ms ?? 0);
      const judged = mark(put, gave);
      const draft = answerDraft(seen, judged, told, record.begun, moment, store.model.name);
      const before = { ...record, answers: record.answers.slice(0, -1) };
      const after = await write(draft, seen, before);
      set({ record: after, marked: judged, progress: progressOf(after, catalogue, library) });
      say('judged-right');
    } catch (error) {
      // It may be taken back already: what the log says is asked.
      await renew();
      throw error;
    }
  };

  const undo = async () => {
    const taken = await undoInQuiz(store, momentOf(clock, store.settings.rollover), quiz);
    if (!taken) {
      say('nothing-to-undo');
      return;
    }
    await renew();
    say('took-back');
  };

  const onChange = (change: Change) => {
    if (change.is === 'closed') set({ trouble: 'outdated' });
    if (working || change.is === 'closed') return;
    const { asked, marked, is } = now();
    const isShown = asked?.is === 'card' && change.is === 'written' && marked === null;
    const isTouched = isShown && change.cards.includes(asked.card.id);
    if ((change.is === 'replaced' && is !== 'over' && marked === null) || isTouched) {
      void guarded(renew);
    }
  };

  return {
    state,
    goOn: () => guarded(renew),
    listen: () => store.onChange(onChange),
    change: (part) => {
      const { is, asked, attempt } = now();
      const isOpen = is === 'question' || (is === 'answer' && asked?.is === 'open');
      if (isOpen && !working) set({ attempt: { ...attempt, ...part } });
    },
    check: () =>
      guarded(async () => {
        const gave = now().is === 'question' ? gaveOf(now()) : null;
        if (gave) await feedBack(gave);
      }),
    dontKnow: () =>
      guarded(async () => {
        if (now().is === 'question') await feedBack({ is: 'unknown' });
      }),
    reveal: () => {
      const { is, asked } = now();
      const isHidden = is === 'question' && asked !== null;
      if (!isHidden || working || !(asked.is === 'open' || isSaid(asked.form))) return;
      set({ is: 'answer', revealed: stopwatch.read() });
    },
    judge: (as) =>
      guarded(async () => {
        const { is, asked, marked, revealed } = now();
        if (is !== 'answer' || marked || !asked || !isSaid(asked.form)) return;
        const written = await answer({ is: 'judged', as }, revealed);
        if (!written) return;
        say('saved');
        await advance(written.record, written.library);
      }),
    countRight: () => guarded(countRight),
    finish: () =>
      guarded(async () => {
        const { is, asked, attempt, revealed, record, library } = now();
        if (is !== 'answer' || asked?.is !== 'open' || !record || !library) return;
        const moment = momentOf(clock, store.settings.rollover);
        const told = given(stopwatch.read(), revealed);
        const draft = openDraft(asked, attempt.points, told, record.begun, moment);
        const written = await write(draft, null, record);
        say('saved');
        await advance(written, library);
      }),
    next: () =>
      guarded(async () => {
        const { is, marked, record, library } = now();
        if (is === 'answer' && marked && record && library) await advance(record, library);
      }),
    undo: async () => {
      // Pressed right after an answer, it means that answer.
      await current;
      await guarded(undo);
    },
    end: () =>
      guarded(async () => {
        const moment = momentOf(clock, store.settings.rollover);
        if (now().is === 'over') return;
        await append(store, [{ type: 'quiz-ended', quiz, ...moment }]);
        await renew();
      }),
    flip: () => set({ language: otherLanguage(now().language) }),
    pause: stopwatch.pause,
    resume: stopwatch.resume,
  };
}
