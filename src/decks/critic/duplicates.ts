/** Notes that ask nearly the same. */
import { LANGUAGES, type Language, type Text } from '../../domain/deck.ts';
import { blanksOf } from '../cloze.ts';
import { type NoteCheck, type ReadNote, plain } from './reading.ts';
import { normalised, pairsOf } from './words.ts';

/** How alike two questions must be, with answers alike too, … */
const ALIKE_ASK = 0.72;
const ALIKE_ANSWER = 0.7;
/** … and how alike they must be whatever the answers. */
const SAME_ASK = 0.9;

export const nearDuplicate: NoteCheck = (read, { notes }) => {
  const own = sidesOf(read);
  const earlier = notes.slice(0, notes.indexOf(read));
  return earlier
    .filter((other) => sidesOf(other).some((there) => own.some((here) => areAlike(here, there))))
    .map((other) => `it asks nearly the same as "${other.note.id}"`);
};

/** How often each pair of neighbouring characters stands in a text. */
interface Profile {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

type Profiles = Readonly<Record<Language, Profile>>;

interface Side {
  readonly ask: Profiles;
  readonly answer: Profiles;
}

/** Every note is held against every other; its own side is counted once. */
const known = new WeakMap<ReadNote, readonly Side[]>();

function sidesOf(read: ReadNote): readonly Side[] {
  const sides = known.get(read) ?? profilesOf(read);
  known.set(read, sides);
  return sides;
}

/** The faces of a note; a cloze asks with its whole text and is answered by what it hides. */
function profilesOf({ note, faces }: ReadNote): Side[] {
  const profiles = ({ zh, en }: Text) => ({ zh: profileOf(zh), en: profileOf(en) });
  if (note.kind === 'cloze') {
    const hidden = ({ zh, en }: Text) => ({ zh: hiddenIn(zh), en: hiddenIn(en) });
    return [{ ask: profiles(plain(note.text)), answer: profiles(hidden(note.text)) }];
  }
  return faces.map(({ ask, answer }) => ({ ask: profiles(ask), answer: profiles(answer) }));
}

function hiddenIn(source: string): string {
  return blanksOf(source)
    .blanks.map(({ hidden }) => hidden)
    .join(' ');
}

function profileOf(text: string): Profile {
  const pairs = pairsOf(normalised(text));
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return { counts, size: pairs.length };
}

function areAlike(one: Side, other: Side): boolean {
  return LANGUAGES.some((language) => {
    const ask = likeness(one.ask[language], other.ask[language]);
    if (ask < ALIKE_ASK) return false;
    return (
      ask >= SAME_ASK || likeness(one.answer[language], other.answer[language]) >= ALIKE_ANSWER
    );
  });
}

/** Dice's coefficient: 0 for nothing in common, 1 for the same. */
function likeness(one: Profile, other: Profile): number {
  const size = one.size + other.size;
  // What differs so much in length cannot be alike, and counting takes long.
  if (size === 0 || 2 * Math.min(one.size, other.size) < ALIKE_ANSWER * size) return 0;
  let shared = 0;
  for (const [pair, count] of one.counts) shared += Math.min(count, other.counts.get(pair) ?? 0);
  return (2 * shared) / size;
}
