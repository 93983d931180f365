import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historiesOf, predictionsUnder } from '../../src/domain/calibration/histories.ts';
import { reliabilityBins, saidOf } from '../../src/domain/calibration/reliability.ts';
import { calibrationReport, scoredRows } from '../../src/domain/calibration/report.ts';
import {
  auc,
  binKeys,
  heldOf,
  logLoss,
  rmseBins,
  type Held,
} from '../../src/domain/calibration/scores.ts';
import { isAnswer, type LogEvent, type Rating } from '../../src/domain/event.ts';
import { createModel } from '../../src/domain/memory.ts';
import { trainingItems } from '../../src/domain/training/items.ts';
import { anAnswer, aReviewGrant, check, DAY, HOUR, LONG } from '../builders.ts';
import { eventsOfFixture, readFixture } from '../fixtures/optimiser.ts';
import { columnsOf, historiesIn, logOfLearner, type Learner } from '../simulatedLearner.ts';

const model = createModel();

/** Answers of one card at noon, as (study day, rating, what else). */
function answers(...rows: [number, Rating, Parameters<typeof anAnswer>[1]?][]): LogEvent[] {
  return rows.map(([day, rating, over], i) => {
    const at = day * DAY + 12 * HOUR + i;
    const own = { seq: i + 1, day, at, order: at, action: `d:${i + 1}` };
    return anAnswer(rating, { ...own, grant: aReviewGrant(day + 1), ...over });
  });
}

const aHeld = (rows: readonly (readonly [number, 0 | 1, number?])[]): Held => ({
  predicted: Float64Array.from(rows, ([predicted]) => predicted),
  recalled: Uint8Array.from(rows, ([, recalled]) => recalled),
  bin: Int32Array.from(rows, ([, , bin = 0]) => bin),
});

const reportOf = (log: readonly LogEvent[]) =>
  calibrationReport(historiesIn(log), 30_000, ['talk/chapter'], () => 'talk/chapter');

describe('what is scored', () => {
  it('is the first answer of a card and study day that could turn out either way', () => {
    const p = { predicted: 0.9 };
    const log = answers(
      [0, 'good'],
      [0, 'good'],
      [3, 'good', p],
      [3, 'again'],
      [5, 'again', { ...p, mode: 'cram', type: 'quizzed' }],
      [6, 'good', { ...p, mode: 'quiz-practice', type: 'quizzed' }],
      [7, 'again', { ...p, mode: 'quiz-misses', type: 'quizzed' }],
      [8, 'good', { ...p, mode: 'quiz-all', how: 'choice', type: 'quizzed' }],
      [9, 'good', { ...p, mode: 'quiz-all', confidence: 'guess', type: 'quizzed' }],
      [10, 'good', { ...p, mode: 'quiz-all', confidence: 'know', type: 'quizzed' }],
      [12, 'good'],
    );
    const { all, left } = reportOf(log);
    expect(all.n).toBe(2);
    expect(left).toEqual({ first: 1, sameDay: 2, unpredicted: 1, oneSided: 3, practice: 2 });
    expect(all.n + 1 + 2 + 1 + 3 + 2).toBe(log.length);
  });

  it('leaves out what was taken back, and what an import brought twice', () => {
    const p = { predicted: 0.9 };
    const log: LogEvent[] = [
      ...answers([0, 'good'], [3, 'good', p], [4, 'good', { ...p, origin: 'x' }]),
      ...answers([0, 'good'], [1, 'good'], [2, 'good'], [6, 'good', { ...p, origin: 'x' }]).slice(
        3,
      ),
    ];
    const undone = {
      ...log[0]!,
      type: 'undone',
      seq: 9,
      action: 'd:9',
      names: 'd:2',
      order: 9e15,
      card: undefined,
    };
    expect(reportOf(log).all.n).toBe(2);
    expect(reportOf([...log, undone as LogEvent]).all.n).toBe(1);
  });

  it('keeps what was stored when the card was shown, whatever weights rule now', () => {
    const log = logOfLearner(learner('stored', {}));
    const columns = columnsOf(log);
    const other = createModel(model.weights.map((weight, i) => (i < 4 ? weight * 3 : weight)));
    expect(historiesOf(columns, other)).toEqual(historiesOf(columns, model));
  });

  it('begins anew after a reset', () => {
    const reset = { type: 'reset', card: 'talk/a', device: 'd', seq: 3, offset: 0, action: 'd:3' };
    const at = 4 * DAY;
    const log = [
      ...answers([0, 'good'], [3, 'good', { predicted: 0.9 }]),
      { ...reset, at, order: at, day: 4 } as LogEvent,
      ...answers([0, 'good'], [0, 'good'], [0, 'good'], [5, 'good'], [9, 'good']).slice(3),
    ];
    const { begins, elapsed } = historiesIn(log);
    expect([...begins]).toEqual([1, 0, 1, 0]);
    expect([...elapsed]).toEqual([0, 3, 0, 4]);
  });
});

