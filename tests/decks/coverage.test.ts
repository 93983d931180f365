import { describe, expect, it } from 'vitest';
import { coverageOf, formatCoverage } from '../../src/decks/coverage.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import { DECK, FIRST, type Files, GOOD, compiled, edited, textsOf } from './aDeck.ts';

function covered(files: Files = GOOD) {
  const parsed = parseDeck(textsOf(files));
  const source = parsed.ok ? parsed : parsed.source;
  if (!source) throw new Error('the files have their shape');
  return coverageOf(source);
}

const LINES = {
  ...GOOD,
  'deck.yaml': edited(DECK, '  year: 2023', '  notes: { lines: [1, 2, 3] }'),
  'first.yaml': edited(
    edited(FIRST, '    at: "~00', '    lines: [1, 3]\n    at: "~00'),
    'kind: basic',
    'kind: basic\n        case: true',
  ),
};

describe('coverage', () => {
  it('counts every note once and every card the deck has', () => {
    const { counts, chapters } = covered();
    expect(counts).toEqual({
      basic: 1,
      reversed: 1,
      cloze: 1,
      list: 2,
      choice: 1,
      contrast: 1,
      case: 0,
      notes: 7,
      cards: compiled().deck.cards.length,
      questions: 1,
    });
    expect(chapters.map(({ id, counts: own }) => [id, own.notes, own.questions])).toEqual([
      ['first', 4, 0],
      ['second', 3, 1],
    ]);
    expect(chapters[1]?.concepts[1]).toMatchObject({ id: 'aside', untested: 'only an aside' });
  });

  it('says which lines of the source no concept covers, also of a deck with faults', () => {
    expect(covered().lines).toBeUndefined();
    expect(covered(LINES).lines).toEqual({ due: 3, uncovered: [2] });
    expect(covered(LINES).counts.case).toBe(1);
  });

  it('is an aligned table in the order of the deck', () => {
    const rows = formatCoverage(covered(LINES)).split('\n');
    expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual(
      'demo basic first three-in-one second cost aside total source not'.split(' '),
    );
    expect(rows.find((row) => row.includes('aside'))).toMatch(
      / Aside \(untested: only an aside\)$/,
    );
    const end = (rows[1]?.indexOf('questions') ?? 0) + 'questions'.length;
    const counted = rows.slice(2, 8).map((row) => row.slice(0, end));
    for (const row of counted) expect(row).toMatch(/^ *\S+(?: +\d+){10}$/);
    expect(new Set(counted.map((row) => row.length))).toEqual(new Set([end]));
    expect(rows.slice(-2)).toEqual(['source lines covered: 2 of 3', 'not covered: 2']);
  });

  it('keeps out of what the app is given', () => {
    const sound = { ...LINES, 'deck.yaml': edited(LINES['deck.yaml'], '[1, 2, 3]', '[1, 3]') };
    const { deck, texts } = compiled(sound);
    expect(deck.source).not.toHaveProperty('notes');
    expect(JSON.stringify([deck.chapters, texts])).not.toMatch(/"lines"|"case"|"allow"/);
  });
});
