import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CardFace } from '../../src/ui/CardFace.tsx';
import type { CardFaceProps } from '../../src/ui/CardFace.tsx';

function card(props: Partial<CardFaceProps> = {}) {
  return (
    <CardFace
      id="talk/one"
      lang="zh"
      chapter={{ name: '新拐点', place: 1, of: 18 }}
      ask="什么成本？"
      answer="边际走向<b>固定</b>。"
      why="因为"
      revealed={false}
      askLabel="问题"
      answerLabel="答案"
      predicted="答前预计 88%"
      {...props}
    />
  );
}

describe('a card', () => {
  it('shows its chapter and its question, and nothing that was predicted', () => {
    render(card());
    expect(screen.getByText('新拐点')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: '问题 什么成本？' })).toBeInTheDocument();
    expect(screen.queryByText('因为')).toBeNull();
    expect(screen.queryByText('答前预计 88%')).toBeNull();
  });

  it('adds the answer below the very same question', () => {
    const { rerender } = render(card());
    const question = screen.getByRole('heading', { level: 1 });
    rerender(card({ revealed: true }));
    expect(screen.getByRole('heading', { level: 1 })).toBe(question);
    expect(screen.getByRole('heading', { level: 2, name: /^答案 边际走向/ })).toBeInTheDocument();
    expect(screen.getByText('因为')).toBeInTheDocument();
    expect(screen.getByText('答前预计 88%')).toBeInTheDocument();
  });

  it('says its words are Chinese', () => {
    render(card());
    expect(screen.getByText('什么成本？')).toHaveAttribute('lang', 'zh-Hans');
  });

  it('fills a cloze in its place, without a second copy', () => {
    render(card({ revealed: true, answerShown: 'in-place' }));
    expect(screen.getByRole('heading', { level: 1, name: /^答案 边际走向/ })).toBeInTheDocument();
    expect(screen.queryByText('什么成本？')).toBeNull();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('moves the focus to the question, the answer, and the next question', () => {
    const { rerender } = render(card({ moveFocus: true }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    rerender(card({ moveFocus: true, revealed: true }));
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    rerender(card({ moveFocus: true, id: 'talk/two', ask: '下一张？' }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('moves the focus to a filled cloze as well', () => {
    const { rerender } = render(card({ moveFocus: true, answerShown: 'in-place' }));
    screen.getByRole('heading', { level: 1 }).blur();
    rerender(card({ moveFocus: true, answerShown: 'in-place', revealed: true }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('sets both sides by the longer one, so that nothing moves', () => {
    const { rerender } = render(card({ answer: '长'.repeat(61) }));
    expect(screen.getByRole('article')).toHaveClass('card--medium');
    rerender(card({ answer: '长'.repeat(121), revealed: true }));
    expect(screen.getByRole('article')).toHaveClass('card--small');
    rerender(card({ lang: 'en', ask: 'w'.repeat(140) }));
    expect(screen.getByRole('article')).toHaveClass('card--large');
  });

  it('is turned by a touch on the paper, not by a mouse nor by a touch on a control', () => {
    const onTap = vi.fn();
    render(card({ onTap, footer: <button type="button">Show</button> }));
    const touch = (target: Element, pointerType: string) =>
      fireEvent(target, new PointerEvent('click', { bubbles: true, pointerType }));
    touch(screen.getByText('什么成本？'), 'mouse');
    touch(screen.getByRole('button', { name: 'Show' }), 'touch');
    expect(onTap).not.toHaveBeenCalled();
    touch(screen.getByText('什么成本？'), 'touch');
    expect(onTap).toHaveBeenCalledOnce();
  });
});
