/** `npm run decks:check`, `decks:report`, `decks:lock`, and `node scripts/decks.mjs schema`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverageOf, formatCoverage } from '../src/decks/coverage.ts';
import { criticise } from '../src/decks/critic/critic.ts';
import { type DeckWarning, formatWarning } from '../src/decks/critic/warnings.ts';
import { type DeckIssue, formatIssue } from '../src/decks/issues.ts';
import { jsonSchemas } from '../src/decks/jsonSchema.ts';
import { type LoadedDecks, loadDecks, lockPath } from '../src/decks/loadDecks.ts';
import { updateLock, writeLock } from '../src/decks/lock.ts';
import { reportCards } from '../src/decks/report.ts';

const USAGE = `node scripts/decks.mjs <verb>
  check               every issue of the decks, the lock and the schemas, and the critic's warnings
  report [--json]     every compiled card, or their counts
  report --coverage [--json]  what is asked of each concept
  lock [--same <id>]  publishes new ids; --same: the changed answer says the same as before
  schema              writes the JSON Schemas for editors`;

/** Runs a verb on the decks in `root`; returns the exit code. */
export function run(
  args: readonly string[],
  root = relative(process.cwd(), fileURLToPath(new URL('../decks', import.meta.url))),
): number {
  const [verb, ...rest] = args;
  switch (verb) {
    case 'check':
      return check(root);
    case 'report':
      return rest.includes('--coverage')
        ? reportCoverage(root, rest.includes('--json'))
        : report(root, rest.includes('--json'));
    case 'lock':
      return lock(root, rest);
    case 'schema':
      return schema(root);
    default:
      console.error(USAGE);
      return 2;
  }
}

function fail(issues: readonly (DeckIssue | string)[]): number {
  for (const issue of issues) console.error(typeof issue === 'string' ? issue : formatIssue(issue));
  console.error(issues.length === 1 ? '1 issue.' : `${issues.length} issues.`);
  return 1;
}

function warn(warnings: readonly DeckWarning[]): void {
  for (const warning of warnings) console.error(formatWarning(warning));
  console.error(warnings.length === 1 ? '1 warning.' : `${warnings.length} warnings.`);
}

function check(root: string): number {
  const { decks, sources, glossary, issues, lockIssues } = loadDecks(root);
  const stale = [...jsonSchemas()]
    .map(([name, text]) => ({ path: join(root, 'schema', name), text }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
    .map(({ path }) => `${path}:1  The schema is stale. Run: node scripts/decks.mjs schema`);
  const all = [...issues, ...lockIssues, ...stale];
  const warnings = sources.flatMap((source) => criticise(source, glossary));
  if (all.length > 0) fail(all);
  if (warnings.length > 0) warn(warnings);
  if (all.length + warnings.length > 0) return 1;
  for (const { deck } of decks) {
    const concepts = deck.chapters.flatMap((chapter) => chapter.concepts);
    const notes = new Set(deck.cards.map(({ noteId }) => noteId));
    const counts = `${deck.chapters.length} chapters, ${concepts.length} concepts`;
    console.log(`${deck.id}: ${counts}, ${notes.size} notes, ${deck.cards.length} cards`);
  }
  return 0;
}

function report(root: string, json: boolean): number {
  const { decks, issues } = loadDecks(root);
  if (issues.length > 0) return fail(issues);
  const cards = decks.flatMap(reportCards);
  if (json) {
    // A pipe takes this in pieces, so whoever calls must let the process end by itself.
    process.stdout.write(`${JSON.stringify(cards, null, 2)}\n`);
    return 0;
  }
  const kinds = [...new Set(cards.map(({ kind }) => kind))].sort();
  const table: Record<string, Record<string, number>> = {};
  for (const chapter of [...new Set(cards.map(({ chapterId }) => chapterId)), 'all']) {
    const own = cards.filter(({ chapterId }) => chapter === 'all' || chapterId === chapter);
    const counts = kinds.map((kind) => [kind, own.filter((card) => card.kind === kind).length]);
    table[chapter] = { ...Object.fromEntries(counts), all: own.length };
  }
  console.table(table);
  return 0;
}

/** A deck with faults is counted all the same: they are most often what is being worked on. */
function reportCoverage(root: string, json: boolean): number {
  const { sources, issues } = loadDecks(root);
  const coverage = sources.map(coverageOf);
  const text = json ? JSON.stringify(coverage, null, 2) : coverage.map(formatCoverage).join('\n\n');
  process.stdout.write(`${text}\n`);
  return issues.length > 0 ? fail(issues) : 0;
}

function lock(root: string, args: readonly string[]): number {
  const same = args.flatMap((arg, i) => (args[i - 1] === '--same' ? [arg] : []));
  const loaded = loadDecks(root);
  if (loaded.issues.length > 0) return fail(loaded.issues);
  const known = new Set(
    loaded.decks.flatMap(({ deck, notes: own }) =>
      own.flatMap(({ id }) => [id, `${deck.id}/${id}`]),
    ),
  );
  const unknown = same.filter((id) => !known.has(id));
  if (unknown.length > 0) return fail(unknown.map((id) => `--same: there is no note "${id}".`));
  const next = updateLock(loaded.lock, loaded.decks, same);
  const open = unsettled(loaded, same);
  if (open.length > 0) return fail(open);
  const path = lockPath(root);
  writeFileSync(path, writeLock(next));
  const count = Object.values(next).flatMap(({ notes }) => Object.keys(notes)).length;
  console.log(`${path}: ${count} notes`);
  return 0;
}

/** What writing the lock does not settle. */
function unsettled({ lockIssues }: LoadedDecks, same: readonly string[]): DeckIssue[] {
  return lockIssues.filter(({ rule, what }) => {
    if (rule === 'not-locked') return false;
    return rule !== 'answer-changed' || !same.some((id) => isOf(what, id));
  });
}

function isOf(what: string, note: string): boolean {
  const bare = note.split('/').at(-1) ?? note;
  return what.includes(`"${bare}"`) || what.includes(`"${bare}/`);
}

function schema(root: string): number {
  mkdirSync(join(root, 'schema'), { recursive: true });
  for (const [name, text] of jsonSchemas()) {
    writeFileSync(join(root, 'schema', name), text);
    console.log(join(root, 'schema', name));
  }
  return 0;
}
