import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { historiesOf } from '../../src/domain/calibration/histories.ts';
import { createModel, DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import { splitByDay, trainingItems, trainingSet } from '../../src/domain/training/items.ts';
import { judge, TRAINED_SHARE } from '../../src/domain/training/verdict.ts';
import { eventsOfFixture, readFixture, TRUE_WEIGHTS } from '../fixtures/optimiser.ts';
import { columnsOf } from '../simulatedLearner.ts';

const fixture = readFixture();
const histories = historiesOf(columnsOf(eventsOfFixture(fixture.log)), createModel());
const items = trainingItems(histories);
const split = splitByDay(items, TRAINED_SHARE)!;
const wasm = readFileSync(
  createRequire(import.meta.url).resolve('fsrs-browser/fsrs_browser_bg.wasm'),
);

describe('the optimiser', () => {
  const rounds: number[] = [];
  let weights: number[] = [];

  beforeAll(async () => {
    // The package listens for messages as soon as it is imported, as if it were in a worker.
    vi.stubGlobal('self', new EventTarget());
    const { train } = await import('../../src/workers/trainer.ts');
    weights = await train(trainingSet(histories, items, split.at), (n) => rounds.push(n), wasm);
    vi.unstubAllGlobals();
  }, 120_000);

  it('says when a round is over, and leaves the console as it was', () => {
    expect(rounds).toEqual([1, 2, 3, 4, 5]);
    expect(console.log.name).not.toBe('hear');
  });

  it('trains the weights that the native binding trains on the same log', () => {
    expect(split.at).toBe(fixture.trainedOn);
    const worst = weights.map((weight, i) => Math.abs(weight - (fixture.weights[i] ?? NaN)));
    expect(Math.max(...worst)).toBeLessThan(1e-3);
  });

  it('loses as little as they do on the answers it has not seen', () => {
    const ours = judge(histories, items, split, DEFAULT_WEIGHTS, weights);
    const native = judge(histories, items, split, DEFAULT_WEIGHTS, fixture.weights);
    expect(Math.abs(ours.after.logLoss - native.after.logLoss)).toBeLessThan(1e-4);
    expect(Math.abs(ours.after.rmseBins - native.after.rmseBins)).toBeLessThan(1e-3);
  });

  it('finds a learner whose memory is known: near the truth, and better than the defaults', () => {
    const found = judge(histories, items, split, DEFAULT_WEIGHTS, weights);
    const truth = judge(histories, items, split, DEFAULT_WEIGHTS, TRUE_WEIGHTS);
    expect(found.isGain).toBe(true);
    expect(found.gain).toBeGreaterThan(found.doubt);
    expect(found.gain).toBeGreaterThan(0.9 * truth.gain);
    expect(found.after.rmseBins).toBeLessThan(found.before.rmseBins);
  });
});
