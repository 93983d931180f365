/**
 * Random histories of one learner: what is done and when, as small commands, and a player that turns
 * them into events with the offers the app would have made at that moment.
 */
import * as fc from 'fast-check';
import { stepCard, type CardState } from '../../src/domain/cardState.ts';
import { startOfStudyDay, studyDayOf } from '../../src/domain/day.ts';
import {
  isAnswer,
  isOfCard,
  isSetting,
  RATINGS,
  type Answer,
  type Draft,
  type LogEvent,
} from '../../src/domain/event.ts';
import { grantOf, offersFor, predictionFor } from '../../src/domain/grant.ts';
import { createModel, DEFAULT_WEIGHTS, type MemoryModel } from '../../src/domain/memory.ts';
import { plannedMoves } from '../../src/domain/reschedule.ts';
import {
  DEFAULT_SETTINGS,
  desiredRetentionOf,
  withSetting,
  type Settings,
} from '../../src/domain/settings.ts';
import { addToTally, emptyTally, isEmptyTally, type Tally } from '../../src/domain/tally.ts';
import { siblingsOf } from '../../src/domain/catalogue.ts';
import { aCatalogue, DAY, HOUR, MINUTE, Pen, type Folds } from '../builders.ts';

export const CARDS = ['talk/a', 'talk/b/there', 'talk/b/back', 'more/c'] as const;
export const CATALOGUE = aCatalogue(CARDS);

/** How long before a command: so many ms, or until so many ms after the next rollover. */
type Pause = { readonly ms: number } | { readonly afterRollover: number };

export type Deed =
  | { readonly is: 'review'; readonly card: string; readonly rating: Answer['rating'] }
  | {
      readonly is: 'quiz';
      readonly card: string;
      readonly answer: Pick<Answer, 'rating' | 'mode' | 'how'> & Partial<Answer>;
      readonly moves: boolean;
    }
  | {
      readonly is: 'flag';
      readonly card: string;
      readonly type: 'suspended' | 'unsuspended' | 'marked' | 'unmarked' | 'reset';
    }
  | { readonly is: 'bury' | 'set due'; readonly card: string; readonly days: number }
  | { readonly is: 'set'; readonly key: string; readonly value: unknown }
  | { readonly is: 'reschedule'; readonly desired: number }
  | { readonly is: 'travel'; readonly offset: number };

export interface Command {
  readonly pause: Pause;
  readonly deed: Deed;
}

const card = fc.constantFrom(...CARDS);
const rating = fc.constantFrom(...RATINGS);

const pause: fc.Arbitrary<Pause> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 9000, 11 * MINUTE).map((ms) => ({ ms })) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }).map((days) => ({ ms: days * DAY })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 * DAY }).map((ms) => ({ ms })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(-2, -1, 0, 1, MINUTE).map((after) => ({ afterRollover: after })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-1, -HOUR, -DAY, -9 * DAY).map((ms) => ({ ms })),
  },
);

const quiz = fc.record({
  is: fc.constant('quiz' as const),
  card,
  answer: fc.record(
    {
      rating: fc.constantFrom('again' as const, 'good' as const),
      mode: fc.constantFrom('cram', 'quiz-practice', 'quiz-misses', 'quiz-all' as const),
      how: fc.constantFrom('self', 'typed', 'choice' as const),
      confidence: fc.constantFrom('guess', 'think', 'know' as const),
    },
    { requiredKeys: ['rating', 'mode', 'how'] },
  ),
  moves: fc.boolean(),
});

/** Values a setting may have, and some it may not, which must change nothing. */
const setting = fc.oneof(
  fc.record({
    key: fc.constant('desiredRetention'),
    value: fc.constantFrom(0.7, 0.85, 0.97, 0.5, 'much'),
  }),
  fc.record({ key: fc.constant('rollover'), value: fc.constantFrom(0, 3, 4, 6, 7) }),
  fc.record({
    key: fc.constantFrom('learningSteps', 'relearningSteps'),
    value: fc.constantFrom([], [1], [10, 1], [1, 10, 600], [1439], [1440]),
  }),
  fc.record({ key: fc.constant('maximumInterval'), value: fc.constantFrom(1, 20, 36_500, 0) }),
  fc.record({ key: fc.constant('balanceLoad'), value: fc.boolean() }),
  fc.record({
    key: fc.constantFrom('desiredRetention/talk', 'desiredRetention/more'),
    value: fc.constantFrom(0.8, 0.9, 2),
  }),
  fc.record({ key: fc.constant('unheardOf'), value: fc.constant(1) }),
);

/** Other weights a learner's own optimiser might find. */
export const OTHER_WEIGHTS = DEFAULT_WEIGHTS.map((weight, i) => (i < 17 ? weight * 1.1 : weight));

