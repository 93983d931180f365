import { describe, expect, it } from 'vitest';
import { hash32 } from '../../src/domain/random.ts';
import { withoutBreaks } from '../../src/decks/markdown.ts';
import { reportCards } from '../../src/decks/report.ts';
import { FIRST, GOOD, SECOND, compiled, edited } from './aDeck.ts';

const { deck, texts } = compiled();
const words = (card: string) => {
  const found = Object.values(texts)
    .map(({ cards }) => cards[`demo/${card}`])
    .find(Boolean);
  if (!found) throw new Error(`no card ${card}`);
  return found;
};

describe('cards', () => {
  it('have the ids of their kinds, in the order of the deck', () => {
    expect(deck.cards.map(({ id }) => id.replace('demo/', ''))).toEqual([
      'three-in-one.what',
      'three-in-one.name/there',
      'three-in-one.name/back',
      'three-in-one.parts/sense',
      'three-in-one.parts/think',
      'three-in-one.list/all',
      'three-in-one.list/information',
      'three-in-one.list/model',
      'three-in-one.list/action',
      'cost.choice',
      'cost.contrast',
      'cost.any/all',
      'cost.any/a',
      'cost.any/b',
    ]);
    expect(deck.cards[1]).toEqual({
      id: 'demo/three-in-one.name/there',
      deckId: 'demo',
      chapterId: 'demo/first',
      conceptId: 'demo/three-in-one',
      noteId: 'demo/three-in-one.name',
      kind: 'reversed',
    });
    expect(deck.cards.find(({ kind }) => kind === 'contrast')?.conceptId).toBe('demo/cost');
  });

  it('ask both ways when reversed', () => {
    expect(words('three-in-one.name/there').en.answer).toBe('Three in one');
    expect(words('three-in-one.name/back').en).toMatchObject({
      ask: 'What is three in one?',
      answer: 'Three systems',
    });
  });

  it('hide one blank of a cloze, with what is typed against it', () => {
    const { zh, en } = words('three-in-one.parts/think');
    expect(withoutBreaks(zh.ask)).toBe('先感知，再<span class="gap">动脑</span>。');
    expect(withoutBreaks(zh.answer)).toBe('先感知，再<strong class="filled">思考</strong>。');
    expect(zh.typed).toBe('思考');
    expect(en.ask).toBe(
      'First <span class="gap">use the brain</span>, then <strong>sense</strong>.',
    );
    expect(words('three-in-one.parts/sense').en.typed).toBe('sense');
  });

  it('ask for a whole list and for the next item of an ordered one', () => {
    expect(words('three-in-one.list/all').en.answer).toBe(
      '<ol><li>Information</li><li>Model</li><li>Action</li></ol>',
    );
    const asks = ['information', 'model'].map((key) => words(`three-in-one.list/${key}`));
    expect(asks.map(({ zh }) => withoutBreaks(zh.ask))).toEqual([
      '哪三个系统？（共3项，第1项）',
      '哪三个系统？（第2项，接在“信息”之后）',
    ]);
    expect(asks.map(({ en }) => en.ask)).toEqual([
      'Which three systems? (Item 1 of 3)',
      'Which three systems? (Item 2, after “Information”)',
    ]);
    expect(words('three-in-one.list/model').en.answer).toBe('Model');
  });

  it('give the items of an ordered list one by one, which its hash has nothing of', () => {
    const { en } = words('three-in-one.list/all');
    expect(en.items).toEqual(['Information', 'Model', 'Action']);
    expect(en.hash).toBe(hash32(`${en.ask}\n${en.answer}`));
    expect(words('three-in-one.list/model').en).not.toHaveProperty('items');
    expect(words('cost.any/all').en).not.toHaveProperty('items');
  });

  it('show the others of an unordered list', () => {
    expect(words('cost.any/a').en.ask).toBe(
      '<p>Which two?</p><ul><li><span class="gap">…</span></li><li>B</li></ul>',
    );
  });

  it('put the right option first', () => {
    expect(words('cost.choice').en.options).toEqual(['Fixed', 'Marginal', 'None']);
    expect(words('cost.choice').en.answer).toBe('Fixed');
  });

  it('carry the hash of what is shown, without word breaks, and the source outside the talk', () => {
    const { zh, en } = words('cost.choice');
    const shown = [zh.ask, zh.answer, ...(zh.options ?? [])].join('\n');
    expect(zh.hash).toBe(hash32(withoutBreaks(shown)));
    expect(en.hash).not.toBe(zh.hash);
    expect(words('three-in-one.name/back').cite).toBe('Hu et al. 2021, LoRA');
    expect(words('three-in-one.what')).not.toHaveProperty('cite');
  });
});

describe('the deck', () => {
  it('knows its concepts, with near both ways and times in seconds', () => {
    const [first, second] = deck.chapters;
    expect(first?.at).toEqual({ seconds: 105, around: false });
    expect(first?.concepts[0]).toMatchObject({
      id: 'demo/three-in-one',
      at: { seconds: 120, around: true },
      near: ['demo/cost'],
      needs: [],
    });
    expect(second?.concepts[0]).toMatchObject({
      near: ['demo/three-in-one'],
      needs: ['demo/three-in-one'],
    });
    expect(second?.concepts[1]?.untested).toBe('only an aside');
    expect(texts['demo/second']?.discussion).toEqual([
      {
        id: 'demo/second.free',
        ask: { zh: '为什么？', en: 'Why?' },
        points: [{ zh: '一点', en: 'A point' }],
        about: ['demo/cost'],
      },
    ]);
  });

  it('has a version that changes with any word, and only then', () => {
    expect(compiled().deck.version).toBe(deck.version);
    expect(deck.version).toMatch(/^[0-9a-f]{8}$/);
    const changed = compiled({ ...GOOD, 'second.yaml': edited(SECOND, 'A point', 'The point') });
    expect(changed.deck.version).not.toBe(deck.version);
  });

  it('passes through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify({ deck, texts }))).toEqual({ deck, texts });
  });

  it('joins Chinese lines that YAML folded', () => {
    const folded = edited(FIRST, 'zh: 什么是拐点？, en', 'zh: "什么是\n          拐点？", en');
    const text = compiled({ ...GOOD, 'first.yaml': folded }).texts['demo/first'];
    expect(withoutBreaks(text?.cards['demo/three-in-one.what']?.zh.ask ?? '')).toBe('什么是拐点？');
  });
});

describe('the report', () => {
  it('holds every card, without word breaks', () => {
    const cards = reportCards(compiled());
    expect(cards.map(({ id }) => id)).toEqual(deck.cards.map(({ id }) => id));
    expect(JSON.stringify(cards)).not.toContain('<wbr>');
    expect(cards.find(({ id }) => id === 'demo/three-in-one.name/back')).toEqual({
      deckId: 'demo',
      id: 'demo/three-in-one.name/back',
      conceptId: 'demo/three-in-one',
      chapterId: 'demo/first',
      kind: 'reversed',
      at: '~00:02:00',
      from: { cite: 'Hu et al. 2021, LoRA' },
      zh: { ask: '三位一体是什么？', answer: '三个系统', why: '因为。' },
      en: { ask: 'What is three in one?', answer: 'Three systems', why: 'Because.' },
    });
    expect(cards.find(({ conceptId }) => conceptId === 'demo/cost')?.at).toBeNull();
  });
});
