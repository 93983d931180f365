/** Reading the study day that is now. */
import { readDay, type StudyDayRead } from '../store/study.ts';
import type { Store } from '../store/store.ts';
import { dayAt, endOfDay, type Clock } from './clock.ts';

/**
 * A reader of today. The first reading begins at once, so that it is done when the first screen,
 * drawn meanwhile, asks for it; any change makes it void.
 */
export function createDayReader(store: Store, clock: Clock): () => Promise<StudyDayRead> {
  const read = (): { day: number; reading: Promise<StudyDayRead> } => {
    const { rollover } = store.settings;
    const day = dayAt(clock, clock.now(), rollover);
    return { day, reading: readDay(store, day, endOfDay(clock, day, rollover)) };
  };
  let first: ReturnType<typeof read> | null = read();
  // Whoever asks for it hears of its failure.
  first.reading.catch(() => {});
  store.onChange(() => {
    first = null;
  });
  return () => {
    const early = first;
    first = null;
    const isToday = early?.day === dayAt(clock, clock.now(), store.settings.rollover);
    return early && isToday ? early.reading : read().reading;
  };
}
