import { describe, expect, it } from 'vitest';
import { type Glossary, forbiddenIn, readGlossary } from '../../src/decks/glossary.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import { FIRST, GOOD, edited, textsOf } from './aDeck.ts';

function glossaryOf(...terms: string[]): Glossary {
  const text = `terms:\n${terms.map((term) => `  - ${term}\n`).join('')}`;
  const glossary = readGlossary({ path: 'glossary.yaml', text });
  if (Array.isArray(glossary)) throw new Error('the glossary is sound');
  return glossary;
}

describe('a forbidden word', () => {
  const glossary = glossaryOf(
    '{ zh: 少样本, en: few-shot, not: { zh: [小样本], en: [few shot, base model] } }',
    '{ zh: 小样本检验, en: database model }',
    '{ zh: 提示, en: prompt, not: { zh: [提示词] } }',
    '{ zh: 提示工程, en: prompt engineering, not: { zh: [提示词工程] } }',
  );
  const zh = (words: string) => forbiddenIn(words, 'zh', glossary).map(({ word }) => word);
  const en = (words: string) => forbiddenIn(words, 'en', glossary).map(({ word }) => word);

  it('is found in Chinese as it stands, but not inside a term', () => {
    expect(zh('小样本学习')).toEqual(['小样本']);
    expect(zh('小样本检验')).toEqual([]);
    expect(zh('小样本检验不是小样本学习')).toEqual(['小样本']);
    expect(zh('提示工程')).toEqual([]);
  });

  it('is told once where a longer one says it too', () => {
    expect(zh('提示词工程')).toEqual(['提示词工程']);
  });

  it('is found in English as whole words, in any case and in the plural', () => {
    expect(en('Few  Shot learning')).toEqual(['few shot']);
    expect(en('Base models')).toEqual(['base model']);
    expect(en('a database model')).toEqual([]);
    expect(en('base modelling')).toEqual([]);
  });
});

describe('a deck', () => {
  const glossary = glossaryOf('{ zh: 系统论, en: entirety, not: { zh: [系统], en: [sense] } }');
  const issuesOf = (first: string) => {
    const parsed = parseDeck(textsOf({ ...GOOD, 'first.yaml': first }), undefined, glossary);
    return parsed.ok ? [] : parsed.issues;
  };

  it('is read in every text, through emphasis and blanks', () => {
    const lines = issuesOf(FIRST).map(({ line, rule }) => `${rule} ${line}`);
    const lineOf = (words: string) => FIRST.slice(0, FIRST.indexOf(words)).split('\n').length;
    expect(lines).toEqual(
      ['gist: { zh: 三个', 'answer: { zh: 三个系统', 'en: "First', 'ask: { zh: 哪三个'].map(
        (words) => `glossary ${lineOf(words)}`,
      ),
    );
  });

  it('may use the word where it says why, on the note or the concept itself', () => {
    const count = issuesOf(FIRST).length;
    const onNote = edited(FIRST, 'kind: list', 'kind: list\n        allow: { glossary: so }');
    expect(issuesOf(onNote)).toHaveLength(count - 1);
    const onConcept = edited(FIRST, '    at: "~', '    allow: { glossary: so }\n    at: "~');
    expect(issuesOf(onConcept)).toHaveLength(count - 1);
  });

  it('is free in what it cites, and in the name of its source', () => {
    const cited = glossaryOf('{ zh: 讲座, en: x, not: { zh: [演讲], en: [lora] } }');
    expect(parseDeck(textsOf(GOOD), undefined, cited).ok).toBe(true);
  });
});
