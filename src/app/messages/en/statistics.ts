import { civilDateOf, type StudyDay } from '../../../domain/day.ts';
import type { NoteKind } from '../../../domain/deck.ts';
import type {
  AnswerKind,
  BinWidth,
  Period,
  RetentionPeriod,
  Span,
} from '../../../domain/statistics/figures.ts';
import { ENOUGH } from '../../../domain/statistics/proportion.ts';
import type { Interval } from '../../../domain/wilson.ts';
import { grouped } from '../../../ui/grouped.ts';
import { time } from './time.ts';

const several = (count: number, one: string) => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
const month = (day: StudyDay) => time.date(day).split(' ')[1] ?? '';
const short = (day: StudyDay) => /^\d+ \w{3}/.exec(time.date(day))?.[0] ?? '';
const tenths = (value: number) => grouped(Math.round(value * 10) / 10);

const kinds: Readonly<Record<NoteKind, string>> = {
  basic: 'question and answer',
  reversed: 'both ways',
  cloze: 'gaps',
  list: 'lists',
  choice: 'choices',
  contrast: 'contrasts',
};

const answerKinds: Readonly<Record<AnswerKind, string>> = {
  mature: 'mature',
  young: 'young',
  relearning: 'relearning',
  learning: 'learning',
  practice: 'quiz and cramming',
};

const retentionPeriods: Readonly<Record<RetentionPeriod, string>> = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: '7 days',
  month: '30 days',
  year: 'A year',
  all: 'All time',
};

