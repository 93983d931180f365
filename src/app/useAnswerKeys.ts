import { useEffect, useEffectEvent } from 'react';
import type { Rating } from '../domain/event.ts';

export interface AnswerKeys {
  /** Space and Enter: show the answer, then rate good, or go on. */
  readonly onGoOn: () => void;
  readonly onRate: (rating: Rating) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Single letters and signs. */
  readonly others: Readonly<Record<string, () => void>>;
}

const RATING_KEYS: Readonly<Record<string, Rating>> = {
  1: 'again',
  2: 'hard',
  3: 'good',
  4: 'easy',
};

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented) return true;
  if (document.querySelector('dialog[open], [role="menu"]') !== null) return true;
  const { target } = event;
  return (
    target instanceof Element &&
    target.closest(`${TYPED_INTO}, textarea, select, [contenteditable]`) !== null
  );
}

const TYPED_INTO = 'input:not([type=radio], [type=checkbox])';

/** A control under the focus keeps its own Space and Enter; a box to tick only its Space. */
function isOnControl(event: KeyboardEvent): boolean {
  const own = event.key === ' ' ? 'a, button, summary, [type=checkbox]' : 'a, button, summary';
  return event.target instanceof Element && event.target.closest(own) !== null;
}

/** The keys of a review or a quiz, wherever the focus is on the page. */
export function useAnswerKeys(keys: AnswerKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isElsewhere(event)) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) keys.onRedo();
      else keys.onUndo();
      return;
    }
    if (event.altKey) return;
    const rating = RATING_KEYS[key];
    if (rating) keys.onRate(rating);
    else if (key === ' ' || key === 'enter') {
      if (isOnControl(event)) return;
      event.preventDefault();
      if (!event.repeat) keys.onGoOn();
    } else if (key === 'u') keys.onUndo();
    else keys.others[key]?.();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
