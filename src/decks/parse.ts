/** The one parser of decks: for the build, `decks:check` and import in the app. */
import { type ChapterSource, type OtherDecks, checkReferences } from './checkReferences.ts';
import { checkLines } from './checkLines.ts';
import { checkNotes } from './checkNotes.ts';
import { checkShape } from './checkShape.ts';
import { checkTexts } from './checkText.ts';
import { ChapterFile, DeckFile } from './format.ts';
import { type Glossary, checkWords } from './glossary.ts';
import { type DeckIssue, type Place, byPlace, issueAt } from './issues.ts';
import { type DeckText, type YamlFile, readYaml } from './yamlFile.ts';

/** A deck as its author wrote it: every file has its shape. It is sound where its parsing is `ok`. */
export interface DeckSource {
  readonly deck: DeckFile;
  /** In the deck's order. */
  readonly chapters: readonly ChapterFile[];
  /**
   * Where each concept, note and question stands, by its id; each chapter, under `/` and its id;
   * and deck.yaml itself, under ''.
   */
  readonly places: ReadonlyMap<string, Place>;
}

export type ParsedDeck =
  | ({ readonly ok: true } & DeckSource)
  | {
      readonly ok: false;
      readonly issues: readonly DeckIssue[];
      /** The deck, if every file has its shape: enough for a critic to read. */
      readonly source?: DeckSource;
    };

/**
 * Reads a deck's files: deck.yaml and one file per chapter, named after it. Collects all issues
 * there are; what spans files is checked once every file has its shape.
 */
export function parseDeck(
  files: readonly DeckText[],
  others?: OtherDecks,
  glossary?: Glossary,
): ParsedDeck {
  const issues: DeckIssue[] = [];
  const keep = <T extends object>(result: T | DeckIssue[]): T | undefined => {
    if (!Array.isArray(result)) return result;
    issues.push(...result);
    return undefined;
  };
  const fail = (source?: DeckSource): ParsedDeck => {
    const sorted = issues.sort(byPlace);
    return source ? { ok: false, issues: sorted, source } : { ok: false, issues: sorted };
  };

  const deckText = files.find(({ path }) => nameOf(path) === 'deck');
  const deckFile = deckText && keep(readYaml(deckText));
  const deck = deckFile && keep(checkShape(deckFile, DeckFile));
  if (deckFile && deck) issues.push(...checkTexts(deckFile), ...checkWords(deckFile, glossary));
  if (!deckText) {
    const file = files[0]?.path.replace(/[^/]*$/, 'deck.yaml') ?? 'deck.yaml';
    issues.push(issueAt({ file, line: 1 }, 'deck-missing', 'There is no deck.yaml'));
  }

  const found: ChapterSource[] = [];
  for (const text of files) {
    if (text === deckText) continue;
    const file = keep(readYaml(text));
    const chapter = file && keep(checkShape(file, ChapterFile));
    if (!file || !chapter) continue;
    issues.push(...checkNotes(file, chapter), ...checkTexts(file), ...checkWords(file, glossary));
    found.push({ file, chapter });
  }
  if (!deckFile || !deck) return fail();
  const missing = checkChapters(deckFile, deck, files);
  const misnamed = found.flatMap(({ file, chapter }) => checkFileName(file, chapter));
  issues.push(...missing, ...misnamed);
  if (found.length < files.length - 1 || missing.length + misnamed.length > 0) return fail();

  const chapters = deck.chapters.flatMap((id) =>
    found.filter(({ chapter }) => chapter.chapter === id),
  );
  issues.push(...checkReferences(deck.deck, chapters, others));
  issues.push(...checkLines(deckFile, deck, chapters));
  const places = placesOf(deckFile, chapters);
  const source = { deck, chapters: chapters.map(({ chapter }) => chapter), places };
  return issues.length > 0 ? fail(source) : { ok: true, ...source };
}

function checkFileName({ path, placeOf }: YamlFile, { chapter }: ChapterFile): DeckIssue[] {
  if (nameOf(path) === chapter) return [];
  const what = `The file "${nameOf(path)}" holds the chapter "${chapter}"`;
  return [issueAt(placeOf(['chapter']), 'chapter-file-name', what)];
}

function checkChapters(file: YamlFile, { chapters }: DeckFile, files: readonly DeckText[]) {
  const names = new Set(files.map(({ path }) => nameOf(path)));
  const listed = new Set<string>();
  const issues: DeckIssue[] = [];
  chapters.forEach((id, i) => {
    const place = file.placeOf(['chapters', i]);
    if (listed.has(id)) issues.push(issueAt(place, 'duplicate-id', `"${id}" is listed twice`));
    else if (!names.has(id)) {
      issues.push(issueAt(place, 'chapter-missing', `The chapter "${id}" has no file`));
    }
    listed.add(id);
  });
  for (const { path } of files) {
    if (nameOf(path) === 'deck' || listed.has(nameOf(path))) continue;
    const what = `deck.yaml does not name the chapter "${nameOf(path)}"`;
    issues.push(issueAt({ file: path, line: 1 }, 'chapter-unlisted', what));
  }
  return issues;
}

function placesOf(deckFile: YamlFile, chapters: readonly ChapterSource[]): Map<string, Place> {
  const places = new Map([['', deckFile.placeOf([])]]);
  for (const { file, chapter } of chapters) {
    places.set(`/${chapter.chapter}`, file.placeOf(['chapter']));
    chapter.concepts.forEach((concept, c) => {
      places.set(concept.id, file.placeOf(['concepts', c]));
      concept.notes?.forEach(({ id }, n) =>
        places.set(id, file.placeOf(['concepts', c, 'notes', n])),
      );
    });
    chapter.discussion?.forEach(({ id }, q) => places.set(id, file.placeOf(['discussion', q])));
  }
  return places;
}

function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
}
