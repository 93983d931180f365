/** Fetches the words of chapters, each once. */
import type { ChapterText } from '../domain/deck.ts';

/** The words of a chapter could not be had; `cause` says why, and trying again may help. */
export class ChapterUnavailable extends Error {
  override readonly name = 'ChapterUnavailable';
  readonly chapterId: string;

  constructor(chapterId: string, cause?: unknown) {
    super(`The words of the chapter ${chapterId} cannot be loaded`, { cause });
    this.chapterId = chapterId;
  }
}

export type ChapterImports = Readonly<Record<string, () => Promise<{ default: ChapterText }>>>;

/** Loads a chapter's words and keeps them. A failure is forgotten, so that a retry can succeed. */
export function chapterLoader(
  imports: ChapterImports,
): (chapterId: string) => Promise<ChapterText> {
  const loaded = new Map<string, Promise<ChapterText>>();
  return (chapterId) => {
    const known = loaded.get(chapterId);
    if (known) return known;
    const text = fetchText(imports, chapterId);
    loaded.set(chapterId, text);
    text.catch(() => loaded.delete(chapterId));
    return text;
  };
}

async function fetchText(imports: ChapterImports, chapterId: string): Promise<ChapterText> {
  const load = Object.hasOwn(imports, chapterId) ? imports[chapterId] : undefined;
  if (!load) throw new ChapterUnavailable(chapterId);
  try {
    return (await load()).default;
  } catch (cause) {
    throw new ChapterUnavailable(chapterId, cause);
  }
}
