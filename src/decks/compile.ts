/** A sound deck to what the app works with: the deck without words, and each chapter's words. */
import type {
  Card,
  Chapter,
  ChapterText,
  Concept,
  Deck,
  NoteKind,
  OpenQuestion,
  SourceTime,
  Text,
} from '../domain/deck.ts';
import { hash32 } from '../domain/random.ts';
import { type CardDraft, type Settings, cardsOf } from './cards.ts';
import type { ChapterFile, ConceptFile, DeckFile, NoteFile, TextFile } from './format.ts';
import type { Place } from './issues.ts';
import { joinChinese, termsOf } from './wordBreaks.ts';
import { markdownToHtml, withoutBreaks } from './markdown.ts';
import type { DeckSource } from './parse.ts';

/** A note as the lock sees it. Ids without the deck's. */
export interface CompiledNote {
  readonly id: string;
  readonly kind: NoteKind;
  /** What must be recalled, as written, by part. */
  readonly parts: ReadonlyMap<string, string>;
  readonly was: readonly string[];
  readonly partsWere: Readonly<Record<string, readonly string[]>>;
  readonly from: NoteFile['from'];
  readonly place: Place;
}

export interface CompiledDeck {
  readonly deck: Deck;
  /** By chapter id. */
  readonly texts: Readonly<Record<string, ChapterText>>;
  readonly notes: readonly CompiledNote[];
  readonly retired: readonly string[];
  /** Where deck.yaml is. */
  readonly place: Place;
}

/** Old card ids to today's, both without the deck's id. */
export type Renames = ReadonlyMap<string, string>;

/**
 * Compiles a parsed deck; `renames` come from the lock. No line breaks within its concepts' names nor
 * within the Chinese `terms` of a glossary. The same source gives the same bytes.
 */
export function compileDeck(
  source: DeckSource,
  renames: Renames = new Map(),
  terms: readonly string[] = [],
): CompiledDeck {
  const { deck: file } = source;
  const names = source.chapters.flatMap(({ concepts }) => concepts.map(({ name }) => name.zh));
  const settings: Settings = {
    zh: { language: 'zh', terms: termsOf([...names, ...terms]) },
    en: { language: 'en', terms: [] },
  };
  const drafts = draftNotes(source, settings);
  const near = nearBothWays(file.deck, source.chapters);
  const chapters = source.chapters.map((chapter) => toChapter(file.deck, chapter, near));
  const texts = Object.fromEntries(
    source.chapters.map((chapter) => [
      `${file.deck}/${chapter.chapter}`,
      toTexts(file.deck, chapter, drafts, settings),
    ]),
  );
  const deck: Omit<Deck, 'version'> = {
    id: file.deck,
    title: plainText(file.title),
    about: plainText(file.about),
    licence: file.licence,
    source: toSource(file.source),
    chapters,
    cards: drafts.flatMap(({ cards }) => cards.map(({ card }) => card)),
    renames: Object.fromEntries(
      [...renames].map(([old, now]) => [`${file.deck}/${old}`, `${file.deck}/${now}`]),
    ),
  };
  // Word breaks depend on the machine's dictionary, so they take no part in the version.
  const version = hash32(withoutBreaks(JSON.stringify([deck, texts])));
  return {
    deck: { ...deck, version: version.toString(16).padStart(8, '0') },
    texts,
    notes: drafts.map(({ note, cards }) => toNote(note, cards, source)),
    retired: file.retired ?? [],
    place: source.places.get('') ?? { file: 'deck.yaml', line: 1 },
  };
}

interface NoteDraft {
  readonly chapter: string;
  readonly note: NoteFile;
  readonly cards: readonly { readonly card: Card; readonly draft: CardDraft }[];
}

function draftNotes({ deck, chapters }: DeckSource, settings: Settings): NoteDraft[] {
  return chapters.flatMap(({ chapter, concepts }) =>
    concepts.flatMap(({ id, notes = [] }) =>
      notes.map((note) => {
        const noteId = `${deck.deck}/${note.id}`;
        const cards = cardsOf(note, settings).map((draft) => ({
          draft,
          card: {
            id: draft.part === '' ? noteId : `${noteId}/${draft.part}`,
            deckId: deck.deck,
            chapterId: `${deck.deck}/${chapter}`,
            conceptId: `${deck.deck}/${id}`,
            ...(note.kind === 'contrast' ? { against: fullId(deck.deck, note.of[1]) } : {}),
            noteId,
            kind: note.kind,
          },
        }));
        return { chapter, note, cards };
      }),
    ),
  );
}

