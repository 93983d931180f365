/** Whether the concepts of a deck cover the lines of the source's notes, and no others. */
import type { ChapterSource } from './checkReferences.ts';
import type { DeckFile } from './format.ts';
import { type DeckIssue, issueAt } from './issues.ts';
import type { YamlFile } from './yamlFile.ts';

/** Issues of `lines`, both of the concepts and of deck.yaml's `source.notes`. */
export function checkLines(
  deckFile: YamlFile,
  deck: DeckFile,
  chapters: readonly ChapterSource[],
): DeckIssue[] {
  const due = deck.source.notes?.lines ?? [];
  const concepts = chapters.flatMap(({ chapter }) => chapter.concepts);
  const covered = new Set(concepts.flatMap(({ lines = [] }) => lines));
  const missing = due.flatMap((line, i) => {
    if (covered.has(line)) return [];
    const place = deckFile.placeOf(['source', 'notes', 'lines', i]);
    return [issueAt(place, 'line-not-covered', `No concept covers line ${line}`)];
  });
  return [...missing, ...chapters.flatMap((chapter) => unknownLines(chapter, new Set(due)))];
}

function unknownLines({ file, chapter }: ChapterSource, due: ReadonlySet<number>): DeckIssue[] {
  return chapter.concepts.flatMap(({ id, lines = [] }, c) =>
    lines.flatMap((line, i) => {
      if (due.has(line)) return [];
      const place = file.placeOf(['concepts', c, 'lines', i]);
      return [issueAt(place, 'line-unknown', `"${id}" covers line ${line}, which is not listed`)];
    }),
  );
}
