/** What is taken for what. */
import type { Catalogue } from '../catalogue.ts';
import type { Card, Text } from '../deck.ts';
import type { Answer } from '../event.ts';
import { plainText } from '../find.ts';
import { keyPicked } from './mark.ts';
import type { ConceptNames } from './names.ts';
import { plainAnswer, type WordsOf } from './words.ts';

/** One concept was asked and another taken for it; both by id. */
export interface Confusion {
  readonly asked: string;
  readonly taken: string;
}

/** The key of the right option: a card's own ones are numbered, the right one first. */
const RIGHT = '0';

/** The words of an option, by its key: one of the card's own, or the answer of another card. */
function optionWords(key: string, card: Card, wordsOf: WordsOf): Text | null {
  const own = wordsOf(card.id);
  const [zh, en] = [own?.zh.options?.[Number(key)], own?.en.options?.[Number(key)]];
  if (zh !== undefined && en !== undefined) return { zh: plainText(zh), en: plainText(en) };
  const other = wordsOf(key);
  return other ? plainAnswer(other) : null;
}

/** The concept an option stands for: the one called so, or the one a reversed card asks back for. */
function conceptOfOption(
  key: string,
  card: Card,
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): string | undefined {
  const words = optionWords(key, card, wordsOf);
  const named = words ? names.inEither(words, card.deckId) : catalogue.concept.get(key);
  const from = catalogue.card.get(key);
  return named?.id ?? (from?.kind === 'reversed' ? from.conceptId : undefined);
}

/**
 * What a wrong choice took for what was asked, by what the options stand for. Null where it doesn't
 * show, and where none was chosen.
 */
export function confusionOf(
  answer: Answer,
  catalogue: Catalogue,
  wordsOf: WordsOf,
  names: ConceptNames,
): Confusion | null {
  const card = catalogue.card.get(catalogue.currentId(answer.card));
  const key = keyPicked(answer);
  if (!card || answer.rating !== 'again' || key === undefined) return null;
  const standsFor = (option: string) => conceptOfOption(option, card, catalogue, wordsOf, names);
  const asked = standsFor(RIGHT) ?? card.conceptId;
  const taken = standsFor(catalogue.currentId(key));
  return taken === undefined || taken === asked ? null : { asked, taken };
}

/** Two concepts a contrast sets against each other; both by id. */
export interface Contrasted {
  readonly asked: string;
  readonly against: string;
}

/**
 * The two ideas a missed contrast shows were not told apart; neither was taken for the other. Null for
 * other answers, and for “I don't know”: that one is marked as it is shown, with nothing to judge.
 */
export function notToldApartIn(answer: Answer, catalogue: Catalogue): Contrasted | null {
  const { card: id, rating, how, ms, reveal } = answer;
  const card = catalogue.card.get(catalogue.currentId(id));
  if (card?.against === undefined || rating !== 'again' || how !== 'self') return null;
  return reveal === ms ? null : { asked: card.conceptId, against: card.against };
}

/** A confusion, and how often it happened. */
export interface Confused extends Confusion {
  readonly times: number;
}

/** The confusion matrix without its empty cells: each pair with its count, the most frequent first. */
export function confusionMatrix(confusions: readonly Confusion[]): Confused[] {
  const cells = new Map<string, Confused>();
  for (const { asked, taken } of confusions) {
    const key = `${asked} ${taken}`;
    cells.set(key, { asked, taken, times: (cells.get(key)?.times ?? 0) + 1 });
  }
  return [...cells]
    .toSorted(([a, one], [b, other]) => other.times - one.times || (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

export interface NotToldApart {
  readonly pair: readonly [string, string];
  readonly times: number;
}

/** Each pair with its count, whichever of the two was asked; the most frequent first. */
export function pairsNotToldApart(contrasts: readonly Contrasted[]): NotToldApart[] {
  const pairs = contrasts.map(({ asked, against }) =>
    asked < against ? { asked, taken: against } : { asked: against, taken: asked },
  );
  return confusionMatrix(pairs).map(({ asked, taken, times }) => ({ pair: [asked, taken], times }));
}
