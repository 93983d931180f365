/**
 * The shape of deck.yaml, of a chapter's file and of the glossary. Objects are strict: an unknown
 * field is an error, because it is most often a misspelt one. A pipe's message is the id of the rule
 * it checks.
 */
import * as v from 'valibot';

const ID = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const NOTE_ID = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/;
const REFERENCE = /^(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\/)?[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const CARD_ID = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*(?:\/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)?$/;
const TIME = /^~?\d{2}:[0-5]\d:[0-5]\d$/;

const words = v.pipe(v.string(), v.regex(/\S/, 'empty-text'));
const id = v.pipe(v.string(), v.regex(ID, 'bad-id'));
const noteId = v.pipe(v.string(), v.regex(NOTE_ID, 'bad-id'));
const cardId = v.pipe(v.string(), v.regex(CARD_ID, 'bad-id'));
const reference = v.pipe(v.string(), v.regex(REFERENCE, 'bad-id'));
const key = v.pipe(v.string(), v.regex(ID, 'bad-key'));
const time = v.pipe(v.string(), v.regex(TIME, 'bad-time'));
const address = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s<>"]+$/, 'unsafe-link'));
const timeAddress = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s<>"]*\{seconds\}[^\s<>"]*$/, 'bad-time-address'),
);
const text = v.strictObject({ zh: words, en: words });

/** Why a critic's warning does not hold here, by the rule's id. */
const allow = v.record(key, words);
/** Numbers of lines in the notes that were taken of the source. */
const lines = v.array(v.pipe(v.number(), v.integer('wrong-type'), v.minValue(1, 'wrong-type')));

const noteFields = {
  id: noteId,
  why: text,
  /** The question puts a new case to judge. */
  case: v.exactOptional(v.boolean()),
  allow: v.exactOptional(allow),
  from: v.union([v.literal('talk'), v.strictObject({ cite: words })], 'bad-from'),
  was: v.exactOptional(v.array(noteId)),
  /** Old keys by the key they became. */
  partsWere: v.exactOptional(v.record(key, v.array(cardId))),
};

const item = v.strictObject({ key, zh: words, en: words });

export const NoteFile = v.variant('kind', [
  v.strictObject({ ...noteFields, kind: v.literal('basic'), ask: text, answer: text }),
  v.strictObject({
    ...noteFields,
    kind: v.literal('reversed'),
    ask: text,
    answer: text,
    back: v.strictObject({ ask: text, answer: text }),
  }),
  v.strictObject({ ...noteFields, kind: v.literal('cloze'), text }),
  v.strictObject({
    ...noteFields,
    kind: v.literal('list'),
    ask: text,
    items: v.pipe(v.array(item), v.minLength(2, 'list-without-items')),
    ordered: v.exactOptional(v.boolean()),
    each: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    ...noteFields,
    kind: v.literal('choice'),
    ask: text,
    answer: text,
    wrong: v.pipe(
      v.array(text),
      v.minLength(2, 'choice-wrong-count'),
      v.maxLength(5, 'choice-wrong-count'),
    ),
  }),
  v.strictObject({
    ...noteFields,
    kind: v.literal('contrast'),
    of: v.tuple([reference, reference]),
    ask: text,
    answer: text,
  }),
]);

export const ConceptFile = v.strictObject({
  id,
  name: text,
  at: v.exactOptional(time),
  gist: text,
  needs: v.exactOptional(v.array(reference)),
  near: v.exactOptional(v.array(reference)),
  untested: v.exactOptional(words),
  /** The lines of the source's notes that this concept covers. */
  lines: v.exactOptional(lines),
  allow: v.exactOptional(allow),
  notes: v.exactOptional(v.array(NoteFile)),
});

export const QuestionFile = v.strictObject({
  id: noteId,
  ask: text,
  points: v.pipe(v.array(text), v.minLength(1, 'missing-field')),
  about: v.pipe(v.array(reference), v.minLength(1, 'missing-field')),
});

export const ChapterFile = v.strictObject({
  chapter: id,
  title: text,
  at: v.exactOptional(time),
  concepts: v.array(ConceptFile),
  discussion: v.exactOptional(v.array(QuestionFile)),
});

export const DeckFile = v.strictObject({
  deck: id,
  title: text,
  about: text,
  licence: words,
  source: v.strictObject({
    title: text,
    speaker: v.exactOptional(text),
    year: v.exactOptional(v.pipe(v.number(), v.integer('wrong-type'))),
    video: v.exactOptional(address),
    /** The recording at a time: an address with {seconds} in it. */
    at: v.exactOptional(timeAddress),
    slides: v.exactOptional(address),
    /** The lines of the source's notes that some concept must cover. */
    notes: v.exactOptional(v.strictObject({ lines })),
  }),
  chapters: v.pipe(v.array(id), v.minLength(1, 'missing-field')),
  /** Ids of notes, or note/part, which were published once and are gone for good. */
  retired: v.exactOptional(v.array(cardId)),
});

const wordsPerLanguage = v.strictObject({
  zh: v.exactOptional(v.array(words)),
  en: v.exactOptional(v.array(words)),
});

/** The words all decks of a folder keep to: one term per idea, and the words not used for it. */
export const GlossaryFile = v.strictObject({
  terms: v.array(v.strictObject({ zh: words, en: words, not: v.exactOptional(wordsPerLanguage) })),
});

export type TextFile = v.InferOutput<typeof text>;
export type NoteFile = v.InferOutput<typeof NoteFile>;
export type ConceptFile = v.InferOutput<typeof ConceptFile>;
export type QuestionFile = v.InferOutput<typeof QuestionFile>;
export type ChapterFile = v.InferOutput<typeof ChapterFile>;
export type DeckFile = v.InferOutput<typeof DeckFile>;
export type GlossaryFile = v.InferOutput<typeof GlossaryFile>;
export type NoteOf<K extends NoteFile['kind']> = Extract<NoteFile, { kind: K }>;

/** The fields that only some kinds have, for telling a misplaced field from a misspelt one. */
export const KIND_FIELDS: ReadonlySet<string> = new Set([
  'ask',
  'answer',
  'back',
  'text',
  'items',
  'ordered',
  'each',
  'wrong',
  'of',
]);

/** Letters, digits, hyphens: what a cloze key must look like too. */
export function isKey(value: string): boolean {
  return ID.test(value);
}
