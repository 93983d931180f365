/** The statistics, away from the screen: reads the log once and answers question after question. */
import { expose } from 'comlink';
import type { Part } from '../domain/statistics/figures.ts';
import type { CardList } from '../domain/statistics/question.ts';
import { statisticsOf, studyOf, type Asked, type Study } from '../domain/statistics/statistics.ts';
import { StoreError, type StoreTrouble } from '../store/errors.ts';
import { readAnswers, readCalendar } from '../store/statistics.ts';
import type { Store } from '../store/store.ts';
import { openPlace, type Place } from './place.ts';

/** What came of a question: what failed, as an error's own fields do not cross to the caller. */
export type Answered = 'done' | StoreTrouble;

/** The log as it was read, and of which state of the store. */
interface Kept {
  readonly revision: number;
  readonly study: Promise<Study>;
}

let opened: Promise<Store> | null = null;
let list: CardList = { ids: [], notes: new Uint32Array() };
let kept: Kept | null = null;

/** The study of a revision, read unless it is there; the one before is let go first. */
function studyAt(revision: number, store: Store): Promise<Study> {
  if (kept?.revision !== revision) {
    kept = null;
    kept = { revision, study: readAnswers(store).then((table) => studyOf(table, list)) };
  }
  return kept.study;
}

const api = {
  /** Before all else. @param cards all that the decks at hand have */
  open: (place: Place, cards: CardList): void => {
    list = cards;
    opened = openPlace(place);
    // Whoever asks hears of it.
    opened.catch(() => {});
  },

  /**
   * @param revision of the store: the log is read anew when it differs from the last one
   * @param onPart told of each figure as soon as it is done; of all of them before this is over
   */
  figures: async (
    asked: Asked,
    revision: number,
    onPart: (part: Part) => Promise<void>,
  ): Promise<Answered> => {
    try {
      if (!opened) throw new Error('Inconsistent: nothing is open');
      const store = await opened;
      const isAtHand = kept?.revision === revision;
      const early = isAtHand ? null : await readCalendar(store, asked);
      const told = early ? [onPart(early)] : [];
      const study = await studyAt(revision, store);
      statisticsOf(study, asked, store.model, (part) => told.push(onPart(part)));
      await Promise.all(told);
      return 'done';
    } catch (error) {
      kept = null;
      return error instanceof StoreError ? error.trouble : 'failed';
    }
  },
};

export type StatisticsApi = typeof api;

expose(api);
