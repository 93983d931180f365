declare module 'virtual:decks' {
  import type { ChapterText, Deck } from '../domain/deck.ts';

  export const decks: readonly Deck[];
  /** By chapter id. */
  export const loadChapterText: Readonly<Record<string, () => Promise<{ default: ChapterText }>>>;
}
