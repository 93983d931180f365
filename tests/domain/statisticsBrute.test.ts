/** Every statistic, on random logs, against a second computation straight from the definitions. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTE_KINDS } from '../../src/domain/deck.ts';
import { PERIODS, type Figures } from '../../src/domain/statistics/figures.ts';
import { check, LONG } from '../builders.ts';
import { bruteStatistics } from './bruteStatistics.ts';
import { anyLog, aQuestion, figuresOf, KNOWN } from './statisticsLogs.ts';

/** Sums of fractions depend on the order they are added in. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const question = fc.record({
  scope: fc.option(
    fc.constantFrom(
      { decks: ['talk'] },
      { concepts: ['talk/b'] },
      { chapters: ['talk/chapter'] },
      {},
      { decks: ['gone'] },
    ),
    { nil: null },
  ),
  kinds: fc.option(fc.subarray([...NOTE_KINDS]), { nil: null }),
  onlyMarked: fc.boolean(),
  period: fc.constantFrom(...PERIODS),
});

/** Days between the last event and the day asked on. */
const later = fc.constantFrom(0, 0, 0, 1, 2, 20, 100, 400, -1, -30);

it(
  'is what the definitions say, with undone actions, quizzes, resets, clones and clocks set back',
  () => {
    fc.assert(
      fc.property(
        anyLog,
        question,
        later,
        fc.integer({ min: 2, max: 6 }),
        (log, asked, days, size) => {
          const last = Math.max(...log.map(({ day }) => day), 20_000);
          const whole = aQuestion(last + days, asked);
          const ours: Figures = figuresOf(log, KNOWN, whole, { size });
          expect(rounded(ours)).toEqual(rounded(bruteStatistics(log, KNOWN, whole)));
          expect(numbersIn(ours).every(Number.isFinite)).toBe(true);
        },
      ),
      { ...check, numRuns: Math.min(check.numRuns, 2_000) },
    );
  },
  LONG,
);
