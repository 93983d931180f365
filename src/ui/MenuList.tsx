import { useEffect, useEffectEvent, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Key } from './Key.tsx';

export interface MenuItem {
  readonly label: string;
  /** A link, or an action. */
  readonly href?: string | undefined;
  readonly onSelect?: (() => void) | undefined;
  readonly keyHint?: string | undefined;
  /** Cannot be chosen now; the label should say why. */
  readonly disabled?: boolean | undefined;
  /** Where the label is not in the language around it, e.g. the other language's name. */
  readonly lang?: string | undefined;
}

export interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: (focusBack: boolean) => void;
}

/** The open list of a Menu. */
export function MenuList({ label, items, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const pressed = useEffectEvent((event: Event) => {
    const menu = list.current?.parentElement;
    if (event.target instanceof Node && !menu?.contains(event.target)) onClose(false);
  });
  useEffect(() => {
    (list.current?.firstElementChild as HTMLElement | null)?.focus();
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, []);

  const move = (event: KeyboardEvent) => {
    event.stopPropagation();
    const entries = [...(list.current?.children ?? [])] as HTMLElement[];
    const now = entries.findIndex((entry) => entry === document.activeElement);
    const places: Record<string, number> = {
      ArrowDown: (now + 1) % entries.length,
      ArrowUp: (now - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      entries[place]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (event.key === 'Tab') {
      onClose(false);
    } else if (event.key === ' ' && document.activeElement instanceof HTMLAnchorElement) {
      event.preventDefault();
      document.activeElement.click();
    }
  };

  return (
    <div
      className="menu__list"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      ref={list}
      onKeyDown={move}
    >
      {items.map((item) => {
        const shared = {
          className: 'menu__item',
          role: 'menuitem',
          tabIndex: -1,
          lang: item.lang,
          'aria-disabled': item.disabled || undefined,
          onClick: () => {
            if (item.disabled) return;
            onClose(true);
            item.onSelect?.();
          },
        };
        const hint = item.keyHint === undefined ? null : <Key>{item.keyHint}</Key>;
        return item.href !== undefined && !item.disabled ? (
          <a key={item.label} {...shared} href={item.href}>
            {item.label}
            {hint}
          </a>
        ) : (
          <button key={item.label} {...shared} type="button">
            {item.label}
            {hint}
          </button>
        );
      })}
    </div>
  );
}
