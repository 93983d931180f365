/**
 * The lock of ids: what was ever published keeps its id, its kind and its answer, or says what it
 * became. Progress hangs on these ids in logs we cannot reach.
 */
import * as v from 'valibot';
import { hash32 } from '../domain/random.ts';
import type { CompiledDeck, CompiledNote, Renames } from './compile.ts';
import { type DeckIssue, type DeckRule, type Place, issueAt } from './issues.ts';
import { type NewAliases, aliasesOf, cardName, noteOf, resolveAlias } from './lockAliases.ts';

const DeckLock = v.strictObject({
  /** Every note ever published, with the hash of what each of its cards asks to recall. */
  notes: v.record(
    v.string(),
    v.strictObject({ kind: v.string(), parts: v.record(v.string(), v.string()) }),
  ),
  /** Old card to the card it became, one step at a time, for ever. */
  aliases: v.record(v.string(), v.string()),
  /** Notes, or note/part, that ended. */
  retired: v.array(v.string()),
});
const Lock = v.record(v.string(), DeckLock);

export type DeckLock = v.InferOutput<typeof DeckLock>;
/** By deck. */
export type Lock = v.InferOutput<typeof Lock>;

export const EMPTY_LOCK: DeckLock = { notes: {}, aliases: {}, retired: [] };

/** The lock in `text`, or the issue that makes it unreadable. No text is an empty lock. */
export function readLock(text: string | undefined, file: string): Lock | DeckIssue[] {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    const result = v.safeParse(Lock, value);
    if (result.success && !Array.isArray(value)) return result.output;
  } catch {
    // Reported below: text that is no JSON is no lock either.
  }
  return [issueAt({ file, line: 1 }, 'bad-lock', 'The lock cannot be read')];
}

/** Canonical: sorted, one note per line, so that a diff shows what changed and nothing else. */
export function writeLock(lock: Lock): string {
  const object = (entries: string[], indent: string) =>
    entries.length === 0 ? '{}' : `{\n${indent}  ${entries.join(`,\n${indent}  `)}\n${indent}}`;
  const decks = sorted(lock).map(([id, { notes, aliases, retired }]) => {
    const lines = sorted(notes).map(([note, { kind, parts }]) => {
      const hashes = JSON.stringify(Object.fromEntries(sorted(parts)));
      return `${JSON.stringify(note)}: {"kind": "${kind}", "parts": ${hashes}}`;
    });
    const renamed = sorted(aliases).map(([a, b]) => `${JSON.stringify(a)}: ${JSON.stringify(b)}`);
    const fields = [
      `"aliases": ${object(renamed, '    ')}`,
      `"notes": ${object(lines, '    ')}`,
      `"retired": ${JSON.stringify([...retired].sort())}`,
    ];
    return `${JSON.stringify(id)}: ${object(fields, '  ')}`;
  });
  return `${object(decks, '')}\n`;
}

/** Today's card by every old one, all steps taken; what a deck is compiled with. */
export function renamesOf(lock: Lock, deckId: string): Renames {
  const aliases = new Map(Object.entries(lockOf(lock, deckId).aliases));
  return new Map([...aliases.keys()].map((old) => [old, resolveAlias(aliases, old) ?? old]));
}

/** What a deck breaks of what was published. `lockFile` is named for what is gone. */
export function checkLock(
  lock: Lock,
  decks: readonly CompiledDeck[],
  lockFile = 'decks/ids.lock.json',
): DeckIssue[] {
  const present = new Set(decks.map(({ deck }) => deck.id));
  const lines = writeLock(lock).split('\n');
  const placeOf = (id: string): Place => ({
    file: lockFile,
    line: lines.findIndex((line) => line.includes(`${JSON.stringify(id)}:`)) + 1 || 1,
  });
  const gone = Object.keys(lock).filter((id) => !present.has(id));
  return [
    ...gone.map((id) => issueAt(placeOf(id), 'deck-vanished', `The deck "${id}" is gone`)),
    ...decks.flatMap((compiled) => checkDeck(lockOf(lock, compiled.deck.id), compiled, placeOf)),
  ];
}

/**
 * The lock with what is new. `same` names notes whose changed answers say what they said before.
 * Only call it when nothing but `not-locked` and the accepted `answer-changed` is wrong.
 */
export function updateLock(
  lock: Lock,
  decks: readonly CompiledDeck[],
  same: readonly string[] = [],
): Lock {
  const next = { ...lock };
  for (const compiled of decks) {
    const old = lockOf(lock, compiled.deck.id);
    const notes = { ...old.notes };
    for (const { id, kind, parts } of compiled.notes) {
      const before = Object.hasOwn(notes, id) ? notes[id]?.parts : undefined;
      const accepted = same.includes(id) || same.includes(`${compiled.deck.id}/${id}`);
      const hashes = Object.fromEntries([...parts].map(([part, words]) => [part, hashOf(words)]));
      notes[id] = { kind, parts: accepted ? { ...before, ...hashes } : { ...hashes, ...before } };
    }
    const aliases = Object.fromEntries(aliasesOf(old, compiled).aliases);
    const retired = [...new Set([...old.retired, ...compiled.retired])];
    next[compiled.deck.id] = { notes, aliases: { ...old.aliases, ...aliases }, retired };
  }
  return next;
}

