/** Reads a sound deck as a careful editor would, and says what to look at again. */
import { LANGUAGES } from '../../domain/deck.ts';
import type { ConceptFile, NoteFile, QuestionFile, TextFile } from '../format.ts';
import { type Glossary, forbiddenIn } from '../glossary.ts';
import { type Place, byPlace } from '../issues.ts';
import type { DeckSource } from '../parse.ts';
import { wordsOf } from '../plainWords.ts';
import { type ConceptCheck, orphanConcept, thinConcept } from './concepts.ts';
import { nearDuplicate } from './duplicates.ts';
import { bareFront, coinToss, frontWithoutSet, yesNo } from './fronts.ts';
import { languagesDiffer } from './languages.ts';
import { answerLeaked, clozeFunctionWord } from './leaks.ts';
import { listWhole, longAnswer, missingWhy, optionLength } from './lengths.ts';
import { type NoteCheck, type ReadDeck, type ReadNote, readDeck } from './reading.ts';
import { type TextCheck, straightQuotes, typedSpace } from './typing.ts';
import { type DeckWarning, WARNING_RULES, type WarningRule } from './warnings.ts';

const NOTE_CHECKS: readonly [WarningRule, NoteCheck][] = [
  ['long-answer', longAnswer],
  ['front-without-set', frontWithoutSet],
  ['bare-front', bareFront],
  ['yes-no', yesNo],
  ['coin-toss', coinToss],
  ['list-whole', listWhole],
  ['answer-leaked', answerLeaked],
  ['languages-differ', languagesDiffer],
  ['near-duplicate', nearDuplicate],
  ['cloze-function-word', clozeFunctionWord],
  ['missing-why', missingWhy],
  ['option-length', optionLength],
];

const CONCEPT_CHECKS: readonly [WarningRule, ConceptCheck][] = [
  ['orphan-concept', orphanConcept],
  ['thin-concept', thinConcept],
];

const TEXT_CHECKS: readonly [WarningRule, TextCheck][] = [
  ['typed-space', typedSpace],
  ['straight-quotes', straightQuotes],
];

/** Something that can be warned of: a note, a concept, a question, a chapter or the deck. */
interface Subject {
  readonly name: string;
  readonly place: Place;
  /** Reasons, by the rule they silence here. */
  readonly allow: Readonly<Record<string, string>>;
  readonly texts: readonly TextFile[];
  readonly found: readonly Finding[];
}

interface Finding {
  readonly rule: WarningRule;
  readonly what: string;
}

/** Every warning of a deck that no `allow` answers, by file and line. */
export function criticise(source: DeckSource, glossary?: Glossary): DeckWarning[] {
  const deck = readDeck(source, glossary);
  return subjectsOf(source, deck)
    .flatMap((subject) => warningsOf(subject, glossary))
    .sort(byPlace);
}

function warningsOf(subject: Subject, glossary: Glossary | undefined): DeckWarning[] {
  const { name, place, allow, texts } = subject;
  const found = [...subject.found, ...apply(TEXT_CHECKS, (check) => texts.flatMap(check))];
  // The glossary's faults are errors, told by the parser; here they only justify an `allow`.
  const broken = new Set<string>(found.map(({ rule }) => rule));
  if (glossary && texts.some((text) => breaksGlossary(text, glossary))) broken.add('glossary');
  const warn = (rule: WarningRule, what: string): DeckWarning => ({
    ...place,
    rule,
    what: `"${name}": ${what}`,
    remedy: WARNING_RULES[rule],
  });
  return [
    ...found
      .filter(({ rule }) => !Object.hasOwn(allow, rule))
      .map(({ rule, what }) => warn(rule, what)),
    ...Object.keys(allow)
      .filter((rule) => !broken.has(rule))
      .map((rule) => warn('allow-idle', `it allows ${rule}, which finds nothing`)),
  ];
}

function apply<C>(
  checks: readonly (readonly [WarningRule, C])[],
  run: (check: C) => string[],
): Finding[] {
  return checks.flatMap(([rule, check]) => run(check).map((what) => ({ rule, what })));
}

function breaksGlossary(text: TextFile, glossary: Glossary): boolean {
  return LANGUAGES.some(
    (language) => forbiddenIn(wordsOf(text[language]), language, glossary).length > 0,
  );
}

function subjectsOf({ deck, chapters, places }: DeckSource, read: ReadDeck): Subject[] {
  const nowhere = places.get('') ?? { file: 'deck.yaml', line: 1 };
  const subject = (
    name: string,
    key: string,
    texts: readonly TextFile[],
    found: readonly Finding[] = [],
    allow: Subject['allow'] = {},
  ) => ({ name, place: places.get(key) ?? nowhere, texts, found, allow });
  const concept = (one: ConceptFile) => {
    const found = apply(CONCEPT_CHECKS, (check) => check(one, read));
    return subject(one.id, one.id, [one.name, one.gist], found, one.allow);
  };
  const note = (one: ReadNote) => {
    const found = apply(NOTE_CHECKS, (check) => check(one, read));
    return subject(one.note.id, one.note.id, textsOf(one.note), found, one.note.allow);
  };
  const question = ({ id, ask, points }: QuestionFile) => subject(id, id, [ask, ...points]);
  return [
    subject(deck.deck, '', [deck.title, deck.about]),
    ...chapters.map(({ chapter, title }) => subject(chapter, `/${chapter}`, [title])),
    ...read.concepts.map(concept),
    ...read.notes.map(note),
    ...chapters.flatMap(({ discussion = [] }) => discussion.map(question)),
  ];
}

/** Every text of a note that a learner sees. */
function textsOf(note: NoteFile): TextFile[] {
  switch (note.kind) {
    case 'basic':
    case 'contrast':
      return [note.ask, note.answer, note.why];
    case 'reversed':
      return [note.ask, note.answer, note.back.ask, note.back.answer, note.why];
    case 'choice':
      return [note.ask, note.answer, ...note.wrong, note.why];
    case 'list':
      return [note.ask, ...note.items, note.why];
    case 'cloze':
      return [note.text, note.why];
  }
}
