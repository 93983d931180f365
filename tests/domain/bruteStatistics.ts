/**
 * The statistics a second time, straight from their definitions over plain events: each card is folded
 * anew before every answer, each figure goes through all answers. Slow, and shares nothing with the
 * first.
 */
import { foldCard, recallAt, type CardState } from '../../src/domain/cardState.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { isAnswer, isOfCard, type Answer, type LogEvent } from '../../src/domain/event.ts';
import { createModel, type MemoryModel } from '../../src/domain/memory.ts';
import { compareEvents, undoneActions } from '../../src/domain/replay.ts';
import { foldSettings } from '../../src/domain/settings.ts';
import type { Figures, Proportion } from '../../src/domain/statistics/figures.ts';
import type { Question } from '../../src/domain/statistics/question.ts';
import { wilson } from '../../src/domain/wilson.ts';

type Kind = 'learning' | 'relearning' | 'young' | 'mature' | 'practice';
const KINDS: readonly Kind[] = ['learning', 'relearning', 'young', 'mature', 'practice'];

/** One live answer, and how its card stood before it. */
interface Given {
  readonly card: string;
  readonly answer: Answer;
  readonly before: CardState;
}

interface Card {
  readonly id: string;
  readonly state: CardState | null;
  readonly given: readonly Given[];
}

/** Cards by today's id: live events in replay order, repeated origins left out. */
function cardsOf(log: readonly LogEvent[], catalogue: Catalogue, model: MemoryModel): Card[] {
  const undone = undoneActions(log);
  const byCard = new Map<string, LogEvent[]>();
  for (const event of log.toSorted(compareEvents)) {
    if (!isOfCard(event) || undone.has(event.action)) continue;
    const id = catalogue.currentId(event.card);
    const own = byCard.get(id) ?? [];
    byCard.set(id, own);
    const isRepeated = own.some(({ origin }) => origin !== undefined && origin === event.origin);
    if (!isRepeated) own.push(event);
  }
  const fold = (id: string, events: readonly LogEvent[]) => foldCard(id, events, new Set(), model);
  return [...byCard].map(([id, events]) => ({
    id,
    state: fold(id, events),
    given: events.flatMap((answer, i) =>
      isAnswer(answer) ? [{ card: id, answer, before: fold(id, events.slice(0, i)) }] : [],
    ),
  }));
}

function kindOf({ answer, before }: Given): Kind {
  if (answer.type === 'quizzed' || answer.mode !== 'review') return 'practice';
  if (before.phase === 'review') return before.interval < 21 ? 'young' : 'mature';
  return before.phase === 'relearning' ? 'relearning' : 'learning';
}

/** First counting answer of its card on its study day, in an ordinary review of a card in review. */
function isRetention({ answer, before }: Given): boolean {
  if (answer.mode !== 'review' || before.phase !== 'review') return false;
  return before.memoryDay === null || answer.day > before.memoryDay;
}

const isRight = ({ answer }: Given) => answer.rating !== 'again';
const isIntroduction = ({ answer, before }: Given) => before.phase === 'new' && !!answer.grant;

function proportion(all: readonly Given[], passes: (given: Given) => boolean): Proportion {
  const count = all.filter(passes).length;
  const of = all.length;
  return { count, of, known: of < 30 ? null : { share: count / of, ...wilson(count, of) } };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const timeOf = (given: readonly Given[]) =>
  total(given.map(({ answer }) => Math.min(60_000, answer.ms ?? 0)));
const timedOf = (given: readonly Given[]) =>
  given.filter(({ answer }) => answer.ms !== undefined).length;

function perKind(given: readonly Given[], value: (own: readonly Given[]) => number) {
  const of = (kind: Kind) => value(given.filter((one) => kindOf(one) === kind));
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, number>;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1]!, sorted[Math.floor(half)]!];
  return (low + high) / 2;
}

/** Counts each bin by looking at every value. */
function histogram(values: readonly number[], limits: readonly number[], trims: boolean) {
  const last = limits.length - 2;
  const inBin = (value: number, i: number) =>
    (i === 0 || value >= limits[i]!) && (i === last || value < limits[i + 1]!);
  const bins = limits.slice(0, -1).map((_, i) => values.filter((value) => inBin(value, i)).length);
  const filled = bins.flatMap((count, i) => (count > 0 ? [i] : []));
  const [from, to] = trims ? [filled[0] ?? 0, filled.at(-1) ?? 0] : [0, last];
  return {
    n: values.length,
    edges: limits.slice(from, to + 2),
    counts: bins.slice(from, to + 1),
    median: median(values),
  };
}

const DAYS = [
  0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650,
  7300, 36_500,
];
const DAY = 86_400_000;

/** What the days of one bin have in common. */
function binKey(day: number, width: 'day' | 'week' | 'month'): string {
  if (width === 'day') return String(day);
  const date = new Date(day * DAY);
  if (width === 'month') return date.toISOString().slice(0, 7);
  return String(day - ((date.getUTCDay() + 6) % 7));
}

