/**
 * What decks add to Markdown: `$maths$` by pandoc's rule, and the blanks of a cloze. They are
 * constructs of the tokenizer, so code spans, escapes and emphasis around them work as ever.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Literal } from 'mdast';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

export interface Maths extends Literal {
  type: 'maths';
}

/** `value` is what stands between the double braces. */
export interface Blank extends Literal {
  type: 'blank';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    maths: Maths;
    blank: Blank;
  }
  interface RootContentMap {
    maths: Maths;
    blank: Blank;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    maths: 'maths';
    mathsMarker: 'mathsMarker';
    mathsData: 'mathsData';
    blank: 'blank';
    blankMarker: 'blankMarker';
    blankData: 'blankData';
  }
}

const DOLLAR = 36;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const isEnd = (code: Code) => code === null || (code < 0 && code > -6 && code < -2);
const isSpace = (code: Code) => code === 32 || code === -1 || code === -2;
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;

/** The first `$` after the opening one decides: closing, or the opening one was money. */
const maths: Construct = {
  name: 'maths',
  tokenize(effects, ok, nok) {
    const { previous } = this;
    let last: Code = null;
    const marker = (code: Code, next: State): State => {
      effects.enter('mathsMarker');
      effects.consume(code);
      effects.exit('mathsMarker');
      return next;
    };
    const start: State = (code) => {
      if (previous === DOLLAR) return nok(code);
      effects.enter('maths');
      return marker(code, first);
    };
    const first: State = (code) => {
      if (isEnd(code) || isSpace(code) || code === DOLLAR) return nok(code);
      effects.enter('mathsData');
      return data(code);
    };
    const data: State = (code) => {
      if (isEnd(code)) return nok(code);
      if (code === DOLLAR && last !== BACKSLASH) {
        if (isSpace(last)) return nok(code);
        effects.exit('mathsData');
        return marker(code, after);
      }
      last = code === BACKSLASH && last === BACKSLASH ? null : code;
      effects.consume(code);
      return data;
    };
    const after: State = (code) => {
      if (isDigit(code) || code === DOLLAR) return nok(code);
      effects.exit('maths');
      return ok(code);
    };
    return start;
  },
};

/** `{{…}}` on one line; single braces inside must be balanced, as in `{{k::$\frac{a}{b}$}}`. */
const blank: Construct = {
  name: 'blank',
  tokenize(effects, ok, nok) {
    let depth = 0;
    const second =
      (expected: number, next: State): State =>
      (code) => {
        if (code !== expected) return nok(code);
        effects.consume(code);
        effects.exit('blankMarker');
        return next;
      };
    const start: State = (code) => {
      effects.enter('blank');
      effects.enter('blankMarker');
      effects.consume(code);
      return second(OPEN, first);
    };
    const first: State = (code) => {
      if (isEnd(code) || code === CLOSE) return nok(code);
      effects.enter('blankData');
      return data(code);
    };
    const data: State = (code) => {
      if (isEnd(code)) return nok(code);
      if (code === CLOSE && depth === 0) {
        effects.exit('blankData');
        effects.enter('blankMarker');
        effects.consume(code);
        return second(CLOSE, done);
      }
      if (code === OPEN) depth++;
      if (code === CLOSE) depth--;
      effects.consume(code);
      return data;
    };
    const done: State = (code) => {
      effects.exit('blank');
      return ok(code);
    };
    return start;
  },
};

const NOT_IN_CARDS = [
  'codeIndented',
  'definition',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
];
const BLOCKS = ['blockQuote', 'codeFenced', 'htmlFlow', 'list'];

/** `inline` reads no blocks, so "1. x" stays a text; `blanks` reads `{{key::hidden}}`. */
export function syntax({ inline, blanks }: { inline: boolean; blanks: boolean }): Extension {
  return {
    text: { [DOLLAR]: maths, ...(blanks ? { [OPEN]: blank } : {}) },
    disable: { null: inline ? [...NOT_IN_CARDS, ...BLOCKS] : NOT_IN_CARDS },
  };
}

/** Makes tree nodes of the tokens above. */
export const tree: TreeExtension = {
  enter: {
    maths(token) {
      this.enter({ type: 'maths', value: '' }, token);
    },
    blank(token) {
      this.enter({ type: 'blank', value: '' }, token);
    },
  },
  exit: {
    mathsData(token) {
      (this.stack.at(-1) as Maths).value = this.sliceSerialize(token);
    },
    maths(token) {
      this.exit(token);
    },
    blankData(token) {
      (this.stack.at(-1) as Blank).value = this.sliceSerialize(token);
    },
    blank(token) {
      this.exit(token);
    },
  },
};
