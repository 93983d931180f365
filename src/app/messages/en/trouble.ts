import type { StoreTrouble } from '../../../store/errors.ts';

interface Sentence {
  readonly title: string;
  readonly body: string;
}

/** What went wrong, what is safe, what to do. */
export const trouble: {
  /** While an answer was being written. */
  readonly answer: Readonly<Record<StoreTrouble, Sentence>>;
  /** While something else was being read or written. */
  readonly other: Readonly<Record<StoreTrouble, Sentence>>;
  readonly words: Sentence;
  readonly clockBehind: Sentence;
  readonly clockAhead: Sentence;
  readonly clockIsRight: string;
  readonly again: string;
  readonly reload: string;
  readonly backup: string;
} = {
  answer: {
    full: {
      title: 'This answer was not saved',
      body: 'The disk is full. The card is back and earlier records are safe. Free about 20 MB and try again.',
    },
    stale: {
      title: 'The card had changed',
      body: 'It was answered or changed in another tab, so this answer was not counted. What was recorded there is safe.',
    },
    outdated: {
      title: 'Another tab runs a newer version',
      body: 'This answer was not saved; earlier records are safe. Reload to go on.',
    },
    blocked: {
      title: 'This answer was not saved',
      body: 'Another tab is changing the storage to a newer form. Close the other tabs and try again; earlier records are safe.',
    },
    unavailable: {
      title: 'This answer was not saved',
      body: 'The browser has closed the storage. Earlier records are safe. Reload the page.',
    },
    failed: {
      title: 'This answer was not saved',
      body: 'The browser did not take it. The card is back and earlier records are safe. Try again, or reload the page.',
    },
  },
  other: {
    full: {
      title: 'That was not saved',
      body: 'The disk is full. Nothing else has changed. Free about 20 MB and try again.',
    },
    stale: {
      title: 'It had changed',
      body: 'Another tab was faster. Nothing was written. Try again.',
    },
    outdated: {
      title: 'Another tab runs a newer version',
      body: 'Reload to go on; nothing is lost.',
    },
    blocked: {
      title: 'Another tab is in the way',
      body: 'A newer version wants to open the storage, and an older tab still holds it. Close the other tabs of Fanshi; nothing is lost.',
    },
    unavailable: {
      title: 'The storage does not open',
      body: 'This happens in private windows, or when the browser may not keep data. Nothing was deleted. Allow site data or open an ordinary window, then reload.',
    },
    failed: {
      title: 'That did not work',
      body: 'The browser refused to read or write. Nothing recorded is lost. Try again, or reload the page.',
    },
  },
  words: {
    title: 'The words of this chapter did not load',
    body: 'The device may be offline and have not kept them yet. Your record is safe. Try again when connected.',
  },
  clockBehind: {
    title: 'Is the clock right?',
    body: 'It says an earlier time than your last answer, by more than a day. Answers given now would count as given then. Nothing is lost either way.',
  },
  clockAhead: {
    title: 'Is the clock right?',
    body: 'Your last answer was more than 30 days ago by this clock. If that is true, go on; if not, set the clock first. Nothing is lost either way.',
  },
  clockIsRight: 'The clock is right',
  again: 'Try again',
  reload: 'Reload',
  backup: 'Save a backup',
};