const weights = fc
  .constantFrom(DEFAULT_WEIGHTS, OTHER_WEIGHTS)
  .map((value) => ({ is: 'set' as const, key: 'weights', value }));

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ is: fc.constant('review' as const), card, rating }) },
  { weight: 3, arbitrary: quiz },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('flag' as const),
      card,
      type: fc.constantFrom('suspended', 'unsuspended', 'marked', 'unmarked', 'reset' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constantFrom('bury' as const, 'set due' as const),
      card,
      days: fc.integer({ min: -1, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: setting.map((chosen) => ({ is: 'set' as const, ...chosen })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(0.75, 0.95)
      .map((desired) => ({ is: 'reschedule' as const, desired })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(-660, -300, 0, 330, 480, 840)
      .map((offset) => ({ is: 'travel' as const, offset })),
  },
);

const commandOf = (deeds: fc.Arbitrary<Deed>) => fc.record({ pause, deed: deeds });
export const command: fc.Arbitrary<Command> = commandOf(deed);
export const commands = (maxLength: number) => fc.array(command, { minLength: 1, maxLength });
/** As `commands`, and now and then the weights are changed. */
export const commandsWithWeights = (maxLength: number) =>
  fc.array(commandOf(fc.oneof({ weight: 12, arbitrary: deed }, weights)), {
    minLength: 1,
    maxLength,
  });

/** What the player of a history needs to know: the clock, the settings and the states. */
export class World {
  readonly states = new Map<string, CardState>();
  settings: Settings = DEFAULT_SETTINGS;
  model: MemoryModel = createModel();
  offset = 480;

  constructor(public now = 20_000 * DAY) {}

  dayOf = (at: number) => studyDayOf(at, this.offset, this.settings.rollover);

  private moment() {
    return { at: this.now, offset: this.offset, day: this.dayOf(this.now) };
  }

  private rest(how: Pause): void {
    if ('ms' in how) this.now += how.ms;
    else {
      const next = this.dayOf(this.now) + 1;
      this.now =
        startOfStudyDay(next, () => this.offset, this.settings.rollover) + how.afterRollover;
    }
  }

  private loadOn(day: number): number {
    return [...this.states.values()].filter(({ dueDay }) => dueDay === day).length;
  }

  private answer(about: Pick<Answer, 'card' | 'rating' | 'mode' | 'how'>, moves: boolean): Draft {
    const state = this.states.get(about.card) ?? null;
    const today = this.dayOf(this.now);
    const offers = offersFor(state, about.card, {
      settings: this.settings,
      desired: desiredRetentionOf(this.settings, about.card.split('/')[0] ?? ''),
      model: this.model,
      today,
      now: this.now,
      dayOf: this.dayOf,
      calendar: {
        load: (day) => this.loadOn(day),
        siblings: siblingsOf(CATALOGUE, about.card).flatMap(
          (id) => this.states.get(id)?.dueDay ?? [],
        ),
      },
    });
    const predicted = predictionFor(state, today, this.model);
    return {
      type: about.mode === 'review' ? 'reviewed' : 'quizzed',
      ...about,
      ...this.moment(),
      ms: 1000 + (this.now % 7000),
      language: 'zh',
      text: 7,
      weights: this.model.name,
      ...(predicted === undefined ? {} : { predicted }),
      ...(moves ? { grant: grantOf(offers[about.rating], this.now) } : {}),
    };
  }

  /** What the learner does next, as the app would write it down; nothing for a journey. */
  draftsFor({ pause: how, deed: done }: Command): Draft[] {
    this.rest(how);
    switch (done.is) {
      case 'review':
        return [
          this.answer({ card: done.card, rating: done.rating, mode: 'review', how: 'self' }, true),
        ];
      case 'quiz':
        return [this.answer({ ...done.answer, card: done.card }, done.moves)];
      case 'flag':
        return [{ type: done.type, card: done.card, ...this.moment() }];
      case 'bury': {
        const moment = this.moment();
        return [{ type: 'buried', card: done.card, until: moment.day + done.days, ...moment }];
      }
      case 'set due': {
        const moment = this.moment();
        const grant = { phase: 'review', step: 0, dueDay: moment.day + done.days } as const;
        return [{ type: 'set-due', card: done.card, grant, ...moment }];
      }
      case 'set':
        return [{ type: 'set', key: done.key, value: done.value, ...this.moment() }];
      case 'reschedule':
        return this.reschedule(done.desired);
      case 'travel':
        this.offset = done.offset;
        return [];
    }
  }

  private reschedule(desired: number): Draft[] {
    const moment = this.moment();
    const settings = { ...this.settings, desiredRetention: desired };
    const moves = plannedMoves(
      this.states.values(),
      moment.day,
      settings,
      this.model,
      CATALOGUE,
    ).map(({ card: id, grant }) => ({ type: 'rescheduled', card: id, grant, ...moment }) as const);
    return [{ type: 'set', key: 'desiredRetention', value: desired, ...moment }, ...moves];
  }
}

/** A history played in memory, each card moved one step by each event, as the store does it. */
export function play(
  history: readonly Command[],
  pen = new Pen('d'),
  start?: number,
): Folds & { readonly log: readonly LogEvent[]; readonly model: MemoryModel } {
  const world = new World(start);
  const tallies = new Map<number, Tally>();
  for (const one of history) {
    for (const event of pen.write(world.draftsFor(one))) {
      if (isSetting(event)) world.settings = withSetting(world.settings, event.key, event.value);
      if (!isOfCard(event)) continue;
      const before = world.states.get(event.card) ?? null;
      const { state, did } = stepCard(before, event, world.model);
      world.states.set(event.card, state);
      if (!isAnswer(event)) continue;
      const tally = tallies.get(event.day) ?? emptyTally(event.day);
      addToTally(tally, event, did);
      if (!isEmptyTally(tally)) tallies.set(event.day, tally);
    }
  }
  const { settings, model } = world;
  return {
    log: pen.log,
    model,
    states: [...world.states.values()],
    tallies: [...tallies.values()],
    settings,
  };
}
