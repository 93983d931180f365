import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconMore } from './Icons.tsx';
import { MenuList } from './MenuList.tsx';
import type { MenuItem } from './MenuList.tsx';
import './Menu.css';

export interface MenuProps {
  /** Accessible name of the button and of the menu. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: ReactNode;
}

/** The "…" menu: arrows, Home and End move, Escape closes and gives the focus back. */
export function Menu({ label, items, icon }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (focusBack: boolean) => {
    if (focusBack) button.current?.focus();
    setOpen(false);
  };
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {icon ?? <IconMore />}
      </button>
      {open ? <MenuList label={label} items={items} onClose={close} /> : null}
    </div>
  );
}
