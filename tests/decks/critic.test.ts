import { describe, expect, it } from 'vitest';
import { criticise } from '../../src/decks/critic/critic.ts';
import { numbersIn } from '../../src/decks/critic/numbers.ts';
import { type DeckWarning, WARNING_RULES, formatWarning } from '../../src/decks/critic/warnings.ts';
import type { ConceptFile, NoteFile, NoteOf } from '../../src/decks/format.ts';
import { type Glossary, readGlossary } from '../../src/decks/glossary.ts';
import { LANGUAGES, type Language } from '../../src/domain/deck.ts';
import { formatIssue } from '../../src/decks/issues.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import { BAD_NOTES } from './badNotes.ts';
import { DECK, GOOD, edited, textsOf } from './aDeck.ts';

const gist = { zh: '一句话。', en: 'One sentence.' };
const note = (id: string, ask: [string, string], answer: [string, string]): NoteOf<'basic'> => ({
  id,
  kind: 'basic',
  ask: { zh: ask[0], en: ask[1] },
  answer: { zh: answer[0], en: answer[1] },
  why: { zh: '石头也是这样。', en: 'It is so with stones.' },
  from: 'talk',
});
const FALL = note(
  'other.fall',
  ['水往低处流，是什么力让它这样流的？', 'Water flows downhill. What makes it flow so?'],
  ['重力', 'Gravity'],
);
const BOIL = note(
  'other.boil',
  ['烧水时冒出来的白气是什么？', 'What is the white mist above a kettle?'],
  ['小水珠', 'Droplets'],
);
const OTHER: ConceptFile = {
  id: 'other',
  name: { zh: '水', en: 'Water' },
  gist,
  notes: [FALL, BOIL],
};
const SPARE = note(
  'tested.spare',
  ['演讲拿什么来比喻铁路？', 'To what does the talk liken railways?'],
  ['血管', 'Veins'],
);

const BUILD = note(
  'tested.build',
  ['平台上由谁来做应用？', 'Who builds things on platforms?'],
  ['开发者', 'Developers'],
);

/** The concept under test, beside one that is in order. */
function warningsOf(concept: Partial<ConceptFile>, glossary?: Glossary): DeckWarning[] {
  const tested = { id: 'tested', name: { zh: '平台', en: 'Platforms' }, gist, near: ['other'] };
  const concepts = [OTHER, { ...tested, ...concept }];
  const chapter = { chapter: 'first', title: { zh: '章', en: 'Chapter' }, concepts };
  const files = {
    'deck.yaml': edited(DECK, '[first, second]', '[first]'),
    // JSON is YAML, too.
    'first.yaml': JSON.stringify(chapter, null, 1),
  };
  const parsed = parseDeck(textsOf(files));
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  return criticise(parsed, glossary);
}

const criticised = (one: NoteFile) => warningsOf({ notes: [one, SPARE] });
const rulesOf = (warnings: readonly DeckWarning[]) => [
  ...new Set(warnings.map(({ rule }) => rule)),
];

describe('a note', () => {
  it.each(BAD_NOTES.map((bad) => [bad.rule, bad.name, bad] as const))(
    'is warned of for %s: %s',
    (rule, _, { bad, good, languages = LANGUAGES }) => {
      const warnings = criticised(bad);
      expect(rulesOf(warnings), warnings.map(formatWarning).join('\n')).toEqual([rule]);
      const blamed = (language: Language) =>
        warnings.some(({ what }) => what.split(/[^a-z]/).includes(language));
      expect(LANGUAGES.filter(blamed)).toEqual(languages);
      expect(warnings[0]?.what).toMatch(/[^.\s]$/);
      expect(criticised(good).map(formatWarning)).toEqual([]);
    },
  );

  it('is named with its file and line, the rule and the remedy', () => {
    const [warning] = criticised({
      ...SPARE,
      id: 'tested.note',
      ask: { zh: '为什么？', en: 'Why is this so?' },
    });
    expect(warning && formatWarning(warning)).toMatch(
      /^demo\/first\.yaml:\d+ {2}warning bare-front: "tested\.note": the zh front is too short .*\. Name what/,
    );
  });

  it('is there for every rule', () => {
    const elsewhere = ['orphan-concept', 'thin-concept', 'allow-idle'];
    const covered = new Set([...BAD_NOTES.map(({ rule }) => rule as string), ...elsewhere]);
    expect(Object.keys(WARNING_RULES).filter((rule) => !covered.has(rule))).toEqual([]);
  });
});

