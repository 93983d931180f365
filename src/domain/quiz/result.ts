/** What a quiz found out. */
import type { Catalogue } from '../catalogue.ts';
import type { Answer, OpenAnswered, QuizBegun } from '../event.ts';
import { quantiles } from '../poissonBinomial.ts';
import { wilson, type Interval } from '../wilson.ts';
import { confusionOf, notToldApartIn, type Confusion, type Contrasted } from './confusion.ts';
import type { ConceptNames } from './names.ts';
import { repliesOf, type Reply } from './progress.ts';
import type { Question } from './question.ts';
import type { WordsOf } from './words.ts';

/** Below this many answers a share says little: all may be right and the interval still reach one half. */
export const FEW = 5;

/** Right answers among those given, and the 95 % interval of the share they are drawn from. */
export interface Score {
  readonly asked: number;
  readonly right: number;
  readonly interval: Interval;
  /** Whether there are fewer than `FEW`. */
  readonly isFew: boolean;
}

export interface ConceptScore extends Score {
  readonly concept: string;
}

/** What memory let expect before the answers, of those it could say anything of. */
export interface Expected {
  readonly asked: number;
  readonly right: number;
  /** Right answers expected of them, on average. */
  readonly mean: number;
  /** With a probability of 80 % from so many to so many. Siblings hang together: a lower limit. */
  readonly low: number;
  readonly high: number;
}

export interface Miss {
  readonly question: Question;
  readonly answer: Answer;
  /** Today's id of the card. */
  readonly card: string;
  readonly confusion: Confusion | null;
  /** The two ideas of a contrast that was missed. */
  readonly notToldApart: Contrasted | null;
}

/** A place in a deck's source. */
export interface Watch {
  readonly deckId: string;
  readonly seconds: number;
  readonly around: boolean;
  /** Ids of the concepts missed that are told there. */
  readonly concepts: readonly string[];
}

export interface Result {
  /** Of the cards; open questions have points and no score. */
  readonly score: Score;
  /** In the order of the decks. */
  readonly concepts: readonly ConceptScore[];
  readonly expected: Expected | null;
  /** Confidently wrong ones first. */
  readonly misses: readonly Miss[];
  /** Today's ids of the cards that were right, in the order asked. */
  readonly rights: readonly string[];
  readonly confusions: readonly Confusion[];
  readonly notToldApart: readonly Contrasted[];
  /** In the order of the decks. */
  readonly watch: readonly Watch[];
  readonly open: readonly OpenAnswered[];
  readonly unanswered: readonly Question[];
}

type Answered = Reply & { readonly answer: Answer };

const isOfCard = (reply: Reply): reply is Answered =>
  reply.answer !== null && reply.answer.type !== 'open-answered';

const isRight = ({ rating }: Answer) => rating !== 'again';

function scoreOf(answers: readonly Answer[]): Score {
  const right = answers.filter(isRight).length;
  const asked = answers.length;
  return { asked, right, interval: wilson(right, asked), isFew: asked < FEW };
}

function conceptScores(answers: readonly Answer[], catalogue: Catalogue): ConceptScore[] {
  const conceptOf = ({ card }: Answer) =>
    catalogue.card.get(catalogue.currentId(card))?.conceptId ?? '';
  const asked = new Set(answers.map(conceptOf));
  return [...catalogue.concept.keys()]
    .filter((concept) => asked.has(concept))
    .map((concept) => ({
      concept,
      ...scoreOf(answers.filter((answer) => conceptOf(answer) === concept)),
    }));
}

function expectedOf(answers: readonly Answer[]): Expected | null {
  const known = answers.filter(({ predicted }) => predicted !== undefined);
  if (known.length === 0) return null;
  const recalls = known.map(({ predicted = 0 }) => predicted);
  const mean = recalls.reduce((sum, recall) => sum + recall, 0);
  const right = known.filter(isRight).length;
  return { asked: known.length, right, mean, ...quantiles(recalls, 0.1, 0.9) };
}

const SURENESS = ['know', 'think', undefined, 'guess'] as const;

function missesOf(
  replies: readonly Answered[],
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): Miss[] {
  const sureness = ({ answer }: Miss) => SURENESS.indexOf(answer.confidence);
  return replies
    .filter(({ answer }) => !isRight(answer))
    .map(({ question, answer }) => ({
      question,
      answer,
      card: catalogue.currentId(answer.card),
      confusion: confusionOf(answer, catalogue, wordsOf, names),
      notToldApart: notToldApartIn(answer, catalogue),
    }))
    .toSorted((a, b) => sureness(a) - sureness(b));
}

/** Where the source tells of these concepts; of one without a time of its own, where its chapter begins. */
function watchAgain(concepts: ReadonlySet<string>, { decks }: Catalogue): Watch[] {
  const places = new Map<string, Watch>();
  for (const { id: deckId, chapters } of decks) {
    for (const chapter of chapters) {
      for (const { id, at = chapter.at } of chapter.concepts) {
        if (!at || !concepts.has(id)) continue;
        const key = `${deckId} ${at.seconds}`;
        const told = [...(places.get(key)?.concepts ?? []), id];
        places.set(key, { deckId, ...at, concepts: told });
      }
    }
  }
  const order = new Map(decks.map(({ id }, i) => [id, i]));
  const deckOf = ({ deckId }: Watch) => order.get(deckId) ?? 0;
  return [...places.values()].toSorted((a, b) => deckOf(a) - deckOf(b) || a.seconds - b.seconds);
}

/**
 * The result of a quiz, or of as much of it as was answered.
 * @param live its live answers, in any order
 * @param wordsOf words of the cards; where they are not at hand fewer confusions are found
 */
export function resultOf(
  begun: QuizBegun,
  live: readonly (Answer | OpenAnswered)[],
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): Result {
  const replies = repliesOf(begun, live, catalogue);
  const cards = replies.filter(isOfCard);
  const answers = cards.map(({ answer }) => answer);
  const misses = missesOf(cards, catalogue, wordsOf, names);
  const missed = misses.flatMap(({ card }) => catalogue.card.get(card)?.conceptId ?? []);
  return {
    score: scoreOf(answers),
    concepts: conceptScores(answers, catalogue),
    expected: expectedOf(answers),
    misses,
    rights: answers.filter(isRight).map(({ card }) => catalogue.currentId(card)),
    confusions: misses.flatMap(({ confusion }) => confusion ?? []),
    notToldApart: misses.flatMap(({ notToldApart }) => notToldApart ?? []),
    watch: watchAgain(new Set(missed), catalogue),
    open: replies.flatMap(({ answer }) => (answer?.type === 'open-answered' ? [answer] : [])),
    unanswered: replies.flatMap(({ question, answer }) => (answer === null ? [question] : [])),
  };
}
