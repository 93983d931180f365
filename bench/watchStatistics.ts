/** In the app: how soon its statistics page stands, and fills. */
import { answer, open } from './raw.ts';

/** ms and frames from the navigation. */
export interface Shown {
  /** Frames begun, up to the one that showed the page with room for all figures. */
  readonly frames: number;
  readonly first: number;
  readonly all: number;
  /** Longest task of the page meanwhile; 0 when none was over 50. */
  readonly longTask: number;
}

const FIGURES = '.statistics__figures';

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

const LONGEST_WAIT = 120_000;

/** Frames begun until something is in the page, that one too. @throws Error after two minutes */
async function framesUntil(selector: string): Promise<number> {
  const until = performance.now() + LONGEST_WAIT;
  let frames = 1;
  for (await frame(); !document.querySelector(selector); await frame()) {
    frames += 1;
    if (performance.now() > until) throw new Error(`There is no ${selector} in the page`);
  }
  return frames;
}

/** Goes to the statistics from another screen, as a link does, and waits until all figures are there. */
export async function goToStatistics(): Promise<Shown> {
  let longTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTask = Math.max(longTask, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  window.location.hash = '#/statistics';
  const frames = await framesUntil(FIGURES);
  await framesUntil(`${FIGURES} svg`);
  const first = performance.now() - began;
  await framesUntil(`${FIGURES}[aria-busy="false"] svg`);
  const all = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { frames, first, all, longTask };
}

/** Whether the app has folded the log it found, and says so. */
export async function isFolded(): Promise<boolean> {
  const db = await open('fanshi');
  const stores = db.transaction(['cards', 'meta']);
  const [rows, mark] = await Promise.all([
    answer(stores.objectStore('cards').count()),
    answer<unknown>(stores.objectStore('meta').get('cache')),
  ]);
  db.close();
  return rows > 0 && mark !== undefined;
}
