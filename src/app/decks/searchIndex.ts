/** The index of all concepts and cards. Fetched when somebody first looks for something. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Catalogue } from '../../domain/catalogue.ts';
import { LANGUAGES, type ChapterText, type Language } from '../../domain/deck.ts';
import {
  indexTerms,
  joinTerms,
  looseMarks,
  looseTerms,
  plainText,
  strictMarks,
  strictTerms,
} from '../../domain/find.ts';

/** The words of a concept or a card: its name or question, gist or answer, and why. */
export type Words = readonly [title: string, body: string, more: string];

export interface Entry {
  readonly is: 'concept' | 'card';
  /** Concept or card id. */
  readonly id: string;
  readonly chapterId: string;
  readonly words: Readonly<Record<Language, Words>>;
}

export interface Found {
  readonly concepts: readonly Entry[];
  readonly cards: readonly Entry[];
  /** What was looked for, as it looks in a text. */
  readonly marks: readonly string[];
  /** Where nothing was found: something near that would be. */
  readonly suggestion: string | undefined;
}

export interface SearchIndex {
  readonly find: (query: string) => Found;
}

const FIELDS = ['title', 'body', 'more'];

function conceptEntries(catalogue: Catalogue, texts: Iterable<ChapterText>): Entry[] {
  const gists = new Map([...texts].flatMap((text) => Object.entries(text.gists)));
  return [...catalogue.concept.values()].map(({ id, chapterId, name }) => ({
    is: 'concept',
    id,
    chapterId,
    words: {
      zh: [name.zh, plainText(gists.get(id)?.zh ?? ''), ''],
      en: [name.en, plainText(gists.get(id)?.en ?? ''), ''],
    },
  }));
}

function cardEntries(catalogue: Catalogue, texts: Iterable<ChapterText>): Entry[] {
  return [...texts].flatMap(({ cards }) =>
    Object.entries(cards).flatMap(([id, { zh, en }]) => {
      const card = catalogue.card.get(id);
      if (!card) return [];
      const words = {
        zh: [plainText(zh.ask), plainText(zh.answer), plainText(zh.why)],
        en: [plainText(en.ask), plainText(en.answer), plainText(en.why)],
      } as const;
      return [{ is: 'card' as const, id, chapterId: card.chapterId, words }];
    }),
  );
}

const isLetters = (term: string) => /^\p{L}/u.test(term) && !/^\p{Script=Han}/u.test(term);

/** Words may still be half typed; a lone digit among others means itself. */
const prefix = (term: string, _: number, terms: readonly string[]) =>
  terms.length === 1 || !/^\d$/.test(term);

const STRICT: SearchOptions = {
  tokenize: strictTerms,
  prefix,
  combineWith: 'AND',
  boost: { title: 3, more: 0.5 },
};
const LOOSE: SearchOptions = { ...STRICT, tokenize: looseTerms };
const NEAR: SearchOptions = {
  ...STRICT,
  combineWith: 'OR',
  fuzzy: (term) => (isLetters(term) && term.length > 3 ? 0.25 : false),
};

/** A query with ever fewer letters at its end, down to half of its last word. */
function shortened(query: string): string[] {
  const last = strictTerms(query).findLast(isLetters);
  if (last === undefined) return [];
  const least = Math.max(4, Math.ceil(last.length / 2));
  return Array.from({ length: Math.max(0, last.length - least) }, (_, i) => last.slice(0, -1 - i));
}

/** @param texts the chapters' words at hand; concepts are found without them */
export function buildIndex(catalogue: Catalogue, texts: Iterable<ChapterText>): SearchIndex {
  const entries = [...conceptEntries(catalogue, texts), ...cardEntries(catalogue, texts)];
  const index = new MiniSearch<Entry & { readonly place: number }>({
    idField: 'place',
    fields: FIELDS,
    tokenize: indexTerms,
    processTerm: (term) => term,
    extractField: (entry, field) =>
      field === 'place'
        ? entry.place
        : LANGUAGES.map((language) => entry.words[language][FIELDS.indexOf(field)]).join('\n'),
  });
  index.addAll(entries.map((entry, place) => ({ ...entry, place })));

  const matches = (query: string): { found: Entry[]; marks: string[] } => {
    const strict = index.search(query, STRICT);
    const results = strict.length > 0 ? strict : index.search(query, LOOSE);
    const marks = strict.length > 0 ? strictMarks(query) : looseMarks(query);
    return { found: results.flatMap(({ id }) => entries[id as number] ?? []), marks };
  };
  const suggestionFor = (query: string): string | undefined => {
    const asked = joinTerms(strictTerms(query));
    for (const near of [query, ...shortened(query)]) {
      for (const { terms } of index.autoSuggest(near, NEAR).slice(0, 5)) {
        const suggestion = joinTerms(terms);
        if (suggestion !== asked && index.search(suggestion, STRICT).length > 0) return suggestion;
      }
    }
    return undefined;
  };
  return {
    find: (query) => {
      const { found, marks } = matches(query);
      return {
        concepts: found.filter(({ is }) => is === 'concept'),
        cards: found.filter(({ is }) => is === 'card'),
        marks,
        suggestion: found.length > 0 ? undefined : suggestionFor(query),
      };
    },
  };
}
