/** The decks of a folder, read and compiled: for the build and the command line (Node only). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CompiledDeck, compileDeck } from './compile.ts';
import { type Glossary, readGlossary } from './glossary.ts';
import { type DeckIssue, byPlace } from './issues.ts';
import { type Lock, checkLock, readLock, renamesOf } from './lock.ts';
import { type DeckSource, type ParsedDeck, parseDeck } from './parse.ts';
import type { DeckText } from './yamlFile.ts';

export interface LoadedDecks {
  readonly decks: readonly CompiledDeck[];
  /** What every deck says, also where it has faults, as long as its files have their shape. */
  readonly sources: readonly DeckSource[];
  /** The words all decks keep to; a folder need not have them. */
  readonly glossary: Glossary | undefined;
  readonly lock: Lock;
  /** Faults of the texts: nothing can be compiled while there are any. */
  readonly issues: readonly DeckIssue[];
  /** Faults against what was published. */
  readonly lockIssues: readonly DeckIssue[];
}

const LOCK = 'ids.lock.json';
const GLOSSARY = 'glossary.yaml';

/** Where the lock of the decks in `root` is. */
export function lockPath(root: string): string {
  return join(root, LOCK);
}

/** Reads every folder in `root` that holds YAML. Issues name files relative to the working folder. */
export function loadDecks(root: string): LoadedDecks {
  const folders = readFolders(root);
  const { glossary, issues: glossaryIssues } = loadGlossary(root);
  const alone = folders.map((files) => parseDeck(files, undefined, glossary));
  const concepts = new Map(alone.filter(isSound).map(conceptsOf));
  const parsed =
    concepts.size > 1 ? folders.map((files) => parseDeck(files, concepts, glossary)) : alone;
  const sources = parsed.flatMap((result) => (result.ok ? [result] : (result.source ?? [])));
  const path = lockPath(root);
  const lockFile = relative(process.cwd(), path);
  const lock = readLock(existsSync(path) ? readFileSync(path, 'utf8') : undefined, lockFile);
  const faults = parsed.flatMap((result) => (result.ok ? [] : result.issues));
  const issues = [...glossaryIssues, ...faults];
  const read = { sources, glossary, issues };
  if (Array.isArray(lock)) return { ...read, decks: [], lock: {}, lockIssues: lock };
  if (issues.length > 0) return { ...read, decks: [], lock, lockIssues: [] };
  const decks = parsed
    .filter(isSound)
    .map((source) => compileDeck(source, renamesOf(lock, source.deck.deck), glossary?.zh.terms));
  const lockIssues = checkLock(lock, decks, lockFile).sort(byPlace);
  return { ...read, decks, lock, lockIssues };
}

function loadGlossary(root: string): { glossary: Glossary | undefined; issues: DeckIssue[] } {
  const path = join(root, GLOSSARY);
  if (!existsSync(path)) return { glossary: undefined, issues: [] };
  const file = { path: relative(process.cwd(), path), text: readFileSync(path, 'utf8') };
  const read = readGlossary(file);
  return Array.isArray(read)
    ? { glossary: undefined, issues: read }
    : { glossary: read, issues: [] };
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
