/** The words of some chapters, for a screen that shows them together. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChapterText } from '../../domain/deck.ts';
import type { Environment } from '../environment.ts';

export interface TextsState {
  /** Of the chapters that could be had; null until loaded. */
  readonly texts: readonly ChapterText[] | null;
  /** Whether some could not. */
  readonly isIncomplete: boolean;
}

export interface Texts {
  readonly state: StoreApi<TextsState>;
  readonly load: () => Promise<void>;
}

export function createTexts({ loadChapterText }: Environment, chapters: readonly string[]): Texts {
  const state = createStore<TextsState>(() => ({ texts: null, isIncomplete: false }));
  return {
    state,
    load: async () => {
      const loaded = await Promise.allSettled(chapters.map((id) => loadChapterText(id)));
      const texts = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      state.setState({ texts, isIncomplete: texts.length < chapters.length });
    },
  };
}
