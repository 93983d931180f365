/** A chapter being read: its words, and what is done to its cards. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChapterText } from '../../domain/deck.ts';
import { isOfCard } from '../../domain/event.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { append, undo, type Committed } from '../../store/log.ts';
import { momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';

export type CardAct = 'suspended' | 'unsuspended' | 'marked' | 'unmarked' | 'reset';

/** What came of the last command, told beside the card it was given to. */
export type Outcome = { readonly card: string } & (
  | { readonly is: CardAct }
  /** `other`: what was taken back was done to another card, or was no command of this page. */
  | { readonly is: 'took-back' | 'took-back-other' | 'nothing-to-undo' }
  | { readonly is: 'trouble'; readonly trouble: StoreTrouble; readonly tried: CardAct | 'undo' }
);

export interface ReadingState {
  readonly words: ChapterText | null;
  readonly wordsMissing: boolean;
  readonly outcome: Outcome | null;
  /** Counts outcomes, so that the same words are said again. */
  readonly turn: number;
}

export interface Reading {
  readonly state: StoreApi<ReadingState>;
  readonly readWords: () => Promise<void>;
  readonly act: (card: string, act: CardAct) => Promise<void>;
  readonly takeBack: (card: string) => Promise<void>;
}

function takenBack(card: string, taken: Committed | null): Outcome {
  if (!taken) return { card, is: 'nothing-to-undo' };
  const here = taken.events.some((event) => isOfCard(event) && event.card === card);
  return { card, is: here ? 'took-back' : 'took-back-other' };
}

export function createReading(environment: Environment, chapterId: string): Reading {
  const { store, clock, loadChapterText } = environment;
  const state = createStore<ReadingState>(() => ({
    words: null,
    wordsMissing: false,
    outcome: null,
    turn: 0,
  }));
  const moment = () => momentOf(clock, store.settings.rollover);
  const tell = (outcome: Outcome) => state.setState(({ turn }) => ({ outcome, turn: turn + 1 }));

  async function readWords(): Promise<void> {
    try {
      const words = await loadChapterText(chapterId);
      state.setState({ words, wordsMissing: false });
    } catch {
      state.setState({ wordsMissing: true });
    }
  }

  async function tellTrouble(card: string, tried: CardAct | 'undo', work: () => Promise<Outcome>) {
    try {
      tell(await work());
    } catch (error) {
      tell({ card, is: 'trouble', trouble: asStoreError(error).trouble, tried });
    }
  }

  return {
    state,
    readWords,
    act: (card, act) =>
      tellTrouble(card, act, async () => {
        await append(store, [{ type: act, card, ...moment() }]);
        return { card, is: act };
      }),
    takeBack: (card) =>
      tellTrouble(card, 'undo', async () => takenBack(card, await undo(store, moment()))),
  };
}
