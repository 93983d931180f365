/** The decks of a folder, read and compiled: for the build and the command line (Node only). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CompiledDeck, compileDeck } from './compile.ts';
import { type DeckIssue, byPlace } from './issues.ts';
import { type Lock, checkLock, readLock, renamesOf } from './lock.ts';
import { type DeckSource, type ParsedDeck, parseDeck } from './parse.ts';
import type { DeckText } from './yamlFile.ts';

export interface LoadedDecks {
  readonly decks: readonly CompiledDeck[];
  readonly lock: Lock;
  /** Faults of the texts: nothing can be compiled while there are any. */
  readonly issues: readonly DeckIssue[];
  /** Faults against what was published. */
  readonly lockIssues: readonly DeckIssue[];
}

const LOCK = 'ids.lock.json';

/** Where the lock of the decks in `root` is. */
export function lockPath(root: string): string {
  return join(root, LOCK);
}

/** Reads every folder in `root` that holds YAML. Issues name files relative to the working folder. */
export function loadDecks(root: string): LoadedDecks {
  const folders = readFolders(root);
  const alone = folders.map((files) => parseDeck(files));
  const concepts = new Map(alone.filter(isSound).map(conceptsOf));
  const parsed = concepts.size > 1 ? folders.map((files) => parseDeck(files, concepts)) : alone;
  const path = lockPath(root);
  const lockFile = relative(process.cwd(), path);
  const lock = readLock(existsSync(path) ? readFileSync(path, 'utf8') : undefined, lockFile);
  const issues = parsed.flatMap((result) => (result.ok ? [] : result.issues));
  if (Array.isArray(lock)) return { decks: [], lock: {}, issues, lockIssues: lock };
  if (issues.length > 0) return { decks: [], lock, issues, lockIssues: [] };
  const decks = parsed
    .filter(isSound)
    .map((source) => compileDeck(source, renamesOf(lock, source.deck.deck)));
  const lockIssues = checkLock(lock, decks, lockFile).sort(byPlace);
  return { decks, lock, issues, lockIssues };
}

function isSound(result: ParsedDeck): result is ParsedDeck & { ok: true } {
  return result.ok;
}

function conceptsOf({ deck, chapters }: DeckSource): [string, Set<string>] {
  const ids = chapters.flatMap(({ concepts }) => concepts.map(({ id }) => id));
  return [deck.deck, new Set(ids)];
}

function readFolders(root: string): DeckText[][] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .sort()
    .map((folder) =>
      readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(folder, name))
        .map((path) => ({
          path: relative(process.cwd(), path),
          text: readFileSync(path, 'utf8'),
        })),
    )
    .filter((files) => files.length > 0);
}
