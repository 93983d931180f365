import type { Language } from '../../domain/deck.ts';
import type { CardRecall } from '../../domain/retention/knowledge.ts';
import { knowledgeOf } from '../../domain/retention/knowledge.ts';
import { ChapterTick } from '../../ui/ChapterTick.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { LANG } from '../looks.ts';
import { conceptHref } from '../routes.ts';
import { Recall } from '../shared/Standing.tsx';

export interface RelatedProps {
  readonly title: string;
  /** Ids; those of decks that are not at hand are left out. */
  readonly concepts: readonly string[];
  readonly language: Language;
  /** Undefined until it is read. */
  readonly recallOf: ((card: string) => CardRecall) | undefined;
}

/** Other concepts with how well each is known. */
export function Related({ title, concepts, language, recallOf }: RelatedProps) {
  const { catalogue } = useEnvironment();
  const found = concepts.flatMap((id) => catalogue.concept.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <Section title={title}>
      <List label={title}>
        {found.map(({ id, name, chapterId }) => {
          const deck = catalogue.decks.find(({ chapters }) =>
            chapters.some((chapter) => chapter.id === chapterId),
          );
          const place = deck?.chapters.findIndex((chapter) => chapter.id === chapterId) ?? -1;
          const chapter = deck?.chapters[place];
          return (
            <ListRow
              key={id}
              href={conceptHref(id)}
              lead={
                <Recall
                  known={recallOf && knowledgeOf(catalogue.ofConcept.get(id) ?? [], recallOf)}
                />
              }
              note={
                chapter && deck ? (
                  <span lang={LANG[language]}>
                    <ChapterTick
                      name={chapter.title[language]}
                      place={place + 1}
                      of={deck.chapters.length}
                    />
                  </span>
                ) : undefined
              }
            >
              <span lang={LANG[language]}>{name[language]}</span>
            </ListRow>
          );
        })}
      </List>
    </Section>
  );
}
