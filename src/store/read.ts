/** Reading the log: tail rows, and sealed segments behind them. Always inside one transaction. */
import { isAnswer, isOfDiscussion, isOfQuiz, type LogEvent } from '../domain/event.ts';
import { cardKey, eventsOfCardIn, SEGMENT_EVENTS, unpack } from '../domain/segment.ts';
import { KEPT_EVENTS, type Database } from './database.ts';

/**
 * What is taken back, and the settings; of what was sealed every event of no card, later versions'
 * among them.
 */
export async function cardlessEvents(db: Database): Promise<LogEvent[]> {
  const [heads, taken, settings] = await Promise.all([
    db.heads.toArray(),
    db.events.where('names').above('').toArray(),
    db.events.where('key').above('').toArray(),
  ]);
  return [...heads.flatMap((head) => head.cardless), ...taken, ...settings];
}

/** Every event that says of itself which discussion it belongs to. */
export async function discussionEvents(db: Database): Promise<LogEvent[]> {
  const [heads, tail] = await Promise.all([
    db.heads.toArray(),
    db.events.where('discussion').above('').toArray(),
  ]);
  return [...heads.flatMap((head) => head.cardless), ...tail].filter((event) =>
    isOfDiscussion(event),
  );
}

/**
 * The events of quizzes: what began and ended them, and every answer given in them. Sealed answers
 * are looked for only in segments that reach past a quiz's beginning.
 * @param idsOf every id a card has had
 * @param quiz of this one only; of all when absent
 */
export async function quizEvents(
  db: Database,
  idsOf: (card: string) => readonly string[],
  quiz?: string,
): Promise<LogEvent[]> {
  const index = db.events.where('quiz');
  const [heads, tail] = await Promise.all([
    db.heads.toArray(),
    (quiz === undefined ? index.above('') : index.equals(quiz)).toArray(),
  ]);
  const isWanted = (event: LogEvent) =>
    'quiz' in event && (quiz === undefined || event.quiz === quiz);
  const ofNoCard = [...heads.flatMap((head) => head.cardless), ...tail]
    .filter((event) => isOfQuiz(event))
    .filter(isWanted);
  const sealed: LogEvent[] = [];
  for (const head of heads) {
    const asked = ofNoCard.flatMap((event) =>
      event.type === 'quiz-begun' && event.order <= head.lastOrder ? event.questions : [],
    );
    const named = new Set(asked.flatMap(({ of }) => idsOf(of)));
    const ids = new Set([...named].filter((id) => head.cards.includes(cardKey(id))));
    const row = ids.size === 0 ? undefined : await db.segments.get([head.device, head.k]);
    if (!row) continue;
    for (const id of ids) sealed.push(...eventsOfCardIn(row, id).filter(isWanted));
  }
  return [...ofNoCard, ...sealed, ...tail.filter((event) => isAnswer(event))];
}

async function segmentEvents(db: Database, device: string, k: number): Promise<LogEvent[]> {
  const row = await db.segments.get([device, k]);
  return row ? unpack(device, k, row.bytes) : [];
}

/**
 * A device's events, newest first, until `each` returns false. Sealed segments are opened only when
 * the tail has run out.
 */
export async function eventsBackwards(
  db: Database,
  device: string,
  each: (event: LogEvent) => boolean,
): Promise<void> {
  const CHUNK = 64;
  let below = Number.POSITIVE_INFINITY;
  for (;;) {
    const rows = await db.events
      .where('[device+seq]')
      .between([device, 0], [device, below], true, false)
      .reverse()
      .limit(CHUNK)
      .toArray();
    for (const event of rows) {
      below = event.seq;
      if (!each(event)) return;
    }
    if (rows.length < CHUNK) break;
  }
  const keys = await db.heads
    .where('[device+k]')
    .between([device, 0], [device, Infinity])
    .primaryKeys();
  for (const [, k] of keys.toReversed()) {
    const events = await segmentEvents(db, device, k);
    for (const event of events.toSorted((a, b) => b.seq - a.seq)) if (!each(event)) return;
  }
}

/** All events of a card, under each of the ids it has had, in no order. */
export async function eventsOfCard(db: Database, ids: readonly string[]): Promise<LogEvent[]> {
  const tail = await db.events
    .where('card')
    .anyOf([...ids])
    .toArray();
  const sealed: LogEvent[] = [];
  const keys = ids.map(cardKey);
  for (const head of await db.heads.toArray()) {
    if (!keys.some((key) => head.cards.includes(key))) continue;
    const row = await db.segments.get([head.device, head.k]);
    if (!row) continue;
    for (const id of ids) sealed.push(...eventsOfCardIn(row, id));
  }
  return [...sealed, ...tail];
}

/** The whole log. For merging, backup and tests; a rebuild reads columns instead. */
export async function allEvents(db: Database): Promise<LogEvent[]> {
  const segments = await db.segments.toArray();
  const sealed = segments.flatMap(({ device, k, bytes }) => unpack(device, k, bytes));
  return [...sealed, ...(await db.events.toArray())];
}

/** How many events there are, sealed ones included. */
export async function countEvents(db: Database): Promise<number> {
  return (await db.heads.count()) * SEGMENT_EVENTS + (await db.events.count());
}

/** Whether the tail is long enough for something to be sealed. */
export async function isTailLong(db: Database): Promise<boolean> {
  return (await db.events.count()) >= SEGMENT_EVENTS + KEPT_EVENTS;
}
