import type { Reason } from '../../../domain/event.ts';

/** The dialogs over the review, and its last page: loaded with them. */
export const reviewMore = {
  end: {
    title: 'Done for today',
    partTitle: 'Well, that was it',
    none: 'Nothing is due now.',
    answered: (cards: number, minutes: number) =>
      `${cards} ${cards === 1 ? 'card' : 'cards'}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    recalledBefore: 'Recalled ',
    recalledOf: (of: number) => ` of ${of} reviews`,
    expectedBefore: '; expected ',
    expectedAfter: '.',
    seal: 'Done',
    sealGlyph: '毕',
    deeper: 'Grown firmer',
    deeperName: (before: string, after: string) => `from ${before} to ${after}`,
    tomorrow: (cards: number) =>
      cards === 0
        ? 'Nothing falls due tomorrow yet.'
        : `${cards} ${cards === 1 ? 'review falls' : 'reviews fall'} due tomorrow.`,
    left: (cards: number) => `${cards} still waiting today.`,
    goOn: 'Go on',
    more: (cards: number) => `Learn ${cards} more`,
    today: 'To Today',
  },
  infoDialog: {
    title: 'Why this date',
    fresh: 'This card has not been answered yet. Its first date comes from your first answer.',
    recall: 'Recall now',
    stability: 'Stability',
    stabilityNote: 'days until recall falls to 90 %',
    difficulty: 'Difficulty',
    difficultyNote: 'from 1 to 10',
    reviews: 'Answers that counted',
    lapses: 'Lapses',
    due: 'Falls due',
    dueSoon: (wait: string) => `in ${wait}`,
    how: 'How the date came about',
    rated: (rating: string, date: string) => `On ${date} you answered “${rating}”.`,
    raw: (stability: string, desired: string, raw: string) =>
      `Stability became ${stability} days; recall falls to ${desired} after ${raw} days.`,
    range: (low: number, high: number) =>
      low === high
        ? `Rounded, that leaves day ${low}.`
        : `Days ${low} to ${high} were allowed, so that cards learnt together spread out.`,
    chosen: (days: number, date: string) => `Day ${days} was chosen: ${date}.`,
    why: {
      rounded: 'It is the only whole day allowed.',
      fuzzed: 'It was drawn by the card’s own number, the same on every device.',
      balanced: 'Days with fewer reviews were preferred.',
      raised: 'It had to stay above the last interval or a worse answer’s.',
      capped: 'The maximum interval limits it.',
      'easy-days': 'Your easy days were kept lighter.',
      siblings: 'It was kept apart from its sibling cards.',
    } satisfies Record<Reason, string>,
    chosenByYou: (date: string) => `You set the date yourself: ${date}.`,
    step: (step: number, wait: string) =>
      `It is on learning step ${step} and comes back after ${wait}.`,
    history: 'Its answers',
    historyHead: { date: 'Date', rating: 'Answer', predicted: 'Predicted', interval: 'Next' },
    takenBack: 'taken back',
    noHistory: 'None yet.',
  },
  setDueDialog: {
    title: 'Set the due date',
    label: 'Days from today',
    hint: '0 is today. Memory is not changed by this; the next answer counts the days that really passed.',
    bounds: 'Enter a whole number from 0 to 36500.',
    apply: 'Set',
  },
  reportDialog: {
    title: 'Report this card',
    hint: 'Copy this and send it to whoever keeps the deck. It holds the card and the version, nothing about you.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not allow it. Select the text and copy it by hand.',
    text: 'Report',
  },
  keysDialog: {
    title: 'Keys',
    list: [
      ['Space, Enter', 'Show the answer; then “Good”'],
      ['1 2 3 4', 'Again, Hard, Good, Easy'],
      ['A – F', 'Pick an option'],
      ['U, Ctrl+Z', 'Undo'],
      ['Shift+Ctrl+Z', 'Redo'],
      ['L', 'The other language, for this card'],
      ['I', 'Why this date'],
      ['M', 'Mark'],
      ['-', 'Not today'],
      ['@', 'Suspend'],
      ['Esc', 'Leave, or close what is open'],
      ['?', 'This list'],
    ] as readonly (readonly [string, string])[],
  },
};
