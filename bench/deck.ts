/** A deck of any size, and the states of its cards: made up, and the same every time. */
import { newCardState, type CardState } from '../src/domain/cardState.ts';
import type { StudyDay } from '../src/domain/day.ts';
import type { Card, CardText, Chapter, ChapterText, Concept, Deck } from '../src/domain/deck.ts';
import { hash32 } from '../src/domain/random.ts';
import { randomFrom } from './numbers.ts';

const CARDS_OF_CONCEPT = 3;
const CARDS_OF_CHAPTER = 150;

const inBoth = (zh: string, en: string) => ({ zh, en });

function conceptOf(i: number, chapterId: string, isFirst: boolean): Concept {
  return {
    id: `bench/c${i}`,
    chapterId,
    name: inBoth(`概念 ${i}`, `Concept ${i}`),
    needs: isFirst ? [] : [`bench/c${i - 1}`],
    near: [],
  };
}

/**
 * A deck of `count` cards: three to a concept, each concept needing the one before it.
 * @param siblings whether the second and third card of a concept are of one note
 */
export function benchDeck(count: number, siblings: boolean): Deck {
  const cards: Card[] = [];
  const chapters: (Chapter & { readonly concepts: Concept[] })[] = [];
  for (let i = 0; i < count; i++) {
    const chapterId = `bench/chapter-${Math.floor(i / CARDS_OF_CHAPTER)}`;
    if (i % CARDS_OF_CHAPTER === 0) {
      chapters.push({ id: chapterId, title: inBoth('一章', 'A chapter'), concepts: [] });
    }
    const concept = Math.floor(i / CARDS_OF_CONCEPT);
    if (i % CARDS_OF_CONCEPT === 0) {
      const isFirst = i % CARDS_OF_CHAPTER === 0;
      chapters.at(-1)?.concepts.push(conceptOf(concept, chapterId, isFirst));
    }
    const isPart = siblings && i % CARDS_OF_CONCEPT > 0;
    const noteId = isPart ? `bench/c${concept}.pair` : `bench/c${concept}.n${i}`;
    const id = isPart ? `${noteId}/${i % CARDS_OF_CONCEPT === 1 ? 'there' : 'back'}` : noteId;
    const conceptId = `bench/c${concept}`;
    cards.push({ id, deckId: 'bench', chapterId, conceptId, noteId, kind: 'basic' });
  }
  return {
    id: 'bench',
    title: inBoth('量', 'Bench'),
    about: inBoth('', ''),
    licence: '',
    source: { title: inBoth('', '') },
    version: `bench ${count}`,
    chapters,
    cards,
    renames: {},
  };
}

function textOf(card: Card, language: string): CardText {
  const ask = `<p>${language} ${card.id}: what does fine-tuning change that a prompt does not?</p>`;
  const answer = '<p>The weights; a prompt changes only what the model reads.</p>';
  return { ask, answer, why: '<p>And it costs accordingly.</p>', hash: hash32(ask + answer) };
}

/** The words of one of its chapters. */
export function benchText(deck: Deck, chapterId: string): ChapterText {
  const cards = deck.cards.filter((card) => card.chapterId === chapterId);
  return {
    cards: Object.fromEntries(
      cards.map((card) => [card.id, { zh: textOf(card, 'zh'), en: textOf(card, 'en') }]),
    ),
    gists: {},
    discussion: [],
  };
}

export const DAY = 86_400_000;

/**
 * States of cards in review, `due` of them (evenly among the others) due in the last week up to
 * today, all others in the year after.
 */
export function benchStates(
  cards: readonly string[],
  due: number,
  today: StudyDay,
  seed: number,
): CardState[] {
  const random = randomFrom(seed);
  let dueSoFar = 0;
  return cards.map((card, i) => {
    const isDue = dueSoFar < Math.floor(((i + 1) * due) / cards.length);
    if (isDue) dueSoFar += 1;
    const interval = 8 + Math.floor(random() * 40);
    const dueDay = isDue
      ? today - Math.floor(random() * 7)
      : today + 1 + Math.floor(random() * 365);
    const memoryDay = Math.min(dueDay - interval, today - 1);
    return {
      ...newCardState(card),
      phase: 'review',
      dueDay,
      interval,
      memory: { stability: interval * (0.9 + random() * 0.2), difficulty: 2 + random() * 6 },
      reps: 3 + Math.floor(random() * 6),
      memoryDay,
      memoryAt: memoryDay * DAY + 4 * 3_600_000,
      introduced: memoryDay - 30,
      answered: memoryDay,
    };
  });
}
