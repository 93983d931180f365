// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/app/decks/searchIndex.ts';
import { loadDecks } from '../../src/decks/loadDecks.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import type { ChapterText, Deck } from '../../src/domain/deck.ts';

type Card = readonly [id: string, ask: string, answer: string, askEn: string, answerEn: string];

const CARDS: readonly Card[] = [
  [
    'd/turn',
    '什么是<wbr>拐点？',
    '成本<wbr>结构<wbr>转变<wbr>的时刻。',
    'What is an inflection point?',
    'The moment the cost structure turns.',
  ],
  [
    'd/cost',
    '什么是<strong>边际</strong>成本？',
    '多服务一次多付的钱。',
    'What is marginal cost?',
    'The cost of one more.',
  ],
  [
    'd/general',
    '模型的泛化能力指什么？',
    '没见过的也答得对。',
    'What is generalisation?',
    'Being right about the unseen.',
  ],
  [
    'd/peft',
    '参数高效微调（PEFT）训练什么？',
    '少量参数。',
    'What does PEFT train?',
    'A few parameters.',
  ],
  [
    'd/tune',
    '微调改动什么？',
    '模型权重。',
    'What does fine-tuning change?',
    'The weights of the model.',
  ],
  [
    'd/one',
    '卡尼曼的系统1有多快？',
    '脱口而出。',
    'How fast is Kahneman’s System 1?',
    'At once, since 1995.',
  ],
  [
    'd/two',
    '系统2呢？',
    '慢，它有1个缺点。',
    'And System 2?',
    'Slow; it came in 1995 and has 12 parts.',
  ],
  [
    'd/new',
    '大模型带来的新范式是什么？',
    '行动无处不在。',
    'Which new paradigm is it?',
    'Action everywhere.',
  ],
];

const text = (ask: string, answer: string) => ({ ask, answer, why: '', hash: 0 });
const CHAPTER: ChapterText = {
  cards: Object.fromEntries(
    CARDS.map(([id, ask, answer, askEn, answerEn]) => [
      id,
      { zh: text(ask, answer), en: text(askEn, answerEn) },
    ]),
  ),
  gists: { 'd/lora': { zh: '冻结<wbr>权重。', en: 'Freeze the weights.' } },
  discussion: [],
};
const DECK: Deck = {
  id: 'd',
  title: { zh: '', en: '' },
  about: { zh: '', en: '' },
  licence: '',
  source: { title: { zh: '', en: '' } },
  version: '1',
  renames: {},
  chapters: [
    {
      id: 'd/c',
      title: { zh: '章', en: 'Chapter' },
      concepts: [
        {
          id: 'd/lora',
          chapterId: 'd/c',
          name: { zh: '低秩适配（LoRA）', en: 'Low-rank adaptation (LoRA)' },
          needs: [],
          near: [],
        },
      ],
    },
  ],
  cards: CARDS.map(([id]) => ({
    id,
    deckId: 'd',
    chapterId: 'd/c',
    conceptId: 'd/lora',
    noteId: id,
    kind: 'basic',
  })),
};

const index = buildIndex(buildCatalogue([DECK]), [CHAPTER]);
const cards = (query: string) => index.find(query).cards.map(({ id }) => id);

describe('finding', () => {
  it.each([
    ['拐点', 'd/turn'],
    ['边际成本', 'd/cost'],
    ['边际', 'd/cost'],
    ['泛化', 'd/general'],
    ['peft', 'd/peft'],
    ['ＰＥＦＴ', 'd/peft'],
    ['PEF', 'd/peft'],
    ['marginal', 'd/cost'],
    ['margi', 'd/cost'],
    ['system 1', 'd/one'],
    ['系统1', 'd/one'],
    ['系统 1', 'd/one'],
    ['构转', 'd/turn'],
    ['Inflection', 'd/turn'],
  ])('%s finds its card first', (query, id) => {
    expect(cards(query)[0]).toBe(id);
  });

  it('finds every card that has the words, and no other', () => {
    expect(cards('微调').toSorted()).toEqual(['d/peft', 'd/tune']);
    expect(cards('点')).toContain('d/turn');
    expect(cards('际')).toEqual(['d/cost']);
  });

  it('finds concepts by either language', () => {
    for (const query of ['低秩', 'lora', 'low-rank', '冻结权重', 'freeze']) {
      expect(index.find(query).concepts.map(({ id }) => id)).toEqual(['d/lora']);
    }
  });

  it('takes words apart when they do not stand together anywhere', () => {
    expect(cards('模型范式')).toEqual(['d/new']);
    expect(cards('权重 微调')).toEqual(['d/tune']);
  });

  it('says what it looked for, to be pointed at', () => {
    expect(index.find('边际成本').marks).toEqual(['边际成本']);
  });

  it.each([
    ['泛化力', '泛化'],
    ['generalisability', 'generalisation'],
    ['marignal', 'marginal'],
    ['边际效用', '边际'],
  ])('finds nothing for %s and suggests %s', (query, suggestion) => {
    const found = index.find(query);
    expect(found.cards).toEqual([]);
    expect(found.suggestion).toBe(suggestion);
    expect(cards(suggestion)).not.toEqual([]);
  });

  it('suggests nothing where nothing is near, or nothing was asked', () => {
    expect(index.find('量子纠缠').suggestion).toBeUndefined();
    expect(index.find('，。')).toMatchObject({ cards: [], concepts: [], suggestion: undefined });
  });

  it('answers within 100 ms in the decks the app is built with', () => {
    const { decks } = loadDecks('decks');
    const built = buildIndex(
      buildCatalogue(decks.map(({ deck }) => deck)),
      decks.flatMap(({ texts }) => Object.values(texts)),
    );
    const began = performance.now();
    const queries = ['拐点', '边', 'p', '大模型带来的新范式', 'the new paradigm', '泛化力没有'];
    for (const query of queries) built.find(query);
    expect((performance.now() - began) / queries.length).toBeLessThan(100);
  });
});
