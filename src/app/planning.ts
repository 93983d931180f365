/** Discussions and their plans, for the screens that show them: what is known, prepared and kept. */
import type { StudyDay } from '../domain/day.ts';
import { needsForecast, type Discussion, type StandingDiscussion } from '../domain/discussion.ts';
import type { Draft } from '../domain/event.ts';
import { paceOf } from '../domain/estimate.ts';
import type { Plan } from '../domain/plan/solve.ts';
import type { Known, Preparation } from '../domain/preparation.ts';
import { hash32 } from '../domain/random.ts';
import { frozenConcepts } from '../domain/recallForecast.ts';
import { emptyTally } from '../domain/tally.ts';
import { readDiscussions } from '../store/discussions.ts';
import { append } from '../store/log.ts';
import { firstRatingCounts, recentReviews } from '../store/pace.ts';
import { allStates, talliesSince } from '../store/study.ts';
import { dayAt, momentOf } from './clock.ts';
import type { Environment } from './environment.ts';

/** Reviews the pace is taken from. */
const RECENT = 200;

/** What stands for today whatever else is planned: it is written anew only with a new forecast. */
function todaysPart(discussion: StandingDiscussion, today: StudyDay): readonly string[] | null {
  if (needsForecast({ ...discussion, isPlanned: true })) return null;
  return discussion.planned.get(today) ?? null;
}

/** What is known of the learner now. @throws StoreError */
export async function readKnown({
  store,
  clock,
  catalogue,
}: Environment): Promise<Omit<Known, 'todaysPart'>> {
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
 * Plans found while the app is open, by discussion: the newest ones for the same cards as they stood,
 * one for each wish (target and minutes).
 */
const found = new Map<string, { readonly standing: number; readonly plans: readonly Plan[] }>();

/** Plans of a discussion kept in mind: with each visit all of them are looked at. */
const MOST_FOUND = 6;

/** The plans kept once one more is found. Found with the others in mind, it is no worse than they. */
function withPlan(plans: readonly Plan[], plan: Plan): Plan[] {
  const wish = JSON.stringify(plan.wish);
  const others = plans.filter((other) => JSON.stringify(other.wish) !== wish);
  return [...others, plan].slice(-MOST_FOUND);
}

/** A hash of all a plan's options depend on. */
function standingOf({ when, scope, onTheDay }: Discussion, known: Known): number {
  const { states, settings, firstRatings, today, todaysPart: part } = known;
  const all = [when, scope, onTheDay, states, settings, firstRatings, today, part];
  return hash32(JSON.stringify(all));
}

/**
 * Prepares a discussion that lies ahead.
 * @param onFirst told of the first plan, before a better one is looked for
 * @throws StoreError, or the signal's reason when it is aborted
 */
export async function prepareDiscussion(
  environment: Environment,
  discussion: StandingDiscussion,
  onFirst: (first: Preparation) => void,
  signal: AbortSignal,
): Promise<Preparation> {
  const learner = await readKnown(environment);
  const known = { ...learner, todaysPart: todaysPart(discussion, learner.today) };
  const standing = standingOf(discussion, known);
  const before = found.get(discussion.id);
  const plans = before?.standing === standing ? before.plans : [];
  const { id, name, when, scope, target, minutes, onTheDay, isPlanned } = discussion;
  const plain = { id, name, when, scope, target, minutes, onTheDay, isPlanned };
  const date = dateOf(environment, discussion);
  const prepared = await environment.prepare(plain, date, known, plans, onFirst, signal);
  if (prepared.plan) {
    found.set(discussion.id, { standing, plans: withPlan(plans, prepared.plan) });
  }
  return prepared;
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

/** What a preparation is of, beside the cards as they stand: two of one task are worth the same. */
export function taskOf(
  { clock, store }: Environment,
  { when, scope, target, minutes, onTheDay }: Discussion,
): string {
  const { day } = momentOf(clock, store.settings.rollover);
  return JSON.stringify([when, scope, target, minutes, onTheDay, day]);
}

async function writeDown(
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
  // A day with nothing to plan is written down too: else it would be worked out again and again.
  if (isPlanned && (isNew || !discussion.planned.has(moment.day))) {
    const states = await allStates(store);
    const done = new Set(
      states.filter(({ memoryDay }) => memoryDay === moment.day).map(({ card }) => card),
    );
    const cards = laneOf(discussion, prepared, moment.day, done);
    drafts.push({ type: 'day-planned', discussion: id, cards, ...moment });
  }
  if (drafts.length > 0) await append(store, drafts);
}

/** What is being written down, one after the other, so that nothing is twice. */
let keeping: Promise<unknown> = Promise.resolve();

/**
 * Writes down what a preparation came to: the forecast, if one is still to be made, and of a plan that
 * is followed the cards of today, if none are written or it changed. The discussion is read anew for
 * it: it may have been changed, or written about, while it was prepared.
 * @param task what was prepared (`taskOf`, when it was begun)
 * @returns whether it still was what the discussion asks for; if not, nothing was written
 * @throws StoreError
 */
export function keepPreparation(
  environment: Environment,
  id: string,
  task: string,
  prepared: Preparation,
): Promise<boolean> {
  const keep = async () => {
    const discussion = (await readDiscussions(environment.store)).get(id);
    if (!discussion || taskOf(environment, discussion) !== task) return false;
    await writeDown(environment, discussion, prepared);
    return true;
  };
  const kept = keeping.then(keep);
  keeping = kept.catch(() => {});
  return kept;
}
