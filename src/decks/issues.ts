/** What can be wrong with a deck, as data: a rule's id, where it was broken, and the remedy. */

/** Every rule of a deck's text, with the remedy that fits unless a better one is known. */
export const DECK_RULES = {
  'bad-yaml': 'Mend the YAML at this line; quote a text that holds ": " or begins with a sign.',
  'duplicate-key': 'Keep one of the two.',
  'forbidden-key': 'Choose another name; this one has a meaning to JavaScript.',
  'yaml-alias': 'Write the text out instead of using * and &.',
  'missing-field': 'Add the field.',
  'unknown-field': 'Remove the field or correct its name.',
  'other-kind-field': 'Remove the field or change the kind of the note.',
  'unknown-kind': 'Use basic, reversed, cloze, list, choice or contrast.',
  'wrong-type': 'Write the value in the expected form; quote numbers that are meant as text.',
  'missing-language': 'Write the text in both languages, zh and en.',
  'empty-text': 'Write the text or remove the field.',
  'bad-id': 'Use letters, digits and hyphens; a note or question may also have dots between them.',
  'bad-key': 'Use letters, digits and hyphens for a key.',
  'reserved-key': 'Choose another key; this one is taken by the whole-list card.',
  'duplicate-id': 'Give each its own id.',
  'duplicate-item-key': 'Give each item its own key.',
  'bad-time': 'Write "hh:mm:ss", or "~hh:mm:ss" for around that time, in quotes.',
  'bad-time-address': 'Write an http address with {seconds} where the time goes.',
  'bad-from': 'Write "talk", or { cite: "the source" }.',
  'deck-missing': 'Add a deck.yaml that names the deck and its chapters.',
  'chapter-missing': 'Add the file, or remove the chapter from deck.yaml.',
  'chapter-unlisted': 'Add the chapter to `chapters` in deck.yaml, or remove the file.',
  'chapter-file-name': 'Name the file after its chapter.',
  'untested-with-notes': 'Remove `untested` or the notes.',
  'concept-without-notes': 'Write a note, or say `untested: <reason>`.',
  'cloze-without-blank': 'Hide a word: {{key::hidden}}.',
  'cloze-unbalanced': 'Write each blank on one line as {{key::hidden}} or {{key::hidden::hint}}.',
  'cloze-keys-differ': 'Use the same keys in both languages.',
  'cloze-key-twice':
    'Give the second blank its own key; one key may only hide the same words twice.',
  'cloze-misplaced': 'Make it a cloze note, or write the text without a blank.',
  'list-without-items': 'Write at least two items.',
  'list-too-long':
    'Split the list, or set `each: true` to ask the items singly; few recall more than five at once.',
  'choice-wrong-count': 'Give two to five wrong options.',
  'choice-same-option': 'Make every option different from the others.',
  'contrast-same-concept': 'Name two different concepts.',
  'contrast-not-first': 'Put the concept it stands under first in `of`, or move the note.',
  'unknown-concept': 'Correct the id; another deck’s concept is written deck/concept.',
  'needs-cycle': 'Remove one `needs` of the circle.',
  'needs-later': 'Move the needed concept before this one, or remove it from `needs`.',
  'raw-html': 'Write Markdown; put a tag you want shown into `backticks`.',
  'unsafe-link': 'Use a full http, https or mailto address.',
  'no-images': 'Describe it in words; pictures from the net are not loaded.',
  'empty-list': 'Leave out the full stop or hyphen, or write more than a number and it.',
  'bad-maths': 'Mend the formula; write \\$ for a dollar sign.',
  'stray-emphasis': 'Move the punctuation out of the ** **, or put a space beside it.',
  'bad-character': 'Remove the invisible character.',
  'half-width': 'Use full-width punctuation （），：；？！ beside Chinese.',
  'allow-unknown': 'Correct the name; `npm run decks:check` prints it before each warning.',
  glossary: 'Write the term, or say `allow: { glossary: <reason> }` on the note or concept.',
  'glossary-twice': 'Keep one entry for the term.',
  'glossary-contradiction': 'Remove the word from `not`, or choose another term.',
  'line-not-covered': 'Add the line to `lines` of a concept, or remove it from `source.notes`.',
  'line-unknown': 'Correct the number, or add it to `source.notes.lines` in deck.yaml.',
} as const;

/** Every rule of the lock that keeps ids stable, with its remedy. */
export const LOCK_RULES = {
  'bad-lock': 'Restore decks/ids.lock.json from version control.',
  'not-locked': 'Run: npm run decks:lock',
  'deck-vanished': 'Restore the deck.',
  'id-vanished': 'Name it in `was` of the note it became, or in `retired` of deck.yaml.',
  'part-vanished': 'Name it in `partsWere` of the note, or as note/part in `retired` of deck.yaml.',
  'kind-changed': 'Give the note a new id, with `was` if progress should follow.',
  'id-revived': 'Take a new id; this one belongs to progress that has moved or ended.',
  'was-alive': 'Remove it from `was`, or remove the old card.',
  'was-unknown': 'Correct the id; nothing of this name was ever published.',
  'was-unclear': 'Say in `partsWere` which card each old one became.',
  'was-moved': 'Remove it from `was`; its progress has already gone elsewhere.',
  'alias-cycle': 'Break the circle of `was`.',
  'answer-changed':
    'If only the wording changed, run: npm run decks:lock -- --same <note-id>. Else take a new id.',
} as const;

export type DeckRule = keyof typeof DECK_RULES | keyof typeof LOCK_RULES;

/** A fault, in the words of a tool. `rule` is stable, so that the app can say it in its own. */
export interface DeckIssue {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly rule: DeckRule;
  /** What is wrong: a sentence without its full stop. */
  readonly what: string;
  /** What to do: whole sentences. */
  readonly remedy: string;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** An issue with its rule's remedy. */
export function issueAt(place: Place, rule: DeckRule, what: string): DeckIssue {
  const remedy = { ...DECK_RULES, ...LOCK_RULES }[rule];
  return { file: place.file, line: place.line, rule, what, remedy };
}

/** `file:line  what. remedy` */
export function formatIssue({ file, line, what, remedy }: DeckIssue): string {
  return `${file}:${line}  ${what}. ${remedy}`;
}

/** By file, then line, so that a list of issues reads like the files. */
export function byPlace(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
