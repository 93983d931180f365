/** Small honest values for tests: cards, decks, events, states, time zones, and digests of folds. */
import { newCardState, type CardState } from '../src/domain/cardState.ts';
import { buildCatalogue, type Catalogue } from '../src/domain/catalogue.ts';
import type { OffsetAt, StudyDay } from '../src/domain/day.ts';
import type { Card, Concept, Deck } from '../src/domain/deck.ts';
import {
  idOf,
  type Answer,
  type Draft,
  type Grant,
  type LogEvent,
  type Rating,
} from '../src/domain/event.ts';
import { undoneActions } from '../src/domain/replay.ts';
import { foldSettings, type Settings } from '../src/domain/settings.ts';
import { createModel } from '../src/domain/memory.ts';
import { foldAll } from '../src/store/cache.ts';
import type { Tally } from '../src/domain/tally.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Random histories per property; fewer while developing: `FANSHI_RUNS=300`. */
export const RUNS = Number(process.env['FANSHI_RUNS'] ?? 10_000);

/**
 * The same histories at every run, so that whoever changes nothing sees nothing fail; other ones
 * with `FANSHI_SEED=<a whole number>`.
 */
export const SEED = Number(process.env['FANSHI_SEED'] ?? 20_230_422);

/**
 * How a property is run: fast-check prints the seed and the path when it fails. With a planted defect
 * the report says in words what failed, so that it can be told from a property that could not run.
 */
export const check = {
  numRuns: RUNS,
  seed: SEED,
  includeErrorInReport: Boolean(process.env['FANSHI_DEFECT']),
} as const;

/** Time (ms) a property of many runs may take. */
export const LONG = 900_000;

const words = (text: string) => ({ zh: text, en: text });

/** `<deck>/<note>` or `<deck>/<note>/<part>`; unless told otherwise a note has a concept of its own. */
export function aCard(id: string, over: Partial<Card> = {}): Card {
  const [deckId = '', note = ''] = id.split('/');
  return {
    id,
    deckId,
    chapterId: `${deckId}/chapter`,
    conceptId: `${deckId}/${note}`,
    noteId: `${deckId}/${note}`,
    kind: 'basic',
    ...over,
  };
}

export function aConcept(id: string, over: Partial<Concept> = {}): Concept {
  const chapterId = `${id.split('/')[0]}/chapter`;
  return { id, chapterId, name: words(id), needs: [], near: [], ...over };
}

/** One deck of these cards, with every concept they name. */
export function aDeck(
  cards: readonly Card[],
  concepts: readonly Concept[] = [],
  over: Partial<Deck> = {},
): Deck {
  const id = cards[0]?.deckId ?? 'talk';
  const named = new Map(cards.map(({ conceptId }) => [conceptId, aConcept(conceptId)]));
  for (const concept of concepts) named.set(concept.id, concept);
  const chapter = { id: `${id}/chapter`, title: words(id), concepts: [...named.values()] };
  return {
    id,
    title: words(id),
    about: words(id),
    licence: 'CC BY 4.0',
    source: { title: words(id) },
    version: '1',
    chapters: [chapter],
    cards,
    renames: {},
    ...over,
  };
}

/** Cards of any decks, indexed. */
export function aCatalogue(
  cards: readonly (Card | string)[],
  concepts: readonly Concept[] = [],
  renames: Readonly<Record<string, string>> = {},
): Catalogue {
  const all = cards.map((card) => (typeof card === 'string' ? aCard(card) : card));
  const deckIds = [...new Set(all.map(({ deckId }) => deckId))];
  return buildCatalogue(
    deckIds.map((deckId, i) =>
      aDeck(
        all.filter((card) => card.deckId === deckId),
        concepts.filter((concept) => concept.id.startsWith(`${deckId}/`)),
        i === 0 ? { renames } : {},
      ),
    ),
  );
}

export function aState(over: Partial<CardState> = {}): CardState {
  return { ...newCardState(over.card ?? 'talk/a'), ...over };
}