function spans(from: number | null, today: number) {
  const length = from === null ? 0 : today - from + 1;
  const width =
    length <= 31 ? ('day' as const) : length <= 371 ? ('week' as const) : ('month' as const);
  const days = Array.from({ length }, (_, i) => (from ?? 0) + i);
  const keys = [...new Set(days.map((day) => binKey(day, width)))];
  const bins = keys.map((key) => {
    const own = days.filter((day) => binKey(day, width) === key);
    return { from: own[0]!, to: own.at(-1)! };
  });
  return { width, length, bins };
}

function streaks(days: readonly number[], today: number) {
  const has = new Set(days);
  const lengthTo = (day: number): number => (has.has(day) ? 1 + lengthTo(day - 1) : 0);
  return {
    streak: lengthTo(has.has(today) ? today : today - 1),
    longest: Math.max(0, ...days.map(lengthTo)),
  };
}

function dueDays(state: CardState, { today, begins, ends }: Question): number {
  const step = state.dueAt === null ? 0 : state.dueAt < begins ? -1 : state.dueAt < ends ? 0 : 1;
  const days = state.dueDay === null ? step : state.dueDay - today;
  const buried = state.buriedUntil !== null && state.buriedUntil > today;
  return buried ? Math.max(days, state.buriedUntil! - today) : days;
}

function cardSort(state: CardState | null, today: number): string {
  if (state?.suspended) return 'suspended';
  if (state && state.buriedUntil !== null && state.buriedUntil > today) return 'buried';
  if (!state || state.phase === 'new') return 'fresh';
  if (state.phase !== 'review') return state.phase;
  return state.interval < 21 ? 'young' : 'mature';
}

