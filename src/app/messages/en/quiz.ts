import type { Confidence, QuizBegun } from '../../../domain/event.ts';
import type { Expected } from '../../../domain/quiz/result.ts';
import type { Form } from '../../../domain/quiz/question.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const range = (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`);

function held({ asked, right, low, high }: Expected, isAll: boolean): string {
  const of = isAll ? '' : ` of the ${several(asked, 'card')} with a forecast`;
  const expected = `${range(low, high)} expected${of}, with four chances in five`;
  if (right < low) return `Fewer than forecast: ${expected}.`;
  return right > high ? `More than forecast: ${expected}.` : `As forecast: ${expected}.`;
}

/** Quizzes: setting one up, taking it, and what it came to. */
export const quiz = {
  title: 'Quiz yourself',
  word: 'Quiz',

  // Setting one up
  what: 'What to ask',
  from: {
    scope: 'A part of the decks',
    weakest: 'My weakest',
    due: 'Due before a day',
    discussion: 'For a discussion',
  },
  weakestNote: 'The ten concepts you would recall least of now, of those you have begun.',
  dueNote: 'Cards that fall due before it, so that they are asked ahead of their time.',
  discussionNote: 'What the discussion is about.',
  changeScope: 'Choose decks, chapters, concepts',
  aside: (words: string) => ` (${words})`,
  before: 'Before',
  whichDiscussion: 'Discussion',
  noDiscussion: 'Choose one',
  addDiscussion: 'Add a discussion',
  finalHint: 'The final quiz: it will be held against the forecast made for this discussion.',
  problem: {
    'empty-scope': 'Nothing is chosen. Tick a deck, some chapters or some concepts.',
    'none-begun': 'You have not begun any card yet, so none is weak. Choose a part of the decks.',
    'no-date': 'There is no day yet. Choose one.',
    'none-due': 'Nothing falls due before that day. Choose a later one.',
    'no-discussion': 'There is no such discussion. Choose one, or add one.',
    'discussion-empty':
      'This discussion has no cards any more. Change its scope, or choose another.',
    'all-suspended':
      'All of these cards are suspended. Take one up again in Decks, or choose others.',
    'no-amount': 'Give it a length.',
    'no-form': 'No kind of question is chosen. Tick at least one.',
    'no-card-for-form':
      'None of these cards can be asked in the kinds chosen. Tick another kind, or choose more cards.',
  },
  length: 'Length',
  unitLabel: 'Counted in',
  unit: { questions: 'questions', minutes: 'minutes' },
  amountProblem: {
    questions: (most: number) => `Enter a whole number of questions from 1 to ${most}.`,
    minutes: (most: number) => `Enter a whole number of minutes from 1 to ${most}.`,
  },
  mix: 'Kinds of questions',
  form: {
    choice: 'multiple choice',
    typed: 'typing',
    cloze: 'gaps, said aloud',
    recall: 'recall, said aloud',
    order: 'putting in order',
    contrast: 'telling two apart',
    open: 'open questions',
  } satisfies Record<Form, string>,
  joined: (parts: readonly string[]) => parts.join(', '),
  kinds: (parts: readonly string[]) => parts.join('; '),
  asksConfidence: 'Ask how sure I am',
  asksConfidenceHint:
    'Before each answer, if you like to say. What you were sure of and missed comes first.',
  schedule: 'What it does to your review dates',
  mode: {
    'quiz-practice': {
      label: 'Practice only',
      note: 'No answer moves a date or a memory.',
    },
    'quiz-misses': {
      label: 'Count misses',
      note: 'A wrong answer counts as Again; a right one moves nothing.',
    },
    'quiz-all': {
      label: 'Count all',
      note: 'Wrong counts as Again; right counts as Good when it was typed or said. A right choice, a right order and a guess move nothing.',
    },
  } satisfies Record<QuizBegun['mode'], { label: string; note: string }>,
  couldMove: (cards: number) =>
    cards === 0
      ? 'None of these cards could move today.'
      : `It could move ${several(cards, 'card')} of this quiz.`,
  finalMode: 'Practice only: a final quiz measures, so no answer moves a date or a memory.',
  comesTo: (questions: number) => `${several(questions, 'question')}, about `,
  minutes: (count: number) => `${count} min`,
  stop: '.',
  unmet: (unmet: number, cards: number) =>
    unmet === cards
      ? 'You have not met any of these cards yet; they are only practised.'
      : `You have not met ${unmet} of these cards yet; ${unmet === 1 ? 'it is' : 'they are'} only practised.`,
  onlyMet: 'Only cards I have met',
  start: 'Start',
  cannotStart: 'Something is missing above',

  // From a link
  given: 'A quiz you were given',
  givenFrom: (questions: number, decks: string) =>
    `${several(questions, 'question')} from ${decks}.`,
  givenUnknown: (count: number) =>
    `${several(count, 'question is', 'questions are')} not in your decks and left out.`,
  givenVersion:
    'It was made with another version of the deck, so some words may differ. If that one is newer, reload this page while online to get it.',
  badLink: {
    malformed: {
      title: 'This link holds no quiz',
      body: 'It may have been cut off on its way. Ask for it again, or make a quiz of your own.',
    },
    'too-long': {
      title: 'This link is too long',
      body: 'A quiz in a link has at most 200 questions. Make one of your own.',
    },
    'no-deck': {
      title: 'Its deck is not here',
      body: 'The quiz is from a deck that this app does not have. Make a quiz of your own.',
    },
    'other-version': {
      title: 'Your version of the deck has none of its questions',
      body: 'The quiz was made with another version. If that one is newer, reload this page while online to get it; if it is older, make a quiz of your own.',
    },
    'no-card': {
      title: 'None of its questions are in your decks',
      body: 'The link names cards that your decks do not have. Ask for it again, or make a quiz of your own.',
    },
  },
  makeOwn: 'Make your own quiz',

  // Quizzes so far
  unfinished: 'Not finished',
  soFar: (date: string, answered: number, of: number) => `${date}, ${answered} of ${of} answered`,
  goOn: 'Go on',
  goOnName: ', go on',
  history: 'Quizzes so far',
  historyHint: 'A dot is the share you had right; the line is where it may truly lie (95%).',
  noHistory: 'None yet. Here each one will stand with its score, to be compared.',
  onDay: (date: string, name: string) => `${date}: ${name}`,
  name: {
    weakest: 'My weakest',
    given: 'From a link',
    due: (date: string) => `Due before ${date}`,
    discussion: (name: string) => `For “${name}”`,
    final: (name: string) => `Final quiz of “${name}”`,
    discussionGone: 'a discussion since removed',
  },
  sideBySide: 'Side by side',
  sideBySideHint:
    'Quizzes on the same part, the newest first. Most ask other questions each time, so small differences say little.',
  finalOn: (date: string) => `${date}, final`,
  shift: {
    above: 'The range of the newest lies wholly above that of the oldest.',
    below: 'The range of the newest lies wholly below that of the oldest.',
    overlap: 'The ranges of the newest and the oldest overlap: what differs may be chance.',
  },
  score: (right: number, asked: number) => `${right} / ${asked}`,
  shareName: (right: number, asked: number, low: number, high: number) =>
    `${right} of ${asked} right; it may truly be ${percent(low)} to ${percent(high)}`,
  few: 'few answers',
  openOnly: (count: number) => several(count, 'open question'),
  more: (count: number) => `Show ${count} more`,
  confused: 'What you take for what',
  confusedLabel: 'Concepts asked and concepts taken for them',
  askedHead: 'Asked',
  takenHead: 'Taken for it',
  apart: 'What you do not tell apart',
  pair: (one: string, other: string) => `${one} and ${other}`,

  // A question
  progress: (at: number, of: number) => `${at} of ${of}`,
  progressName: (at: number, of: number) => `Question ${at} of ${of}`,
  leave: 'Leave the quiz; it can be gone on with',
  menu: 'Quiz menu',
  options: 'Options',
  typeLabel: 'Type the answer',
  orderLabel: 'In order',
  orderHint: 'Drag, or use the arrows.',
  moveUp: (place: number) => `Move item ${place} up`,
  moveDown: (place: number) => `Move item ${place} down`,
  moved: (place: number, of: number) => `Now item ${place} of ${of}`,
  points: 'A good answer says',
  pointsMade: (made: number, of: number) => `${made} of ${several(of, 'point')}`,
  sureness: 'How sure?',
  confidence: { guess: 'Guess', think: 'Think so', know: 'Know' } satisfies Record<
    Confidence,
    string
  >,
  check: 'Check answer',
  checkKey: 'Enter',
  checkFirst: (form: Form): string => (form === 'choice' ? 'Choose an answer' : 'Type an answer'),
  showPoints: 'Show the points',
  done: 'Done',
  judge: 'Did you have it?',
  missedIt: 'Missed it',
  hadIt: 'Had it',
  right: 'Right',
  wrong: 'Not right',
  rightOne: 'right',
  yourChoice: 'your choice',
  inPlace: 'in place',
  belongsAt: (place: number) => `belongs at ${place}`,
  countRight: 'Count it right',
  judgedRight: 'Counted right, by your own word',
  next: 'Next',
  toResult: 'See the result',
  effect: {
    practice: 'Quiz answers do not move your review dates.',
    unmet: 'You have not met this card: it is only practised.',
    'moved-already': 'Answered today already: nothing moves.',
    'wrong-counts': 'A wrong answer counts as Again; a right one moves nothing.',
    'all-counts': 'Wrong counts as Again, right as Good, a guess as nothing.',
    counted: 'It counted: this card has a new date.',
    'not-counted': 'It moved nothing.',
    open: 'Open questions have points, no score, and move nothing.',
  },
  said: {
    right: 'Right. Saved.',
    wrong: 'Not right. Saved.',
    saved: 'Saved. Next question.',
    'judged-right': 'Counted right. Saved.',
    'took-back': 'Took the answer back. The question is asked again.',
    'nothing-to-undo': 'Nothing of this quiz to take back.',
  },
  end: 'End the quiz here',
  endTitle: 'End the quiz here?',
  endNot: 'Go on with it',
  endBody: (left: number) =>
    `${several(left, 'question')} will not be asked and stay out of the score. To pause, just leave: it comes back at the same question.`,
  keys: 'Keys',
  keyList: [
    ['A – F', 'Pick an option'],
    ['Enter, Space', 'Check, show the answer, go on; “Had it”'],
    ['1, 3', 'Missed it, had it'],
    ['G, T, K', 'Guess, think so, know'],
    ['↑ ↓', 'Move an item, on its arrow'],
    ['U, Ctrl+Z', 'Undo'],
    ['L', 'The other language'],
    ['Esc', 'Leave; the quiz waits'],
    ['?', 'This list'],
  ] as readonly (readonly [string, string])[],
  unknownTitle: 'No such quiz',
  unknownBody: 'This address leads to no quiz on this device. It may be on another one.',
  toQuizzes: 'To the quizzes',

  // What it came to
  result: 'Result',
  resultOf: (name: string) => `Quiz: ${name}`,
  leaveResult: 'To the quizzes',
  outOf: (asked: number) => `/ ${asked}`,
  onlyOpen: 'Done',
  nothingAnswered: 'Nothing was answered',
  held,
  noForecast: 'There was no forecast for these cards.',
  interval: (asked: number, low: number, high: number) =>
    `With ${several(asked, 'question')}, you may truly know ${percent(low)} to ${percent(high)}.`,
  fewAnswers: (asked: number) => `${several(asked, 'answer')}: too few to say much.`,
  leftOut: (count: number) => `${several(count, 'question')} not asked, and left out.`,
  range,
  axis: (right: number, asked: number, mean: string, low: number, high: number) =>
    `${right} of ${asked} right; ${mean} were forecast, ${range(low, high)} with 80%.`,
  axisScore: (right: number) => `right ${right}`,
  axisEnd: (asked: number) => String(asked),
  axisForecast: (mean: string) => `forecast ${mean}`,
  /** What the picture of the score is of. */
  axisName: 'Score',
  axisHead: ['Right', 'Forecast', 'With 80%'],
  movedNothing: 'Practice only: no review date moved.',
  movedCards: (cards: number) =>
    cards === 0
      ? 'No review date moved.'
      : `${several(cards, 'card has', 'cards have')} a new date.`,
  missedOnes: (count: number) => `${count} missed`,
  wasSure: 'You were sure. ',
  picked: (words: string) => `Chose “${words}”`,
  typed: (words: string) => `Typed “${words}”`,
  notInOrder: 'Not in this order',
  didntKnow: 'Didn’t know',
  missed: 'Missed it',
  mixedWith: (name: string) => `mixed up with ${name}`,
  notToldFrom: (name: string) => `not told from ${name}`,
  predicted: 'Predicted',
  showAnswer: 'Question and answer',
  rightOnes: (count: number) => `${count} right`,
  openOnes: 'Open questions',
  openHint: 'Points made, by your own ticks; they are not in the score.',
  mixedUp: 'Mixed up',
  tookFor: (taken: string, asked: string) => `You took ${taken} for ${asked}`,
  notApart: (one: string, other: string) => `You did not tell ${one} from ${other}`,
  times: (count: number) => several(count, 'time'),
  byConcept: 'By concept',
  byConceptHint: 'The share right, and where it may truly lie (95%).',
  watchAgain: 'Watch again',
  ways: 'With this quiz',
  sameAgain: 'Give the same quiz again',
  share: 'Copy a link to it',
  shareHint: 'The link holds the questions and nothing of you.',
  copied: 'Copied.',
  notCopied: 'The browser did not allow it. Copy it by hand.',
  link: 'Link',
  brief: 'Brief for the discussion',
  addToToday: (cards: number) =>
    cards === 1 ? 'Add this 1 to today' : `Add these ${cards} to today`,
  notAdded: {
    due: (cards: number) => `${several(cards, 'is', 'are')} due today already`,
    learning: (cards: number) =>
      `${several(cards, 'is being learnt and comes', 'are being learnt and come')} back by itself`,
    unmet: (cards: number) => `${several(cards, 'is', 'are')} still new and not begun by a quiz`,
    aside: (cards: number) => `${several(cards, 'is', 'are')} suspended or buried`,
  },
  othersNotAdded: (addable: number, reasons: readonly string[]) =>
    `${addable === 0 ? 'Nothing to add to today' : 'Not among them'}: ${reasons.join('; ')}.`,
  added: (cards: number) => `${several(cards, 'card is', 'cards are')} due today.`,
  addedBack: 'Taken back. Their dates are as they were.',
  notTakenBack:
    'Something else was done since, so this stands. Take that back first, where it was done.',
  finished: 'Done',
};
