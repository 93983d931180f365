/** What every measurement is given. */
import type { Folders } from './browser.ts';

export interface Bench {
  readonly folders: Folders;
  /** File of the script put into pages. */
  readonly injected: string;
  /** Small sizes: says whether it works, not how fast it is. */
  readonly quick: boolean;
  /** How often each side is measured; at least 7 unless quick. */
  readonly runs: number;
  readonly say: (words: string) => void;
}
