import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { markdownToHtml, plainWords, withoutBreaks } from '../../src/decks/markdown.ts';
import { ALLOWED_TAGS } from '../../src/decks/sanitise.ts';
import { termsOf } from '../../src/decks/wordBreaks.ts';
import payloads from '../fixtures/hostile.json' with { type: 'json' };

const EN = { language: 'en', terms: [] } as const;
const ZH = { language: 'zh', terms: termsOf(['成本从边际走向固定', '涌现能力']) } as const;
const en = (source: string) => markdownToHtml(source, EN);
const zh = (source: string) => markdownToHtml(source, ZH).replaceAll('<wbr>', '|');

describe('Markdown', () => {
  it('leaves a lone paragraph without its tag', () => {
    expect(en('a **b** *c* `d`')).toBe('a <strong>b</strong> <em>c</em> <code>d</code>');
    expect(en('a\n\nb')).toBe('<p>a</p><p>b</p>');
    expect(en('- a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
    expect(en('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
  });

  it('opens safe links elsewhere and unwraps the others', () => {
    expect(en('[x](https://a.example/?b&c)')).toBe(
      '<a href="https://a.example/?b&amp;c" rel="noopener noreferrer" target="_blank">x</a>',
    );
    expect(en('[x](mailto:a@b.example)')).toContain('href="mailto:a@b.example"');
    expect(en('[x](javascript:alert(1)) [y](#z) ![w](https://a.example/i.png)')).toBe('x y w');
  });

  it('shows raw HTML as words', () => {
    expect(en('<b>x</b>')).toBe('&lt;b>x&lt;/b>');
  });

  it('gives plain words for typed answers', () => {
    expect(plainWords('the **big** `model` $x$', 'en')).toBe('the big model x');
    expect(plainWords('大 模型', 'zh')).toBe('大模型');
  });
});

describe('maths', () => {
  it.each(['$x$', '$W_0 + \\alpha * y * z$', '中文$x$中文', '$a\\$b$', '（$x$）', '**$x$**'])(
    'is set in %s',
    (source) => {
      const html = en(source);
      expect(html).toContain('<math>');
      expect(html).not.toMatch(/style=|class=/);
    },
  );

  it.each([
    '$5',
    '$5 to $10',
    'US$20,000-$30,000',
    '$ x$',
    '$x $',
    '5$',
    '$5/$6',
    '\\$x$',
    '`$x$`',
    '$$x$$',
    '$x\ny$',
  ])('is money or plain in %s', (source) => expect(en(source)).not.toContain('<math'));

  it('goes by the first dollar sign that follows', () => {
    expect(en('costs $5 (or $6) for $x$')).toMatch(/^costs \$5 \(or \$6\) for <math>/);
  });
});

describe('a cloze', () => {
  const source = '由{{a::感知$\\frac{a}{b^{2}}$::谁}}和{{b::**模型**}}组成';
  const view = (key: string, filled: boolean) => markdownToHtml(source, ZH, { key, filled });

  it('hides the blank it asks and shows the others', () => {
    expect(withoutBreaks(view('a', false))).toBe(
      '由<span class="gap">谁</span>和<strong>模型</strong>组成',
    );
    expect(withoutBreaks(view('b', false))).toMatch(
      /^由感知<math>.*<\/math>和<span class="gap">…<\/span>组成$/,
    );
  });

  it('fills the blank it asked', () => {
    expect(withoutBreaks(view('b', true))).toContain(
      '<strong class="filled"><strong>模型</strong></strong>',
    );
  });

  it('is no syntax elsewhere', () => {
    expect(en('{{a::b}}')).toBe('{{a::b}}');
  });
});

describe('Chinese', () => {
  it('breaks between words, never inside a term or a counted thing', () => {
    expect(zh('这里的涌现能力是拐点')).toBe('这里的|涌现能力|是|拐点');
    expect(zh('列出四个词和第三样')).toBe('列出|四个|词|和|第三样');
  });

  it('does not break beside Latin and digits, in code or in formulas', () => {
    expect(zh('使用LoRA微调3个')).not.toMatch(/\|LoRA|LoRA\||\|3|3\|/);
    expect(zh('运行`拐点模型`时')).toContain('<code>拐点模型</code>');
    expect(zh('$\\text{中文模型}$')).not.toContain('|');
  });

  it('keeps punctuation off the ends it may not stand at', () => {
    const set = zh('演讲（上海）说：“模型，行动”。');
    expect(set).not.toMatch(/\|[，。：）”]|[（“]\|/u);
    expect(set).toContain('|（');
  });

  it('breaks around bold words and gaps', () => {
    expect(zh('走向**模型**时代')).toBe('走向|<strong>模型|</strong>时代');
    expect(markdownToHtml('走向{{a::模型}}时代', ZH, { key: 'a', filled: false })).toBe(
      '走向<wbr><span class="gap">…</span><wbr>时代',
    );
  });

  it('loses the spaces of folded lines, and those typed around Latin', () => {
    expect(withoutBreaks(markdownToHtml('走向 模型\n时代 LoRA 微调 **模型** 好', ZH))).toBe(
      '走向模型时代LoRA微调<strong>模型</strong>好',
    );
    expect(en('a b\nc')).toBe('a b\nc');
  });

  it('is set without breaks where there is no Segmenter', () => {
    const { Segmenter } = Intl;
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(zh('走向模型时代')).toBe('走向模型时代');
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });
});

/** Whatever in parsed HTML is not on the list of what a card may hold. */
function strangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type === 'element') {
      if (!ALLOWED_TAGS.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const [name, value] of Object.entries(node.properties)) {
        const attribute = `${node.tagName} ${name}=${String(value)}`;
        if (!isAllowed(node.tagName, name, String(value))) found.push(attribute);
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return found;
}

function isAllowed(tag: string, name: string, value: string): boolean {
  if (tag === 'a' && name === 'href') return /^(https?:\/\/|mailto:)/.test(value);
  if (tag === 'a') return (name === 'rel' && value === 'noopener,noreferrer') || value === '_blank';
  if (name === 'className')
    return `${tag}.${value}` === 'span.gap' || `${tag}.${value}` === 'strong.filled';
  if (tag === 'ol') return name === 'start' && /^\d+$/.test(value);
  return (
    tag.startsWith('m') &&
    !/^on|href|src|style|^id$|action/i.test(name) &&
    /^[\w.%+-]*$/.test(value)
  );
}

describe('hostile text', () => {
  it('has a corpus of at least 300 payloads', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(300);
  });

  it('the judge is not blind', () => {
    expect(
      strangers('<a href="javascript:x">x</a><img src=x onerror=y><p style=x><!--x-->'),
    ).toHaveLength(6);
  });

  it('leaves no tag or attribute outside the allowlist', () => {
    const faults = payloads.flatMap((payload) =>
      [
        markdownToHtml(payload, EN),
        markdownToHtml(payload, ZH),
        markdownToHtml(`{{k::${payload}::${payload}}}`, EN, { key: 'k', filled: false }),
        markdownToHtml(`{{k::${payload}}}`, ZH, { key: 'k', filled: true }),
        markdownToHtml(payload, ZH, { key: 'a', filled: false }),
        markdownToHtml(payload, EN, { key: 'a', filled: true }),
      ].flatMap((html) => strangers(html).map((fault) => ({ payload, html, fault }))),
    );
    expect(faults).toEqual([]);
  });
});
