/** Concepts by what they are called. */
import type { Catalogue } from '../catalogue.ts';
import { LANGUAGES, type Concept, type Text } from '../deck.ts';
import { folded } from '../typedAnswer.ts';

const ARTICLE = /^(?:the|an?) (.)/i;

/** Words as a name stands in a list: in English no article, a capital first. */
export function asName({ zh, en }: Text): Text {
  const bare = en.replace(ARTICLE, '$1');
  return { zh, en: bare.charAt(0).toUpperCase() + bare.slice(1) };
}

/** Finds a concept by its name; article, width, case and punctuation may differ. */
export interface ConceptNames {
  /** The one of this deck that is called so in both languages. */
  readonly inBoth: (name: Text, deckId: string) => Concept | undefined;
  /** The one of this deck that is called so in either. */
  readonly inEither: (name: Text, deckId: string) => Concept | undefined;
}

export function conceptNames({ decks }: Pick<Catalogue, 'decks'>): ConceptNames {
  const concepts = new Map<string, Concept>();
  for (const { id, chapters } of decks) {
    for (const concept of chapters.flatMap((chapter) => chapter.concepts)) {
      const name = asName(concept.name);
      for (const language of LANGUAGES) {
        const key = `${id} ${language} ${folded(name[language])}`;
        if (!concepts.has(key)) concepts.set(key, concept);
      }
    }
  }
  const named = (text: Text, deckId: string) => {
    const name = asName(text);
    return LANGUAGES.map((language) =>
      concepts.get(`${deckId} ${language} ${folded(name[language])}`),
    );
  };
  return {
    inBoth: (name, deckId) => {
      const [zh, en] = named(name, deckId);
      return zh === en ? zh : undefined;
    },
    inEither: (name, deckId) => named(name, deckId).find((concept) => concept !== undefined),
  };
}
