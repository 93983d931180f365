/** Making a quiz: which cards are asked, in which form, in which order. */
import { areConfusable, type Catalogue } from '../catalogue.ts';
import { shuffled } from '../random.ts';
import { spacedOut } from '../spacing.ts';
import type { Candidate } from './forms.ts';
import { FORMS, type Form, type Question } from './question.ts';

export type Length = { readonly questions: number } | { readonly minutes: number };

export interface Wish {
  readonly cards: readonly Candidate[];
  /** Ids of the open questions that may be asked. */
  readonly open: readonly string[];
  readonly mix: ReadonlySet<Form>;
  readonly length: Length;
  readonly seed: string;
}

/** Seconds a question is taken to need, reading it and its answer included. */
export const SECONDS: Readonly<Record<Form, number>> = {
  choice: 15,
  typed: 20,
  cloze: 15,
  recall: 20,
  order: 30,
  contrast: 40,
  open: 150,
};

/** What there is to spend on questions: a number of them, or seconds. */
interface Budget {
  readonly total: number;
  readonly costOf: (form: Form) => number;
}

function budgetOf(length: Length): Budget {
  if ('questions' in length) return { total: length.questions, costOf: () => 1 };
  return { total: length.minutes * 60, costOf: (form) => SECONDS[form] };
}

/** What of `total` goes to open questions: their share of the mix, and one where that is half or less. */
function forOpen({ open, mix }: Wish, { total, costOf }: Budget): number {
  if (!mix.has('open')) return 0;
  const one = costOf('open');
  const share = Math.max(total / mix.size, 2 * one <= total ? one : 0);
  return Math.min(Math.floor(share / one), open.length) * one;
}

/** The form least used so far; of several the one fewest cards can be asked in. */
function byUse(forms: readonly Form[], used: readonly Form[], cards: readonly Candidate[]): Form[] {
  const uses = (form: Form) => used.filter((one) => one === form).length;
  const able = (form: Form) => cards.filter((one) => one.forms.includes(form)).length;
  const counts = new Map(forms.map((form) => [form, [uses(form), able(form)] as const]));
  return forms.toSorted((a, b) => {
    const [usesA = 0, ableA = 0] = counts.get(a) ?? [];
    const [usesB = 0, ableB = 0] = counts.get(b) ?? [];
    return usesA - usesB || ableA - ableB;
  });
}

/**
 * Cards in rounds: in each round every concept gives one card at most, so none is asked twice before
 * every other that can be was asked once; where what is left buys none of those, it ends. One card of a
 * note. The first is asked whatever it costs.
 */
function pickCards(wish: Wish, total: number, costOf: Budget['costOf']): Question[] {
  const forms = FORMS.filter((form) => form !== 'open' && wish.mix.has(form));
  const cards = shuffled(wish.cards, wish.seed, ({ card }) => card.id);
  const concepts = new Set(cards.map(({ card }) => card.conceptId));
  const notes = new Set<string>();
  const picked: Question[] = [];
  let left = total;
  let waiting = new Set(concepts);
  const firstIn = (form: Form) =>
    cards.find(
      ({ card, forms: suited }) =>
        suited.includes(form) && waiting.has(card.conceptId) && !notes.has(card.noteId),
    )?.card;
  while (left > 0) {
    const used = picked.map(({ form }) => form);
    const open = byUse(forms, used, cards).flatMap((form) => {
      const card = firstIn(form);
      return card ? [{ form, card }] : [];
    });
    const pick = open.find(({ form }) => costOf(form) <= left || picked.length === 0);
    if (pick) {
      picked.push({ form: pick.form, of: pick.card.id });
      notes.add(pick.card.noteId);
      waiting.delete(pick.card.conceptId);
      left -= costOf(pick.form);
    } else if (open.length > 0 || waiting.size === concepts.size) break;
    else waiting = new Set(concepts);
  }
  return picked;
}

/** Orders tried; the one with the fewest confusable neighbours is kept. */
const TRIES = 16;

/** The same questions in a seeded order, confusable ones apart where that can be. */
function inOrder(questions: readonly Question[], seed: string, catalogue: Catalogue): Question[] {
  const forms = new Map(questions.map(({ form, of }) => [of, form]));
  const clashes = (ids: readonly string[]) =>
    ids.filter((id, i) => areConfusable(catalogue, ids[i - 1] ?? '', id)).length;
  let best: readonly string[] = [];
  let fewest = Infinity;
  for (let turn = 0; turn < TRIES && fewest > 0; turn++) {
    const ids = shuffled([...forms.keys()], `${seed} order ${turn}`, (id) => id);
    const spaced = spacedOut(ids, catalogue);
    const count = clashes(spaced);
    if (count < fewest) [best, fewest] = [spaced, count];
  }
  return best.flatMap((of) => {
    const form = forms.get(of);
    return form ? [{ form, of }] : [];
  });
}

/**
 * The questions of a quiz: spread evenly over the concepts first, then over the forms of the mix as far
 * as the cards allow; open questions last. Shorter than wished where there are too few. The same wish
 * makes the same quiz, in whatever order the cards are given.
 */
export function makeQuiz(wish: Wish, catalogue: Catalogue): Question[] {
  const { total, costOf } = budgetOf(wish.length);
  const reserved = forOpen(wish, { total, costOf });
  const cards = pickCards(wish, total - reserved, costOf);
  const spent = cards.reduce((sum, { form }) => sum + costOf(form), 0);
  const room = wish.mix.has('open') ? Math.floor((total - spent) / costOf('open')) : 0;
  const isEmpty = cards.length === 0 && wish.mix.has('open') && total > 0;
  const open = shuffled(wish.open, wish.seed, (id) => id)
    .slice(0, Math.max(room, isEmpty ? 1 : 0))
    .map((of): Question => ({ form: 'open', of }));
  return [...inOrder(cards, wish.seed, catalogue), ...open];
}
