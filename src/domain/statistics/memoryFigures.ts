/** What is in memory: intervals, stability, difficulty, recall now and knowledge as a whole. */
import { recallAt, type CardState } from '../cardState.ts';
import type { MemoryModel } from '../memory.ts';
import { sumOf } from './daySums.ts';
import type { MemoryFigures, RecallFigure } from './figures.ts';
import { DAY_LIMITS, evenLimits, histogramOf } from './histogram.ts';

const DIFFICULTIES = evenLimits(1, 10, 18);
const RECALLS = evenLimits(0, 1, 50);

/** A card asked about. */
export interface Standing {
  /** Null for one without. */
  readonly state: CardState | null;
  /** A number its note's cards share. */
  readonly note: number;
}

/** @param cards none of them suspended @param now ms */
function recallOf(
  cards: readonly Standing[],
  suspended: number,
  now: number,
  model: MemoryModel,
): RecallFigure {
  const recalls: number[] = [];
  const notes = new Map<number, { sum: number; cards: number }>();
  for (const { state, note } of cards) {
    const recall = state && recallAt(state, now, model);
    if (recall !== null) recalls.push(recall);
    const ofNote = notes.get(note);
    if (ofNote) {
      ofNote.sum += recall ?? 0;
      ofNote.cards += 1;
    } else notes.set(note, { sum: recall ?? 0, cards: 1 });
  }
  const sum = sumOf(recalls);
  let byNote = 0;
  for (const ofNote of notes.values()) byNote += ofNote.sum / ofNote.cards;
  return {
    histogram: histogramOf(recalls, RECALLS, false),
    mean: recalls.length === 0 ? null : sum / recalls.length,
    byCard: sum,
    cards: cards.length,
    byNote,
    notes: notes.size,
    suspended,
  };
}

/** @param now ms */
export function memoryFiguresOf(
  asked: readonly Standing[],
  now: number,
  model: MemoryModel,
): MemoryFigures {
  const cards = asked.filter(({ state }) => state?.suspended !== true);
  const states = cards.flatMap(({ state }) => state ?? []);
  const memories = states.flatMap(({ memory }) => memory ?? []);
  const intervals = states
    .filter(({ phase }) => phase === 'review' || phase === 'relearning')
    .map(({ interval }) => interval);
  return {
    intervals: histogramOf(intervals, DAY_LIMITS, true),
    stability: histogramOf(
      memories.map(({ stability }) => stability),
      DAY_LIMITS,
      true,
    ),
    difficulty: histogramOf(
      memories.map(({ difficulty }) => difficulty),
      DIFFICULTIES,
      false,
    ),
    recall: recallOf(cards, asked.length - cards.length, now, model),
  };
}