function checkDeck(old: DeckLock, compiled: CompiledDeck, placeOf: (id: string) => Place) {
  const renamed = aliasesOf(old, compiled);
  const aliases = new Map([...Object.entries(old.aliases), ...renamed.aliases]);
  const ended = new Set([...old.retired, ...compiled.retired]);
  const fate: Fate = { aliases, ended };
  const live = new Map(compiled.notes.map((note) => [note.id, note]));
  const fresh = compiled.notes.filter(({ id }) => !Object.hasOwn(old.notes, id));
  return [
    ...renamed.issues,
    ...checkCycles(aliases, compiled, placeOf),
    ...Object.entries(old.notes).flatMap(([id, note]) => {
      const now = live.get(id);
      return now ? checkKept(id, note, now, fate) : checkGone(id, note, fate, placeOf(id));
    }),
    ...compiled.notes.flatMap((note) => checkRevived(note, old, ended)),
    ...checkRetired(old, compiled),
    ...fresh.map(({ id, place }) => issueAt(place, 'not-locked', `"${id}" is not in the lock`)),
    ...newPlaces(old, compiled, renamed).map((what) => issueAt(compiled.place, 'not-locked', what)),
  ];
}

interface Fate {
  readonly aliases: ReadonlyMap<string, string>;
  readonly ended: ReadonlySet<string>;
}

type LockedNote = DeckLock['notes'][string];

function checkGone(id: string, { parts }: LockedNote, { aliases, ended }: Fate, place: Place) {
  const lost = Object.keys(parts).filter((part) => {
    const card = cardName(id, part);
    return !aliases.has(card) && !ended.has(card) && !ended.has(id);
  });
  if (lost.length === 0) return [];
  return [issueAt(place, 'id-vanished', `The note "${id}" was published and is gone`)];
}

function checkKept(id: string, old: LockedNote, now: CompiledNote, { aliases, ended }: Fate) {
  if (old.kind !== now.kind) {
    const what = `"${id}" was published as ${old.kind} and is now ${now.kind}`;
    return [issueAt(now.place, 'kind-changed', what)];
  }
  return Object.entries(old.parts).flatMap(([part, hash]): DeckIssue[] => {
    const card = cardName(id, part);
    const words = now.parts.get(part);
    const fault = (rule: DeckRule, what: string) => [issueAt(now.place, rule, what)];
    if (words === undefined) {
      if (aliases.has(card) || ended.has(card)) return [];
      return fault('part-vanished', `The card "${card}" was published and is gone`);
    }
    return hashOf(words) === hash ? [] : fault('answer-changed', `The answer of "${card}" changed`);
  });
}

function checkRevived({ id, parts, place }: CompiledNote, old: DeckLock, ended: Set<string>) {
  const back = [...parts.keys()]
    .map((part) => cardName(id, part))
    .filter((card) => Object.hasOwn(old.aliases, card) || ended.has(card) || ended.has(id));
  return back.map((card) => issueAt(place, 'id-revived', `"${card}" was renamed or retired`));
}

function checkRetired(old: DeckLock, { retired, place }: CompiledDeck): DeckIssue[] {
  const unknown = retired.filter((id) => {
    const [note = '', part] = id.split('/');
    const locked = Object.hasOwn(old.notes, note) ? old.notes[note] : undefined;
    return !locked || (part !== undefined && !Object.hasOwn(locked.parts, part));
  });
  return unknown.map((id) =>
    issueAt(place, 'was-unknown', `"${id}" in retired was never published`),
  );
}

function checkCycles(
  aliases: ReadonlyMap<string, string>,
  { notes, place }: CompiledDeck,
  placeOf: (id: string) => Place,
): DeckIssue[] {
  const stuck = [...aliases.keys()].filter((old) => resolveAlias(aliases, old) === undefined);
  const [first] = stuck;
  if (first === undefined) return [];
  const note = notes.find(({ id }) => stuck.some((card) => noteOf(card) === id));
  const at = note?.place ?? (placeOf(first).line > 1 ? placeOf(first) : place);
  return [issueAt(at, 'alias-cycle', `Renames run in a circle: ${stuck.join(', ')}`)];
}

/** What a sound deck adds to the lock besides whole notes. */
function newPlaces(old: DeckLock, compiled: CompiledDeck, { aliases }: NewAliases): string[] {
  const parts = compiled.notes.flatMap(({ id, parts: now }) => {
    const locked = Object.hasOwn(old.notes, id) ? old.notes[id]?.parts : undefined;
    if (!locked) return [];
    const added = [...now.keys()].filter((part) => !Object.hasOwn(locked, part));
    return added.map((part) => `"${cardName(id, part)}" is not in the lock`);
  });
  const renamed = [...aliases].filter(([from]) => !Object.hasOwn(old.aliases, from));
  const ended = compiled.retired.filter((id) => !old.retired.includes(id));
  return [
    ...parts,
    ...renamed.map(([from]) => `The rename of "${from}" is not in the lock`),
    ...ended.map((id) => `The end of "${id}" is not in the lock`),
  ];
}

function lockOf(lock: Lock, deckId: string): DeckLock {
  return (Object.hasOwn(lock, deckId) ? lock[deckId] : undefined) ?? EMPTY_LOCK;
}

function hashOf(words: string): string {
  return hash32(words).toString(16).padStart(8, '0');
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
