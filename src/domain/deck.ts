/** What an author wrote, compiled: decks, chapters, concepts, cards. Content only, no progress. */

export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The one that is not this. */
export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}

/** The same words in every language. */
export type Text = Readonly<Record<Language, string>>;

/** A place in the source: seconds from its start; `around` when only the block's start is known. */
export interface SourceTime {
  readonly seconds: number;
  readonly around: boolean;
}

export interface Source {
  readonly title: Text;
  readonly speaker?: Text;
  readonly year?: number;
  /** Address of the recording. */
  readonly video?: string;
  /** Address of the recording at a time, with `{seconds}` in it. */
  readonly at?: string;
  readonly slides?: string;
}

export interface Concept {
  /** `<deck>/<concept>` */
  readonly id: string;
  readonly chapterId: string;
  readonly name: Text;
  readonly at?: SourceTime;
  /** Ids of the concepts to know first. */
  readonly needs: readonly string[];
  /** Ids of the concepts it is confused with; the relation holds both ways. */
  readonly near: readonly string[];
  /** Why it is read but never asked. */
  readonly untested?: string;
}

export const NOTE_KINDS = ['basic', 'reversed', 'cloze', 'list', 'choice', 'contrast'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** One question made from a note. Its words are in the chapter's texts, under the same id. */
export interface Card {
  /** `<deck>/<note>` or `<deck>/<note>/<part>`: stable for ever, as events, reports, links name it. */
  readonly id: string;
  readonly deckId: string;
  /** `<deck>/<chapter>` */
  readonly chapterId: string;
  /** `<deck>/<concept>`: the one it belongs to. */
  readonly conceptId: string;
  /** The concept a contrast sets that one against; the card is shown with both. */
  readonly against?: string;
  /** `<deck>/<note>`; cards of one note are siblings. */
  readonly noteId: string;
  readonly kind: NoteKind;
}

export interface Chapter {
  /** `<deck>/<chapter>` */
  readonly id: string;
  readonly title: Text;
  readonly at?: SourceTime;
  readonly concepts: readonly Concept[];
}

/** What the scheduler needs of a deck, without the words of the cards. */
export interface Deck {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly licence: string;
  readonly source: Source;
  /** Changes whenever anything a learner can see changes. */
  readonly version: string;
  readonly chapters: readonly Chapter[];
  /** In the deck's order. */
  readonly cards: readonly Card[];
  /** Old card ids to today's, applied when the log is folded. */
  readonly renames: Readonly<Record<string, string>>;
}

/** The words of one card in one language, as safe HTML. */
export interface CardText {
  readonly ask: string;
  readonly answer: string;
  readonly why: string;
  /** 32-bit hash of what is shown (ask and answer, and options where there are any). */
  readonly hash: number;
  /** The hidden words of a cloze as plain text, which a typed answer is held against. */
  readonly typed?: string;
  /** Choice cards: HTML of the options; the first is right. Shown shuffled. */
  readonly options?: readonly string[];
  /** Whole ordered lists: HTML of each item, in the right order. */
  readonly items?: readonly string[];
}

export interface OpenQuestion {
  /** `<deck>/<question>` */
  readonly id: string;
  /** HTML. */
  readonly ask: Text;
  /** HTML. */
  readonly points: readonly Text[];
  /** Concept ids. */
  readonly about: readonly string[];
}

/** The words of a chapter: loaded when first needed. */
export interface ChapterText {
  /** By card id. */
  readonly cards: Readonly<
    Record<string, { readonly zh: CardText; readonly en: CardText; readonly cite?: string }>
  >;
  /** The idea of each concept in one or two sentences, as HTML, by concept id. */
  readonly gists: Readonly<Record<string, Text>>;
  readonly discussion: readonly OpenQuestion[];
}
