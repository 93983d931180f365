declare module 'virtual:decks' {
  import type { ChapterText } from '../domain/deck.ts';
  import type { PackedDeck } from './pack.ts';

  export const decks: readonly PackedDeck[];
  /** By chapter id. */
  export const loadChapterText: Readonly<Record<string, () => Promise<{ default: ChapterText }>>>;
}
