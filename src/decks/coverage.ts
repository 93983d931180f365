/** What a deck asks of each concept: for its authors, never for the app. */
import { NOTE_KINDS, type NoteKind } from '../domain/deck.ts';
import { type Settings, cardsOf } from './cards.ts';
import type { ChapterFile, ConceptFile, NoteFile, QuestionFile } from './format.ts';
import type { DeckSource } from './parse.ts';

/** What is counted, in the order it is printed. */
const COUNTED = [...NOTE_KINDS, 'case', 'notes', 'cards', 'questions'] as const;

export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

export interface ConceptCoverage {
  readonly id: string;
  /** In English. */
  readonly name: string;
  /** Why it is never asked. */
  readonly untested?: string;
  readonly counts: Counts;
}

export interface ChapterCoverage {
  readonly id: string;
  readonly name: string;
  readonly concepts: readonly ConceptCoverage[];
  readonly counts: Counts;
}

export interface Coverage {
  readonly deckId: string;
  readonly chapters: readonly ChapterCoverage[];
  readonly counts: Counts;
  /** The lines of the source's notes; absent where the deck names none. */
  readonly lines?: { readonly due: number; readonly uncovered: readonly number[] };
}

/** Counts the notes, cards and questions of every concept, in the deck's order. */
export function coverageOf({ deck, chapters }: DeckSource): Coverage {
  const questions = chapters.flatMap(({ discussion = [] }) => discussion);
  const covered = chapters.map((chapter) => coverChapter(deck.deck, chapter, questions));
  const due = deck.source.notes?.lines;
  const concepts = chapters.flatMap((chapter) => chapter.concepts);
  const uncovered = due?.filter((line) => !concepts.some(({ lines }) => lines?.includes(line)));
  const own = new Set(concepts.map(({ id }) => id));
  return {
    deckId: deck.deck,
    chapters: covered,
    counts: {
      ...sumOf(covered.map(({ counts }) => counts)),
      questions: drawingOn(own, deck.deck, questions),
    },
    ...(due && uncovered ? { lines: { due: due.length, uncovered } } : {}),
  };
}

function coverChapter(
  deckId: string,
  { chapter, title, concepts }: ChapterFile,
  questions: readonly QuestionFile[],
): ChapterCoverage {
  const covered = concepts.map((concept) => coverConcept(deckId, concept, questions));
  const own = new Set(concepts.map(({ id }) => id));
  // A question that draws on two of the concepts is one question.
  const counts = {
    ...sumOf(covered.map((one) => one.counts)),
    questions: drawingOn(own, deckId, questions),
  };
  return { id: chapter, name: title.en, concepts: covered, counts };
}

function coverConcept(
  deckId: string,
  { id, name, untested, notes = [] }: ConceptFile,
  questions: readonly QuestionFile[],
): ConceptCoverage {
  const counts: Counts = {
    ...byKind(notes),
    case: notes.filter((note) => note.case === true).length,
    notes: notes.length,
    cards: notes.flatMap((note) => cardsOf(note, PLAIN)).length,
    questions: drawingOn(new Set([id]), deckId, questions),
  };
  return { id, name: name.en, ...(untested === undefined ? {} : { untested }), counts };
}

/** The cards are only counted, so no words need be kept whole. */
const PLAIN: Settings = {
  zh: { language: 'zh', terms: [] },
  en: { language: 'en', terms: [] },
};

function byKind(notes: readonly NoteFile[]): Record<NoteKind, number> {
  const counts = { basic: 0, reversed: 0, cloze: 0, list: 0, choice: 0, contrast: 0 };
  for (const { kind } of notes) counts[kind]++;
  return counts;
}

/** How many questions draw on any of these concepts. */
function drawingOn(
  concepts: ReadonlySet<string>,
  deckId: string,
  questions: readonly QuestionFile[],
): number {
  const isOwn = (reference: string) => {
    const bare = reference.startsWith(`${deckId}/`)
      ? reference.slice(deckId.length + 1)
      : reference;
    return concepts.has(bare);
  };
  return questions.filter(({ about }) => about.some(isOwn)).length;
}

function sumOf(all: readonly Counts[]): Counts {
  const sums = COUNTED.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)]);
  return Object.fromEntries(sums) as Counts;
}

/** The coverage as aligned text. */
export function formatCoverage({ deckId, chapters, counts, lines }: Coverage): string {
  const rows = chapters.flatMap((chapter) => [
    rowOf(chapter.id, chapter.name, chapter.counts),
    ...chapter.concepts.map(({ id, name, untested, counts: own }) =>
      rowOf(`  ${id}`, untested === undefined ? name : `${name} (untested: ${untested})`, own),
    ),
  ]);
  const table = [['', ...COUNTED, ''], ...rows, rowOf('total', '', counts)];
  return [deckId, ...aligned(table), ...(lines ? linesCovered(lines) : [])].join('\n');
}

/** The name comes last: its length then moves no column. */
function rowOf(id: string, name: string, counts: Counts): string[] {
  return [id, ...COUNTED.map((what) => String(counts[what])), name];
}

function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const last = widths.length - 1;
  return table.map((row) =>
    row
      .map((cell, column) => {
        if (column === 0) return cell.padEnd(widths[0] ?? 0);
        return column === last ? cell : cell.padStart(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}

function linesCovered({ due, uncovered }: NonNullable<Coverage['lines']>): string[] {
  const count = `source lines covered: ${due - uncovered.length} of ${due}`;
  return uncovered.length === 0 ? [count] : [count, `not covered: ${uncovered.join(', ')}`];
}
