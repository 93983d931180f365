/** How long a question has been looked at: stops while the page is hidden. */
export interface Stopwatch {
  /** Begins anew. */
  readonly start: () => void;
  /** ms so far, at most 60,000 (Anki's cap). */
  readonly read: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
}

const LONGEST = 60_000;

/** @param now ms, monotonic if it can be */
export function createStopwatch(now: () => number): Stopwatch {
  let gathered = 0;
  let since: number | null = null;
  const elapsed = () => gathered + (since === null ? 0 : Math.max(0, now() - since));
  return {
    start: () => {
      gathered = 0;
      since = now();
    },
    read: () => Math.min(LONGEST, Math.round(elapsed())),
    pause: () => {
      gathered = elapsed();
      since = null;
    },
    resume: () => {
      since ??= now();
    },
  };
}
