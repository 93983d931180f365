import { useEffect, useEffectEvent } from 'react';

/**
 * Single letters, signs and digits, wherever the focus is on the page: `onKey` is given what was
 * pressed in upper case. What is typed into a field, or meant for the browser or an open dialog,
 * is left alone.
 */
export function usePlainKeys(onKey: (key: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if (event.key.length !== 1 || document.querySelector('dialog[open]') !== null) return;
    const { target } = event;
    const typesInto = 'input:not([type=radio], [type=checkbox]), textarea, select';
    if (target instanceof Element && target.closest(typesInto) !== null) return;
    onKey(event.key.toUpperCase());
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