export function bruteStatistics(
  log: readonly LogEvent[],
  catalogue: Catalogue,
  question: Question,
): Figures {
  const { scope, kinds, onlyMarked, period, today, now } = question;
  const model = createModel(foldSettings(log, undoneActions(log)).weights);
  const folded = cardsOf(log, catalogue, model);
  const isAll = scope === null && kinds === null && !onlyMarked;
  const stateOf = (id: string) => folded.find((card) => card.id === id)?.state ?? null;
  const asked = catalogue.decks
    .flatMap((deck) => deck.cards)
    .filter(({ deckId, chapterId, conceptId }) => {
      if (scope === null) return true;
      const { decks = [], chapters = [], concepts = [] } = scope;
      return decks.includes(deckId) || chapters.includes(chapterId) || concepts.includes(conceptId);
    })
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .filter(({ id }) => !onlyMarked || stateOf(id)?.marked === true);
  const ids = new Set(asked.map(({ id }) => id));
  const everything = folded.filter(({ id }) => isAll || ids.has(id)).flatMap(({ given }) => given);
  const given = everything.filter(({ answer }) => answer.day <= today);
  const begin = today - (period ?? 36_525) + 1;
  const between = (from: number, to: number) =>
    given.filter(({ answer }) => answer.day >= from && answer.day <= to);
  const inPeriod = between(begin, today);
  const ordinary = (some: readonly Given[]) => some.filter((one) => kindOf(one) !== 'practice');
  const retired = isAll ? given.filter(({ card }) => !catalogue.card.has(card)) : [];

  const days = [...new Set(given.map(({ answer }) => answer.day))].toSorted((a, b) => a - b);
  const studied = days.filter((day) => day >= begin);
  const { width, length, bins } = spans(studied[0] ?? null, today);
  const onDay = between(today, today);
  const introduced = (from: number, to: number) => between(from, to).filter(isIntroduction).length;

  const states = asked.map(({ id }) => stateOf(id));
  const counted = (sort: string) =>
    states.filter((state) => cardSort(state, today) === sort).length;
  const waiting = states.flatMap((state) =>
    state && !state.suspended && state.phase !== 'new' ? [state] : [],
  );
  const due = waiting.map((state) => dueDays(state, question));
  const most = period ?? 3650;
  const shown = due.filter((day) => day >= 0 && day < most);

  const kept = asked.filter(({ id }) => stateOf(id)?.suspended !== true);
  const recallOf = (id: string) => {
    const state = stateOf(id);
    return state === null ? null : recallAt(state, now, model);
  };
  const recalls = kept.flatMap(({ id }) => recallOf(id) ?? []);
  const notes = [...new Set(kept.map(({ noteId }) => noteId))];
  const noteMean = (note: string) => {
    const own = kept.filter(({ noteId }) => noteId === note);
    return total(own.map(({ id }) => recallOf(id) ?? 0)) / own.length;
  };
  const keptStates = kept.flatMap(({ id }) => stateOf(id) ?? []);
  const memories = keptStates.flatMap(({ memory }) => memory ?? []);

  const buttons = (...own: Kind[]) => {
    const some = inPeriod.filter((one) => own.includes(kindOf(one)));
    const rated = (rating: string) => some.filter(({ answer }) => answer.rating === rating).length;
    const answers = {
      again: rated('again'),
      hard: rated('hard'),
      good: rated('good'),
      easy: rated('easy'),
    };
    return { answers, right: proportion(some, isRight) };
  };
  const retention = (from: number, to: number) => {
    const some = between(from, to).filter(isRetention);
    const of = (kind: Kind) => some.filter((one) => kindOf(one) === kind);
    return {
      young: proportion(of('young'), isRight),
      mature: proportion(of('mature'), isRight),
      all: proportion(some, isRight),
    };
  };

  return {
    about: {
      cards: asked.length,
      answers: given.length,
      timed: timedOf(given),
      retired: { cards: new Set(retired.map(({ card }) => card)).size, answers: retired.length },
      ahead: everything.length - given.length,
      first: days[0] ?? null,
    },
    today: {
      day: today,
      answers: onDay.length,
      ms: timeOf(onDay),
      timed: timedOf(onDay),
      again: onDay.filter((one) => !isRight(one)).length,
      right: proportion(ordinary(onDay), isRight),
      matureRight: proportion(
        onDay.filter((one) => kindOf(one) === 'mature'),
        isRight,
      ),
      byKind: perKind(onDay, (own) => own.length),
    },
    calendar: {
      n: inPeriod.length,
      from: studied[0] ?? today,
      to: today,
      days: studied.map((day) => {
        const own = between(day, day);
        return { day, answers: own.length, ms: timeOf(own) };
      }),
      ...streaks(days, today),
    },
    reviews: {
      n: inPeriod.length,
      timed: timedOf(inPeriod),
      ms: timeOf(inPeriod),
      width,
      bins: bins.map(({ from, to }) => ({
        from,
        to,
        answers: perKind(between(from, to), (own) => own.length),
        ms: perKind(between(from, to), timeOf),
      })),
      days: length,
      studied: studied.length,
    },
    retention: {
      rows: [
        { period: 'today', ...retention(today, today) },
        { period: 'yesterday', ...retention(today - 1, today - 1) },
        { period: 'week', ...retention(today - 6, today) },
        { period: 'month', ...retention(today - 29, today) },
        { period: 'year', ...retention(today - 364, today) },
        { period: 'all', ...retention(today - 36_524, today) },
      ],
    },
    hours: {
      n: ordinary(inPeriod).length,
      hours: Array.from({ length: 24 }, (_, hour) => {
        const own = ordinary(inPeriod).filter(({ answer }) => {
          const wall = new Date(answer.at + answer.offset * 60_000);
          return wall.getUTCHours() === hour;
        });
        return { hour, answers: own.length, right: proportion(own, isRight) };
      }),
    },
    buttons: {
      n: ordinary(inPeriod).length,
      learning: buttons('learning', 'relearning'),
      young: buttons('young'),
      mature: buttons('mature'),
    },
    added: {
      n: introduced(begin, today),
      width,
      bins: bins.map(({ from, to }) => ({
        from,
        to,
        cards: introduced(from, to),
        total: introduced(-Infinity, to),
      })),
    },
    counts: {
      n: asked.length,
      fresh: counted('fresh'),
      learning: counted('learning'),
      relearning: counted('relearning'),
      young: counted('young'),
      mature: counted('mature'),
      suspended: counted('suspended'),
      buried: counted('buried'),
    },
    due: {
      n: waiting.length,
      today,
      overdue: due.filter((day) => day < 0).length,
      byDay: Array.from(
        { length: period ?? Math.max(0, ...shown) + 1 },
        (_, i) => shown.filter((day) => day === i).length,
      ),
      later: due.filter((day) => day >= most).length,
      dailyLoad: total(waiting.map(({ interval }) => 1 / Math.max(1, interval))),
    },
    memory: {
      intervals: histogram(
        keptStates.flatMap(({ phase, interval }) =>
          phase === 'review' || phase === 'relearning' ? [interval] : [],
        ),
        DAYS,
        true,
      ),
      stability: histogram(
        memories.map(({ stability }) => stability),
        DAYS,
        true,
      ),
      difficulty: histogram(
        memories.map(({ difficulty }) => difficulty),
        Array.from({ length: 19 }, (_, i) => 1 + (9 * i) / 18),
        false,
      ),
      recall: {
        histogram: histogram(
          recalls,
          Array.from({ length: 51 }, (_, i) => i / 50),
          false,
        ),
        mean: recalls.length === 0 ? null : total(recalls) / recalls.length,
        byCard: total(recalls),
        cards: kept.length,
        byNote: total(notes.map(noteMean)),
        notes: notes.length,
        suspended: asked.length - kept.length,
      },
    },
  };
}
