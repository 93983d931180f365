import type { StudyDay } from '../../../domain/day.ts';
import {
  LONGEST_DISCUSSION_NAME,
  TARGETS,
  type DiscussionProblem,
} from '../../../domain/discussion.ts';
import { time } from './time.ts';

const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
/** Few presses are worth a decimal. */
const presses = (count: number) => (count < 10 ? count.toFixed(1) : String(Math.round(count)));
const minutes = (count: number) => (count < 1 ? 'under 1 min' : `${Math.round(count)} min`);

const problems: Readonly<Record<DiscussionProblem, string>> = {
  'no-name': 'It has no name yet. A word will do, such as the book or the group.',
  'long-name': `The name is too long. It may have ${LONGEST_DISCUSSION_NAME} characters.`,
  'no-date': 'There is no date yet. Choose a day and a time.',
  past: 'That time is over. Choose a later one.',
  'too-far':
    'That is more than a year away, further than a forecast reaches. Choose an earlier day.',
  'empty-scope': 'Nothing is chosen. Tick a deck, some chapters or some concepts.',
  'bad-target': `Choose a recall from ${percent(TARGETS.low)} to ${percent(TARGETS.high)}.`,
  'zero-minutes': 'Give it a whole number of minutes a day, from 1 to 1440.',
};

