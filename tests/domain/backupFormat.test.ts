import { describe, expect, it } from 'vitest';
import {
  backupName,
  footerLine,
  headerLine,
  mayFollow,
  parseEvent,
  parseFooter,
  parseHeader,
} from '../../src/domain/backupFormat.ts';
import { canonicalText } from '../../src/domain/content.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { aReviewGrant, anAnswer } from '../builders.ts';

const DEVICE = 'a'.repeat(24);
const answer = (over: object = {}): LogEvent => ({
  ...anAnswer('good', { device: DEVICE, day: 20_000, grant: aReviewGrant(20_003) }),
  ...over,
});

const CONCEPT = {
  concept: 'talk/x',
  cards: ['talk/a', 'talk/b'],
  stop: [0.5, 0.6],
  reviews: [0.7, 1],
  plan: [0.9, 0],
};
const CARDLESS = {
  'quiz-begun': {
    quiz: 'q',
    seed: 's',
    mode: 'quiz-misses',
    questions: [{ form: 'choice', of: 'talk/a' }],
    decks: { talk: '1' },
    chosen: { is: 'scope', scope: { decks: ['talk'], concepts: [] } },
    asksConfidence: true,
    discussion: 'd',
    isFinal: false,
  },
  'quiz-ended': { quiz: 'q' },
  'open-answered': {
    quiz: 'q',
    question: 'talk/open',
    points: [0, 2],
    of: 3,
    ms: 1_800_000,
    confidence: 'think',
    language: 'zh',
    text: 0xffff_ffff,
  },
  'discussion-set': {
    discussion: 'd',
    name: 'Friday',
    when: 1_728_000_000_000,
    scope: { chapters: ['talk/one'] },
    target: 0.9,
    minutes: 20,
    onTheDay: false,
    isPlanned: true,
    isRemoved: false,
  },
  'forecast-made': {
    discussion: 'd',
    when: 1_728_000_000_000,
    date: 20_000,
    target: 0.9,
    isPlanned: true,
    weights: 'fsrs-6',
    concepts: [CONCEPT],
  },
  'day-planned': { discussion: 'd', cards: ['talk/a'] },
  'verdict-given': { discussion: 'd', recalled: ['talk/x'], missed: [] },
};
/** An event of no card. */
function cardless(type: string, fields: object): LogEvent {
  const { device, seq, at, order, offset, day, action } = answer();
  return { device, seq, at, order, offset, day, action, type, ...fields };
}
const lineOf = (event: object) => canonicalText(event as LogEvent);

describe('the header and the footer', () => {
  it('are read as they were written', () => {
    const header = { created: '2026-11-23T04:05:06.000Z', app: '0.1.0+abc' };
    expect(parseHeader(headerLine(header))).toEqual({ version: 1, ...header });
    const footer = { events: 3, sha256: '0'.repeat(64) };
    expect(parseFooter(footerLine(footer))).toEqual(footer);
  });

  it.each([
    ['{"format":"fanshi-backup","version":2,"created":"x","app":"y"}', 'newer'],
    ['{"format":"fanshi-backup","version":2}', 'newer'],
    ['{"format":"fanshi-backup","version":0,"created":"x","app":"y"}', null],
    ['{"format":"other","version":1,"created":"x","app":"y"}', null],
    ['{"format":"fanshi-backup","version":1}', null],
    ['[]', null],
    ['{', null],
  ])('reads %s as %o', (line, expected) => {
    expect(parseHeader(line)).toBe(expected);
  });

  it.each(['{"events":1.5,"sha256":"00"}', '{"events":1,"sha256":"zz"}', '{}', 'null'])(
    'takes %s for no footer',
    (line) => {
      expect(parseFooter(line)).toBeNull();
    },
  );
});