describe('scores', () => {
  it('are those worked out by hand', () => {
    const held = aHeld([
      [0.9, 1, 1],
      [0.8, 0, 1],
      [0.6, 1, 2],
    ]);
    expect(logLoss(held)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.2) + Math.log(0.6)) / 3, 12);
    // Bin 1: mean 0.85 against 0.5, twice; bin 2: 0.6 against 1.
    expect(rmseBins(held)).toBeCloseTo(Math.sqrt((2 * 0.35 ** 2 + 0.4 ** 2) / 3), 12);
    expect(auc(held)).toBe(0.5);
  });

  it('say nothing of nothing, and nothing of sorting when all turned out alike', () => {
    expect([logLoss(aHeld([])), rmseBins(aHeld([])), auc(aHeld([]))]).toEqual([null, null, null]);
    expect(auc(aHeld([[0.9, 1]]))).toBeNull();
  });

  it('stay finite when something was sure and did not come', () => {
    expect(logLoss(aHeld([[1, 0]]))).toBeCloseTo(-Math.log(1e-6), 6);
  });

  const held = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 20 }).map((n) => n / 20),
        fc.constantFrom<0 | 1>(0, 1),
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((rows) => ({ rows, held: aHeld(rows) }));

  it(
    'count pairs for AUC and go bin by bin for RMSE, as a plain second way does',
    { timeout: LONG },
    () => {
      fc.assert(
        fc.property(held, ({ rows, held: all }) => {
          const hits = rows.filter(([, y]) => y === 1);
          const misses = rows.filter(([, y]) => y === 0);
          const wins = hits.flatMap(([p]) =>
            misses.map(([q]) => (p > q ? 1 : p === q ? 0.5 : 0) as number),
          );
          const plain = wins.reduce((sum, win) => sum + win, 0) / wins.length;
          if (wins.length === 0) expect(auc(all)).toBeNull();
          else expect(auc(all)).toBeCloseTo(plain, 10);
          const mean = (values: readonly number[]) =>
            values.reduce((sum, value) => sum + value, 0) / values.length;
          const squares = rows.map(([, , bin]) => {
            const alike = rows.filter((row) => row[2] === bin);
            return (mean(alike.map(([p]) => p)) - mean(alike.map(([, y]) => y))) ** 2;
          });
          expect(rmseBins(all)).toBeCloseTo(Math.sqrt(mean(squares)), 10);
        }),
        { ...check, numRuns: Math.min(check.numRuns, 2000) },
      );
    },
  );

  it('are those of fsrs-rs on the same log, with its own weights for later answers', () => {
    const { log, evaluations, items: count } = readFixture();
    const histories = historiesOf(columnsOf(eventsOfFixture(log)), model);
    const items = trainingItems(histories);
    expect(items.length).toBe(count);
    const keys = binKeys(histories);
    for (const { weights, from, logLoss: loss, rmseBins: rmse } of evaluations) {
      const predictions = predictionsUnder(histories, createModel(weights));
      const rows = items.last.subarray(from);
      const one = heldOf(histories, rows, predictions, keys);
      // fsrs-rs, dataset.rs: recency_weighted_fsrs_items.
      const weight = Float64Array.from(rows, (_, i) => 0.25 + 0.75 * (i / (rows.length - 1)) ** 3);
      expect(Math.abs((logLoss({ ...one, weight }) ?? NaN) - loss)).toBeLessThan(1e-4);
      expect(Math.abs((rmseBins({ ...one, weight }) ?? NaN) - rmse)).toBeLessThan(1e-4);
    }
  });

  it('bin by days, reviews and misses as fsrs-rs does', () => {
    const log = answers([0, 'again'], [0, 'good'], [1, 'again'], [5, 'good'], [18, 'good']);
    const keys = [...binKeys(historiesIn(log))];
    // Days 1, 4, 13 on the scale of 3.62; reviews 2, 3, 4 on that of 1.89; misses 0, 1, 1 on 1.73.
    const keyOf = (days: number, reviews: number, misses: number) =>
      (days * 64 + reviews) * 64 + misses;
    expect(keys.slice(1)).toEqual([keyOf(0, 1, 0), keyOf(1, 1, 1), keyOf(1, 2, 1)]);
  });
});

