import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../src/decks/glossary.ts';
import { DECK_RULES, formatIssue } from '../../src/decks/issues.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import { BAD_DECKS } from './badDecks.ts';
import { DECK, FIRST, GOOD, SECOND, edited, textsOf } from './aDeck.ts';

const glossaryFile = (text: string) => ({ path: 'demo/glossary.yaml', text });
const OTHERS = new Map([['other', new Set(['something'])]]);
const issuesOf = (files: Readonly<Record<string, string>>) => {
  const { 'glossary.yaml': text, ...deck } = files;
  const glossary = text === undefined ? undefined : readGlossary(glossaryFile(text));
  if (Array.isArray(glossary)) return glossary;
  const parsed = parseDeck(textsOf(deck), OTHERS, glossary);
  return parsed.ok ? [] : parsed.issues;
};

describe('a sound deck', () => {
  it('has no issues, wherever its times stand', () => {
    expect(issuesOf(GOOD)).toEqual([]);
    expect(issuesOf({ ...GOOD, 'first.yaml': edited(FIRST, '"00:01:45"', '"09:00:00"') })).toEqual(
      [],
    );
  });

  it('keeps the order of deck.yaml', () => {
    const swapped = edited(DECK, '[first, second]', '[second, first]');
    const alone = edited(SECOND, '    needs: [three-in-one]\n', '');
    const parsed = parseDeck(textsOf({ ...GOOD, 'deck.yaml': swapped, 'second.yaml': alone }));
    expect(parsed.ok && parsed.chapters.map(({ chapter }) => chapter)).toEqual(['second', 'first']);
  });

  it('may need concepts of another deck, which are checked when that deck is given', () => {
    const needs = (id: string) => ({
      ...GOOD,
      'second.yaml': edited(SECOND, 'needs: [three-in-one]', `needs: [${id}]`),
    });
    expect(issuesOf(needs('other/something'))).toEqual([]);
    expect(issuesOf(needs('unknown-deck/anything'))).toEqual([]);
    expect(issuesOf(needs('other/anything'))).toHaveLength(1);
  });

  it('may ask more than five items singly', () => {
    const items = ['c', 'd', 'e', 'f'].map(
      (key) => `\n          - { key: ${key}, zh: 丙${key}, en: C${key} }`,
    );
    const row = '          - { key: b, zh: 乙, en: B }';
    expect(issuesOf({ ...GOOD, 'second.yaml': edited(SECOND, row, row + items.join('')) })).toEqual(
      [],
    );
  });

  it('may hide the same words twice under one key', () => {
    const text = edited(FIRST, '先{{sense::感知}}，', '先{{sense::感知}}，{{sense::感知}}，');
    expect(issuesOf({ ...GOOD, 'first.yaml': text })).toEqual([]);
  });
});

describe('a bad deck', () => {
  it.each(BAD_DECKS.map((bad) => [bad.name, bad] as const))(
    '%s',
    (_, { files, rule, file, at }) => {
      const issues = issuesOf(files);
      expect(
        [...new Set(issues.map((issue) => issue.rule))],
        issues.map(formatIssue).join('\n'),
      ).toEqual([rule]);
      const text = files[file] ?? '';
      const line = text.slice(0, text.indexOf(at)).split('\n').length;
      expect(`${issues[0]?.file}:${issues[0]?.line}`).toBe(`demo/${file}:${line}`);
      expect(issues[0]?.what).toMatch(/[^.\s]$/);
      expect(issues[0]?.remedy).toMatch(/\S$/);
    },
  );

  it('is there for every rule', () => {
    const covered = new Set(BAD_DECKS.map(({ rule }) => rule));
    expect(Object.keys(DECK_RULES).filter((rule) => !covered.has(rule as never))).toEqual([]);
  });

  it('tells all its issues at once, by file and line', () => {
    const files = {
      ...GOOD,
      'first.yaml': edited(edited(FIRST, '"~00:02:00"', '"2"'), '什么是拐点？', '" "'),
      'second.yaml': edited(SECOND, 'kind: choice', 'kind: quiz'),
    };
    expect(issuesOf(files).map(({ rule }) => rule)).toEqual([
      'bad-time',
      'empty-text',
      'unknown-kind',
    ]);
  });

  it('does not hang on or crash at bombs', () => {
    const bomb = 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n';
    expect(new Set(issuesOf({ 'deck.yaml': bomb }).map(({ rule }) => rule))).toEqual(
      new Set(['yaml-alias']),
    );
    expect(issuesOf({ 'deck.yaml': '['.repeat(50_000) })[0]?.rule).toBe('bad-yaml');
    expect(issuesOf({ 'deck.yaml': '' })[0]?.rule).toBe('wrong-type');
  });
});
