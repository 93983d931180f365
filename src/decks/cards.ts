/** One note to its cards: what each asks and answers, in both languages. */
import { hash32 } from '../domain/random.ts';
import { type CardText, LANGUAGES, type Language } from '../domain/deck.ts';
import { blanksOf } from './cloze.ts';
import type { NoteFile, NoteOf, TextFile } from './format.ts';
import {
  type Setting,
  blocksToHtml,
  element,
  gap,
  markdownToBlocks,
  markdownToHtml,
  markdownToLine,
  plainWords,
  withoutBreaks,
} from './markdown.ts';

/** A card before it is put into a deck. `part` is '' where the note makes one card only. */
export interface CardDraft {
  readonly part: string;
  readonly zh: CardText;
  readonly en: CardText;
  /** What must be recalled, as written: a change of it is a change of the card. */
  readonly recalled: string;
}

export type Settings = Readonly<Record<Language, Setting>>;

type Sides = Pick<CardText, 'ask' | 'answer' | 'typed' | 'options' | 'items'>;

/** The cards of a note, in the order they are met. */
export function cardsOf(note: NoteFile, settings: Settings): CardDraft[] {
  switch (note.kind) {
    case 'basic':
    case 'contrast':
      return [draft(note, settings, '', askAndAnswer(note), wordsOf(note.answer))];
    case 'reversed':
      return [
        draft(note, settings, 'there', askAndAnswer(note), wordsOf(note.answer)),
        draft(note, settings, 'back', askAndAnswer(note.back), wordsOf(note.back.answer)),
      ];
    case 'choice':
      return [draft(note, settings, '', choice(note), wordsOf(note.answer))];
    case 'cloze':
      return clozeCards(note, settings);
    case 'list':
      return listCards(note, settings);
  }
}

function draft(
  { why }: NoteFile,
  settings: Settings,
  part: string,
  sidesIn: (setting: Setting) => Sides,
  recalled: string,
): CardDraft {
  const texts = LANGUAGES.map((language) => {
    const setting = settings[language];
    const sides = sidesIn(setting);
    const shown = [sides.ask, sides.answer, ...(sides.options ?? [])].join('\n');
    return {
      ...sides,
      why: markdownToHtml(why[language], setting),
      hash: hash32(withoutBreaks(shown)),
    };
  });
  return { part, zh: texts[0] as CardText, en: texts[1] as CardText, recalled };
}

const wordsOf = (text: TextFile) =>
  LANGUAGES.map((language) => text[language].replace(/\s+/g, ' ').trim()).join('\n');

const askAndAnswer =
  ({ ask, answer }: { ask: TextFile; answer: TextFile }) =>
  (setting: Setting): Sides => ({
    ask: markdownToHtml(ask[setting.language], setting),
    answer: markdownToHtml(answer[setting.language], setting),
  });

const choice = (note: NoteOf<'choice'>) => (setting: Setting) => {
  const options = [note.answer, ...note.wrong];
  return {
    ...askAndAnswer(note)(setting),
    options: options.map((option) => markdownToHtml(option[setting.language], setting)),
  };
};

/** In the order the blanks stand in Chinese. */
function clozeCards(note: NoteOf<'cloze'>, settings: Settings): CardDraft[] {
  const hiddenIn = (language: Language, key: string) =>
    blanksOf(note.text[language]).blanks.find((blank) => blank.key === key)?.hidden ?? '';
  const keys = new Set(blanksOf(note.text.zh).blanks.map(({ key }) => key));
  return [...keys].map((key) => {
    const recalled = wordsOf({ zh: hiddenIn('zh', key), en: hiddenIn('en', key) });
    const sides = (setting: Setting) => {
      const source = note.text[setting.language];
      return {
        ask: markdownToHtml(source, setting, { key, filled: false }),
        answer: markdownToHtml(source, setting, { key, filled: true }),
        typed: plainWords(hiddenIn(setting.language, key), setting.language),
      };
    };
    return draft(note, settings, key, sides, recalled);
  });
}

function listCards(note: NoteOf<'list'>, settings: Settings): CardDraft[] {
  const cards: CardDraft[] = [];
  if (note.items.length <= 5) {
    const recalled = note.items.map(wordsOf).join('\n');
    cards.push(draft(note, settings, 'all', wholeList(note), recalled));
  }
  if (note.each) {
    note.items.forEach((item, i) => {
      const sides = note.ordered ? orderedItem(note, i) : missingItem(note, i);
      cards.push(draft(note, settings, item.key, sides, wordsOf(item)));
    });
  }
  return cards;
}

const wholeList = (note: NoteOf<'list'>) => (setting: Setting) => {
  const { language } = setting;
  const items = note.items.map((item) => element('li', markdownToLine(item[language])));
  return {
    ask: markdownToHtml(note.ask[language], setting),
    answer: blocksToHtml([element(note.ordered ? 'ol' : 'ul', items)], setting),
    ...(note.ordered ? { items: note.items.map((_, i) => itemHtml(note, i, setting)) } : {}),
  };
};

/** What stands at this place, after the item before it. */
const orderedItem = (note: NoteOf<'list'>, i: number) => (setting: Setting) => {
  const { language } = setting;
  const before = note.items[i - 1]?.[language].trim();
  const [n, count] = [i + 1, note.items.length];
  const zh = before ? `（第${n}项，接在“${before}”之后）` : `（共${count}项，第1项）`;
  const en = before ? `(Item ${n}, after “${before}”)` : `(Item 1 of ${count})`;
  const ask = markdownToBlocks(note.ask[language]);
  const place = markdownToLine(language === 'zh' ? zh : en);
  const space = { type: 'text' as const, value: language === 'zh' ? '' : ' ' };
  const last = ask.at(-1);
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(space, ...place);
  else ask.push(element('p', place));
  return { ask: blocksToHtml(ask, setting), answer: itemHtml(note, i, setting) };
};

/** All the others, with a gap where this one stands. */
const missingItem = (note: NoteOf<'list'>, i: number) => (setting: Setting) => {
  const { language } = setting;
  const items = note.items.map((item, at) =>
    element('li', at === i ? [gap()] : markdownToLine(item[language])),
  );
  const ask = [...markdownToBlocks(note.ask[language]), element('ul', items)];
  return { ask: blocksToHtml(ask, setting), answer: itemHtml(note, i, setting) };
};

function itemHtml({ items }: NoteOf<'list'>, i: number, setting: Setting): string {
  return blocksToHtml(markdownToLine(items[i]?.[setting.language] ?? ''), setting);
}
