/** How long a question has been looked at: stops while the page is hidden. */
export interface Stopwatch {
  /** Begins anew. */
  readonly start: () => void;
  /** ms so far, at most the longest that is counted. */
  readonly read: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** ms an answer is taken to need at most (Anki's cap). */
export const LONGEST_ANSWER = 60_000;

/**
 * @param now ms, monotonic if it can be
 * @param longest ms counted at most
 */
export function createStopwatch(now: () => number, longest = LONGEST_ANSWER): Stopwatch {
  let gathered = 0;
  let since: number | null = null;
  const elapsed = () => gathered + (since === null ? 0 : Math.max(0, now() - since));
  return {
    start: () => {
      gathered = 0;
      since = now();
    },
    read: () => Math.min(longest, Math.round(elapsed())),
    pause: () => {
      gathered = elapsed();
      since = null;
    },
    resume: () => {
      since ??= now();
    },
  };
}
