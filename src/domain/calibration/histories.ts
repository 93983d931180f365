/**
 * The course of every card as the models of memory see it: each answer that moved memory, with what
 * was predicted when the card was shown. Calibration, leeches and training all read this.
 */
import { countedRating, DID, type CardState } from '../cardState.ts';
import type { StudyDay } from '../day.ts';
import { isAnswer, RATINGS, type Answer, type OfCard } from '../event.ts';
import { foldColumns } from '../foldColumns.ts';
import type { MemoryModel } from '../memory.ts';
import type { Columns } from '../replayColumns.ts';

/** Live answers that say nothing of how true the predictions were, by the reason. */
export interface LeftOut {
  /** The first of its card: there is nothing to predict. */
  readonly first: number;
  /** Shown again on a study day on which memory had moved already. */
  readonly sameDay: number;
  /** Without a stored prediction, as imports are. */
  readonly unpredicted: number;
  /** Of a quiz, where only a miss is evidence: choices, confessed guesses, misses alone. */
  readonly oneSided: number;
  /** Practice and cramming. */
  readonly practice: number;
}

/** Answers that moved memory, one card after another, each card's in replay order. */
export interface Histories {
  readonly length: number;
  /** Card ids of today; `card` holds their places. */
  readonly cards: readonly string[];
  readonly card: Int32Array;
  /** 1 for the first answer of a card, and for the first after a reset. */
  readonly begins: Uint8Array;
  /** As it counted: 1 again … 4 easy. */
  readonly rating: Uint8Array;
  /** Whole study days since memory last moved; 0 where a history begins. */
  readonly elapsed: Int32Array;
  readonly day: Int32Array;
  /** What the clock said, ms. */
  readonly at: Float64Array;
  /** Recall stored when the card was shown, millionths; -1 for none. */
  readonly predicted: Int32Array;
  /**
   * 1 where the answer could have turned out either way and was the first of its card and study day,
   * with memory before it: what a prediction can be held against.
   */
  readonly judged: Uint8Array;
  readonly left: LeftOut;
  /** Ids of cards that are suspended now. */
  readonly suspended: ReadonlySet<string>;
}

const isPractice = ({ mode }: Answer) => mode === 'cram' || mode === 'quiz-practice';

const isOneSided = ({ mode, how, confidence }: Answer) =>
  mode === 'quiz-misses' || (mode === 'quiz-all' && (how === 'choice' || confidence === 'guess'));

/**
 * Whether a prediction can be held against an answer: it could have turned out either way, and was
 * the first of its card and study day.
 * @param reached the study day on which memory had last moved; null for a card without memory
 */
export function isJudged(answer: Answer, reached: StudyDay | null): boolean {
  return !isPractice(answer) && !isOneSided(answer) && reached !== null && answer.day > reached;
}

type Counts = { -readonly [K in keyof LeftOut]: number };

class Recorder {
  length = 0;
  readonly left: Counts = { first: 0, sameDay: 0, unpredicted: 0, oneSided: 0, practice: 0 };
  readonly card: Int32Array;
  readonly begins: Uint8Array;
  readonly rating: Uint8Array;
  readonly elapsed: Int32Array;
  readonly day: Int32Array;
  readonly at: Float64Array;
  readonly predicted: Int32Array;
  readonly judged: Uint8Array;
  private reached: number | null = null;

  constructor(
    private readonly columns: Columns,
    answers: number,
  ) {
    this.card = new Int32Array(answers);
    this.begins = new Uint8Array(answers);
    this.rating = new Uint8Array(answers);
    this.elapsed = new Int32Array(answers);
    this.day = new Int32Array(answers);
    this.at = new Float64Array(answers);
    this.predicted = new Int32Array(answers);
    this.judged = new Uint8Array(answers);
  }

  readonly before = (_row: number, _event: OfCard, { memoryDay }: CardState) => {
    this.reached = memoryDay;
  };

  readonly after = (row: number, event: OfCard, state: CardState, did: number) => {
    if ((did & DID.answer) === 0 || !isAnswer(event)) return;
    const { reached, columns } = this;
    const judged = isJudged(event, reached);
    const { predicted } = event;
    this.count(event, reached, judged);
    const rating = countedRating(event);
    if ((did & DID.move) === 0 || rating === null) return;
    const i = this.length;
    this.card[i] = columns.card[row] ?? -1;
    this.begins[i] = reached === null ? 1 : 0;
    this.rating[i] = RATINGS.indexOf(rating) + 1;
    this.elapsed[i] = reached === null ? 0 : (state.memoryDay ?? 0) - reached;
    this.day[i] = event.day;
    this.at[i] = event.at;
    this.predicted[i] =
      judged && predicted !== undefined
        ? Math.round(Math.min(1, Math.max(0, predicted)) * 1e6)
        : -1;
    this.judged[i] = judged ? 1 : 0;
    this.length += 1;
  };

  private count(event: Answer, reached: number | null, judged: boolean): void {
    if (isPractice(event)) this.left.practice += 1;
    else if (isOneSided(event)) this.left.oneSided += 1;
    else if (reached === null) this.left.first += 1;
    else if (!judged) this.left.sameDay += 1;
    else if (event.predicted === undefined) this.left.unpredicted += 1;
  }
}

/** Answers in a log, live or not: as much room as the histories can take. */
function answersIn({ rating, length }: Columns): number {
  let answers = 0;
  for (let row = 0; row < length; row++) if (rating[row] !== 0) answers += 1;
  return answers;
}

/** The histories of all cards of a log; `model` decides nothing that stands in them. */
export function historiesOf(columns: Columns, model: MemoryModel): Histories {
  const recorder = new Recorder(columns, answersIn(columns) + columns.odd.size);
  const { states } = foldColumns(columns, model, Infinity, recorder);
  const suspended = [...states.values()].filter((state) => state.suspended);
  const { length, left } = recorder;
  return {
    length,
    cards: columns.cards,
    card: recorder.card.subarray(0, length),
    begins: recorder.begins.subarray(0, length),
    rating: recorder.rating.subarray(0, length),
    elapsed: recorder.elapsed.subarray(0, length),
    day: recorder.day.subarray(0, length),
    at: recorder.at.subarray(0, length),
    predicted: recorder.predicted.subarray(0, length),
    judged: recorder.judged.subarray(0, length),
    left,
    suspended: new Set(suspended.map(({ card }) => card)),
  };
}

/**
 * Recall (0..1) that a model would have predicted before each answer; NaN where a history begins,
 * and where memory had moved on that study day already.
 */
export function predictionsUnder(histories: Histories, model: MemoryModel): Float64Array {
  const { length, begins, rating, elapsed } = histories;
  const predictions = new Float64Array(length);
  let memory: ReturnType<MemoryModel['next']> | null = null;
  for (let i = 0; i < length; i++) {
    if (begins[i] === 1) memory = null;
    const days = elapsed[i] ?? 0;
    predictions[i] =
      memory === null || days === 0 ? NaN : model.retrievability(memory.stability, days);
    memory = model.next(memory, days, RATINGS[(rating[i] ?? 1) - 1] ?? 'again');
  }
  return predictions;
}