describe('a concept', () => {
  const notes = [SPARE, BUILD];

  it('is tied to another, unless it stands alone in its deck', () => {
    expect(rulesOf(warningsOf({ notes, near: [] }))).toEqual(['orphan-concept']);
    expect(warningsOf({ notes, near: [], needs: ['other'] })).toEqual([]);
  });

  it('is asked twice, unless it is not tested', () => {
    expect(rulesOf(warningsOf({ notes: [SPARE] }))).toEqual(['thin-concept']);
    expect(warningsOf({ untested: 'an aside' })).toEqual([]);
  });
});

describe('allow', () => {
  const bad = { ...SPARE, id: 'tested.note', ask: { zh: '为什么？', en: 'Why?' } };

  it('silences its rule where it stands, and nowhere else', () => {
    expect(rulesOf(criticised(bad))).toEqual(['bare-front']);
    expect(criticised({ ...bad, allow: { 'bare-front': 'a joke' } })).toEqual([]);
    const onConcept = warningsOf({ notes: [bad, SPARE], allow: { 'bare-front': 'a joke' } });
    expect(rulesOf(onConcept)).toEqual(['allow-idle', 'bare-front']);
    expect(warningsOf({ notes: [SPARE], allow: { 'thin-concept': 'an aside' } })).toEqual([]);
  });

  it('is warned of where nothing breaks its rule', () => {
    const idle = criticised({ ...SPARE, id: 'tested.note', allow: { 'yes-no': 'so' } });
    expect(rulesOf(idle)).toContain('allow-idle');
    expect(idle.find(({ rule }) => rule === 'allow-idle')?.what).toContain('yes-no');
  });

  it('speaks of the glossary too', () => {
    const text = 'terms:\n  - { zh: 静脉, en: vein, not: { zh: [血管] } }\n';
    const glossary = readGlossary({ path: 'glossary.yaml', text });
    if (Array.isArray(glossary)) throw new Error('the glossary is sound');
    const allow = { glossary: 'a quotation' };
    expect(warningsOf({ notes: [{ ...SPARE, allow }, BUILD] }, glossary)).toEqual([]);
    expect(rulesOf(warningsOf({ notes: [SPARE, { ...BUILD, allow }] }, glossary))).toEqual([
      'allow-idle',
    ]);
  });
});

describe('the demo deck', () => {
  it('is read whole, discussion and all', () => {
    const parsed = parseDeck(textsOf(GOOD));
    if (!parsed.ok) throw new Error('the deck is sound');
    expect(rulesOf(criticise(parsed))).toContain('bare-front');
    const spaced = edited(GOOD['second.yaml'] ?? '', 'zh: 一点', 'zh: 一 A 点');
    const again = parseDeck(textsOf({ ...GOOD, 'second.yaml': spaced }));
    if (!again.ok) throw new Error('the deck is sound');
    const found = criticise(again).find(({ what }) => what.startsWith('"second.free"'));
    const line = spaced.slice(0, spaced.indexOf('- id: second.free')).split('\n').length;
    expect(found).toMatchObject({ rule: 'typed-space', file: 'demo/second.yaml', line });
  });
});

describe('numbers', () => {
  it.each([
    ['三位一体的三个子系统', 'The three subsystems of three-in-one', [3]],
    ['2021年7月，1.6万家', 'In July 2021, 16,000 firms', [7, 2021, 16_000]],
    ['13亿个参数', '1.3 billion parameters', [1.3e9]],
    ['第二十一章', 'Chapter twenty-one', [21]],
    ['三百二十人', 'Three hundred twenty people', [320]],
    ['一样一个', 'One is one', []],
    ['第三代，1995–96年', 'The third generation, 1995–96', [3, 96, 1995]],
    ['一百五十天', 'A hundred and fifty days', [150]],
  ])('are the same in %s', (zh, en, expected) => {
    const sorted = (values: ReadonlySet<number>) => [...values].sort((a, b) => a - b);
    expect(sorted(numbersIn(zh, 'zh').exact)).toEqual(expected);
    expect(sorted(numbersIn(en, 'en').exact)).toEqual(expected);
  });

  it('may be rough in Chinese', () => {
    expect(numbersIn('上百万学生、二十多年、三成', 'zh').rough).toEqual(new Set([1e6, 20, 30]));
    expect(numbersIn('扫描四周，十分清楚，两三个', 'zh').exact).toEqual(new Set());
  });
});
