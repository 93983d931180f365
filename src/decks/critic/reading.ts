/** A deck as the critic reads it: every note with its questions and answers in plain words. */
import { LANGUAGES, type Language, type Text } from '../../domain/deck.ts';
import type { ConceptFile, NoteFile, TextFile } from '../format.ts';
import type { Glossary } from '../glossary.ts';
import type { DeckSource } from '../parse.ts';
import { wordsOf } from '../plainWords.ts';

/** One question of a note, with its answer. A cloze has none: its text is both. */
export interface Face {
  readonly ask: Text;
  readonly answer: Text;
}

export interface ReadNote {
  readonly note: NoteFile;
  readonly concept: ConceptFile;
  readonly faces: readonly Face[];
}

export interface ReadDeck {
  readonly concepts: readonly ConceptFile[];
  /** In the deck's order. */
  readonly notes: readonly ReadNote[];
  readonly glossary?: Glossary;
}

/** What one rule finds in one note: sentences without their full stops. */
export type NoteCheck = (read: ReadNote, deck: ReadDeck) => string[];

/** The notes of a deck as the rules read them. */
export function readDeck({ chapters }: DeckSource, glossary?: Glossary): ReadDeck {
  const concepts = chapters.flatMap((chapter) => chapter.concepts);
  const notes = concepts.flatMap((concept) =>
    (concept.notes ?? []).map((note) => ({ note, concept, faces: facesOf(note) })),
  );
  return { concepts, notes, ...(glossary ? { glossary } : {}) };
}

function facesOf(note: NoteFile): Face[] {
  switch (note.kind) {
    case 'basic':
    case 'choice':
    case 'contrast':
      return [faceOf(note)];
    case 'reversed':
      return [faceOf(note), faceOf(note.back)];
    case 'list':
      return [{ ask: plain(note.ask), answer: joined(note.items.map(plain)) }];
    case 'cloze':
      return [];
  }
}

function faceOf({ ask, answer }: { readonly ask: TextFile; readonly answer: TextFile }): Face {
  return { ask: plain(ask), answer: plain(answer) };
}

/** A text without its Markdown. */
export function plain({ zh, en }: TextFile): Text {
  return { zh: wordsOf(zh), en: wordsOf(en) };
}

function joined(items: readonly Text[]): Text {
  return {
    zh: items.map(({ zh }) => zh).join('；'),
    en: items.map(({ en }) => en).join('; '),
  };
}

/** What a check finds in either language of each face. */
export function inEachFace(
  check: (ask: string, answer: string, language: Language) => string[],
): NoteCheck {
  return ({ faces }) =>
    faces.flatMap(({ ask, answer }) =>
      LANGUAGES.flatMap((language) => check(ask[language], answer[language], language)),
    );
}
