/** `was` and `partsWere` of a deck as old card → new card. */
import type { CompiledDeck, CompiledNote } from './compile.ts';
import { type DeckIssue, type DeckRule, issueAt } from './issues.ts';
import type { DeckLock } from './lock.ts';

export interface NewAliases {
  readonly aliases: ReadonlyMap<string, string>;
  readonly issues: readonly DeckIssue[];
}

/** A note's one card is named by the note alone. */
export function cardName(note: string, part: string): string {
  return part === '' ? note : `${note}/${part}`;
}

export function noteOf(card: string): string {
  return card.split('/')[0] ?? card;
}

/** Where a card's progress has gone, all steps taken; undefined where the way is a circle. */
export function resolveAlias(
  aliases: ReadonlyMap<string, string>,
  card: string,
): string | undefined {
  const seen = new Set<string>();
  let at = card;
  for (let next = aliases.get(at); next !== undefined; next = aliases.get(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = next;
  }
  return at;
}

/** The renames a deck asks for, and those that cannot be. A rename in the lock already is fine. */
export function aliasesOf(old: DeckLock, { notes }: CompiledDeck): NewAliases {
  const live = new Set(
    notes.flatMap(({ id, parts }) => [...parts.keys()].map((p) => cardName(id, p))),
  );
  const aliases = new Map<string, string>();
  const issues: DeckIssue[] = [];
  for (const note of notes) {
    const fault = (rule: DeckRule, what: string) => issues.push(issueAt(note.place, rule, what));
    for (const { from, to } of renamesIn(note, old, fault)) {
      const before = Object.hasOwn(old.aliases, from) ? old.aliases[from] : undefined;
      if (before !== undefined) {
        const all = new Map(Object.entries(old.aliases));
        const arrived = before === to || resolveAlias(all, from) === to;
        if (!arrived) fault('was-moved', `"${from}" became "${before}" long ago`);
      } else if (live.has(from)) fault('was-alive', `"${from}" is still a card of this deck`);
      else if (aliases.has(from)) fault('was-moved', `"${from}" is claimed by two cards`);
      else aliases.set(from, to);
    }
  }
  return { aliases, issues };
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

type Fault = (rule: DeckRule, what: string) => void;

function renamesIn(note: CompiledNote, old: DeckLock, fault: Fault): Rename[] {
  const named = namedRenames(note, old, fault);
  const done = new Set(named.map(({ from }) => from));
  const whole = note.was.flatMap((was) => {
    const parts = partsOf(old, was);
    if (parts.length === 0) fault('was-unknown', `"${was}" was never published`);
    return parts.flatMap((part): Rename[] => {
      const from = cardName(was, part);
      if (done.has(from) || old.retired.includes(from)) return [];
      const into = heirOf(part, parts, [...note.parts.keys()]);
      if (into !== undefined) return [{ from, to: cardName(note.id, into) }];
      fault('was-unclear', `It is not clear which card of "${note.id}" was "${from}"`);
      return [];
    });
  });
  return [...named, ...whole];
}

/** `partsWere`: an old part of this note or of one it was, or any old card written `note/part`. */
function namedRenames(note: CompiledNote, old: DeckLock, fault: Fault): Rename[] {
  return Object.entries(note.partsWere).flatMap(([part, froms]) => {
    if (!note.parts.has(part)) {
      fault('was-unclear', `"${part}" in partsWere is no part of "${note.id}"`);
      return [];
    }
    return froms.flatMap((written): Rename[] => {
      const owners = [note.id, ...note.was].filter((id) => partsOf(old, id).includes(written));
      const cards = owners.map((owner) => cardName(owner, written));
      const from = cards[0] ?? written;
      const isCard = partsOf(old, noteOf(from)).includes(from.slice(noteOf(from).length + 1));
      if (!isCard) fault('was-unknown', `"${written}" was never published`);
      return isCard ? [{ from, to: cardName(note.id, part) }] : [];
    });
  });
}

function partsOf(old: DeckLock, note: string): string[] {
  return Object.hasOwn(old.notes, note) ? Object.keys(old.notes[note]?.parts ?? {}) : [];
}

/** The main card of each kind stands for the note, so a basic note may become a reversed one. */
const MAIN = ['', 'there', 'all'];

function heirOf(part: string, old: readonly string[], now: readonly string[]): string | undefined {
  if (now.includes(part)) return part;
  if (MAIN.includes(part)) {
    const main = now.find((candidate) => MAIN.includes(candidate));
    if (main !== undefined) return main;
  }
  return old.length === 1 && now.length === 1 ? now[0] : undefined;
}
