/** What each kind of note must keep beyond its shape. */
import { LANGUAGES } from '../domain/deck.ts';
import { blanksOf } from './cloze.ts';
import { mayBeAllowed } from './critic/warnings.ts';
import {
  isKey,
  type ChapterFile,
  type ConceptFile,
  type NoteFile,
  type NoteOf,
  type TextFile,
} from './format.ts';
import { type DeckIssue, type DeckRule, type Place, issueAt } from './issues.ts';
import type { Path, YamlFile } from './yamlFile.ts';

type Add = (at: Path, rule: DeckRule, what: string) => void;

/** Issues of the concepts and notes of one chapter that need no other file. */
export function checkNotes(file: YamlFile, chapter: ChapterFile): DeckIssue[] {
  const issues: DeckIssue[] = [];
  chapter.concepts.forEach((concept, c) => {
    const at = (...path: Path) => file.placeOf(['concepts', c, ...path]);
    const notes = concept.notes ?? [];
    if (concept.untested !== undefined && notes.length > 0) {
      const what = `"${concept.id}" is untested but has notes`;
      issues.push(issueAt(at('untested'), 'untested-with-notes', what));
    }
    if (concept.untested === undefined && notes.length === 0) {
      issues.push(issueAt(at('id'), 'concept-without-notes', `"${concept.id}" has no note`));
    }
    issues.push(...checkAllow(concept, (rule) => at('allow', rule)));
    notes.forEach((note, n) => {
      issues.push(...checkAllow(note, (rule) => at('notes', n, 'allow', rule)));
      checkNote(note, concept.id, (path, rule, what) =>
        issues.push(issueAt(at('notes', n, ...path), rule, `${what} in "${note.id}"`)),
      );
    });
  });
  return issues;
}

type Allowing = Pick<ConceptFile | NoteFile, 'id' | 'allow'>;

function checkAllow({ id, allow = {} }: Allowing, placeOf: (rule: string) => Place): DeckIssue[] {
  return Object.keys(allow)
    .filter((rule) => !mayBeAllowed(rule))
    .map((rule) =>
      issueAt(placeOf(rule), 'allow-unknown', `"${id}" allows "${rule}", which is no rule`),
    );
}

function checkNote(note: NoteFile, conceptId: string, add: Add): void {
  if (note.kind === 'cloze') checkCloze(note, add);
  if (note.kind === 'list') checkList(note, add);
  if (note.kind === 'choice') checkChoice(note, add);
  if (note.kind === 'contrast') checkContrast(note, conceptId, add);
}

function checkCloze({ text }: NoteOf<'cloze'>, add: Add): void {
  let sound = true;
  for (const language of LANGUAGES) {
    const seen = new Map<string, string>();
    const fault = (rule: DeckRule, what: string) => {
      sound = false;
      add(['text', language], rule, what);
    };
    const { blanks, broken, stray } = blanksOf(text[language]);
    for (const inside of broken) fault('cloze-unbalanced', `The blank {{${inside}}} is not whole`);
    for (const { key, hidden } of blanks) {
      const before = seen.get(key);
      if (!isKey(key)) fault('bad-key', `The key "${key}" is not allowed`);
      if (before !== undefined && before !== hidden) {
        fault('cloze-key-twice', `The key "${key}" hides "${before}" and "${hidden}"`);
      }
      seen.set(key, hidden);
    }
    if (stray) fault('cloze-unbalanced', 'A {{ or }} stands alone');
    else if (blanks.length + broken.length === 0) fault('cloze-without-blank', 'Nothing is hidden');
  }
  const [zh, en] = LANGUAGES.map((language) => keysOf(text[language]));
  if (sound && zh !== en) add(['text'], 'cloze-keys-differ', `zh has ${zh}; en has ${en}`);
}

function keysOf(source: string): string {
  const keys = new Set(blanksOf(source).blanks.map(({ key }) => key));
  return [...keys].sort().join(', ');
}

function checkList({ items, each }: NoteOf<'list'>, add: Add): void {
  const seen = new Set<string>();
  items.forEach(({ key }, i) => {
    if (key === 'all') add(['items', i, 'key'], 'reserved-key', 'The key "all" is taken');
    if (seen.has(key)) {
      add(['items', i, 'key'], 'duplicate-item-key', `The key "${key}" is used twice`);
    }
    seen.add(key);
  });
  if (items.length > 5 && !each) {
    add(['items'], 'list-too-long', `${items.length} items are asked at once`);
  }
}

function checkChoice({ answer, wrong }: NoteOf<'choice'>, add: Add): void {
  for (const language of LANGUAGES) {
    const seen = new Set([normal(answer, language)]);
    wrong.forEach((option, i) => {
      const words = normal(option, language);
      if (seen.has(words)) {
        add(['wrong', i, language], 'choice-same-option', `"${words}" is offered twice`);
      }
      seen.add(words);
    });
  }
}

function normal(text: TextFile, language: 'zh' | 'en'): string {
  return text[language].normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function checkContrast({ of: [first, second] }: NoteOf<'contrast'>, conceptId: string, add: Add) {
  if (first === second) add(['of'], 'contrast-same-concept', `"${first}" is set against itself`);
  else if (first !== conceptId) {
    add(['of'], 'contrast-not-first', `"${first}" is first, but it stands under "${conceptId}"`);
  }
}