/** Words of the statistics. */
export const statistics = {
  title: 'Statistics',
  toModel: 'Is the model right about me?',
  toConcepts: 'What you know, concept by concept',

  // What is asked
  which: 'Which cards',
  all: 'All cards',
  kind: 'Kind of note',
  allKinds: 'all kinds',
  kinds,
  onlyMarked: 'Only marked cards',
  whole: 'All decks',
  period: 'Period',
  periodName: (days: Period) =>
    days === null ? 'All' : days === 365 ? 'A year' : several(days, 'day'),

  // What it is about
  about: (answers: number, cards: number, first: StudyDay) =>
    `${several(cards, 'card')}; ${several(answers, 'answer')} since ${time.dateWithYear(first)}.`,
  retired: (answers: number, cards: number) =>
    `${several(answers, 'answer')} among them to ${several(cards, 'card')} that no deck here has any more.`,
  untimed: (answers: number) =>
    `${several(answers, 'answer')} came without a time; times leave them out.`,
  ahead: (answers: number) =>
    `${several(answers, 'answer')} dated after today ${answers === 1 ? 'is' : 'are'} left out: the clock was ahead.`,
  working: 'Reading the record …',
  none: 'Nothing has been answered yet. Once there are answers, this page shows what was done, what stayed and what comes.',
  noneOfThese: 'None of these cards has been answered yet.',
  toReview: 'Start review',
  broken: 'The figures did not get done',
  brokenNote: 'What works them out has stopped. Nothing recorded is lost. Try again.',
  what: 'What is this?',

  // Words the figures share
  thin: (of: number) => `Not enough data yet: ${of} of ${ENOUGH} answers`,
  thinShort: 'not enough data yet',
  nothingInPeriod: 'No answers in this period.',
  spread: (known: Interval & { readonly share: number }) =>
    `${percent(known.share)} (${whole(known.low)}–${whole(known.high)})`,
  interval: ({ low, high }: Interval) => `${whole(low)}–${whole(high)}`,
  percent,
  answers: (count: number) => several(count, 'answer'),
  cards: (count: number) => several(count, 'card'),
  answersUnit: 'answers',
  cardsUnit: 'cards',
  minutesUnit: 'minutes',
  answerKinds,
  answersHead: 'answers',
  dayHead: 'Day',
  spanHead: 'When',
  sumHead: 'all',
  median: (text: string) => `median ${text}`,
  countHead: 'Cards',
  /** Under a bar. */
  tick: (day: StudyDay, width: BinWidth) => {
    if (width !== 'month') return short(day);
    const { month: of, year } = civilDateOf(day);
    return of === 1 ? String(year) : month(day).slice(0, 3);
  },
  span: ({ from, to }: Span, width: BinWidth) => {
    if (from === to) return time.date(from);
    if (width === 'month') return `${month(from)} ${civilDateOf(from).year}`;
    return `${short(from)} – ${short(to)}`;
  },

  today: {
    title: 'Today',
    what: 'Everything answered since the study day began. Each press counts, so a card answered twice is two answers. Right means rated hard, good or easy; quizzes and cramming count as answers, and not among the right ones. Mature cards had an interval of 21 days or more.',
    finding: (answers: number, ofKinds: string) =>
      answers === 0 ? 'Nothing answered today.' : `${several(answers, 'answer')}: ${ofKinds}.`,
    time: 'Time',
    each: (text: string) => `${text} each`,
    again: 'Rated again',
    right: 'Right',
    mature: 'Right, mature cards',
    of: (count: number, of: number) => `${grouped(count)} of ${grouped(of)}`,
    byKind: (kind: string, count: number) => `${grouped(count)} ${kind}`,
  },

  due: {
    title: 'Future due',
    what: 'When the cards already begun fall due, if none is answered before. New cards are not in it, nor suspended ones; a buried card stands on the day it is free again. Overdue is what fell due before today. The daily load is the sum of one review per interval: what these cards come to a day in the long run.',
    finding: (cards: number, days: number, load: number) =>
      `${several(cards, 'card')} in the next ${several(days, 'day')}; in the long run ${tenths(load)} a day.`,
    overdue: (cards: number) => `${several(cards, 'card')} overdue.`,
    later: (cards: number) => `${several(cards, 'card')} later.`,
    none: 'No card falls due.',
    name: 'due',
    overdueTick: 'over',
    overdueRow: 'overdue',
    today: 'today',
  },

  calendar: {
    title: 'Calendar',
    what: 'Answers on each study day, from the first one studied on, the year up to today at most. A study day ends at the hour chosen in Settings. Days in a row count up to today, or yesterday while today has no answer.',
    finding: (answers: number, studied: number, from: StudyDay) =>
      `${several(answers, 'answer')} on ${several(studied, 'day')} since ${time.dateWithYear(from)}.`,
    streak: (streak: number, longest: number) =>
      `${several(streak, 'day')} in a row; ${grouped(longest)} at the longest.`,
    minutesHead: 'minutes',
    weekdays: ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'],
    month: (day: StudyDay) => month(day).slice(0, 3),
  },

  reviews: {
    title: 'Reviews',
    what: 'Answers over the period, by what they were given to: a card being learned or relearned, a young one (interval under 21 days), a mature one. Quizzes and cramming stand apart, whatever they counted as. Each answer takes at most 60 seconds.',
    count: 'Count',
    time: 'Time',
    show: 'What the bars show',
    finding: (answers: number, studied: number, days: number) =>
      `${several(answers, 'answer')} on ${grouped(studied)} of ${several(days, 'day')}: ${tenths(answers / studied)} a day studied.`,
    findingTime: (ms: number, timed: number) =>
      `${time.wait(ms)} for ${several(timed, 'answer')}: ${time.wait(ms / timed)} each.`,
  },

  counts: {
    title: 'Card counts',
    what: 'Each card once, by where it stands now. Young: an interval under 21 days; mature: 21 days or more. Suspended and buried cards are counted as such, whatever else they are.',
    finding: (cards: number, begun: number) =>
      `${several(cards, 'card')}, ${grouped(begun)} of them begun.`,
    head: 'State',
    names: {
      fresh: 'new',
      learning: 'learning',
      relearning: 'relearning',
      young: 'young',
      mature: 'mature',
      suspended: 'suspended',
      buried: 'buried',
    },
  },

  intervals: {
    title: 'Intervals',
    what: 'The interval each card in review was last given, in days. Half of the cards are below the median.',
    finding: (cards: number, median: string) =>
      `Half of ${several(cards, 'card')} come back within ${median}.`,
  },
  stability: {
    title: 'Stability',
    what: 'The model’s stability of each card: the days until its recall would fall to 90%. The longer, the firmer.',
    finding: (cards: number, median: string) =>
      `Half of ${several(cards, 'card')} keep 90% for ${median} or longer.`,
  },
  difficulty: {
    title: 'Difficulty',
    what: 'The model’s difficulty of each card, from 1 to 10. The higher, the less its stability grows with an answer.',
    finding: (cards: number, median: string) => `Median ${median}, of ${several(cards, 'card')}.`,
  },
  recall: {
    title: 'Retrievability',
    what: 'The probability, by the model, that each card would be recalled at this moment. Their sum is the estimated total knowledge: a card never answered counts as 0, a note as the mean of its cards. Suspended cards are left out. Whether such predictions prove true is a page of its own.',
    finding: (mean: number, seen: number) =>
      `${percent(mean)} expected on average of ${several(seen, 'card')} begun.`,
    total: 'Estimated total knowledge',
    ofCards: (cards: number) => `of ${several(cards, 'card')}`,
    byNote: 'By note',
    ofNotes: (notes: number) => `of ${several(notes, 'note')}`,
    suspended: (cards: number) =>
      `${several(cards, 'suspended card')} ${cards === 1 ? 'is' : 'are'} left out.`,
    none: 'No card has a memory yet.',
    head: 'Recall',
  },
  daysHead: 'Days',
  range: (from: string, to: string) => `${from}–${to}`,
  daysText: (days: number) => `${tenths(days)} ${days === 1 ? 'day' : 'days'}`,

  retention: {
    title: 'True retention',
    what: 'Of the cards that came back in review, the share recalled: for each card and study day only the first answer that counted, and only cards that were in review (no learning, no quizzes). Young cards had an interval under 21 days, mature ones 21 or more. The small numbers are the interval the true share lies in with 95%. Under 30 answers no percentage is given.',
    finding: (known: Interval & { readonly share: number }, of: number) =>
      `In 30 days, ${percent(known.share)} (${whole(known.low)}–${whole(known.high)}) of ${several(of, 'answer')} recalled.`,
    head: 'Period',
    young: 'Young',
    mature: 'Mature',
    all: 'All',
    periods: retentionPeriods,
    count: (of: number) => `n = ${grouped(of)}`,
    lowHead: 'low %',
    highHead: 'high %',
    shareHead: 'recalled %',
    ofHead: 'answers',
    recalledHead: 'recalled',
  },

  hours: {
    title: 'Hours',
    what: 'Answers by the hour on the clock where each was given, and the share of them that was right. Quizzes and cramming are left out. A dot stands only where there are 30 answers; its whisker is the 95% interval. Where whiskers overlap, the hours need not differ.',
    finding: (hour: string, answers: number) =>
      `Most answers from ${hour} on: ${grouped(answers)}.`,
    head: 'Hour',
    hour: (hour: number) => String(hour),
    hourRow: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    rightUnit: 'right, %',
    rightHead: 'right',
    note: 'Dot: share right, with its 95% interval.',
    thin: `No hour has ${ENOUGH} answers yet`,
  },

  buttons: {
    title: 'Answer buttons',
    what: 'How often each rating was given, by what it was given to; relearning counts as learning. Quizzes and cramming are left out. Right means rated hard, good or easy.',
    finding: (right: readonly string[]) => `Right: ${right.join(', ')}.`,
    head: 'Cards',
    groups: { learning: 'learning', young: 'young', mature: 'mature' },
    ratings: ['Again', 'Hard', 'Good', 'Easy'] as readonly [string, string, string, string],
    rightHead: 'right',
    aside: (answers: number, right: string | null) =>
      right === null ? several(answers, 'answer') : `${several(answers, 'answer')}, ${right} right`,
  },

  added: {
    title: 'Added',
    what: 'Cards begun: answered for the first time. A card set back to new and begun again counts again. The line is all begun up to then.',
    finding: (cards: number, all: number) =>
      `${several(cards, 'card')} begun in this period, ${grouped(all)} in all.`,
    none: 'No card was begun in this period.',
    name: 'begun',
    total: 'all so far',
  },
};
