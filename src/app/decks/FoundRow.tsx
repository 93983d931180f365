import type { Catalogue } from '../../domain/catalogue.ts';
import { LANGUAGES, type Language } from '../../domain/deck.ts';
import { excerptOf, shareFound } from '../../domain/find.ts';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { LANG } from '../looks.ts';
import { chapterHref } from '../routes.ts';
import { Pieces } from './Pieces.tsx';
import type { Entry } from './searchIndex.ts';

export interface FoundRowProps {
  readonly entry: Entry;
  readonly marks: readonly string[];
  readonly language: Language;
  readonly catalogue: Catalogue;
}

const EXCERPT: Readonly<Record<Language, number>> = { zh: 36, en: 90 };

/** Where it was found, if not in the title shown: the text that holds most of what was asked. */
function elsewhere({ words }: Entry, marks: readonly string[], language: Language) {
  const [title] = words[language];
  let best = { share: shareFound(title, marks), text: '', language };
  const other = LANGUAGES.filter((one) => one !== language);
  for (const shown of [language, ...other]) {
    for (const text of words[shown]) {
      const share = shareFound(text, marks);
      if (share > best.share) best = { share, text, language: shown };
    }
  }
  return best.text === '' ? null : best;
}

/** One concept or card that was found. */
export function FoundRow({ entry, marks, language, catalogue }: FoundRowProps) {
  const { chapterId, id, words } = entry;
  const chapter = catalogue.chapter.get(chapterId);
  const chapters = catalogue.decks.find(
    (deck) => chapter && deck.chapters.includes(chapter),
  )?.chapters;
  const also = elsewhere(entry, marks, language);
  return (
    <ListRow
      href={chapterHref(chapterId, id)}
      note={
        <span className="found__note">
          {also ? (
            <span className="found__also" lang={LANG[also.language]}>
              <Pieces text={excerptOf(also.text, marks, EXCERPT[also.language])} marks={marks} />
            </span>
          ) : null}
          {chapter && chapters ? (
            <span lang={LANG[language]}>
              <ChapterTick
                name={chapter.title[language]}
                place={chapters.indexOf(chapter) + 1}
                of={chapters.length}
              />
            </span>
          ) : null}
        </span>
      }
    >
      <span lang={LANG[language]}>
        <Pieces text={words[language][0]} marks={marks} />
      </span>
    </ListRow>
  );
}
