/** Every compiled card with its words, for people and tools outside the app. */
import type { CardText, Language, NoteKind, SourceTime } from '../domain/deck.ts';
import type { CompiledDeck } from './compile.ts';
import type { NoteFile } from './format.ts';
import { withoutBreaks } from './markdown.ts';

type Side = 'ask' | 'answer' | 'why';

export interface ReportedCard {
  readonly deckId: string;
  readonly id: string;
  readonly conceptId: string;
  readonly chapterId: string;
  readonly kind: NoteKind;
  /** `hh:mm:ss`, with `~` for around; null where the deck does not say. */
  readonly at: string | null;
  readonly from: NoteFile['from'];
  /** HTML. */
  readonly zh: Readonly<Record<Side, string>>;
  readonly en: Readonly<Record<Side, string>>;
}

/** One entry per card, in the deck's order; HTML without word breaks. */
export function reportCards({ deck, texts, notes }: CompiledDeck): ReportedCard[] {
  const chapters = new Map(deck.chapters.map((chapter) => [chapter.id, chapter]));
  const origins = new Map(notes.map(({ id, from }) => [`${deck.id}/${id}`, from]));
  return deck.cards.map(({ id, deckId, conceptId, chapterId, kind, noteId }) => {
    const chapter = chapters.get(chapterId);
    const at = chapter?.concepts.find((concept) => concept.id === conceptId)?.at ?? chapter?.at;
    const words = texts[chapterId]?.cards[id];
    const from = origins.get(noteId);
    if (!words || !from) throw new Error(`Inconsistent: the card ${id} has no words`);
    const side = (language: Language) => sidesOf(words[language]);
    const place = at ? writeTime(at) : null;
    const ids = { deckId, id, conceptId, chapterId, kind };
    return { ...ids, at: place, from, zh: side('zh'), en: side('en') };
  });
}

function sidesOf({ ask, answer, why }: CardText): Record<Side, string> {
  return { ask: withoutBreaks(ask), answer: withoutBreaks(answer), why: withoutBreaks(why) };
}

function writeTime({ seconds, around }: SourceTime): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (around ? '~' : '') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
