import { civilDateOf, type StudyDay } from '../../../domain/day.ts';
import type { Rating } from '../../../domain/event.ts';
import { time } from './time.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const date = (day: StudyDay, today: StudyDay) =>
  civilDateOf(day).year === civilDateOf(today).year ? time.date(day) : time.dateWithYear(day);
const named = (names: readonly string[], more: number) =>
  more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');

/** Words of the concepts: the map, the list, and a concept’s own page. */
export const concepts = {
  title: 'Concepts',
  empty:
    'Here every concept of the talk will show how well you know it, now and on any date. It begins with your first card.',
  begin: 'To Today',
  deck: 'Deck',
  view: 'Show as',
  map: 'Map',
  list: 'List',

  // The date
  date,
  dateLabel: 'Date',
  anyDate: 'Any date',
  today: 'Today',
  /** 3 Dec */
  tick: (day: StudyDay) => /^\d+ \w{3}/.exec(time.date(day))?.[0] ?? '',
  tickWithYear: (day: StudyDay) => `${concepts.tick(day)} ${civilDateOf(day).year}`,
  discussion: (day: StudyDay, name: string) => `${concepts.tick(day)}: ${name}`,
  heard: (day: string, average: string) => `${day}, ${average}`,
  average: (share: number) => `${percent(share)} on average`,
  way: 'From today on',
  ways: { stop: 'If I stop', goOn: 'If I go on' },
  wayNote:
    'Going on: every review on the day it falls due, and new cards at your daily limit, on average over 200 simulated courses of each card. What is known of a day is before its reviews.',
  working: 'Working out what comes of going on',

  // The finding: its words before the share, which comes last
  finding: {
    today: (studied: number) =>
      `The ${several(studied, 'concept')} you have begun ${studied === 1 ? 'averages' : 'average'} `,
    past: (day: string, studied: number) =>
      `On ${day} the ${several(studied, 'concept')} begun by then averaged `,
    stop: (day: string, studied: number) =>
      `On ${day}, without review, the ${several(studied, 'concept')} begun ${studied === 1 ? 'averages' : 'average'} `,
    goOn: (day: string, studied: number) =>
      `On ${day}, going on as usual, the ${several(studied, 'concept')} begun by then ${studied === 1 ? 'averages' : 'average'} `,
  },
  findingEnd: '.',
  noneBegun: (day: string) => `On ${day} no concept of this deck was begun.`,
  noneBegunNow: 'No concept of this deck is begun yet.',

  // The ink scale
  steps: 'Concepts by recall: choose one to see only it',
  ranges: { 0: '', 1: '< 60', 2: '60–80', 3: '80–90', 4: '90–95', 5: '≥ 95' },
  stepName: (step: string, range: string, count: number) =>
    range === '' ? `${step}: ${count}` : `${step}, ${range} %: ${count}`,

  // The map
  mapSentence: (chapters: number, count: number, finding: string) =>
    `Map of ${several(chapters, 'chapter')} and ${several(count, 'concept')}. ${finding}`,
  mapKeys: 'Concepts on the map; arrows move, Enter opens',
  spoken: (name: string, step: string, recall: string | null) =>
    recall === null ? `${name}, ${step}` : `${name}, ${step}, ${recall}`,
  /** Hours and minutes of the talk. */
  hours: (seconds: number) =>
    `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`,
  mapHead: ['Chapter', 'Concept', 'From', 'Recall', 'Begun'],
  covered: (begun: number, cards: number) => `${begun} of ${cards}`,
  selectHint: 'Choose a dot to see what it needs and what it is confused with.',
  links: (needs: number, near: number) =>
    [
      ...(needs > 0 ? [`needs ${needs}`] : []),
      ...(near > 0 ? [`easily confused with ${near}`] : []),
    ].join(', '),
  joined: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  rings: 'Ringed: what it needs (full line) and what it is confused with (broken line).',
  stripNote:
    'Below: the talk’s own minutes, shaded by the mean recall of the concepts begun that are told there. The coloured line is the chapter.',

  // What to mend first
  mend: 'Mend first',
  mendRest: (count: number, names: readonly string[]) =>
    `${several(count, 'faint concept')} ${count === 1 ? 'rests' : 'rest'} on it: ${named(names, count - names.length)}.`,
  mendNone: 'No faint concept rests on another faint one.',
  mendHint: 'Faint: begun, and under 80 %.',

  // The list
  titles: {
    recall: 'First to slip',
    talk: 'In the order of the talk',
    name: 'By name',
    coverage: 'Least begun first',
  },
  order: 'Order',
  orders: {
    recall: 'Weakest first',
    talk: 'As in the talk',
    name: 'By name',
    coverage: 'Least begun first',
  },
  chapter: 'Chapter',
  allChapters: 'All chapters',
  find: 'Find a concept',
  clear: 'Clear',
  shown: (shown: number, of: number) => (shown === of ? String(of) : `${shown} of ${of}`),
  none: 'No concept fits.',
  showAll: (count: number) => `Show all ${count}`,
  standing: (begun: number, cards: number, suspended: number) =>
    `${begun} of ${several(cards, 'card')} begun${suspended > 0 ? `, ${suspended} suspended` : ''}`,
  allSuspended: (cards: number) => `${several(cards, 'card')}, all suspended`,
  weakestCard: (recall: number) => `weakest card ${percent(recall)}`,
  untested: 'To read, not asked',
  untestedHint: 'They have no cards, and count nowhere.',

  broken: 'This did not get done',
  brokenNote: 'What works it out has stopped. Nothing recorded is lost. Try again.',

  // A concept’s page
  curve: 'Forgetting curve',
  card: 'Card',
  noCurve: 'It begins with the first answer to one of its cards.',
  whyDate: 'Why this date',
  dueOn: (day: string) => `due ${day}`,
  dueNow: 'due now',
  curveSentence: (card: string, now: string, desired: string, due: string | null) =>
    `“${card}”: ${now} now${due === null ? '' : `; it falls to ${desired} on ${due}`}.`,
  curveSuspended: 'This card is suspended; its memory fades all the same.',
  bandNote: (desired: string) =>
    `The band, from ${desired} up, is your desired retention: in it a card is not due. The dashed line is the model’s forecast without review; the model gives no spread for a single card, so none is drawn.`,
  keys: {
    recalled: 'recalled',
    missed: 'missed',
    past: 'recall by the model',
    ahead: 'without review',
    desired: 'desired retention',
  },
  curveHead: ['Date', 'Answer', 'Recall before it'],
  rating: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' } satisfies Record<
    Rating,
    string
  >,
  ahead: (day: string) => `${day}, without review`,
  first: 'first answer',

  history: 'Its recall so far',
  historySentence: (from: string, then: string, now: string) => `On ${from}: ${then}; now: ${now}.`,
  historyHint:
    'Mean over its cards at the end of each day, those not begun counting 0. It rises as cards are begun and reviewed.',
  historyFew: 'It takes two study days to draw a line.',
  historyHead: ['Date', 'Recall', 'Cards begun'],

  needs: 'Know first',
  near: 'Easily confused',

  confusions: 'What you took for what',
  confusionsHint: 'From wrong choices and contrasts, in reviews and quizzes.',
  tookFor: (taken: string, asked: string) => `“${taken}” for “${asked}”`,
  times: (count: number) => `${count} ×`,

  quizzes: 'Its quizzes',
  quizOn: (day: StudyDay) => time.dateWithYear(day),
  score: (right: number, asked: number) => `${right} / ${asked}`,
  scoreName: (right: number, asked: number) => `${right} of ${asked} right`,
};
