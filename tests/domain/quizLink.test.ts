/** A quiz in a link: the same quiz again, and no text that breaks the app. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf, MOST_QUESTIONS, readLink, type GivenQuiz } from '../../src/domain/quiz/link.ts';
import { FORMS, type Question } from '../../src/domain/quiz/question.ts';
import { aCatalogue, check, LONG } from '../builders.ts';

const id = fc.stringMatching(/^[A-Za-z0-9]{1,6}(?:[-.][A-Za-z0-9]{1,6}){0,2}$/);
const part = fc.stringMatching(/^[A-Za-z0-9]{1,4}(?:-[A-Za-z0-9]{1,4})?$/);
const card = fc
  .tuple(fc.constantFrom('talk', 'more-2'), id, fc.option(part, { nil: undefined }))
  .map(([deck, note, of]) => (of === undefined ? `${deck}/${note}` : `${deck}/${note}/${of}`));

const quizzes: fc.Arbitrary<GivenQuiz> = fc.record({
  seed: fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/),
  questions: fc.uniqueArray(fc.record({ form: fc.constantFrom(...FORMS), of: card }), {
    minLength: 1,
    maxLength: 40,
    selector: ({ of }) => of,
  }),
  decks: fc.constant({ talk: '1', 'more-2': '1' }),
});

const catalogue = aCatalogue(['talk/a', 'talk/b/x', 'more-2/c'], [], { 'talk/old': 'talk/a' });
const always = () => true;
const isHere = ({ of }: Question) => catalogue.card.has(of);

const quiz: GivenQuiz = {
  seed: 'f00',
  questions: [
    { form: 'choice', of: 'talk/a' },
    { form: 'typed', of: 'more-2/c' },
    { form: 'recall', of: 'talk/b/x' },
  ],
  decks: { talk: '1', 'more-2': '1' },
};

describe('a link', () => {
  it('names the questions, the versions of their decks and the seed', () => {
    expect(linkOf(quiz)).toBe('1~f00~talk.1_more-2.1~c0a~t1c~r0b_x');
  });

  it(
    'gives the same quiz again, and needs no escaping in an address',
    () => {
      fc.assert(
        fc.property(quizzes, (given) => {
          const link = linkOf(given) ?? '';
          expect(encodeURIComponent(link)).toBe(link);
          expect(readLink(link, catalogue, always)).toEqual({
            is: 'quiz',
            seed: given.seed,
            questions: given.questions,
            unknown: 0,
            otherVersion: false,
          });
        }),
        check,
      );
    },
    LONG,
  );

  it('is none for a quiz too long to be read again', () => {
    const ask = (count: number) =>
      Array.from({ length: count }, (_, i): Question => ({ form: 'recall', of: `talk/n${i}` }));
    const longest = linkOf({ ...quiz, questions: ask(MOST_QUESTIONS) }) ?? '';
    expect(readLink(longest, catalogue, always).is).toBe('quiz');
    expect(linkOf({ ...quiz, questions: ask(MOST_QUESTIONS + 1) })).toBeNull();
    expect(readLink(`${longest}~r0one-more`, catalogue, always).is).toBe('too-long');
    expect(readLink('1~f00~talk.1~r0' + 'a'.repeat(20_000), catalogue, always).is).toBe('too-long');
  });
});

describe('reading a link', () => {
  it('leaves out what is unknown here and what is named twice, and says how many', () => {
    const link = '1~f00~talk.1~c0a~r0gone~r0gone~t0a~r0old~r0b_x';
    expect(readLink(link, catalogue, isHere)).toEqual({
      is: 'quiz',
      seed: 'f00',
      questions: [
        { form: 'choice', of: 'talk/a' },
        { form: 'recall', of: 'talk/b/x' },
      ],
      unknown: 1,
      otherVersion: false,
    });
  });

  it('says when a deck at hand is of another version; one that is not here is left out', () => {
    expect(readLink('1~f00~talk.2~c0a', catalogue, isHere)).toMatchObject({ otherVersion: true });
    expect(readLink('1~f00~talk.1_far.1~c0a~c1b', catalogue, isHere)).toMatchObject({
      unknown: 1,
      otherVersion: false,
    });
  });

  it.each([
    ['no deck of it is here', '1~f00~far.1~c0a', 'no-deck'],
    ['a deck of it is of another version', '1~f00~talk.2~c0gone', 'other-version'],
    ['of two decks one is here, of another version', '1~f00~far.1_talk.2~c0a', 'other-version'],
    ['the deck is the same and has no such card', '1~f00~talk.1~c0gone', 'no-card'],
  ])('says why none of it can be asked: %s', (_, link, why) => {
    expect(readLink(link, catalogue, isHere)).toEqual({ is: 'unknown', why });
  });

  it('reads it also where a program has escaped the tildes', () => {
    const link = (linkOf(quiz) ?? '').replaceAll('~', '%7E');
    expect(readLink(link, catalogue, isHere)).toMatchObject({ questions: quiz.questions });
  });

  it.each([
    '',
    '1',
    '1~f00',
    '1~f00~talk.1',
    '2~f00~talk.1~c0a',
    '1~~talk.1~c0a',
    '1~f 0~talk.1~c0a',
    '1~f00~talk~c0a',
    '1~f00~talk.1_talk.1~c0a',
    '1~f00~talk.1~x0a',
    '1~f00~talk.1~c1a',
    '1~f00~talk.1~c0',
    '1~f00~talk.1~c0a_b_c',
    '1~f00~talk.1~c0a~',
    '1~f00~talk.1~c0<b>',
  ])('finds %j malformed', (text) => {
    expect(readLink(text, catalogue, always)).toEqual({ is: 'malformed' });
  });

  it(
    'never throws, nor gives a question that cannot be asked, whatever the text',
    () => {
      const spoilt = fc
        .tuple(quizzes, fc.nat(), fc.nat(9), fc.string({ unit: 'binary', maxLength: 4 }))
        .map(([given, place, cut, put]) => {
          const link = linkOf(given) ?? '';
          const at = place % (link.length + 1);
          return link.slice(0, at) + put + link.slice(at + cut);
        });
      const asked = fc.array(fc.constantFrom('~', '_', '.', '1', 'c0a', 'talk', '%', '__proto__'));
      const texts = fc.oneof(
        spoilt,
        fc.string({ unit: 'binary' }),
        asked.map((all) => all.join('')),
      );
      fc.assert(
        fc.property(texts, (text) => {
          const read = readLink(text, catalogue, isHere);
          if (read.is !== 'quiz') return;
          expect(read.questions.length).toBeGreaterThan(0);
          expect(read.questions.every(isHere)).toBe(true);
          expect(new Set(read.questions.map(({ of }) => of)).size).toBe(read.questions.length);
        }),
        check,
      );
    },
    LONG,
  );
});
