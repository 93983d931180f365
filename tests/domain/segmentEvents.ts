/** Events for packing: whatever any version could write, and a realistic segment. */
import fc from 'fast-check';
import { COLUMN_TYPES } from '../../src/domain/fillColumns.ts';
import { CONFIDENCES, HOWS, MODES, RATINGS, type LogEvent } from '../../src/domain/event.ts';
import { createModel, type Memory } from '../../src/domain/memory.ts';
import { SEGMENT_EVENTS } from '../../src/domain/segment.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const anyJson = fc.jsonValue().map(plain);
const anyNumber = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 10_000),
    fc.constantFrom(0, 1e21, 5e-324, 2 ** 46, -(2 ** 46) - 1, 0.1 + 0.2),
  )
  .map((number) => number || 0);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\ud800', '__proto__', 'd:1', 'e:1', 'd:01', 'd/a', 'd/a/b'),
);
const of = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: anyJson });
const fields = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model, { requiredKeys: [] });
const unknown = fc.dictionary(
  fc.oneof(anyText, fc.constantFrom('grant.phase', 'terms', 'phase', 'x')),
  anyJson,
  { maxKeys: 2 },
);
const withUnknown = (known: fc.Arbitrary<object>) =>
  fc
    .tuple(
      known,
      fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { arbitrary: unknown, weight: 1 }),
    )
    .map(([one, other]) => ({ ...other, ...one }));

const terms = withUnknown(
  fields({
    stability: of(anyNumber),
    desired: of(anyNumber),
    raw: of(anyNumber),
    low: of(anyNumber),
    high: of(anyNumber),
    days: of(anyNumber),
    why: of(fc.array(fc.constantFrom('fuzzed', 'raised'), { maxLength: 2 })),
  }),
);
const grant = withUnknown(
  fields({
    phase: of(fc.constantFrom('learning', 'review', 'relearning')),
    step: of(anyNumber),
    dueDay: of(anyNumber),
    dueAt: of(anyNumber),
    terms: of(terms),
  }),
);

/** Anything a version could write, but for who wrote it. */
const body = withUnknown(
  fields({
    type: of(fc.constantFrom(...COLUMN_TYPES, 'undone', 'redone', 'set', 'discussed')),
    card: of(fc.oneof(anyText, fc.constantFrom('talk/a', 'talk/b', 'talk/bc'))),
    action: of(
      fc.oneof(
        fc.nat(20).map((n) => `d:${n}`),
        anyText,
      ),
    ),
    offset: of(fc.constantFrom(0, 480, -210)),
    day: of(anyNumber),
    at: of(anyNumber),
    rating: of(fc.constantFrom(...RATINGS)),
    ms: of(anyNumber),
    mode: of(fc.constantFrom(...MODES)),
    how: of(fc.constantFrom(...HOWS)),
    picked: of(anyNumber),
    typed: of(anyText),
    confidence: of(fc.constantFrom(...CONFIDENCES)),
    language: of(fc.constantFrom('zh', 'en')),
    text: of(anyNumber),
    weights: of(anyText),
    predicted: of(anyNumber),
    until: of(anyNumber),
    origin: of(anyText),
    names: of(anyText),
    key: of(anyText),
    value: anyJson,
    grant: of(grant),
  }),
);

/** The whole segment k of device `d`. */
export function segmentOf(k: number, bodies: readonly object[]): LogEvent[] {
  return bodies.map((one, i) => {
    const seq = k * bodies.length + i + 1;
    const known = { action: `d:${seq}`, type: 'x', at: seq, offset: 0, day: 0, order: seq };
    return { ...known, ...one, device: 'd', seq };
  });
}

export const anySegment: fc.Arbitrary<{ k: number; events: LogEvent[] }> = fc
  .tuple(fc.nat(3), fc.array(body, { minLength: 1, maxLength: 9 }))
  .map(([k, bodies]) => ({ k, events: segmentOf(k, bodies) }));

const RATED = ['again', 'hard', 'good', 'good', 'good', 'good', 'easy'] as const;
const DAY = 86_400_000;

/** A learner's first segment: 200 answers a day over so many cards, as the app writes them. */
export function realisticSegment(cards: number): LogEvent[] {
  const device = '0123456789abcdef01234567';
  const model = createModel();
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const known = new Map<string, { day: number; memory: Memory }>();
  let at = 1.75e12;
  return Array.from({ length: SEGMENT_EVENTS }, (_, i): LogEvent => {
    const seq = i + 1;
    at += 3000 + Math.floor(random() * 20_000) + (seq % 200 === 0 ? 78_000_000 : 0);
    const day = Math.floor((at + 4 * 3_600_000) / DAY);
    const place = Math.floor(random() * cards);
    const topic = ['attention', 'softmax-scaling', 'layer-norm', 'residual-stream'][place % 4];
    const card = `transformers-explained/${topic}-${Math.floor(place / 3)}/${place % 3}`;
    const rating = RATED[Math.floor(random() * 7)] ?? 'good';
    const before = known.get(card);
    const elapsed = before ? day - before.day : 0;
    const memory = model.next(before?.memory ?? null, elapsed, rating);
    known.set(card, { day, memory });
    const stability = Math.round(memory.stability * 1e4) / 1e4;
    const raw = Math.round(model.interval(stability, 0.9) * 1e4) / 1e4;
    const days = Math.max(1, Math.round(raw * (0.95 + random() / 10)));
    const low = Math.max(1, Math.floor(raw * 0.95));
    const high = Math.ceil(raw * 1.05) + 1;
    const why = [random() < 0.5 ? 'fuzzed' : 'balanced'];
    const review = { stability, desired: 0.9, raw, low, high, days, why };
    const isMoved = before !== undefined && elapsed > 0;
    const predicted = isMoved ? model.retrievability(before.memory.stability, elapsed) : 0;
    return {
      device,
      seq,
      at,
      order: at,
      offset: 480,
      day,
      action: `${device}:${seq}`,
      type: 'reviewed',
      card,
      rating,
      ms: Math.floor(random() * 30_000),
      mode: 'review',
      how: random() < 0.8 ? 'self' : 'choice',
      ...(random() < 0.2 ? { picked: Math.floor(random() * 4) } : {}),
      ...(random() < 0.02 ? { typed: `some words ${i}` } : {}),
      language: random() < 0.9 ? 'zh' : 'en',
      text: Math.floor(random() * 2 ** 32),
      weights: 'fsrs-6',
      ...(isMoved ? { predicted: Math.round(predicted * 1e6) / 1e6 } : {}),
      grant:
        rating === 'again'
          ? { phase: 'relearning', step: 0, dueAt: at + 600_000 }
          : { phase: 'review', step: 0, dueDay: day + days, terms: review },
    };
  });
}
