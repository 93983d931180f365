const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Decks: read and find. */
export const decks = {
  title: 'Decks',
  none: 'No decks are here yet.',

  // Find
  find: 'Find concepts and cards',
  findHint: 'Find concepts and cards',
  clear: 'Clear the search',
  reading: 'Reading the words of all chapters',
  concepts: 'Concepts',
  cards: 'Cards',
  found: (concepts: number, cards: number) =>
    `${several(concepts, 'concept')}, ${several(cards, 'card')} found`,
  nothing: (query: string) => `Nothing for “${query}”.`,
  tryInstead: (suggestion: string) => `Try “${suggestion}”.`,
  showOthers: (count: number) => `Show the other ${count}`,
  incomplete: 'The words of some chapters did not load',
  incompleteNote:
    'The device may be offline and have not kept them yet. What follows leaves them out.',

  // A deck
  by: (speaker: string, year: number | undefined) =>
    year === undefined ? speaker : `${speaker}, ${year}`,
  licence: (licence: string) => `Licence: ${licence}`,
  video: 'Video of the talk',
  slides: 'Slides',
  offline: (link: string) => `${link}, when online`,
  chapters: 'Chapters',
  newFrom: 'New cards from this deck',
  newFromHint: 'What you have begun comes back either way.',
  counts: (concepts: number, cards: number) =>
    `${several(concepts, 'concept')}, ${several(cards, 'card')}`,
  started: (count: number, of: number) =>
    count === 0 ? 'none started' : count === of ? 'all started' : `${count} started`,
  withStarted: (counts: string, started: string) => `${counts}, ${started}`,
  /** What stands before a minute where only its number is seen. */
  minute: 'In the talk:',
  around: (place: string) => `around ${place}`,

  // A chapter
  chapterOf: (place: number, of: number) => `Chapter ${place} of ${of}`,
  talkFrom: (place: string) => `Talk, from ${place}`,
  talkAround: (place: string) => `Talk, around ${place}`,
  noChapter: 'No such chapter',
  noChapterNote: 'This address leads to no chapter. The deck may have changed since it was made.',
  noConcept: 'No such concept',
  noConceptNote: 'This address leads to no concept. The deck may have changed since it was made.',
  showAnswers: 'Show all answers',
  hideAnswers: 'Hide all answers',
  asText: 'Read as text',
  asCards: 'Back to the cards',
  print: 'Print',
  inWords: 'In words',
  itsCards: 'Its cards',
  previous: 'Previous chapter',
  next: 'Next chapter',
  otherChapters: 'Other chapters',
  needs: 'Know first: ',
  near: 'Easily confused with: ',
  separator: ', ',
  untested: 'To read, not asked.',
  allSuspended: 'All its cards are suspended.',
  /** By step of the ink scale. */
  recall: { 0: 'New', 1: 'Slipping', 2: 'Faint', 3: 'Fading', 4: 'Steady', 5: 'Firm' },
  recallName: (step: string, percent: string) => `${step}, ${percent}`,
  cardsOf: (concept: string) => `Cards of ${concept}`,
  otherOptions: 'Wrong options:',
  source: (cite: string) => `Source: ${cite}`,
  outside: (cite: string) => `Outside the talk: ${cite}`,
  discussion: 'To discuss',
  points: 'What a good answer says',
  about: 'About: ',

  // A card's state
  state: {
    new: 'New',
    learning: 'Learning',
    relearning: 'Relearning',
    dueToday: 'Due today',
    due: (days: string) => `Due in ${days}`,
    overdue: (days: string) => `Due for ${days}`,
    suspended: 'Suspended',
    marked: 'Marked',
    leech: 'Keeps slipping',
  },
  states: (states: readonly string[]) => states.join(' · '),

  // What can be done to a card
  actions: (question: string) => `Actions: ${question}`,
  suspend: 'Suspend',
  unsuspend: 'Take up again',
  mark: 'Mark',
  unmark: 'Remove the mark',
  reset: 'Begin again as new',
  whyDate: 'Why this date',
  showCurve: 'Show its curve',
  acted: {
    suspended: 'Suspended. It stays out until you take it up again.',
    unsuspended: 'Taken up again. It comes back as before.',
    marked: 'Marked.',
    unmarked: 'Mark removed.',
    reset: 'Begun again as a new card; its record stays in the log.',
  },
  undo: 'Undo',
  tookBack: 'Took it back. The card is as it was before.',
  tookBackOther: 'Took back a later action, done to another card.',
  nothingToUndo: 'There is nothing to take back.',
};
