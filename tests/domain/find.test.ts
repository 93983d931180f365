import { describe, expect, it } from 'vitest';
import {
  excerptOf,
  indexTerms,
  joinTerms,
  looseTerms,
  piecesOf,
  plainText,
  shareFound,
  strictTerms,
} from '../../src/domain/find.ts';

describe('the words of a card', () => {
  it('are its HTML without tags and without places to break a line', () => {
    expect(plainText('大模型<wbr>带来的<wbr><strong>新范式</strong>')).toBe('大模型带来的新范式');
  });

  it('keep list items and paragraphs apart', () => {
    expect(plainText('<ol><li>经验主义</li><li>系统性的实践</li></ol>')).toBe(
      '经验主义 系统性的实践',
    );
    expect(plainText('<p>one</p><p>two</p>')).toBe('one two');
  });

  it('leave out the TeX that stands behind a formula', () => {
    const formula =
      '<math><semantics><mrow><msub><mi>W</mi><mn>0</mn></msub></mrow><annotation encoding="application/x-tex">W_0</annotation></semantics></math>';
    expect(plainText(`权重是 ${formula}。`)).toBe('权重是 W0。');
  });

  it('are read as text once, whatever they spell', () => {
    expect(plainText('a &lt;b&gt; &amp;lt; &#x4E2D;&#25991; &nbsp;c')).toBe('a <b> &lt; 中文 c');
    expect(plainText('<a href="x" title="a > b">link</a> 1 &unknown; 2')).toBe(
      'link 1 &unknown; 2',
    );
  });
});

describe('terms', () => {
  it('keep Chinese in pairs, and the last character so that it can be found alone', () => {
    expect(indexTerms('边际成本')).toEqual(['边际', '际成', '成本', '本']);
    expect(indexTerms('拐点')).toEqual(['拐点', '点']);
    expect(indexTerms('与')).toEqual(['与']);
  });

  it('keep letters and digits whole, folded', () => {
    expect(indexTerms('ＰＥＦＴ, Peft；LoRA')).toEqual(['peft', 'peft', 'lora']);
    expect(indexTerms('1995–96年')).toEqual(['1995', '96', '年']);
    expect(indexTerms('don’t')).toEqual(['don', 't']);
  });

  it('part 系统1, System 1 and GPT4 in the same way', () => {
    expect(strictTerms('系统1')).toEqual(['系统', '1']);
    expect(strictTerms('System 1')).toEqual(['system', '1']);
    expect(strictTerms('gpt-4')).toEqual(strictTerms('GPT4'));
  });

  it('of a query that stands together are its pairs', () => {
    expect(strictTerms('边际成本')).toEqual(['边际', '际成', '成本']);
    expect(strictTerms('边')).toEqual(['边']);
    expect(strictTerms('，。 ')).toEqual([]);
  });

  it('of a query word by word do not reach from word to word', () => {
    expect(looseTerms('范式模型')).toEqual(['范式', '模型']);
    expect(looseTerms('微调 peft')).toEqual(['微调', 'peft']);
  });

  it('of a query word by word have no lone character beside others', () => {
    for (const term of looseTerms('拐点泛化力的边')) expect([...term]).toHaveLength(2);
  });

  it('grow together again as a person would type them', () => {
    expect(joinTerms(['边际', '际成', '成本'])).toBe('边际成本');
    expect(joinTerms(['system', '1'])).toBe('system 1');
    expect(joinTerms([])).toBe('');
  });
});

describe('what was found in a text', () => {
  const found = (text: string, query: string) =>
    piecesOf(text, strictTerms(query))
      .filter((piece) => piece.found)
      .map((piece) => piece.text);

  it('is pointed at as it stands there', () => {
    expect(found('参数高效微调（ＰＥＦＴ）', 'peft')).toEqual(['ＰＥＦＴ']);
    expect(found('成本从边际走向固定，边际成本', '边际成本')).toEqual(['成本', '边际', '边际成本']);
  });

  it('begins where a word begins', () => {
    expect(found('Marginal cost, submarginal', 'marg')).toEqual(['Marg']);
  });

  it('leaves the text as it was', () => {
    const text = '系统1，System 1 and ﬁne-tuning 🙂';
    const pieces = piecesOf(text, strictTerms('system 1'));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(piecesOf('', ['a'])).toEqual([]);
  });

  it('is a share of what was asked', () => {
    expect(shareFound('边际成本', ['边际', '际成', '成本'])).toBe(1);
    expect(shareFound('边际', ['边际', '成本'])).toBe(0.5);
    expect(shareFound('x', [])).toBe(0);
  });

  it('is shown with a few words around it', () => {
    const text = `${'前'.repeat(50)}拐点${'后'.repeat(50)}`;
    const excerpt = excerptOf(text, ['拐点'], 20);
    expect(excerpt).toMatch(/^…前+拐点后+…$/);
    expect(excerpt.length).toBeLessThanOrEqual(22);
    expect(excerptOf('short', ['x'], 20)).toBe('short');
    const english = 'every word of this sentence stands whole around the marginal cost of one more';
    for (const word of excerptOf(english, ['marginal'], 40).replaceAll('…', '').split(' ')) {
      expect(english.split(' ')).toContain(word);
    }
  });
});
