/** A card as it is put before the learner: its words, and the order of its options. */
import type { Card, CardText, Language } from '../../domain/deck.ts';
import { shuffled } from '../../domain/random.ts';
import type { Prepared } from '../../store/study.ts';
import type { Environment } from '../environment.ts';

export interface Shown {
  readonly card: Card;
  readonly prepared: Prepared;
  readonly text: Readonly<Record<Language, CardText>>;
  /** Where a fact comes from, where not from the deck's own source. */
  readonly cite: string | undefined;
  /** Option numbers in the order shown; empty for other kinds. */
  readonly options: readonly number[];
}

/** The words of a card are not to be had now: offline before they were kept. A retry may succeed. */
export class WordsUnavailable extends Error {
  override readonly name = 'WordsUnavailable';
}

/**
 * Everything needed to show a card, read before it is shown.
 * @param prepare reads the card's state and offers
 * @throws StoreError, WordsUnavailable
 */
export async function showCard(
  { catalogue, loadChapterText }: Environment,
  id: string,
  prepare: () => Promise<Prepared>,
): Promise<Shown> {
  const card = catalogue.card.get(id);
  if (!card) throw new Error(`Inconsistent: no card ${id}`);
  const [prepared, chapter] = await Promise.all([
    prepare(),
    loadChapterText(card.chapterId).catch((error: unknown) => {
      throw new WordsUnavailable(card.chapterId, { cause: error });
    }),
  ]);
  const words = chapter.cards[card.id];
  if (!words) throw new WordsUnavailable(card.id);
  const count = words.en.options?.length ?? 0;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const seed = `${card.id} ${prepared.state?.reps ?? 0} ${prepared.today}`;
  return {
    card,
    prepared,
    text: { zh: words.zh, en: words.en },
    cite: words.cite,
    options: shuffled(numbers, seed, (option) => String(option)),
  };
}
