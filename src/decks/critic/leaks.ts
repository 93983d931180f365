/** Fronts that say their answer, and blanks that hide nothing worth knowing. */
import { LANGUAGES, type Language } from '../../domain/deck.ts';
import { blanksOf } from '../cloze.ts';
import type { NoteOf } from '../format.ts';
import { patternOfWords, wordsOf } from '../plainWords.ts';
import { type Face, type NoteCheck, type ReadNote, plain } from './reading.ts';
import { contentOf, namesIn, normalised } from './words.ts';

/** An answer's words stand in the front to this share: then it is said, only in another order. */
const MOST = 0.85;
/** With fewer words than this the share means little. */
const ENOUGH_WORDS = 3;
/** Half of what tells the right option from the others. */
const HALF = 0.5;

export const answerLeaked: NoteCheck = (read) => {
  const { note } = read;
  if (note.kind === 'cloze') {
    return LANGUAGES.flatMap((language) => shownBlanks(note, language));
  }
  const found = [...saidWhole(read), ...saidAbroad(read)];
  // Two cases to tell apart are named in front and answer alike.
  if (found.length > 0 || note.kind === 'contrast' || note.case === true) return found;
  return note.kind === 'choice' ? hintedOption(note) : saidInOtherWords(read);
};

/** Whether `phrase` is long enough to be recognised, and stands in `text`. */
function stands(phrase: string, text: string): boolean {
  if (/^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(phrase)) {
    if (normalised(phrase).length < 4) return false;
    const words = phrase.replace(/[.。]$/u, '').replaceAll('-', ' ');
    const literal = patternOfWords(words).replaceAll('\\s+', '[\\s-]+');
    return new RegExp(`(?<![\\p{Script=Latin}\\d])${literal}(?![\\p{Script=Latin}\\d])`, 'iu').test(
      text,
    );
  }
  const words = normalised(phrase);
  return words.length >= 2 && normalised(text).includes(words);
}

/** What is to be recalled as a whole: the answer, or each item of a list. */
function recalled({ note, faces }: ReadNote): { face: Face; phrases: Face['answer'][] }[] {
  return faces.map((face) => ({
    face,
    phrases: note.kind === 'list' ? note.items.map(plain) : [face.answer],
  }));
}

function saidWhole(read: ReadNote): string[] {
  const whole = read.note.kind === 'contrast' || read.note.case === true;
  return recalled(read).flatMap(({ face: { ask }, phrases }) =>
    LANGUAGES.flatMap((language) =>
      phrases.flatMap((phrase) => {
        const names = whole ? [phrase[language]] : namesIn(phrase[language]);
        const said = names.find((name) => stands(name, ask[language]));
        return said === undefined ? [] : [`the ${language} front says "${said}"`];
      }),
    ),
  );
}

/** A name that is the same in both languages, like PEFT, given away in the other. */
function saidAbroad(read: ReadNote): string[] {
  return recalled(read).flatMap(({ face: { ask }, phrases }) =>
    phrases.flatMap(({ zh, en }) => [
      ...(stands(namesIn(en)[0] ?? '', ask.zh)
        ? [`the zh front says "${en}" of the en answer`]
        : []),
      ...(stands(namesIn(zh)[0] ?? '', ask.en)
        ? [`the en front says "${zh}" of the zh answer`]
        : []),
    ]),
  );
}

function saidInOtherWords({ note, faces }: ReadNote): string[] {
  if (note.kind === 'list') return [];
  return faces.flatMap(({ ask, answer }) =>
    LANGUAGES.flatMap((language) => {
      const words = contentOf(answer[language], language);
      const share = shareOf(words, contentOf(ask[language], language));
      if (words.size < ENOUGH_WORDS || share < MOST) return [];
      return [`the ${language} front holds the words of the answer`];
    }),
  );
}

/** Words of the right option that no wrong one has, but the front does. */
function hintedOption(note: NoteOf<'choice'>): string[] {
  return LANGUAGES.flatMap((language) => {
    const front = contentOf(wordsOf(note.ask[language]), language);
    const options = [note.answer, ...note.wrong].map((option) =>
      contentOf(wordsOf(option[language]), language),
    );
    const [right = 0, ...wrong] = options.map((own, i) => {
      const others = new Set(options.flatMap((words, j) => (i === j ? [] : [...words])));
      return shareOf(new Set([...own].filter((word) => !others.has(word))), front);
    });
    if (right < HALF || right <= Math.max(...wrong)) return [];
    return [`the ${language} front points to the right option`];
  });
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}

/** Blanks whose words can be read elsewhere in the same text. */
function shownBlanks({ text }: NoteOf<'cloze'>, language: Language): string[] {
  const source = text[language];
  return blanksOf(source).blanks.flatMap(({ key, hidden }) => {
    const phrase = wordsOf(hidden);
    const rest = wordsOf(source, {
      blank: (other) => (other.key === key ? ` ${other.hint ?? '…'} ` : other.hidden),
    });
    return stands(phrase, rest) ? [`the ${language} text shows "${phrase}" beside its blank`] : [];
  });
}

const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set('的了是在和与或而但把被从到就也都'),
  en: new Set('the a an of to in on and or but is are was were from by with for'.split(' ')),
};

export const clozeFunctionWord: NoteCheck = ({ note }) => {
  if (note.kind !== 'cloze') return [];
  return LANGUAGES.flatMap((language) =>
    blanksOf(note.text[language]).blanks.flatMap(({ hidden }) =>
      FUNCTION_WORDS[language].has(normalised(wordsOf(hidden)))
        ? [`the ${language} text hides only "${hidden}"`]
        : [],
    ),
  );
};
