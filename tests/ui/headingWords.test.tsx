import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Words } from '../../src/ui/Words.tsx';

/** The text with a bar where a line may break. */
function breaks(text: string, lang: 'zh' | 'en'): string {
  const { container } = render(<Words lang={lang}>{text}</Words>);
  return container.innerHTML.replaceAll('<wbr>', '|').replace(/<span class="words">|<\/span>/g, '');
}

describe('words of a heading', () => {
  it('break between Chinese words, not within', () => {
    expect(breaks('演讲的三段结构', 'zh')).toBe('演讲|的|三段|结构');
  });

  it('keep the ending that makes a word', () => {
    expect(breaks('数字化的拐点', 'zh')).toBe('数字化|的|拐点');
  });

  it('keep punctuation and Latin with what it touches', () => {
    expect(breaks('笔记所记的“数字化”，SaaS是什么', 'zh')).toMatch(/“数字化”，SaaS/);
    expect(breaks('系统1与系统2', 'zh')).not.toContain('|1');
  });

  it('lose nothing', () => {
    const text = '例：腾讯会议，总结（会议）纪要！';
    expect(breaks(text, 'zh').replaceAll('|', '')).toBe(text);
  });

  it('are left alone in English', () => {
    expect(breaks('System 1 and System 2', 'en')).toBe('System 1 and System 2');
  });
});
