/** Discussions and their plans, for the screens that show them: what is known, prepared and kept. */
import type { StudyDay } from '../domain/day.ts';
import type { Discussion, StandingDiscussion } from '../domain/discussion.ts';
import type { Draft } from '../domain/event.ts';
import { paceOf } from '../domain/estimate.ts';
import type { Plan } from '../domain/plan/solve.ts';
import type { Known, Preparation } from '../domain/preparation.ts';
import { hash32 } from '../domain/random.ts';
import { frozenConcepts } from '../domain/recallForecast.ts';
import { emptyTally } from '../domain/tally.ts';
import { append } from '../store/log.ts';
import { firstRatingCounts, recentReviews } from '../store/pace.ts';
import { allStates, talliesSince } from '../store/study.ts';
import { dayAt, momentOf } from './clock.ts';
import type { Environment } from './environment.ts';

/** Reviews the pace is taken from. */
const RECENT = 200;

/** What is known of the learner now. @throws StoreError */
export async function readKnown({ store, clock, catalogue }: Environment): Promise<Known> {
  const now = clock.now();
  const today = dayAt(clock, now, store.settings.rollover);
  const [states, firstRatings, recent, [found]] = await Promise.all([
    allStates(store),
    firstRatingCounts(store),
    recentReviews(store, RECENT),
    talliesSince(store, today),
  ]);
  const tally = found?.day === today ? found : emptyTally(today);
  const { introduced, reviewed, time: spent } = tally;
  return {
    decks: catalogue.decks,
    states,
    settings: store.settings,
    firstRatings,
    now,
    today,
    introduced,
    reviewed,
    spent,
    pace: paceOf(recent),
  };
}

/** The study day of a discussion. */
export function dateOf(
  { store, clock }: Environment,
  { when }: Pick<Discussion, 'when'>,
): StudyDay {
  return dayAt(clock, when, store.settings.rollover);
}

/** Whether it lies ahead: on its day it does until it begins. */
export function isAhead({ clock }: Environment, { when }: Pick<Discussion, 'when'>): boolean {
  return clock.now() < when;
}

/**
 * Plans found while the app is open, by discussion: those for the same cards as they stood, whatever
 * the target and the minutes were.
 */
const found = new Map<string, { readonly standing: number; readonly plans: readonly Plan[] }>();

/** A hash of all a plan's options depend on. */
function standingOf({ when, scope, onTheDay }: Discussion, known: Known): number {
  const { states, settings, firstRatings, today } = known;
  return hash32(JSON.stringify([when, scope, onTheDay, states, settings, firstRatings, today]));
}

/**
 * Prepares a discussion that lies ahead.
 * @param onFirst told of the first plan, before a better one is looked for
 * @throws StoreError, or the signal's reason when it is aborted
 */
export async function prepareDiscussion(
  environment: Environment,
  discussion: Discussion,
  onFirst: (first: Preparation) => void,
  signal: AbortSignal,
): Promise<Preparation> {
  const known = await readKnown(environment);
  const standing = standingOf(discussion, known);
  const before = found.get(discussion.id);
  const plans = before?.standing === standing ? before.plans : [];
  const { id, name, when, scope, target, minutes, onTheDay, isPlanned } = discussion;
  const plain = { id, name, when, scope, target, minutes, onTheDay, isPlanned };
  const date = dateOf(environment, discussion);
  const prepared = await environment.prepare(plain, date, known, plans, onFirst, signal);
  if (prepared.plan) {
    found.set(discussion.id, { standing, plans: [...plans, prepared.plan] });
  }
  return prepared;
}

/** Whether no forecast was frozen since the discussion was last changed. */
function needsForecast({ forecasts, changed }: StandingDiscussion): boolean {
  return (forecasts.at(-1)?.order ?? -1) < changed;
}

/** Cards the plan puts on `today`, with those it had put there that are done already. */
function laneOf(
  { planned }: StandingDiscussion,
  prepared: Preparation,
  today: StudyDay,
  done: ReadonlySet<string>,
): string[] {
  const before = (planned.get(today) ?? []).filter((card) => done.has(card));
  const now = prepared.days.find(({ day }) => day === today)?.cards ?? [];
  return [...new Set([...before, ...now])];
}

/**
 * Writes down what a preparation came to: the forecast, if the discussion changed since the last one,
 * and of a plan that is followed the cards of today, if none are written or it changed.
 * @throws StoreError
 */
export async function keepPreparation(
  environment: Environment,
  discussion: StandingDiscussion,
  prepared: Preparation,
): Promise<void> {
  const { store, clock } = environment;
  const moment = momentOf(clock, store.settings.rollover);
  const { id, when, target, isPlanned } = discussion;
  const isNew = needsForecast(discussion);
  const drafts: Draft[] = [];
  if (isNew) {
    drafts.push({
      type: 'forecast-made',
      discussion: id,
      when,
      date: dateOf(environment, discussion),
      target,
      isPlanned,
      weights: store.model.name,
      concepts: frozenConcepts(prepared.forecast),
      ...moment,
    });
  }
  if (isPlanned && prepared.plan && (isNew || !discussion.planned.has(moment.day))) {
    const states = await allStates(store);
    const done = new Set(
      states.filter(({ memoryDay }) => memoryDay === moment.day).map(({ card }) => card),
    );
    const cards = laneOf(discussion, prepared, moment.day, done);
    drafts.push({ type: 'day-planned', discussion: id, cards, ...moment });
  }
  if (drafts.length > 0) await append(store, drafts);
}
