import 'fake-indexeddb/auto';
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentProvider } from '../../src/app/environment.ts';
import { model as words } from '../../src/app/messages/en/model.ts';
import { trouble } from '../../src/app/messages/en/trouble.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { Model } from '../../src/app/model/ModelScreen.tsx';
import { createModelState, type ModelAway } from '../../src/app/model/modelState.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import { historiesOf } from '../../src/domain/calibration/histories.ts';
import { calibrationReport } from '../../src/domain/calibration/report.ts';
import type { LogEvent } from '../../src/domain/event.ts';
import { habitsOf } from '../../src/domain/habits.ts';
import { leechesAmong, trialsOf } from '../../src/domain/leech.ts';
import { createModel, DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { workload, type Workload } from '../../src/domain/workload.ts';
import { StoreError } from '../../src/store/errors.ts';
import { append } from '../../src/store/log.ts';
import { rebuildCaches } from '../../src/store/rebuild.ts';
import { keptWeights } from '../../src/store/weights.ts';
import type { Store } from '../../src/store/store.ts';
import type { Trained, TrainingProgress } from '../../src/workers/training.ts';
import { aReview } from '../builders.ts';
import { columnsOf, logOfLearner, statesIn } from '../simulatedLearner.ts';
import { aWorld, tinyDeck, type World } from './world.ts';

// Caches are made anew meanwhile.
configure({ asyncUtilTimeout: 10_000 });

const OTHER = DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight * 2 : weight));
const model = createModel();

/** What the worker would answer, of a log of a simulated learner. */
function reportOf(log: readonly LogEvent[], isTiny = false) {
  const renamed = isTiny ? log.map((event) => ({ ...event, card: 'tiny/alpha.what' })) : log;
  const histories = historiesOf(columnsOf(renamed), model);
  const report = {
    calibration: calibrationReport(histories, 20_300, ['tiny/one'], () => 'tiny/one'),
    leeches: leechesAmong(trialsOf(histories, () => true)),
  };
  return () => Promise.resolve(report);
}

const LEARNER = { seed: 'screen', cards: 120, days: 200, perDay: 4, truth: model, belief: model };
const LOG = logOfLearner(LEARNER);
const JUDGED: Trained = {
  is: 'judged',
  weights: OTHER,
  from: 20_100,
  effect: { earlier: 3, later: 7, today: -2 },
  verdict: {
    trained: 4000,
    judged: 1000,
    before: { logLoss: 0.4, rmseBins: 0.08 },
    after: { logLoss: 0.38, rmseBins: 0.05 },
    gain: 0.02,
    doubt: 0.01,
    isGain: true,
  },
};

const columns = columnsOf(LOG);
const habits = habitsOf(columns, historiesOf(columns, model));

const years = new Map<number, Workload>();

/** Simulated once for each desired retention: it takes a while. */
function yearOf(settings: Settings): Workload {
  const known = years.get(settings.desiredRetention);
  if (known) return known;
  const catalogue = buildCatalogue([tinyDeck()]);
  const states = statesIn([]);
  const year = { states, settings, model, catalogue, habits, today: 20_300, introduced: 0 };
  const simulated = workload(year);
  years.set(settings.desiredRetention, simulated);
  return simulated;
}

const away = (over: Partial<ModelAway> = {}): ModelAway => ({
  report: reportOf(LOG),
  workload: ({ settings }) => Promise.resolve({ habits, workload: yearOf(settings) }),
  optimise: () => Promise.resolve(JUDGED),
  rebuild: (store) => rebuildCaches(store, () => {}),
  close: () => {},
  ...over,
});

let world: World;
let store: Store;

function show(of: ModelAway = away()) {
  return render(
    <EnvironmentProvider value={world.environment}>
      <Model away={of} />
    </EnvironmentProvider>,
  );
}

const section = (name: string) => screen.findByRole('region', { name });
const press = async (name: string | RegExp, from = words.optimise) =>
  userEvent.click(await within(await section(from)).findByRole('button', { name }));

beforeEach(async () => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  world = await aWorld(tinyDeck());
  ({ store } = world.environment);
});

afterEach(() => {
  cleanup();
  store.close();
});