function toNote(note: NoteFile, cards: NoteDraft['cards'], { places }: DeckSource): CompiledNote {
  return {
    id: note.id,
    kind: note.kind,
    parts: new Map(cards.map(({ draft }) => [draft.part, draft.recalled])),
    was: note.was ?? [],
    partsWere: note.partsWere ?? {},
    from: note.from,
    place: places.get(note.id) ?? { file: 'deck.yaml', line: 1 },
  };
}

function toChapter(
  deckId: string,
  { chapter, title, at, concepts }: ChapterFile,
  near: ReadonlyMap<string, ReadonlySet<string>>,
): Chapter {
  const id = `${deckId}/${chapter}`;
  return {
    id,
    title: plainText(title),
    ...(at === undefined ? {} : { at: toTime(at) }),
    concepts: concepts.map((concept) => toConcept(deckId, id, concept, near)),
  };
}

function toConcept(
  deckId: string,
  chapterId: string,
  concept: ConceptFile,
  near: ReadonlyMap<string, ReadonlySet<string>>,
): Concept {
  const id = `${deckId}/${concept.id}`;
  return {
    id,
    chapterId,
    name: plainText(concept.name),
    ...(concept.at === undefined ? {} : { at: toTime(concept.at) }),
    needs: (concept.needs ?? []).map((reference) => fullId(deckId, reference)),
    near: [...(near.get(id) ?? [])],
    ...(concept.untested === undefined ? {} : { untested: concept.untested }),
  };
}

function nearBothWays(deckId: string, chapters: readonly ChapterFile[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    if (one !== other) near.set(one, (near.get(one) ?? new Set()).add(other));
  };
  for (const concept of chapters.flatMap(({ concepts }) => concepts)) {
    for (const reference of concept.near ?? []) {
      add(fullId(deckId, concept.id), fullId(deckId, reference));
      add(fullId(deckId, reference), fullId(deckId, concept.id));
    }
  }
  return near;
}

function toTexts(
  deckId: string,
  { chapter, concepts, discussion = [] }: ChapterFile,
  drafts: readonly NoteDraft[],
  settings: Settings,
): ChapterText {
  const own = drafts.filter((draft) => draft.chapter === chapter);
  const entries = own.flatMap(({ note: { from }, cards }) =>
    cards.map(({ card, draft: { zh, en } }) => {
      const cite = from === 'talk' ? {} : { cite: from.cite };
      return [card.id, { zh, en, ...cite }] as const;
    }),
  );
  const questions = discussion.map((question): OpenQuestion => ({
    id: `${deckId}/${question.id}`,
    ask: html(question.ask, settings),
    points: question.points.map((point) => html(point, settings)),
    about: question.about.map((reference) => fullId(deckId, reference)),
  }));
  const gists = concepts.map(({ id, gist }) => [`${deckId}/${id}`, html(gist, settings)] as const);
  return {
    cards: Object.fromEntries(entries),
    gists: Object.fromEntries(gists),
    discussion: questions,
  };
}

/** Without the lines its notes have: those matter to authors only. */
function toSource(source: DeckFile['source']): Deck['source'] {
  const { title, speaker, notes: _, ...rest } = source;
  return {
    ...rest,
    title: plainText(title),
    ...(speaker === undefined ? {} : { speaker: plainText(speaker) }),
  };
}

/** `hh:mm:ss`, with `~` before it when only the block's start is known. */
export function toTime(written: string): SourceTime {
  const [hours = 0, minutes = 0, seconds = 0] = written.replace('~', '').split(':').map(Number);
  return { seconds: hours * 3600 + minutes * 60 + seconds, around: written.startsWith('~') };
}

function fullId(deckId: string, reference: string): string {
  return reference.includes('/') ? reference : `${deckId}/${reference}`;
}

function html(text: TextFile, settings: Settings): Text {
  return { zh: markdownToHtml(text.zh, settings.zh), en: markdownToHtml(text.en, settings.en) };
}

function plainText({ zh, en }: TextFile): Text {
  return { zh: joinChinese(zh.trim()), en: en.trim().replace(/\s+/g, ' ') };
}