/** Discussions: made, forecast, planned, and looked back on. */
export const discussions = {
  title: 'Discussions',

  // All of them
  empty: 'When is the next discussion? Give a date and a scope to see what you will recall.',
  make: 'Add a discussion',
  ahead: 'Ahead',
  past: 'Past',
  when: (day: StudyDay, clock: string) => `${time.dateLine(day)}, ${clock}`,
  daysLeft: (days: number) =>
    days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${several(days, 'day')}`,
  joined: (parts: readonly string[]) => parts.join(', '),
  /** `made`: when it was forecast. */
  frozen: (share: number, isPlanned: boolean, made: StudyDay) =>
    `${isPlanned ? 'On the plan' : 'With your usual reviews'}, ${percent(share)} expected. Forecast of ${time.date(made)}.`,
  notFrozen: 'No forecast yet.',
  came: (forecast: number, recalled: number, of: number) =>
    `Forecast ${percent(forecast)}, recalled ${percent(recalled)} of ${of}.`,
  cameFew: (recalled: number, of: number) => `${recalled} of ${of} recalled.`,
  notCompared: 'Not yet held against what came.',

  // The form
  newTitle: 'A discussion',
  changeTitle: (name: string) => `Change “${name}”`,
  name: 'Name',
  date: 'Date and time',
  clock: 'Time',
  scope: 'What it is about',
  comesTo: (concepts: string, cards: number) => `${concepts}, ${several(cards, 'card')}.`,
  onlyUnseen: (perDay: number) =>
    `None of these cards has been seen yet. Until then they count as not recalled; a plan can begin at most ${perDay} new ones a day, as chosen in Settings.`,
  target: 'Recall to reach',
  targetHint: 'For each concept, on the day.',
  minutes: 'Minutes a day',
  minutesHint: 'For all reviews. The ordinary ones come first.',
  minutesUnit: 'min',
  onTheDay: 'Plan on the day itself too',
  onTheDayHint: 'Otherwise the last reviews are on the day before.',
  save: 'See the forecast',
  saveChange: 'Save',
  problems,

  // Unknown
  missing: 'No such discussion',
  missingNote: 'It was removed, or it was made on another device and has not been brought here.',

  // One of them
  about: (scope: string, concepts: string, target: number) =>
    `${scope}: ${concepts}, ${percent(target)} of each to be recalled`,
  sentence: (day: StudyDay, plan: number, stop: number) =>
    `On this plan, ${percent(plan)} expected on ${time.date(day)}; ${percent(stop)} without review.`,
  sentenceUnplanned: (day: StudyDay, reviews: number, stop: number) =>
    `With your usual reviews, ${percent(reviews)} expected on ${time.date(day)}; ${percent(stop)} without review.`,
  outOfReach: (days: number, target: number, most: number) =>
    `No plan found brings every concept to ${percent(target)} in ${several(days, 'day')}; the best one leaves the weakest at ${percent(most)}.`,
  waysOn: 'Narrow the scope or add time.',
  working: 'Working out the forecast',
  workingPlan: 'Looking for a plan',
  better: 'Looking for a better plan …',
  found: 'The search is over.',
  spread: (mean: number, low: number, high: number) =>
    `${percent(mean)} (${whole(low)}–${whole(high)})`,
  range: (low: number, high: number) => `${whole(low)}–${whole(high)}`,
  rangeNote:
    'Below each: the middle 80 %, were cards forgotten independently. Cards of one note hang together, so this spread is a lower limit.',

  forecast: 'Forecast',
  stop: 'Without review',
  reviews: 'With your usual reviews',
  plan: 'On this plan',
  targetLabel: (target: number) => `Target ${percent(target)}`,
  /** 27 Nov */
  tick: (day: StudyDay) => /^\d+ \w{3}/.exec(time.date(day))?.[0] ?? '',
  dayHead: 'Day',
  stopHead: 'No review',
  reviewsHead: 'Usual',
  planHead: 'Plan',
  /** Between a line's name and its end. */
  labelGap: ' ',
  waysHead: 'Until then',
  waysLabel: 'Expected on the day',
  shareHead: 'Recalled',
  spreadNote:
    'In brackets: the middle 80 %, were cards forgotten independently. Cards of one note hang together, so the true spread is wider.',
  unseen: (cards: number) =>
    `${several(cards, 'card')} not yet seen ${cards === 1 ? 'counts' : 'count'} as 0 until begun.`,
  suspended: (cards: number) =>
    `${several(cards, 'suspended card')} ${cards === 1 ? 'is' : 'are'} left out.`,

  concepts: 'Concepts, the weakest first',
  conceptsLabel: 'Recall of each concept',
  concept: 'Concept',
  now: 'Now',
  ready: (target: number) => `reaches ${percent(target)}`,
  short: (points: number) => `${points < 1 ? 'under 1' : Math.round(points)} short`,
  showAll: (count: number) => `Show all ${count}`,
  showFewer: 'Show the weakest only',

  planTitle: 'The plan',
  planSum: (days: number, cards: number, count: number) =>
    `${several(days, 'day')}, ${several(cards, 'review')}, ${minutes(count)} more.`,
  cost: (count: number) =>
    `That is about ${presses(count)} answers more than reviewing only what falls due, new cards and relearning included.`,
  costNone: 'It takes no more answers than reviewing what falls due.',
  /** All three to one decimal, `bound` rounded down by the caller, so that it stays true. */
  gap: (least: number, bound: number, gap: number) =>
    `The cheapest plan found takes ${least.toFixed(1)}, and no plan that reaches the target takes fewer than ${bound.toFixed(1)}: a gap of ${gap.toFixed(1)}.`,
  forLater: (count: number) =>
    `About ${presses(count)} of them are there so that it lasts longer afterwards.`,
  enough: 'What falls due anyway is enough; nothing is to be added.',
  usualReach: (target: number) =>
    `Your usual reviews and new cards would bring every concept to ${percent(target)} too.`,
  fallShort: (count: number) =>
    `${several(count, 'concept')} ${count === 1 ? 'falls' : 'fall'} short: `,
  fallShortEnd: (more: number) => (more === 0 ? '.' : ` and ${more} more.`),
  daysLabel: 'The plan by day',
  planned: (cards: number) => several(cards, 'card'),
  cards: 'Reviews',
  minutesHead: 'Takes',
  minutesText: minutes,
  total: 'Together',
  planDay: (day: StudyDay) => `${time.weekdayShort(day)} ${discussions.tick(day)}`,
  todayLabel: 'Today',
  usePlan: 'Use this plan',
  planNote: 'It only adds reviews; other cards keep their dates. You can stop at any time.',
  followed: 'You follow this plan: its part of each day stands in Today.',
  toToday: 'To Today',
  stopFollowing: 'Stop following it',
  noDayLeft: 'No study day is left to plan on.',
  noDayLeftWay: 'Plan on the day itself',
  allSuspended: 'All cards of this scope are suspended, so there is nothing to forecast or plan.',
  scopeGone: 'The decks at hand no longer know what this discussion is about. Choose a new scope.',
  narrow: 'Narrow the scope',
  moreMinutes: 'Give more minutes',
  later: 'Choose a later date',
  newLimit: (perDay: number) => `At most ${several(perDay, 'new card')} a day can be begun.`,
  changeLimit: 'Change that in Settings',

  quiz: 'Quiz yourself on this',
  brief: 'One page to print',
  calendar: 'Save for the calendar',
  change: 'Change',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeBody:
    'Its forecast and its plan go with it. Reviews done for it stay, and so do your cards.',
  calendarFile: (name: string) => `${name}.ics`,
  calendarDay: (name: string, cards: number) => `${name}: ${several(cards, 'review')}`,
  calendarMore: (count: number) => `About ${minutes(count)} more, in Today.`,

  broken: 'The forecast did not get done',
  brokenNote: 'What works it out has stopped. Nothing recorded is lost. Try again.',

  // Afterwards
  afterwards: 'What came of it',
  heldForecast: (share: number, isPlanned: boolean, made: StudyDay) =>
    `Before it began, the forecast ${isPlanned ? 'on the plan' : 'with your usual reviews'} was ${percent(share)}. It was made on ${time.date(made)}.`,
  nothingHeld: 'No forecast was written down before it began, so there is nothing to compare.',
  finalQuiz: 'Final quiz',
  finalNote: (day: StudyDay) =>
    `It asks what the forecast was about. It is offered until ${time.date(day)}, since what was recalled on the day fades.`,
  verdict: 'Or say yourself',
  verdictAgain: 'Your own verdict',
  verdictHint: 'Leave out what did not come up.',
  recalled: 'Recalled',
  missed: 'Missed',
  leaveOut: 'Left out',
  saveVerdict: 'Save the verdict',
  verdictNone: 'Mark at least one concept to save',
  saved: 'Saved.',
  byQuiz: 'By the final quiz.',
  byVerdict: 'By your own verdict.',
  few: 'Too few to judge by:',
  compared: (forecast: number, recalled: number, low: number, high: number, of: number) =>
    `${percent(forecast)} forecast, ${percent(recalled)} recalled (${whole(low)}–${whole(high)}, 95 % interval) of ${of}.`,
  comparedFew: (forecast: number, recalled: number, of: number) =>
    `${recalled} of ${of} recalled, ${forecast.toFixed(1)} expected. Too few to say how sound the forecast was.`,
  within: 'The forecast lies within the interval: nothing speaks against it.',
  hopeful: 'The forecast lies above the interval: it was too hopeful.',
  modest: 'The forecast lies below the interval: it was too modest.',
  brier: (score: number, ofStop: number) =>
    `Brier score ${score.toFixed(2)}: the mean squared distance of forecast and outcome. 0 is best; always saying 50% gives 0.25. The forecast without any review would have had ${ofStop.toFixed(2)}.`,
  choices: (count: number) =>
    `${count} of the answers ${count === 1 ? 'was a choice' : 'were choices'}, which can be guessed.`,
  bins: 'By how much was forecast',
  binHead: 'Forecast',
  binMean: 'On average',
  binRecalled: 'Recalled',
  binCount: 'Of',
  bin: (from: number, to: number) => `${whole(from)}–${whole(to)}%`,

  // The brief
  briefTitle: (name: string) => `${name}: one page`,
  weakest: 'Weakest concepts',
  weakestHint:
    'Recall as it stands now; first, what you missed when a quiz for this discussion last asked it.',
  noWeakest: 'All cards of this scope are suspended or gone, so none is weak.',
  missedInQuiz: 'missed in a quiz',
  notMet: 'not met yet',
  minute: (place: string) => `talk ${place}`,
  likely: 'Likely to come up',
  noQuestions: 'The decks have no open questions about this.',
  print: 'Print',
};
