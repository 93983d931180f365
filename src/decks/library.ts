/** The one place the app asks for decks and for the words of their cards. */
import { decks as builtIn, loadChapterText as imports } from 'virtual:decks';
import type { Deck } from '../domain/deck.ts';
import { chapterLoader } from './chapterLoader.ts';
import { unpackDeck } from './pack.ts';

export { ChapterUnavailable } from './chapterLoader.ts';

/** The decks the app was built with. */
export const decks: readonly Deck[] = builtIn.map(unpackDeck);

/** The words of a chapter, by its id. Rejects with ChapterUnavailable; a retry may succeed. */
export const loadChapterText = chapterLoader(imports);