/** A card in review that fell due on `dueDay`, ten days after it was last answered. */
export function aReviewState(card: string, dueDay: StudyDay, over: Partial<CardState> = {}) {
  return aState({
    card,
    phase: 'review',
    dueDay,
    interval: 10,
    memory: { stability: 10, difficulty: 5 },
    reps: 3,
    memoryDay: dueDay - 10,
    memoryAt: (dueDay - 10) * DAY + 12 * HOUR,
    introduced: dueDay - 20,
    answered: dueDay - 10,
    ...over,
  });
}

export const aReviewGrant = (dueDay: StudyDay): Grant => ({ phase: 'review', step: 0, dueDay });

/** An answer at noon UTC of its study day, in the ordinary way. */
export function anAnswer(rating: Rating, over: Partial<Answer> = {}): Answer {
  const { day = 0, device = 'd', seq = 1 } = over;
  const at = over.at ?? day * DAY + 12 * HOUR;
  return {
    type: 'reviewed',
    device,
    seq,
    at,
    order: at,
    offset: 0,
    day,
    action: `${device}:${seq}`,
    card: 'talk/a',
    rating,
    ms: 5000,
    mode: 'review',
    how: 'self',
    language: 'zh',
    text: 1,
    weights: 'fsrs-6',
    ...over,
  };
}

/** What a caller says of a reviewed card, for `append`; the grant is a plain review in `days`. */
export function aReview(rating: Rating, over: Partial<Draft> & { days?: number } = {}): Draft {
  const { days = 3, ...rest } = over;
  const {
    device: _d,
    seq: _s,
    order: _o,
    action: _a,
    ...answer
  } = anAnswer(rating, {
    day: over.day ?? 0,
  });
  return { ...answer, grant: aReviewGrant(answer.day + days), ...rest } as Draft;
}

/** One device's pen: numbers what it is told, as the store does. */
export class Pen {
  readonly log: LogEvent[] = [];
  constructor(
    readonly device: string,
    public order = 0,
  ) {}

  /** Writes one action. */
  write(drafts: readonly Draft[]): LogEvent[] {
    const action = `${this.device}:${this.log.length + 1}`;
    const events = drafts.map((draft, i): LogEvent => {
      this.order = Math.max(draft.at, this.order + 1);
      const seq = this.log.length + 1 + i;
      return { ...draft, device: this.device, seq, order: this.order, action };
    });
    this.log.push(...events);
    return events;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What the wall clocks of a zone show at an instant, as if it were UTC (ms). */
export function wallClock(zone: string, at: number): number {
  const parts = formatOf(zone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** UTC offset (minutes east) of a real time zone. */
export function offsetsOf(zone: string): OffsetAt {
  return (at) => Math.round((wallClock(zone, at) - Math.floor(at / 1000) * 1000) / MINUTE);
}

function canonical(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${key}:${canonical(field)}`).join()}}`;
}

export interface Folds {
  readonly states: Iterable<CardState>;
  readonly tallies: Iterable<Tally>;
  readonly settings: Settings;
}

/**
 * Canonical text of everything folded: sorted keys, exact numbers, not a number left out. Without
 * `origins`, which name what was counted in the order it came.
 */
export function digestOf({ states, tallies, settings }: Folds): string {
  const cards = [...states].map((state) => canonical({ ...state, origins: null })).toSorted();
  const days = [...tallies].map((tally) => canonical(tally)).toSorted();
  return [...cards, ...days, canonical(settings)].join('\n');
}

/** Whether a state says nothing: what a card has that was never touched, or whose events are undone. */
export function isUntouched(state: CardState): boolean {
  return canonical({ ...state, origins: null }) === canonical(newCardState(state.card));
}

/** Everything folded from a whole log, the plain way. */
export function foldsOf(log: readonly LogEvent[], currentId = (card: string) => card): Folds {
  const settings = foldSettings(log, undoneActions(log));
  const { states, tallies } = foldAll(log, createModel(settings.weights), currentId);
  return { states: [...states.values()], tallies: [...tallies.values()], settings };
}

/** The digest of a log, cards left out of which nothing is live: those have a row or none. */
export function digestOfLog(log: readonly LogEvent[]): string {
  const folds = foldsOf(log);
  return digestOf({ ...folds, states: [...folds.states].filter((state) => !isUntouched(state)) });
}

export const idsOf = (log: readonly LogEvent[]): string[] => log.map((event) => idOf(event));
