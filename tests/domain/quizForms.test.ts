/** In which forms a card can be asked, and with which wrong options. */
import { describe, expect, it } from 'vitest';
import { loadDecks } from '../../src/decks/loadDecks.ts';
import { buildCatalogue } from '../../src/domain/catalogue.ts';
import { borrowedFor } from '../../src/domain/quiz/borrowed.ts';
import { candidatesOf, formsOf } from '../../src/domain/quiz/forms.ts';
import { conceptNames } from '../../src/domain/quiz/names.ts';
import { aCatalogue, aConcept } from '../builders.ts';
import { worded, wordsOfAll, type Worded } from './quizCards.ts';

const forms = ({ card, words }: Worded, canBorrow = false) => formsOf(card, words, canBorrow);

describe('the forms of a card', () => {
  it('follow from its kind', () => {
    const long = ['一句说不短的话，要说出来', 'A sentence that is said, not typed'] as const;
    expect(forms(worded('talk/a', long))).toEqual(['recall']);
    expect(forms(worded('talk/a', long), true)).toEqual(['choice', 'recall']);
    expect(forms(worded('talk/a', long, { kind: 'contrast' }))).toEqual(['contrast']);
    expect(forms(worded('talk/a/x', long, { kind: 'cloze' }, { typed: 'x' }))).toEqual([
      'typed',
      'cloze',
    ]);
    const options = { options: ['Right', 'Wrong'] };
    expect(forms(worded('talk/a', long, { kind: 'choice' }, options))).toEqual(['choice']);
    expect(forms(worded('talk/a', long, { kind: 'choice' }))).toEqual(['recall']);
  });

  it('put a list in order from three items on', () => {
    const list = (items: string[]) =>
      worded('talk/a/all', ['<ol>', '<ol>'], { kind: 'list' }, { items });
    expect(forms(list(['one', 'two', 'three']))).toEqual(['recall', 'order']);
    expect(forms(list(['one', 'two']))).toEqual(['recall']);
  });

  it.each([
    ['a few plain words', '边际成本。', 'Marginal cost.', true],
    ['a number', '2015年', '2015', true],
    ['twelve characters', '一二三四五六七八九十一二', 'twelve', true],
    ['too many characters', '一二三四五六七八九十一二三', 'thirteen', false],
    ['too many letters', '短', 'More than twenty-four letters', false],
    ['bold words', '<strong>短</strong>', 'Short', false],
    ['an aside', '混合专家（MoE）', 'Mixture of experts', false],
    ['a list', '模型、行动', 'Model, action', false],
  ])('ask for %s to be typed or not', (_, zh, en, isTyped) => {
    expect(forms(worded('talk/a', [zh, en])).includes('typed')).toBe(isTyped);
  });
});

/** A card that asks back for a name, of a concept with this name and these near ones. */
const near = ['talk/k1', 'talk/k2', 'talk/k3'];
function asked(ask: string, names: readonly (readonly [string, string])[]) {
  const card = worded('talk/k.n/back', ['微调。', 'Fine-tuning.'], {
    kind: 'reversed',
    conceptId: 'talk/k',
    noteId: 'talk/k.n',
  });
  const words = { ...card.words, zh: { ...card.words.zh, ask } };
  const concepts = names.map(([zh, en], i) => aConcept(near[i] ?? '', { name: { zh, en } }));
  const others = concepts.map(
    ({ id }) => worded(`${id}.x`, ['无', 'None'], { conceptId: id }).card,
  );
  const catalogue = aCatalogue([card.card, ...others], [aConcept('talk/k', { near }), ...concepts]);
  const wordsOf = (id: string) => (id === card.card.id ? words : undefined);
  return borrowedFor(card.card, catalogue, wordsOf, conceptNames(catalogue));
}

describe('borrowed options', () => {
  const good = ['对齐', 'Alignment'] as const;
  const other = ['提示', 'Prompting'] as const;

  it('are the names of near concepts, all written alike', () => {
    const borrowed = asked('叫什么？', [good, ['提示', 'The prompting']]);
    expect(borrowed?.right).toEqual({ zh: '微调', en: 'Fine-tuning' });
    expect(borrowed?.wrong).toEqual([
      { from: 'talk/k1', name: { zh: '对齐', en: 'Alignment' } },
      { from: 'talk/k2', name: { zh: '提示', en: 'Prompting' } },
    ]);
  });

  it('are none when only one is good', () => {
    expect(asked('叫什么？', [good])).toBeNull();
  });

  it.each([
    ['is the answer', '微调', 'Fine tuning', '叫什么？'],
    ['is the answer in one language', '另外', 'Fine-tuning', '叫什么？'],
    ['holds the answer', '全微调', 'Full fine-tuning', '叫什么？'],
    ['is named in the question', '全量', 'Whole', '与全量不同的叫什么？'],
    ['lacks the word of the answer that the question has', '全量', 'Whole', '这种微调叫什么？'],
    ['is far longer', '参数全量改动的办法', 'Whole', '叫什么？'],
    ['is far longer in English', '全量', 'A change of all the parameters', '叫什么？'],
    ['begins like a yes or a no', '不变', 'Whole', '叫什么？'],
    ['has a number', '系统1', 'System 1', '叫什么？'],
    ['is in other letters', 'LoRA', 'LoRA', '叫什么？'],
  ])('leave out a name that %s', (_, zh, en, ask) => {
    const borrowed = asked(ask, [good, other, [zh, en]]);
    const left = borrowed?.wrong.map(({ from }) => from) ?? [];
    expect(left).not.toContain('talk/k3');
  });

  it('are none for an answer that is no name, however short', () => {
    const card = worded('talk/k.n', ['放在提示里', 'In the prompt'], { conceptId: 'talk/k' });
    const catalogue = aCatalogue([card.card], [aConcept('talk/k', { near: [] })]);
    const names = conceptNames(catalogue);
    expect(borrowedFor(card.card, catalogue, wordsOfAll([card]), names)).toBeNull();
  });
});

describe('the decks of the app', () => {
  const { decks } = loadDecks('decks');
  const catalogue = buildCatalogue(decks.map(({ deck }) => deck));
  const texts = decks.flatMap(({ texts: chapters }) => Object.values(chapters));
  const words = new Map(texts.flatMap(({ cards }) => Object.entries(cards)));
  const names = conceptNames(catalogue);
  const cards = [...catalogue.card.values()];

  it('can ask every card, and most kinds of question of many', () => {
    const all = candidatesOf(cards, catalogue, (id) => words.get(id), names);
    expect(all).toHaveLength(cards.length);
    expect(all.every(({ forms: suited }) => suited.length > 0)).toBe(true);
  });

  it('borrow no options that nobody has read: each of these was, in both languages', () => {
    const sets = cards.flatMap((card) => {
      const borrowed = borrowedFor(card, catalogue, (id) => words.get(id), names);
      if (!borrowed) return [];
      return [[borrowed.right.en, ...borrowed.wrong.map(({ name }) => name.en)].join(' | ')];
    });
    expect(sets).toEqual([
      'Action subsystem | Information subsystem | Model subsystem',
      'Information subsystem | Model subsystem | Action subsystem',
      'Service economy | Agricultural economy | Goods economy | Experience economy',
      'Entrepreneur | Scientist | Artist',
      'Experience economy | Agricultural economy | Goods economy | Service economy',
      'Fine-tuning | Reinforcement learning | Prompt engineering | Alignment',
      'Domain models | Cognitive models | Task models',
      'Artist | Entrepreneur | Scientist',
      'Stability | Retrievability | Difficulty',
    ]);
  });
});
