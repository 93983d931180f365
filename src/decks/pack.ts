/**
 * A deck as the app's start carries it: what ids repeat is left out. A third of the size, since the
 * index of all cards is most of a deck without its words.
 */
import { type Card, type Chapter, type Concept, type Deck, NOTE_KINDS } from '../domain/deck.ts';

/**
 * Ids without the deck's. A note is `<its id> <kind> <parts>`, the kind by its place in NOTE_KINDS, and
 * of a contrast the second concept; an id that begins with its concept's is written from the dot on. Fields that are empty are left out.
 */
interface PackedConcept extends Omit<Concept, 'chapterId' | 'needs' | 'near'> {
  readonly needs?: readonly string[];
  readonly near?: readonly string[];
  readonly notes?: readonly string[];
}

interface PackedChapter extends Omit<Chapter, 'concepts'> {
  readonly concepts: readonly PackedConcept[];
}

export interface PackedDeck extends Omit<Deck, 'chapters' | 'cards'> {
  readonly chapters: readonly PackedChapter[];
}

function packNote(cards: readonly Card[], concept: string, local: (id: string) => string): string {
  const [first] = cards;
  if (!first) throw new Error('Inconsistent: a note without cards');
  const id = local(first.noteId);
  const short = id.startsWith(`${concept}.`) ? id.slice(concept.length) : id;
  const parts = cards.map((card) => card.id.slice(first.noteId.length + 1)).join(',');
  const against = first.against === undefined ? '' : local(first.against);
  return [short, NOTE_KINDS.indexOf(first.kind), parts, against].join(' ').trimEnd();
}

/** `unpackDeck` gives back the same deck. */
export function packDeck({ chapters, cards, ...deck }: Deck): PackedDeck {
  const prefix = `${deck.id}/`;
  const local = (id: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : id);
  const packConcept = (concept: Concept): PackedConcept => {
    const { chapterId: _, id, needs, near, ...rest } = concept;
    const own = cards.filter(({ conceptId }) => conceptId === id);
    const notes = [...new Set(own.map(({ noteId }) => noteId))].map((note) => {
      const siblings = own.filter(({ noteId }) => noteId === note);
      return packNote(siblings, local(id), local);
    });
    return {
      ...rest,
      id: local(id),
      ...(needs.length > 0 ? { needs: needs.map(local) } : {}),
      ...(near.length > 0 ? { near: near.map(local) } : {}),
      ...(notes.length > 0 ? { notes } : {}),
    };
  };
  const pack = ({ id, concepts, ...rest }: Chapter): PackedChapter => ({
    ...rest,
    id: local(id),
    concepts: concepts.map(packConcept),
  });
  return { ...deck, chapters: chapters.map(pack) };
}

function unpackNote(
  packed: string,
  deckId: string,
  chapterId: string,
  conceptId: string,
  full: (id: string) => string,
): Card[] {
  const [short = '', kind = '', parts = '', against = ''] = packed.split(' ');
  const noteId = short.startsWith('.') ? conceptId + short : full(short);
  return parts.split(',').map((part) => ({
    id: part === '' ? noteId : `${noteId}/${part}`,
    deckId,
    chapterId,
    conceptId,
    ...(against === '' ? {} : { against: full(against) }),
    noteId,
    kind: NOTE_KINDS[Number(kind)] ?? 'basic',
  }));
}

/** The deck that was packed. */
export function unpackDeck({ chapters, ...deck }: PackedDeck): Deck {
  const full = (id: string) => (id.includes('/') ? id : `${deck.id}/${id}`);
  const cards: Card[] = [];
  const unpackConcept = (
    { id, needs = [], near = [], notes = [], ...rest }: PackedConcept,
    chapterId: string,
  ): Concept => {
    const conceptId = full(id);
    for (const note of notes) cards.push(...unpackNote(note, deck.id, chapterId, conceptId, full));
    return { ...rest, id: conceptId, chapterId, needs: needs.map(full), near: near.map(full) };
  };
  const unpack = ({ id, concepts, ...rest }: PackedChapter): Chapter => {
    const chapterId = full(id);
    return {
      ...rest,
      id: chapterId,
      concepts: concepts.map((concept) => unpackConcept(concept, chapterId)),
    };
  };
  return { ...deck, chapters: chapters.map(unpack), cards };
}
