/** The screens beyond the start: each is loaded when it is first gone to, or before, when there is time. */
import { lazy, useState, type ComponentType } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/**
 * A screen that is loaded later. One that is there already is drawn at once: React would hold a lazy
 * one back, though loaded, for the 300 ms it leaves a fallback standing.
 */
function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  const loadOnce = async () => (loaded ??= await load());
  loads.push(loadOnce);
  const Later = lazy(async () => ({ default: await loadOnce() }));
  return function Screen(props: P) {
    // For as long as it is shown: in place of another one it would forget what was done on it.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Later);
    return <Shown {...props} />;
  };
}

/** Loads every screen, one after the other; what does not load is asked for again when gone to. */
export async function loadScreens(): Promise<void> {
  for (const load of loads) {
    try {
      await load();
    } catch {
      return;
    }
  }
}

export const DecksScreen = later(async () => (await import('./decks/DecksScreen.tsx')).DecksScreen);
export const ChapterScreen = later(
  async () => (await import('./decks/ChapterScreen.tsx')).ChapterScreen,
);
export const ConceptScreen = later(
  async () => (await import('./concepts/ConceptScreen.tsx')).ConceptScreen,
);
export const QuizzesScreen = later(
  async () => (await import('./quiz/QuizzesScreen.tsx')).QuizzesScreen,
);
export const QuizScreen = later(async () => (await import('./quiz/QuizScreen.tsx')).QuizScreen);
export const DiscussionsScreen = later(
  async () => (await import('./discussions/DiscussionsScreen.tsx')).DiscussionsScreen,
);
export const DiscussionForm = later(
  async () => (await import('./discussions/DiscussionForm.tsx')).DiscussionForm,
);
export const DiscussionScreen = later(
  async () => (await import('./discussions/DiscussionScreen.tsx')).DiscussionScreen,
);
export const BriefScreen = later(
  async () => (await import('./discussions/BriefScreen.tsx')).BriefScreen,
);
export const ConceptsScreen = later(
  async () => (await import('./concepts/ConceptsScreen.tsx')).ConceptsScreen,
);
export const StatisticsScreen = later(
  async () => (await import('./statistics/StatisticsScreen.tsx')).StatisticsScreen,
);
export const ModelScreen = later(async () => (await import('./model/ModelScreen.tsx')).ModelScreen);
export const SettingsScreen = later(
  async () => (await import('./settings/SettingsScreen.tsx')).SettingsScreen,
);