describe('is the model right', () => {
  it('says it in one sentence, draws it, and puts the same into tables', async () => {
    show();
    expect(
      await screen.findByText(/^When it says 90%, you recall \d\d% \(\d\d–\d\d\)\./),
    ).toBeVisible();
    expect(screen.getByRole('img', { name: /^Of \d groups? of answers/ })).toBeVisible();
    await userEvent.click(
      within(await section(words.diagram)).getByRole('button', { name: 'Show as table' }),
    );
    expect(screen.getByRole('columnheader', { name: words.binHead[1]! })).toBeVisible();
    const row = within(screen.getByRole('table', { name: words.scores })).getByRole('row', {
      name: /^All/,
    });
    expect(row).toHaveTextContent(/^All[\d,]+\d\d\.\d%\d\d% \d\d–\d\d0\.\d{3}\d+\.\d%\d\d%$/);
    expect(within(await section(words.leftTitle)).getByText(words.left.first(120))).toBeVisible();
  });

  it('says of nothing that it is not enough, and shows no number', async () => {
    show(away({ report: reportOf([]) }));
    expect(await screen.findByText(words.saidFew(0, 100))).toBeVisible();
    expect(screen.queryByRole('img', { name: /groups of answers/ })).toBeNull();
    expect(screen.queryByText(/NaN|Infinity/)).toBeNull();
    expect(screen.getByText(words.noTested)).toBeVisible();
  });

  it('says what went wrong when the record cannot be read, and tries again', async () => {
    let isBroken = true;
    const report = reportOf(LOG);
    show(
      away({
        report: () => (isBroken ? Promise.reject(new StoreError('failed')) : report()),
      }),
    );
    expect(await screen.findByText(trouble.other.failed.title)).toBeVisible();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: trouble.again }));
    expect(await screen.findByText(/^When it says/)).toBeVisible();
    expect(screen.queryByText(trouble.other.failed.title)).toBeNull();
  });
});

describe('leeches', () => {
  it('are shown with their misses, the source and what to hold them against', async () => {
    const slipping = logOfLearner({ ...LEARNER, cards: 1, bend: () => 0.4 });
    show(away({ report: reportOf(slipping, true) }));
    const leeches = await section(words.leeches);
    expect(
      await within(leeches).findByRole('link', { name: 'Question of tiny/alpha.what' }),
    ).toHaveAttribute('href', '#/decks/tiny/one?at=tiny%2Falpha.what');
    expect(within(leeches).getByText(/^Missed in \d+ of its last \d+ answers/)).toBeVisible();
    expect(within(leeches).getByRole('link', { name: /Talk from 1:45/ })).toBeVisible();
    expect(within(leeches).getByText(/at most 5%/)).toBeVisible();
  });
});