function learner(seed: string, over: Partial<Learner>): Learner {
  return { seed, cards: 300, days: 250, perDay: 6, truth: model, belief: model, ...over };
}

describe('the reliability diagram', () => {
  it('puts every answer into one bin, with its own mean and share', () => {
    const bins = reliabilityBins(
      aHeld([
        [0.88, 1],
        [0.9199, 0],
        [0.92, 1],
        [1, 1],
        [0, 0],
      ]),
    );
    expect(bins.map(({ n }) => n)).toEqual([1, 0, 0, 0, 0, 0, 2, 1, 1]);
    expect(bins[6]?.agreement).toMatchObject({ recalled: { share: 0.5, n: 2 } });
    expect(bins[6]?.agreement?.predicted).toBeCloseTo(0.89995, 10);
    expect(bins.every(({ isThin }) => isThin)).toBe(true);
    expect(saidOf(bins)).toBeNull();
  });

  it('calls a learner what he is: right, promised too much, promised too little', () => {
    const said = (bend?: Learner['bend']) =>
      reportOf(logOfLearner(learner('said', bend ? { bend } : {}))).said;
    expect(said()?.verdict).toBe('in-line');
    const promised = said((_, believed) => believed - 0.1);
    expect(promised?.verdict).toBe('too-high');
    expect(promised?.predicted).toBeCloseTo(0.9, 1);
    expect(promised?.recalled.share).toBeCloseTo(0.8, 1);
    expect(said((_, believed) => Math.min(1, believed + 0.06))?.verdict).toBe('too-low');
  });

  it('seldom calls a learner wrong who is right: in about one of twenty', () => {
    const wrong = Array.from({ length: 100 }, (_, i) =>
      reportOf(logOfLearner(learner(`right ${i}`, { cards: 80, days: 150 }))),
    ).filter(({ said }) => said && said.verdict !== 'in-line');
    // 5 expected; 12 or more would come in one of 200 such tests.
    expect(wrong.length).toBeLessThan(12);
  });
});

describe('the report', () => {
  it('parts by period and chapter, and every answer is in one of each', () => {
    const log = logOfLearner(learner('parts', {}));
    const histories = historiesIn(log);
    const last = Math.max(...histories.day);
    const chapterOf = (card: string) =>
      card.endsWith('7') ? undefined : card.endsWith('1') ? 'talk/a' : 'talk/b';
    const report = calibrationReport(histories, last, ['talk/a', 'talk/b', 'talk/c'], chapterOf);
    const sum = (parts: readonly { n: number }[]) => parts.reduce((all, { n }) => all + n, 0);
    expect(sum(report.periods)).toBe(report.all.n);
    expect(sum(report.chapters) + report.retired).toBe(report.all.n);
    expect(sum(report.bins)).toBe(report.all.n);
    expect(report.chapters[2]).toEqual({ chapter: 'talk/c', n: 0, agreement: null, scores: null });
    expect(report.all.n).toBe(scoredRows(histories).length);
    expect(report.all.n).toBe(
      log.filter((event) => isAnswer(event) && event.predicted !== undefined).length,
    );
  });

  it.each([
    ['nothing at all', []],
    ['one answer', answers([0, 'good'])],
    ['a clock set back', answers([9, 'good'], [3, 'good'], [12, 'again', { predicted: 0.9 }])],
    [
      'one card, all ratings equal',
      answers(
        [0, 'good'],
        ...Array.from({ length: 150 }, (_, i): [number, Rating, object] => [
          i + 1,
          'good',
          { predicted: 0.9 },
        ]),
      ),
    ],
  ])('says what it can of %s, and never what is no number', (_, log) => {
    const text = JSON.stringify(reportOf(log), (_key, value: unknown) => {
      if (typeof value === 'number') expect(Number.isNaN(value)).toBe(false);
      return value;
    });
    expect(text).not.toContain('undefined');
  });

  it('tells nothing below its thresholds', () => {
    const many = (n: number) =>
      answers(
        [0, 'good'],
        ...Array.from({ length: n }, (_, i): [number, Rating, object] => [
          i + 1,
          'good',
          { predicted: 0.9 },
        ]),
      );
    expect(reportOf(many(29)).all).toEqual({ n: 29, agreement: null, scores: null });
    expect(reportOf(many(30)).all.agreement).not.toBeNull();
    expect(reportOf(many(99)).all.scores).toBeNull();
    expect(reportOf(many(99)).said).toBeNull();
    expect(reportOf(many(100)).all.scores).not.toBeNull();
    expect(reportOf(many(100)).said?.recalled.n).toBe(100);
  });
});