describe('the line of an event', () => {
  it('is read as it was written, unknown fields and types included', () => {
    for (const event of [
      answer(),
      answer({ mood: ['calm', { of: 'day' }] }),
      { ...answer({ type: 'of-later' }), card: 7 },
      answer({ origin: `fork:${DEVICE}:7#0123456789abcdef` }),
      answer({ origin: 'anki:1500000000000:1600000000000' }),
    ]) {
      expect(parseEvent(lineOf(event))).toEqual(event);
    }
  });

  it.each<[string, object]>([
    ['a device that is none', { device: 'me' }],
    ['a number that is none', { seq: 0 }],
    ['a number that is text', { seq: '1' }],
    ['an instant beyond time', { at: 1e300 }],
    ['an offset beyond the world', { offset: 99_999 }],
    ['half a day', { day: 0.5 }],
    ['an action that is no id', { action: 'now' }],
    ['an origin that cannot be read', { origin: 'fork:you:1#2' }],
    ['no type', { type: '' }],
    ['a rating unknown', { rating: 'superb' }],
    ['a mode unknown', { mode: 'dream' }],
    ['more than a minute', { ms: 60_001 }],
    ['a prediction above 1', { predicted: 1.5 }],
    ['a grant without a day', { grant: { phase: 'review', step: 0 } }],
    ['a grant of no phase', { grant: { phase: 'new', step: 0, dueDay: 1 } }],
    ['a quiz that is no name', { quiz: 7 }],
    ['options that are no list', { options: 'ab' }],
    ['an option that is no text', { options: ['0', 1] }],
    ['half an option picked', { picked: 0.5 }],
    ['something typed that is no text', { typed: { of: 'day' } }],
    ['a confidence unknown', { confidence: 'hope' }],
    ['no card', { card: '' }],
    ['a burial without an end', { type: 'buried' }],
    ['a thing taken back without a name', { type: 'undone' }],
    ['a setting without a key', { type: 'set', value: 1 }],
  ])('is refused with %s', (_what, over) => {
    expect(parseEvent(lineOf(answer(over)))).toBeNull();
  });

  it.each(Object.entries(CARDLESS))('of the type %s is read as it was written', (type, fields) => {
    const event = cardless(type, fields);
    expect(parseEvent(lineOf(event))).toEqual(event);
    const more = { ...event, mood: 'calm' };
    expect(parseEvent(lineOf(more))).toEqual(more);
  });

  it.each<[string, keyof typeof CARDLESS, object]>([
    ['no quiz', 'quiz-begun', { quiz: '' }],
    ['a seed that is a number', 'quiz-begun', { seed: 1 }],
    ['a mode that is none of a quiz', 'quiz-begun', { mode: 'review' }],
    ['nothing asked', 'quiz-begun', { questions: [] }],
    ['a form unknown', 'quiz-begun', { questions: [{ form: 'dance', of: 'talk/a' }] }],
    ['a question without a card', 'quiz-begun', { questions: [{ form: 'choice' }] }],
    [
      'a question asked twice',
      'quiz-begun',
      {
        questions: [
          { form: 'choice', of: 'talk/a' },
          { form: 'recall', of: 'talk/a' },
        ],
      },
    ],
    ['a version that is a number', 'quiz-begun', { decks: { talk: 1 } }],
    ['a choice unknown', 'quiz-begun', { chosen: { is: 'fate' } }],
    ['a scope that is none', 'quiz-begun', { chosen: { is: 'scope', scope: { decks: 'talk' } } }],
    ['no day it is due before', 'quiz-begun', { chosen: { is: 'due' } }],
    ['no word on confidence', 'quiz-begun', { asksConfidence: 'yes' }],
    ['a discussion without a name', 'quiz-begun', { discussion: '' }],
    ['no quiz that ended', 'quiz-ended', { quiz: null }],
    ['no question', 'open-answered', { question: '' }],
    ['a point there is not', 'open-answered', { points: [3] }],
    ['a point made twice', 'open-answered', { points: [1, 1] }],
    ['points that are no list', 'open-answered', { points: 2 }],
    ['more than half an hour', 'open-answered', { ms: 1_800_001 }],
    ['a language unknown', 'open-answered', { language: 'fr' }],
    ['no hash of the text', 'open-answered', { text: -1 }],
    ['a confidence unknown', 'open-answered', { confidence: 'hope' }],
    ['no discussion', 'discussion-set', { discussion: 7 }],
    ['a name that is empty', 'discussion-set', { name: '' }],
    ['a date that is text', 'discussion-set', { when: '2026-11-27' }],
    ['a scope that is a list', 'discussion-set', { scope: ['talk'] }],
    ['a concept that is no text', 'discussion-set', { scope: { concepts: [1] } }],
    ['a target above 1', 'discussion-set', { target: 90 }],
    ['less than no minutes', 'discussion-set', { minutes: -1 }],
    ['a flag that is a word', 'discussion-set', { isRemoved: 'no' }],
    ['no study day forecast', 'forecast-made', { date: undefined }],
    ['no weights', 'forecast-made', { weights: undefined }],
    ['concepts that are no list', 'forecast-made', { concepts: {} }],
    ['a recall above 1', 'forecast-made', { concepts: [{ ...CONCEPT, stop: [0.5, 1.5] }] }],
    ['a card without a recall', 'forecast-made', { concepts: [{ ...CONCEPT, reviews: [0.5] }] }],
    ['a plan for other cards', 'forecast-made', { concepts: [{ ...CONCEPT, plan: [0.5] }] }],
    ['a plan that is a number', 'forecast-made', { concepts: [{ ...CONCEPT, plan: 0.5 }] }],
    ['no cards planned', 'day-planned', { cards: undefined }],
    ['a card that is no text', 'day-planned', { cards: [null] }],
    ['a verdict that is a number', 'verdict-given', { recalled: 3 }],
    ['a verdict on half', 'verdict-given', { missed: undefined }],
  ])('is refused with %s', (_what, type, over) => {
    expect(parseEvent(lineOf(cardless(type, { ...CARDLESS[type], ...over })))).toBeNull();
  });

  it('is refused when it is not in canonical form', () => {
    expect(parseEvent(JSON.stringify(answer()))).toBeNull();
    expect(parseEvent(` ${lineOf(answer())}`)).toBeNull();
    expect(parseEvent(lineOf(answer()).replace('"ms":5000', '"ms":5e3'))).toBeNull();
  });

  it('is refused when it names a prototype or is too deep', () => {
    const line = lineOf(answer({ type: 'x' }));
    expect(parseEvent(line.replace('{', '{"__proto__":{"a":1},'))).toBeNull();
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(parseEvent(line.replace('"at":', `"aa":${deep},"at":`))).toBeNull();
  });

  it('comes after those before it, by device and then by number', () => {
    const at = (device: string, seq: number) => answer({ device, seq });
    expect(mayFollow(null, at('b', 9))).toBe(true);
    expect(mayFollow(at('a', 9), at('b', 1))).toBe(true);
    expect(mayFollow(at('b', 1), at('b', 2))).toBe(true);
    expect(mayFollow(at('b', 2), at('b', 2))).toBe(false);
    expect(mayFollow(at('b', 1), at('a', 2))).toBe(false);
  });
});

it('names a file after the day', () => {
  expect(backupName({ year: 2026, month: 3, day: 9 })).toBe('fanshi-2026-03-09.jsonl.gz');
  expect(backupName({ year: 2026, month: 11, day: 23 }, false)).toBe('fanshi-2026-11-23.jsonl');
});