describe('training', () => {
  it('says what it gained before anything is written, is put in force, and is taken back', async () => {
    show();
    await press(words.train);
    const part = await section(words.optimise);
    expect(
      await within(part).findByText(`${words.gain(1000, 0.4, 0.38)} ${words.sureGain}`),
    ).toBeVisible();
    expect(within(part).getByText(/3 cards earlier and put 7 cards off/)).toBeVisible();
    expect(await store.db.events.count()).toBe(0);
    await press(words.use);
    expect((await within(part).findAllByText(words.saved.weights))[0]).toBeVisible();
    expect(store.settings.weights).toEqual(OTHER);
    expect(await within(part).findByText(words.inForce)).toBeVisible();
    await press(words.undo);
    expect((await within(part).findAllByText(words.tookBack))[0]).toBeVisible();
    expect(store.settings.weights).toEqual(DEFAULT_WEIGHTS);
  });

  it('keeps earlier weights, and goes back to them', async () => {
    const moment = { at: world.now, offset: 480, day: 20_781 };
    await append(store, [{ type: 'set', key: 'weights', value: OTHER, ...moment }]);
    show();
    await press(words.goBackTo(words.keptDefault));
    const part = await section(words.optimise);
    expect((await within(part).findAllByText(words.saved.weights))[0]).toBeVisible();
    expect(store.settings.weights).toEqual(DEFAULT_WEIGHTS);
    const kept = await keptWeights(store);
    expect(kept.map(({ weights }) => weights)).toEqual([DEFAULT_WEIGHTS, OTHER]);
  });

  it('offers to move due dates after other weights, and moves them as one action', async () => {
    const day = 20_781 - 30;
    const at = world.now - 30 * 86_400_000;
    await append(store, [
      aReview('good', { card: 'tiny/alpha.what', at, offset: 480, day, days: 31 }),
    ]);
    show();
    await press(words.train);
    await press(words.use);
    await press(words.move);
    const part = await section(words.optimise);
    expect((await within(part).findAllByText(words.moved(1)))[0]).toBeVisible();
    const events = await store.db.events.toArray();
    expect(events.map(({ type }) => type)).toEqual(['reviewed', 'set', 'rescheduled']);
  });

  it('is refused with the reason: too few answers, or no gain', async () => {
    const few: Trained = { is: 'too-few', trained: 12, judged: 3 };
    const none: Trained = { ...JUDGED, verdict: { ...JUDGED.verdict, isGain: false } };
    const outcomes = [few, none];
    show(away({ optimise: () => Promise.resolve(outcomes.shift() ?? few) }));
    await press(words.train);
    const part = await section(words.optimise);
    expect((await within(part).findAllByText(words.tooFew(12, 3, 300, 100)))[0]).toBeVisible();
    expect(within(part).queryByRole('button', { name: words.use })).toBeNull();
  });

  it('can be cancelled, and then says nothing more', async () => {
    let tell: (progress: TrainingProgress) => void = () => {};
    let signal: AbortSignal | null = null;
    show(
      away({
        optimise: (_store, _today, onProgress, stop) => {
          tell = onProgress;
          signal = stop;
          return new Promise((_, reject) => {
            stop.addEventListener('abort', () => reject(stop.reason));
          });
        },
      }),
    );
    await press(words.train);
    act(() => tell({ is: 'training', share: 0.4 }));
    expect(screen.getByRole('progressbar', { name: words.training.training })).toHaveValue(0.4);
    await press(words.cancel);
    expect((signal as AbortSignal | null)?.aborted).toBe(true);
    expect(
      within(await section(words.optimise)).getByRole('button', { name: words.train }),
    ).toBeVisible();
    act(() => tell({ is: 'training', share: 0.6 }));
    expect(screen.queryByRole('progressbar', { name: words.training.training })).toBeNull();
  });

  it('says that it broke off, and that nothing changed', async () => {
    show(away({ optimise: () => Promise.reject(new Error('unreachable')) }));
    await press(words.train);
    expect(await screen.findByText(words.broken)).toBeVisible();
    expect(await store.db.events.count()).toBe(0);
  });

  it('hears nothing of the way once it has arrived', async () => {
    let tell: (progress: TrainingProgress) => void = () => {};
    const page = createModelState(
      world.environment,
      away({
        optimise: (_store, _today, onProgress) => {
          tell = onProgress;
          return Promise.resolve(JUDGED);
        },
      }),
    );
    await page.train();
    tell({ is: 'judging', share: 1 });
    expect(page.state.getState().training).toEqual({ is: 'over', trained: JUDGED });
  });
});

describe('the simulated year', () => {
  it('marks the present choice, looks at another, and puts that in force', async () => {
    show();
    const part = await section(words.workload);
    expect(within(part).getByRole('img', { name: /^At 90%, as now/ })).toBeVisible();
    expect(within(part).queryByRole('button', { name: /^Use/ })).toBeNull();
    const slider = within(part).getByRole('slider', { name: words.choose });
    expect(slider).toHaveAttribute('aria-valuetext', '90%');
    slider.focus();
    await userEvent.keyboard('{ArrowLeft}');
    const { fireEvent } = await import('@testing-library/react');
    fireEvent.change(slider, { target: { value: '5' } });
    expect(slider).toHaveAttribute('aria-valuetext', '85%');
    expect(within(part).getByText(/than now\.$/)).toBeVisible();
    await userEvent.click(within(part).getByRole('button', { name: words.takeDesired(0.85) }));
    expect((await within(part).findAllByText(words.saved.desired))[0]).toBeVisible();
    expect(store.settings.desiredRetention).toBe(0.85);
  });
});
