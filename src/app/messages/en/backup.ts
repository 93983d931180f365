import type { BackupReason } from '../../../store/backupStream.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

interface Sentence {
  readonly title: string;
  readonly body: string;
}

const UNCHANGED = 'Nothing was changed.';
const trouble: Readonly<Record<BackupReason, Sentence>> = {
  empty: { title: 'This file is empty', body: `Choose another. ${UNCHANGED}` },
  foreign: {
    title: 'This is no backup of Fanshi',
    body: `Backups are called fanshi-….jsonl.gz. ${UNCHANGED}`,
  },
  zip: {
    title: 'This is a zip file, perhaps an Anki package',
    body: `Backups of Fanshi are called fanshi-….jsonl.gz. ${UNCHANGED}`,
  },
  newer: {
    title: 'This backup was written by a newer version of Fanshi',
    body: `Reload the app to get the newest version, then choose the file again. ${UNCHANGED}`,
  },
  truncated: {
    title: 'This backup is not complete',
    body: `It ends too early, as after a broken download or copy. Fetch it again, or choose another. ${UNCHANGED}`,
  },
  garbled: {
    title: 'This backup is damaged',
    body: `It was cut off, or some of its bytes are not what was written. Fetch it again, or choose another. ${UNCHANGED}`,
  },
  line: {
    title: 'This backup was changed or damaged',
    body: `One of its lines cannot be read. Choose another. ${UNCHANGED}`,
  },
  digest: {
    title: 'This backup was changed or damaged',
    body: `What it holds is not what it says it holds. Choose another. ${UNCHANGED}`,
  },
  'too-large': {
    title: 'This file is larger than any backup',
    body: `So it is not read any further. ${UNCHANGED}`,
  },
  unreadable: {
    title: 'The file could not be read',
    body: `It may have been moved or changed since it was chosen. Choose it again. ${UNCHANGED}`,
  },
  unsupported: {
    title: 'This browser cannot do that',
    body: `Update the browser, or unpack the file first and choose what is inside (.jsonl). ${UNCHANGED}`,
  },
  unwritable: {
    title: 'The backup was not written',
    body: 'The disk may be full, or the file is no longer where it was. A backup that was there before is as it was, and so is your record. Make room or choose another file.',
  },
  lapsed: {
    title: 'The browser may not write to the file',
    body: 'Your record is safe; only the backup is waiting. Allow it, or choose another file.',
  },
  unverified: {
    title: 'The backup was not good',
    body: 'It was read back and was not what had been written, so it is not counted. Your record is safe. Try again, or save it somewhere else.',
  },
};

/** Where the record is, and how it is kept safe. */
export const backup = {
  title: 'Your data',
  /** Between two sentences. */
  joint: ' ',
  kept: 'Kept by this browser',
  keptGranted: 'The browser has promised to keep your record until you delete it yourself.',
  keptRefused:
    'The browser has not promised to keep your record: when the disk gets full it may delete it. A backup is the safe way.',
  keptUnknown: 'This browser does not say how long it keeps your record. A backup is the safe way.',
  ask: 'Ask the browser to keep it',
  asking: 'Asking the browser',
  askRefused:
    'It did not promise. Many browsers do so for sites that are used often or installed; ask again later.',
  week: 'Safari deletes what a site has stored after seven days without a visit. Add Fanshi to the home screen or the Dock, or back up.',
  privateWindow:
    'There is very little room: this may be a private window, and then everything is gone when it closes.',
  room: (used: string, quota: string) => `Uses ${used} of about ${quota} the browser allows.`,
  bytes: (bytes: number) =>
    bytes < 1e6
      ? `${Math.ceil(bytes / 1e3)} kB`
      : bytes < 1e9
        ? `${Math.round(bytes / 1e6)} MB`
        : `${Math.round(bytes / 1e9)} GB`,

  backup: 'Backup',
  last: (date: string, since: number) =>
    `Last backup ${date}. ${since === 0 ? 'No reviews since.' : `${several(since, 'review')} since.`}`,
  never: (reviews: number) =>
    reviews === 0 ? 'No backup yet.' : `No backup yet, of ${several(reviews, 'review')}.`,
  what: 'One file with everything you have done: answers, settings, what was taken back.',
  now: 'Back up now',
  writing: 'Writing and reading it back',
  verified: (events: number, name: string) =>
    `Saved and verified: ${several(events, 'event')} in ${name}. It is among your downloads.`,
  verifiedInFile: (events: number, name: string) =>
    `Saved and verified: ${several(events, 'event')} in ${name}.`,

  automatic: 'Backup by itself',
  automaticOff:
    'Choose a file once, best in a folder that is synced or copied. It is written after every 20 new reviews.',
  automaticOn: (name: string) => `Into ${name}, after every 20 new reviews.`,
  automaticNot:
    'This browser cannot write to a file by itself. After every 100 reviews, Today reminds you.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  stop: 'Stop',
  lapsed: (name: string) => `The browser wants to ask you again before it writes to ${name}.`,
  allow: 'Allow and write',
  fileKind: 'Fanshi backup',
  reminder: (reviews: number) => `${several(reviews, 'review')} without a backup.`,

  restore: 'Restore, or bring together',
  restoreHint:
    'A backup is added to what is here. Nothing is overwritten, and nothing comes twice.',
  pick: 'Choose a backup',
  reading: 'Reading the backup',
  restoring: 'Bringing it in',
  preview: 'What the backup holds',
  written: (date: string) => `Written ${date}.`,
  holds: (reviews: number, cards: number, events: number) =>
    `${several(reviews, 'review')} of ${several(cards, 'card')}, ${several(events, 'event')} in all.`,
  from: (first: string, last: string) =>
    first === last ? `From ${first}.` : `From ${first} to ${last}.`,
  fresh: (fresh: number, here: number) =>
    fresh === 0
      ? 'All of it is here already.'
      : here === 0
        ? 'All of it is new here.'
        : `${several(fresh, 'event')} ${fresh === 1 ? 'is' : 'are'} new here, ${here.toLocaleString('en')} here already.`,
  cloned: (events: number) =>
    `${several(events, 'event')} come from a copy of this profile that went its own way. Both are kept.`,
  merge: (events: number) => `Add ${several(events, 'event')}`,
  done: (events: number) => `${several(events, 'event')} added. Nothing that was here has changed.`,
  nothingNew: 'All of it was here already. Nothing was changed.',

  move: 'Move to another device',
  moveHow:
    'Back up here, take the file over, open Fanshi there and choose it under Restore. Going on with both is fine: bring a backup from one to the other whenever you like, and both have everything.',

  erase: 'Erase everything',
  eraseHint: 'All answers and settings on this device. Looks stay.',
  eraseTitle: 'Erase everything?',
  eraseWhat: (reviews: number) =>
    reviews === 0
      ? 'This deletes everything recorded on this device, for good.'
      : `This deletes ${several(reviews, 'review')} from this device, for good.`,
  eraseFirst: 'Export a backup first?',
  eraseFile: 'The file that is written by itself is left as it is, and no longer written.',
  eraseWord: 'erase',
  eraseType: 'Type the word erase',
  eraseGo: 'Erase',
  eraseNot: 'Type the word first',
  erased: 'Everything is erased. This device begins anew.',
  trouble,
};
