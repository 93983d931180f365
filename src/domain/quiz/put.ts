/** A question as it is put: which options are shown, and in which order. */
import { shuffled } from '../random.ts';
import type { BorrowedOptions } from './borrowed.ts';
import type { Text } from '../deck.ts';
import type { Words } from './words.ts';

/** Something to choose, or to put in its place. */
export interface Option {
  /** As an answer names it: its number among the card's own, or where it was borrowed from. */
  readonly key: string;
  /** HTML. */
  readonly text: Text;
}

/** The key of the right option. */
const RIGHT = '0';
/** More are no better and longer to read. */
const MOST_BORROWED = 3;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asHtml = (plain: string) => plain.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

function numbered(words: Words, of: 'options' | 'items'): Option[] {
  const [zh = [], en = []] = [words.zh[of], words.en[of]];
  return zh.map((text, i) => ({ key: String(i), text: { zh: text, en: en[i] ?? '' } }));
}

/** What is told apart by the seed of a quiz: the same seed puts a question the same way again. */
export interface Placed {
  readonly seed: string;
  readonly card: string;
  /** The question's place in the quiz, from 0. */
  readonly place: number;
}

const seedOf = ({ seed, card, place }: Placed) => `${seed} ${card} ${place}`;

/** The options of a choice in the order shown: the card's own, or where it has none, borrowed ones. */
export function optionsPut(
  placed: Placed,
  words: Words,
  borrowed: BorrowedOptions | null,
): Option[] {
  const own = numbered(words, 'options');
  const seed = seedOf(placed);
  if (own.length > 0 || !borrowed) return shuffled(own, seed, ({ key }) => key);
  const named = ({ from, name }: { from: string; name: Text }): Option => ({
    key: from,
    text: { zh: asHtml(name.zh), en: asHtml(name.en) },
  });
  const wrong = shuffled(borrowed.wrong.map(named), `${seed} wrong`, ({ key }) => key);
  const right = named({ from: RIGHT, name: borrowed.right });
  return shuffled([right, ...wrong.slice(0, MOST_BORROWED)], seed, ({ key }) => key);
}

/** The items of a list to put in order, as they are shown first: never already in order. */
export function itemsPut(placed: Placed, words: Words): Option[] {
  const items = shuffled(numbered(words, 'items'), seedOf(placed), ({ key }) => key);
  const isRight = items.every(({ key }, i) => key === String(i));
  return isRight ? [...items.slice(1), ...items.slice(0, 1)] : items;
}
