/** Today: what is due, how long it takes, what comes. */
export const today = {
  title: 'Today',
  unit: (cards: number): string => (cards === 1 ? 'card today' : 'cards today'),
  parts: (due: number, learning: number, fresh: number) =>
    [
      due > 0 ? `${due} due` : '',
      learning > 0 ? `${learning} in learning` : '',
      fresh > 0 ? `${fresh} new` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  about: 'About ',
  aboutEnd: '.',
  aboutGuess: ' (a first guess; your own times will replace it).',
  start: 'Start review',
  startKey: 'Space',
  five: '5 minutes',
  fiveName: (cards: number) => `5 minutes: ${cards} ${cards === 1 ? 'card' : 'cards'}`,
  done: 'Done for today',
  sealGlyph: '毕',
  doneBody: (tomorrow: number) => `${tomorrow} tomorrow.`,
  nothing: 'Nothing is due',
  more: (cards: number) => `Learn ${cards} more`,
  overLimit: (cards: number) => `${cards} more wait for later days: the daily limit is reached.`,
  find: 'Find a concept or a card',
  comes: 'The next seven days',
  comesSentence: (total: number, heaviest: string, lightest: string) =>
    `${total} ${total === 1 ? 'review' : 'reviews'} in seven days; most ${heaviest}, fewest ${lightest}.`,
  comesNone: 'Nothing falls due in the next seven days yet.',
  day: 'Day',
  reviews: 'Reviews',
  todayWord: 'today',
  todayLabel: 'Today',
  week: 'This week',
  weekDay: (weekday: string, answers: number) =>
    answers === 0
      ? `${weekday}, nothing`
      : `${weekday}, ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  yesterday: (answers: number, passed: number, reviewed: number) =>
    answers === 0
      ? 'Yesterday: nothing.'
      : reviewed === 0
        ? `Yesterday: ${answers} answers.`
        : `Yesterday: ${answers} answers, ${passed} of ${reviewed} reviews recalled.`,
  weekSum: (answers: number, minutes: number, passed: number, reviewed: number) =>
    reviewed === 0
      ? `Seven days: ${answers} answers in ${minutes} min.`
      : `Seven days: ${answers} answers in ${minutes} min, ${passed} of ${reviewed} reviews recalled.`,
  streak: (days: number) => `${days} days in a row.`,
  back: {
    title: 'Back again',
    body: (waiting: number, perDay: number, days: number) =>
      `${waiting} waiting: ${perDay} a day, done in ${days} ${days === 1 ? 'day' : 'days'}. Nothing is lost.`,
    accept: (perDay: number) => `${perDay} a day`,
    all: 'All at once',
    on: (perDay: number, until: string) => `Catching up: at most ${perDay} a day until ${until}.`,
    stop: 'Stop that',
  },
  lane: {
    title: (discussion: string) => `The plan for “${discussion}”`,
    left: (left: number, planned: number) =>
      left === planned
        ? `${planned} ${planned === 1 ? 'card' : 'cards'} today, beside your ordinary reviews.`
        : `${left} of ${planned} left today.`,
    start: (cards: number) => `Review ${cards} from the plan`,
    done: (planned: number) =>
      `Today’s ${planned === 1 ? 'card is' : `${planned} cards are`} done.`,
    nothing: 'Nothing is planned for today.',
    working: 'Working out today’s part.',
    open: (days: number) =>
      days === 0
        ? 'It is today: forecast and plan'
        : `In ${days} ${days === 1 ? 'day' : 'days'}: forecast and plan`,
    rest: 'What was due is done; the plan is left',
  },
  first: {
    title: 'Make one talk stay in your head',
    lines: [
      'Lu Qi’s talk of 2023 on large models, as cards: a question, then its answer.',
      'You say how well you recalled it; the card comes back just before you would forget.',
      'No account, no server: your record stays on this device.',
    ],
    language: 'Language',
    start: (cards: number) => `Start with ${cards} cards`,
    restore: 'I have a backup from another device',
  },
  backupDue: (reviews: number) => `${reviews} answers are in no backup yet.`,
  backupNow: 'Save a backup',
  languages: { zh: '中文', en: 'English' },
};
