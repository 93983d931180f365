import type { LeftOut } from '../../../domain/calibration/histories.ts';
import type { Verdict } from '../../../domain/calibration/reliability.ts';

const number = (count: number) => count.toLocaleString('en');
const several = (count: number, one: string, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
/** Under a percent the first digit that says something. */
const rare = (p: number) =>
  p >= 0.0001 ? `${Number((100 * p).toPrecision(2))}%` : 'less than 0.01%';
const minutes = (count: number) => (count < 10 ? count.toFixed(1) : String(Math.round(count)));

/** Words of the page that holds the model against the learner. */
export const model = {
  title: 'Is the model right about me?',
  working: 'Reading your record',
  notEnough: 'not enough data yet',

  // The sentence and the diagram
  said: (predicted: number, share: number, low: number, high: number) =>
    `When it says ${percent(predicted)}, you recall ${percent(share)} (${whole(low)}–${whole(high)}).`,
  verdict: {
    'in-line': 'That agrees.',
    'too-high': 'It promises too much.',
    'too-low': 'You know more than it thinks.',
  } satisfies Record<Verdict, string>,
  saidFew: (n: number, needed: number) =>
    `Not enough data yet: ${number(n)} of the ${number(needed)} answers needed have a prediction to hold them against.`,
  saidThin: (n: number) =>
    `Not enough data yet: the ${number(n)} answers are spread too thinly over what was predicted.`,
  saidHint:
    'What was predicted when a card was shown, held against your answer. In brackets: the 95% interval.',
  diagram: 'Prediction and answer',
  diagramSentence: (bins: number, within: number) =>
    `Of ${several(bins, 'group')} of answers predicted alike, ${number(within)} ${within === 1 ? 'agrees' : 'agree'} with the prediction.`,
  predictedAxis: 'predicted %',
  recalledAxis: 'recalled %',
  sameLine: 'dashed: recalled as predicted',
  diagramNote:
    'A larger dot stands for more answers; the bar is the 95% interval. Hollow: fewer than 30 answers. About one bar in twenty misses the line by chance.',
  binHead: ['Predicted', 'On average', 'Recalled', '95% interval', 'Answers'],
  bin: (from: number, to: number) => `${whole(from)}–${whole(to)}%`,
  interval: (low: number, high: number) => `${whole(low)}–${whole(high)}`,
  percent1: (share: number) => `${(100 * share).toFixed(1)}%`,

  // Scores
  scores: 'In numbers',
  scoreHead: { part: 'Part', predicted: 'Predicted', recalled: 'Recalled', n: 'Answers' },
  logLoss: 'Log loss',
  rmseBins: 'RMSE (bins)',
  auc: 'AUC',
  overall: 'All',
  period: (from: number, to: number) =>
    from === 0
      ? `Last ${to + 1} days`
      : to === Infinity
        ? 'More than a year ago'
        : `${from}–${to} days ago`,
  periods: 'By time',
  chapters: 'By chapter',
  retired: (n: number) =>
    `${several(n, 'answer')} to cards that are in no deck any more: counted above, in no chapter.`,
  whatScores: 'What the numbers mean',
  scoreWords: [
    'Log loss: the mean of −ln of the probability given to what came; less is better. Someone who is right 90% of the time and always told so has 0.33.',
    'RMSE (bins): how far predictions are from what came, on average over groups of answers alike in days since the last, reviews and misses; less is better. As fsrs-rs defines it; every answer counts the same.',
    'AUC: how often, of a card recalled and a card missed, the recalled one had the higher prediction; 50% is chance.',
    'Shares are told from 30 answers on, scores from 100.',
  ],
  leftTitle: 'Left out',
  left: {
    first: (n) => `${several(n, 'first answer')} to a new card: nothing to predict`,
    sameDay: (n) => `${several(n, 'repeat')} on the same day`,
    unpredicted: (n) => `${several(n, 'answer')} without a stored prediction, such as imports`,
    oneSided: (n) => `${several(n, 'quiz answer')} of which only a miss says something`,
    practice: (n) => `${several(n, 'answer')} in practice`,
  } satisfies Record<keyof LeftOut, (n: number) => string>,
  nothingLeft: 'Nothing is left out.',

  // Leeches
  leeches: 'Cards that keep slipping',
  leechHint: (tested: number, level: number) =>
    `Cards missed more often than their predictions allow. Tested: ${several(tested, 'card')} at once; were every prediction true, any at all would ever be listed here with a probability of at most ${percent(level)} (Poisson-binomial, corrected for the cards after Holm and for looking after every miss).`,
  noLeeches: 'None: every card is missed about as often as predicted.',
  noTested: 'Not enough data yet: no card has an answer with a prediction.',
  leechTooHigh:
    'The model promises too much of all your cards. Train it first: some of these may go.',
  leechFacts: (misses: number, answers: number, expected: number, p: number) =>
    `Missed in ${number(misses)} of its last ${several(answers, 'answer')}; predicted ${expected.toFixed(1)}. By chance: ${rare(p)}.`,
  leechTodo: 'What helps: put it in your own words, split it in two, or go back to the source.',
  leechNear: 'Hold it against',
  leechNearGap: ' ',
  leechNearJoint: ', ',
  sourceAt: (place: string, around: boolean) =>
    around ? `Talk from about ${place}` : `Talk from ${place}`,
  andMore: (count: number) => `Show all ${number(count)}`,

  // Optimise
  optimise: 'Fit the model to me',
  optimiseHint:
    'Trains the 21 weights of FSRS on the earlier four fifths of your answers and judges them by the last fifth, which they have not seen. Nothing changes before you say so.',
  train: 'Train',
  trainAgain: 'Train again',
  cancel: 'Cancel',
  training: {
    reading: 'Reading your record',
    training: 'Training',
    judging: 'Judging by answers not seen',
  },
  trainingNote: 'On this device. Leaving this page stops it.',
  tooFew: (trained: number, judged: number, needTrained: number, needJudged: number) =>
    `Not enough data yet. Training needs ${number(needTrained)} answers and judging another ${number(needJudged)} on later days; there are ${number(trained)} and ${number(judged)}.`,
  noGain: (judged: number) =>
    `No gain: on the ${several(judged, 'later answer')} the present weights predict as well or better. They stay.`,
  gain: (judged: number, from: number, to: number) =>
    `On ${several(judged, 'later answer')} it had not seen, log loss falls from ${from.toFixed(4)} to ${to.toFixed(4)}.`,
  sureGain: 'More than chance would do.',
  unsureGain: 'So small a gain may be chance.',
  fitHead: ['Measure', 'Present', 'Trained'],
  trainedOn: (trained: number, judged: number, date: string) =>
    `Trained on ${several(trained, 'answer')}, judged by ${number(judged)} from ${date} on.`,
  effect: (earlier: number, later: number) =>
    `Moving the due dates after it would bring ${several(earlier, 'card')} earlier and put ${several(later, 'card')} off.`,
  effectToday: (change: number) =>
    change === 0
      ? 'Nothing would change today.'
      : change > 0
        ? `${several(change, 'more card')} would be due today.`
        : `${several(-change, 'card')} fewer would be due today.`,
  effectNote: 'Predictions change at once, due dates only if you move them.',
  use: 'Use the trained weights',
  discard: 'Leave it',
  broken: 'The training broke off',
  brokenNote: 'Your record and the weights are as they were. Try again, or reload the page.',
  kept: 'Weights so far',
  keptDefault: 'The defaults of FSRS-6',
  keptAt: (date: string) => `Chosen on ${date}`,
  inForce: 'in force',
  goBack: 'Use these',
  goBackTo: (name: string) => `Use these: ${name}`,
  showWeights: 'The 21 numbers',
  saved: { weights: 'The weights are in force.', desired: 'Saved.' },
  moved: (cards: number) => `${several(cards, 'due date')} moved.`,
  tookBack: 'Taken back.',
  undo: 'Undo',
  offerTitle: 'Move the due dates too?',
  offerOtherwise: 'Otherwise each card moves over at its next review.',
  move: 'Move them',
  leave: 'Leave them',

  // Simulator
  workload: 'What desired retention costs',
  workloadHint: (cards: number, fresh: number) =>
    `A year of study with your ${several(cards, 'card')}${fresh === 0 ? '' : `, ${number(fresh)} of them still to be begun`}, simulated for each desired retention. Which is best depends on what your time is worth to you.`,
  nothingToSimulate: 'Not enough data yet: no card is begun, and none waits to be.',
  costAxis: 'minutes a day',
  heldAxis: 'cards you would recall after a year',
  now: 'now',
  workloadSentence: (desired: number, cost: number, held: number) =>
    `At ${percent(desired)}, as now, about ${minutes(cost)} minutes a day and ${number(Math.round(held))} cards recalled after a year.`,
  workloadHead: ['Desired', 'Reviews a day', 'Minutes a day', 'Cards recalled'],
  workloadNote:
    'Model estimates. Left out: the limit on reviews, easy days, spreading, siblings, holidays.',
  guessPace: 'Times are a first guess until you have 30 answers of either kind.',
  guessRatings: 'First ratings are a first guess until 50 cards are begun.',
  choose: 'Look at another',
  chosen: (desired: number, reviews: number, cost: number, held: number) =>
    `${percent(desired)}: about ${number(Math.round(reviews))} reviews, ${minutes(cost)} minutes a day; ${number(Math.round(held))} cards recalled after a year.`,
  against: (cost: number, held: number) =>
    `That is ${minutes(Math.abs(cost))} minutes a day ${cost < 0 ? 'less' : 'more'} and ${several(Math.abs(Math.round(held)), 'card')} ${held < 0 ? 'fewer' : 'more'} than now.`,
  takeDesired: (desired: number) => `Use ${percent(desired)}`,
  keepDesired: (desired: number) => `Keep ${percent(desired)}`,
  minutes,
  reviews: (count: number) => number(Math.round(count)),
};
