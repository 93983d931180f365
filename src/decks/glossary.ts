/** The glossary of a folder of decks: which word is used for an idea, and which are not. */
import { LANGUAGES, type Language } from '../domain/deck.ts';
import { checkShape } from './checkShape.ts';
import { textsIn } from './checkText.ts';
import { GlossaryFile } from './format.ts';
import { type DeckIssue, issueAt } from './issues.ts';
import { patternOfWords, wordsOf } from './plainWords.ts';
import { type DeckText, type Path, type YamlFile, readYaml } from './yamlFile.ts';

interface Forbidden {
  readonly word: string;
  /** What to write instead. */
  readonly term: string;
  readonly pattern: RegExp;
}

interface Vocabulary {
  readonly terms: readonly string[];
  readonly forbidden: readonly Forbidden[];
}

/** A glossary that does not contradict itself. */
export type Glossary = Readonly<Record<Language, Vocabulary>>;

/** The glossary in a file, or what is wrong with it. */
export function readGlossary(text: DeckText): Glossary | DeckIssue[] {
  const file = readYaml(text);
  if (Array.isArray(file)) return file;
  const shape = checkShape(file, GlossaryFile);
  if (Array.isArray(shape)) return shape;
  const issues = LANGUAGES.flatMap((language) => contradictions(file, shape, language));
  if (issues.length > 0) return issues;
  return { zh: vocabulary(shape, 'zh'), en: vocabulary(shape, 'en') };
}

function contradictions(file: YamlFile, { terms }: GlossaryFile, language: Language): DeckIssue[] {
  const issues: DeckIssue[] = [];
  const known = new Set<string>();
  terms.forEach((entry, i) => {
    const term = entry[language].toLowerCase();
    if (known.has(term)) {
      const place = file.placeOf(['terms', i, language]);
      issues.push(issueAt(place, 'glossary-twice', `"${entry[language]}" stands here again`));
    }
    known.add(term);
  });
  terms.forEach(({ not }, i) =>
    not?.[language]?.forEach((word, n) => {
      if (!known.has(word.toLowerCase())) return;
      const place = file.placeOf(['terms', i, 'not', language, n]);
      issues.push(
        issueAt(place, 'glossary-contradiction', `"${word}" is a term, yet under \`not\``),
      );
    }),
  );
  return issues;
}

function vocabulary({ terms }: GlossaryFile, language: Language): Vocabulary {
  return {
    terms: terms.map((term) => term[language]),
    forbidden: terms.flatMap((term) =>
      (term.not?.[language] ?? []).map((word) => ({
        word,
        term: term[language],
        pattern: patternOf(word, language),
      })),
    ),
  };
}

/** Chinese as it stands; English as whole words in any case, in the plural too. */
function patternOf(word: string, language: Language): RegExp {
  const literal = patternOfWords(word);
  if (language === 'zh') return new RegExp(literal, 'giu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}s?(?![\\p{L}\\p{N}])`, 'giu');
}

/** The terms that stand in these words. */
export function termsIn(words: string, language: Language, glossary: Glossary): string[] {
  return glossary[language].terms.filter((term) => patternOf(term, language).test(words));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const isInside = (one: Stretch, other: Stretch) => other.start <= one.start && one.end <= other.end;

function stretches(words: string, pattern: RegExp): Stretch[] {
  return [...words.matchAll(pattern)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** The forbidden words in these, unless they stand inside a term or a longer forbidden word. */
export function forbiddenIn(words: string, language: Language, glossary: Glossary): Forbidden[] {
  const { terms, forbidden } = glossary[language];
  const found = forbidden.flatMap((entry) =>
    stretches(words, entry.pattern).map((stretch) => ({ entry, stretch })),
  );
  if (found.length === 0) return [];
  const excused = terms.flatMap((term) => stretches(words, patternOf(term, language)));
  const counted = found.filter(
    ({ stretch }) =>
      !excused.some((term) => isInside(stretch, term)) &&
      !found.some((other) => isInside(stretch, other.stretch) && !isInside(other.stretch, stretch)),
  );
  return [...new Set(counted.map(({ entry }) => entry))];
}

/** Issues of the words in a deck's file that the glossary forbids. */
export function checkWords(file: YamlFile, glossary: Glossary | undefined): DeckIssue[] {
  if (!glossary) return [];
  return textsIn(file.value).flatMap(({ path, source }) => {
    // The source's own title and names are not ours to choose.
    if (path[0] === 'source' || allowsGlossary(file.value, path)) return [];
    const language = path.at(-1) as Language;
    return forbiddenIn(wordsOf(source), language, glossary).map(({ word, term }) =>
      issueAt(file.placeOf(path), 'glossary', `"${word}" stands for "${term}"`),
    );
  });
}

/** Whether the note, or else the concept, that holds the text at `path` allows it. */
function allowsGlossary(value: unknown, path: Path): boolean {
  const depth = path[2] === 'notes' ? 4 : 2;
  const holder = path.slice(0, depth).reduce<unknown>(fieldOf, value);
  return fieldOf(fieldOf(holder, 'allow'), 'glossary') !== undefined;
}

function fieldOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
