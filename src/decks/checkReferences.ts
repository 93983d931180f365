/** What holds a deck together: unique ids, known concepts, an order that can be learned in. */
import type { ChapterFile } from './format.ts';
import { type DeckIssue, type DeckRule, issueAt } from './issues.ts';
import type { Path, YamlFile } from './yamlFile.ts';

export interface ChapterSource {
  readonly file: YamlFile;
  readonly chapter: ChapterFile;
}

/** The concept ids of other decks, by deck; references into decks not named here are trusted. */
export type OtherDecks = ReadonlyMap<string, ReadonlySet<string>>;

/** Issues between the chapters of one deck, given in the deck's order. */
export function checkReferences(
  deckId: string,
  chapters: readonly ChapterSource[],
  others: OtherDecks = new Map(),
): DeckIssue[] {
  const order = chapters.flatMap(({ chapter }) => chapter.concepts.map(({ id }) => id));
  const known = new Set(order);
  const isKnown = (reference: string) => {
    const [deck, concept] = reference.split('/');
    if (concept === undefined || deck === deckId) return known.has(concept ?? reference);
    return others.get(deck ?? '')?.has(concept) ?? true;
  };
  return [
    ...duplicateIds(chapters),
    ...referencesOf(chapters)
      .filter(({ id }) => !isKnown(id))
      .map(({ file, path, id }) =>
        issueAt(file.placeOf(path), 'unknown-concept', `There is no concept "${id}"`),
      ),
    ...checkNeeds(chapters, order),
  ];
}

interface Reference {
  readonly file: YamlFile;
  readonly path: Path;
  readonly id: string;
}

function referencesOf(chapters: readonly ChapterSource[]): Reference[] {
  const found: Reference[] = [];
  for (const { file, chapter } of chapters) {
    const add = (path: Path, ids: readonly string[] = []) =>
      ids.forEach((id, i) => found.push({ file, path: [...path, i], id }));
    chapter.concepts.forEach(({ needs, near, notes = [] }, c) => {
      add(['concepts', c, 'needs'], needs);
      add(['concepts', c, 'near'], near);
      notes.forEach((note, n) => {
        if (note.kind === 'contrast') add(['concepts', c, 'notes', n, 'of'], note.of);
      });
    });
    chapter.discussion?.forEach(({ about }, q) => add(['discussion', q, 'about'], about));
  }
  return found;
}

function duplicateIds(chapters: readonly ChapterSource[]): DeckIssue[] {
  const issues: DeckIssue[] = [];
  const seen = new Set<string>();
  for (const { file, chapter } of chapters) {
    const add = (id: string, ...path: Path) => {
      if (seen.has(id)) {
        issues.push(issueAt(file.placeOf([...path, 'id']), 'duplicate-id', `"${id}" is taken`));
      }
      seen.add(id);
    };
    chapter.concepts.forEach(({ id, notes = [] }, c) => {
      add(id, 'concepts', c);
      notes.forEach((note, n) => add(note.id, 'concepts', c, 'notes', n));
    });
    chapter.discussion?.forEach(({ id }, q) => add(id, 'discussion', q));
  }
  return issues;
}

function checkNeeds(chapters: readonly ChapterSource[], order: readonly string[]): DeckIssue[] {
  const concepts = chapters.flatMap(({ chapter }) => chapter.concepts);
  const needs = new Map(concepts.map((concept) => [concept.id, concept.needs ?? []]));
  const place = new Map(order.map((id, i) => [id, i]));
  const told = new Set<string>();
  const issues: DeckIssue[] = [];
  for (const { file, chapter } of chapters) {
    chapter.concepts.forEach((concept, c) => {
      const add = (i: number, rule: DeckRule, what: string) =>
        issues.push(issueAt(file.placeOf(['concepts', c, 'needs', i]), rule, what));
      concept.needs?.forEach((need, i) => {
        const circle = pathBetween(needs, need, concept.id);
        const name = circle && [...circle].sort().join();
        if (circle && name !== undefined && !told.has(name)) {
          add(i, 'needs-cycle', `Each needs the next: ${[concept.id, ...circle].join(' → ')}`);
          told.add(name);
        } else if (!circle && (place.get(need) ?? -1) > (place.get(concept.id) ?? 0)) {
          add(i, 'needs-later', `"${concept.id}" needs "${need}", which comes later`);
        }
      });
    });
  }
  return issues;
}

/** The way along `needs` from one concept to another, both included. */
function pathBetween(
  needs: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === to) {
      const path: string[] = [];
      for (let step: string | undefined = at; step !== undefined; step = cameFrom.get(step)) {
        path.unshift(step);
      }
      return path;
    }
    for (const next of needs.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return undefined;
}
