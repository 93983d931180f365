/**
 * Discussions: what stands of them in the log, and what may be wrong with one before it is written
 * there.
 */
import type { StudyDay } from './day.ts';
import {
  isOfDiscussion,
  type ConceptForecast,
  type DiscussionEvent,
  type DiscussionFields,
  type DiscussionSet,
  type ForecastMade,
  type LogEvent,
  type VerdictGiven,
} from './event.ts';
import { compareEvents } from './replay.ts';
import {
  isDay,
  isFlag,
  isInstant,
  isScope,
  isText,
  listOf,
  optional,
  shapeOf,
  within,
  type Check,
} from './shape.ts';

/** An occasion to be ready for: when, on what, how well, and how much time there is for it. */
export interface Discussion extends Omit<DiscussionFields, 'isRemoved'> {
  readonly id: string;
}

/** A discussion with what has been written about it. */
export interface StandingDiscussion extends Discussion {
  /**
   * The `order` of the event that made it, or last changed something a forecast depends on: its
   * instant, scope, target, minutes or last day.
   */
  readonly changed: number;
  /** In the order they were made. */
  readonly forecasts: readonly ForecastMade[];
  /** Card ids the plan put on each study day. */
  readonly planned: ReadonlyMap<StudyDay, readonly string[]>;
  readonly verdict: VerdictGiven | null;
}

/** By id, the earliest first. */
export type Discussions = ReadonlyMap<string, StandingDiscussion>;

const isShare = within(0, 1);
const areIds = listOf(isText);
const areShares = listOf(isShare);

const FIELDS: Readonly<Record<keyof DiscussionFields, Check>> = {
  name: isText,
  when: isInstant,
  scope: isScope,
  target: isShare,
  minutes: within(0, Number.MAX_VALUE),
  onTheDay: isFlag,
  isPlanned: isFlag,
  isRemoved: isFlag,
};

/** What a forecast depends on. Whether the plan is followed is not of it: both courses are forecast. */
const FORECAST_FIELDS = ['when', 'scope', 'target', 'minutes', 'onTheDay'] as const;

const isChange = shapeOf({
  discussion: isText,
  ...Object.fromEntries(Object.entries(FIELDS).map(([field, check]) => [field, optional(check)])),
});

const isConceptForecast: Check = (value) =>
  shapeOf({
    concept: isText,
    cards: areIds,
    stop: areShares,
    reviews: areShares,
    plan: optional(areShares),
  })(value) && hasOneForEach(value as ConceptForecast);

function hasOneForEach({ cards, stop, reviews, plan }: ConceptForecast): boolean {
  return [stop, reviews, plan ?? stop].every(({ length }) => length === cards.length);
}

const SOUND: Readonly<Record<DiscussionEvent['type'], Check>> = {
  'discussion-set': isChange,
  'forecast-made': shapeOf({
    discussion: isText,
    when: isInstant,
    date: isDay,
    target: isShare,
    isPlanned: isFlag,
    weights: isText,
    concepts: listOf(isConceptForecast),
  }),
  'day-planned': shapeOf({ discussion: isText, cards: areIds }),
  'verdict-given': shapeOf({ discussion: isText, recalled: areIds, missed: areIds }),
};

/** Whether an event that calls itself one of a discussion has the fields of one. */
export function isSoundDiscussionEvent(event: DiscussionEvent): boolean {
  return SOUND[event.type](event);
}

interface Written {
  fields: Partial<DiscussionFields>;
  changed: number;
  readonly forecasts: ForecastMade[];
  readonly planned: Map<StudyDay, readonly string[]>;
  verdict: VerdictGiven | null;
}

/** The fields an event gives, without those of every event. */
function fieldsOf(event: DiscussionSet): Partial<DiscussionFields> {
  return Object.fromEntries(
    Object.entries(event).filter(
      ([key, value]) => Object.hasOwn(FIELDS, key) && value !== undefined,
    ),
  );
}

/** Whether a change makes a forecast made before it one of something else. */
function isOtherwise(
  before: Partial<DiscussionFields>,
  change: Partial<DiscussionFields>,
): boolean {
  return FORECAST_FIELDS.some(
    (field) => field in change && JSON.stringify(change[field]) !== JSON.stringify(before[field]),
  );
}

/**
 * Whether a forecast is still to be made: of a discussion as it now is none was, or none while its
 * plan was followed as it is now. One that was stays: following a plan anew, or giving it up again,
 * brings no second chance.
 */
