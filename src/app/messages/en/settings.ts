const several = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const settings = {
  title: 'Settings',
  /** Between two sentences. */
  joint: ' ',
  study: 'Study',
  studyHint: 'What you change here holds from the next answer on. Due dates already given stay.',
  saved: 'Saved.',
  undo: 'Undo',
  tookBack: 'Taken back.',

  goal: 'How well',
  desired: 'Desired retention',
  desiredHint:
    'How likely you still know a card on the day it falls due. Higher means more reviews.',
  percent: (share: number) => `${Math.round(share * 100)}%`,
  cost: (now: string, then: string) =>
    `Your cards cost about ${now} a day now, and would cost ${then}.`,
  costNow: (now: string) => `Your cards cost about ${now} a day, in the long run.`,
  reviews: (count: number) => several(count, 'review'),
  costLater: (cards: number, needed: number) =>
    `What it costs a day can be said from ${needed} learnt cards on; there are ${cards}.`,
  applyDesired: (share: string) => `Use ${share}`,
  keepDesired: (share: string) => `Keep ${share}`,
  maximumInterval: 'Longest interval',
  days: 'days',
  offer: {
    title: 'Move the due dates too?',
    effect: (earlier: number, later: number) =>
      `${several(earlier, 'card')} would come earlier and ${several(later, 'card')} later.`,
    today: (change: number) =>
      change === 0
        ? 'Nothing changes today.'
        : change > 0
          ? `${several(change, 'more card')} would be due today.`
          : `${several(-change, 'card')} fewer would be due today.`,
    otherwise: 'Otherwise each card moves over at its next review.',
    move: 'Move them',
    leave: 'Leave them',
    moved: (cards: number) => `${several(cards, 'due date')} moved.`,
  },

  amount: 'How much a day',
  newPerDay: 'New cards',
  reviewsPerDay: 'Reviews, at most',
  cardsUnit: 'cards',
  wholeFrom: (low: number, high: number) => `A whole number from ${low} to ${high}.`,

  order: 'In which order',
  newOrder: 'New cards',
  newOrders: { deck: 'As in the deck', shuffled: 'Shuffled' },
  reviewOrder: 'Reviews',
  reviewOrders: { overdueness: 'Most faded first', 'due-day': 'By due day' },
  mix: 'New cards and reviews',
  mixes: { mixed: 'Mixed', 'new-first': 'New first', 'new-last': 'New last' },

  steps: 'Learning',
  learningSteps: 'Steps of a new card',
  learningStepsHint: 'Waits before the card becomes a review, e.g. 1m 10m. Empty: at once.',
  relearningSteps: 'Steps after forgetting',
  relearningStepsHint: 'e.g. 10m. Empty: back to reviews at once.',
  stepError: {
    unread: (part: string) => `“${part}” is no time. Write minutes or hours: 1m 10m 2h.`,
    day: 'Steps are shorter than a day; from a day on FSRS takes over.',
    short: 'The shortest step is 6 seconds (0.1m).',
    order: 'Each step must be longer than the one before.',
    many: 'At most 8 steps.',
  },
  stepText: (minutes: number) =>
    minutes < 1
      ? `${Math.round(minutes * 60)}s`
      : minutes >= 60 && minutes % 30 === 0
        ? `${minutes / 60}h`
        : `${minutes}m`,
  stepJoint: ' ',
  learnAhead: 'Learn ahead',
  learnAheadHint: 'When nothing else is left, a card in learning may come this much early.',
  minutesUnit: 'min',

  days7: 'The week',
  balanceLoad: 'Even out the days',
  balanceLoadHint: 'Within its range, a card goes to the day with less to do.',
  easyDays: 'Easier days',
  easyDaysNone: 'All days alike',
  easyDaysSome: (days: readonly string[]) => `Less on ${days.join(', ')}`,
  easyDaysHint: 'New due dates avoid these days, as far as their range allows.',
  easyDay: { normal: 'Normal', reduced: 'Less', minimum: 'Least' },

  siblings: 'Cards of one note',
  buryNewSiblings: 'Put off new ones to another day',
  buryReviewSiblings: 'Put off reviews to another day',
  buryHint: 'So that one card does not give away the other.',

  dayBegins: 'The day begins at',
  hour: (hour: number) => `${hour}:00`,
  rolloverHint: 'Until then, late evening still counts as the day before.',
  rolloverSame: (date: string, hour: string) =>
    `Today stays ${date}. From then on a new day begins at ${hour}.`,
  rolloverOther: (from: string, to: string, before: number, after: number) =>
    `Today would be ${to} instead of ${from}, and ${several(after, 'card')} due instead of ${before}.`,
  rolloverApply: (hour: string) => `Begin at ${hour}`,
  rolloverKeep: (hour: string) => `Keep ${hour}`,

  answers: 'Answering',
  typing: 'Type the missing words',
  typingHint: 'For cards with a gap. On this device only.',

  looks: 'Looks',
  looksHint: 'For this device only.',
  language: 'Interface',
  cardLanguage: 'Cards',
  languages: { zh: '中文', en: 'English' },
  theme: 'Theme',
  themes: { auto: 'As the device', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',

  about: 'About',
  version: 'Version',
  code: 'Code',
  mit: 'MIT licence',
  scheduler: 'Scheduling',
  schedulerValue: 'FSRS-6, with ts-fsrs (MIT licence)',
  deck: (title: string) => `Deck “${title}”`,
  keys: 'Keys',
  keysHint: 'Press ? during review.',
  private:
    'No account, no server: nothing you do here leaves this device, except in files you save.',
};
