import { vi } from 'vitest';
import { textWidth } from '../../src/ui/textWidth.ts';

/** A chart's place is so wide, and its text so large (px), until mocks are restored. */
export function layPaper(width: number, textSize: number) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  document.documentElement.style.fontSize = `${textSize}px`;
}

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its baseline. */
  readonly y: number;
}

/** Where a picture's labels stand, with letters so large (px). */
export function labelsIn(picture: Element, letter: number): Box[] {
  return [...picture.querySelectorAll('text')].map((label) => {
    const text = label.textContent ?? '';
    const width = textWidth(text) * letter;
    const anchor = label.getAttribute('text-anchor') ?? 'start';
    const left =
      Number(label.getAttribute('x')) - { start: 0, middle: 0.5, end: 1 }[anchor]! * width;
    return { text, left, right: left + width, y: Number(label.getAttribute('y')) };
  });
}

/** Pairs of labels that touch. */
export function touching(boxes: readonly Box[], letter: number): string[] {
  return boxes.flatMap((a, place) =>
    boxes
      .slice(place + 1)
      .filter((b) => a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < letter)
      .map((b) => `${a.text} | ${b.text}`),
  );
}