export function needsForecast({ forecasts, changed, isPlanned }: StandingDiscussion): boolean {
  return !forecasts.some((made) => made.order >= changed && made.isPlanned === isPlanned);
}

function hasEveryField(fields: Partial<DiscussionFields>): fields is DiscussionFields {
  return Object.keys(FIELDS).every((key) => key in fields);
}

/** Adds an event to what was written before it. */
function write(
  written: Written,
  event: DiscussionEvent,
  currentId: (card: string) => string,
): void {
  switch (event.type) {
    case 'discussion-set':
      if (isOtherwise(written.fields, fieldsOf(event))) written.changed = event.order;
      written.fields = { ...written.fields, ...fieldsOf(event) };
      return;
    case 'forecast-made': {
      const concepts = event.concepts.map((one) => ({ ...one, cards: one.cards.map(currentId) }));
      written.forecasts.push({ ...event, concepts });
      return;
    }
    case 'day-planned':
      written.planned.set(event.day, [...new Set(event.cards.map(currentId))]);
      return;
    case 'verdict-given':
      written.verdict = event;
  }
}

/**
 * The discussions that stand after `events` (in any order), of which `undone` actions are left out:
 * those of which every field is known and that were not removed. Of a field the last
 * `discussion-set` in replay order holds, of a study day the last `day-planned`, the last
 * `verdict-given`; an ill-shaped event is passed over.
 * @param currentId today's id of a card (`Catalogue.currentId`)
 */
export function foldDiscussions(
  events: Iterable<LogEvent>,
  undone: ReadonlySet<string>,
  currentId: (card: string) => string,
): Discussions {
  const live = [...events]
    .filter((event) => isOfDiscussion(event))
    .filter((event) => !undone.has(event.action) && isSoundDiscussionEvent(event));
  const all = new Map<string, Written>();
  for (const event of live.toSorted(compareEvents)) {
    const { discussion: id } = event;
    const written = all.get(id) ?? {
      fields: {},
      changed: 0,
      forecasts: [],
      planned: new Map(),
      verdict: null,
    };
    all.set(id, written);
    write(written, event, currentId);
  }
  const standing = [...all].flatMap(([id, { fields, ...rest }]) => {
    if (!hasEveryField(fields) || fields.isRemoved) return [];
    const { isRemoved: _, ...discussion } = fields;
    return [{ id, ...discussion, ...rest }];
  });
  const inTime = standing.toSorted((a, b) => a.when - b.when || (a.id < b.id ? -1 : 1));
  return new Map(inTime.map((discussion) => [discussion.id, discussion]));
}

/** What may be wrong with a discussion somebody is about to make. */
export type DiscussionProblem =
  | 'no-name'
  | 'long-name'
  | 'no-date'
  | 'past'
  | 'too-far'
  | 'empty-scope'
  | 'bad-target'
  | 'zero-minutes';

/** UTF-16 units. */
export const LONGEST_DISCUSSION_NAME = 200;
/** Recall (0..1) that may be aimed at. */
export const TARGETS = { low: 0.5, high: 0.99 } as const;
/** A year, ms: what a forecast says of longer is worth little. */
const FARTHEST = 366 * 86_400_000;

function dateProblem(when: number, now: number): DiscussionProblem | null {
  if (!isInstant(when)) return 'no-date';
  if (when <= now) return 'past';
  return when - now > FARTHEST ? 'too-far' : null;
}

/**
 * What is wrong with a draft, in the order of the form; nothing when it may be written.
 * @param draft `when` may be NaN: no date yet
 * @param now ms
 * @param concepts how many concepts its scope comes to (`conceptsIn`)
 */
export function checkDiscussion(
  draft: Omit<Discussion, 'id'>,
  now: number,
  concepts: number,
): DiscussionProblem[] {
  const { name, when, target, minutes } = draft;
  const hasMinutes = minutes > 0 && Number.isFinite(minutes);
  const found: (DiscussionProblem | null | false)[] = [
    name.trim() === '' && 'no-name',
    name.length > LONGEST_DISCUSSION_NAME && 'long-name',
    dateProblem(when, now),
    concepts === 0 && 'empty-scope',
    !within(TARGETS.low, TARGETS.high)(target) && 'bad-target',
    !hasMinutes && 'zero-minutes',
  ];
  return found.filter((problem) => problem !== null && problem !== false);
}
